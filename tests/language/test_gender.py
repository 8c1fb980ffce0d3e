"""Words that tell a man from a woman."""

from __future__ import annotations

import pytest

from transdiff.facts import Facts
from transdiff.language.gender import OTHER, gendered, gendered_words
from transdiff.language.reading import read
from transdiff.language.words import tokenize


def test_pronouns_and_persons_are_kept_apart() -> None:
    found = gendered(read([Facts(words=tokenize("She met her brother.", lang="en"))], "en"))
    assert found == {("pronouns", "f"): [0, 2], ("persons", "m"): [3]}


@pytest.mark.parametrize("lang", ["en", "de", "fr", "es", "ru"])
def test_both_genders_are_listed_and_no_word_has_both(lang: str) -> None:
    known = gendered_words(lang)
    assert {gender for kind, gender in known.values() if kind == "persons"} == set(OTHER)


def test_things_have_a_gender_in_german_so_its_pronouns_tell_nothing() -> None:
    assert "er" not in gendered_words("de")
    assert gendered_words("en")["he"] == ("pronouns", "m")
