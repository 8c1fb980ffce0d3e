"""What a story is found by: its words, and anchors that are the same in every language.

Words are stems; text without spaces counts by pairs of characters, Vietnamese by pairs of
syllables. Anchors are figures, days of a month, skeletons of names, and concepts (countries,
organisations). A term is kept as a 32-bit number; a vocabulary of a million terms has a few hundred
chance collisions, which the sum over many terms forgives.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from typing import TypeVar
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from transdiff.language.concepts import concepts
from transdiff.language.furniture import furniture
from transdiff.language.romanise import skeleton
from transdiff.language.words import fold_word, stem_word

Numbers = NDArray[np.uint32]
TermT = TypeVar("TermT", str, int)

ANCHORS = "#@~="
"""The first characters of anchors."""

_CJK = "\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_TOKEN = re.compile(
    rf"[{_CJK}]+|\d{{1,3}}(?: \d{{3}})+(?!\d)|\d+(?:[.,٫٬\u00a0\u202f'’]\d+)*|[^\W\d_{_CJK}]+"
)
_RUN = re.compile(f"[{_CJK}]")
_GROUPED = re.compile(r"\d{1,3}(?:\D\d{3})+$")
_NAMED_DOMAINS = ("country", "org", "place", "person")
_CLASSES = str.maketrans("pvhq", "bfgk")
_TOKENS = 1 << 16  # of a language that are remembered, and as many from before
_NO_CAPITALS = frozenset(("ar", "fa", "he", "hi", "th", "ka"))


def words_and_anchors(text: str, lang: str) -> dict[str, None]:
    """Return the terms of *text* in the language *lang* (primary subtag), in order, each once.

    An anchor begins with a mark that no word has: ``#`` a figure, ``@`` a day, ``~`` a name,
    ``=`` a concept.
    """
    return dict.fromkeys(_collected(text, lang, _words_of(lang), str))


def numbers(text: str, lang: str) -> Numbers:
    """Return the numbers that the terms of *text* are kept as, in their order."""
    found = dict.fromkeys(_collected(text, lang, _numbers_of(lang), hashed))
    return np.array(list(found), dtype=np.uint32)


def hashed(term: str) -> int:
    """Return the number that *term* is kept as."""
    return crc32(term.encode("utf-8", "surrogatepass"))


class _Table(dict[str, tuple[TermT, ...]]):
    """The terms of every token of one language, as *made* makes them; unused ones are dropped."""

    def __init__(self, lang: str, made: Callable[[str], TermT]) -> None:
        super().__init__()
        self._lang = lang
        self._made: Callable[[str], TermT] = made
        self._before: dict[str, tuple[TermT, ...]] = {}

    def __missing__(self, token: str) -> tuple[TermT, ...]:
        if len(self) >= _TOKENS:
            self._before = dict(self)
            self.clear()
        found = self._before.get(token)
        if found is None:
            found = tuple(map(self._made, _terms(token, self._lang)))
        self[token] = found
        return found


@lru_cache(maxsize=16)
def _words_of(lang: str) -> _Table[str]:
    return _Table(lang, str)


@lru_cache(maxsize=16)
def _numbers_of(lang: str) -> _Table[int]:
    return _Table(lang, hashed)


def _collected(
    text: str, lang: str, table: _Table[TermT], made: Callable[[str], TermT]
) -> list[TermT]:
    tokens = _TOKEN.findall(text)
    found = list(chain.from_iterable(map(table.__getitem__, tokens)))
    for at in [at for at, token in enumerate(tokens) if len(token) < 3 and token.isdecimal()]:
        found += map(made, _days(tokens, at))
    if lang == "vi":
        folded = [token.casefold() for token in tokens]
        found += [made(f"{one} {two}") for one, two in pairwise(folded)]
    return found


def _days(tokens: Sequence[str], at: int) -> Iterator[str]:
    """The day of a month that the number at *at* is: ``3 March``, ``tháng 5``, ``5月3日``."""
    months = _months()
    number = int(tokens[at])
    after = [token.casefold() for token in tokens[at + 1 : at + 4]]
    if at and tokens[at - 1].casefold() in months:
        yield f"@{months[tokens[at - 1].casefold()]}-{number}"
    elif after and after[0] in months:
        yield f"@{months[after[0]]}-{number}"
    elif len(after) > 1 and after[0] == "de" and after[1] in months:
        yield f"@{months[after[1]]}-{number}"
    elif len(after) > 1 and after[0] == "tháng" and after[1].isdecimal():
        yield f"@{int(after[1])}-{number}"
    elif len(after) > 2 and after[0] == "月" and after[1].isdecimal() and after[2][0] == "日":
        yield f"@{number}-{int(after[1])}"


def _terms(token: str, lang: str) -> tuple[str, ...]:
    """The terms of a word, a figure or a run of characters."""
    if token[0].isdecimal():
        return tuple(_figures(token))
    if _RUN.match(token):
        return tuple(_characters(token, lang))
    fold = fold_word(token)
    stem = stem_word(fold, lang)
    named = _concepts(lang).get(stem) or _concepts(lang).get(fold)
    if named:
        return (stem, f"={named}")
    if not token[0].isupper() and lang not in _NO_CAPITALS:
        return (stem,)
    # A name is inflected in one language and not in another: as it stands, and its stem.
    bare = {_coarse(skeleton(form, lang)) for form in {fold, stem}}
    return (stem, *sorted(f"~{s}" for s in bare if len(s) > 2))


def _coarse(name: str) -> str:
    """A skeleton without what Arabic (p, v) and Ukrainian (g, h) do not tell apart."""
    return name.replace("gh", "g").translate(_CLASSES)


def _figures(token: str) -> Iterator[str]:
    """A figure of two digits or more, without its grouping; small ones say nothing."""
    digits = token if token.isascii() else "".join(map(_ascii, token))
    if _GROUPED.match(digits):
        digits = re.sub(r"\D", "", digits)
    plain = re.sub(r"\D", ".", digits)
    if len(plain) > 1:
        yield f"#{plain}"


def _ascii(character: str) -> str:
    value = unicodedata.digit(character, None)
    return character if value is None else str(value)


def _characters(run: str, lang: str) -> Iterator[str]:
    """Pairs of characters; concepts by their longest names."""
    for at in range(len(run) - 1):
        yield run[at : at + 2]
    known = _concepts(lang)
    if known:
        for size in (2, 3, 4):
            for at in range(len(run) - size + 1):
                named = known.get(run[at : at + size])
                if named:
                    yield f"={named}"


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    return {name: int(number) for number, names in furniture()["months"].items() for name in names}


@lru_cache(maxsize=16)
def _concepts(lang: str) -> dict[str, str]:
    """Countries, organisations and places by the stem of their names of one word."""
    found: dict[str, str] = {}
    for entry in concepts().values():
        if entry.domain in _NAMED_DOMAINS:
            for _, phrase in entry.phrases(lang):
                fold = fold_word(phrase)
                if " " not in fold:
                    found.setdefault(stem_word(fold, lang), entry.id)
    return found
