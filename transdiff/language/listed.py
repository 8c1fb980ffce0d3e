"""The phrases of one list or table of a pack, ready to be looked up in words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from transdiff.facts import Span, Word
from transdiff.language.pack import load_pack
from transdiff.language.phrases import Phrases


@lru_cache(maxsize=512)
def listed_phrases(lang: str, section: str, name: str) -> Phrases[str]:
    """Return the list *name* of ``[section]``; each phrase is its own value."""
    return Phrases(((p, p) for p in load_pack(lang).words(section, name)), lang)


@lru_cache(maxsize=256)
def listed_table(lang: str, section: str, name: str) -> Phrases[str]:
    """Return the table *name* of ``[section]``; a phrase has the key it stands under as value."""
    return Phrases.inverted(load_pack(lang).section(section).get(name, {}), lang)


def listed_places(words: Sequence[Word], lang: str, section: str, name: str) -> list[Span]:
    """Return where *words* have a phrase of the list *name* of ``[section]``."""
    found = listed_phrases(lang, section, name).all(words)
    return [Span(words[first].span.start, words[end - 1].span.end) for _, first, end in found]
