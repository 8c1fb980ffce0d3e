"""Find figures in digits and words."""

from __future__ import annotations

from transdiff.facts import Quantity
from transdiff.language.passage import Passage


def find_quantities(passage: Passage) -> tuple[Quantity, ...]:
    """Return the figures in digits and words of *passage*, in order of position."""
    return ()
