"""Notions: what a content word says, in whatever language it says it.

A figure, a date, a name, a concept or an event is the same in every language; other words are what
the glossaries say that they may be in English, or what English has for that.
"""

from __future__ import annotations

from functools import lru_cache

from transdiff.language.reading import Reading
from transdiff.language.synonyms import groups_of

Notions = frozenset[str]
_FACTS = frozenset("=#!@")
"""How those keys of a reading begin that are the same in every language."""
_PIVOT = "en"


def notions(reading: Reading) -> tuple[Notions, ...]:
    """Return what each word of *reading* says; a word that nothing is known of says nothing."""
    return tuple(
        frozenset(k for k in keys if k[0] in _FACTS).union(*map(_like, sorted(meant)))
        if content
        else frozenset()
        for keys, meant, content in zip(
            reading.keys, reading.meanings, reading.is_content, strict=True
        )
    )


@lru_cache(maxsize=16384)
def _like(stem: str) -> Notions:
    """An English stem and the groups of synonyms that it is in."""
    return frozenset({stem, *(f"&{group}" for group in groups_of(stem, stem, _PIVOT))})
