"""Modifiers that change what is claimed, as the packs' ``[coverage] weighty`` lists them."""

from __future__ import annotations

from functools import lru_cache

from transdiff.facts import Word
from transdiff.language.pack import load_pack
from transdiff.language.words import fold_word


def is_weighty(word: Word, lang: str) -> bool:
    """Whether *word*, in small letters, is such a modifier."""
    return word.text == word.fold and word.fold in _weighty(lang)


@lru_cache(maxsize=64)
def _weighty(lang: str) -> frozenset[str]:
    return frozenset(fold_word(w) for w in load_pack(lang).words("coverage", "weighty"))
