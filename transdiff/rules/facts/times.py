"""What the date rules share: every date of a sentence beside the reference's dates.

A date of the article is *supported* when some aligned reference states one that shares a known
part with it and contradicts it in none; an expression that cannot be resolved may mean anything.
Only a date without support is held against the reference's date that the article lacks.
"""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Moment, Span, Word, WordKind
from transdiff.language.calendar import (
    compatible,
    resolve,
    same_time,
    shared,
    weekday_of,
    written_out,
)
from transdiff.language.content import place_of
from transdiff.language.listed import listed_phrases
from transdiff.language.pack import load_pack
from transdiff.model import Segment, Severity
from transdiff.rule import Mark

_WINDOW = 6
_NEAR = 2
"""Words between a year and what says that it is its end."""
_WEAK = 0.12
_FIRM = 0.34
_SURE = 0.6
_MOST = 40
"""Dates of one sentence that are compared; a calendar run into a line has more."""
_BORN = 3
"""Words from a date to what says that it is of a birth."""
_WEEK = 7
_LEAP = 2000
"""A year that has every day."""
_DAYS_APART = frozenset({"day-before", "day-after"})
_ZONES_APART = 960
"""Minutes by which the clocks of two places differ at most, one of them in summer time."""
_ROUND, _CLOSE, _BESIDE, _HALF_DAY = 30, 5, 15, 720
"""Minutes: what a round time is a multiple of, how far off it may be, and so beside *before*."""
_LEVEL = {
    "year": 1,
    "decade": 1,
    "day": 2,
    "week": 2,
    "month": 3,
    "quarter": 3,
    "season": 3,
    "time": 4,
}
"""Expressions of one level may mean the same where one of them cannot be resolved."""


@dataclass(frozen=True)
class Dated:
    """A moment where it stands."""

    moment: Moment
    segment: Segment
    witness: Witness | None = None


@dataclass(frozen=True)
class Clash:
    """An article date and the reference date it contradicts; ``zone`` if only the zone differs."""

    mine: Dated
    theirs: Dated
    zone: bool


def clashes(pair: Comparison) -> tuple[Clash, ...]:
    """Return the dates that contradict the references, each with its counterpart."""
    return pair.once(_clashes)


def _clashes(pair: Comparison) -> tuple[Clash, ...]:
    mine = [
        Dated(m, pair.segment)
        for m in pair.segment.facts.moments[:_MOST]
        if not (_is_baseline(m, pair.segment, pair.lang) or _in_name(m, pair.segment))
    ]
    if not mine:
        return ()
    around = [d for w in pair.witnesses for d in _dates(pair, w, w.around)][: 4 * _MOST]
    linked = [d for w in pair.witnesses for d in _dates(pair, w, w.segments)][: 2 * _MOST]
    clock = _exact_times(mine, around)
    stated = [m for m in _stated(pair, around) if not _floating(m) and m not in clock]
    unmatched = [
        d
        for d in linked
        if d.moment not in clock and not any(supports(m, d.moment) for m in stated)
    ]
    told = [r for r in around if not _floating(r.moment) and r.moment not in clock]
    open_ = [
        d
        for d in mine
        if d.moment not in clock
        and not any(supports(d.moment, r.moment) and not _other_zone(d, r, told) for r in told)
        and not any(_spoken(d, r) for r in told)
        and not _is_counted_from(d.moment, [*mine, *around])
    ]
    floating = [r.moment for r in around if _floating(r.moment)]
    return tuple(_found(pair, open_, unmatched, floating))


def _stated(pair: Comparison, around: Sequence[Dated]) -> Iterator[Moment]:
    """Yield the dates of the sentence, and those beside it that render no other sentence's date."""
    linked = {id(s) for w in pair.witnesses for s in w.segments}
    others = [d.moment for d in around if id(d.segment) not in linked]
    yield from pair.segment.facts.moments
    for segment in pair.around:
        if segment is not pair.segment:
            yield from (m for m in segment.facts.moments if not any(supports(m, o) for o in others))


def _is_baseline(moment: Moment, segment: Segment, lang: str) -> bool:
    """Whether something is compared with then: *7% more than a year ago*; other rules judge it."""
    words = segment.facts.words
    at = bisect_left(words, moment.span.start, key=lambda w: w.span.start)
    before = words[at - 1].fold if at else ""
    return bool(moment.relative) and before in load_pack(lang).words("comparison", "than")


def _in_name(moment: Moment, segment: Segment) -> bool:
    """Whether a relative day is but a word of a name: *USA Today*."""
    names = segment.facts.names if moment.relative else ()
    return any(n.span != moment.span and n.span.contains(moment.span) for n in names)


