"""Words: script-aware tokens with folded form and light stem.

One regular expression keeps together what a reader sees as one word: numbers with their
separators, ``U.S.``, ``F-16``, ``don't``, letters with combining marks; every Han character is a
token of its own, katakana and hiragana are cut where the script changes. French and Italian
elisions (``l'accord``) are two words, and a plain space groups thousands only in the languages
that write so.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import regex

from transdiff.facts import Span, Word, WordKind
from transdiff.language.stems import light_stem

Range = tuple[int, int]
"""The words ``[first, end)`` of a text."""
_ELISION = r"(?i:[ldjmtsncç]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=\p{L}) |"
_SPACED_GROUPS = r"\d{1,3}(?:\ \d{3})+(?!\d)(?:,\d+)?+[%‰]?+ |"
_LETTER = r"[[\p{L}\p{M}\p{N}_]--[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]]"
_TOKEN = r"""
    (?P<label> \d++\p{Lu}(?![\p{L}\p{M}\p{N}]) )          # 5G, 4K
  | (?P<number>
        __SPACED__
        [$€£¥₽₴₫₹₩]?+\d++(?:[.,:٫٬\u00a0\u202f\u2009'’]\d++)*+
        (?:(?:st|nd|rd|th|s)(?![\p{L}\p{N}]))?+[%‰٪]?+
    )
  | (?P<word>
        __ELISION__
        (?:RMB|RM|Rs|Rp|Nu|__CODES__)(?=\d)                 # RM476.5
      | (?:\p{L}\.){2,}+                                  # U.S.
      | \p{Han}                                           # one token for each ideograph
      | \p{Katakana}[\p{Katakana}ー・]*+ | \p{Hiragana}++
      | \p{Thai}\p{M}*+
      | [\p{Arabic}&&\p{L}][[\p{Arabic}&&\p{L}]\p{M}ـ]*+      # و, بـ before digits
      | __LETTER__++(?:[-'’ʼ՚՞՛՜\u200c]__LETTER__++)*+
    )
  | (?P<punct>\S)
"""
_CODES = (
    "AED|ARS|AUD|BGN|BRL|CAD|CHF|CLP|CNY|COP|CZK|DKK|EGP|EUR|GBP|HKD|HUF|IDR|ILS|INR|JPY|KES|KRW|"
    "KZT|MXN|MYR|NGN|NOK|NZD|PEN|PHP|PKR|PLN|RON|RSD|RUB|SAR|SEK|SGD|THB|TRY|TWD|UAH|USD|VND|ZAR"
)
"""Currency codes (ISO 4217) that are written together with the figure."""
_KINDS = {"label": WordKind.WORD}
_SAME = {ord("’"): "'", ord("ʼ"): "'", ord("ё"): "е", ord("ـ"): None, 0x670: None} | dict.fromkeys(
    range(0x64B, 0x653)
)
"""What :func:`fold_word` replaces or leaves out."""


@lru_cache(maxsize=8)
def _pattern(elided: bool, spaced: bool) -> regex.Pattern[str]:
    source = _TOKEN.replace("__ELISION__", _ELISION if elided else "")
    source = source.replace("__SPACED__", _SPACED_GROUPS if spaced else "")
    source = source.replace("__CODES__", _CODES)
    return regex.compile(source.replace("__LETTER__", _LETTER), regex.VERBOSE | regex.VERSION1)


def tokenize(text: str, start: int = 0, lang: str = "und") -> tuple[Word, ...]:
    """Cut *text* into words; spans count from *start*. White space is in no word."""
    pattern = _pattern(
        lang in ("fr", "it", "ca"), lang in ("de", "fr", "ru", "uk", "es", "pt", "hy")
    )
    found = []
    for match in pattern.finditer(text):
        token = match[0]
        fold, stem, kind = _read(token, match.lastgroup or "punct", lang)
        first, end = match.span()
        found.append(Word(Span(start + first, start + end), token, fold, stem, kind))
    return tuple(found)


@lru_cache(maxsize=65536)
def _read(token: str, group: str, lang: str) -> tuple[str, str, WordKind]:
    """Return fold, stem and kind of a token that matched the named *group*."""
    kind = _KINDS.get(group) or WordKind(group)
    fold = fold_word(token)
    return fold, stem_word(fold, lang) if kind is WordKind.WORD else fold, kind


@lru_cache(maxsize=65536)
def fold_word(text: str) -> str:
    """Return *text* in NFC, case-folded, less what writers of its script may leave out.

    Apostrophes are straight, ``ё`` is ``е``, and Arabic has neither vowel marks nor stretching.
    """
    return unicodedata.normalize("NFC", text).casefold().translate(_SAME)


@lru_cache(maxsize=65536)
def stem_word(fold: str, lang: str) -> str:
    """Return *fold* less its inflection, as far as a light stemmer can tell."""
    return light_stem(fold, lang)
