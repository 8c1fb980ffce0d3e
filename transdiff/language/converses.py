"""Converse nouns: two words for the two parties of one relation, as data.

Whose ancestor somebody is, that one is the descendant: a sentence turned round has the other word
and says the same. ``[converses]`` of a pack lists the pairs and the words that say whose.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from transdiff.facts import Span, Word
from transdiff.language.pack import load_pack
from transdiff.language.words import fold_word, stem_word

_BESIDE = 2
"""Words before a noun in which its owner may stand."""
_GENITIVE = ("'s", "s'")


def turned_round(
    mine: tuple[Sequence[Word], Span], theirs: tuple[Sequence[Word], Span], lang: str
) -> bool:
    """Whether two nouns, each with the words about it, stand on the two sides of one relation.

    One of them has its owner before it (*whose ancestor*), the other has not (*a descendant of*).
    """
    return _is_owned(*mine, lang) != _is_owned(*theirs, lang)


def are_converse(one: Word, other: Word, lang: str) -> bool:
    """Whether the words name the two parties of one relation."""
    pairs = _pairs(lang)
    return not pairs.get(one.stem, frozenset()).isdisjoint({other.stem})


def _is_owned(words: Sequence[Word], span: Span, lang: str) -> bool:
    owners = {fold_word(w) for w in load_pack(lang).words("converses", "owners")}
    before = [w.fold for w in words if w.span.end <= span.start][-_BESIDE:]
    return any(fold in owners or fold.endswith(_GENITIVE) for fold in before)


@lru_cache(maxsize=32)
def _pairs(lang: str) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for entry in load_pack(lang).words("converses", "pairs"):
        one, other = (
            {stem_word(fold_word(w), lang) for w in side.split()} for side in entry.split("|")
        )
        for mine, theirs in ((one, other), (other, one)):
            for stem in mine:
                found.setdefault(stem, set()).update(theirs)
    return {stem: frozenset(others) for stem, others in found.items()}
