"""Quantifiers: how much of a group is meant: ``all``, ``most``, ``some`` or ``none``."""

from __future__ import annotations

from transdiff.language.listed import listed_table
from transdiff.language.phrases import Phrases
from transdiff.language.reading import Cue, Reading

_BETWEEN = 1
"""Words between *not* and the quantifier that it denies."""


def quantifiers(lang: str) -> Phrases[str]:
    """Return the phrases of the pack's ``[numbers.quantifiers]`` with their values."""
    return listed_table(lang, "numbers", "quantifiers")


def quantifies(reading: Reading, *values: str) -> bool:
    """Whether *reading* speaks of such a part of anything."""
    return any(value in values for value, _, _ in quantifiers(reading.lang).all(reading.words))


def denies_all(reading: Reading, cue: Cue) -> bool:
    """Whether the denial *cue* is of *all*, and not of what they do: ``not all of the ships``."""
    for at in range(cue.end, min(len(reading.words), cue.end + _BETWEEN + 1)):
        found = quantifiers(reading.lang).match(reading.words, at)
        if found is not None and found[0] == "all":
            return True
    return False
