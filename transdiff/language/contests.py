"""Contests: who won and who lost, and whether two readings tell it the other way round."""

from __future__ import annotations

from transdiff.language.cues import Cue
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.roles import is_passive

_BESIDE = 6
"""Words between a victory and whom it was won over."""
_PARTIES = 2
"""Names of a contest."""


def turned_outcome(pairing: Pairing) -> tuple[tuple[int, int], Cue] | None:
    """Return the words of ``mine`` that exchange winner and loser, and the outcome of ``theirs``.

    *A beat B*, *A lost to B*: one of both wins in either text, and both are named in one order.
    """
    mine, theirs = _outcome(pairing.mine), _outcome(pairing.theirs)
    if mine is None or theirs is None or _won(pairing.mine, mine) == _won(pairing.theirs, theirs):
        return None
    first = _same_order(pairing, mine.first, theirs.first)
    return None if first is None else ((min(mine.first, first), max(mine.end, first + 1)), theirs)


def _outcome(reading: Reading) -> Cue | None:
    """Return the word by which a sentence tells of a victory or of a defeat, if of one only."""
    cues = reading.of_kind("event", "win", "lose")
    denied = reading.of_kind("negation", "not")
    return cues[0] if cues and not denied and len({c.marker.value for c in cues}) == 1 else None


def _won(reading: Reading, cue: Cue) -> bool:
    """Whether who is named first won: *beat*, and not *was beaten by*."""
    return (cue.marker.value == "win") != is_passive(reading, cue.first)


def _same_order(pairing: Pairing, i: int, j: int) -> int | None:
    """Return the first of two names that both texts have in one order, beside *i* and *j*.

    *A beat B* and *A lost to B*: whatever the language, who did it is named first in both.
    """
    theirs = _named(pairing.theirs, j)
    told = [
        (at, there)
        for at, mine in _named(pairing.mine, i)
        for there, other in theirs
        if mine & other
    ]
    before = [two for two in told if two[0] < i and two[1] < j]
    after = [two for two in told if two[0] > i and two[1] > j]
    if not after and len(before) == _PARTIES:  # the verb stands last
        before, after = before[:1], before[1:]
    if not before or not after:
        return None
    (first, there), (second, beyond) = before[-1], after[0]
    met = _meet(pairing.mine, first, i, second) and _meet(pairing.theirs, there, j, beyond)
    return first if met and there < beyond else None


def _meet(reading: Reading, first: int, deed: int, second: int) -> bool:
    """Whether the deed is what two names have to do with each other: little stands between."""
    last = max(deed, second)
    if reading.clauses[first] != reading.clauses[last]:
        return False
    return first < deed and abs(second - deed) <= _BESIDE


def _named(reading: Reading, index: int) -> list[tuple[int, frozenset[str]]]:
    """The names in the sentence of the word *index*: where each stands and its parts."""
    own = reading.sentence(index)
    names = (n for facts in reading.facts for n in facts.names)
    found = [
        (reading.inside(n.span).start, frozenset({*n.parts, *filter(None, (n.concept,))}))
        for n in names
    ]
    return [name for name in found if name[0] in own]
