"""How far two figures of a reference are apart, where a word says that it is a difference.

*A route 3,200 km shorter* for *13,000 km* and *6,100 miles*, *six years her senior* for 25 and 19.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from transdiff.facts import Bound, Quantity
from transdiff.language.amounts import equal, kind_of
from transdiff.language.units import convertible, in_base
from transdiff.rules.facts.counterparts import Figure
from transdiff.rules.facts.sharing import is_difference

_ROUGHLY, _CLOSE = 0.06, 0.02
"""Share by which a difference may be rounded where it is *about* so, and where units differ."""
_AGES = range(10, 120)
_MOST = 40


def is_gap_told(figure: Figure, others: Sequence[Figure]) -> bool:
    """Whether a measured difference is that of two figures of one reference, in whatever unit."""
    one = figure.quantity
    if not one.unit or one.unit == "percent" or one.high is not None or not is_difference(figure):
        return False
    alike = [f for f in others if _may_differ(f.quantity, one)][:_MOST]
    return any(a.witness is b.witness and _apart(a, b, one) for a, b in combinations(alike, 2))


def _may_differ(quantity: Quantity, gap: Quantity) -> bool:
    """Whether the gap may be from a figure: it is of its dimension, or a bare age."""
    if quantity.high is not None or quantity.kind in ("identifier", "score", "ordinal"):
        return False
    bare = quantity.kind == "cardinal" and not (quantity.unit or quantity.nouns)
    aged = gap.unit == "year" and bare and quantity.value in _AGES
    return aged or (kind_of(quantity) == kind_of(gap) and convertible(quantity.unit, gap.unit))


def _apart(a: Figure, b: Figure, gap: Quantity) -> bool:
    one, two = (in_base(q.value, q.unit or gap.unit) for q in (a.quantity, b.quantity))
    size = in_base(gap.value, gap.unit)
    converted = {a.quantity.unit, b.quantity.unit} - {gap.unit, ""}
    share = _ROUGHLY if gap.bound is not Bound.EXACT else _CLOSE if converted else 0.0
    return equal(abs(one - two), size, share * abs(size))
