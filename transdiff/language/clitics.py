"""Clitics: what is written together with the word behind it, so that a phrase hides in a word.

``[clitics]`` of a pack lists their letters: *وقال* is *قال* behind *and*, *կսկսվի* is *սկսվի*
behind the letter of its mood. A language without the section has none.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from transdiff.language.pack import load_section


@dataclass(frozen=True)
class _Clitics:
    """The letters that may stand before a word, and how long it must be to hold one."""

    letters: frozenset[str]
    shortest: int
    short: frozenset[str]
    future: str
    persons: frozenset[str]
    contracted: tuple[tuple[str, str], ...]

    def bare(self, fold: str) -> str:
        """Return a word less the clitic before it, empty where it has none."""
        if len(fold) < self.shortest - (fold[:1] in self.short):
            return ""
        if fold[0] == self.future and fold[1] in self.persons and len(fold) > self.shortest:
            return fold[1:]
        if fold[0] not in self.letters:
            return ""
        for both, rest in self.contracted:
            if fold.startswith(both):
                return rest + fold[len(both) :]
        return fold[1:]


@lru_cache(maxsize=64)
def less_clitic(lang: str) -> Callable[[str], str] | None:
    """Return what takes the clitic off a word of *lang*, None where there are none."""
    data = load_section(lang, "clitics")
    if not data:
        return None
    return _Clitics(
        letters=frozenset(data["letters"]),
        shortest=int(data["shortest"]),
        short=frozenset(data.get("short", ())),
        future=str(data.get("future", "")),
        persons=frozenset(data.get("persons", ())),
        contracted=tuple((both, rest) for both, rest in data.get("contracted", ())),
    ).bare
