"""Leave that bars where it is missing, or has to be got first: 未经授权不得, 须先得到授权."""

from __future__ import annotations

from transdiff.language.cues import Cue
from transdiff.language.pairing import Pairing

_LEAVE = frozenset({"allow", "accept"})
_NEED = "require"


def needs_leave(pairing: Pairing, cue: Cue) -> bool:
    """Whether *cue* is one of two denials that bar without leave what the other side lets with it.

    The other side denies nothing, and has to get the leave in the clause of the need.
    """
    mine, theirs = pairing.mine, pairing.theirs
    own = mine.sentence(cue.first)
    barring = [c for c in mine.of_kind("negation", "not") if c.first in own]
    needs = theirs.of_kind("event", _NEED)
    if len(barring) < 2 or not needs or theirs.of_kind("negation", "not"):
        return False
    clauses = {mine.clauses[c.first] for c in barring}
    leave = (i for i in own if _LEAVE & mine.events(i) and mine.clauses[i] in clauses)
    got = pairing.images(leave)
    return any(
        theirs.clauses[need.first] == theirs.clauses[j] and need.first < j
        for need in needs
        for j in got
    )
