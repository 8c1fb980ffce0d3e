"""Verbs by their form, as far as a list of base forms in the pack's ``[grammar]`` tells."""

from __future__ import annotations

from functools import lru_cache

from transdiff.facts import Word
from transdiff.language.events import irregular_forms
from transdiff.language.pack import load_pack
from transdiff.language.words import fold_word, stem_word


def is_verb(word: Word, lang: str) -> bool:
    """Whether *word* may be a form of a listed verb; many of them may be nouns as well."""
    verbs = _verbs(lang)
    return word.fold in verbs or word.stem in verbs or irregular_forms(lang).get(word.fold) in verbs


@lru_cache(maxsize=64)
def _verbs(lang: str) -> frozenset[str]:
    folds = {fold_word(v) for v in load_pack(lang).words("grammar", "verbs")}
    return frozenset(folds | {stem_word(f, lang) for f in folds})
