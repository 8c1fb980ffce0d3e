"""Find proper names with their skeletons."""

from __future__ import annotations

from transdiff.facts import Name
from transdiff.language.passage import Passage


def find_names(passage: Passage) -> tuple[Name, ...]:
    """Return the proper names with their skeletons of *passage*, in order of position."""
    return ()
