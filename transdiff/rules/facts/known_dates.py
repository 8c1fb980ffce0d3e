"""Every date that the references state, and whether one of the article's is among them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import regex

from transdiff.comparison import Article
from transdiff.facts import Moment, Span
from transdiff.language.calendar import compatible, weekday_of
from transdiff.language.date_templates import calendar_names
from transdiff.language.pack import load_pack
from transdiff.lazy import lazy

NOWHERE = Span(0, 0)
"""Where a date stands that no sentence tells: that of filing."""
_NEAR = 14
"""Days within which a date is also told by its day of the week."""
_WEEK = 7
_WEEKEND = (5, 6)
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
            for year in (moment.year,) if moment.year else years_around(written.year):
                for month in (moment.month,) if moment.month else _months_around(written.month):
                    day = day_of(year, month, moment.day)
                    if day and abs((day - written).days) <= (_NEAR if moment.month else _CLOSE):
                        return day
        return None


def known_dates(whole: Article) -> KnownDates:
    """Return the dates of all references of the article."""
    stories = whole.references.values()
    told = {day for story in stories if (day := story.document.written)}
    written = tuple(sorted(told or {day for day in (whole.story.document.dated,) if day}))
    filed = (Moment(NOWHERE, d.year, d.month, d.day) for d in written)
    stated = (m for story in stories for s in story.segments for m in s.facts.moments)
    text = "\n".join(s.text.casefold() for story in stories for s in story.segments if s.compared)
    langs = frozenset(story.lang for story in stories)
    figures = frozenset(value for value, _ in whole.stated_amounts)
    return KnownDates((*stated, *filed), written, text, langs, figures)


def is_readable(whole: Article) -> bool:
    """Whether the dates of all references can be read: their languages have packs."""
    return not any(load_pack(s.lang).generic for s in whole.references.values())


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


def years_around(year: int) -> tuple[int, int, int]:
    """Return a year and those beside it."""
    return year, year - 1, year + 1


def day_of(year: int | None, month: int | None, day: int | None) -> datetime.date | None:
    """Return the day of a calendar, None where a part is unknown or there is no such day."""
    if not (year and month and day):
        return None
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
