"""Synonyms: what may stand for what, and that every word of the lists can be looked up."""

from __future__ import annotations

import pytest

from transdiff.facts import Span, Word, WordKind
from transdiff.language.synonyms import has_synonym
from transdiff.language.words import fold_word, stem_word


def _word(text: str) -> Word:
    fold = fold_word(text)
    return Word(Span(0, len(text)), text, fold, stem_word(fold, "en"), WordKind.WORD)


@pytest.mark.parametrize(
    ("one", "other"),
    [("lorries", "trucks"), ("hailed", "praises"), ("sick", "ill"), ("bought", "purchased")],
)
def test_inflected_forms_of_one_group_are_synonyms(one: str, other: str) -> None:
    assert has_synonym(_word(one), [_word(other)], "en")
    assert has_synonym(_word(other), [_word(one)], "en")


@pytest.mark.parametrize(("one", "other"), [("bought", "sold"), ("ship", "bus"), ("film", "image")])
def test_groups_do_not_chain(one: str, other: str) -> None:
    assert not has_synonym(_word(one), [_word(other)], "en")


def test_a_language_without_a_list_has_no_synonyms() -> None:
    assert not has_synonym(_word("sick"), [_word("ill")], "vi")
