"""Find offices, ranks and honorifics."""

from __future__ import annotations

from transdiff.facts import Title
from transdiff.language.passage import Passage


def find_titles(passage: Passage) -> tuple[Title, ...]:
    """Return the offices, ranks and honorifics of *passage*, in order of position."""
    return ()
