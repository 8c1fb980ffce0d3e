"""What people see: places, widths, and nothing that drives the terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transdiff.display import excerpt, line_and_column, visible, width
from transdiff.facts import Span


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ("one\ntwo", 0, (1, 1)),
        ("one\ntwo", 3, (1, 4)),
        ("one\ntwo", 4, (2, 1)),
        ("one\r\ntwo", 5, (2, 1)),
        ("one\rtwo", 4, (2, 1)),
        ("會議\nx", 4, (2, 2)),
        ("", 0, (1, 1)),
    ],
)
def test_lines_and_columns_count_from_one_in_code_points(
    text: str, offset: int, place: tuple[int, int]
) -> None:
    assert line_and_column(text, offset) == place


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("a\tb\nc", "a b c"),
        ("\x1b[31mred", "⟨U+001B⟩[31mred"),
        ("a\u202eb", "a⟨U+202E⟩b"),
        ("a\u200bb", "a⟨U+200B⟩b"),
        ("a\u2028b", "a⟨U+2028⟩b"),
        ("a\ud800b", "a⟨U+D800⟩b"),
        ("a\u00a0b", "a b"),
    ],
)
def test_what_is_invisible_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_no_control_character_survives(text: str) -> None:
    categories = {unicodedata.category(char) for char in visible(text)}
    assert not categories & {"Cc", "Cs", "Zl", "Zp"}


@pytest.mark.parametrize(
    ("text", "cells"),
    [("abc", 3), ("会議", 4), ("e\u0301", 1), ("한", 2), ("\u1112\u1161\u11ab", 2)],
)
def test_width_counts_terminal_cells(text: str, cells: int) -> None:
    assert width(text) == cells


def test_carets_stand_under_what_they_mark_in_wide_scripts() -> None:
    text = "東京で会議が開かれた"
    assert excerpt(text, Span(0, len(text)), Span(3, 5), 80).carets == "      ^^^^"


def test_an_empty_mark_has_one_caret() -> None:
    assert excerpt("abc def", Span(0, 7), Span(3, 3), 80).carets == "   ^"


@given(
    st.text(min_size=1, max_size=200),
    st.integers(0, 200),
    st.integers(0, 60),
    st.integers(10, 120),
)
def test_an_excerpt_fits_and_keeps_its_mark(text: str, start: int, length: int, cells: int) -> None:
    start = min(start, len(text))
    marked = Span(start, min(len(text), start + length))
    shown = excerpt(text, Span(0, len(text)), marked, cells)
    assert width(shown.text) <= cells
    if width(visible(marked.of(text))) <= cells:
        assert shown.marked == visible(marked.of(text))
    assert shown.before + shown.marked + shown.after == shown.text
