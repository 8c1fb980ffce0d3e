"""Days that are counted from the one named before: *on 3 May, and the next day*.

What may open a clause of its own, ``[dates] governing`` of a pack, counts from that clause unless
it closes its own: *on January 9, the day before she retired*.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import replace

from transdiff.facts import Moment, WordKind
from transdiff.language.passage import Passage

_STEPS = {"day-before": -1, "day-after": 1}
_LEAP = 2000
"""A year that has every day."""
_WEEK = 7


def counted(passage: Passage, found: Iterable[Moment]) -> Iterator[Moment]:
    """Yield the moments *found*, those that are counted from the one before them resolved."""
    named: Moment | None = None
    for moment in found:
        step = _STEPS.get(moment.relative)
        if step and named and not _governs(passage, moment):
            moment = _shifted(moment, named, step)
        if moment.grain == "day" and moment.high is None:
            named = moment
        yield moment


def _governs(passage: Passage, moment: Moment) -> bool:
    """Whether a clause may follow from which the day is counted: *the day before she retired*."""
    first, last = moment.span.start - passage.start, moment.span.end - passage.start
    phrase = passage.text[first:last].casefold()
    if phrase not in passage.pack.words("dates", "governing"):
        return False
    behind = next((piece for piece in passage.pieces if piece.start >= last), None)
    return behind is not None and behind.kind is not WordKind.PUNCT


def _shifted(moment: Moment, named: Moment, step: int) -> Moment:
    """Return the day that is *step* days from *named*, as far as that one is known."""
    if named.weekday is not None:
        moment = replace(moment, weekday=(named.weekday + step) % _WEEK)
    if not named.month or not named.day:
        return moment
    try:
        day = datetime.date(named.year or _LEAP, named.month, named.day)
    except ValueError:
        return moment
    day += datetime.timedelta(days=step)
    return replace(moment, year=named.year and day.year, month=day.month, day=day.day)
