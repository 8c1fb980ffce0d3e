"""The unit of a figure with its rate: *percent*, *84 pounds lighter*, *80 tonnes a year*."""

from __future__ import annotations

from dataclasses import replace

from transdiff.facts import Quantity, Span, WordKind
from transdiff.language.dictionary import UNSPACED
from transdiff.language.figure_text import FigureText
from transdiff.language.numeral_builder import Numeral
from transdiff.language.units import dimension_of, in_base

_MEASURED = 2
"""Words for what is measured that may stand between a unit and its rate."""
_MEASURED_OF = 4
"""The same behind *of*: *tons of liquefied natural gas a year*."""
_BRACKETED = 8
"""Pieces of a conversion in brackets that may stand between them, its brackets included."""
_OPENING, _CLOSING = ("(", "（"), (")", "）")
_AHEAD = 10
"""Characters that a rate may stand before its figure."""
_LETTERS = {"m": 1e6, "b": 1e9}
"""Letters that are scales after an amount of money in digits."""
_POINTS = "percentage-point"
_POUND, _POUND_OF_MASS = "pound", "pound-mass"
PLAYED = "minute"
"""What an ordinal of is a time: *in the 28th minute* is *after 28 minutes*."""


def with_letter_scale(text: FigureText, sum_: Numeral) -> Numeral:
    """Return a sum of money in digits with the letter behind it: *$53m*, *$250-M*."""
    letter = sum_.end + (text.fold(sum_.end) == "-")
    power = _LETTERS.get(text.fold(letter), 0.0)
    if not power or not sum_.digits:
        return sum_
    value, precision = sum_.value * power, sum_.precision * power
    return replace(sum_, value=value, precision=precision, scale=power, end=letter + 1)


def unit_of(text: FigureText, numeral: Numeral, unit: str, end: int) -> tuple[str, int, float]:
    """Return the unit with its rate, where it ends, and a half that follows it."""
    last = text.pieces[end - 1]
    extra = 0.0
    if numeral.kind == "fraction" and (point := _point(text, end)):
        unit, end = _POINTS, point
    elif last.kind is WordKind.NUMBER and last.fold[-1] in "%‰٪":
        unit = text.lex.by_symbol[last.fold[-1]]
    elif not unit:
        at = end + 1 if text.fold(end) == "-" else end
        found = text.unit_at(at)
        if found is None and text.fold(at) in text.lex.numbers.further:
            found = text.unit_at(at + 1)
        if found is not None and (numeral.kind != "ordinal" or found[0] == PLAYED):
            unit, end = found
            half = text.lex.numbers.halves.match(text.pieces, end)
            if half and (dimension_of(unit) == "time" or _closes(text, half[1])):
                extra, end = half
    elif text.fold(end) and numeral.kind != "ordinal":
        found = text.unit_at(end)
        if found is not None and dimension_of(found[0]) == "money":
            end = found[1]
    if unit == _POUND and _weighs(text, numeral.first, end):
        unit = _POUND_OF_MASS
    if "/" not in unit:
        per = _rate_at(text, end)
        if per is not None and (unit or text.fold(end) in ("per", "/")):
            unit, end = f"{unit}/{per[0]}", per[1]
        elif unit and (rate := _rate_apart(text, numeral.first, end)):
            unit = f"{unit}/{rate}"
    return unit, end, extra


def _point(text: FigureText, end: int) -> int:
    """Return where the point ends that a fraction up to *end* is of, 0 if it is of another."""
    if text.pieces[end - 1].fold in text.lex.points:
        return end  # "a quarter point"
    at = end + 1 if text.fold(end) == "-" else end
    return at + 1 if text.fold(at) in text.lex.points else 0


def _closes(text: FigureText, at: int) -> bool:
    """Whether a figure ends at piece *at*, so that a half before it counts nothing else."""
    return not text.fold(at).isalpha() or text.lex.is_grammar(text.pieces[at])


def _weighs(text: FigureText, first: int, end: int) -> bool:
    """Whether something weighs so much: *weighs 84 pounds*, *84 pounds lighter*."""
    beside = {text.fold(text.before_bound(first)), text.fold(end)}
    return not beside.isdisjoint(text.lex.weighing)


