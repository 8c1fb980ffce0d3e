"""Tense and progress of an event: what has happened, what is only planned, asked or considered."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.language.denials import nouns_have_capitals
from transdiff.language.reading import Cue, Reading

DONE = 6
"""The step of an event that has taken place."""
_REACH = 7
_AFTER = 5
"""Words from an event to what is said of it."""
_CONSIDERED, _PLANNED = 1, 3
_WEIGHING = ("decide", "consider", "study", "discuss")
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
        if c.marker.value.startswith("act:") and _reaches(reading, c, index)
    ]
    steps += [(_CONSIDERED, c) for c in _deliberated(reading, index)]
    steps += [(_PLANNED, c) for c in _set_for(reading, index)]
    if steps:
        return min(steps, key=lambda s: s[0])
    return (DONE, None) if is_past(reading, index) or took_place(reading, index) else None


def _reaches(reading: Reading, cue: Cue, index: int) -> bool:
    """Whether a word of progress bears on *index*: little stands between, or a framed clause."""
    if sum(reading.is_content[cue.end : index]) <= _BETWEEN:
        return True
    return nouns_have_capitals(reading.lang) and not reading.after(index + 1, 1)


def _deliberated(reading: Reading, index: int) -> Iterator[Cue]:
    """Yield what opens the question that somebody weighs: *decide whether to sell*."""
    for opener in governing(reading, index, "tense", "asked"):
        weighed = [c.end for c in reading.of_kind("status", "act:1")]
        weighed += [c.end for c in reading.of_kind("event", *_WEIGHING)]
        if any(0 <= opener.first - end <= _AFTER for end in weighed):
            yield opener


def _set_for(reading: Reading, index: int) -> Iterator[Cue]:
    """Yield what follows the name of an event that is to come: *the landing is scheduled for*."""
    if is_past(reading, index) or not _names_event(reading, index):
        return
    for cue in reading.of_kind("tense", "set"):
        if _follows(reading, index, cue):
            yield cue


def took_place(reading: Reading, index: int) -> bool:
    """Whether the word *index* names an event of which a verb says that it happened."""
    return _names_event(reading, index) and any(
        _follows(reading, index, cue) and is_past(reading, cue.first)
        for cue in reading.of_kind("event", "happen")
    )


def _names_event(reading: Reading, index: int) -> bool:
    return any(key[0] == "=" for key in reading.keys[index])


def _follows(reading: Reading, index: int, cue: Cue) -> bool:
    near = 0 < cue.first - index <= _AFTER
    return near and reading.clauses[cue.first] == reading.clauses[index]
