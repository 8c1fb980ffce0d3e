"""Text for people: line and column of an offset, display width, nothing invisible or obeyed.

News pages are hostile input: control characters would drive the terminal and bidirectional
overrides would reorder the line, so both are shown as what they are.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from transdiff.facts import Span

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold at all, not even escaped."""


def for_xml(text: str) -> str:
    """Return *text*, still to be escaped, with a mark for each character that XML cannot hold."""
    return _NO_XML.sub("\ufffd", text)


@lru_cache(maxsize=16)
def _line_starts(text: str) -> tuple[int, ...]:
    starts = [0]
    for i, char in enumerate(text):
        if char == "\n" or (char == "\r" and text[i + 1 : i + 2] != "\n"):
            starts.append(i + 1)
    return tuple(starts)


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Return the 1-based line and column, in code points, of *offset* in *text*."""
    starts = _line_starts(text)
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


def visible(text: str) -> str:
    """Return *text* on one line: white space as a space, what is invisible as ``⟨U+202E⟩``."""
    return "".join(map(_shown, text))


@lru_cache(maxsize=4096)
def _shown(char: str) -> str:
    category = unicodedata.category(char)
    if char in "\t\n\r" or category == "Zs":
        return " "
    if category == "Cf" and unicodedata.bidirectional(char) == "AN":
        return char  # Arabic number signs are format characters that have a shape
    if category in ("Cc", "Cf", "Cs", "Zl", "Zp"):
        return f"⟨U+{ord(char):04X}⟩"
    return char


def counted(count: int, one: str, several: str = "") -> str:
    """Return ``1 finding`` or ``2 findings``; *several* where it is not *one* with an s."""
    return f"{count} {one if count == 1 else several or one + 's'}"


def width(text: str) -> int:
    """Return how many terminal cells *text* takes: wide characters two, combining ones none."""
    return sum(map(_cells, text))


@lru_cache(maxsize=4096)
def _cells(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf") or "\u1160" <= char <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def table(rows: Sequence[Sequence[str]], left: Collection[int] = (0,)) -> list[str]:
    """Return *rows* as lines with even columns, flush right but for those that are *left*."""
    sizes = [max(map(width, column)) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        cells = []
        for n, (cell, size) in enumerate(zip(row, sizes, strict=True)):
            pad = " " * (size - width(cell))
            cells.append(cell + pad if n in left else pad + cell)
        lines.append("  ".join(cells).rstrip())
    return lines


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line of text with a marked part: ``text[start:end]`` is marked; it may be empty."""

    text: str
    start: int
    end: int

    @property
    def before(self) -> str:
        """The text in front of the mark."""
        return self.text[: self.start]

    @property
    def marked(self) -> str:
        """The marked text."""
        return self.text[self.start : self.end]

    @property
    def after(self) -> str:
        """The text behind the mark."""
        return self.text[self.end :]

    @property
    def carets(self) -> str:
        """The line of carets that stands under ``text``; one caret for an empty mark."""
        return " " * width(self.before) + "^" * max(1, width(self.marked))


def excerpt(text: str, around: Span, marked: Span, cells: int) -> Excerpt:
    """Return *around* of *text* with *marked* in it, cut with ``…`` to at most *cells*."""
    before = visible(text[around.start : marked.start])
    inside = visible(text[marked.start : marked.end])
    after = visible(text[marked.end : around.end])
    spare = cells - width(inside)
    if spare < 0:
        inside, spare = cut(inside, max(1, cells - 2)), 2
    if width(before) + width(after) > spare:
        keep = max(spare - width(after), spare // 2)
        before = cut(before[::-1], keep)[::-1]
        after = cut(after, spare - width(before))
    return Excerpt(before + inside + after, len(before), len(before) + len(inside))


def cut(text: str, cells: int) -> str:
    """The beginning of *text* in at most *cells* cells, with ``…`` where something is missing."""
    if width(text) <= cells:
        return text
    used, kept = 1, []
    for char in text:
        used += _cells(char)
        if used > cells:
            break
        kept.append(char)
    return "".join(kept) + "…" if cells > 0 else ""
