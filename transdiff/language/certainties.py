"""What makes a claim certain where the other reading hedges it: *will*, *confirmed*."""

from __future__ import annotations

from transdiff.language.cues import STRICT, Cue
from transdiff.language.hedges import hedged_words
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading

_HELD = 3
"""Words, from the one that is hedged on, among which the verb of its clause is sought."""


def certain_word(reading: Reading, place: int) -> Cue | None:
    """Return the word that makes the claim at *place* certain."""
    cues = reading.of_kind("certainty")
    return next((c for c in reversed(cues) if 0 <= place - c.end <= 3 or c.end == place), None)


def certain_of_rest(pairing: Pairing, cue: Cue) -> tuple[int, Cue] | None:
    """Return the verb of a clause whose subject comes first, *hoped that*, if it is certain."""
    words = hedged_words(pairing.theirs, cue)[1:_HELD]
    places = (i for j in words if (i := pairing.backward[j]) is not None)
    return next(((i, c) for i in places if (c := certain_word(pairing.mine, i))), None)


def governs(reading: Reading, certain: Cue, place: int) -> bool:
    """Whether the word *place* is the very verb that is told as certain."""
    return not any(reading.is_content[certain.end : place])


def depends(reading: Reading, certain: Cue) -> bool:
    """Whether the certainty is that of a condition: *would ease if it paid* for *could ease*."""
    moods = load_pack(reading.lang).words("hedges.moods", "conditional")
    conditional = reading.words[certain.first].fold in moods
    return conditional and bool(reading.of_kind("condition", *STRICT))
