"""Every date that the references state, and whether one of the article's can come from them.

A date that no reference has anywhere is new. It is not where the references say how long before or
after another date it was, nor where they leave open which day they speak of.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from transdiff.comparison import Article
from transdiff.facts import Moment, Quantity, Span
from transdiff.language.calendar import compatible, shared, weekday_of
from transdiff.language.date_templates import calendar_names
from transdiff.language.pack import load_pack
from transdiff.lazy import lazy
from transdiff.model import Segment
from transdiff.rules.facts.moment_agreement import contradict, is_floating, supports

_NOWHERE = Span(0, 0)
_NEAR = 14
"""Days within which a date is also told by its day of the week."""
_WEEK = 7
_WEEKEND = (5, 6)
_FAR = 5
"""Years from the time of writing from which on any span of years that is told may lead to one."""
_UNTIL = frozenset({"until", "by"})
_THIS_YEAR = "year+0"
_RANGE = 10
"""Code points between the first day of a range and its last."""
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25, "decade": 3652.5}
_OFF = {"day": 1.1, "week": 4.0, "month": 31.0, "year": 366.0, "decade": 1830.0}
"""Days by which a date may miss what is counted in such a unit."""
_CLOSE = 16
"""The same for a day whose month is not told."""
_LETTERS = 4
"""Letters that the beginning of a name must have, to be sought in other words."""
_ENDING = 3
"""Letters of a name that may be its ending."""
_LONG = {"quarter": 3, "half": 6}
_PARTS = {"early": range(1, 11), "mid": range(10, 22), "late": range(20, 32)}
"""Days of a part of a month: the end of June is the 30th."""


@dataclass(frozen=True)
class KnownDates:
    """The dates of all references, those of filing and of publication among them.

    ``written`` are these days, ``text`` is all that the references say in small letters, ``langs``
    the languages they say it in; ``figures`` is what they count, for *2000* may be no year.
    """

    moments: tuple[Moment, ...]
    written: tuple[datetime.date, ...]
    text: str
    langs: frozenset[str]
    figures: frozenset[float]

    @lazy
    def _weekdays(self) -> frozenset[int]:
        return frozenset(d for m in self.moments for d in self._weekdays_of(m))

    @lazy
    def _years(self) -> frozenset[int]:
        ends = (m.high[0] for m in self.moments if m.high)
        return frozenset(y for y in (*(m.year for m in self.moments), *ends) if y)

    @lazy
    def _decades(self) -> frozenset[int]:
        return frozenset(m.year for m in self.moments if m.grain == "decade" and m.year)

    @lazy
    def _of_year(self) -> Mapping[int, list[Moment]]:
        """The dates by their year, 0 where they have none."""
        found: dict[int, list[Moment]] = {}
        for moment in self.moments:
            found.setdefault(moment.year or 0, []).append(moment)
        return found

    @lazy
    def _months(self) -> Mapping[int, list[Moment]]:
        found: dict[int, list[Moment]] = {}
        for moment in self.moments:
            for month in _months_of(moment):
                found.setdefault(month, []).append(moment)
        return found

    @lazy
    def _bare_days(self) -> frozenset[int]:
        return frozenset(m.day for m in self.moments if m.day and not m.month)

    def has(self, date: Moment) -> bool:
        """Whether a reference states the date, as far as the article does."""
        if date.year and not date.relative and not self._has_year(date):
            return False
        if date.grain not in ("day", "month"):
            return True
        if date.month is None:
            return date.weekday is None or self._has_weekday(date.weekday)
        if date.day is None or date.high:
            alike = (m for n in _months_of(date) for m in self._months.get(n, ()))
            return any(compatible(date, m) for m in alike) or self._names("months", date.month)
        if date.day in self._bare_days:
            return True
        near = self._near(date)
        if near is not None and near.weekday() in self._weekdays:
            return True
        return any(
            compatible(date if m.day else replace(date, day=None), m)
            for m in self._months.get(date.month, ())
            if m.day or date.day in _PARTS.get(m.part, ())
        )

    def _has_weekday(self, weekday: int) -> bool:
        if weekday in self._weekdays or self._names("weekdays", weekday):
            return True
        return weekday in _WEEKEND and self._has_weekend

    @lazy
    def _has_weekend(self) -> bool:
        names = (n for lang in self.langs for n in load_pack(lang).words("dates", "weekends"))
        return any(name in self.text for name in names)

    def _names(self, table: str, number: int) -> bool:
        """Whether a word is made of the name of a month or a day: *субботний*, *Octobre*."""
        starts = {
            start
            for lang in self.langs
            for name, told in calendar_names(load_pack(lang), table)
            if told == number and (start := _start_of(name.casefold()))
        }
        return any(regex.search(rf"\b{regex.escape(start)}", self.text) for start in starts)

    def _has_year(self, date: Moment) -> bool:
        """Whether a reference has the year, or the month, the year of which goes without saying."""
        year = date.year
        assert year is not None
        if date.grain == "decade":
            return any(year <= other < year + 10 for other in self._years)
        if any(start <= year < start + 10 for start in self._decades):
            return True
        if date.month is None:
            season = rf"\d{{4}}[-–—/]{year % 100:02d}(?!\d)"  # 2018/19
            told = (
                year in self._years
                or year in self.figures
                or str(year) in self.text
                or year in self._eras
            )
            return told or regex.search(season, self.text) is not None
        near = any(abs(day.year - year) <= 1 for day in self.written)
        alike = [*self._of_year.get(year, ()), *(self._of_year.get(0, ()) if near else ())]
        return any(_may_hold(m, date) for m in alike) or year in self._eras

    @lazy
    def _eras(self) -> frozenset[int]:
        return frozenset(year for lang in self.langs for year in _era_years(self.text, lang))

    def _weekdays_of(self, moment: Moment) -> Iterator[int]:
        """Yield the days of the week that a date falls on, if it is of the time of writing."""
        if moment.weekday is not None:
            yield moment.weekday
        if not moment.day:
            return
        if not (moment.month or self.written):
            yield from range(_WEEK)  # the 18th of whichever month
        near = self._near(moment)
        if near is not None:
            last = moment.high[2] if moment.high else near.day
            yield from ((near.weekday() + n) % _WEEK for n in range(max(1, last - near.day + 1)))
        elif not self.written and (day := weekday_of(moment)) is not None:
            yield day

    def _near(self, moment: Moment) -> datetime.date | None:
        """Return the date, of a month and a year about the time of writing, if it is near."""
        for written in self.written:
            for year in (moment.year,) if moment.year else _around(written.year):
                for month in (moment.month,) if moment.month else _months_around(written.month):
                    day = _date(year, month, moment.day)
                    if day and abs((day - written).days) <= (_NEAR if moment.month else _CLOSE):
                        return day
        return None


def known_dates(whole: Article) -> KnownDates:
    """Return the dates of all references of the article."""
    stories = whole.references.values()
    told = {day for story in stories if (day := story.document.written)}
    written = tuple(sorted(told or {day for day in (whole.story.document.dated,) if day}))
    filed = (Moment(_NOWHERE, d.year, d.month, d.day) for d in written)
    stated = (m for story in stories for s in story.segments for m in s.facts.moments)
    text = "\n".join(s.text.casefold() for story in stories for s in story.segments if s.compared)
    langs = frozenset(story.lang for story in stories)
    figures = frozenset(value for value, _ in whole.stated_amounts)
    return KnownDates((*stated, *filed), written, text, langs, figures)


def follows(
    date: Moment, around: Sequence[Segment], mine: Sequence[Segment], whole: Article
) -> bool:
    """Whether *date* can come from what the reference sentences *around* say.

    They may count from another date of theirs or of *mine*, the sentences of the article.
    """
    known = whole.once(known_dates)
    return (
        _is_open(date, around)
        or _ends_year(date, around, whole)
        or _is_left_out(date, whole)
        or _is_reckoned(date, around, mine, known)
        or _is_far(date, whole, known)
    )


def is_readable(whole: Article) -> bool:
    """Whether the dates of all references can be read: their languages have packs."""
    return not any(load_pack(s.lang).generic for s in whole.references.values())


def _is_open(date: Moment, around: Sequence[Segment]) -> bool:
    """Whether a reference leaves open what day it speaks of there: *the day before*."""
    return any(
        supports(m, date) if is_floating(m) else m.grain == date.grain and _agree(m, date)
        for segment in around
        for m in segment.facts.moments
    )


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
        *(Moment(_NOWHERE, d.year, d.month, d.day) for d in known.written),
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
                    if abs(apart - value * _DAYS[unit]) <= max(_OFF[unit], _grain(date)):
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
        if unit in _DAYS and not quantity.per:
            yield quantity.value, unit
            if quantity.high is not None:
                yield quantity.high, unit


def _ordinals(moment: Moment, years: set[int]) -> Iterator[float]:
    """Yield the number of a day in the middle of what a date means, for each year it may be of."""
    if not (moment.year or moment.month):
        return
    for year in (moment.year,) if moment.year else {n for y in years for n in _around(y)}:
        day = _date(year, moment.month or 7, moment.day or 15)
        if day:
            yield day.toordinal()


def _grain(date: Moment) -> float:
    """Return the days by which the middle of what is told may miss the day that is meant."""
    return 0.0 if date.day else 16.0 if date.month else 190.0


def _months_of(moment: Moment) -> range | tuple[int, ...]:
    if moment.month is None:
        return range(1, 13) if moment.part and moment.year and moment.grain == "year" else ()
    if moment.high and moment.high[1] >= moment.month:
        return range(moment.month, moment.high[1] + 1)
    return range(moment.month, moment.month + _LONG.get(moment.grain, 1))


def _start_of(name: str) -> str:
    """Return what other words made of a name begin with, nothing for a short name."""
    start = name[:-_ENDING] if len(name) > _LETTERS + 1 else name[:-1]
    enough = len(start) >= _LETTERS or (len(start) == _LETTERS - 1 and not start.isascii())
    return start if enough and start.isalpha() else ""


def _era_years(text: str, lang: str) -> Iterator[int]:
    """Yield the years that are counted from the accession of an emperor: 令和6年."""
    for year, names in load_pack(lang).section("dates").get("eras", {}).items():
        for name in names:
            for count in regex.findall(rf"{name}(\d+|元)", text):
                yield int(year) + (1 if count == "元" else int(count))


def _may_hold(moment: Moment, date: Moment) -> bool:
    """Whether a date is in the months of another, or in a year of which they may be meant."""
    return moment.month is None or any(n in _months_of(moment) for n in _months_of(date))


def _months_around(month: int) -> tuple[int, int, int]:
    return month, month % 12 + 1, (month - 2) % 12 + 1


def _around(year: int) -> tuple[int, int, int]:
    return year, year - 1, year + 1


def _date(year: int | None, month: int | None, day: int | None) -> datetime.date | None:
    if not (year and month and day):
        return None
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
