"""What offices are made of: ranks, functions and fields, and their order of precedence.

The section ``[titles]`` of a pack says what a phrase means in these words: ``deputy minister``,
``foreign minister``, ``former president``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from transdiff.language.dictionary import Dictionary
from transdiff.language.pack import load_pack
from transdiff.language.passage import Passage

MODIFIERS = frozenset(
    {"deputy", "first", "acting", "former", "designate", "co", "delegate", "assistant"}
)
"""Ranks that change what an office is."""

PRECEDENCE = {
    "president": 7,
    "prime-minister": 7,
    "chancellor": 7,
    "king": 7,
    "queen": 7,
    "emir": 7,
    "pope": 7,
    "minister": 5,
    "party-secretary": 6,
    "speaker": 5,
    "governor": 5,
    "secretary-general": 5,
    "prosecutor-general": 5,
    "state-secretary": 4,
    "ambassador": 3,
    "representative": 3,
    "mayor": 4,
    "chief-of-staff": 4,
    "commander": 4,
    "chair": 4,
    "head": 4,
    "commissioner": 4,
    "chief-executive": 4,
    "envoy": 3,
    "lawmaker": 3,
    "senator": 3,
    "spokesperson": 2,
    "adviser": 2,
}
"""Functions by rank; what is not listed has no place in an order of offices."""

FUNCTIONS = frozenset(PRECEDENCE) | frozenset(
    {
        "prefect", "consul", "prosecutor", "judge", "lawyer", "prince", "leader", "negotiator",
        "coach", "captain", "manager", "rector", "professor", "general", "admiral", "chief",
        "crown",
    }
)  # fmt: skip
HEADS_OF_STATE = frozenset(f for f, rank in PRECEDENCE.items() if rank == 7)


class Part(NamedTuple):
    """A phrase of ``[titles]`` in the text; offsets count from the start of the passage."""

    start: int
    end: int
    modifiers: frozenset[str]
    function: str
    domain: frozenset[str]


def office_parts(passage: Passage) -> Iterator[Part]:
    """Yield the words of *passage* that offices are made of, in order of position."""
    for match in _dictionary(passage.lang).matches(passage):
        yield Part(match.start, match.end, *match.values[0])


@lru_cache(maxsize=64)
def _dictionary(lang: str) -> Dictionary[tuple[frozenset[str], str, frozenset[str]]]:
    section = load_pack(lang).section("titles")
    return Dictionary(
        ((phrase, _meaning(key)) for key, phrases in section.items() for phrase in phrases), lang
    )


def _meaning(key: str) -> tuple[frozenset[str], str, frozenset[str]]:
    atoms = key.split()
    modifiers = frozenset(a for a in atoms if a in MODIFIERS)
    functions = [a for a in atoms if a in FUNCTIONS and a not in modifiers]
    domain = frozenset(a for a in atoms if a not in modifiers and a not in functions)
    return modifiers, functions[-1] if functions else "", domain


def precedence(function: str, modifiers: frozenset[str]) -> float:
    """Return the rank of an office, 0 where it has none; a deputy ranks below its principal."""
    rank = float(PRECEDENCE.get(function, 0))
    if not rank:
        return 0.0
    rank -= 1.5 * ("deputy" in modifiers) + 0.5 * ("delegate" in modifiers)
    rank -= 1.0 * ("assistant" in modifiers) + 0.5 * ("acting" in modifiers)
    return rank - 0.3 * ("co" in modifiers) + 0.2 * ("first" in modifiers)
