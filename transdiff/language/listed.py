"""The phrases of one list or table of a pack, ready to be looked up in words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from transdiff.facts import Span, Word
from transdiff.language.pack import load_pack
from transdiff.language.phrases import Phrases


@lru_cache(maxsize=512)
def listed_phrases(lang: str, section: str, name: str) -> Phrases[str]:
    """Return the list *name* of ``[section]``; each phrase is its own value."""
    return Phrases(((p, p) for p in load_pack(lang).words(section, name)), lang)


@lru_cache(maxsize=256)
def listed_table(lang: str, section: str, name: str) -> Phrases[str]:
    """Return the table *name* of ``[section]``; a phrase has the key it stands under as value."""
    return Phrases.inverted(load_pack(lang).section(section).get(name, {}), lang)


def opened_lists(words: Sequence[Word], lang: str, section: str) -> frozenset[str]:
    """Return the lists and tables of ``[section]`` of which *words* may have anything."""
    return frozenset().union(*(_opened_by(word.fold, lang, section) for word in words))


@lru_cache(maxsize=65536)
def _opened_by(fold: str, lang: str, section: str) -> frozenset[str]:
    """Return the lists and tables of ``[section]`` with a phrase that may begin with *fold*."""
    return frozenset(name for name, book in _books(lang, section) if book.opens(fold))


@lru_cache(maxsize=64)
def _books(lang: str, section: str) -> list[tuple[str, Phrases[str]]]:
    """The lists and tables of phrases under ``[section]``, by name."""
    entries = load_pack(lang).section(section).items()
    lists = [(name, listed_phrases(lang, section, name)) for name, e in entries if _is_list(e)]
    tables = [name for name, e in entries if isinstance(e, dict) and all(map(_is_list, e.values()))]
    return lists + [(name, listed_table(lang, section, name)) for name in tables]


def _is_list(entry: object) -> bool:
    return isinstance(entry, list) and all(isinstance(each, str) for each in entry)


def listed_places(words: Sequence[Word], lang: str, section: str, name: str) -> list[Span]:
    """Return where *words* have a phrase of the list *name* of ``[section]``."""
    found = listed_phrases(lang, section, name).all(words)
    return [Span(words[first].span.start, words[end - 1].span.end) for _, first, end in found]