def _spoken(mine: Dated, theirs: Dated) -> bool:
    """Whether both have *today* of the day when it was said: inside a quotation on either side."""
    if not mine.moment.relative or mine.moment.relative != theirs.moment.relative:
        return False
    return any(
        quotation.span.contains(dated.moment.span)
        for dated in (mine, theirs)
        for quotation in dated.segment.facts.quotations
    )


def _is_counted_from(moment: Moment, dates: Sequence[Dated]) -> bool:
    """Whether a day is the one before or after a day that is told, and either text counts so.

    *Ruled on January 9, the day before she retired*: she retired on January 10.
    """
    if not any(d.moment.relative in _DAYS_APART for d in dates):
        return False
    return any(_are_adjacent(moment, d.moment) for d in dates if d.moment is not moment)


def _are_adjacent(one: Moment, other: Moment) -> bool:
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


def _other_zone(mine: Dated, theirs: Dated, told: Sequence[Dated]) -> bool:
    """Whether *theirs* has only the clock face: its sentence gives another time in mine's zone."""
    zone = mine.moment.zone
    if mine.moment.grain != "time" or zone is None or theirs.moment.zone is not None:
        return False
    beside = (r.moment for r in told if r.segment is theirs.segment and r.moment.zone == zone)
    return not all(same_time(mine.moment, moment) for moment in beside)


def _exact_times(mine: Sequence[Dated], theirs: Sequence[Dated]) -> set[Moment]:
    """Return the times that both sides give with the same zone: they support no other time."""
    found: set[Moment] = set()
    for a in mine:
        for b in theirs:
            one, two = a.moment, b.moment
            if one.grain == two.grain == "time" and one.zone == two.zone and same_time(one, two):
                found |= {one, two}
    return found


def _dates(pair: Comparison, witness: Witness, segments: Sequence[Segment]) -> Iterator[Dated]:
    """Yield the dates of a reference; one without a date of its own is as old as the article."""
    published = pair.whole.story.document.published
    written = datetime.date.fromisoformat(published) if published else None
    for segment in segments:
        for moment in segment.facts.moments:
            if _in_name(moment, segment):
                continue
            if _floating(moment) and moment.grain in ("year", "month", "quarter"):
                moment = replace(resolve(moment.relative, written), span=moment.span)
            yield Dated(moment, segment, witness)


def _found(
    pair: Comparison,
    open_: Sequence[Dated],
    unmatched: Sequence[Dated],
    floating: Sequence[Moment],
) -> Iterator[Clash]:
    for dated in open_:
        rivals = [
            d
            for d in unmatched
            if _contradict(dated.moment, d.moment)
            and not (_of_zones(dated, d) or _at_new_year(dated, d, pair.lang))
            and _is_birth(dated, pair.lang) == _is_birth(d, d.witness.lang if d.witness else "")
        ]
        if not rivals:
            continue
        best = max(rivals, key=partial(_likeness, dated))
        same_grain = best.moment.grain == dated.moment.grain
        alone = len(open_) == 1 and len(rivals) == 1
        witness = best.witness
        assert witness is not None
        if witness.lang != pair.lang:
            sure = alone and same_grain
        elif any(supports(dated.moment, m) for m in floating):
            sure = same_grain and _likeness(dated, best) >= _SURE
        else:
            sure = _likeness(dated, best) >= (_WEAK if alone and same_grain else _FIRM)
        if sure:
            yield Clash(dated, best, _only_zone(dated.moment, best.moment))


def _contradict(a: Moment, b: Moment) -> bool:
    if (a.grain == "time") != (b.grain == "time") or _rounded(a, b):
        return False
    if (a.day is None) != (b.day is None) and a.edge != b.edge:
        return False  # opened on Tuesday, until May 22
    return shared(a, b) and not compatible(a, b) and not (_next_edge(a, b) or _not_before(a, b))


def _is_birth(dated: Dated, lang: str) -> bool:
    """Whether a date is that of somebody's birth: *born in 1956*, *1956 года рождения*."""
    words, span = dated.segment.facts.words, dated.moment.span
    first, end = place_of(words, span)
    births = listed_phrases(lang, "dates", "births")
    near = (*range(max(0, first - _BORN), first), *range(end, min(len(words), end + _BORN)))
    return any(births.match(words, at) for at in near)


def _of_zones(mine: Dated, theirs: Dated) -> bool:
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
        for ahead in (_face(a) - _face(b) + 2 * shift * _HALF_DAY,)
    )


def _times(segment: Segment) -> Iterator[Moment]:
    return (m for m in segment.facts.moments if m.grain == "time" and m.hour is not None)


def _face(moment: Moment) -> int:
    return 60 * (moment.hour or 0) + (moment.minute or 0)


