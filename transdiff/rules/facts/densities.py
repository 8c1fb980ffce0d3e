"""Rates of so many a whole: *5 grams per 100 millilitres*, *50 grams a litre*; *12 per 100,000*."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from transdiff.language.figure_phrases import PRICED
from transdiff.language.one_unit import equal
from transdiff.language.units import dimension_of, in_base
from transdiff.rules.facts.counterparts import Figure, preceded

_BEHIND = 40
"""Code points from a figure to the whole that it is told for, with what is counted between."""
_LEAST = 100
"""The least count that is such a whole: *four in ten* is a share."""
_SLACK = 0.02


class _Density(NamedTuple):
    """How many of what there are of one base unit of what; ``whole`` is the figure that says so."""

    value: float
    of: str
    per: str
    whole: Figure | None


def same_density(figure: Figure, mine: Sequence[Figure], others: Sequence[Figure]) -> bool:
    """Whether a figure, or the one whose whole it is, is a rate that a reference tells as well."""
    told = [d for f in others if (d := _density(f, others)) is not None]
    own = [d for f in mine if (d := _density(f, mine)) is not None and figure in (f, d.whole)]
    return any(_same(one, other) for one in own for other in told)


def _same(one: _Density, other: _Density) -> bool:
    alike = (one.of, one.per) == (other.of, other.per)
    return alike and equal(one.value, other.value, _SLACK * abs(one.value))


def _density(figure: Figure, figures: Sequence[Figure]) -> _Density | None:
    quantity = figure.quantity
    if quantity.high is not None or quantity.kind not in ("cardinal", "measure"):
        return None
    amount = in_base(quantity.value, quantity.unit)
    of = dimension_of(quantity.unit) or quantity.unit
    if dimension_of(quantity.per) in PRICED:
        return _Density(amount / in_base(1.0, quantity.per), of, dimension_of(quantity.per), None)
    whole = _whole_of(figure, figures)
    if whole is None:
        return None
    size = in_base(whole.quantity.value, whole.quantity.unit)
    return _Density(amount / size, of, dimension_of(whole.quantity.unit), whole)


def _whole_of(figure: Figure, figures: Sequence[Figure]) -> Figure | None:
    """Return the next figure, where it says for how many the first one is told."""
    end = figure.quantity.span.end
    behind = [f for f in figures if f.segment is figure.segment and f.quantity.span.start >= end]
    whole = min(behind, key=lambda f: f.quantity.span.start, default=None)
    if (
        whole is None
        or whole.quantity.span.start - end > _BEHIND
        or whole.quantity.high is not None
    ):
        return None
    one = whole.quantity
    measured = dimension_of(one.unit) in PRICED and one.value > 0
    counted = one.kind == "cardinal" and not one.unit and one.value >= _LEAST
    return whole if (measured or counted) and preceded(whole, "per-so-many") else None
