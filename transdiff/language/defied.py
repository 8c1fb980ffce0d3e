"""Orders and warnings that somebody defies in one reading, and that the other says there were none.

*Sailed in defiance of the ban* takes for granted what *no ban had been issued* denies.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from transdiff.language.cues import Cue
from transdiff.language.denials import governed, is_nominal, listed_ranges
from transdiff.language.flips import Flip, sure_flip
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading

_DEFIED = 4
"""Content words behind *in defiance of* that may be what is defied."""
_NAMED = 2
"""Content words behind *no* that may be what there was none of."""
_ISSUED = 6
"""Words between a denial and the verb of issuing that it denies."""


def defied(pairing: Pairing) -> Iterator[Flip]:
    """Yield what is defied in the one reading and was never issued in the other."""
    for one, added in ((pairing, False), (pairing.reversed, True)):
        missing = one.theirs.once(_missing)
        for i, first in one.mine.once(_defied).items() if missing else ():
            j = one.forward[i]
            if j is not None and j in missing and j not in one.theirs.once(_defied):
                cue = missing[j]
                there = min(cue.first, j), max(cue.end, j + 1)
                yield sure_flip(there, (first, i + 1), added=added)
                return


def _defied(reading: Reading) -> dict[int, int]:
    """The words that may be what somebody defies, with where the phrase for it begins."""
    listed = listed_ranges(reading, "defying")
    return {i: first for first, end in listed for i in reading.after(end, _DEFIED)}


def _missing(reading: Reading) -> dict[int, Cue]:
    """The words of what was not there or not issued, with the denial of it."""
    found: dict[int, Cue] = {}
    for cue in reading.of_kind("negation", "not"):
        words = governed(reading, cue)
        issued = listed_ranges(reading, "issuing")
        if is_nominal(reading, cue) or (cue.first, cue.end) in issued:
            behind = (i for i in words if i > cue.first and i not in reading.pasts)
            found |= dict.fromkeys(islice(behind, _NAMED), cue)
        if any(_near(reading, cue, at) for at in issued):
            found |= dict.fromkeys(words, cue)
    return found


def _near(reading: Reading, cue: Cue, issuing: tuple[int, int]) -> bool:
    """Whether *cue* denies a verb of issuing in its clause, right behind it or beside it."""
    first, end = issuing
    one = reading.clauses[first] == reading.clauses[cue.first]
    return one and first != cue.first and max(first - cue.end, cue.first - end) <= _ISSUED
