"""An age by its ten years: *in her late seventies*, *Mitte fünfzig*, *in their 20s or 30s*."""

from __future__ import annotations

from transdiff.facts import Bound, Quantity, WordKind
from transdiff.language.figure_text import FigureText

_TENS = 10
_PARTS = {"": (0, 9), "early": (0, 4), "mid": (3, 7), "late": (6, 9)}
"""Which years of the ten are meant, the first and the last."""
_Ages = tuple[float, float, int]


def decade(text: FigureText, at: int) -> tuple[Quantity, int] | None:
    """Return the age that begins at piece *at*, as a range that it is about, and where it ends."""
    found = _ages(text, at)
    if found is None:
        return None
    low, high, end = found
    ranges = text.lex.ranges
    joins = {*ranges.get("or", ()), *ranges.get("and", ()), *ranges.get("to", ())}
    if text.fold(end) in joins and (more := _ages(text, end + 1)):
        _, high, end = more
    span = text.passage.span(text.pieces[at].start, text.pieces[end - 1].end)
    return Quantity(span, low, high, "year", Bound.ABOUT, kind="age", precision=_TENS / 2), end


def _ages(text: FigureText, at: int) -> _Ages | None:
    """Return the first and the last age of a decade that begins at piece *at*, and its end."""
    part = text.lex.decade_parts.match(text.pieces, at)
    word = at if part is None else part[1] + (text.fold(part[1]) == "-")
    if word >= len(text.pieces):
        return None
    found = text.lex.decades.match(text.pieces, word) or _in_digits(text, word)
    if found is None and part is not None:
        found = _counted(text, word)
    if found is None:
        return None
    first, last = _PARTS[part[0] if part else ""]
    return found[0] + first, found[0] + last, found[1]


def _in_digits(text: FigureText, at: int) -> tuple[float, int] | None:
    """Read *40s*: a decade of life where no date has it for years."""
    piece = text.pieces[at]
    tens = piece.fold.removesuffix("s")
    if piece.kind is not WordKind.NUMBER or tens == piece.fold or text.in_moment(piece):
        return None
    return (float(tens), at + 1) if len(tens) == 2 and tens.endswith("0") else None


def _counted(text: FigureText, at: int) -> tuple[float, int] | None:
    """Read the plain number of *Ende sechzig*, where nothing follows that it counts."""
    numeral = text.numeral(at)
    if numeral is None or numeral.kind != "cardinal" or numeral.digits or text.counts(numeral.end):
        return None
    tens = _TENS < numeral.value < _TENS * _TENS and numeral.value % _TENS == 0
    return (numeral.value, numeral.end) if tens and not text.unit_at(numeral.end) else None
