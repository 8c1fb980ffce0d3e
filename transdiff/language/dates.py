"""Find dates and times, resolved against the dateline."""

from __future__ import annotations

from transdiff.facts import Moment
from transdiff.language.passage import Passage


def find_dates(passage: Passage) -> tuple[Moment, ...]:
    """Return the dates and times, resolved against the dateline of *passage*."""
    return ()
