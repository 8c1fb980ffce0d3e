"""What may be done in one reading and must be done in the other: *podrán* and *deberán abrir*."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.language.cues import Cue
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading

_OBLIGED = "duty:3"
_DENIED = 3
"""Words about a modal verb among which a denial would turn it into something else."""


def exchanged_duties(pairing: Pairing) -> Iterator[tuple[Cue, Cue]]:
    """Yield the modal verbs of one deed of which one obliges and the other only allows."""
    if pairing.foreign:
        return
    mine, theirs = _modals(pairing.mine), _modals(pairing.theirs)
    for own, (duty, deed) in mine.items():
        for other, (owed, done) in theirs.items():
            if duty != owed and pairing.forward[deed] == done:
                yield own, other


def _modals(reading: Reading) -> dict[Cue, tuple[bool, int]]:
    """The modal verbs of a reading: whether each obliges, and the deed right behind it."""
    allowing = load_pack(reading.lang).words("hedges.modal", "ability")
    cues = [(c, True) for c in reading.of_kind("status") if c.marker.value == _OBLIGED]
    cues += [
        (c, False)
        for c in reading.of_kind("hedge", "possible")
        if c.end - c.first == 1 and reading.words[c.first].fold in allowing
    ]
    found = {}
    for cue, obliges in cues:
        deed = reading.after(cue.end, 1)
        if deed and not _is_denied(reading, cue) and reading.names_event(deed[0]):
            found[cue] = (obliges, deed[0])
    return found


def _is_denied(reading: Reading, cue: Cue) -> bool:
    denials = reading.of_kind("negation", "not")
    return any(cue.first - _DENIED <= c.first <= cue.end for c in denials)
