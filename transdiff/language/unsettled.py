"""What is told to be open, disputed or not agreed yet, in whatever words."""

from __future__ import annotations

from transdiff.language.denials import listed_ranges
from transdiff.language.outcomes import outcomes
from transdiff.language.reading import Reading

_SETTLED = frozenset({"agreement", "clarity", "solution", "truth", "unity"})
"""Axes of outcomes of which one pole is that a matter is settled, and the other that it is open."""


def unsettled(reading: Reading) -> frozenset[int]:
    """The words of *reading* that say that something is open: *unclear*, *remained open*."""
    told = (o for o in reading.once(outcomes) if o.yes is False and o.axis in _SETTLED)
    asked = (first for first, _ in listed_ranges(reading, "open-question"))
    return frozenset((*(o.first for o in told), *asked))
