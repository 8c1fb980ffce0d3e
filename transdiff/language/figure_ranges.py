"""Figures with two ends, *two to three hundred* or *100 m to 300 m*, and scores: *3:1*."""

from __future__ import annotations

from dataclasses import replace

from transdiff.language.figure_bounds import role_of
from transdiff.language.figure_text import FigureText
from transdiff.language.figure_units import unit_of
from transdiff.language.numeral_builder import Numeral
from transdiff.language.numerals import read_numeral

_TEN, _HUNDRED = 10, 100
_SMALL = 1000
"""Below it a lower end may share the scale of the upper one: *two to three million*."""


def first_of_two(text: FigureText, numeral: Numeral) -> tuple[Numeral, int]:
    """Return the first of two numbers that look like one: *بين عشرة آلاف وخمسة عشر ألفا*."""
    ranges, before = text.lex.ranges, text.before_bound(numeral.first)
    if text.fold(before) not in ranges.get("between", ()):
        return numeral, numeral.end
    for at in range(numeral.first + 1, numeral.end - 1):
        if text.fold(at) not in ranges.get("and", ()):
            continue
        low = read_numeral(text.lex.numbers, text.pieces[:at], numeral.first)
        high = read_numeral(text.lex.numbers, text.pieces, at + 1)
        ends = (low and low.end, high and high.end)
        if low and high and ends == (at, numeral.end) and low.value < high.value:
            return low, at
    return numeral, numeral.end


def upper_end(text: FigureText, first: int, low: Numeral, end: int) -> tuple[Numeral | None, int]:
    """Return the upper end of a range, or the second figure of a score, and where it ends."""
    ranges, before = text.lex.ranges, text.before_bound(first)
    split = text.fold(end) == "-" and text.fold(end + 1) in ranges.get("to", ())
    end += split  # zwei- bis dreihundert
    word = text.fold(end)
    between = text.fold(before) in ranges.get("between", ())
    joins = word in ranges.get("or", ()) or (between and word in ranges.get("and", ()))
    if word in ranges.get("to", ()):
        turned = text.fold(before) in ranges.get("from", ()) or role_of(text, first) == "by"
        joins = word in "-–—‑" or not turned
    opened = joins
    joins = joins or word in ranges.get("score", ())
    if not joins or end + 1 >= len(text.pieces):
        return None, end
    at = end + 1 + (text.fold(end + 1) == "+")
    high = read_numeral(text.lex.numbers, text.pieces, at) if at < len(text.pieces) else None
    if high is None or high.kind != "cardinal" or text.in_moment(text.pieces[at]):
        return None, end
    whole = low.value * (high.scale if low.scale == 1 else 1)
    if word in ranges.get("score", ()) and whole >= high.value:
        scored = _is_score(text, low, high, end) and not _before_change(text, first)
        return (high, high.end) if scored else (None, end)
    if not opened or _measures_apart(text, end, high.end):
        return None, end
    tight = text.pieces[end].end == text.pieces[at].start
    if whole >= high.value and not (word in "-–—‑:" and tight):
        return None, end
    return high, high.end


def _is_score(text: FigureText, low: Numeral, high: Numeral, mark: int) -> bool:
    """Whether two plain figures with piece *mark* between them are a score: *3:2*, *3比1*."""
    glued = text.pieces[high.first].start == text.pieces[mark].end
    digits = glued and low.digits and high.digits and text.fold(mark).isalpha()  # 3比1
    plain = low.scale == high.scale == 1 and (high.value > 1 or digits)
    plain = plain and not text.unit_at(high.end)
    return plain and text.pieces[high.end - 1].fold[-1] not in text.lex.by_symbol


def repeated_end(text: FigureText, low: Numeral, unit: str, end: int) -> tuple[Numeral | None, int]:
    """Read on in ``100 m to 300 m``; ``rose 5 percent to 71 percent`` is no range."""
    moved = text.fold(low.first - 1) in text.lex.ranges.get("moved", ())
    changed = moved or text.lex.changed(text.pieces, low.first)
    high, at = (None, end) if changed else upper_end(text, low.first, low, end)
    if high is None:
        return None, end
    other, at, _ = unit_of(text, high, "", at)
    return (high, at) if other == unit else (None, end)


def _before_change(text: FigureText, first: int) -> bool:
    """Whether the figure is how far something fell or rose: *slowed from 5 to 3*."""
    return role_of(text, first) == "from" or text.lex.changed(text.pieces, first)


def _measures_apart(text: FigureText, low: int, high: int) -> bool:
    """Whether only the lower figure has a sign, and another unit follows: *4.1% to 37.9 tons*.

    The arguments are where the figures end; a range may give its unit at its end alone.
    """
    by = text.lex.by_symbol
    one, two = (text.pieces[end - 1].fold[-1] for end in (low, high))
    if one not in by or two in by:
        return False
    unit = text.unit_at(high)
    return unit is None or unit[0] != by[one]


def scaled_like(text: FigureText, low: Numeral, high: Numeral) -> Numeral:
    """Return *low* with what is said of both ends at the upper one alone."""
    if high.scale > 1 and low.scale == 1 and low.value < _SMALL:
        low = replace(low, value=low.value * high.scale, scale=high.scale)
    if not low.digits:
        low = replace(low, value=low.value * _shared_hundred(text, low.value, high))
    return replace(low, kind="cardinal") if low.kind == "article" else low


def _shared_hundred(text: FigureText, low: float, high: Numeral) -> float:
    """The hundred or the dozen that is said of both ends: *five or six hundred*."""
    if high.value % _HUNDRED == 0 and low < high.value / _HUNDRED < _TEN:
        return _HUNDRED
    for table in (text.lex.numbers.scales, text.lex.numbers.collectives):
        found = table.match(text.pieces, high.end - 1)
        if found is not None and found[0] < _HUNDRED and low < high.value / found[0] < _TEN:
            return found[0]
    return 1.0
