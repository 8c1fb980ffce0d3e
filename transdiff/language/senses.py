"""Senses: what a word may mean, as keys of which two words in the same sense share one.

A figure in digits and in words, a group of synonyms or a pole of the contrasts, a concept that is
one word. A language without lists has figures alone.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from functools import lru_cache

from transdiff.language.concepts import concepts
from transdiff.language.contrasts import poles_of_form
from transdiff.language.dictionary import spelling_key
from transdiff.language.events import irregular_forms
from transdiff.language.pack import load_pack
from transdiff.language.synonyms import groups_of
from transdiff.language.words import fold_word, stem_word


@lru_cache(maxsize=65536)
def senses(fold: str, stem: str, lang: str) -> frozenset[Hashable]:
    """Return what the word may mean."""
    found: set[Hashable] = set(groups_of(fold, stem, lang))
    found |= poles_of_form(fold, stem, lang)
    found |= {("concept", name) for name in one_word_concepts(lang).get(stem, ())}
    figure = figure_words(lang).get(fold, fold.replace(",", "") if fold[0].isdigit() else "")
    return frozenset(found | {("figure", figure)} if figure else found)


@lru_cache(maxsize=65536)
def base(fold: str, stem: str, lang: str) -> str:
    """Return what the forms of a word have in common, in whichever national spelling."""
    return irregular_forms(lang).get(fold) or spelling_key(stem, lang)


@lru_cache(maxsize=64)
def figure_words(lang: str) -> Mapping[str, str]:
    """Return the number words of *lang* that are one word, with their figures."""
    cardinals = load_pack(lang).section("numbers").get("cardinals", {})
    return {fold_word(word): value for value, words in cardinals.items() for word in words}


@lru_cache(maxsize=64)
def one_word_concepts(lang: str) -> Mapping[str, tuple[str, ...]]:
    """Return the concepts of *lang* that are one word, by its stem."""
    found: dict[str, set[str]] = {}
    for concept in concepts().values():
        for _, phrase in concept.phrases(lang):
            if phrase.isalpha():
                found.setdefault(stem_word(fold_word(phrase), lang), set()).add(concept.id)
    return {stem: tuple(sorted(ids)) for stem, ids in found.items()}