def _rate_apart(text: FigureText, first: int, end: int) -> str:
    """Return the rate that other words part from the unit, behind it or before the figure."""
    return _rate_behind_bracket(text, end) or _rate_after(text, end) or _rate_before(text, first)


def _rate_behind_bracket(text: FigureText, end: int) -> str:
    """Return the rate of a figure and of its conversion: *160 kilometres (100 miles) an hour*."""
    if text.fold(end) in _OPENING:
        inner = range(end, end + _BRACKETED)
        end = next((at for at in inner if text.fold(at) in _CLOSING), end)
    found = _rate_at(text, end + 1) if text.fold(end) in _CLOSING else None
    return found[0] if found else ""


def _rate_at(text: FigureText, at: int) -> tuple[str, int] | None:
    """Return the rate named at piece *at*, and where it ends; *a year earlier* is none."""
    found = text.lex.per.match(text.pieces, at)
    return None if found and text.fold(found[1]) in text.lex.no_rate else found


def _rate_after(text: FigureText, end: int) -> str:
    """Return the rate behind what is measured: *80 tonnes of fine dust per year*."""
    linked = text.fold(end) in text.lex.links
    most = _MEASURED_OF if linked else _MEASURED
    most += _bound_within(text, end, most)
    for at in range(end + 1 + linked, end + most + 1 + linked):
        between = text.pieces[end + linked : at]
        if any(p.kind is not WordKind.WORD for p in between):
            return ""
        if not linked and any(p.fold in text.lex.stop for p in between):
            return ""
        found = _rate_at(text, at)
        if found is not None:
            return found[0]
    return ""


def _bound_within(text: FigureText, end: int, most: int) -> int:
    """Return how many words a bound takes behind a figure: *50 gam đường trở lên mỗi lít*."""
    found = (
        (text.lex.bounds_after.match(text.pieces, at), at) for at in range(end, end + most + 1)
    )
    return next((bound[1] - at for bound, at in found if bound), 0)


def count_rate(text: FigureText, end: int) -> str:
    """Return the rate behind what is counted: *14 flights a day*."""
    rate = _rate_after(text, end)
    return rate if dimension_of(rate) == "time" else ""


def _rate_before(text: FigureText, first: int) -> str:
    """Return the rate before its figure, in Chinese and Japanese: *每月运煤100吨*."""
    if text.passage.lang not in UNSPACED:
        return ""
    for at in range(first - 1, max(-1, first - _AHEAD), -1):
        if text.pieces[at].kind is not WordKind.WORD:
            return ""
        found = _rate_at(text, at)
        if found is not None:
            return found[0]
    return ""


def with_single(text: FigureText, quantity: Quantity, first: int) -> Quantity:
    """Add the one unit before a figure where a language has no article: *год и два месяца*."""
    joined = first > 1 and text.fold(first - 1) in text.lex.numbers.joiners_of_units
    whole = text.unit_at(first - 2) if joined else None
    if whole is None or whole[1] != first - 1 or _is_counted(text, first - 2):
        return quantity
    if not dimension_of(quantity.unit) == dimension_of(whole[0]) == "time":
        return quantity
    more = in_base(1.0, whole[0]) / in_base(1.0, quantity.unit)
    if quantity.value >= more or quantity.high is not None:
        return quantity
    span = Span(text.passage.start + text.pieces[first - 2].start, quantity.span.end)
    return replace(quantity, span=span, value=round(quantity.value + more), kind="measure")


def joins_units(text: FigureText, at: int) -> bool:
    """Whether a zero only stands between two units of one measure: *一年零两个月*."""
    if not 0 < at < len(text.pieces) - 1:
        return False
    joins = text.fold(at) in text.lex.numbers.joiners_of_units
    more = text.numeral(at + 1) if joins and text.unit_at(at - 1) else None
    return more is not None and text.unit_at(more.end) is not None


def _is_counted(text: FigureText, at: int) -> bool:
    """Whether the piece before *at* counts or puts in order what stands at *at*."""
    before = text.pieces[at - 1] if at else None
    return before is not None and (
        before.kind is WordKind.NUMBER or text.lex.numbers.opens(before.fold)
    )
