"""Parts of a month, a year or a decade as values: where they lie, and whether two can be one.

Of a day they are its *dawn*, the hours after midnight, its *eve*, those before the next one, and
the *night* that ends on it.
"""

from __future__ import annotations

import datetime

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
EVE, DAWN, NIGHT = "eve", "dawn", "night"
NIGHTS = frozenset({EVE, DAWN, NIGHT})
_WEEK = 7
_LEAP = 2000
"""A year that has every day."""
_MONTHS = {"month": 1, "quarter": 3, "half": 6}
_DAYS = 31


def nights_agree(a: Moment, b: Moment, weekdays: tuple[int | None, int | None]) -> bool:
    """Whether two days can be one, of which one at least is told by its night.

    *The night from Sunday to Monday* is that of Sunday, and the small hours of Monday; *Sunday* is
    the former, *3 am on Sunday* is neither. *weekdays* are those of the two days.
    """
    if None not in weekdays:
        return _halves_meet(a, b, weekdays[0] or 0, weekdays[1] or 0, 2 * _WEEK)
    days = _ordinal(a, b), _ordinal(b, a)
    return None in days or _halves_meet(a, b, days[0] or 0, days[1] or 0, 0)


def _halves_meet(a: Moment, b: Moment, one: int, two: int, cycle: int) -> bool:
    """Whether two days share a half, by their numbers; those of a *cycle* return."""
    mine, theirs = _halves(a, one, b), _halves(b, two, a)
    if not cycle:
        return not mine.isdisjoint(theirs)
    return not {h % cycle for h in mine}.isdisjoint(h % cycle for h in theirs)


def _halves(moment: Moment, day: int, other: Moment) -> set[int]:
    """Return the halves of days, before and after noon, in which a moment of the day *day* is.

    What was before midnight for the one may have been after it for another who tells the night.
    """
    first = 2 * day
    if moment.part == DAWN:
        return {first}
    if moment.part == NIGHT:
        return {first - 1, first}
    if moment.part == EVE:
        return {first + 1, first + 2} if other.part in NIGHTS else {first + 1}
    return {first, first + 1}


def _ordinal(moment: Moment, other: Moment) -> int | None:
    """Return the number of a day, None where it is not known; a year that one has is both's."""
    if not moment.month or not moment.day:
        return None
    try:
        return datetime.date(
            moment.year or other.year or _LEAP, moment.month, moment.day
        ).toordinal()
    except ValueError:
        return None


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
