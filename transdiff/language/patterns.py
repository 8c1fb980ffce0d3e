"""A pattern for a list of phrases: any case, whole words, longest first, in linear time.

For lists that are looked up in raw text; ``phrases`` looks up pieces of words with their values.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import regex

from transdiff.facts import Span
from transdiff.language.pack import load_pack
from transdiff.model import Segment

_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}"
_RUN = regex.compile(rf"[{_UNSPACED}]|[[\p{{L}}\p{{M}}\p{{N}}]--[{_UNSPACED}]]+|\S", regex.VERSION1)
"""A character of a script without spaces, a run of letters and digits, or any other mark."""


@lru_cache(maxsize=4096)
def phrase_pattern(phrases: tuple[str, ...]) -> regex.Pattern[str] | None:
    """Return a pattern that matches any of *phrases* in any case, None for an empty list.

    A phrase matches whole words, but for scripts that write no spaces between them.
    """
    if not phrases:
        return None
    plain = {_plain(p).replace("’", "'") for p in phrases}
    ordered = sorted(plain, key=lambda p: (-len(p), p))
    spaced = "|".join(_ended(p) for p in ordered if has_spaces(p[0]))
    others = [_ended(p) for p in ordered if not has_spaces(p[0])]
    # Looking behind once, before all phrases, passes over the inside of words.
    begun = [rf"(?<![\p{{L}}\p{{N}}])(?:{spaced})"] if spaced else []
    return regex.compile("|".join([*begun, *others]), regex.IGNORECASE)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).lower().replace("ё", "е")


def _ended(phrase: str) -> str:
    parts = (regex.escape(part).replace("'", "['’ʼ]") for part in phrase.split())
    body = r"\s+".join(parts).replace("е", "[её]")
    return body + (r"(?![\p{L}\p{M}\p{N}])" if has_spaces(phrase[-1]) else "")


def has_spaces(char: str) -> bool:
    """Whether the script of *char* puts spaces between words."""
    return regex.fullmatch(f"[{_UNSPACED}]", char) is None


def find_phrases(phrases: Iterable[str], text: str) -> list[tuple[int, int, str]]:
    """Return (start, end, matched text) of every phrase in *text*, left to right, the longest.

    Most sentences have no word of any phrase, and a list is long: only what may match is compiled.
    """
    filed = _filed(tuple(phrases))
    able = {phrase for run in _runs(text) & filed.keys() for phrase in filed[run]}
    found = sorted(
        (match.start(), -len(phrase), match.end(), match[0])
        for phrase in able
        if (pattern := phrase_pattern((phrase,)))
        for match in pattern.finditer(text)
    )
    kept: list[tuple[int, int, str]] = []
    for start, _, end, matched in found:
        if not kept or start >= kept[-1][1]:
            kept.append((start, end, matched))
    return kept


@lru_cache(maxsize=1024)
def _filed(phrases: tuple[str, ...]) -> Mapping[str, Sequence[str]]:
    """File *phrases* by a run that a text with one of them has, their longest one.

    Many phrases begin with *the*, few hold a word of their own that is as common.
    """
    found: dict[str, list[str]] = {}
    for phrase in dict.fromkeys(_plain(phrase).replace("’", "'") for phrase in phrases):
        for run in _longest(phrase):
            found.setdefault(run, []).append(phrase)
    return found


def _longest(phrase: str) -> list[str]:
    """The longest run of a phrase; an apostrophe may be a letter in the text, and join two."""
    runs = [run for word in phrase.split() if "'" not in word for run in _RUN.findall(word)]
    if runs:
        return [max(runs, key=len)]
    return [run for spelt in (phrase, phrase.replace("'", "ʼ")) for run in _RUN.findall(spelt)]


@lru_cache(maxsize=256)
def _runs(text: str) -> frozenset[str]:
    return frozenset(_RUN.findall(_plain(text)))


def listed_spans(segment: Segment, lang: str, section: str, key: str) -> list[Span]:
    """Return where *segment* has a phrase of a pack's list; spans count in the document."""
    start = segment.span.start
    found = find_phrases(load_pack(lang).words(section, key), segment.text)
    return [Span(start + first, start + end) for first, end, _ in found]
