"""Verbs by their form."""

from __future__ import annotations

import pytest

from transdiff.language.verbs import is_verb
from transdiff.language.words import tokenize


@pytest.mark.parametrize("form", ["accept", "accepts", "accepted", "accepting", "went", "wrote"])
def test_every_form_of_a_listed_verb(form: str) -> None:
    assert is_verb(tokenize(form, lang="en")[0], "en")


@pytest.mark.parametrize("word", ["river", "the", "beautiful", "2024"])
def test_other_words_are_none(word: str) -> None:
    assert not is_verb(tokenize(word, lang="en")[0], "en")
