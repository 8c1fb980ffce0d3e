"""Parts of a month, a year or a decade as values: where they lie, and whether two can be one."""

from __future__ import annotations

from transdiff.facts import Moment

_SOFT = {"early": (0.0, 0.4), "mid": (0.25, 0.75), "late": (0.6, 1.0)}
_SHARP = {
    "half1": (0.0, 0.5),
    "half2": (0.5, 1.0),
    "third1": (0.0, 1 / 3),
    "third2": (1 / 3, 2 / 3),
    "third3": (2 / 3, 1.0),
}
PORTIONS = {**_SOFT, **_SHARP}
"""Where each part lies in the whole."""
_LAP, _SLACK = 0.1, 0.03
"""How much of the whole two vague parts have in common; how far a day may lie outside a part."""
_MONTHS = {"month": 1, "quarter": 3, "half": 6}
_DAYS = 31


def parts_agree(a: Moment, b: Moment) -> bool:
    """Whether the parts of one month, year or decade that two dates name can be one.

    *Early July* is in the first half of the month, and not the 28th; two parts that are counted are
    one only where one lies in the other: the second half is not the second ten days.
    """
    if a.part and b.part:
        return a.grain != b.grain or _alike(a.part, b.part)
    for one, two in ((a, b), (b, a)):
        at = _place_in(one, two) if one.part else None
        if at is not None:
            low, high = PORTIONS[one.part]
            return low - _SLACK <= at <= high + _SLACK
    return True


def _alike(one: str, two: str) -> bool:
    if one in _SOFT and two in _SOFT:
        return one == two
    (a, b), (c, d) = PORTIONS[one], PORTIONS[two]
    common = min(b, d) - max(a, c)
    if one in _SHARP and two in _SHARP:
        return common >= min(b - a, d - c)
    return common > _LAP


def _place_in(whole: Moment, inner: Moment) -> float | None:
    """Return where in *whole* the date *inner* lies, 0 to 1, None where that is not told."""
    if whole.grain == "month":
        return None if inner.day is None or inner.high else (inner.day - 0.5) / _DAYS
    if whole.grain == "year" and inner.month is not None:
        return (inner.month - 1 + _MONTHS.get(inner.grain, 1) / 2) / 12
    if whole.grain == "decade" and inner.year is not None and whole.year is not None:
        return (inner.year - whole.year + 0.5) / 10 if inner.grain != "decade" else None
    return None
