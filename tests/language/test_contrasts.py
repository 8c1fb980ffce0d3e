"""Contrasts: words that exclude each other."""

from __future__ import annotations

import pytest

from transdiff.language.contrasts import contrary, has_contrasts, poles_of
from transdiff.language.words import tokenize


def are_contrary(one: str, other: str, lang: str = "en") -> bool:
    mine, theirs = (poles_of(tokenize(w, lang=lang)[0], lang) for w in (one, other))
    return contrary(mine, theirs)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("safe", "dangerous"),
        ("arrived", "departed"),
        ("supporters", "opponents"),
        ("rose", "fell"),
        ("always", "never"),
        ("exports", "imports"),
        ("northern", "southern"),
        ("weakened", "strengthens"),
    ],
)
def test_opposites_in_any_form_and_either_order(one: str, other: str) -> None:
    assert are_contrary(one, other)
    assert are_contrary(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("safe", "secure"), ("rose", "climbed"), ("safe", "safe"), ("boat", "ship"), ("safe", "fell")],
)
def test_synonyms_and_strangers_are_not_contrary(one: str, other: str) -> None:
    assert not are_contrary(one, other)


@pytest.mark.parametrize(
    ("lang", "one", "other"),
    [
        ("ru", "предварительные", "окончательных"),
        ("ru", "сторонники", "противников"),
        ("de", "vorläufige", "endgültigen"),
        ("de", "stieg", "gefallen"),
        ("fr", "préliminaires", "définitives"),
        ("fr", "partisans", "opposants"),
        ("es", "aumentó", "disminuir"),
        ("es", "legales", "ilegales"),
    ],
)
def test_opposites_of_other_languages(lang: str, one: str, other: str) -> None:
    assert are_contrary(one, other, lang)


def test_a_language_without_a_list_knows_none() -> None:
    assert has_contrasts("en")
    assert not has_contrasts("zh")
    assert not are_contrary("sicher", "gefährlich", "hy")
