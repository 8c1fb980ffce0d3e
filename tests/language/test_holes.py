"""Holes: neighbours between which a word is missing."""

from __future__ import annotations

import pytest

from transdiff.language.holes import holes
from transdiff.language.words import tokenize


def places(text: str, lang: str = "en") -> list[tuple[str, bool]]:
    words = tokenize(text, lang=lang)
    return [
        (words[h.place].text if h.place < len(words) else "", h.sure) for h in holes(words, lang)
    ]


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("The fire broke out at a in Lyon.", "in"),
        ("The was closed on Monday.", "was"),
        ("They crossed the and camped.", "and"),
        ("He handed over his which was late.", "which"),
        ("The ship sank with the.", "."),
    ],
)
def test_a_determiner_without_its_noun_is_a_sure_hole(text: str, after: str) -> None:
    assert places(text) == [(after, True)]


def test_what_is_rare_but_possible_is_not_sure() -> None:
    assert places("The ship came from, she said.") == [(",", False)]


def test_the_end_of_the_text_counts_without_a_mark() -> None:
    assert places("She signed the") == [("", True)]


@pytest.mark.parametrize(
    "text",
    [
        "The ship came into the harbour, and the crew of nine went home.",
        "Of his brothers, two are dead.",
        "Will the mayor resign?",
        "Does he know?",
        "Should the plan fail, the board would resign, nor would the mayor object.",
        "The crew had had no rest and are having a break.",
        "The in-flight meal was cold.",
        "",
    ],
)
def test_sound_sentences_and_questions_have_none(text: str) -> None:
    assert places(text) == []


def test_a_language_without_a_grammar_has_none() -> None:
    assert places("Der im Hafen.", "de") == []
