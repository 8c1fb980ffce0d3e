"""What a sentence echoes of a reference beyond what the alignment linked it with."""

from __future__ import annotations

import pytest

from transdiff import Document
from transdiff.comparison import Article
from transdiff.echoes import Echoes
from transdiff.model import Alignment, Link
from transdiff.pipeline import annotated_story

_ARTICLE = "The ferry line Alta grew, and last year it sold tickets for £84m, 31 per cent fewer."


def _told(text: str, article_text: str = _ARTICLE, lang: str = "en") -> list[int]:
    article = annotated_story("article", Document.from_text(article_text, "en"))
    reference = annotated_story("wire", Document.from_text(text, lang))
    return [*Echoes(reference).of(article.segments[0], "en", ())]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Alta is old. It sold tickets for 84 million pounds.", [1]),
        ("Alta sold tickets for 84 million pounds. Rival Bora lost 84 million pounds.", []),
        ("It sold tickets for 84 million dollars.", []),
        ("Rival Bora lost 84 million pounds.", []),
    ],
)
def test_a_figure_with_a_word_beside_it_tells_the_sentence(text: str, places: list[int]) -> None:
    assert _told(text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("It rained. The barge sank 19 nautical miles north of Alta.", [1]),
        ("It rained. A gull was seen 19 nautical miles away.", []),
        ("The barge is 19 km away. The barge sank 19 nautical miles north of Alta.", [0]),
    ],
)
def test_a_figure_with_another_unit_needs_two_words(text: str, places: list[int]) -> None:
    assert _told(text, "The barge went down 19 km north of the port; divers searched.") == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Das sagte Malz. Die Arbeiten begannen um 9:00 Uhr und dauern 12 Tage.", [1]),
        ("Das sagte Malz. Die Feier dauerte 12 Tage.", []),
        ("Das sagte Malz. Gekommen waren 1240 Arbeiter.", [1]),
    ],
)
def test_figures_tell_a_sentence_in_another_language(text: str, places: list[int]) -> None:
    article = "Work by 1,240 people began at 9 a.m. and will take 12 days, said Malz."
    assert _told(text, article, "de") == places


def test_a_reference_without_a_link_is_heard_as_well() -> None:
    texts = {"one": "The ferry line Alta grew.", "two": "It sold tickets for 84 million pounds."}
    article = annotated_story(None, Document.from_text(_ARTICLE, "en"))
    stories = {k: annotated_story(k, Document.from_text(t, "en")) for k, t in texts.items()}
    links = Alignment((Link((0,), "one", (0,), 0.8),), (), {"two": (0,)})
    (pair,) = Article(article, stories, links).comparisons
    assert [w.key for w in pair.witnesses] == ["one", "two"]
