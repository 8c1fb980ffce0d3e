"""Notions: what words of two languages say has one name."""

from __future__ import annotations

import pytest

from transdiff import Document
from transdiff.language.notions import notions
from transdiff.language.reading import Reading, read
from transdiff.pipeline import annotated_story


def _read(text: str, lang: str) -> Reading:
    story = annotated_story(None, Document.from_text(text, lang))
    return read([s.facts for s in story.segments], lang)


def _said(text: str, lang: str) -> frozenset[str]:
    return frozenset().union(*notions(_read(text, lang)))


@pytest.mark.parametrize(
    ("text", "lang", "english"),
    [
        ("Урожай погиб.", "ru", "The harvest died."),
        ("Die Ernte ist verloren.", "de", "The crop is lost."),  # synonyms of a headword
        ("42 personas", "es", "42 people"),
        ("OMS", "fr", "WHO"),
    ],
)
def test_words_that_say_the_same_share_a_notion(text: str, lang: str, english: str) -> None:
    assert _said(text, lang) & _said(english, "en")


def test_function_words_and_unknown_words_say_nothing() -> None:
    reading = _read("The qwzx of the xqvzw.", "en")
    told = notions(reading)
    assert len(told) == len(reading.words)
    assert not told[0]
