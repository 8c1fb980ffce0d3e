"""Tense and progress of an event: what has happened, what is only planned, asked or considered."""

from __future__ import annotations

from functools import lru_cache

from transdiff.language.events import irregular_forms
from transdiff.language.pack import load_pack
from transdiff.language.reading import Cue, Reading

DONE = 6
"""The step of an event that has taken place."""
_REACH = 7
_BETWEEN = 2
"""Content words that may stand between a marker of progress and its event."""


def is_past(reading: Reading, index: int) -> bool:
    """Whether the word *index* is a verb in a past form, as far as form and neighbours tell.

    A participle that only describes a noun (*the eroded banks*, *the season affected by*) is none.
    """
    listed = any(k[0] == "=" for k in reading.keys[index])
    if not listed and load_pack(reading.lang).section("tense").get("verbs") == "listed":
        return False
    if any(-2 <= index - c.end <= 2 for c in reading.of_kind("tense", "particle")):
        return listed
    if not _past_form(reading.words[index].fold, reading.lang):
        return False
    if any(key[0] == "#" for key in reading.keys[index]):
        return False
    before = _fold(reading, index - 1)
    if any(c.end in (index, index - 1) for c in reading.of_kind("tense", "past")):
        return True
    described = load_pack(reading.lang).words("tense", "describing")
    return before not in described and _fold(reading, index + 1) not in _agent_words(reading.lang)


def _fold(reading: Reading, index: int) -> str:
    return reading.words[index].fold if 0 <= index < len(reading.words) else ""


@lru_cache(maxsize=64)
def _agent_words(lang: str) -> frozenset[str]:
    return frozenset(load_pack(lang).words("roles", "agent"))


@lru_cache(maxsize=65536)
def _past_form(fold: str, lang: str) -> bool:
    if fold in irregular_forms(lang):
        return True
    endings = load_pack(lang).words("tense", "past_endings")
    return len(fold) > 4 and fold.endswith(tuple(endings)) if endings else False


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
