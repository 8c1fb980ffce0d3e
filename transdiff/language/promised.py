"""What one reading says can or should be done and the other that it will be.

*Can avoid*, *will avoid*; *should resign*, *would resign*.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transdiff.language.cues import STRICT, Cue
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading

_BETWEEN = 1
"""Words between a modal and its verb: *can also avoid*."""


def promised(pairing: Pairing) -> Iterator[tuple[Cue, Cue]]:
    """Yield the future of ``mine`` and the ability or duty of ``theirs`` said of one verb."""
    mine, theirs = pairing.mine, pairing.theirs
    if pairing.foreign:
        return
    able, ought = (_verbs(theirs, _modals(theirs, name)) for name in ("able", "ought"))
    if not (able or ought) or mine.of_kind("condition", *STRICT):
        return
    plain = load_pack(mine.lang).words("tense", "plain_future")
    ordering = load_pack(mine.lang).words("hedges.modal", "ordering")
    for verb, cue in _verbs(mine, mine.of_kind("certainty", "will")).items():
        there = pairing.forward[verb]
        if there in able and mine.words[cue.first].fold in plain:
            yield cue, able[there]
        elif there in ought and mine.words[cue.first].fold not in ordering:
            # "would" is no less sure where somebody has said it
            yield cue, ought[there]


def _modals(reading: Reading, name: str) -> list[Cue]:
    words = load_pack(reading.lang).words("hedges.modal", name)
    cues = reading.of_kind("hedge", "soft") if words else ()
    return [c for c in cues if reading.words[c.first].fold in words]


def _verbs(reading: Reading, cues: Sequence[Cue]) -> dict[int, Cue]:
    """Each modal by the verb right behind it; one that is denied says something else."""
    denied = {c.first for c in reading.of_kind("negation", "not")}
    found = {}
    for cue in cues:
        verb = next(iter(reading.after(cue.end, 1)), None)
        near = verb is not None and verb - cue.end <= _BETWEEN
        if verb is not None and near and denied.isdisjoint(range(cue.first, verb)):
            found[verb] = cue
    return found
