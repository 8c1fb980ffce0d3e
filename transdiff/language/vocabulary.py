"""Ordinary words: what a language's own data writes in small letters.

Packs, contrasts and concepts hold thousands of everyday words. A capital on one of them, in a
headline, after a colon or in the name of a programme, does not make it somebody's name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import regex

from transdiff.language.concepts import concepts
from transdiff.language.contrasts import contrast_words
from transdiff.language.pack import load_pack, pack_text
from transdiff.language.words import fold_word, stem_word

_LEAST = 4
"""Letters of a stem that is surely one: *Andes* is no form of *and*."""
_LETTERS = re.compile(r"[^\W\d_]+")
_SMALL = regex.compile(r"(?<![\p{L}\p{N}])\p{Ll}\p{L}+(?![\p{L}\p{N}])")


def may_be_ordinary(word: str, lang: str) -> bool:
    """Whether some word in the data of *lang* begins like *word*; if none does, it is not ordinary.

    For what is asked of languages that no compared text is in: their vocabulary takes long to read.
    """
    fold = fold_word(word)
    written = _written(lang)
    bases = {fold, stem_word(fold, lang), fold.removesuffix("ly")}
    places = ((base, bisect_left(written, base)) for base in bases)
    return any(at < len(written) and written[at].startswith(base) for base, at in places)


@lru_cache(maxsize=64)
def _written(lang: str) -> tuple[str, ...]:
    """Return every word in the data of *lang*, sorted, whatever its capitals."""
    phrases = (phrase for entry in concepts().values() for _, phrase in entry.phrases(lang))
    text = fold_word("\n".join([pack_text(lang), *contrast_words(lang), *phrases]))
    return tuple(sorted(set(_LETTERS.findall(text))))


def is_ordinary(word: str, lang: str) -> bool:
    """Whether *word*, whatever its capitals, is a word of the language and no name."""
    fold = fold_word(word)
    known = vocabulary(lang)
    if fold in known:
        return True
    bases = (stem_word(fold, lang), fold.removesuffix("ly"))
    return any(len(base) >= _LEAST and base in known for base in bases)


@lru_cache(maxsize=64)
def vocabulary(lang: str) -> frozenset[str]:
    """Return the folded words, and their stems, that the data of *lang* has in small letters."""
    written = set(_SMALL.findall("\n".join(_phrases(lang))))
    found = {fold_word(word) for word in written}
    return frozenset(found | {stem_word(fold, lang) for fold in found})


def _phrases(lang: str) -> Iterator[str]:
    yield from _strings(load_pack(lang).sections)
    yield from contrast_words(lang)
    for entry in concepts().values():
        yield from (phrase for _, phrase in entry.phrases(lang))


def _strings(data: Any) -> Iterator[str]:
    """Yield every string of nested tables and lists."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from _strings(value)
    elif isinstance(data, list):
        for value in data:
            yield from _strings(value)
