"""A denial under a condition, *not unless they pay*, and its contrary: *only if they pay*."""

from __future__ import annotations

from transdiff.language.conditions import held_under
from transdiff.language.cues import Cue
from transdiff.language.denials import listed_ranges
from transdiff.language.equal_denials import barred_without
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading


def conditioned_otherwise(pairing: Pairing, cue: Cue) -> bool:
    """Whether one side says *not unless*, or *without*, and the other *if* or *only if*."""
    mine, theirs = pairing.mine, pairing.theirs
    return (
        _neither(pairing)
        or _neither(pairing.reversed)
        or (_unless(mine) and _only_if(theirs))
        or (_unless(theirs) and _only_if(mine))
        or _is_barred(pairing, cue)
    )


def _neither(pairing: Pairing) -> bool:
    """Whether ``mine`` denies both a deed and its condition: *not if they do not*, *only if*."""
    mine, theirs = pairing.mine, pairing.theirs
    denied = {mine.clauses[c.first] for c in mine.of_kind("negation", "not")}
    held = {mine.clauses[c.first] for c in mine.of_kind("condition", "if", "unless")}
    if not (denied & held and denied - held) or theirs.of_kind("negation", "not", "lexical"):
        return False
    return bool(theirs.of_kind("condition", "only-if") or listed_ranges(theirs, "only"))


def _is_barred(pairing: Pairing, cue: Cue) -> bool:
    """Whether *cue* is of a claim without something that the other reading has only with it."""
    if not _only_if(pairing.theirs):
        return False
    conditions = pairing.theirs.of_kind("condition", "if", "only-if")
    held = {j for c in conditions for j in held_under(pairing.theirs, c)}
    return cue.first in barred_without(pairing, held)


def _unless(reading: Reading) -> bool:
    return bool(reading.of_kind("condition", "unless"))


def _only_if(reading: Reading) -> bool:
    """Whether a claim depends on something, without *unless*: it is the contrary of one with it."""
    return bool(reading.of_kind("condition", "if", "only-if")) and not _unless(reading)
