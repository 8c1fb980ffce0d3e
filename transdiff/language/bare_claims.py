"""Bare claims: what one reading makes depend on a condition and the other tells without any.

Where the claim's own words are there, ``conditions`` finds it word by word. Here the claim may be
told in whatever words: as much of it is there as of a sentence that is told in other words, next
to nothing of its condition, and no other condition either.
"""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.language.conditions import Claim, held_under, main_clauses, tells_another
from transdiff.language.cues import STRICT, Cue
from transdiff.language.kept_conditions import (
    TIES,
    is_generic,
    is_hypothetical,
    only_when,
    reworded,
)
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.renderings import Rendering, rendering

_CLAIM = 6
"""Content words on either side of a condition that it may govern."""
_HEAD = 2
"""Words of the claim next to the condition, of which one must be there."""
_SAID, _HELD = 0.4, 0.75
"""Share of a claim that must be there, and of its condition that may."""


def bare_claims(pairing: Pairing) -> Iterator[Claim]:
    """Yield the claims that ``theirs`` makes under a condition and ``mine`` makes bare."""
    mine = pairing.mine
    if not pairing.comparable or mine.of_kind("condition", *TIES):
        return
    for cue in pairing.theirs.of_kind("condition", *STRICT):
        if is_there(pairing, cue) or only_when(pairing, cue):
            continue
        told = next(filter(None, (_told(pairing, cue, m) for m in _claims(pairing, cue))), None)
        claim = Claim(cue, (told.places[0], told.places[-1] + 1)) if told else None
        if claim is None or _is_opened(mine, claim):
            continue
        if not (is_generic(pairing, claim) or reworded(pairing, claim)):
            yield claim


def _is_opened(reading: Reading, claim: Claim) -> bool:
    """Whether the sentence opens with a case of its own: *Scheitern sie, wird gewählt*."""
    at = claim.stated[0]
    opening = reading.sentence(at).start
    cues = reading.of_kind("condition", "soft")
    return reading.clauses[opening] != reading.clauses[at] and any(c.first == opening for c in cues)


def is_there(pairing: Pairing, cue: Cue) -> bool:
    """Whether ``mine`` says most of what a condition says: *with no rain*, *if no rain falls*."""
    share = rendering(pairing, held_under(pairing.theirs, cue)).share
    return share > _HELD


def _claims(pairing: Pairing, cue: Cue) -> Iterator[tuple[int, ...]]:
    """Yield what the condition may govern, but for who says so and what did not come about."""
    theirs = pairing.theirs
    told = (a.span for f in theirs.facts for a in f.attributions)
    sources = theirs.source_words | theirs.covered(told)
    for claim in main_clauses(theirs, cue, _CLAIM):
        words = tuple(j for j in claim if j not in sources)
        if not words or is_hypothetical(theirs, (words[0], words[-1] + 1)):
            continue
        if not tells_another(pairing, words):
            yield words


def _told(pairing: Pairing, cue: Cue, claim: tuple[int, ...]) -> Rendering | None:
    """Return what ``mine`` says of the claim: enough, and something of what the condition is by."""
    said = rendering(pairing, claim)
    plain = (j for j in claim if j not in pairing.theirs.times)
    nearest = sorted(plain, key=lambda j: abs(j - cue.first))[:_HEAD]
    if said.share < _SAID or not rendering(pairing, nearest).places:
        return None
    return said
