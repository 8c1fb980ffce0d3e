"""Find polarity, modality, condition, status, direction."""

from __future__ import annotations

from transdiff.facts import Marker
from transdiff.language.passage import Passage


def find_markers(passage: Passage) -> tuple[Marker, ...]:
    """Return the polarity, modality, condition, status, direction of *passage*."""
    return ()
