"""Two figures in one unit: kilometres in miles, a fifth in percent, a year's rate in months."""

from __future__ import annotations

from transdiff.facts import Quantity
from transdiff.language.units import (
    EXACT_SHARE,
    convertible,
    dimension_of,
    divides,
    in_base,
    in_base_step,
)

_COARSE = 0.25
"""Share by which a converted figure may be rounded at most."""
TIMES_A_YEAR = {"hour": 8760, "day": 365, "week": 52, "month": 12, "quarter": 4, "year": 1}
"""How often a period is in a year."""
_MOVED_IN = ("second", "minute", "hour")
"""Periods in which a length is a speed."""
LEAST_COUNT = 20
"""The least figure that may stand for a measure without its unit; a smaller one counts things."""


def in_percent(share: Quantity) -> float:
    """Return a share in percent: 两成 is 0.2 and 20 percent."""
    return 100 * share.value if share.kind == "fraction" else share.value


def equal(a: float, b: float, slack: float) -> bool:
    """Whether two values are the same within *slack*, and within what floats can tell."""
    return abs(a - b) <= slack + 1e-9 * max(abs(a), abs(b))


def in_one_unit(stated: Quantity, claim: Quantity) -> tuple[float, float, float] | None:
    """Return both values in one unit and the slack of converting; None for different things."""
    a, b = stated.unit, claim.unit
    if a == b == "degree" and _other_scale(stated.value, claim.value):
        return claim.value, claim.value, 0.0
    if {"fraction"} & {stated.kind, claim.kind} and {"percent", ""} & {a, b}:
        return _shares(stated, claim)
    true, said = _speed(stated), _speed(claim)
    if true is not None and said is not None and (a, stated.per) != (b, claim.per):
        return true, said, EXACT_SHARE * abs(true)
    if stated.per != claim.per and stated.per and claim.per:
        return _in_one_period(stated, claim)
    if a == b:
        return stated.value, claim.value, 0.0
    if not a or not b:
        bare = claim if not b else stated
        if bare.high is not None:
            return None  # a range of measures has its unit: *72-600* is the name of a model
        dimension = dimension_of(a or b)
        counted = bare.nouns and (
            dimension == "share" or (bare.value < LEAST_COUNT and dimension != "money")
        )
        return None if counted else (stated.value, claim.value, 0.0)
    if divides(a, b) or divides(b, a):  # 212 pence, £2.12
        small = a if divides(a, b) else b
        one, two = (q.value / 100 if q.unit == small else q.value for q in (stated, claim))
        return one, two, 0.0
    if {a, b} == {"percentage-point", "percent"} or not convertible(a, b):
        return None
    if dimension_of(a) == "money":
        return stated.value, claim.value, 0.0
    one, two = in_base(stated.value, a), in_base(claim.value, b)
    step = min(claim.precision, abs(claim.value) * _COARSE)  # half a year is not three months
    slack = max(EXACT_SHARE * abs(one), in_base_step(step, b))
    return one, two, slack


def _speed(quantity: Quantity) -> float | None:
    """Return metres a second, of *137 kilometres an hour* as well as of what measures speeds."""
    value = in_base(quantity.value, quantity.unit)
    if dimension_of(quantity.unit) == "speed":
        return value
    way = dimension_of(quantity.unit) == "length" and quantity.high is None
    return value / in_base(1.0, quantity.per) if way and quantity.per in _MOVED_IN else None


def _in_one_period(stated: Quantity, claim: Quantity) -> tuple[float, float, float] | None:
    """Return two rates as rates of the period of the claim: *46 a year* is *4 a month*."""
    times, others = TIMES_A_YEAR.get(stated.per), TIMES_A_YEAR.get(claim.per)
    alike = stated.unit == claim.unit or dimension_of(stated.unit) == "money"
    if not times or not others or not (alike and convertible(stated.unit, claim.unit)):
        return None
    rate = stated.value * times / others
    return rate, claim.value, EXACT_SHARE * abs(rate)


def _other_scale(one: float, two: float) -> bool:
    """Whether degrees of no named scale are the same in Celsius and in Fahrenheit."""
    cold, hot = sorted((one, two))
    return equal(cold * 9 / 5 + 32, hot, 1.0)


def _shares(stated: Quantity, claim: Quantity) -> tuple[float, float, float] | None:
    one, two = in_percent(stated), in_percent(claim)
    if stated.kind == claim.kind == "fraction":
        return one, two, 0.5
    other = claim if stated.kind == "fraction" else stated
    return (one, two, 1.5) if other.unit == "percent" else None
