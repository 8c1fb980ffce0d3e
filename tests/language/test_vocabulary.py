"""Ordinary words are what the data of a language has in small letters."""

from __future__ import annotations

import pytest

from transdiff.language.vocabulary import is_ordinary


@pytest.mark.parametrize("word", ["Recently", "Memory", "Highways", "Overall", "Meeting"])
def test_a_capital_makes_no_name_of_an_ordinary_word(word: str) -> None:
    assert is_ordinary(word, "en")


@pytest.mark.parametrize("word", ["Marchetova", "Andes", "Uzhgorod", "Okafor"])
def test_a_name_is_no_ordinary_word(word: str) -> None:
    assert not is_ordinary(word, "en")


def test_a_language_without_a_pack_has_no_ordinary_words() -> None:
    assert not is_ordinary("Recently", "xx")
