"""Preferences: what is said to be, and what it is instead of: *close it rather than sell it*."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.language.contraries import Flip
from transdiff.language.listed import listed_phrases
from transdiff.language.reading import Pairing, Reading

_BESIDE = 5
"""Content words on either side of *rather than* that are preferred and put last."""


def turned_preference(pairing: Pairing) -> Iterator[Flip]:
    """Yield *rather than* where what stands before it in one reading stands behind it in the other.

    *Will sell the plant rather than close it* and *will close it rather than sell it*.
    """
    mine, theirs = _instead(pairing.mine), _instead(pairing.theirs)
    if len(mine) != 1 or len(theirs) != 1:
        return
    (here,), (there,) = mine, theirs
    before, behind = _sides(pairing.mine, here)
    left, right = _sides(pairing.theirs, there)
    kept = sum(pairing.forward[i] in left for i in before)
    kept += sum(pairing.forward[i] in right for i in behind)
    crossed = [
        sum(pairing.forward[i] in right for i in before),
        sum(pairing.forward[i] in left for i in behind),
    ]
    if all(crossed) and sum(crossed) >= kept:
        yield Flip(here, there, added=False, sure=True)


def _instead(reading: Reading) -> list[tuple[int, int]]:
    found = listed_phrases(reading.lang, "negation.preference", "instead").all(reading.words)
    return [(first, end) for _, first, end in found]


def _sides(reading: Reading, place: tuple[int, int]) -> tuple[set[int], set[int]]:
    """The content words before and behind *place*, near, in its sentence."""
    own = reading.sentence(place[0])
    before = {i for i in reading.up_to(place[0], _BESIDE) if i in own}
    return before, {i for i in reading.beyond(place[1], _BESIDE) if i in own}
