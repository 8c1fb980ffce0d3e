"""Readings: the words of a passage in a row, with their cues."""

from __future__ import annotations

from tests.language.paired import reading


def test_two_cues_are_quoted_in_either_order() -> None:
    text = "The launch did not fail."
    read = reading(text, "en")
    denial = read.of_kind("negation", "not")[0]
    failure = read.of_kind("negation", "lexical")[0]
    assert read.across(denial, failure) == read.across(failure, denial)
    assert read.across(failure, denial).of(text) == "not fail"
