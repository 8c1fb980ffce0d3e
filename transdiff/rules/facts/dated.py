"""Dates where they stand: what the words about a date say of it, and whether two agree by them.

A date may be a baseline, part of a name, of a birth, said in a quotation, counted from another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from transdiff.comparison import Witness
from transdiff.facts import Moment, Span, Word, WordKind
from transdiff.language.calendar import compatible, weekday_of
from transdiff.language.content import place_of
from transdiff.language.listed import listed_phrases
from transdiff.language.pack import load_pack
from transdiff.lazy import lazy
from transdiff.model import Segment
from transdiff.rules.facts.moment_agreement import HALF_DAY, are_adjacent, clock_face, is_floating
from transdiff.rules.facts.stretches import lasts

_WINDOW = 6
"""Words on either side of a date that are its context."""
_BORN = 3
"""Words from a date to what says that it is of a birth."""
_WEEK = 7
_DAYS_APART = frozenset({"day-before", "day-after"})
_YEAR = "year"
_ZONES_APART = 960
"""Minutes by which the clocks of two places differ at most, one of them in summer time."""


@dataclass(frozen=True)
class Dated:
    """A moment where it stands."""

    moment: Moment
    segment: Segment
    witness: Witness | None = None

    @lazy
    def context(self) -> frozenset[str]:
        """The stems of the words around it."""
        return frozenset(stems_around(self.segment.facts.words, self.moment.span, _WINDOW))


def is_baseline(moment: Moment, segment: Segment, lang: str) -> bool:
    """Whether something is compared with then: *7% more than a year ago*; other rules judge it."""
    words = segment.facts.words
    at, _ = place_of(words, moment.span)
    before = words[at - 1].fold if at else ""
    return bool(moment.relative) and before in load_pack(lang).words("comparison", "than")


def in_name(moment: Moment, segment: Segment) -> bool:
    """Whether a relative day is but a word of a name: *USA Today*."""
    names = segment.facts.names if moment.relative else ()
    return any(n.span != moment.span and n.span.contains(moment.span) for n in names)


def are_spoken(mine: Dated, theirs: Dated) -> bool:
    """Whether both have *today* of the day when it was said: inside a quotation on either side."""
    if not mine.moment.relative or mine.moment.relative != theirs.moment.relative:
        return False
    return any(
        quotation.span.contains(dated.moment.span)
        for dated in (mine, theirs)
        for quotation in dated.segment.facts.quotations
    )


def is_counted_from(moment: Moment, dates: Sequence[Dated]) -> bool:
    """Whether a day is the one before or after a day that is told, and either text counts so.

    *Ruled on January 9, the day before she retired*: she retired on January 10.
    """
    if not any(d.moment.relative in _DAYS_APART and is_floating(d.moment) for d in dates):
        return False
    return any(are_adjacent(moment, d.moment) for d in dates if d.moment is not moment)


def are_timed(mine: Dated, theirs: Dated) -> bool:
    """Whether a stretch of time leads from one clock to the other: *4:01*, nine minutes after 3:52.

    Either sentence may tell it, or a neighbour of the reference.
    """
    moments, witness = (mine.moment, theirs.moment), theirs.witness
    if any(m.grain != "time" or m.hour is None for m in moments):
        return False
    around = witness.around if witness is not None else ()
    apart = abs(clock_face(mine.moment) - clock_face(theirs.moment))
    return lasts((mine.segment, theirs.segment, *around), (apart, 2 * HALF_DAY - apart))


def are_years_apart(mine: Dated, theirs: Dated) -> bool:
    """Whether one is the other's anniversary: *two years in July*, of what has been since 2023.

    Or one is the year from which the other is counted: *not in 2027, as planned*, of what comes in
    *2028, a year later*.
    """
    a, b = mine.moment, theirs.moment
    if a.year is None or b.year is None or a.year == b.year:
        return False
    spans = [
        {q.value for q in d.segment.facts.quantities if q.unit == _YEAR} for d in (mine, theirs)
    ]
    apart = abs(a.year - b.year)
    if {a.month, b.month} == {None}:
        return a.grain == b.grain == _YEAR and (apart in spans[0]) != (apart in spans[1])
    alike = replace(a, year=b.year, weekday=None, relative="")
    return any(apart in told for told in spans) and compatible(alike, b)


def are_of_zones(mine: Dated, theirs: Dated) -> bool:
    """Whether two days of the week are one moment in two zones: *7 p.m. GMT on Tuesday*.

    Both sentences give the hour, at least one of them a zone, and they are as far apart as zones.
    """
    days = (weekday_of(mine.moment), weekday_of(theirs.moment))
    if None in days:
        return False
    later = (days[0] or 0) - (days[1] or 0)
    return any(
        0 < abs(ahead) <= _ZONES_APART and ahead * shift > 0
        for a in _times(mine.segment)
        for b in _times(theirs.segment)
        if a.zone != b.zone
        for shift in (1, -1)
        if (later - shift) % _WEEK == 0
        for ahead in (clock_face(a) - clock_face(b) + 2 * shift * HALF_DAY,)
    )


def _times(segment: Segment) -> Iterator[Moment]:
    return (m for m in segment.facts.moments if m.grain == "time" and m.hour is not None)


def is_at_new_year(one: Dated, other: Dated) -> bool:
    """``Not before the end of 2026`` is ``until 2027 at the earliest``: a year ends, one begins."""
    early, late = sorted((one, other), key=lambda d: d.moment.year or 0)
    a, b = early.moment, late.moment
    if a.grain != "year" or b.grain != "year" or (b.year or 0) - (a.year or 0) != 1:
        return False
    denied = any(m.kind == "negation" and m.value == "not" for m in early.segment.facts.markers)
    edged = denied or b.edge != "on"  # "will not open before the end of 2026"
    return edged and a.part == "late" and b.part != "late"


def is_birth(dated: Dated, lang: str) -> bool:
    """Whether a date is that of somebody's birth: *born in 1956*, *1956 года рождения*."""
    words, span = dated.segment.facts.words, dated.moment.span
    first, end = place_of(words, span)
    births = listed_phrases(lang, "dates", "births")
    near = (*range(max(0, first - _BORN), first), *range(end, min(len(words), end + _BORN)))
    return any(births.match(words, at) for at in near)


def stems_around(words: Sequence[Word], span: Span, width: int) -> list[str]:
    """Return the stems of *width* longer words on either side of *span*."""
    longer = [
        w for w in words if w.kind is WordKind.WORD and (len(w.stem) > 2 or not w.stem.isascii())
    ]
    left = [w.stem for w in longer if w.span.end <= span.start]
    right = [w.stem for w in longer if w.span.start >= span.end]
    return left[-width:] + right[:width]
