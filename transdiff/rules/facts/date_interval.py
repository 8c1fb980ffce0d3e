"""Rule ``date-interval``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from transdiff.comparison import Comparison
from transdiff.facts import Moment
from transdiff.language.calendar import compatible
from transdiff.language.pack import load_pack
from transdiff.model import Segment
from transdiff.rule import Mark, rule
from transdiff.rules.facts.changes import shown
from transdiff.rules.facts.date_clashes import clashes

_JOINED = 8
"""Code points between the two ends of a period."""
_GRAINS = frozenset({"year", "month", "day"})


class Interval(NamedTuple):
    """A period by its two ends."""

    first: Moment
    last: Moment


@rule(group="facts", category="date", severity="major")
def date_interval(pair: Comparison) -> Iterator[Mark]:
    """Report a period that begins or ends otherwise than in the references.

    Each date may well stand somewhere in a reference and still belong to another period. A period
    is held against one that shares an end with it, and only if no reference has the period itself.

    Flagged:
    reference: The firm was paid between 2017 and 2021. Novak ran the port from 2014 to 2022.
    translation: The firm was paid between [[2014]] and 2021.

    reference: Novak ran the port from 2014 to 2022. He sat in the council from 2009 to 2018.
    translation: Novak ran the port from 2014 to [[2018]].

    reference[es]: La ley rige de mayo a julio. El censo se hizo entre agosto y octubre.
    translation: The law applies from May to [[October]].

    Allowed:
    reference: The firm was paid between 2017 and 2021. Novak ran the port from 2014 to 2022.
    translation: The firm was paid from 2017 to 2021; Novak ran the port in 2014-2022.

    reference: The firm was paid from 2017 until the end of 2021.
    translation: The firm was paid between 2017 and 2021. Novak left in 2022.
    """
    mine = list(intervals(pair.segment, pair.lang))
    if not mine:
        return
    known = {clash.mine.moment.span for clash in clashes(pair)}
    linked = [(w, i) for w in pair.witnesses for s in w.segments for i in intervals(s, w.lang)]
    told = [i for w in pair.witnesses for s in w.story.segments for i in intervals(s, w.lang)]
    for own in mine:
        if any(_same(own.first, i.first) and _same(own.last, i.last) for i in told):
            continue
        for witness, other in linked:
            ends = ((own.first, other.first), (own.last, other.last))
            apart = [(a, b) for a, b in ends if not _same(a, b)]
            if len(apart) == 1 and apart[0][0].span not in known:
                yield shown(pair, apart[0][0].span, witness, apart[0][1].span)
                break


def intervals(segment: Segment, lang: str) -> Iterator[Interval]:
    """Yield the periods of which both ends are told: *from 2014 to 2022*, *May-July*."""
    start, ranges = segment.span.start, _ranges(lang)
    for one, two in pairwise(segment.facts.moments):
        near = 0 < two.span.start - one.span.end <= _JOINED
        if not near or one.grain != two.grain or one.grain not in _GRAINS:
            continue
        joint = segment.text[one.span.end - start : two.span.start - start].strip().casefold()
        before = segment.text[: one.span.start - start].split()[-1:]
        between = bool(before) and before[0].casefold() in ranges["between"]
        if joint in ranges["to"] or (between and joint in ranges["and"]):
            yield Interval(one, two)


def _same(a: Moment, b: Moment) -> bool:
    return a.grain != b.grain or compatible(a, b)


@lru_cache(maxsize=64)
def _ranges(lang: str) -> dict[str, frozenset[str]]:
    """The words before and between the ends of a period."""
    ranges = load_pack(lang).section("numbers").get("ranges", {})
    return {name: frozenset(ranges.get(name, ())) for name in ("to", "and", "between")}
