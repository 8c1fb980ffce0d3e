"""The classes of words, and which are seldom neighbours."""

from __future__ import annotations

import pytest

from transdiff.language.shapes import END, START, groups, shape, strangeness
from transdiff.language.words import tokenize


def classes(sentence: str, lang: str = "en") -> tuple[str, ...]:
    return shape(tokenize(sentence, 0, lang), lang)


def test_every_word_has_a_class_between_start_and_end() -> None:
    assert classes("The committee quickly rejected 3 dangerous proposals.") == (
        *(START, "the", "plain", "manner", "ended", "number", "quality", "plural", ".", END),
    )


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("went", "past"),
        ("arrives", "verb-s"),
        ("arrive", "verb"),
        ("Peru", "name"),
        ("would", "will"),
        ("negotiation", "abstract"),
        ("walking", "doing"),
        ("gas", "plain"),
        ("(", "("),
        ("“", '"'),
    ],
)
def test_a_word_is_known_by_list_by_capital_or_by_ending(word: str, name: str) -> None:
    assert classes(f"of {word}")[2] == name


def test_a_language_without_classes_has_no_shape() -> None:
    assert classes("Der Ausschuss lehnte ab.", "de") == ()
    assert groups("de") == {}


@pytest.mark.parametrize(
    ("sound", "strange"), [(("the", "plain"), ("the", "of")), (("of", "the"), ("of", ","))]
)
def test_what_prose_avoids_is_strange(sound: tuple[str, str], strange: tuple[str, str]) -> None:
    assert strangeness(*sound, "en") == 0
    assert strangeness(*strange, "en") > 1
    assert strangeness(*strange, "de") == 0
