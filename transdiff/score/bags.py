"""What one bag of things has beyond another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence


def lacking(wanted: Sequence[Hashable], found: Sequence[Hashable]) -> float:
    """Share of *wanted* that *found* lacks, each counted as often as it stands."""
    return uncovered(Counter(wanted), Counter(found)) if wanted else 0.0


def uncovered(wanted: Counter[Hashable], found: Counter[Hashable]) -> float:
    """Share of the bag *wanted* that the bag *found* lacks."""
    total = wanted.total()
    if not total:
        return 0.0
    shared = sum(min(wanted[item], found[item]) for item in wanted.keys() & found.keys())
    return 1.0 - shared / total


def runs(items: Sequence[str], n: int) -> tuple[tuple[str, ...], ...]:
    """Return every run of *n* neighbours."""
    return tuple(zip(*(items[i:] for i in range(n)), strict=False))


def letter_runs(text: str, n: int) -> Counter[Hashable]:
    """Count the runs of *n* characters."""
    return Counter(zip(*(text[i:] for i in range(n)), strict=False))
