"""How odd words look."""

from __future__ import annotations

import pytest

from transdiff.score.spelling import is_listed, oddness


@pytest.mark.parametrize(
    ("right", "wrong", "lang"),
    [
        ("between", "bewteen", "en"),
        ("together", "togehter", "en"),
        ("government", "govrnment", "en"),
        ("zwischen", "zwsichen", "de"),
        ("gouvernement", "gouvrenement", "fr"),
    ],
)
def test_a_misspelt_word_is_odder(right: str, wrong: str, lang: str) -> None:
    assert oddness(wrong, lang) > oddness(right, lang)


def test_a_language_without_a_profile_has_no_odd_words() -> None:
    assert oddness("xqzt", "hy") == oddness("xqzt", "../en") == 0


def test_the_lists_know_inflected_words_and_no_misspelt_ones() -> None:
    assert is_listed("governments", "government", "en")
    assert not is_listed("govrnment", "govrnment", "en")
