"""Words that English never writes and the glossary or the numerals of another language have."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from transdiff.language.glossary import is_listed
from transdiff.language.nearness import load_vectors
from transdiff.language.pack import load_pack
from transdiff.language.synonyms import groups_of
from transdiff.language.vocabulary import is_ordinary, may_be_ordinary
from transdiff.language.words import fold_word, stem_word


def is_of_another(fold: str, lang: str, others: tuple[str, ...]) -> bool:
    """Whether one of the languages *others* has a word that *lang* never writes.

    Only a language with a long list of its words knows what it never writes.
    """
    known = load_vectors(lang)
    pack = load_pack(lang)
    if known is None or fold in known.numbers or fold.removesuffix("s") in known.numbers:
        return False
    if fold in pack.words("untranslated", "shared") or is_ordinary(fold, lang):
        return False
    if groups_of(fold, stem_word(fold, lang), lang):
        return False
    if any(may_be_ordinary(fold, other) and fold in _numerals(other) for other in others):
        return True
    if fold.endswith(pack.words("untranslated", "own_endings")):
        return False
    forms = (fold, *_singulars(fold))
    return any(is_listed(form, other) for other in others for form in forms)


@lru_cache(maxsize=64)
def _numerals(lang: str) -> frozenset[str]:
    """The words for whole numbers in *lang*."""
    table = load_pack(lang).section("numbers").get("cardinals", {})
    return frozenset(fold_word(word) for words in table.values() for word in words)


def _singulars(fold: str) -> Iterator[str]:
    """What a plural in -s or -es may be one of, as its dictionary form: *viudas*, *viuda*."""
    if fold.endswith("s"):
        yield fold[:-1]
        yield fold[:-2]
        yield fold[:-2] + "o"
