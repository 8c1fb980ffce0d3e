"""What was never so before, told as the first, or as the most of its kind.

*No woman had ever led the choir* is *the first woman to lead it*, and *never was the harvest so
poor* is *the poorest harvest on record*: a denial on one side alone turns nothing round there.
"""

from __future__ import annotations

from transdiff.language.cues import Cue
from transdiff.language.listed import listed_phrases
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading


def is_unmatched_before(pairing: Pairing, cue: Cue) -> bool:
    """Whether mine denies with *cue* that it ever was so, and theirs alone has a first."""
    if not pairing.theirs.once(_has_peak) or pairing.mine.once(_has_peak):
        return False
    return _denies_ever(pairing.mine, cue)


def tells_first(pairing: Pairing) -> bool:
    """Whether one side denies that it ever was so before, and the other alone has a first."""
    return any(
        is_unmatched_before(side, cue)
        for side in (pairing, pairing.reversed)
        for cue in side.mine.of_kind("negation", "not")
    )


def _denies_ever(reading: Reading, cue: Cue) -> bool:
    """Whether a word like *before*, *ever*, *so far* stands in the clause of a denial."""
    book = listed_phrases(reading.lang, "negation", "ever")
    own = reading.clauses[cue.first]
    near = (i for i in reading.sentence(cue.first) if reading.clauses[i] == own)
    return any(book.match(reading.words, i) for i in near)


def _has_peak(reading: Reading) -> bool:
    firsts = listed_phrases(reading.lang, "negation", "firsts")
    return next(firsts.all(reading.words), None) is not None
