"""Whereabouts: where one reading only supposes somebody to be, and the other says so."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.language.cues import HEDGES, VOUCHED
from transdiff.language.hedges import is_hedge, only_names_source, sources_in
from transdiff.language.modality import Shift
from transdiff.language.name_words import cues_of
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading

_BETWEEN = 3
"""Words from a hedge to the preposition: *is believed to be in*, and before a place: *in the south
of Chile*."""
_LEAST = 2
"""Words beside the place that both readings must share."""


def located(pairing: Pairing) -> Iterator[Shift]:
    """Yield the place where ``theirs`` supposes somebody to be and ``mine`` has him for certain.

    *Was presumably in Chile* and *is hiding in Chile*: the verbs need not pair, the place does.
    """
    mine, theirs = pairing.mine, pairing.theirs
    cues = [c for c in theirs.of_kind("hedge", *HEDGES) if is_hedge(theirs, c)]
    if sources_in(mine) > sources_in(theirs):  # a source in place of "reportedly"
        cues = [c for c in cues if c.marker.value not in VOUCHED]
    if not cues or not pairing.comparable or any(_doubts(pairing)):
        return
    shared = sum(i is not None for i in pairing.backward)
    for cue in cues:
        for j in _places(theirs, cue.end):
            i = pairing.backward[j]
            if i is not None and shared > _LEAST and _is_behind(mine, i):
                yield Shift(cue, (i, i + 1))
                return


def _doubts(pairing: Pairing) -> Iterator[bool]:
    """Yield of each hedge of ``mine`` whether it is more than a word that both readings have."""
    mine, theirs = pairing.mine, pairing.theirs
    believed = [a.span for f in mine.facts for a in f.attributions if a.verb == "believe"]
    for cue in mine.of_kind("hedge"):
        j = pairing.forward[cue.first]
        same = j is not None and mine.words[cue.first].stem == theirs.words[j].stem
        both = same and cue.marker.value == "soft"
        vouched = only_names_source(mine, cue) and cue.marker.span not in believed
        yield not (both or vouched)


def _places(reading: Reading, start: int) -> Iterator[int]:
    """Yield the words of a name behind the preposition of place that stands from *start* on."""
    prepositions = cues_of(reading.lang).prepositions
    ahead = range(start, min(len(reading.words), start + _BETWEEN))
    at = next((k for k in ahead if reading.words[k].fold in prepositions), None)
    if at is not None and not any(reading.is_content[k] for k in range(start, at)):
        first = reading.after(at + 1, _BETWEEN)
        yield from (j for j in first if reading.words[j].text[:1].isupper())


def _is_behind(reading: Reading, index: int) -> bool:
    """Whether a preposition of place stands before the word *index*."""
    before = reading.words[max(0, index - _BETWEEN - 1) : index]
    return any(w.fold in cues_of(reading.lang).prepositions for w in before)
