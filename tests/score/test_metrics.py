"""sacrebleu over the aligned text: what is compared with what, and what is left out."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from sacrebleu.metrics.bleu import BLEU

from transdiff.comparison import Article
from transdiff.model import Alignment, Document, Link
from transdiff.pipeline import annotated_story
from transdiff.score.metrics import Unit, metrics, units

SAID = ["The talks ended on Monday.", "No date was set.", "Both sides blamed each other."]


def article(
    mine: Sequence[str],
    links: Sequence[Link],
    lang: str = "en",
    **references: Sequence[str],
) -> Article:
    story = annotated_story(None, Document.from_sentences(mine, lang))
    others = {
        key: annotated_story(key, Document.from_sentences(texts, "ru" if key == "ru" else lang))
        for key, texts in references.items()
    }
    return Article(story, others, Alignment(tuple(links)))


def one_to_one(key: str, count: int) -> list[Link]:
    return [Link((i,), key, (i,), 1.0) for i in range(count)]


def values(subject: Article) -> dict[str, float | None]:
    return {score.name: score.value for score in metrics(subject).scores}


def test_a_text_against_itself_has_the_best_scores() -> None:
    found = values(article(SAID, one_to_one("a", 3), a=SAID))
    assert found["bleu"] == pytest.approx(100)
    assert found["chrf"] == pytest.approx(100)
    assert found["ter"] == 0


def test_each_unit_is_scored_against_every_reference_that_covers_it() -> None:
    subject = article(SAID, [*one_to_one("a", 3), Link((1,), "b", (0,), 1.0)], a=SAID, b=["None."])
    assert units(subject)[0] == Unit(SAID[0], (SAID[0], None))
    assert units(subject)[1] == Unit(SAID[1], (SAID[1], "None."))
    bleu = next(s for s in metrics(subject).scores if s.name == "bleu")
    assert bleu.signature.startswith("nrefs:var|")


def test_sentences_that_share_a_link_are_one_unit_and_text_is_never_counted_twice() -> None:
    merged = "The talks ended on Monday and no date was set."
    links = [Link((0, 1), "a", (0,), 1.0), Link((2,), "a", (1,), 1.0)]
    found = units(article(SAID, links, a=[merged, SAID[2]]))
    assert found == (Unit(f"{SAID[0]} {SAID[1]}", (merged,)), Unit(SAID[2], (SAID[2],)))


def test_our_bleu_is_sacrebleus() -> None:
    theirs = ["The talks broke up on Monday.", "No date was given.", "Each side blamed the other."]
    expected = BLEU().corpus_score(SAID, [theirs]).score
    assert values(article(SAID, one_to_one("a", 3), a=theirs))["bleu"] == pytest.approx(
        expected, abs=1e-4
    )


@pytest.mark.parametrize(("lang", "tokenizer"), [("en", "13a"), ("zh", "zh"), ("ja", "char")])
def test_the_tokenizer_fits_the_language(lang: str, tokenizer: str) -> None:
    bleu = metrics(
        article(["会談は月曜日に終わった。"], one_to_one("a", 1), lang, a=["会談。"])
    ).scores[0]
    assert f"tok:{tokenizer}" in bleu.signature


def test_a_reference_in_another_language_is_not_scored_against() -> None:
    subject = article(SAID, one_to_one("ru", 1), ru=["Переговоры завершились в понедельник."])
    found = metrics(subject)
    assert values(subject)["bleu"] is None
    assert {s.name for s in found.skipped} == {"bleu", "chrf", "ter"}
    assert values(subject)["coverage"] == pytest.approx(1 / 3, abs=1e-3)


def test_a_unit_too_long_to_search_is_left_out_of_ter_and_said() -> None:
    long = " ".join(["word"] * 200) + "."
    found = metrics(article([*SAID, long], one_to_one("a", 4), a=[*SAID, long]))
    assert [(s.name, s.reason) for s in found.skipped] == [
        ("ter", "1 of 4 units left out: longer than 80 words or too unlike the reference to search")
    ]
    assert {s.name: s.value for s in found.scores}["ter"] == 0


def test_the_ratios_count_what_the_references_account_for() -> None:
    mine = ["The club paid $40 million.", '"We are ready to play," the coach said.', "Rain fell."]
    theirs = ["It cost the club $40 million.", 'The coach said: "We are ready to play."']
    found = values(article(mine, one_to_one("a", 2), a=theirs))
    assert found["coverage"] == found["coverage-all"] == pytest.approx(2 / 3, abs=1e-3)


def test_an_article_that_nothing_supports_has_coverage_0() -> None:
    found = values(article(SAID, [], a=["Something else."]))
    assert (found["coverage"], found["number-ratio"]) == (0, None)
