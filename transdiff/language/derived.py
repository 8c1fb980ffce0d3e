"""What a newsroom may compute from stated figures: a sum, a difference, a share, a change."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from transdiff.facts import Bound, Quantity
from transdiff.language.amounts import kind_of
from transdiff.language.derived_neighbours import follows_from_neighbours
from transdiff.language.one_unit import LEAST_COUNT, equal, in_percent
from transdiff.language.units import dimension_of, in_base, same_unit

_MOST_OPERANDS = 12
_ROUGHLY = 0.05
"""By which share of it an area may be rounded."""
_FIXED = (Bound.EXACT, Bound.AT_LEAST, Bound.AT_MOST)
"""Bounds whose figure is not rounded: a limit is set."""
_JOINT = 4
"""Code points between the ends of a range: *de 5 a 11*."""
_CHANGED = 0.01
"""By how much what a currency costs may be rounded."""


def derivable(
    claim: Quantity,
    stated: Sequence[Quantity],
    beside: frozenset[float] = frozenset(),
    given: frozenset[float] | None = None,
) -> bool:
    """Whether a newsroom may compute *claim* from two stated figures of one kind.

    *beside* are the figures of the same sentence: where the whole is repeated, the other part is
    computed even if it is small (``three of the five agreed``, ``two of the five dissented``).
    *given* are those of the whole text, where they are known: of two figures whose sum or
    difference is told, one is told as well, else some two of a handful would make any.
    """
    if claim.kind in ("ordinal", "identifier", "score", "vague"):
        return False
    if claim.high is not None:
        return _spans(claim, stated)
    if claim.role == "except" and any(
        a.value - b.value == claim.value for a, b in pairwise(stated)
    ):
        return True  # all but seven of 52 are 45
    if follows_from_neighbours(claim, stated):
        return True
    stated = [q for q in stated if q.kind not in ("ordinal", "identifier", "article")]
    aged = claim.unit == "year"  # "from 62 to 64" is "by two years, to 64"
    wholes = [q for q in stated if q.value in beside and (not claim.unit or (aged and not q.unit))]
    rest = (q.value - claim.value for q in wholes)
    if any(part > 0 and any(q.value == part for q in stated) for part in rest):
        return True
    if any(_whole(claim, q, stated) for q in stated if q.value in beside):
        return True
    if any(_is_reciprocal(claim, q) for q in stated):
        return True
    if any(_is_width(claim, q) for q in stated):
        return True
    operands = [q for q in stated if q.high is None]
    if _by_gap(claim, operands, beside):
        return True
    if any(_part(claim, q, stated, beside) for q in stated):
        return True
    if any(_is_growth(claim, a, b) or _is_start(claim, a, b) for a, b in pairwise(stated)):
        return True
    if any(_grown(claim, share, q) for share in stated for q in operands[:_MOST_OPERANDS]):
        return True
    factors = [q for q in stated if q.kind in ("fraction", "multiple") and q.high is None]
    if any(_multiplied(claim, f, q) for f in factors for q in operands[:_MOST_OPERANDS]):
        return True
    shares = [q for q in operands if q.unit == "percent"] if _is_bare_part(claim) else []
    if any(_is_held_before(claim, a, b) for a in shares for b in shares):
        return True
    operands = operands[:_MOST_OPERANDS]
    firsts = [(n, a) for n, a in enumerate(operands) if a.value and _may_compute(claim, a)]
    return any(
        _computes(claim, a, b, given) for n, a in firsts for m, b in enumerate(operands) if m != n
    )


def _is_width(claim: Quantity, stated: Quantity) -> bool:
    """Whether *claim* is by how much a range goes up or down: *from 120 to 180* is 60 more."""
    wide = stated.high is not None and _takes(claim, stated)
    return wide and equal(claim.value, abs((stated.high or 0.0) - stated.value), 0.0)


def _is_reciprocal(claim: Quantity, stated: Quantity) -> bool:
    """Whether one currency is told in the other: a dollar is 0.92 euros, a euro 1.09 dollars."""
    moneys = {dimension_of(q.unit) for q in (claim, stated)} == {"money"}
    return moneys and claim.unit != stated.unit and equal(claim.value * stated.value, 1, _CHANGED)


def _spans(claim: Quantity, stated: Sequence[Quantity]) -> bool:
    """Whether both ends of a range are stated one by one: *from 5 to 11 years old*."""
    ends = [q.value for q in stated if q.role in ("from", "to") and kind_of(q) == kind_of(claim)]
    if claim.value in ends and claim.high in ends:
        return True
    if any(_about(claim, a, b) for a, b in pairwise(stated)):
        return True
    ages = {q.value for q in stated if q.kind == "age" or (q.kind == "cardinal" and not q.nouns)}
    if claim.kind == "age" and ages.issuperset({claim.value, claim.high}):
        return True  # the oldest was 81 and the youngest six
    return any(
        (a.value, b.value) == (claim.value, claim.high)
        and b.role == "to"
        and 0 < b.span.start - a.span.end <= _JOINT
        and kind_of(b) == kind_of(claim)
        for a, b in pairwise(stated)
    )


def _about(claim: Quantity, middle: Quantity, margin: Quantity) -> bool:
    """Whether a range is a figure less and plus its margin: *4 %, plus or minus one point*."""
    if margin.role != "margin" or kind_of(middle) != kind_of(claim):
        return False
    ends = (middle.value - margin.value, middle.value + margin.value)
    return equal(claim.value, ends[0], 0.0) and equal(claim.high or 0.0, ends[1], 0.0)


def _whole(claim: Quantity, part: Quantity, stated: Sequence[Quantity]) -> bool:
    """Whether *claim* is *part* with the rest: ``four of seven`` for ``four votes to three``."""
    if not claim.nouns:
        return False
    rest = (q for q in stated if q is not part and _belongs(q, part, claim))
    return claim.unit == part.unit and any(q.value == claim.value - part.value for q in rest)


def _by_gap(claim: Quantity, stated: Sequence[Quantity], beside: frozenset[float]) -> bool:
    """Whether a bare *claim* is a repeated figure and its gap: *five years, three fewer than*."""
    if claim.unit or claim.nouns or claim.kind != "cardinal":
        return False
    gaps = [q.value for q in stated if not q.unit and q.kind == "cardinal"]
    wholes = [q.value for q in stated if q.unit and q.value in beside]
    return any(claim.value in (w + gap, w - gap) for w in wholes for gap in gaps if gap < w)


def _belongs(rest: Quantity, part: Quantity, claim: Quantity) -> bool:
    """Whether two figures count the same, or who met one fate: *four adults, two children*."""
    if not rest.nouns or rest.nouns == part.nouns:
        return True
    return bool(claim.fate) and part.fate == claim.fate and rest.fate in ("", claim.fate)


def _part(
    claim: Quantity, one: Quantity, stated: Sequence[Quantity], beside: frozenset[float]
) -> bool:
    """Whether *claim* is half of a whole that is repeated, or what the other part leaves of it."""
    if claim.unit or one.unit:
        return False
    if one.kind == "fraction":
        wholes = (q.value for q in stated if not q.unit and q.value in beside)
        return any(equal(claim.value, one.value * whole, 0.5) for whole in wholes)
    return one.value in beside and any(q.value == one.value + claim.value for q in stated)


def _grown(claim: Quantity, share: Quantity, end: Quantity) -> bool:
    """Whether *end* is *claim* after a change by *share*: 2.4 million, 20 percent more, for 2."""
    percent = share.unit == "percent" and share.role != "to" and share.high is None
    if not percent or end.unit != claim.unit or not _takes(claim, end):
        return False
    if claim.unit == "percent" or kind_of(claim) == "time":
        return False  # shares grow by points, and hardly anything lasts 7 percent longer
    factors = (1 + share.value / 100, 1 - share.value / 100)
    slack = min(claim.precision, 0.02 * claim.value)
    return any(f > 0 and equal(end.value / f, claim.value, slack) for f in factors)


def _is_growth(claim: Quantity, share: Quantity, end: Quantity) -> bool:
    """Whether *claim* is how much a change by *share* to *end* was: *fell by 2 % to 49 million*."""
    by = share.unit == "percent" and share.role == "by" and end.role == "to" and share.high is None
    if not by or claim.unit != end.unit or end.high is not None or kind_of(claim) == "time":
        return False
    part = share.value / 100
    changes = (end.value * part / factor for factor in (1 + part, 1 - part) if factor > 0)
    return any(equal(change, claim.value, _ROUGHLY / 2 * claim.value) for change in changes)


def _is_start(claim: Quantity, points: Quantity, end: Quantity) -> bool:
    """Whether *claim* is what a share was before it changed by so many points: *from 4.25 %*."""
    by = dimension_of(points.unit) == "points" and points.role == "by" and end.role == "to"
    if not by or {claim.unit, end.unit} != {"percent"} or end.high is not None:
        return False
    change = in_base(points.value, points.unit)
    return any(equal(claim.value, end.value + c, claim.precision) for c in (change, -change))


def _is_bare_part(claim: Quantity) -> bool:
    return claim.kind == "fraction" and not claim.role


def _is_held_before(claim: Quantity, more: Quantity, end: Quantity) -> bool:
    """Whether a fraction is what a share was: *a further 40 percent, so that it has 90*: half."""
    return end.role == "to" and equal(end.value - more.value, in_percent(claim), 0.5)


def _multiplied(claim: Quantity, factor: Quantity, base: Quantity) -> bool:
    """Whether *claim* is *base* times *factor*, or changed by it: *twice the usual 90 minutes*.

    Only what is measured, in whatever unit: small counts are so by chance.
    """
    if not claim.unit or claim.unit == "percent" or not dimension_of(claim.unit):
        return False
    if dimension_of(claim.unit) != dimension_of(base.unit) or base.value == claim.value:
        return False
    true, said = in_base(base.value, base.unit), in_base(claim.value, claim.unit)
    share = factor.value
    times = (1 - share, 1 + share) if factor.role == "by" else (share,)
    return any(equal(said, each * true, 0.02 * said) for each in times)


def _may_compute(claim: Quantity, a: Quantity) -> bool:
    """Whether *claim* may be computed from *a* and any other figure: most figures are of no use."""
    return _takes(claim, a) or _is_part(claim, a)


def _is_part(claim: Quantity, a: Quantity) -> bool:
    """Whether a share may be of *a*: of another share only *down to half* is told."""
    halved = claim.kind == "fraction" and claim.role == "to" and a.unit == "percent"
    return kind_of(claim) == "share" and (kind_of(a) != "share" or halved)


def _computes(
    claim: Quantity, a: Quantity, b: Quantity, given: frozenset[float] | None = None
) -> bool:
    if kind_of(a) != kind_of(b) and not _one_unit(a, b):
        return False
    if _is_part(claim, a):
        change = abs(b.value - a.value) / abs(a.value) * 100
        part = 100 * min(a.value, b.value) / max(a.value, b.value)
        said = in_percent(claim)
        slack = 1.5 if claim.kind == "fraction" else max(claim.precision, 0.5)
        if claim.bound in (Bound.ABOUT, Bound.ALMOST):
            slack = max(slack, _ROUGHLY * said)  # 48.7 is almost 50
        if claim.kind == "fraction" and _is_just_beside(claim, said, part):
            return True
        return equal(change, said, slack) or (claim.role != "by" and equal(part, said, slack))
    if not _one_unit(a, b) or not _takes(claim, a):
        return False
    if given is not None and given.isdisjoint((a.value, b.value, _growth(a, b))):
        return False
    if claim.fate and a.fate and b.fate and a.fate != b.fate:
        return False  # the missing and the hurt are not so many hurt
    exact = max(claim.precision, a.precision, b.precision) * 1.01
    rough = claim.bound not in _FIXED
    slack = _ROUGHLY * abs(claim.value) if rough else min(exact, 0.02 * abs(claim.value))
    sums = (a.value + b.value, abs(a.value - b.value))
    return any(equal(value, claim.value, slack) for value in sums)


def _growth(one: Quantity, other: Quantity) -> float:
    """By how many percent the larger of two figures is more than the smaller, 0 for an odd one."""
    small, large = sorted((one.value, other.value))
    percent = 100 * (large - small) / small if small > 0 else 0.0
    return float(round(percent)) if equal(percent, round(percent), 0.01) else 0.0


def _is_just_beside(claim: Quantity, said: float, part: float) -> bool:
    """Whether a fraction with a bound is a fair one of a share: *less than half* for 47.6 %."""
    gap = said - part
    below, above = claim.bound is Bound.LESS, claim.bound is Bound.MORE
    return (below and 0 < gap <= _ROUGHLY * said * 2) or (above and 0 < -gap <= _ROUGHLY * said * 2)


def _takes(claim: Quantity, operand: Quantity) -> bool:
    """Whether a sum or difference of *operand* may be *claim*; small counts are so by chance."""
    if not claim.unit and claim.value < LEAST_COUNT:
        return False
    if {claim.unit, operand.unit} == {"percentage-point", "percent"}:
        return True
    return _one_unit(claim, operand) and claim.kind != "age"


def _one_unit(a: Quantity, b: Quantity) -> bool:
    """Whether two figures have one unit, be it left out: *43 million less*, *to 20 km from 15*."""
    if same_unit(a.unit, b.unit):  # dollars are US dollars for who says so
        return True
    bare = not (a.unit and b.unit)
    roles = {a.role, b.role}
    paid = dimension_of(a.unit or b.unit) == "money" and "to" in roles  # "100 euros, to 1,100"
    return bare and (min(a.scale, b.scale) > 1 or roles == {"to", "from"} or paid)
