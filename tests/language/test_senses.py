"""Senses: what two words share that may mean the same."""

from __future__ import annotations

import pytest

from transdiff.language.senses import base, senses
from transdiff.language.words import stem_word


def of(word: str, lang: str = "en") -> frozenset[object]:
    return senses(word, stem_word(word, lang), lang)


@pytest.mark.parametrize(
    ("one", "other"),
    [("ships", "vessel"), ("twelve", "12"), ("1,200", "1200"), ("cheap", "inexpensive")],
)
def test_words_in_one_sense_share_a_key(one: str, other: str) -> None:
    assert of(one) & of(other)


@pytest.mark.parametrize(("one", "other"), [("ship", "court"), ("12", "13"), ("cheap", "costly")])
def test_other_words_share_none(one: str, other: str) -> None:
    assert not of(one) & of(other)


def test_forms_and_spellings_have_one_base() -> None:
    assert base("took", "took", "en") == base("take", stem_word("take", "en"), "en")
    assert base("organised", stem_word("organised", "en"), "en") == base(
        "organized", stem_word("organized", "en"), "en"
    )


def test_a_language_without_lists_has_figures_alone() -> None:
    assert of("12", "xx")
    assert not of("ship", "xx")
