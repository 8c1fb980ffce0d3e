"""Common nouns that kept the capital of another language: *the Streik of the cleaners*."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from transdiff.comparison import Comparison
from transdiff.facts import Word
from transdiff.language.denials import nouns_have_capitals
from transdiff.language.pack import languages, load_pack
from transdiff.language.synonyms import listed_words
from transdiff.language.vocabulary import is_ordinary
from transdiff.language.words import fold_word, stem_word
from transdiff.model import BlockKind

_LEAST = 5
"""Letters below which a word may be one of any language."""


def foreign_nouns(pair: Comparison) -> Iterator[Word]:
    """Yield the words behind an article that are nouns of another language and in no reference.

    A capital is no name's where the language writes every noun with one.
    """
    articles = load_pack(pair.lang).words("roles", "articles")
    if not articles or pair.segment.block.kind is BlockKind.HEADLINE:
        return
    names = [n.span for n in pair.segment.facts.names if " " in n.text]
    for before, word in pairwise(pair.segment.facts.words):
        if before.fold not in articles or not word.text.istitle() or len(word.text) < _LEAST:
            continue
        if any(span.contains(word.span) for span in names) or is_ordinary(word.fold, pair.lang):
            continue
        if word.stem not in pair.whole.stems_of_references and _is_noun(word.fold, pair.lang):
            yield word


def _is_noun(fold: str, lang: str) -> bool:
    return any(
        fold in _nouns(other) or stem_word(fold, other) in _nouns(other)
        for other in languages()
        if other != lang and nouns_have_capitals(other)
    )


@lru_cache(maxsize=64)
def _nouns(lang: str) -> frozenset[str]:
    """The nouns that the data of *lang* lists, folded, and their stems."""
    found = {fold_word(word) for word in listed_words(lang) if word.istitle()}
    return frozenset(found | {stem_word(fold, lang) for fold in found})
