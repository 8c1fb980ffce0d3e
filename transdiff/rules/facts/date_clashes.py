"""What the date rules share: every date of a sentence beside the reference's dates.

A date of the article is *supported* when some aligned reference states one that shares a known
part with it and contradicts it in none; an expression that cannot be resolved may mean anything.
Only a date without support is held against the reference's date that the article lacks.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Moment
from transdiff.language.calendar import resolve, same_time, written_out
from transdiff.model import Segment, Severity
from transdiff.rule import Mark
from transdiff.rules.facts.dated import (
    Dated,
    are_of_zones,
    are_spoken,
    are_timed,
    are_years_apart,
    in_name,
    is_at_new_year,
    is_baseline,
    is_birth,
    is_counted_from,
)
from transdiff.rules.facts.elapsed import is_time_ago
from transdiff.rules.facts.known_dates import known_dates
from transdiff.rules.facts.moment_agreement import contradict, is_floating, only_zone, supports
from transdiff.rules.facts.reckoned_dates import is_days_from

_WEAK = 0.12
_FIRM = 0.34
_SURE = 0.6
_LAST_YEAR = "year-1"
_SINCE = "since"
_MOST = 40
"""Dates of one sentence that are compared; a calendar run into a line has more."""


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
        if not (is_baseline(m, pair.segment, pair.lang) or in_name(m, pair.segment))
    ]
    if not mine:
        return ()
    around = [d for w in pair.witnesses for d in _dates(pair, w, w.around)][: 4 * _MOST]
    linked = [d for w in pair.witnesses for d in _dates(pair, w, w.segments)][: 2 * _MOST]
    clock = _exact_times(mine, around)
    stated = [m for m in _stated(pair, around) if not is_floating(m) and m not in clock]
    unmatched = [
        d
        for d in linked
        if d.moment not in clock and not any(supports(m, d.moment) for m in stated)
    ]
    told = [r for r in around if not is_floating(r.moment) and r.moment not in clock]
    open_ = [
        d
        for d in mine
        if d.moment not in clock
        and not any(supports(d.moment, r.moment) and not _other_zone(d, r, told) for r in told)
        and not any(are_spoken(d, r) for r in told)
        and not is_counted_from(d.moment, [*mine, *around])
        and not is_days_from(d.moment, [s for w in pair.witnesses for s in w.segments])
        and not is_time_ago(pair, d.moment)
    ]
    floating = [r.moment for r in around if is_floating(r.moment)]
    return tuple(_found(pair, open_, unmatched, floating))


def _stated(pair: Comparison, around: Sequence[Dated]) -> Iterator[Moment]:
    """Yield the dates of the sentence, and those beside it that render no other sentence's date."""
    linked = {id(s) for w in pair.witnesses for s in w.segments}
    others = [d.moment for d in around if id(d.segment) not in linked]
    yield from pair.segment.facts.moments
    for segment in pair.around:
        if segment is not pair.segment:
            yield from (m for m in segment.facts.moments if not any(supports(m, o) for o in others))


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
            if in_name(moment, segment):
                continue
            if written and _is_of_this_year(pair, moment, witness, written):
                moment = replace(moment, year=written.year)
            if is_floating(moment) and moment.grain in ("year", "month", "quarter"):
                moment = replace(resolve(moment.relative, written), span=moment.span)
            yield Dated(moment, segment, witness)


def _is_of_this_year(
    pair: Comparison, moment: Moment, witness: Witness, written: datetime.date
) -> bool:
    """Whether *in January* is of the year in which the article was written, where it has last year.

    So it is if that month has come and the reference speaks of no other year there.
    """
    if moment.grain != "month" or moment.year or moment.relative or moment.month is None:
        return False
    last = any(m.relative == _LAST_YEAR for m in pair.segment.facts.moments)
    others = (m.year for s in witness.around for m in s.facts.moments)
    return last and moment.month <= written.month and not any(others)


def _found(
    pair: Comparison,
    open_: Sequence[Dated],
    unmatched: Sequence[Dated],
    floating: Sequence[Moment],
) -> Iterator[Clash]:
    for dated in open_:
        of_birth = is_birth(dated, pair.lang)
        rivals = [
            d
            for d in unmatched
            if contradict(dated.moment, d.moment)
            and not (are_of_zones(dated, d) or is_at_new_year(dated, d))
            and not (are_timed(dated, d) or are_years_apart(dated, d))
            and not _is_since(pair, dated.moment, d.moment)
            and of_birth == is_birth(d, d.witness.lang if d.witness else "")
        ]
        if not rivals:
            continue
        best = max(rivals, key=partial(_likeness, dated))
        same_grain = _of_one_grain(best.moment, dated.moment)
        alone = len(rivals) == 1 and sum(_is_time(d) == _is_time(dated) for d in open_) == 1
        witness = best.witness
        assert witness is not None
        if witness.lang != pair.lang:
            sure = alone and same_grain
        elif any(supports(dated.moment, m) for m in floating):
            sure = same_grain and _likeness(dated, best) >= _SURE
        else:
            sure = _likeness(dated, best) >= (_WEAK if alone and same_grain else _FIRM)
        if sure:
            yield Clash(dated, best, only_zone(dated.moment, best.moment))


def _is_since(pair: Comparison, mine: Moment, theirs: Moment) -> bool:
    """Whether the article tells since when, as a reference does elsewhere, and *theirs* does not.

    *4%, as since March* is put together of two sentences: what is to come in May is no rival.
    """
    since = mine.edge == _SINCE != theirs.edge and mine.month is not None
    return since and pair.whole.once(known_dates).has(mine)


def _is_time(dated: Dated) -> bool:
    return dated.moment.grain == "time"


def _of_one_grain(a: Moment, b: Moment) -> bool:
    """Whether both are days, or months …, or one is held against a part: *March*, *late 2027*."""
    return a.grain == b.grain or bool(a.part or b.part)


def _likeness(a: Dated, b: Dated) -> float:
    one, two = a.context, b.context
    score = len(one & two) / max(1, min(len(one), len(two)))
    return score + 0.2 * (a.moment.grain == b.moment.grain)


def shown(pair: Comparison, clash: Clash, severity: Severity | None = None) -> Mark:
    """Return a mark that quotes both dates."""
    mine, theirs, witness = clash.mine.moment, clash.theirs.moment, clash.theirs.witness
    assert witness is not None
    evidence = witness.evidence(theirs.span, value=" ".join(written_out(theirs)))
    return Mark.against(pair.evidence(mine.span), evidence, severity)
