"""What one bag of things has beyond another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")


def lacking(wanted: Sequence[Hashable], found: Sequence[Hashable]) -> float:
    """Share of *wanted* that *found* lacks, each counted as often as it stands."""
    if wanted == found or not wanted:
        return 0.0
    return 1.0 - overlap(wanted, found) / len(wanted)


def overlap(one: Sequence[Hashable], other: Sequence[Hashable]) -> int:
    """How many things two sequences have in common, each counted as often as it stands.

    Where one of them has nothing twice, as with long runs, sets tell, which are made faster.
    """
    mine, theirs = set(one), set(other)
    if len(mine) == len(one) or len(theirs) == len(other):
        return len(mine & theirs)
    return shared(Counter(one), Counter(other))


def uncovered(wanted: Counter[Hashable], found: Counter[Hashable]) -> float:
    """Share of the bag *wanted* that the bag *found* lacks."""
    total = wanted.total()
    if not total:
        return 0.0
    return 1.0 - shared(wanted, found) / total


def shared(one: Mapping[T, int], other: Mapping[T, int]) -> int:
    """How many things two bags have in common; ``Counter`` would make a third bag to say so."""
    common = one.keys() & other.keys()
    return sum(map(min, map(one.__getitem__, common), map(other.__getitem__, common)))


def beyond(one: Mapping[T, int], other: Mapping[T, int]) -> dict[T, int]:
    """What *one* has more of than *other*, in its order."""
    known = other.get
    return {item: more for item, n in one.items() if (more := n - known(item, 0)) > 0}


def runs(items: Sequence[str], n: int) -> tuple[tuple[str, ...], ...]:
    """Return every run of *n* neighbours."""
    return tuple(zip(*(items[i:] for i in range(n)), strict=False))


def letter_runs(text: str, n: int) -> Counter[Hashable]:
    """Count the runs of *n* characters."""
    return Counter(zip(*(text[i:] for i in range(n)), strict=False))
