"""When one stated figure supports another: equal, converted, rounded, a true bound."""

from __future__ import annotations

import math

from transdiff.facts import Bound, Quantity
from transdiff.language.units import (
    EXACT_SHARE,
    convertible,
    dimension_of,
    divides,
    in_base,
    in_base_step,
)

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
_LOWER = (Bound.MORE, Bound.AT_LEAST)
_UPPER = (Bound.LESS, Bound.AT_MOST, Bound.ALMOST)
_AGES = frozenset({"cardinal", "age", "measure"})
"""Kinds of figures that may be ages: *he is not yet eighteen years old*."""
_TENS_OR_DOZENS = frozenset({10.0, 12.0, 20.0})
"""Words of scale that languages give for one another: *dozens*, *scores of*, десятки, عشرات."""
_COARSE = 0.25
"""Share by which a converted figure may be rounded at most."""
_YEAR, _OLDEST = "year", 100
_TENS = 10
_EXACT = 2
"""Digits from which a figure, though it is *about* right, is no round one."""
_LONG = 3
"""Digits of a figure that is known again though one of them is another."""
_STEPS = {
    (Bound.LESS, Bound.AT_MOST): -1,
    (Bound.AT_MOST, Bound.LESS): 1,
    (Bound.MORE, Bound.AT_LEAST): 1,
    (Bound.AT_LEAST, Bound.MORE): -1,
}
"""From a bound to another that says the same of whole numbers: *under 16*, *15 and below*."""
TIMES_A_YEAR = {"hour": 8760, "day": 365, "week": 52, "month": 12, "quarter": 4, "year": 1}
"""How often a period is in a year."""
_MOVED_IN = ("second", "minute", "hour")
"""Periods in which a length is a speed."""
_WEEKS = frozenset({(8.0, 1.0), (15.0, 2.0)})
"""Days that half of Europe calls so many weeks."""
LEAST_COUNT = 20


def kind_of(quantity: Quantity) -> str:
    """What a figure can be compared with: its dimension, or its kind for a bare count."""
    if quantity.unit == "clock":
        return "clock"
    if quantity.kind in ("ordinal", "identifier", "score", "vague"):
        return quantity.kind
    if quantity.kind == "age":
        return "time"
    if quantity.kind == "fraction" and not quantity.unit:
        return "share"
    return dimension_of(quantity.unit) or quantity.unit or "count"


def in_percent(share: Quantity) -> float:
    """Return a share in percent: 两成 is 0.2 and 20 percent."""
    return 100 * share.value if share.kind == "fraction" else share.value


def equal(a: float, b: float, slack: float) -> bool:
    """Whether two values are the same within *slack*, and within what floats can tell."""
    return abs(a - b) <= slack + 1e-9 * max(abs(a), abs(b))


def same_amount(a: Quantity, b: Quantity, slack: float = 0.0) -> bool:
    """Whether both state one value of one kind, whatever their bounds: a fifth is 20 percent.

    *slack* is by how many points two shares may differ.
    """
    if "score" in (a.kind, b.kind):
        return _one_result(a, b)
    if kind_of(a) != kind_of(b) or a.high != b.high:
        return False
    shares = kind_of(a) == "share" and a.high is None
    return a.value == b.value or (shares and equal(in_percent(a), in_percent(b), slack))


def are_age_limits(one: Quantity, other: Quantity) -> bool:
    """Whether two figures may both say up to which age: *under 13*, *menores de 16 años*."""
    bounds = {one.bound, other.bound}
    bare = {one.unit, other.unit} == {"", _YEAR} and {one.kind, other.kind} <= _AGES
    return bare and bounds <= {*_LOWER, *_UPPER} and max(one.value, other.value) < _OLDEST


def slipped(one: float, two: float) -> bool:
    """Whether two figures differ as a slip of the pen would have it: 38 and 83, 1,450 and 1,540."""
    a, b = (f"{value:.10g}".replace(".", "") for value in (one, two))
    return a != b and len(a) == len(b) > 1 and sorted(a) == sorted(b)


def shifted(one: float, two: float) -> bool:
    """Whether two figures of several digits have the same ones: 1,500 and 15,000, 4.2 and 42."""
    a, b = (f"{value:.10g}".replace(".", "").strip("0") for value in (one, two))
    return one != two and a == b and len(a) >= _EXACT


def mistyped(one: float, two: float) -> bool:
    """Whether two figures differ as one slip of the finger would have it: 179 and 109."""
    a, b = (f"{value:.10g}" for value in (one, two))
    if slipped(one, two):
        return True
    return len(a) == len(b) >= _LONG and sum(x != y for x, y in zip(a, b, strict=True)) == 1


def states(stated: Quantity, claim: Quantity) -> bool:
    """Whether a text that says *stated* supports one that says *claim*."""
    if (stated.role == "except") != (claim.role == "except"):
        return False  # all but two are not two
    if "identifier" in (stated.kind, claim.kind):
        return stated.value == claim.value
    if "score" in (stated.kind, claim.kind) and "clock" not in (stated.unit, claim.unit):
        return _one_result(stated, claim)
    if "vague" in (stated.kind, claim.kind):
        return _vaguely(stated, claim)
    if "multiple" in (stated.kind, claim.kind):
        return _multiple(stated, claim)
    if "ordinal" in (stated.kind, claim.kind):
        return stated.kind == claim.kind and stated.value == claim.value
    if _in_idiom(stated, claim) or _in_idiom(claim, stated):
        return True
    found = _in_one_unit(stated, claim)
    return found is not None and _covers(*found, stated, claim)


