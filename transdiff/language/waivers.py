"""Claims that hold whatever comes, where the other reading lets them depend on something."""

from __future__ import annotations

from transdiff.language.conditions import CONCESSION, ONCE, WAIVED, held_under
from transdiff.language.cues import STRICT, Cue
from transdiff.language.pairing import Pairing

_WORDS = 6
"""Content words behind *even if* of what is conceded."""


def waiver(pairing: Pairing) -> tuple[Cue, Cue] | None:
    """Return what lets a claim of ``mine`` hold whatever comes, and the condition of ``theirs``."""
    mine, theirs = pairing.mine, pairing.theirs
    single = len(mine.facts) == len(theirs.facts) == 1
    waived = mine.of_kind("condition", WAIVED)
    if not waived or not single or mine.of_kind("condition", *STRICT):
        return None
    kept = theirs.of_kind("condition", WAIVED, CONCESSION) or theirs.of_kind("negation", "lexical")
    held = () if kept else theirs.of_kind("condition", *STRICT, ONCE)
    return (waived[0], held[0]) if held else None


def conceded(pairing: Pairing) -> tuple[Cue, Cue] | None:
    """Return the words of two sentences that tell the same, by which one of them concedes.

    *Opens if the board agrees*, *opens even without the board*, in either direction; the other
    sentence has no such words, and both name something of what is conceded.
    """
    if not pairing.alike:
        return None
    found = _conceded(pairing)
    if found is None and (turned := _conceded(pairing.reversed)) is not None:
        found = turned[1], turned[0]
    return found


def _conceded(pairing: Pairing) -> tuple[Cue, Cue] | None:
    mine, theirs = pairing.mine, pairing.theirs
    conceding = mine.of_kind("condition", CONCESSION)
    held = theirs.of_kind("condition", *STRICT)
    waived = theirs.of_kind("condition", CONCESSION, WAIVED)
    if not conceding or not held or waived or mine.of_kind("condition", *STRICT):
        return None
    for own in conceding:
        inside = mine.beyond(own.end, _WORDS)
        for other in held:
            if any(pairing.forward[i] in held_under(theirs, other) for i in inside):
                return own, other
    return None
