"""Contrasts: words of everyday and news language that exclude each other, as data.

``contrasts/<lang>.toml`` lists entries of two poles (``high tall | low short``) in base forms. Two
words are contrary if some entry has them at different poles and none has them at the same one.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import resources

from transdiff.facts import Word
from transdiff.language.events import irregular_forms
from transdiff.language.words import fold_word, stem_word

Pole = tuple[int, int]
"""The number of an entry, and which of its two poles."""


def poles_of(word: Word, lang: str) -> frozenset[Pole]:
    """Return the poles at which *word* stands, in any of its inflected forms."""
    return _poles_of(word.fold, word.stem, lang)


def contrary(mine: frozenset[Pole], theirs: frozenset[Pole]) -> bool:
    """Whether words with these poles exclude each other."""
    return not mine & theirs and any((entry, 1 - pole) in theirs for entry, pole in mine)


def contrast_words(lang: str) -> Iterator[str]:
    """Yield the words of the list for *lang*."""
    for entry in _entries(lang):
        yield from entry.replace("|", " ").split()


def has_contrasts(lang: str) -> bool:
    """Whether there is a list for *lang*."""
    return bool(_table(lang))


@lru_cache(maxsize=65536)
def _poles_of(fold: str, stem: str, lang: str) -> frozenset[Pole]:
    table = _table(lang)
    forms = {fold, stem, irregular_forms(lang).get(fold, fold)}
    return frozenset(pole for form in forms for pole in table.get(form, ()))


@lru_cache(maxsize=64)
def _table(lang: str) -> Mapping[str, frozenset[Pole]]:
    found: dict[str, set[Pole]] = {}
    for number, entry in enumerate(_entries(lang)):
        for pole, words in enumerate(entry.split("|")):
            for word in words.split():
                fold = fold_word(word)
                forms = (fold,) if fold.endswith(("ing", "ed")) else (fold, stem_word(fold, lang))
                for form in forms:
                    found.setdefault(form, set()).add((number, pole))
    return {form: frozenset(poles) for form, poles in found.items()}


def _entries(lang: str) -> Iterator[str]:
    file = resources.files("transdiff.language") / "contrasts" / f"{lang}.toml"
    if lang.isalpha() and file.is_file():
        for entries in tomllib.loads(file.read_text(encoding="utf-8")).values():
            yield from entries
