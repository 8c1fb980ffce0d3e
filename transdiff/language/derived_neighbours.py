"""What follows from figures that stand side by side: a share of a whole, both groups, an area."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from transdiff.facts import Quantity
from transdiff.language.amounts import kind_of
from transdiff.language.one_unit import equal, in_percent
from transdiff.language.units import dimension_of, in_base, same_unit

_ROUGHLY = 0.05
"""By which share of it an area may be rounded."""
_BY_SHARE = 0.02
"""By which share of it a whole may be off that is computed from a part."""
_OF_THE = 12
"""Code points between a part and its whole."""
_OF_WHICH = 30
"""Code points between an amount and the share of it: *600,000 euros, of which 60% goes to her*."""
_OF_WHAT_IS = 60
"""The same where the amount is what the share is of: *4% of revenue, which is 900 million*."""
_TEAM = 20
"""A count from which two groups seldom add up to it by chance."""
_ASIDE = 40
"""Code points between two groups that are told side by side."""
_MISSING = "missing"


def follows_from_neighbours(claim: Quantity, stated: Sequence[Quantity]) -> bool:
    """Whether *claim* follows from two or three figures of *stated* that are next to each other."""
    if _is_missing(claim, stated):
        return True
    return any(_follows(claim, a, b) for a, b in pairwise(stated))


def _follows(claim: Quantity, a: Quantity, b: Quantity) -> bool:
    """Whether *claim* follows from two neighbours, some of which may stand in either order."""
    return (
        _of_whole(claim, a, b)
        or _is_area(claim, a, b)
        or _is_of_both(claim, a, b)
        or _are_together(claim, a, b)
        or _is_share(claim, a, b)
        or _is_share(claim, b, a)
        or _is_whole(claim, a, b)
        or _is_whole(claim, b, a)
    )


def _is_missing(claim: Quantity, stated: Sequence[Quantity]) -> bool:
    """Whether *claim* are those of whom nothing is known: of 61 people 36 were saved, nine died."""
    if claim.fate != _MISSING:
        return False
    rows = zip(stated, stated[1:], stated[2:], strict=False)
    return any(a.value - b.value - c.value == claim.value for a, b, c in rows)


def is_share_of(claim: Quantity, a: Quantity, b: Quantity) -> bool:
    """Whether *claim* is the share that the smaller of two counts of one thing is of the larger."""
    counts = a.unit == b.unit != "percent" and a.high is None and b.high is None
    if claim.high is not None or kind_of(claim) != "share" or not counts:
        return False
    small, large = sorted((a.value, b.value))
    if small <= 0 or {a.kind, b.kind} & {"ordinal", "identifier", "score", "vague"}:
        return False
    slack = 1.5 if claim.kind == "fraction" else max(claim.precision, 0.5)
    return equal(100 * small / large, in_percent(claim), slack)


def _is_of_both(claim: Quantity, a: Quantity, b: Quantity) -> bool:
    """Whether *claim* is the share that one of two counts is of both: *58 for it, 42 against*."""
    if claim.unit != "percent" or not (a.kind == b.kind == "cardinal"):
        return False
    both = replace(b, value=a.value + b.value)
    return a.unit == b.unit and (is_share_of(claim, a, both) or is_share_of(claim, b, both))


def _are_together(claim: Quantity, a: Quantity, b: Quantity) -> bool:
    """Whether *claim* counts two groups told side by side: 84 passengers and six crew are 90.

    The dead and the hurt are not so many dead.
    """
    groups = (claim, a, b)
    if claim.value < _TEAM or not all(q.kind == "cardinal" and not q.unit for q in groups):
        return False
    fates = {q.fate for q in (a, b)}
    side_by_side = 0 < b.span.start - a.span.end <= _ASIDE
    return side_by_side and len(fates) == 1 and a.value + b.value == claim.value


def _of_whole(claim: Quantity, part: Quantity, whole: Quantity) -> bool:
    """Whether *claim* is a share of a whole, or its rest: *half of the 60*, *one of the 26*."""
    beside = 0 < whole.span.start - part.span.end <= _OF_THE
    if not beside or claim.unit or whole.unit or part.unit not in ("", "percent"):
        return False
    if part.kind == "fraction" or part.unit:
        share = part.value * whole.value / (100 if part.unit else 1)
        return equal(claim.value, share, 0.5) or equal(claim.value, whole.value - share, 0.5)
    return part.value < whole.value and claim.value == whole.value - part.value


def _is_share(claim: Quantity, share: Quantity, whole: Quantity) -> bool:
    """Whether *claim* is what a share is of the amount it stands beside, in the claim's digits."""
    part = share.unit == "percent" or share.kind == "fraction"
    if not part or share.role or not same_unit(claim.unit, whole.unit) or share.high is not None:
        return False
    said_behind = share.unit == "percent" and share.span.end <= whole.span.start
    near = _OF_WHAT_IS if said_behind else _OF_WHICH
    if share.span.gap(whole.span) > near or kind_of(claim) in ("share", "time"):
        return False
    slack = min(claim.precision, 0.02 * claim.value) if claim.unit else claim.precision
    return equal(claim.value, in_percent(share) / 100 * whole.value, slack)


def _is_whole(claim: Quantity, share: Quantity, part: Quantity) -> bool:
    """Whether *claim* is of what a part is a share, or its rest: *400 people, a fifth of them*."""
    told = share.unit == "percent" or share.kind == "fraction"
    if not told or share.role or share.high is not None or not same_unit(claim.unit, part.unit):
        return False
    size = in_percent(share) / 100
    if share.span.gap(part.span) > _OF_WHICH or not 0 < size < 1 or kind_of(claim) != kind_of(part):
        return False
    whole = part.value / size
    slack = max(claim.precision, _BY_SHARE * claim.value)
    return equal(claim.value, whole, slack) or equal(claim.value, whole - part.value, slack)


def _is_area(claim: Quantity, length: Quantity, width: Quantity) -> bool:
    """Whether *24 square metres* are *6 metres by 4*."""
    beside = 0 < width.span.start - length.span.end <= _OF_THE
    units = {u for u in (length.unit, width.unit) if u}
    if dimension_of(claim.unit) != "area" or not beside or len(units) != 1:
        return False
    unit = units.pop()
    if dimension_of(unit) != "length":
        return False
    true = in_base(length.value, unit) * in_base(width.value, unit)
    return equal(in_base(claim.value, claim.unit), true, _ROUGHLY * true)
