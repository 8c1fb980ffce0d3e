"""Preferences: what is said to be, and what it is instead of: *close it rather than sell it*."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.language.flips import Flip
from transdiff.language.listed import listed_phrases
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading

_BESIDE = 5
"""Content words before *rather than* among which is what is preferred."""


def turned_preference(pairing: Pairing) -> Iterator[Flip]:
    """Yield *rather than* where what stands before it in one reading stands behind it in the other.

    *Will sell the plant rather than close it* and *will close it rather than sell it*.
    """
    mine, theirs = _instead(pairing.mine), _instead(pairing.theirs)
    if len(mine) != 1 or len(theirs) != 1:
        return
    (here,), (there,) = mine, theirs
    before, last = _sides(pairing.mine, here)
    left, right = _sides(pairing.theirs, there)
    if last is None or right is None:
        return
    if pairing.forward[last] in left and pairing.backward[right] in before:
        yield Flip(here, there, added=False, sure=True)


def _instead(reading: Reading) -> list[tuple[int, int]]:
    found = listed_phrases(reading.lang, "negation.preference", "instead").all(reading.words)
    return [(first, end) for _, first, end in found]


def _sides(reading: Reading, place: tuple[int, int]) -> tuple[set[int], int | None]:
    """The content words before *place*, near, in its sentence, and the first one behind it.

    What both choices share (who chooses, what of) may stand on either side and tells nothing.
    """
    own = reading.sentence(place[0])
    before = {i for i in reading.up_to(place[0], _BESIDE) if i in own}
    return before, next((i for i in reading.beyond(place[1], 1) if i in own), None)
