"""When one stated figure supports another: equal, converted, rounded, a true bound."""

from __future__ import annotations

from transdiff.facts import Quantity
from transdiff.language.one_unit import equal, in_one_unit, in_percent
from transdiff.language.roundings import AGES, LOWER, UPPER, covers
from transdiff.language.units import dimension_of

_TENS_OR_DOZENS = frozenset({10.0, 12.0, 20.0})
"""Words of scale that languages give for one another: *dozens*, *scores of*, десятки, عشرات."""
_YEAR, _OLDEST = "year", 100
_WEEKS = frozenset({(8.0, 1.0), (15.0, 2.0)})
"""Days that half of Europe calls so many weeks."""


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
    bare = {one.unit, other.unit} == {"", _YEAR} and {one.kind, other.kind} <= AGES
    return bare and bounds <= {*LOWER, *UPPER} and max(one.value, other.value) < _OLDEST


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
    found = in_one_unit(stated, claim)
    return found is not None and covers(*found, stated, claim)


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
