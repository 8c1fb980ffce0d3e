"""Whether two moments can be one: equal as far as they are known, rounded, or alike at an edge.

Only the moments count here, not the sentences they stand in: see
:mod:`transdiff.rules.facts.dated`.
"""

from __future__ import annotations

import datetime
from dataclasses import replace

from transdiff.facts import Moment
from transdiff.language.calendar import YEAR_END, compatible, same_time, shared
from transdiff.language.calendar_parts import NIGHTS

_LEAP = 2000
"""A year that has every day."""
_ROUND, _CLOSE, _BESIDE, HALF_DAY = 30, 5, 25, 720
"""Minutes: what a round time is a multiple of, how far off it may be, and so beside *before*."""
_LEVEL = {
    "year": 1,
    "decade": 1,
    "day": 2,
    "week": 2,
    "month": 3,
    "quarter": 3,
    "half": 3,
    "season": 3,
    "time": 4,
}
"""Expressions of one level may mean the same where one of them cannot be resolved."""


def supports(a: Moment, b: Moment) -> bool:
    """Whether one states what the other does, as far as either is known."""
    if is_floating(a) or is_floating(b):
        return _LEVEL.get(a.grain, 0) == _LEVEL.get(b.grain, 0)
    return shared(a, b) and compatible(a, b)


def contradict(a: Moment, b: Moment) -> bool:
    """Whether two moments of one kind cannot both be, not even rounded or at an edge."""
    if (a.grain == "time") != (b.grain == "time") or _rounded(a, b) or _turns_year(a, b):
        return False
    if (a.day is None) != (b.day is None) and a.edge != b.edge:
        return False  # opened on Tuesday, until May 22
    if a.part != b.part and _bounds(a) != _bounds(b) and not {a.part, b.part} & NIGHTS:
        a, b = replace(a, part=""), replace(b, part="")  # by the end of May, in early May
    return shared(a, b) and not compatible(a, b) and not (_next_edge(a, b) or _not_before(a, b))


def _bounds(moment: Moment) -> str:
    """Return the edge that a date is, beginnings being as good as the date itself."""
    return "on" if moment.edge == "since" else moment.edge


def is_floating(moment: Moment) -> bool:
    """Whether a moment could not be resolved, so that it may be any."""
    if moment.grain == "time":
        return False
    parts = (moment.year, moment.month, moment.day, moment.weekday)
    return all(part is None for part in parts)


def are_adjacent(one: Moment, other: Moment) -> bool:
    """Whether one day follows the other; a year that only one has is that of both."""
    year = one.year or other.year or _LEAP
    day = _day(one, one.year or year)
    around = (other.year,) if other.year else (year - 1, year, year + 1)
    others = (_day(other, y) for y in around)
    return day is not None and any(d is not None and abs((day - d).days) == 1 for d in others)


def _day(moment: Moment, year: int) -> datetime.date | None:
    if not moment.month or not moment.day:
        return None
    try:
        return datetime.date(year, moment.month, moment.day)
    except ValueError:
        return None


def _rounded(a: Moment, b: Moment) -> bool:
    """Whether a time is a round version of the other: *shortly before five*, at 4:52.

    Beside *before* or *after* the other may be almost half an hour away, on that side.
    """
    if a.grain != "time" or b.grain != "time" or None in (a.hour, b.hour):
        return False
    half = HALF_DAY // 2 if a.either or b.either else HALF_DAY
    for one, two in ((a, b), (b, a)):
        if (one.minute or 0) % _ROUND:
            continue
        later = (_minutes(two) - _minutes(one) + half) % (2 * half) - half
        if abs(later) <= _CLOSE or (one.edge == "before" and -_BESIDE <= later < 0):
            return True
        if one.edge == "after" and 0 < later <= _BESIDE:
            return True
    return False


def _minutes(moment: Moment) -> int:
    return clock_face(moment) - (moment.zone or 0)


def _not_before(a: Moment, b: Moment) -> bool:
    """``Not this year`` is ``not before next year``: the year at whose edge the other begins."""
    if a.grain != "year" or b.grain != "year" or a.year is None or b.year is None:
        return False
    early, late = sorted((a, b), key=lambda m: m.year or 0)
    return (late.year or 0) - (early.year or 0) == 1 and late.edge == "before" != early.edge


def _turns_year(a: Moment, b: Moment) -> bool:
    """Whether one is the end of a year and the other the day on which the next one begins."""
    first = next((m for m in (a, b) if m.month == m.day == 1), None)
    return first is not None and YEAR_END in (a.relative, b.relative)


def _next_edge(a: Moment, b: Moment) -> bool:
    """``Until the end of May`` is ``before June``: neighbouring months or days at an edge agree."""
    if a.edge == b.edge == "until" and "late" in (a.part, b.part):
        early, late = (a, b) if a.part == "late" else (b, a)
        return not late.part and early.month == ((late.month or 1) - 2) % 12 + 1
    edged = {a.edge, b.edge} & {"before", "until", "by", "after", "since"}
    if a.month is None or b.month is None or a.edge == b.edge or not edged:
        return False
    if a.day is None and b.day is None:
        return (a.month - b.month) % 12 in (1, 11)
    return bool({a.edge, b.edge} & {"before", "after"}) and are_adjacent(a, b)


def only_zone(a: Moment, b: Moment) -> bool:
    """Whether two times have one clock face in different zones."""
    shown = shown_time(a) == shown_time(b)
    return a.grain == b.grain == "time" and shown and not same_time(a, b)


def shown_time(moment: Moment) -> tuple[int | None, int]:
    """Return the hour and the minute, whatever the zone."""
    return moment.hour, moment.minute or 0


def clock_face(moment: Moment) -> int:
    """Return the minutes from midnight to what the clock shows."""
    return 60 * (moment.hour or 0) + (moment.minute or 0)
