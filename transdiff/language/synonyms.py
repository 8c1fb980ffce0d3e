"""Synonyms: words that may stand for one another in a rewritten sentence, as data.

``synonyms/<lang>.toml`` lists groups of base forms; the poles of ``contrasts`` are groups too. A
language without a list has no synonyms.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from transdiff.facts import Word
from transdiff.language.contrasts import poles_of
from transdiff.language.lists import base_forms, list_entries
from transdiff.language.words import fold_word, stem_word


def has_synonym(one: Word, others: Sequence[Word], lang: str) -> bool:
    """Whether a group of *lang* has a word and one of *others*, in any of their inflected forms."""
    groups, poles = groups_of(one.fold, one.stem, lang), poles_of(one, lang)
    return (
        bool(groups)
        and any(not groups.isdisjoint(groups_of(other.fold, other.stem, lang)) for other in others)
    ) or (bool(poles) and any(not poles.isdisjoint(poles_of(other, lang)) for other in others))


@lru_cache(maxsize=65536)
def groups_of(fold: str, stem: str, lang: str) -> frozenset[int]:
    """Return the numbers of the groups of *lang* that have the word *fold*, inflected or not."""
    table = _table(lang)
    forms = base_forms(fold, stem, lang)
    return frozenset(group for form in forms for group in table.get(form, ()))


@lru_cache(maxsize=64)
def _table(lang: str) -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, group in enumerate(list_entries("synonyms", lang)):
        for word in group.split():
            fold = fold_word(word)
            for form in (fold, stem_word(fold, lang)):
                found.setdefault(form, set()).add(number)
    return {form: frozenset(groups) for form, groups in found.items()}
