"""Which side somebody is on who is told by a calling alone: the state, a firm, those who saw it.

Roles of the packs say what a source is. Where the pack of a language has none for a word, the roles
of what the word may be in English count.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from functools import lru_cache

from transdiff.language.pack import load_pack
from transdiff.language.reading import Reading
from transdiff.language.words import fold_word, stem_word

_SIDES: Mapping[str, frozenset[str]] = {
    side: frozenset(roles.split())
    for side, roles in {
        "state": "government ministry minister prime-minister president military police prosecutor "
        "court embassy diplomat lawmaker parliament central-bank mayor governor rescuer",
        "trade": "company executive trader employers",
        "labour": "union worker",
        "learning": "scientist analyst doctor",
        "people": "witness victim relative",
        "cause": "activist party",
        "arms": "rebels",
        "law": "lawyer suspect",
        "press": "media",
        "faith": "clergy",
    }.items()
}
_FOR_OTHERS = frozenset({"official", "spokesperson", "adviser"})
"""Roles that say nothing of who speaks but for whom."""
_AT_ONCE = frozenset(
    frozenset(pair.split())
    for pair in (
        "labour people",
        "labour cause",
        "people cause",
        "state cause",
        "labour learning",
        "people arms",
        "cause arms",
    )
)
"""Sides that one speaker may well be on at once."""


def of_other_callings(mine: Set[str], theirs: Set[str]) -> bool:
    """Whether two speakers, told by their roles alone, are on sides that nobody is on at once."""
    here, there = _side(mine), _side(theirs)
    return bool(here and there) and here != there and frozenset((here, there)) not in _AT_ONCE


def _side(roles: Set[str]) -> str:
    """The one side that all the roles are on, empty where there are several or none."""
    plain = roles - _FOR_OTHERS
    return next((side for side, own in _SIDES.items() if plain and plain <= own), "")


def roles_of(reading: Reading, places: Iterable[int]) -> frozenset[str]:
    """Return the roles that the words *places* of a reading have by what they are in English."""
    known = _english_roles()
    return frozenset(role for m in reading.meant(places) for role in known.get(m, ()))


@lru_cache(maxsize=1)
def _english_roles() -> Mapping[str, frozenset[str]]:
    """The roles of single English words, by their stems."""
    roles: Mapping[str, list[str]] = load_pack("en").section("attribution").get("roles", {})
    found: dict[str, set[str]] = {}
    for role, phrases in roles.items():
        for phrase in phrases:
            if " " not in phrase:
                found.setdefault(stem_word(fold_word(phrase), "en"), set()).add(role)
    return {stem: frozenset(of) for stem, of in found.items()}
