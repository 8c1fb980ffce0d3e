"""Synonyms: words that may stand for one another in a rewritten sentence, as data.

``synonyms/<lang>.txt`` has a group of base forms on each line, under headings behind ``#``; the
poles of ``contrasts`` are groups too. A language without a list has no synonyms.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from importlib import resources

from transdiff.facts import Word
from transdiff.language.contrasts import poles_of
from transdiff.language.lists import base_forms
from transdiff.language.words import fold_word, stem_word

_OPENING = 3
"""Letters that inflection leaves alone, by which words are filed."""


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
    forms = base_forms(fold, stem, lang)
    return frozenset(
        group for form in forms for group in _stemmed(form[:_OPENING], lang).get(form, ())
    )


@lru_cache(maxsize=8192)
def _stemmed(opening: str, lang: str) -> Mapping[str, Collection[int]]:
    """Return the groups of the words that begin with *opening*, by word and by stem.

    A text has few of the list's words: to stem them all takes longer than to compare an article.
    """
    found: dict[str, set[int]] = {}
    for fold, groups in _by_opening(lang).get(opening, ()):
        for form in (fold, stem_word(fold, lang)):
            found.setdefault(form, set()).update(groups)
    return found


@lru_cache(maxsize=64)
def _by_opening(lang: str) -> Mapping[str, list[tuple[str, list[int]]]]:
    """Every listed word of *lang* with its groups, by its first letters."""
    words: dict[str, list[int]] = {}
    for number, group in enumerate(_groups(lang)):
        for word in group.split():
            words.setdefault(fold_word(word), []).append(number)
    found: dict[str, list[tuple[str, list[int]]]] = {}
    for fold, groups in words.items():
        found.setdefault(fold[:_OPENING], []).append((fold, groups))
    return found


def listed_words(lang: str) -> Iterator[str]:
    """Yield the words listed for *lang* as they are written, some of them more than once."""
    for group in _groups(lang):
        yield from group.split()


def _groups(lang: str) -> Iterator[str]:
    """Yield the groups listed for *lang*; lines of text load ten times as fast as TOML does."""
    file = resources.files("transdiff.language") / "synonyms" / f"{lang}.txt"
    if lang.isalpha() and file.is_file():
        lines = file.read_text(encoding="utf-8").splitlines()
        yield from (line for line in lines if line and line[0] != "#")
