"""What one reading says can be done and the other that it will be: *can avoid*, *will avoid*."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.language.cues import STRICT, Cue
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading

_BETWEEN = 1
"""Words between a modal and its verb: *can also avoid*."""


def promised(pairing: Pairing) -> Iterator[tuple[Cue, Cue]]:
    """Yield the future of ``mine`` and the ability of ``theirs`` that are said of one verb."""
    mine, theirs = pairing.mine, pairing.theirs
    able = {} if pairing.foreign else _verbs(theirs, _able(theirs))
    if not able or mine.of_kind("condition", *STRICT):
        return
    for verb, cue in _verbs(mine, _sure(mine)).items():
        there = pairing.forward[verb]
        if there in able:
            yield cue, able[there]


def _able(reading: Reading) -> list[Cue]:
    words = load_pack(reading.lang).words("hedges.modal", "able")
    cues = reading.of_kind("hedge", "soft")
    return [c for c in cues if reading.words[c.first].fold in words]


def _sure(reading: Reading) -> list[Cue]:
    words = load_pack(reading.lang).words("tense", "plain_future")
    cues = reading.of_kind("certainty", "will")
    return [c for c in cues if reading.words[c.first].fold in words]


def _verbs(reading: Reading, cues: list[Cue]) -> dict[int, Cue]:
    """Each modal by the verb right behind it; one that is denied says something else."""
    denied = {c.first for c in reading.of_kind("negation", "not")}
    found = {}
    for cue in cues:
        verb = next(iter(reading.after(cue.end, 1)), None)
        near = verb is not None and verb - cue.end <= _BETWEEN
        if verb is not None and near and denied.isdisjoint(range(cue.first, verb)):
            found[verb] = cue
    return found