def _one_result(one: Quantity, other: Quantity) -> bool:
    """Whether two results are one, from whichever side: who loses 1-2 is beaten 2:1."""
    if "clock" in (one.unit, other.unit):
        return one.unit == other.unit and one.value == other.value
    return None not in (one.high, other.high) and {one.value, one.high} == {other.value, other.high}


def is_result(quantity: Quantity) -> bool:
    """Whether a figure is, or may be, how a match ended: *1:2*, and *1-2* where nothing follows."""
    counted = quantity.unit or quantity.nouns
    return quantity.kind == "score" or (quantity.high is not None and not counted)


def _in_idiom(one: Quantity, other: Quantity) -> bool:
    """Whether weeks are counted with both their ends: *quince días*, *huit jours*."""
    days = (one.unit, other.unit) == ("day", "week") and one.high is None
    return days and (one.value, other.value) in _WEEKS


def _vaguely(stated: Quantity, claim: Quantity) -> bool:
    """``hundreds`` is supported by 100 to 2,000, and by nothing that is another word of scale."""
    if stated.kind == claim.kind:
        return stated.value == claim.value or {stated.value, claim.value} <= _TENS_OR_DOZENS
    vague, plain = (stated, claim) if stated.kind == "vague" else (claim, stated)
    return vague.value <= max(plain.value, plain.high or 0.0) <= 20 * vague.value


def _multiple(stated: Quantity, claim: Quantity) -> bool:
    """``doubled`` is a rise of 100 percent, ``halved`` a half or a fall of 50 percent."""
    multiple, other = (claim, stated) if claim.kind == "multiple" else (stated, claim)
    if other.kind == "multiple":
        return other.value == multiple.value
    if other.unit == "percent":
        return equal(abs(multiple.value - 1) * 100, other.value, 1.0)
    return equal(other.value, multiple.value, 0.0)


def _in_one_unit(stated: Quantity, claim: Quantity) -> tuple[float, float, float] | None:
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


def _covers(true: float, said: float, slack: float, stated: Quantity, claim: Quantity) -> bool:
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
    if rounder and claim.bound in _LOWER and said <= true <= said * _REACH:
        return True
    if rounder and claim.bound in _UPPER and said >= true >= said / _REACH:
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


def _just_below(true: float, said: float) -> bool:
    """Whether 170 minutes are what a reference calls nearly three hours."""
    return 0 < true - said <= _LOOSE * abs(true)


def _next_age(stated: Quantity, claim: Quantity) -> bool:
    """Whether who is 17 is said to be under 18, or who is 66 to be over 65."""
    plain = {stated.unit, claim.unit} <= {"", "year"} and stated.bound is Bound.EXACT
    ages = plain and stated.kind in ("cardinal", "age") and claim.kind in _AGES
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
    below, above = claim.bound in _UPPER and true < said, claim.bound in _LOWER and true > said
    halves = f"{claim.value:.10g}".replace(".", "").strip("0").endswith("5")
    return halves and (below or above) and equal(true, said, _BY_HALF * abs(true))


def _is_as_exact(stated: Quantity, claim: Quantity) -> bool:
    """Whether a figure is no rounding of another one: it has as many digits, and not in fives."""
    figures = digits_of(claim.value)
    if stated.unit != claim.unit or figures < _EXACT or figures < digits_of(stated.value):
        return False
    return not f"{claim.value:.10g}".replace(".", "").strip("0").endswith("5")


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


def digits_of(value: float) -> int:
    """Return the number of significant figures: 2 for 35,000, 4 for 35,010."""
    return len(f"{value:.10g}".replace(".", "").strip("0").split("e")[0]) or 1


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


def is_decade(quantity: Quantity) -> bool:
    """Whether an age is told by its ten years: *in her late seventies*."""
    return quantity.kind == "age" and quantity.high is not None and quantity.bound is Bound.ABOUT


def _bounds_range(true: float, said: float, stated: Quantity, claim: Quantity) -> bool:
    """Whether a limit is that of a whole range: *under two years* for 14 to 20 months."""
    assert stated.high is not None
    top = true * stated.high / stated.value if stated.value else stated.high
    if claim.bound in _UPPER:
        return top <= said <= top * _REACH
    return claim.bound in _LOWER and said <= true <= said * _REACH


def is_rounding(stated: Quantity, claim: Quantity) -> bool:
    """Whether a figure is another one in fewer digits, without a word for it: *9,600*, *9,604*."""
    one, two = stated.value, claim.value
    plain = stated.unit == claim.unit and stated.high is None and claim.high is None
    if not plain or stated.kind != claim.kind or digits_of(two) < _EXACT:
        return False
    fewer = digits_of(two) < digits_of(one)
    return fewer and 2 * abs(one - two) <= _step(two) and abs(one - two) <= _LITTLE * abs(one)


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
