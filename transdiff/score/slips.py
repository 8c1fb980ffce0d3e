"""Slips of grammar that show on the face of a text: few, sure, and listed by language.

They are counted in the article and in the reference alike, so that a habit of the newsroom costs
nothing. A language without an entry in ``slips.toml`` has none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib import resources
from itertools import pairwise

import tomli

from transdiff.facts import Word, WordKind

_CLOSING = frozenset(",.;:!?")
_VOWELS = frozenset("aeiou")
_SOUNDED_AS_CONSONANT = ("eu", "one", "once", "uni", "use", "usu", "uk", "u.")
_SPELT_OUT = frozenset("aefhilmnorsx8")
"""Letters whose names begin with a vowel: *an MP*; *an hour* and *an 8* come with them."""


def slips(words: Sequence[Word], lang: str) -> int:
    """Count the slips in *words*."""
    lists = _lists().get(lang)
    if not lists:
        return 0
    return sum(_slipped(a, b, lists) for a, b in pairwise(words))


def _slipped(word: Word, after: Word, lists: Mapping[str, frozenset[str]]) -> bool:
    if after.kind is WordKind.PUNCT:
        doubled = word.text in ",;" and after.text in _CLOSING
        return doubled or (after.text in _CLOSING and word.fold in lists["hanging"])
    if word.fold in lists["objects"]:
        return after.fold in lists["finite"]
    if word.fold in lists["prepositions"] and after.fold in lists["subjects"]:
        return True
    return _wrong_article(word, after.fold, lists)


def _wrong_article(word: Word, after: str, lists: Mapping[str, frozenset[str]]) -> bool:
    if word.fold in lists["plain_article"]:
        return after[0] in _VOWELS - {"u"} and not after.startswith(_SOUNDED_AS_CONSONANT)
    return word.fold in lists["vowel_article"] and not (after[0] in _SPELT_OUT or after[0] in "u1")


_KEYS = (
    "hanging",
    "objects",
    "subjects",
    "finite",
    "prepositions",
    "vowel_article",
    "plain_article",
)


@lru_cache(maxsize=1)
def _lists() -> Mapping[str, Mapping[str, frozenset[str]]]:
    file = resources.files("transdiff.score") / "slips.toml"
    data = tomli.loads(file.read_text(encoding="utf-8"))
    return {
        lang: {key: frozenset(entry.get(key, "").split()) for key in _KEYS}
        for lang, entry in data.items()
    }
