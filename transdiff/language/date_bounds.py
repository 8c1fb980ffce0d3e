"""A state until a day and its contrary from that day: *closed until 3 May*, *open from 3 May*."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.facts import Moment
from transdiff.language.calendar import compatible, shared
from transdiff.language.contrasts import contrary, poles_of
from transdiff.language.events import oppositions
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading

_LASTING = frozenset({"until"})
_STARTING = frozenset({"on", "since", "after"})


def ends_as_other_begins(pairing: Pairing) -> bool:
    """Whether one side tells until which day something is so, and the other what begins then."""
    mine, theirs = _dates(pairing.mine), _dates(pairing.theirs)
    return any(
        {one.edge, other.edge} & _LASTING
        and {one.edge, other.edge} & _STARTING
        and shared(one, other)
        and compatible(one, other)
        for one in mine
        for other in theirs
    )


def complementary_bounds(pairing: Pairing) -> bool:
    """Whether what ends on a day and what begins on it are contraries, and so one and the same."""
    return ends_as_other_begins(pairing) and any(_contraries(pairing))


def _dates(reading: Reading) -> list[Moment]:
    return [m for facts in reading.facts for m in facts.moments]


def _contraries(pairing: Pairing) -> Iterator[tuple[int, int]]:
    """Yield the words of both sides that exclude each other and pair with nothing."""
    mine, theirs = pairing.mine, pairing.theirs
    free = [j for j in theirs.content if pairing.backward[j] is None]
    alone = [(j, theirs.events(j), poles_of(theirs.words[j], theirs.lang)) for j in free]
    for i in mine.content:
        if pairing.forward[i] is not None:
            continue
        poles, events = poles_of(mine.words[i], mine.lang), mine.events(i)
        for j, others, facing in alone:
            turned = oppositions().exclude(events, others)
            if turned or contrary(poles, facing):
                yield i, j
