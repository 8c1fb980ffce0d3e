"""Dates as values: relative ones resolved, partial ones compared as far as they go."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace

from transdiff.facts import Moment, Span
from transdiff.language.calendar_parts import NIGHTS, nights_agree, parts_agree

_NOWHERE = Span(0, 0)
YEAR_END = "year-end"
_DAY = 1440
"""Minutes."""
_NEAR_DAYS = 6
"""Days from the text's own within which a day without a year is one of this time."""


def resolve(code: str, written: datetime.date | None) -> Moment:
    """Return the moment that *code* means on the day *written*.

    *code* is ``unit±n`` (``day-1``, ``month+0``, ``year-1``, ``week+1``, ``quarter-1``), a decade
    (``decade-1980``) or a name that stays as it is (``season-spring``). Without *written* only
    ``relative`` and ``grain`` are known.
    """
    if code == YEAR_END:  # of whichever year is spoken of
        return Moment(_NOWHERE, month=12, relative=code, grain="month", part="late")
    unit, number = _split(code)
    moment = Moment(_NOWHERE, relative=code, grain=unit)
    if unit == "decade" and number is not None:
        return replace(moment, year=abs(number))
    if written is None or number is None:
        return moment
    if unit == "day":
        when = written + datetime.timedelta(days=number)
        return replace(moment, year=when.year, month=when.month, day=when.day)
    if unit == "week":
        return _week(moment, written + datetime.timedelta(weeks=number))
    if unit == "month":
        year, month = divmod(written.year * 12 + written.month - 1 + number, 12)
        return replace(moment, year=year, month=month + 1)
    if unit == "quarter":
        year, quarter = divmod(written.year * 4 + (written.month - 1) // 3 + number, 4)
        return replace(moment, year=year, month=quarter * 3 + 1)
    if unit == "year":
        return replace(moment, year=written.year + number)
    return moment


def _week(moment: Moment, day: datetime.date) -> Moment:
    """Return the week of *day* as a range, a day wider on either side; only within one month."""
    first = day - datetime.timedelta(days=day.weekday() + 1)
    last = first + datetime.timedelta(days=8)
    if first.month != last.month:
        return moment
    high = (last.year, last.month, last.day)
    return replace(moment, year=first.year, month=first.month, day=first.day, high=high)


def _split(code: str) -> tuple[str, int | None]:
    for sign in "+-":
        unit, found, number = code.rpartition(sign)
        if found and number.isdigit():
            return unit, int(sign + number)
    return code.partition("-")[0], None


def complete(moment: Moment, turned: str, written: datetime.date | None) -> Moment:
    """Resolve ``last March``: *turned* is ``last``, ``this``, ``next`` or empty.

    A month or day without a year stays without one unless *turned* says which it is.
    """
    if not turned:
        return moment
    moment = replace(moment, relative=turned)
    if written is None or moment.month is None or moment.year is not None:
        return moment
    year = written.year
    if turned == "last" and moment.month >= written.month:
        year -= 1
    if turned == "next" and moment.month <= written.month:
        year += 1
    return replace(moment, year=year)


def shared(a: Moment, b: Moment) -> bool:
    """Whether both state some part that can be compared."""
    if a.grain == b.grain == "time":
        return True
    pairs = ((a.year, b.year), (a.month, b.month), (a.day, b.day), (weekday_of(a), weekday_of(b)))
    return any(x is not None and y is not None for x, y in pairs)


def with_weekday(moment: Moment, written: datetime.date | None) -> Moment:
    """Add the day of the week to a day and month of the weeks around *written*.

    That a year is left out says that the day is near.
    """
    if written is None or not (moment.month and moment.day) or moment.grain != "day":
        return moment
    if moment.year is not None or moment.weekday is not None or moment.high is not None:
        return moment
    for year in (written.year, written.year - 1, written.year + 1):
        try:
            day = datetime.date(year, moment.month, moment.day)
        except ValueError:
            continue
        if abs((day - written).days) <= _NEAR_DAYS:
            return replace(moment, weekday=day.weekday())
    return moment


def compatible(a: Moment, b: Moment) -> bool:
    """Whether both can be the same time: nothing that both state differs."""
    if a.grain == "time" or b.grain == "time":
        return a.grain != b.grain or same_time(a, b)
    for one, two in ((a, b), (b, a)):
        if one.grain == "decade" and one.year is not None and two.year is not None:
            return one.year <= two.year < one.year + 10 and parts_agree(a, b)
        if one.grain in ("quarter", "half") and two.month is not None and one.month:
            months = 3 if one.grain == "quarter" else 6
            inside = one.month <= two.month < one.month + months
            return inside and _agree(one.year, two.year)
    if {a.part, b.part} & NIGHTS and not (a.high or b.high):
        return nights_agree(a, b, (weekday_of(a), weekday_of(b)))
    if not (_agree(a.year, b.year) and _agree(a.month, b.month) and _days_agree(a, b)):
        return False
    if not parts_agree(a, b):
        return False
    if a.high or b.high:
        return True
    if _unplaced(a) or _unplaced(b):
        return True
    return _weekdays_agree(a, b)


def _agree(a: int | None, b: int | None) -> bool:
    return a is None or b is None or a == b


def _days_agree(a: Moment, b: Moment) -> bool:
    """Whether the days are one, or one range holds the other's first or last day."""
    if a.day is None or b.day is None:
        return True
    if a.high and b.high:
        return a.day == b.day and a.high[2] == b.high[2]
    for one, two in ((a, b), (b, a)):
        if one.high is not None:
            return two.day is not None and _within(one, two.day)
    return a.day == b.day


def _within(span: Moment, day: int) -> bool:
    """Whether *day* lies in a range of days within one month."""
    return span.day is not None and span.high is not None and span.day <= day <= span.high[2]


def _unplaced(moment: Moment) -> bool:
    """Whether a relative expression could not be resolved: it may mean anything."""
    known = (moment.year, moment.month, moment.day, moment.weekday)
    return bool(moment.relative) and all(part is None for part in known)


def weekday_of(moment: Moment) -> int | None:
    """Return the day of the week, stated or computed from a full date."""
    if moment.weekday is not None:
        return moment.weekday
    if moment.year is None or moment.month is None or moment.day is None:
        return None
    try:
        return datetime.date(moment.year, moment.month, moment.day).weekday()
    except ValueError:
        return None


def _weekdays_agree(a: Moment, b: Moment) -> bool:
    return _agree(weekday_of(a), weekday_of(b))


def same_time(a: Moment, b: Moment) -> bool:
    """Whether two times of day are one; zones are reckoned with where both are known."""
    if a.hour is None or b.hour is None:
        return True
    one, two = a.hour * 60 + (a.minute or 0), b.hour * 60 + (b.minute or 0)
    cycle = _DAY // 2 if a.either or b.either else _DAY
    if a.zone is not None and b.zone is not None:
        apart = ((one - a.zone) - (two - b.zone)) % cycle
        # The clocks of a zone that is named by a town are an hour ahead in summer.
        return apart == 0 or (a.zone != b.zone and apart in (60, cycle - 60))
    return (one - two) % cycle == 0 or (a.zone is None) != (b.zone is None)


def written_out(moment: Moment) -> Iterator[str]:
    """Yield the known parts, largest first, as an editor would note them."""
    if moment.relative and moment.year is None and moment.month is None and moment.day is None:
        yield moment.relative
    if moment.year is not None:
        yield f"{moment.year}{'s' if moment.grain == 'decade' else ''}"
    if moment.month is not None:
        yield f"month {moment.month}" if moment.grain != "quarter" else f"Q{moment.month // 3 + 1}"
    if moment.part:
        yield moment.part
    if moment.day is not None:
        yield f"day {moment.day}"
    if moment.weekday is not None:
        yield ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[moment.weekday]
    if moment.hour is not None:
        yield f"{moment.hour:02d}:{moment.minute or 0:02d}"
    if moment.zone is not None:
        yield f"UTC{moment.zone / 60:+g}"
