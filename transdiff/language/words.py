"""Words: script-aware tokens with folded form and light stem.

One regular expression keeps together what a reader sees as one word: numbers with their
separators, ``U.S.``, ``F-16``, ``don't``, letters with combining marks; every Han character is a
token of its own.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import regex

from transdiff.facts import Span, Word, WordKind

_TOKEN = regex.compile(
    r"""
    (?P<number>[$€£¥]?\d+(?:[.,\u00a0\u202f']\d+)*(?:%|‰)?)
  | (?P<word>
        (?:\p{L}\.){2,}                                   # U.S.
      | [\p{Han}]                                         # one token for each ideograph
      | (?:(?!\p{Han})[\p{L}\p{M}\p{N}])+
        (?:[-'’ʼ՚՞՛՜\u200c](?:(?!\p{Han})[\p{L}\p{M}\p{N}])+)*
    )
  | (?P<punct>\S)
    """,
    regex.VERBOSE,
)


def tokenize(text: str, start: int = 0, lang: str = "und") -> tuple[Word, ...]:
    """Cut *text* into words; spans count from *start*. White space is in no word."""
    found = []
    for match in _TOKEN.finditer(text):
        kind = WordKind(match.lastgroup or "punct")
        fold = fold_word(match[0])
        stem = stem_word(fold, lang) if kind is WordKind.WORD else fold
        found.append(
            Word(Span(start + match.start(), start + match.end()), match[0], fold, stem, kind)
        )
    return tuple(found)


@lru_cache(maxsize=65536)
def fold_word(text: str) -> str:
    """Return *text* in NFC, case-folded, with straight apostrophes."""
    return unicodedata.normalize("NFC", text).casefold().replace("’", "'").replace("ʼ", "'")


@lru_cache(maxsize=65536)
def stem_word(fold: str, lang: str) -> str:
    """Return *fold* less its inflection, as far as a light stemmer can tell."""
    return fold
