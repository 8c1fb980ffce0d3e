"""Find phrases of the concept table."""

from __future__ import annotations

from transdiff.facts import Term
from transdiff.language.passage import Passage


def find_terms(passage: Passage) -> tuple[Term, ...]:
    """Return the phrases of the concept table of *passage*, in order of position."""
    return ()
