"""Modifiers that change what is claimed, and those that do not: ``[coverage]`` in the packs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from transdiff.facts import Span, Word
from transdiff.language.content import place_of
from transdiff.language.pack import load_pack
from transdiff.language.shapes import describes
from transdiff.language.words import fold_word
from transdiff.model import Segment

_BEFORE, _BEHIND = 4, 8
"""Words before and behind an office that may say that it is over."""


def is_weighty(word: Word, lang: str) -> bool:
    """Whether *word*, in small letters, is a modifier that changes the claim."""
    return word.text == word.fold and word.fold in _listed(lang, "weighty")


def is_telling(word: Word, lang: str) -> bool:
    """Whether *word* describes something, and not only its extent, degree, order or relation."""
    return is_weighty(word, lang) or (
        describes(word, lang) and word.fold not in _listed(lang, "light")
    )


@lru_cache(maxsize=64)
def _listed(lang: str, name: str) -> frozenset[str]:
    return frozenset(fold_word(w) for w in load_pack(lang).words("coverage", name))


def tells_of_past(words: Iterable[Word], lang: str) -> bool:
    """Whether some word says that somebody no longer is what he was: *who left, until, ex-*."""
    said = _listed(lang, "formerly")
    return any(w.fold in said or w.fold.startswith("ex-") for w in words)


def past_about(segments: Sequence[Segment], span: Span, lang: str) -> bool:
    """Whether a word about the office at *span* says that somebody no longer holds it."""
    words = [w for s in segments for w in s.facts.words]
    first, _ = place_of(words, span)
    return tells_of_past(words[max(0, first - _BEFORE) : first + _BEHIND], lang)


def is_former(word: Word, lang: str) -> bool:
    """Whether *word* alone makes a former one of somebody."""
    return word.fold in {fold_word(w) for w in load_pack(lang).words("titles", "former")}
