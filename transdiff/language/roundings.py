"""Whether one figure is a fair way to put another: rounded, *about*, a true bound, a range."""

from __future__ import annotations

import math

from transdiff.facts import Bound, Quantity
from transdiff.language.one_unit import equal
from transdiff.language.units import convertible, in_base

_LOOSE = 0.06
"""Share by which ``about`` may be off."""
_REACH = 1.34
"""How far from the true value a bound may lie and still be a fair statement of it."""
_BY_FIVE = 0.045
"""Share by which the next five may miss a figure."""
_LITTLE = 0.005
"""Share by which a figure may be rounded without a word for it."""
_LITTLE_OFF = 0.02
"""The same where it is cut by a decimal: *6 percent* for 6.1."""
_BY_HALF = 0.03
"""Share by which a half may miss what it is almost."""
LOWER = (Bound.MORE, Bound.AT_LEAST)
UPPER = (Bound.LESS, Bound.AT_MOST, Bound.ALMOST)
"""Bounds that lie below what is meant, and above it."""
AGES = frozenset({"cardinal", "age", "measure"})
"""Kinds of figures that may be ages: *he is not yet eighteen years old*."""
_TENS = 10
"""The least figure that is rounded to one digit, and twice the step of those in fives."""
_EXACT = 2
"""Digits from which a figure, though it is *about* right, is no round one."""
_STEPS = {
    (Bound.LESS, Bound.AT_MOST): -1,
    (Bound.AT_MOST, Bound.LESS): 1,
    (Bound.MORE, Bound.AT_LEAST): 1,
    (Bound.AT_LEAST, Bound.MORE): -1,
}
"""From a bound to another that says the same of whole numbers: *under 16*, *15 and below*."""


def covers(true: float, said: float, slack: float, stated: Quantity, claim: Quantity) -> bool:
    """Whether *claim*, *said* in one unit, is true where a text states what is *true* in it.

    *slack* is how far the conversion may be off.
    """
    if stated.high is not None or claim.high is not None:
        return _ranges(true, said, slack, stated, claim)
    factor = abs(true / stated.value) if stated.value else 1.0
    if equal(true, said, slack) or _next_whole(stated, claim):
        return True
    rounder = slack > 0 or digits_of(claim.value) < digits_of(stated.value)
    rounder = rounder or _step(claim.value) > _step(stated.value)  # less than 100: some 90
    rounder = rounder or claim.precision > stated.precision  # more than two dozen: 27
    rounder = rounder or _counts_in_fives(stated, claim)  # under 25: 24
    if _next_age(stated, claim) or (stated.bound is Bound.ALMOST and _just_below(true, said)):
        return True
    if rounder and claim.bound in LOWER and said <= true <= said * _REACH:
        return True
    if rounder and claim.bound in UPPER and said >= true >= said / _REACH:
        return True
    if _is_near_half(true, said, claim):
        return True
    if slack == 0 and not rounder and _is_as_exact(stated, claim):
        return False  # *some 9,700* are not *about 9,400*
    if Bound.ABOUT in (claim.bound, stated.bound) or (slack and claim.bound is not Bound.EXACT):
        return equal(true, said, max(_LOOSE * abs(true), slack)) or _about(
            true, said, stated, claim
        )
    return _rounded(true, said, stated, claim, factor)


def is_rounding(stated: Quantity, claim: Quantity) -> bool:
    """Whether a figure is another one in fewer digits, without a word for it: *9,600*, *9,604*."""
    one, two = stated.value, claim.value
    plain = stated.unit == claim.unit and stated.high is None and claim.high is None
    if not plain or stated.kind != claim.kind or digits_of(two) < _EXACT:
        return False
    fewer = digits_of(two) < digits_of(one)
    return fewer and 2 * abs(one - two) <= _step(two) and abs(one - two) <= _LITTLE * abs(one)


def is_decade(quantity: Quantity) -> bool:
    """Whether an age is told by its ten years: *in her late seventies*."""
    return quantity.kind == "age" and quantity.high is not None and quantity.bound is Bound.ABOUT


def digits_of(value: float) -> int:
    """Return the number of significant figures: 2 for 35,000, 4 for 35,010."""
    return len(f"{value:.10g}".replace(".", "").strip("0").split("e")[0]) or 1


def _just_below(true: float, said: float) -> bool:
    """Whether 170 minutes are what a reference calls nearly three hours."""
    return 0 < true - said <= _LOOSE * abs(true)


def _next_age(stated: Quantity, claim: Quantity) -> bool:
    """Whether who is 17 is said to be under 18, or who is 66 to be over 65."""
    plain = {stated.unit, claim.unit} <= {"", "year"} and stated.bound is Bound.EXACT
    ages = plain and stated.kind in ("cardinal", "age") and claim.kind in AGES
    step = {Bound.LESS: 1, Bound.MORE: -1}.get(claim.bound)
    return ages and step is not None and claim.value == stated.value + step


