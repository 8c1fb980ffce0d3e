"""Scope of a denial: what is not required, what is required not to be, what is only proposed."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.language.cues import STRICT, Cue
from transdiff.language.denials import both_sides, is_nominal, is_part_of
from transdiff.language.flips import Flip
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.tense import governing

_BEFORE = 3
"""Words before a verb of duty among which what denies it stands."""
_BEHIND = 6
"""Words behind it among which what denies its object stands."""
_DUTIES = ("duty:1", "duty:2", "duty:3")


def moved_scope(pairing: Pairing) -> Iterator[Flip]:
    """Yield the denied duty of one reading that is a duty to leave off in the other.

    *Banks are not required to pass it on* leaves them free, *are required not to* does not. Only
    where each reading has one such verb; a modal verb (*must not*) is no case of it.
    """
    mine, theirs = _duties(pairing.mine), _duties(pairing.theirs)
    if len(mine) != 1 or len(theirs) != 1:
        return
    a, r = mine[0], theirs[0]
    here, there = _denied(pairing.mine, a), _denied(pairing.theirs, r)
    if a.marker.value == r.marker.value and here and there and here[0] != there[0]:
        spans = [
            (min(c.first, n.first), max(c.end, n.end)) for c, n in ((a, here[1]), (r, there[1]))
        ]
        yield Flip(spans[0], spans[1], added=here[0], sure=True)


def is_proposed(pairing: Pairing, cue: Cue, there: int) -> bool:
    """Whether *cue* only proposes what the other reading asks too, at the word *there*.

    *Whether it should not be moved* asks the same as *whether to move it*.
    """
    if not is_part_of(pairing.mine, cue, "proposing"):
        return False
    return is_asked(pairing.mine, cue.first) and is_asked(pairing.theirs, there)


def is_asked(reading: Reading, index: int) -> bool:
    """Whether the clause of the word *index* asks: *whether it should be moved*."""
    conditions = {c.first for c in reading.of_kind("condition", *STRICT)}
    asked = governing(reading, index, "tense", "asked")
    return any(c.first not in conditions for c in asked)


def _duties(reading: Reading) -> list[Cue]:
    if both_sides(reading.lang):
        return []
    modals = load_pack(reading.lang).words("status", "modals")
    cues = reading.of_kind("status", *_DUTIES)
    return [c for c in cues if reading.words[c.first].fold not in modals]


def _denied(reading: Reading, duty: Cue) -> tuple[bool, Cue] | None:
    """Return whether the duty itself is denied rather than its object, and what denies it."""
    denials = reading.of_kind("negation", "not")
    own = [
        c for c in denials if 0 <= duty.first - c.end < _BEFORE and _one_clause(reading, c, duty)
    ]
    of_object = [
        c
        for c in denials
        if 0 <= c.first - duty.end < _BEHIND
        and not is_nominal(reading, c)  # "requires no permit" leaves one free
        and not any(reading.names_event(i) for i in range(duty.end, c.first))
    ]
    if bool(own) == bool(of_object):
        return None
    return (True, own[-1]) if own else (False, of_object[0])


def _one_clause(reading: Reading, one: Cue, other: Cue) -> bool:
    return reading.clauses[one.first] == reading.clauses[other.first]
