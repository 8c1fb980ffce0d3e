"""Find reporting verbs, their stance and source."""

from __future__ import annotations

from transdiff.facts import Attribution
from transdiff.language.passage import Passage


def find_attribution(passage: Passage) -> tuple[Attribution, ...]:
    """Return the reporting verbs, their stance and source of *passage*, in order of position."""
    return ()