def _step(value: float) -> float:
    """Return the step in which a round figure counts: 100 for 300, 10 for 290, 1 for 293."""
    step = 1.0
    while value and value % (10 * step) == 0:
        step *= 10
    return step


def _counts_in_fives(stated: Quantity, claim: Quantity) -> bool:
    """Whether a figure is another one to the next five: 25 and 24, not 35 and *more than* 37."""
    fives = [q.value > _TENS and q.value % (_TENS / 2) == 0 for q in (claim, stated)]
    near = equal(stated.value, claim.value, _BY_FIVE * stated.value)
    return fives == [True, False] and near and stated.bound is Bound.EXACT


def _is_near_half(true: float, said: float, claim: Quantity) -> bool:
    """Whether a half is told with a bound that is true: *almost nine and a half* for 9.4."""
    below, above = claim.bound in UPPER and true < said, claim.bound in LOWER and true > said
    halves = _ends_in_five(claim.value)
    return halves and (below or above) and equal(true, said, _BY_HALF * abs(true))


def _is_as_exact(stated: Quantity, claim: Quantity) -> bool:
    """Whether a figure is no rounding of another one: it has as many digits, and not in fives."""
    figures = digits_of(claim.value)
    if stated.unit != claim.unit or figures < _EXACT or figures < digits_of(stated.value):
        return False
    return not _ends_in_five(claim.value)


def _ends_in_five(value: float) -> bool:
    """Whether the last figure is a five: 9.5, 450."""
    return f"{value:.10g}".replace(".", "").strip("0").endswith("5")


def _next_whole(stated: Quantity, claim: Quantity) -> bool:
    """Whether *under 16* is said as *15 and below*, or *over 64* as *65 and above*."""
    step = _STEPS.get((stated.bound, claim.bound), 0)
    whole = {stated.kind, claim.kind} <= {"cardinal", "age"} or stated.unit == claim.unit == "year"
    return bool(step) and whole and claim.value == stated.value + step


def _about(true: float, said: float, stated: Quantity, claim: Quantity) -> bool:
    """Whether *about 50* is said of a count of 46: one digit that the true value rounds to.

    Or *some 30 kilometres* of 20 miles: a measure that was converted.
    """
    counts = claim.kind == stated.kind == "cardinal" and claim.unit == stated.unit
    converted = claim.unit != stated.unit and bool(claim.unit and stated.unit)
    if claim.bound is not Bound.ABOUT or not (counts or converted):
        return False
    if claim.value < _TENS or digits_of(claim.value) > 1:
        return False
    step = 10.0 ** math.floor(math.log10(claim.value))
    return abs(true * claim.value / said - claim.value) <= step / 2


def _rounded(true: float, said: float, stated: Quantity, claim: Quantity, factor: float) -> bool:
    """Whether one figure is the other cut to fewer digits: 2.2 million for 2,204,000."""
    coarse = max(
        stated.precision * factor,
        claim.precision * abs(said / claim.value if claim.value and said else 1),
    )
    if stated.precision == claim.precision and stated.scale == claim.scale:
        return False
    near = coarse <= 0.05 * abs(true) or equal(true, said, _LITTLE_OFF * abs(true))
    return near and equal(true, said, coarse)


def _ranges(true: float, said: float, slack: float, stated: Quantity, claim: Quantity) -> bool:
    low = (stated.value, stated.high if stated.high is not None else stated.value)
    top = (claim.value, claim.high if claim.high is not None else claim.value)
    if is_decade(claim):
        meets = low[0] <= top[1] and top[0] <= low[1]
        return meets if is_decade(stated) else top[0] <= low[0] and low[1] <= top[1]
    if stated.high is not None and claim.high is None and _bounds_range(true, said, stated, claim):
        return True
    if low == top and true == stated.value and said == claim.value:
        return True
    if stated.high is not None and claim.high is None:
        inside = stated.value <= claim.value <= stated.high
        return inside and (claim.bound is not Bound.EXACT or claim.value in low)
    if stated.high is None and claim.high is not None:
        return False
    if stated.unit != claim.unit and convertible(stated.unit, claim.unit):
        ends = in_base(low[1], stated.unit), in_base(top[1], claim.unit)  # an offset is no factor
    else:
        scale = abs(said / claim.value) if claim.value else 1.0
        ours = abs(true / stated.value) if stated.value else 1.0
        true, said = low[0] * ours, top[0] * scale
        ends = low[1] * ours, top[1] * scale
    return equal(true, said, slack) and equal(*ends, 2 * slack)


def _bounds_range(true: float, said: float, stated: Quantity, claim: Quantity) -> bool:
    """Whether a limit is that of a whole range: *under two years* for 14 to 20 months."""
    assert stated.high is not None
    top = true * stated.high / stated.value if stated.value else stated.high
    if claim.bound in UPPER:
        return top <= said <= top * _REACH
    return claim.bound in LOWER and said <= true <= said * _REACH
