"""What one text says in so many words to be certain, and another one only holds possible.

*Are certain that* and *halten es für denkbar*: where one sentence renders one sentence, or tells in
one language what another one tells, an express certainty beside a hedge needs no other word that
pairs. The words are the pack's
``[hedges.sure]``.
"""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.facts import Marker
from transdiff.language.cues import HEDGES, Cue
from transdiff.language.hedges import is_hedge, names_source, only_names_source
from transdiff.language.listed import listed_phrases
from transdiff.language.modality import Shift
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading

_NEAR = 3
"""Words between a denial and the certainty that it takes back."""


def assured(pairing: Pairing) -> Iterator[Shift]:
    """Yield the express certainty of ``mine`` where ``theirs`` hedges and is sure of nothing."""
    mine, theirs = pairing.mine, pairing.theirs
    if not (pairing.foreign or pairing.alike) or len(mine.facts) > 1 or len(theirs.facts) > 1:
        return
    hedges = [c for c in theirs.of_kind("hedge", *HEDGES) if _doubts(theirs, c)]
    hedges = hedges or _beliefs(theirs)
    if not hedges or _sure(theirs) or any(not only_names_source(mine, c) for c in _graded(mine)):
        return
    sure = next((c for c in _sure(mine) if not _rendered(pairing, c, hedges)), None)
    if sure is not None:
        yield Shift(hedges[0], (sure.first, sure.end), sure)


def _beliefs(reading: Reading) -> list[Cue]:
    """Return what says that somebody only believes it: *some historians believe*."""
    found = listed_phrases(reading.lang, "rungs", "believing").all(reading.words)
    return [
        Cue(Marker(reading.span(first, end), "hedge", "likely"), first, end)
        for _, first, end in found
    ]


def _doubts(reading: Reading, cue: Cue) -> bool:
    """Whether a hedge is about what is the case, and not only the name of a source."""
    named = cue.marker.value in ("reported", "preliminary") and names_source(reading, cue)
    return is_hedge(reading, cue) and not named


def _graded(reading: Reading) -> tuple[Cue, ...]:
    return tuple(c for c in reading.of_kind("hedge") if c.marker.value != "soft")


def _sure(reading: Reading) -> list[Cue]:
    """Return the words of express certainty that nothing denies and no condition opens."""
    book = listed_phrases(reading.lang, "hedges.sure", "words")
    denied = reading.of_kind("negation", "not")
    found = []
    for _, first, end in book.all(reading.words):
        marker = Marker(reading.span(first, end), "certainty", "sure")
        if not any(_denies(reading, c, first, end) for c in denied):
            found.append(Cue(marker, first, end))
    return found


def _denies(reading: Reading, cue: Cue, first: int, end: int) -> bool:
    """Whether a denial beside the words ``[first, end)``, none of their own, is said of them."""
    inside = first <= cue.first < end
    same = reading.clauses[cue.first] == reading.clauses[first]
    return not inside and same and max(cue.first - end, first - cue.end) <= _NEAR


def _rendered(pairing: Pairing, sure: Cue, hedges: list[Cue]) -> bool:
    """Whether the other side has a word for the certainty, other than its hedges."""
    doubtful = {j for c in hedges for j in range(c.first, c.end)}
    places = (pairing.forward[i] for i in range(sure.first, sure.end))
    return any(j is not None and j not in doubtful for j in places)
