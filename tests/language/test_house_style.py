"""House style: forms that say the same have one key, words that differ do not."""

from __future__ import annotations

import pytest

from transdiff.language.house_style import phrases, style_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("rumours", "rumors"),
        ("organisation", "organization"),
        ("analyse", "analyze"),
        ("centre", "center"),
        ("travelled", "traveled"),
        ("defence", "defense"),
        ("dialogue", "dialog"),
        ("cheque", "check"),
        ("towards", "toward"),
        ("“", '"'),
        ("’", "'"),
        ("—", "-"),
    ],
)
def test_forms_of_one_word_are_equal(one: str, other: str) -> None:
    assert style_key(one, "en") == style_key(other, "en")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("four", "for"),
        ("filling", "filing"),
        ("attack", "assault"),
        ("said", "claimed"),
        ("not", "now"),
        ("million", "billion"),
        ("us", "u.s."),
    ],
)
def test_different_words_are_not(one: str, other: str) -> None:
    assert style_key(one, "en") != style_key(other, "en")


def test_a_form_of_several_words_is_known_by_its_first() -> None:
    assert ("metric", "tons") in phrases("en")["metric"]
    assert style_key("metric tons", "en") == style_key("tonnes", "en")


def test_another_language_folds_marks_alone() -> None:
    assert style_key("«", "ru") == style_key("“", "ru")
    assert style_key("colour", "fr") != style_key("color", "fr")
