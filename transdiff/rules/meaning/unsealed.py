"""What the article has as signed and the witness as agreed, but not signed."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.language.cues import Cue
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.tense import governing, is_past
from transdiff.rules.meaning.leap import Leap, held_back

_SEALS = ("sign",)
_AGREES = ("agree", "decide", "accept", "promise")
_COMPANY = 2
"""Words, besides the deed, that both sentences share."""


def unsealed(pairing: Pairing) -> Iterator[Leap]:
    """Yield the deed that seals what the witness has as agreed, and denies to be sealed.

    *Signed an extension* for *agreed to extend it, however the document has not been signed*.
    """
    mine, theirs = pairing.mine, pairing.theirs
    if not theirs.of_kind("event", *_AGREES) or mine.of_kind("negation", "not"):
        return
    told = [(c, _denial(theirs, c)) for c in theirs.of_kind("event", *_SEALS)]
    denial = told[0][1] if told else None
    if denial is None or any(denied is None for _, denied in told):
        return
    shared = {j for j in pairing.forward if j is not None}
    for cue in mine.of_kind("event", *_SEALS):
        phrase = cue.end - cue.first > 1  # "put their signatures to": past and present are one
        done = phrase or is_past(mine, cue.first)
        if done and not held_back(pairing, cue.first) and len(shared) > _COMPANY:
            yield Leap(cue.first, told[0][0].first, denial, False, False)
            return


def _denial(theirs: Reading, cue: Cue) -> Cue | None:
    """Return the word that denies the deed at *cue*."""
    return next(iter(governing(theirs, cue.first, "negation", "not")), None)
