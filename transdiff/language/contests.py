"""Contests: who won and who lost, and whether two readings tell it the other way round."""

from __future__ import annotations

from transdiff.facts import WordKind
from transdiff.language.cues import Cue
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.reporting import reporting
from transdiff.language.roles import is_passive
from transdiff.language.source_extent import QUOTES

_BESIDE = 6
"""Words between a victory and whom it was won over."""
_WITHIN = QUOTES | frozenset("-–:")
"""Marks about a name and within a score."""
_PARTIES = 2
"""Names of a contest."""


def turned_outcome(pairing: Pairing) -> tuple[tuple[int, int], Cue] | None:
    """Return the words of ``mine`` that exchange winner and loser, and the outcome of ``theirs``.

    *A beat B*, *A lost to B*: one of both wins in either text, and both are named in one order.
    """
    mine, theirs = _outcome(pairing.mine), _outcome(pairing.theirs)
    if mine is None or theirs is None or _won(pairing.mine, mine) == _won(pairing.theirs, theirs):
        return None
    first = _same_order(pairing, mine, theirs)
    return None if first is None else ((min(mine.first, first), max(mine.end, first + 1)), theirs)


def from_the_other_side(pairing: Pairing) -> bool:
    """Whether one text tells of the winner what the other tells of the loser: *B lost to A*."""
    mine, theirs = _outcome(pairing.mine), _outcome(pairing.theirs)
    if mine is None or theirs is None or _won(pairing.mine, mine) == _won(pairing.theirs, theirs):
        return False
    told = _shared(pairing, mine, theirs)
    crossed = [j for _, j in told] == sorted((j for _, j in told), reverse=True)
    return len(told) == _PARTIES and crossed


def _outcome(reading: Reading) -> Cue | None:
    """Return the word by which a sentence tells of a victory or of a defeat, if of one only."""
    cues = reading.of_kind("event", "win", "lose")
    denied = reading.of_kind("negation", "not")
    return cues[0] if cues and not denied and len({c.marker.value for c in cues}) == 1 else None


def _won(reading: Reading, cue: Cue) -> bool:
    """Whether who is named first won: *beat*, and not *was beaten by*."""
    return cue.marker.value == "win" and not is_passive(reading, cue.first)


def _same_order(pairing: Pairing, mine: Cue, theirs: Cue) -> int | None:
    """Return the first of two names that both texts have in one order, beside their outcomes.

    *A beat B* and *A lost to B*: whatever the language, who did it is named first in both.
    """
    told = _shared(pairing, mine, theirs)
    before = [two for two in told if two[0] < mine.first and two[1] < theirs.first]
    after = [two for two in told if two[0] > mine.first and two[1] > theirs.first]
    if not after and len(before) == _PARTIES:  # the verb stands last
        before, after = before[:1], before[1:]
    if not before and len(after) == _PARTIES and _verbs_open(pairing):
        before, after = after[:1], after[1:]
    if not before or not after:
        return None
    (first, one), (second, other) = before[-1], after[0]
    met = _meet(pairing.mine, first, mine, second) and _meet(pairing.theirs, one, theirs, other)
    return first if met and one < other else None


def _shared(pairing: Pairing, mine: Cue, theirs: Cue) -> list[tuple[int, int]]:
    """Return where the names stand that the sentences of both outcomes have, in order of mine."""
    there = _named(pairing.theirs, theirs.first)
    return [
        (i, j)
        for i, parts in _named(pairing.mine, mine.first)
        for j, others in there
        if parts & others
    ]


def _verbs_open(pairing: Pairing) -> bool:
    """Whether both texts put the verb before who does it: *فاز المغرب على*."""
    return all(reporting(r.lang).order == "after" for r in (pairing.mine, pairing.theirs))


def _meet(reading: Reading, first: int, deed: Cue, second: int) -> bool:
    """Whether the deed is what two names have to do with each other: little stands between.

    Neither a mark, but for those about a name, nor another verb: *«Север» уступил «Волге»*.
    """
    inner = range(min(first, deed.first), max(second, deed.end))
    apart = any(
        reading.words[i].kind is WordKind.PUNCT and reading.words[i].text not in _WITHIN
        for i in inner
    )
    others = reading.pasts & set(inner) - set(range(deed.first, deed.end))
    figures = sum(reading.is_figure(i) for i in inner)
    return not apart and not others and abs(second - deed.end + 1) - figures <= _BESIDE


def _named(reading: Reading, index: int) -> list[tuple[int, frozenset[str]]]:
    """The names in the sentence of the word *index*: where each stands and its parts."""
    own = reading.sentence(index)
    names = (n for facts in reading.facts for n in facts.names)
    found = [
        (reading.inside(n.span).start, frozenset({*n.parts, *filter(None, (n.concept,))}))
        for n in names
    ]
    return [name for name in found if name[0] in own]
