"""A deed whose doer is another one, where only one of the two stands in both sentences.

*The firefighters brought them out* for *the workers brought them out, the firefighters came late*:
who acts here does something else there, and who acts there is not mentioned here at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from transdiff.language.deeds import Deed, told_deeds
from transdiff.language.other_doers import apart, beside, done_to_one, party_of, spoken
from transdiff.language.owned import is_somebodys, owning
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.same_deeds import same_deeds


@dataclass(frozen=True)
class LoneDoer:
    """One deed of both readings, with who does it in either; ``missing`` is not in the other."""

    mine: Deed
    theirs: Deed
    missing: frozenset[int]
    here: bool


def lone_doers(pairing: Pairing) -> Iterator[LoneDoer]:
    """Yield the deeds that another party does, of whom one alone is in both readings."""
    for same in pairing.once(same_deeds):
        one, two = same.mine, same.theirs
        if same.carried and not same.unpaired:
            continue
        if not done_to_one(pairing, one, two) or one.got or two.got:
            continue
        if (there := _missing(pairing, one, two)) is not None:
            yield LoneDoer(one, two, there, here=False)
        elif (here := _missing(pairing.reversed, two, one)) is not None:
            yield LoneDoer(one, two, here, here=True)


def _missing(pairing: Pairing, mine: Deed, theirs: Deed) -> frozenset[int] | None:
    """Return who does it there, nowhere here, where who does it here does something else there."""
    here, there = party_of(pairing.mine, mine), party_of(pairing.theirs, theirs)
    own = pairing.images(here)
    if not own or not there or own & theirs.voice.agent or own & theirs.voice.struck:
        return None
    named = pairing.mine.names_among(here) & pairing.theirs.names_among(there)
    if named or pairing.reversed.images(there):
        return None
    if own & owning(pairing.theirs, there) or is_somebodys(pairing.theirs, there):
        return None
    acts = _acts_elsewhere(pairing.theirs, theirs, own) or own & beside(pairing.theirs, theirs)
    return there if acts and apart(pairing.theirs, there, own) else None


def _acts_elsewhere(reading: Reading, but: Deed, party: frozenset[int]) -> bool:
    """Whether *party* does another deed that is not merely to say something."""
    said = reading.once(spoken)
    return any(
        d.index != but.index and d.index not in said and d.voice.agent & party
        for d in reading.once(told_deeds)
    )
