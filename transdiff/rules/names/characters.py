"""Chinese names in Latin letters beside those in characters: *Guo Siyuan* for 葛思远.

Pinyin has one spelling for each character as Mandarin reads it. A name of which one half is spelled
as in the text and the other is not belongs to somebody else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import regex

from transdiff.facts import Span
from transdiff.language.mentions import Mentions, letters
from transdiff.language.pack import load_pack
from transdiff.language.romanise import romanise
from transdiff.model import Segment

_READ_TWICE = frozenset("单解仇查曾盖区朴尉乐缪翟洗覃任华纪宁葛车长行重朝都盛调传降率便还")
"""Characters that are read in two ways."""
_LOOSE = regex.compile(r"(?<=[aeiou]n)g|^n(?=[aeiou])|h$")
_WHOLE = 3
"""Characters of a name with a surname of one and a given name of two."""
_OTHER = 2
"""Letters in which two given names differ at least if neither is a slip for the other."""


def in_characters(
    name: tuple[str, ...], segments: Sequence[Segment], known: Mentions
) -> Span | None:
    """Return where the text has one half of the Latin *name* and another other half.

    Nowhere may it have the whole name.
    """
    if len(name) != _WHOLE - 1:
        return None
    surname, given = (letters(w, "und") for w in name)
    if surname not in _readings() or surname + given in known.pinyin:
        return None
    for segment in segments:
        people = {n.span for n in segment.facts.names if n.kind == "person"}
        for span, read in _of_three(segment):
            other = read[1] + read[2]
            if other == given and read[0] != surname:
                return span
            if span in people and read[0] == surname and _is_other(given, other):
                return span
    return None


def _of_three(segment: Segment) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Yield what may be the name of a Chinese in *segment*, with how its characters are read."""
    text, surnames = segment.text, _surnames()
    for at in range(len(text) - _WHOLE + 1):
        whole = text[at : at + _WHOLE]
        if whole[0] in surnames and not _READ_TWICE & set(whole[1:]):
            start = segment.span.start + at
            yield Span(start, start + _WHOLE), tuple(romanise(c) for c in whole)


def _is_other(one: str, two: str) -> bool:
    """Whether two given names in pinyin differ by more than what southern speech confounds."""
    one, two = (_LOOSE.sub("", g) for g in (one, two))
    return sum(a != b for a, b in zip(one, two, strict=False)) + abs(len(one) - len(two)) >= _OTHER


@lru_cache(maxsize=1)
def _readings() -> frozenset[str]:
    """How Chinese surnames are read."""
    return frozenset(romanise(c) for c in load_pack("zh").words("names", "surnames"))


@lru_cache(maxsize=1)
def _surnames() -> dict[str, str]:
    """Chinese surnames of one character, as they are read."""
    known = load_pack("zh").words("names", "surnames")
    return {c: romanise(c) for c in known if len(c) == 1 and c not in _READ_TWICE}
