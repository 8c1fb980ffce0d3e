"""Bulk: what says more counts more, and no error of the article changes it."""

from __future__ import annotations

from transdiff.model import Document
from transdiff.pipeline import annotated_story
from transdiff.score.bulk import NAMES, bulk
from transdiff.score.words import Text

DENSE = "Anna Bek of Harbour Line sold ten Baltic ferries to Lindqvist Shipping."
LIGHT = "He said that it was all over. She did not know what to say to him."


def text(sentence: str, lang: str = "en") -> Text:
    story = annotated_story(None, Document.from_sentences([sentence], lang))
    return Text.of((s.facts for s in story.segments), story.lang)


def of(article: str, reference: str, lang: str = "en") -> dict[str, float]:
    return dict(zip(NAMES, bulk(text(article, lang), text(reference, lang)), strict=True))


def test_names_and_content_are_dense_and_talk_is_light() -> None:
    dense, light = of(DENSE, DENSE), of(LIGHT, LIGHT)
    assert dense["content"] > 0 > light["content"]
    assert dense["capitals"] > 0 > light["capitals"]
    assert light["stops"] > dense["stops"]


def test_the_reference_alone_says_how_dense_a_sentence_is() -> None:
    assert list(of(LIGHT, DENSE).values())[1:] == list(of(DENSE, DENSE).values())[1:]


def test_the_longer_of_the_two_says_how_long_it_is() -> None:
    assert of(LIGHT, DENSE)["length"] == of(DENSE, LIGHT)["length"] == of(LIGHT, LIGHT)["length"]


def test_a_language_without_classes_is_of_average_density() -> None:
    assert list(of(DENSE, DENSE, "sw").values())[1:] == [0, 0, 0]
