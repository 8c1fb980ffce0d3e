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
