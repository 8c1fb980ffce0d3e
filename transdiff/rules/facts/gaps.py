"""How far two figures of a reference are apart, where a word says that it is a difference.

*A route 3,200 km shorter* for *13,000 km* and *6,100 miles*, *six years her senior* for 25 and 19.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

from transdiff.comparison import Comparison
from transdiff.facts import Bound, Quantity
from transdiff.language.amounts import kind_of
from transdiff.language.one_unit import equal
from transdiff.language.units import convertible, dimension_of, in_base
from transdiff.rules.facts.counterparts import Figure, followed
from transdiff.rules.facts.sharing import is_difference

_ROUGHLY, _CLOSE = 0.06, 0.02
"""Share by which a difference may be rounded where it is *about* so, and where units differ."""
_AGES = range(10, 120)
_MOST = 40


def is_gap_told(pair: Comparison, figure: Figure, others: Sequence[Figure]) -> bool:
    """Whether a difference is that of two figures of one reference, in whatever unit.

    What is measured is compared in all of a reference, ages and ranks in the linked sentences.
    """
    one = figure.quantity
    if one.high is not None or one.unit == "percent":
        return False
    if followed(figure, "rungs"):
        return _is_climbed(one, others)
    if not one.unit or not is_difference(figure):
        return False
    if dimension_of(one.unit) == "time":
        told = [[f.quantity for f in others]]
    else:
        told = [[q for s in w.story.segments for q in s.facts.quantities] for w in pair.witnesses]
    return any(_differ(quantities, one) for quantities in told)


def _differ(told: Iterable[Quantity], gap: Quantity) -> bool:
    alike = [q for q in told if _may_differ(q, gap)][:_MOST]
    return any(_apart(a, b, gap) for a, b in combinations(alike, 2))


def _is_climbed(count: Quantity, others: Sequence[Figure]) -> bool:
    """Whether somebody rose or fell so many places: *from 41st to 19th* are 22."""
    ranks = (f.quantity for f in others if f.quantity.kind == "ordinal")
    return any(abs(a.value - b.value) == count.value for a, b in pairwise(ranks))


def _may_differ(quantity: Quantity, gap: Quantity) -> bool:
    """Whether the gap may be from a figure: it is of its dimension, or a bare age."""
    if quantity.high is not None or quantity.kind in ("identifier", "score", "ordinal"):
        return False
    bare = quantity.kind == "cardinal" and not (quantity.unit or quantity.nouns)
    aged = gap.unit == "year" and bare and quantity.value in _AGES
    return aged or (kind_of(quantity) == kind_of(gap) and convertible(quantity.unit, gap.unit))


def _apart(a: Quantity, b: Quantity, gap: Quantity) -> bool:
    one, two = (in_base(q.value, q.unit or gap.unit) for q in (a, b))
    size = in_base(gap.value, gap.unit)
    converted = {a.unit, b.unit} - {gap.unit, ""}
    share = _ROUGHLY if gap.bound is not Bound.EXACT else _CLOSE if converted else 0.0
    return equal(abs(one - two), size, share * abs(size))