def _rounded(a: Moment, b: Moment) -> bool:
    """Whether a time is a round version of the other: *shortly before five*, at 4:52.

    Beside *before* or *after* the other may be a quarter of an hour away, on that side.
    """
    if a.grain != "time" or b.grain != "time" or None in (a.hour, b.hour):
        return False
    for one, two in ((a, b), (b, a)):
        if (one.minute or 0) % _ROUND:
            continue
        later = (_minutes(two) - _minutes(one) + _HALF_DAY) % (2 * _HALF_DAY) - _HALF_DAY
        if abs(later) <= _CLOSE or (one.edge == "before" and -_BESIDE <= later < 0):
            return True
        if one.edge == "after" and 0 < later <= _BESIDE:
            return True
    return False


def _minutes(moment: Moment) -> int:
    return 60 * (moment.hour or 0) + (moment.minute or 0) - (moment.zone or 0)


def _not_before(a: Moment, b: Moment) -> bool:
    """``Not this year`` is ``not before next year``: the year at whose edge the other begins."""
    if a.grain != "year" or b.grain != "year" or a.year is None or b.year is None:
        return False
    early, late = sorted((a, b), key=lambda m: m.year or 0)
    return (late.year or 0) - (early.year or 0) == 1 and late.edge == "before" != early.edge


def _at_new_year(one: Dated, other: Dated, lang: str) -> bool:
    """``Not before the end of 2026`` is ``until 2027 at the earliest``: a year ends, one begins."""
    early, late = sorted((one, other), key=lambda d: d.moment.year or 0)
    a, b = early.moment, late.moment
    if a.grain != "year" or b.grain != "year" or (b.year or 0) - (a.year or 0) != 1:
        return False
    denied = any(m.kind == "negation" and m.value == "not" for m in early.segment.facts.markers)
    edged = denied or b.edge != "on"  # "will not open before the end of 2026"
    return edged and _is_end(early, lang) and not _is_end(late, lang)


def _is_end(dated: Dated, lang: str) -> bool:
    """Whether a year is named by its end; *lang* is the article's."""
    ends = load_pack(dated.witness.lang if dated.witness else lang).words("dates", "ends")
    words, span = dated.segment.facts.words, dated.moment.span
    first, after = place_of(words, span)
    beside = (*words[max(0, first - _NEAR) : first], *words[after : after + 2])  # 2026年年底
    return any(w.fold in ends for w in beside)


def _next_edge(a: Moment, b: Moment) -> bool:
    """``Until the end of May`` is ``before June``: neighbouring months or days at an edge agree."""
    edged = {a.edge, b.edge} & {"before", "until", "by", "after", "since"}
    if a.month is None or b.month is None or a.edge == b.edge or not edged:
        return False
    if a.day is None and b.day is None:
        return (a.month - b.month) % 12 in (1, 11)
    return bool({a.edge, b.edge} & {"before", "after"}) and _are_adjacent(a, b)


def supports(a: Moment, b: Moment) -> bool:
    """Whether one states what the other does, as far as either is known."""
    if _floating(a) or _floating(b):
        return _LEVEL.get(a.grain, 0) == _LEVEL.get(b.grain, 0)
    return shared(a, b) and compatible(a, b)


def _floating(moment: Moment) -> bool:
    if moment.grain == "time":
        return False
    parts = (moment.year, moment.month, moment.day, moment.weekday)
    return all(part is None for part in parts)


def _only_zone(a: Moment, b: Moment) -> bool:
    face = (a.hour, a.minute or 0) == (b.hour, b.minute or 0)
    return a.grain == b.grain == "time" and face and not same_time(a, b)


def _likeness(a: Dated, b: Dated) -> float:
    one, two = _context(a), _context(b)
    score = len(one & two) / max(1, min(len(one), len(two)))
    return score + 0.2 * (a.moment.grain == b.moment.grain)


def _context(dated: Dated) -> frozenset[str]:
    return frozenset(stems_around(dated.segment.facts.words, dated.moment.span, _WINDOW))


def stems_around(words: Sequence[Word], span: Span, width: int) -> list[str]:
    """Return the stems of *width* longer words on either side of *span*."""
    longer = [
        w for w in words if w.kind is WordKind.WORD and (len(w.stem) > 2 or not w.stem.isascii())
    ]
    left = [w.stem for w in longer if w.span.end <= span.start]
    right = [w.stem for w in longer if w.span.start >= span.end]
    return left[-width:] + right[:width]


def shown(pair: Comparison, clash: Clash, severity: Severity | None = None) -> Mark:
    """Return a mark that quotes both dates."""
    mine, theirs, witness = clash.mine.moment, clash.theirs.moment, clash.theirs.witness
    assert witness is not None
    evidence = witness.evidence(theirs.span, value=" ".join(written_out(theirs)))
    quote = mine.span.of(pair.whole.story.document.text)
    message = f'article "{quote}" · {witness.key} "{evidence.quote}"'
    return Mark(mine.span, message, (evidence,), severity)
