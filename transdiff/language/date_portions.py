"""Parts of a month or a year: *early July*, *the second half of May*, *7月下旬*, *Ende 2027*.

Words that lead to a date are the table ``[dates.portions]`` of a pack, those behind it
``[dates.portions-behind]``, and ``portion-links`` what may stand between: *the end **of** July*.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import replace

from transdiff.facts import Moment
from transdiff.language.calendar_parts import PORTIONS
from transdiff.language.date_templates import PORTION
from transdiff.language.date_text import DateText

Reader = Callable[[DateText, int], tuple[Moment, int] | None]

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
    link = text.grammar.portion_links.match(text.pieces, end)
    end = link[1] if link else end
    whole = read(text, end) if end < len(text.pieces) else None
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


def _with_part(moment: Moment, part: str) -> Moment | None:
    """Return the part of a month, a year or a decade; of other dates there is none."""
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
