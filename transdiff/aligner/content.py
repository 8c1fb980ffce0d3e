"""What a sentence is about: stems of its content words, figures, groups of synonyms, concepts.

Letters alone cannot tell that *vessel* is *ship* or *twelve* 12; grammar alone makes two sentences
alike that share no news. These rows stand beside those of :mod:`transdiff.aligner.features`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial

from transdiff.aligner.features import Rows, Spelling, weighted_rows
from transdiff.language.content import function_words
from transdiff.language.senses import figure_words, one_word_concepts
from transdiff.language.synonyms import groups_of
from transdiff.language.words import fold_word, stem_word

_WEIGHT, _NUMBER_WEIGHT = 2.0, 3.0


def content_rows(sentences: Sequence[Sequence[str]], lang: str) -> Rows:
    """Return a dense row for each of *sentences*, lists of words of *lang*."""
    return weighted_rows(sentences, partial(_meaning, lang))


@lru_cache(maxsize=65536)
def _meaning(lang: str, word: str) -> Spelling:
    """Return what *word* means, as named features; nothing for a word of grammar."""
    if word[0].isdigit():
        return "", ((f"#{word.replace(',', '')}", _NUMBER_WEIGHT),)
    fold = fold_word(word)
    figure = figure_words(lang).get(fold)
    if figure is not None:
        return "", ((f"#{figure}", _NUMBER_WEIGHT),)
    if fold in function_words(lang):
        return "", ()
    stem = stem_word(fold, lang)
    names = [f"={stem}", *one_word_concepts(lang).get(stem, ())]
    groups = sorted(groups_of(fold, stem, lang))
    share = _WEIGHT / len(groups) ** 0.5 if groups else 0.0  # a word of many senses says little
    return "", [*((n, _WEIGHT) for n in names), *((f"~{group}", share) for group in groups)]
