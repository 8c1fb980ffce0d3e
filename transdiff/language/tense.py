"""Tense and progress of an event: what has happened, what is only planned, asked or considered."""

from __future__ import annotations

from transdiff.language.reading import Cue, Reading

DONE = 6
"""The step of an event that has taken place."""
_REACH = 7
_BETWEEN = 2
"""Content words that may stand between a marker of progress and its event."""


def is_past(reading: Reading, index: int) -> bool:
    """Whether the word *index* tells something as past."""
    return index in reading.pasts


def governing(reading: Reading, index: int, kind: str, *values: str) -> tuple[Cue, ...]:
    """Return the cues of *kind* that stand before the word *index*, near, in its clause."""
    clause = reading.clauses[index]
    return tuple(
        c
        for c in reading.of_kind(kind, *values)
        if c.end <= index <= c.end + _REACH and reading.clauses[c.end - 1] == clause
    )


def progress(reading: Reading, index: int) -> tuple[int, Cue | None] | None:
    """Return how far the event at *index* has come, with the word that says so.

    The ladder: considered 1, in talks or asked for 2, planned 3, agreed 4, done 6. None where the
    sentence does not tell.
    """
    steps = [
        (int(c.marker.value.rpartition(":")[2]), c)
        for c in governing(reading, index, "status")
        if c.marker.value.startswith("act:") and sum(reading.is_content[c.end : index]) <= _BETWEEN
    ]
    if steps:
        return min(steps, key=lambda s: s[0])
    return (DONE, None) if is_past(reading, index) else None
