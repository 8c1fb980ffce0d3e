"""Contrasts: words of everyday and news language that exclude each other, as data.

``contrasts/<lang>.toml`` lists entries of two poles (``high tall | low short``) in base forms. Two
words are contrary if some entry has them at different poles and none has them at the same one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from functools import lru_cache

from transdiff.facts import Word
from transdiff.language.lists import base_forms, list_entries, list_sections
from transdiff.language.pack import load_pack, load_section
from transdiff.language.paradigms import roots
from transdiff.language.words import fold_word, stem_word

_LEAST = 3
"""Letters of a word that may be compared, made an adverb or denied."""
_DERIVATIONS = {
    "en": (
        ("iest", "y"), ("ier", "y"), ("est", "", "e"), ("er", "", "e"),
        ("ily", "y"), ("ably", "able"), ("ibly", "ible"), ("ly", "", "le"),
    ),
}  # fmt: skip
"""By language, what an ending stands for: comparison, and adverbs of adjectives."""

Pole = tuple[int, int]
"""The number of an entry, and which of its two poles."""


def poles_of(word: Word, lang: str) -> frozenset[Pole]:
    """Return the poles at which *word* stands, in any of its inflected forms."""
    return poles_of_form(word.fold, word.stem, lang)


def contrary(mine: frozenset[Pole], theirs: frozenset[Pole]) -> bool:
    """Whether words with these poles exclude each other."""
    return not mine & theirs and any((entry, 1 - pole) in theirs for entry, pole in mine)


def are_verbs(mine: frozenset[Pole], theirs: frozenset[Pole], lang: str) -> bool:
    """Whether words with these poles exclude each other as verbs."""
    verbs = _numbers(lang).get("verbs", range(0))
    return any((entry, 1 - pole) in theirs for entry, pole in mine if entry in verbs)


@lru_cache(maxsize=64)
def _numbers(lang: str) -> Mapping[str, range]:
    """The numbers of the entries of each section."""
    found: dict[str, range] = {}
    first = 0
    for name, entries in list_sections("contrasts", lang).items():
        found[name] = range(first, first + len(entries))
        first += len(entries)
    return found


def is_adjective(word: Word, lang: str) -> bool:
    """Whether a word, in small letters, is listed as an adjective and as nothing else."""
    return word.text == word.fold and word.fold in _adjectives(lang)


@lru_cache(maxsize=64)
def _adjectives(lang: str) -> frozenset[str]:
    """The adjectives that name nobody and nothing by themselves: *severe*, not *poor*, *past*."""
    sections = list_sections("contrasts", lang)
    others = {w for name, found in sections.items() if name != "adjectives" for w in _words(found)}
    nominal = load_pack(lang).words("grammar", "nominal")
    found = set(_words(sections.get("adjectives", ()))) - others - set(nominal)
    return frozenset(w for w in found if not w.endswith("est"))


def _words(entries: Iterable[str]) -> Iterator[str]:
    for entry in entries:
        yield from entry.replace("|", " ").split()


def contrast_words(lang: str) -> Iterator[str]:
    """Yield the words of the list for *lang*."""
    yield from _words(list_entries("contrasts", lang))


def has_contrasts(lang: str) -> bool:
    """Whether there is a list for *lang*."""
    return bool(_table(lang))


@lru_cache(maxsize=65536)
def poles_of_form(fold: str, stem: str, lang: str) -> frozenset[Pole]:
    """Return the poles at which the word *fold* stands, inflected or not."""
    table = _table(lang)
    if fold in _apart(lang):
        return table.get(fold, frozenset())
    forms = base_forms(fold, stem, lang)
    found = frozenset(pole for form in forms for pole in table.get(form, ()))
    return found or _derived(fold, lang) or _inflected(fold, lang)


def _inflected(fold: str, lang: str) -> frozenset[Pole]:
    """The poles of the listed words that *fold* may be a form of: *запретил*, of *запретить*."""
    known = _by_root(lang)
    return next((known[root] for root in roots(fold, lang) if root in known), frozenset())


@lru_cache(maxsize=64)
def _by_root(lang: str) -> Mapping[str, frozenset[Pole]]:
    """The poles of the listed words by their roots, where the pack says how words are inflected.

    A root that words at two poles of one entry share tells nothing.
    """
    if not load_section(lang, "inflection"):
        return {}
    found: dict[str, set[Pole]] = {}
    for fold, poles in _table(lang).items():
        for root in roots(fold, lang) if len(fold) > _LEAST else ():
            if len(root) > _LEAST:
                found.setdefault(root, set()).update(poles)
    sure = {root: poles for root, poles in found.items() if not _is_torn(poles)}
    return {root: frozenset(poles) for root, poles in sure.items()}


def _is_torn(poles: Set[Pole]) -> bool:
    return any((entry, 1 - pole) in poles for entry, pole in poles)


@lru_cache(maxsize=64)
def _apart(lang: str) -> frozenset[str]:
    """The adverbs that do not mean what the adjective means that they are made of: *hardly*."""
    return frozenset(load_pack(lang).words("grammar", "own_adverbs"))


def _derived(fold: str, lang: str) -> frozenset[Pole]:
    """The poles of the word that *fold* is made from: *cheapest*, *strictly*, *untainted*."""
    table = _table(lang)
    for ending, *others in _DERIVATIONS.get(lang, ()):
        if fold.endswith(ending) and len(fold) - len(ending) >= _LEAST:
            bare = fold[: -len(ending)]
            for base in (bare + other for other in others):
                if base in table:
                    return table[base]
            if bare[-1] == bare[-2] and bare[:-1] in table:
                return table[bare[:-1]]  # "biggest"
    for prefix in load_pack(lang).words("negation", "deniers"):
        base = fold.removeprefix(prefix)
        poles = table.get(base) or table.get(stem_word(base, lang)) if base != fold else None
        if poles and len(base) > _LEAST:
            return frozenset((entry, 1 - pole) for entry, pole in poles)
    return frozenset()


@lru_cache(maxsize=64)
def _table(lang: str) -> Mapping[str, frozenset[Pole]]:
    found: dict[str, set[Pole]] = {}
    for number, entry in enumerate(list_entries("contrasts", lang)):
        for pole, words in enumerate(entry.split("|")):
            for word in words.split():
                fold = fold_word(word)
                bare = fold.endswith(("ing", "ed")) or fold in _apart(lang)
                forms = (fold,) if bare else (fold, stem_word(fold, lang))
                for form in forms:
                    found.setdefault(form, set()).add((number, pole))
    return {form: frozenset(poles) for form, poles in found.items()}


@lru_cache(maxsize=64)
def words_by_class(lang: str) -> Mapping[str, frozenset[str]]:
    """Return the listed words of each section: ``adjectives``, ``nouns`` and so on."""
    return {
        name: frozenset(fold_word(w) for entry in entries for w in entry.split() if w != "|")
        for name, entries in list_sections("contrasts", lang).items()
    }
