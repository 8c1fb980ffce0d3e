"""Text → paragraphs: a single newline joins in hard-wrapped text and ends a paragraph elsewhere.

Where a typist or a teleprinter indents the first line of a paragraph, an indented line joins none.
"""

from __future__ import annotations

import operator
from itertools import pairwise

import regex

from transdiff.facts import Span

_WIDEST_WRAP = 120
_NARROWEST_WRAP = 30
_DEEPEST = 40
_FEWEST_LINES = 4
_FEWEST_OPEN = 3
_LINE = regex.compile(r"[^\n\r\u2028\u2029\f\v]+")
_UNFINISHED = regex.compile(r"[^.!?…:;。！？։\"”»’)\]]$")
_ITEM = regex.compile(r"(?:[-–—*•·▪]|\(?\d{1,2}[.)])\s|\^")


def paragraphs(text: str) -> list[Span]:
    """Return the paragraphs of *text* in order, without the white space around them."""
    lines = [span for span in map(_trimmed, _LINE.finditer(text)) if span is not None]
    wrapped = _wrap_width(text, lines)
    found: list[Span] = []
    for span in lines:
        if found and wrapped and _continues(text, found[-1], span, wrapped):
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return found


def hard_wrapped(text: str) -> bool:
    """Whether *text* is typed as a wire is: lines of one width, paragraphs told by an indent.

    Markup that was only laid out nicely indents all of its lines, or none.
    """
    if text.count("\n") < _FEWEST_LINES:
        return False
    lines = [span for span in map(_trimmed, _LINE.finditer(text)) if span is not None]
    indented = sum(_indent(text, span) > 0 for span in lines[1:])
    flush = len(lines) - 1 - indented
    return min(indented, flush) > 1 and _wrap_width(text, lines) > 0


def _trimmed(match: regex.Match[str]) -> Span | None:
    line = match[0]
    start = match.start() + len(line) - len(line.lstrip())
    return Span(start, start + len(line.strip())) if line.strip() else None


def _wrap_width(text: str, lines: list[Span]) -> int:
    """Return the width at which *text* was evenly wrapped, 0 for text that was not."""
    indented = [i for i, span in enumerate(lines) if _indent(text, span)]
    if 2 <= len(indented) <= len(lines) // 2:
        lines = lines[indented[0] :]  # what is above is a head of short lines
    width = max((len(span) for span in lines), default=0)
    pairs = [(a, b) for a, b in pairwise(lines) if _wraps(text, a, b)]
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP or not pairs:
        return 0
    filled = [_is_full(text, *pair, width) for pair in pairs]
    unfinished = [bool(_UNFINISHED.search(a.of(text))) for a, _ in pairs]
    full = sum(filled)
    open_ends = sum(map(operator.and_, filled, unfinished))
    if full * 5 >= len(pairs) * 3:
        return width if open_ends * 2 > full else 0
    # Short paragraphs without blank lines: below the head most lines that are not full end a
    # sentence, and those that are do not.
    first = filled.index(True) if full else 0
    ragged = sum(unfinished[first:]) - open_ends
    return width if open_ends >= _FEWEST_OPEN and ragged * 3 <= open_ends else 0


def _continues(text: str, above: Span, below: Span, width: int) -> bool:
    last = Span(max(above.start, text.rfind("\n", 0, above.end) + 1), above.end)
    return (
        _wraps(text, last, below)
        and _is_full(text, last, below, width)
        and not _ITEM.match(below.of(text))
    )


def _is_full(text: str, above: Span, below: Span, width: int) -> bool:
    """Whether the first word of the line *below* had no room in the line *above*."""
    first = below.of(text).split(maxsplit=1)[0]
    return len(above) + 1 + min(len(first), width // 3) > width - 2


def _wraps(text: str, above: Span, below: Span) -> bool:
    """Whether *below* may go on with the paragraph of the line *above*."""
    return _breaks(text, above, below) == 1 and _indent(text, below) <= _indent(text, above)


def _indent(text: str, line: Span) -> int:
    """How many characters of white space stand before *line*."""
    before = text[max(0, line.start - _DEEPEST) : line.start]
    return len(before) - len(before.rstrip(" \t\u3000"))


def _breaks(text: str, above: Span, below: Span) -> int:
    return text[above.end : below.start].replace("\r\n", "\n").replace("\r", "\n").count("\n")
