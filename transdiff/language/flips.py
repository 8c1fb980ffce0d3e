"""Flips: claims of two readings that say the opposite of each other."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Flip:
    """A claim with opposite polarity; word ranges ``[first, end)`` in both readings.

    ``added`` says that the denial stands in the first reading. ``sure`` says that the denied word
    itself is in both, not only its surroundings.
    """

    mine: tuple[int, int]
    theirs: tuple[int, int]
    added: bool
    sure: bool


def sure_flip(here: tuple[int, int], there: tuple[int, int], *, added: bool) -> Flip:
    """Return a sure flip of *here* in the reading that denies, the first if *added*, and *there*.

    For generators that look at a pairing from both sides in turn.
    """
    return Flip(*((here, there) if added else (there, here)), added=added, sure=True)
