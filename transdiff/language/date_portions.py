"""Parts of a month or a year: *early July*, *the second half of May*, *7月下旬*, *Ende 2027*.

So is the night of a day: *early on Monday*, *in der Nacht auf Montag*.

Words that lead to a date are the table ``[dates.portions]`` of a pack, those behind it
``[dates.portions-behind]``, and ``portion-links`` what may stand between: *the end **of** July*.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import replace

from transdiff.facts import Moment
from transdiff.language.calendar_parts import DAWN, EVE, NIGHT, NIGHTS, PORTIONS
from transdiff.language.date_templates import PORTION
from transdiff.language.date_text import DateText

Reader = Callable[[DateText, int], tuple[Moment, int] | None]

_FROM = "night-from"
_DAY = 5
"""Words of the first of two days: *the night from 3 May to 4 May*."""
_OF_DAY = {"early": DAWN, "late": EVE}
"""What the words for a part of a month say of a day: *early on Monday*."""
_MORNING, _EVENING = 6, 18
"""The hours at which the morning and the evening begin."""
_FIRST_DAY, _LAST_DAY = "first-day", "last-day"
_FEBRUARY = 2
_LONG = frozenset({"month", "year", "decade"})
"""Grains that have a beginning, a middle and an end."""
_SHORT = frozenset({"half1", "half2", "third1", "third2", "third3", _FIRST_DAY, _LAST_DAY})
"""Parts of a month alone: halves of a year are dates of their own."""


def read_portion(text: DateText, at: int, read: Reader) -> tuple[Moment, int] | None:
    """Return the date that *read* finds behind a part of it which begins at piece *at*."""
    found = text.grammar.portions.match(text.pieces, at) if PORTION in text.parts[at] else None
    if found is None:
        return None
    part, end = found
    whole = None
    if part == _FROM:
        whole = _behind_link(text, _behind_first_day(text, end), read)
        part = EVE if whole is None else NIGHT
    whole = whole or _behind_link(text, end, read)
    if whole is None:
        return None
    moment = _with_part(whole[0], part)
    return None if moment is None else (replace(moment, span=text.span(at, whole[1])), whole[1])


def portion_behind(text: DateText, moment: Moment, end: int) -> tuple[Moment, int]:
    """Return *moment* with the part that stands behind it, and where that ends: *7月初*."""
    found = text.grammar.portions_behind.match(text.pieces, end)
    parted = _with_part(moment, found[0]) if found and not moment.part else None
    if found is None or parted is None:
        return moment, end
    first = moment.span.start - text.passage.start
    last = text.pieces[found[1] - 1].end
    return replace(parted, span=text.passage.span(first, last)), found[1]


def _behind_link(text: DateText, at: int, read: Reader) -> tuple[Moment, int] | None:
    """Read the date at *at*, or behind a word that joins it to its part."""
    link = text.grammar.portion_links.match(text.pieces, at)
    at = link[1] if link else at
    return read(text, at) if at < len(text.pieces) else None


def _behind_first_day(text: DateText, at: int) -> int:
    """Return where the second of two days begins: *the night from Sunday to **Monday***."""
    links = text.grammar.night_links
    for first in range(at + 1, min(len(text.pieces), at + 1 + _DAY)):
        if (link := links.match(text.pieces, first)) is not None:
            return link[1]
    return len(text.pieces)


def told_by_hour(day: Moment, time: Moment) -> Moment:
    """Return *day* with the part of it in which the hour beside it is: *3 am on Sunday*.

    Midnight may be either end of its day.
    """
    if time.hour is None or time.either or day.part or day.grain != "day" or day.high is not None:
        return day
    if (time.hour, time.minute) == (0, 0):
        return day
    part = DAWN if time.hour < _MORNING else EVE if time.hour >= _EVENING else ""
    return replace(day, part=part) if part else day


def _with_part(moment: Moment, part: str) -> Moment | None:
    """Return the part of a month, a year or a decade, or the night or the dawn of a day."""
    if moment.grain == "day" and moment.high is None:
        of_day = part if part in NIGHTS else _OF_DAY.get(part)
        return replace(moment, part=of_day) if of_day and not moment.part else None
    if moment.grain not in _LONG or moment.day is not None or moment.high is not None:
        return None
    if moment.grain != "month" and (part in _SHORT or moment.month is not None):
        return None
    if part == _FIRST_DAY:
        return replace(moment, day=1, grain="day")
    if part == _LAST_DAY:
        last = _last_day(moment)
        return None if last is None else replace(moment, day=last, grain="day")
    return replace(moment, part=part) if part in PORTIONS else None


def _last_day(moment: Moment) -> int | None:
    """Return the last day of a month, None where only the year would tell."""
    if moment.month is None or (moment.month == _FEBRUARY and moment.year is None):
        return None
    return calendar.monthrange(moment.year or 1, moment.month)[1]
