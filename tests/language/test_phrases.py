"""Phrases of a pack, looked up in a sentence."""

from __future__ import annotations

import pytest

from transdiff.language.patterns import find_phrases
from transdiff.language.phrases import Phrases, pieces_of
from transdiff.language.words import tokenize


def values(phrases: dict[str, str], text: str, lang: str) -> list[str]:
    pieces = pieces_of(tokenize(text, 0, lang), 0, lang)
    return [value for value, _, _ in Phrases(phrases.items(), lang).all(pieces)]


@pytest.mark.parametrize("text", ["قال السفير", "وقال السفير", "فقال السفير"])
def test_an_arabic_conjunction_is_written_with_its_word(text: str) -> None:
    assert values({"قال": "say"}, text, "ar") == ["say"]


@pytest.mark.parametrize("text", ["الوزير", "للوزير", "بالوزير", "والوزير", "وللوزير"])
def test_an_arabic_preposition_is_written_with_its_noun(text: str) -> None:
    assert values({"الوزير": "minister"}, text, "ar") == ["minister"]


def test_a_word_that_begins_like_one_is_whole() -> None:
    assert values({"وقع": "sign", "قع": "x"}, "وقع", "ar") == ["sign"]
    assert values({"زير": "x"}, "سزير", "ar") == []


@pytest.mark.parametrize("text", ["かもしれない", "始まるかもしれない", "出るかもしれない"])
def test_a_japanese_phrase_ends_a_run_of_hiragana(text: str) -> None:
    assert values({"かもしれない": "possible"}, text, "ja") == ["possible"]


def test_a_listed_phrase_is_found_with_either_letter() -> None:
    assert [m[2] for m in find_phrases(["учёный", "твердо"], "Учёный, ученый, твёрдо")] == [
        "Учёный",
        "ученый",
        "твёрдо",
    ]


def test_the_longest_phrase_that_ends_before_a_word_is_found() -> None:
    words = tokenize("it shut no later than May", 0, "en")
    edges = Phrases([("than", "plain"), ("no later than", "by"), ("no", "not")], "en")
    assert edges.before(words, 5, 4) == ("by", 2)
    assert edges.before(words, 5, 2) == ("plain", 4)
    assert edges.before(words, 4, 4) is None
