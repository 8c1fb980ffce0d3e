"""The phrases of one list or table of a pack, ready to be looked up in words."""

from __future__ import annotations

from functools import lru_cache

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
