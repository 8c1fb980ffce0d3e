"""Content words: what is left of a sentence when grammar is taken away."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from transdiff.facts import Span, Word, WordKind
from transdiff.language.pack import load_section
from transdiff.language.rows import kept
from transdiff.language.words import fold_word, stem_word
from transdiff.model import primary


@lru_cache(maxsize=64)
def function_words(lang: str) -> frozenset[str]:
    """Return the folded function words of *lang*, with their stems; empty without a pack."""
    folds = {fold_word(w) for w in load_section(lang, "function_words").get("list", ())}
    return frozenset(folds | {stem_word(f, primary(lang)) for f in folds})


def is_content(word: Word, lang: str) -> bool:
    """Whether *word* carries content: no punctuation, no function word, no stray letter."""
    return _is_content(word.fold, word.kind, lang)


@lru_cache(maxsize=65536)
def _is_content(fold: str, kind: WordKind, lang: str) -> bool:
    if kind is WordKind.PUNCT or fold in function_words(lang):
        return False
    return len(fold) > 1 or kind is WordKind.NUMBER or not fold.isascii()


def words_within(words: Sequence[Word], span: Span) -> Sequence[Word]:
    """Return those of *words*, which stand in order, that lie wholly inside *span*."""
    first = bisect_left(words, span.start, key=_start)
    return words[first : bisect_right(words, span.end, lo=first, key=_end)]


def place_of(words: Sequence[Word], span: Span) -> tuple[int, int]:
    """Return which of *words* begin in *span*: the index of the first, and of the first behind."""
    return bisect_left(words, span.start, key=_start), bisect_left(words, span.end, key=_start)


def _start(word: Word) -> int:
    return word.span.start


def _end(word: Word) -> int:
    return word.span.end


def content_words(words: tuple[Word, ...], lang: str) -> tuple[Word, ...]:
    """Return the content words among *words*, in order."""
    return tuple(words[i] for i in content_places(words, lang))


@kept
def content_stems(words: Sequence[Word], lang: str) -> frozenset[str]:
    """Return the stems of the content words among *words*."""
    return frozenset(words[i].stem for i in content_places(words, lang))


@kept
def content_places(words: Sequence[Word], lang: str) -> tuple[int, ...]:
    """Return the indices of the content words among *words*, in order."""
    return tuple([i for i, w in enumerate(words) if _is_content(w.fold, w.kind, lang)])
