"""Dates that the references do not state but lead to.

They say how long before or after another date it was, leave open which day they speak of, or name
a span that begins or ends there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from transdiff.comparison import Article
from transdiff.facts import Moment, Quantity
from transdiff.language.calendar import shared, weekday_of
from transdiff.language.calendar_parts import DAWN
from transdiff.language.units import days_in
from transdiff.model import Segment
from transdiff.rules.facts.known_dates import (
    NOWHERE,
    KnownDates,
    day_of,
    known_dates,
    years_around,
)
from transdiff.rules.facts.moment_agreement import contradict, is_floating, supports

_NEAR = 14
"""Days that are counted to a day of the week."""
_WEEK = 7
_FAR = 5
"""Years from the time of writing from which on any span of years that is told may lead to one."""
_UNTIL = frozenset({"until", "by"})
_THIS_YEAR = "year+0"
_RANGE = 10
"""Code points between the first day of a range and its last."""
_CHANGES = ("direction", "comparison")
_OFF = {"day": 1.1, "week": 4.0, "month": 31.0, "year": 366.0, "decade": 1830.0}
"""Days by which a date may miss what is counted in such a unit."""


def follows(
    date: Moment, around: Sequence[Segment], mine: Sequence[Segment], whole: Article
) -> bool:
    """Whether *date* can come from what the reference sentences *around* say.

    They may count from another date of theirs or of *mine*, the sentences of the article.
    """
    known = whole.once(known_dates)
    return (
        _is_open(date, around)
        or _is_night_after(date, around)
        or _ends_year(date, around, whole)
        or _is_year_before(date, around, mine)
        or _is_left_out(date, whole)
        or _is_reckoned(date, around, mine, known)
        or _is_far(date, whole, known)
    )


def _is_open(date: Moment, around: Sequence[Segment]) -> bool:
    """Whether a reference leaves open what day it speaks of there: *the day before*."""
    return any(
        supports(m, date) if is_floating(m) else m.grain == date.grain and _agree(m, date)
        for segment in around
        for m in segment.facts.moments
    )


def _is_night_after(date: Moment, around: Sequence[Segment]) -> bool:
    """Whether the small hours of a day are the night after one that is told."""
    day = None if date.part != DAWN else weekday_of(date)
    told = (weekday_of(m) for s in around for m in s.facts.moments)
    return day is not None and (day - 1) % _WEEK in told


def _ends_year(date: Moment, around: Sequence[Segment], whole: Article) -> bool:
    """Whether a month begins or ends the year that is told: *since January*, *so far this year*.

    *January to October* is *until 31 October*.
    """
    if date.grain != "month" or date.month not in (1, 12):
        return False
    told = [m for s in around for m in s.facts.moments]
    if date.month == 1 and date.edge == "since":
        told += [m for s in _told_by(whole) for m in s.facts.moments if m.relative == _THIS_YEAR]
    if any(m.relative == _THIS_YEAR or (m.grain == "year" and m.year == date.year) for m in told):
        return True
    return date.month == 1 and any(m.edge in _UNTIL and m.month for m in told)


def _is_year_before(date: Moment, around: Sequence[Segment], mine: Sequence[Segment]) -> bool:
    """Whether a year is what the next one is held against: *twice as many in 2024 as in 2023*.

    Both texts tell of the next year, and the reference that something rose or fell in it.
    """
    if date.grain != "year" or date.year is None:
        return False
    here, there = (
        [s for s in segments if any(m.year == date.year + 1 for m in s.facts.moments)]
        for segments in (mine, around)
    )
    changed = any(m.kind in _CHANGES for s in there for m in s.facts.markers)
    return changed and any(s.span.contains(date.span) for s in here)


def _is_left_out(date: Moment, whole: Article) -> bool:
    """Whether a day is the one that a week leaves out: *closed on Monday*, *Tuesday to Sunday*."""
    if date.weekday is None or date.month is not None:
        return False
    for segment in _told_by(whole):
        days = [m for m in segment.facts.moments if m.weekday is not None]
        for first, last in pairwise(days):
            ends = ((first.weekday or 0) - 1) % _WEEK, ((last.weekday or 0) + 1) % _WEEK
            if ends == (date.weekday, date.weekday) and first.span.gap(last.span) <= _RANGE:
                return True
    return False


def _agree(one: Moment, other: Moment) -> bool:
    """Whether two dates of one kind agree at their edges: *until the end of May*, *before June*."""
    alike = (one.month is None) == (other.month is None)
    return alike and shared(one, other) and not contradict(one, other)


def _is_reckoned(
    date: Moment, around: Sequence[Segment], mine: Sequence[Segment], known: KnownDates
) -> bool:
    """Whether the references say how far it is from another date: *29 years ago*, aged 57."""
    steps = [*_steps(q for s in around for q in s.facts.quantities)]
    if not steps:
        return False
    bases = [
        *(Moment(NOWHERE, d.year, d.month, d.day) for d in known.written),
        *(m for s in (*around, *mine) for m in s.facts.moments if m is not date),
    ]
    if date.month is None and date.weekday is not None:
        return _is_counted_weekday(date.weekday, steps, bases)
    years = {d.year for d in known.written}
    for one in _ordinals(date, years):
        for base in bases:
            for other in _ordinals(base, years):
                apart = abs(one - other)
                for value, unit in steps:
                    if abs(apart - value * days_in(unit)) <= max(_OFF[unit], _grain(date)):
                        return True
    return False


def _told_by(whole: Article) -> Iterator[Segment]:
    """Yield every sentence of the references."""
    for story in whole.references.values():
        yield from story.segments


def _is_far(date: Moment, whole: Article, known: KnownDates) -> bool:
    """Whether a year is as far off as some span of years that any sentence of a reference tells.

    Spans of many years are few, so that it takes no link to tell which of them leads there.
    """
    if date.grain != "year" or date.year is None or not known.written:
        return False
    apart = {abs(date.year - day.year) for day in known.written}
    steps = _steps(q for s in _told_by(whole) for q in s.facts.quantities)
    spans = [value for value, unit in steps if unit == "year" and value >= _FAR]
    return any(abs(value - years) <= 1 for value in spans for years in apart)


def is_days_from(date: Moment, around: Sequence[Segment]) -> bool:
    """Whether a day of the week is so many days from another: *Monday, a day after the match*."""
    if date.weekday is None or date.month is not None or date.relative:
        return False
    steps = [*_steps(q for s in around for q in s.facts.quantities)]
    return bool(steps) and _is_counted_weekday(
        date.weekday, steps, [m for s in around for m in s.facts.moments]
    )


def _is_counted_weekday(
    weekday: int, steps: Sequence[tuple[float, str]], bases: Iterable[Moment]
) -> bool:
    days = {int(value) for value, unit in steps if unit == "day" and value < _NEAR}
    from_days = {d for m in bases if (d := weekday_of(m)) is not None}
    return any(
        (d + sign * n) % _WEEK == weekday for d in from_days for n in days for sign in (1, -1)
    )


def _steps(quantities: Iterable[Quantity]) -> Iterator[tuple[float, str]]:
    for quantity in quantities:
        unit = "year" if quantity.kind == "age" else quantity.unit
        if unit in _OFF and not quantity.per:
            yield quantity.value, unit
            if quantity.high is not None:
                yield quantity.high, unit


def _ordinals(moment: Moment, years: set[int]) -> Iterator[float]:
    """Yield the number of a day in the middle of what a date means, for each year it may be of."""
    if not (moment.year or moment.month):
        return
    for year in (moment.year,) if moment.year else {n for y in years for n in years_around(y)}:
        day = day_of(year, moment.month or 7, moment.day or 15)
        if day:
            yield day.toordinal()


def _grain(date: Moment) -> float:
    """Return the days by which the middle of what is told may miss the day that is meant."""
    return 0.0 if date.day else 16.0 if date.month else 190.0
