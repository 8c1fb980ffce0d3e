"""Glossaries: what a word of another language may be in English, as data.

``glossaries/en.txt`` lists base words of the news; ``glossaries/<lang>.txt`` has each of them on a
line, a tab, and what renders it, in dictionary forms. Words of two languages meet in English, so
that any two languages with a glossary can be held against each other; a language without one knows
no words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from transdiff.facts import Word, WordKind
from transdiff.language.dictionary import UNSPACED
from transdiff.language.lists import base_forms
from transdiff.language.pack import load_section
from transdiff.language.paradigms import altered, roots
from transdiff.language.separable import REACH, closing_particle
from transdiff.language.words import fold_word, stem_word, tokenize

Meanings = frozenset[str]
"""English stems that a word may stand for."""
_NONE: Meanings = frozenset()
_PIVOT = "en"
_CLOSE = 2
"""Letters by which roots of one word may differ: *разрушен*, *разруш*."""
_PART = 3
"""Letters of the first part of a compound; the last one has more."""
_OPENING = 2
"""Letters that inflection leaves alone, by which words are filed."""


class _Rendering(NamedTuple):
    """What follows the first word of a rendering, each word by fold and stem, and its meanings."""

    rest: tuple[tuple[str, str], ...]
    meanings: Meanings


def can_meet(one: str, other: str) -> bool:
    """Whether words of two different languages can be held against each other."""
    return one != other and all(map(_lines, (one, other)))


def meanings(words: Sequence[Word], lang: str) -> tuple[Meanings, ...]:
    """Return for each of *words* what it may be in English, alone or as a part of a phrase.

    The longest rendering counts; words that no glossary has mean nothing.
    """
    if lang == _PIVOT:
        return tuple(
            [_english(w.fold, w.stem) if w.kind is WordKind.WORD else _NONE for w in words]
        )
    found = [_NONE] * len(words)
    done = 0
    for i, word in enumerate(words):
        if i < done or word.kind is not WordKind.WORD:
            continue
        longest = max(_fitting(words, i, lang), key=lambda r: len(r.rest), default=None)
        if longest is not None:
            done = i + 1 + len(longest.rest)
            found[i:done] = [longest.meanings] * (done - i)
    return tuple(found)


def _fitting(words: Sequence[Word], i: int, lang: str) -> Iterator[_Rendering]:
    """Yield the renderings that begin with the word *i*."""
    for rendering in _beginning(_whole(words, i, lang), lang):
        after = words[i + 1 : i + 1 + len(rendering.rest)]
        if len(after) == len(rendering.rest) and all(
            word.fold == fold or word.stem == stem
            for word, (fold, stem) in zip(after, rendering.rest, strict=True)
        ):
            yield rendering


def _whole(words: Sequence[Word], i: int, lang: str) -> str:
    """Return the word *i* with the particle that closes its clause: *lehnte* … *ab*."""
    fold = words[i].fold
    particles = _particles(lang)
    if not particles or words[i].text != fold:
        return fold
    particle = closing_particle(words[i + 1 : i + 1 + REACH], particles, ())
    whole = particle + fold
    return whole if particle and _beginning(whole, lang) else fold


@lru_cache(maxsize=64)
def _particles(lang: str) -> Mapping[str, str]:
    listed: Sequence[str] = load_section(lang, "inflection").get("particles", ())
    return dict.fromkeys(listed, "")


_ByWord = Mapping[str, Sequence[_Rendering]]


@lru_cache(maxsize=65536)
def _english(fold: str, stem: str) -> Meanings:
    known = _headwords()
    return frozenset(form for form in base_forms(fold, stem, _PIVOT) if form in known)


@lru_cache(maxsize=65536)
def _beginning(fold: str, lang: str) -> tuple[_Rendering, ...]:
    """Return the renderings whose first word is *fold*, those of its root where none is.

    A root may be two words': *стать* is listed, and no form of *статья*.
    """
    if listed := _listed(fold, lang):
        return _merged(listed)
    forms = roots(fold, lang)
    tried = (forms, *(altered(root, lang) for root in forms))
    found = next(filter(None, (_by_roots(each, lang) for each in tried)), ())
    return _merged(found) or _of_compound(fold, lang)


def _by_roots(forms: Sequence[str], lang: str) -> list[_Rendering]:
    """Return the renderings with one of these roots, of the longest of them and its likes."""
    found: list[_Rendering] = []
    least = 0
    for root in forms:
        if len(root) < least:
            break
        if here := _rooted(_opening(root, lang), lang)[1].get(root):
            found += here
            least = least or len(root) - _CLOSE
    return found


def _of_compound(fold: str, lang: str) -> tuple[_Rendering, ...]:
    """Return the renderings of the last part of a compound, which says what it is: *Notenbank*."""
    if not load_section(lang, "inflection").get("compounds", False):
        return ()
    parts = (fold[at:] for at in range(_PART, len(fold) - _PART))
    return next((_merged(found) for part in parts if (found := _listed(part, lang))), ())


def is_listed(fold: str, lang: str) -> bool:
    """Whether the glossary has *fold* as it is written: in a dictionary form, unless inflected."""
    return bool(_listed(fold, lang))


def _listed(fold: str, lang: str) -> Sequence[_Rendering]:
    return _rooted(_opening(fold, lang), lang)[0].get(fold, ())


def _merged(renderings: Sequence[_Rendering]) -> tuple[_Rendering, ...]:
    """Return one rendering for each continuation, with all that it may mean."""
    found: dict[tuple[tuple[str, str], ...], Meanings] = {}
    for rest, meant in renderings:
        found[rest] = found.get(rest, _NONE) | meant
    return tuple(_Rendering(*entry) for entry in found.items())


@lru_cache(maxsize=8192)
def _rooted(opening: str, lang: str) -> tuple[_ByWord, _ByWord]:
    """Return the renderings that begin with the letters *opening*, by first word and by its roots.

    A text has few of the words of a glossary: to take them all apart would take too long.
    """
    by_word: dict[str, list[_Rendering]] = {}
    by_root: dict[str, list[_Rendering]] = {}
    for phrase, meant in _by_opening(lang).get(opening, {}).items():
        first, *others = tokenize(phrase, lang=lang)
        rendering = _Rendering(tuple((w.fold, w.stem) for w in others), frozenset(meant))
        by_word.setdefault(first.fold, []).append(rendering)
        for root in roots(first.fold, lang):
            by_root.setdefault(root, []).append(rendering)
    return by_word, by_root


@lru_cache(maxsize=64)
def _by_opening(lang: str) -> Mapping[str, Mapping[str, Sequence[str]]]:
    """Every rendering of *lang* with the English stems it stands for, by its first letters."""
    found: dict[str, dict[str, list[str]]] = {}
    for headword, renderings in _lines(lang):
        key = stem_word(headword, _PIVOT)
        for phrase in renderings.split(", "):
            fold = fold_word(phrase)
            found.setdefault(_opening(fold, lang), {}).setdefault(phrase, []).append(key)
    return found


def _opening(fold: str, lang: str) -> str:
    """Return the beginning of the first word of *fold*: where words have no spaces, a character."""
    return fold[:1] if lang in UNSPACED else fold.partition(" ")[0][:_OPENING]


def headwords(meant: Meanings) -> list[str]:
    """Return the English words, in order of the alphabet, of which *meant* are the stems."""
    known = _headwords()
    return sorted(known[stem] for stem in meant if stem in known)


@lru_cache(maxsize=1)
def _headwords() -> Mapping[str, str]:
    """The English words that the glossaries render, by their stems."""
    return {stem_word(head, _PIVOT): head for head, _ in reversed(_lines(_PIVOT))}


@lru_cache(maxsize=64)
def _lines(lang: str) -> tuple[tuple[str, str], ...]:
    """The English words of a glossary with what renders them."""
    file = resources.files("transdiff.language") / "glossaries" / f"{lang}.txt"
    if not lang.isalpha() or not file.is_file():
        return ()
    rows = (line.partition("\t") for line in file.read_text(encoding="utf-8").splitlines())
    return tuple((head, renderings) for head, _, renderings in rows)
