"""Nearness of words by their vectors."""

from __future__ import annotations

import pytest

from transdiff.language.nearness import LENGTH, load_vectors, parts_of


def near(one: str, other: str) -> float:
    vectors = load_vectors("en")
    assert vectors is not None
    rows, _ = vectors.of([one, other])
    return int(rows[0] @ rows[1]) / LENGTH**2


@pytest.mark.parametrize(
    ("word", "nearer", "further"),
    [
        ("ferry", "boat", "verdict"),
        ("verdict", "ruling", "harvest"),
        ("minister", "ministry", "tanker"),
        ("hostages", "captives", "tariffs"),
        ("treaty", "pact", "rainfall"),
    ],
)
def test_words_of_one_field_are_nearer_than_others(word: str, nearer: str, further: str) -> None:
    assert near(word, nearer) > near(word, further) + 0.2


def test_every_vector_is_about_as_long_as_it_should_be() -> None:
    assert near("ferry", "ferry") == pytest.approx(1.0, abs=0.02)


def test_an_unknown_word_is_near_to_none_and_says_as_much_as_a_rare_one() -> None:
    vectors = load_vectors("en")
    assert vectors is not None
    rows, levels = vectors.of(["of", "ferry", "xqzhuo"])
    assert not rows[2].any()
    assert levels[0] < levels[1] <= levels[2]


def test_a_language_without_a_file_has_none() -> None:
    assert load_vectors("hy") is None


def test_a_compound_is_its_parts() -> None:
    assert parts_of("low-carbon") == ["low", "carbon"]
    assert parts_of("china\u2019s") == ["china"]
    assert parts_of("2025") == ["2025"]
    assert parts_of("-") == []
