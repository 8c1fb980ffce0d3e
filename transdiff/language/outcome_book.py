"""The book of outcomes: the idioms of each axis and pole, looked up in the words of a reading.

``outcomes/<lang>.toml`` lists them in base forms, ``outcomes/axes.toml`` what holds of an axis in
any language.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from transdiff.facts import Word, WordKind
from transdiff.language.denials import nouns_have_capitals
from transdiff.language.dictionary import UNSPACED
from transdiff.language.lists import base_forms, list_sections
from transdiff.language.pack import load_pack
from transdiff.language.phrases import Phrases
from transdiff.language.separable import REACH, closing
from transdiff.language.words import fold_word, stem_word, tokenize

_FOLDER = "outcomes"
_GAP = 3
"""Words that ``_`` may stand for."""
_CHARACTERS = 3
"""Characters of a word, where each stands for a word of its own."""
_DOUBLED = 3
"""Letters of a stem whose last may be doubled."""
_ANY = "_"
_GENITIVE = ("'", "’")
"""The mark of a plural's genitive."""
_NONE, _FORMS, _ATTEMPTS = "none", "forms", "attempts"
_NO_AXES = (_FORMS, _ATTEMPTS)
"""Sections that list no outcomes."""

Pole = tuple[str, bool]
"""An axis, and which of its poles."""
Forms = frozenset[str]
"""What a word of a text is looked up by."""
_NOTHING: Forms = frozenset()


@dataclass(frozen=True, slots=True)
class Idiom:
    """A phrase as it is looked up, the words that it needs, and the poles at which it stands."""

    parts: tuple[str, ...]
    needed: Forms
    poles: frozenset[Pole]


Book = Mapping[str, Sequence[Idiom]]
"""Idioms filed by their first part."""


def holds_of(axis: str, name: str) -> bool:
    """Whether *axis* is in the list *name* of ``axes.toml``."""
    return axis in _axes(name)


def opens_loosely(idiom: Idiom, lang: str) -> bool:
    """Whether an idiom begins with a verb of grammar: *was closed*."""
    return idiom.parts[0] in _auxiliaries(lang)


def is_auxiliary(fold: str, lang: str) -> bool:
    """Whether a word is a form of a verb of grammar: *is*, *remains*."""
    return any(fold in forms for forms in _auxiliaries(lang).values())


def idioms_in(words: Sequence[Word], lang: str) -> Book:
    """Return the idioms of which *words* have every part, wherever they stand."""
    book = _book(lang)
    there: Forms = frozenset().union(*(_forms(word, lang) for word in words)) if book else _NOTHING
    found = {form: [i for i in book[form] if i.needed <= there] for form in book.keys() & there}
    return {form: idioms for form, idioms in found.items() if idioms}


def openings(words: Sequence[Word], lang: str, book: Book) -> list[int]:
    """Return where an idiom of *book* may begin; most words are passed over."""
    return [at for at, w in enumerate(words) if not book.keys().isdisjoint(_forms(w, lang))]


def longest(words: Sequence[Word], at: int, lang: str, book: Book) -> tuple[Idiom, int] | None:
    """Return the longest idiom of *book* that begins at the word *at*, and where it ends."""
    best: list[tuple[Idiom, int]] = []
    for form in sorted(book.keys() & _forms(words[at], lang)):
        for idiom in book[form]:
            end = _end(idiom.parts, words, at, lang, book)
            reach = (best[0][1], len(best[0][0].parts)) if best else (0, 0)
            if end and (end, len(idiom.parts)) >= reach:
                best = [*(best if (end, len(idiom.parts)) == reach else ()), (idiom, end)]
    if not best:
        return None
    (first, end), *others = best
    if not others:
        return first, end
    if not all(idiom.poles for idiom, _ in best):  # what [none] has is no outcome
        return replace(first, poles=frozenset()), end
    return replace(first, poles=first.poles.union(*(idiom.poles for idiom, _ in others))), end


def parting(words: Sequence[Word], at: int, end: int, lang: str, idiom: Idiom) -> tuple[int, ...]:
    """Return the words of a text within *idiom* that are no part of it: its object, an adverb."""
    inside = range(at + 1, end - 1)
    return tuple(i for i in inside if idiom.needed.isdisjoint(_forms(words[i], lang)))


def _end(parts: tuple[str, ...], words: Sequence[Word], at: int, lang: str, book: Book) -> int:
    """Where the phrase of *parts* ends that begins at *at*, 0 if it does not stand there.

    An adverb may part a verb of grammar from what follows, *is still open*, but no word that tells
    an outcome itself: *is divided over the dam*.
    """
    reach, gap, loose = at, 0, False
    widest = _GAP * _CHARACTERS if lang in UNSPACED else _GAP
    nominal = load_pack(lang).words("negation", "nominal")
    for part in parts:
        if part == _ANY:
            gap, loose = widest, False
            continue
        stop = min(len(words), reach + gap + 1)
        found = next((k for k in range(reach, stop) if part in _forms(words[k], lang)), None)
        if found is None and gap == widest and nouns_have_capitals(lang):
            found = _closing(part, words, reach, lang)
        between = words[reach : found or reach]
        if found is None or any(_parts_idiom(w, nominal) for w in between):
            return 0
        if loose and any(not book.keys().isdisjoint(_forms(w, lang)) for w in between):
            return 0
        loose = part in _auxiliaries(lang)
        reach, gap = found + 1, int(loose)
    return reach


def _parts_idiom(word: Word, nominal: Collection[str]) -> bool:
    """Whether a mark, but no genitive's (*beat analysts' forecasts*), or *no* ends an idiom."""
    mark = word.kind is WordKind.PUNCT and word.text not in _GENITIVE
    return mark or word.fold in nominal


def _closing(part: str, words: Sequence[Word], reach: int, lang: str) -> int | None:
    """Where *part* closes the clause, as a German particle does: *gab das Bild zurück*."""
    rest = words[reach : reach + REACH]
    particles = {w.fold: part for w in rest if part in _forms(w, lang)}
    _, last = closing(rest, particles, load_pack(lang).words("comparison", "closers"))
    return reach + last - 1 if last else None


def _forms(word: Word, lang: str) -> Forms:
    return _known_forms(word.fold, word.stem, lang)


@lru_cache(maxsize=65536)
def _known_forms(fold: str, stem: str, lang: str) -> Forms:
    """What the parts of a phrase are looked up by: any base form, and the form itself."""
    found = {_single(form) for form in base_forms(fold, stem, lang)} | {f"={fold}"}
    return frozenset(found) | {base for base, forms in _auxiliaries(lang).items() if fold in forms}


def _single(stem: str) -> str:
    """The stem without the letter that an ending may double: *boycotted*, *boycott*."""
    return stem[:-1] if len(stem) > _DOUBLED and stem[-1] == stem[-2] else stem


@lru_cache(maxsize=16)
def _auxiliaries(lang: str) -> Mapping[str, frozenset[str]]:
    """The verbs of grammar whose forms no stem tells, by their base form."""
    table = _sections(lang).get(_FORMS, {})
    return {_single(stem_word(fold_word(b), lang)): frozenset(f) for b, f in table.items()}


@lru_cache(maxsize=16)
def _book(lang: str) -> Book:
    """The idioms of *lang* with their poles, filed by their first part."""
    found: dict[tuple[str, ...], set[Pole]] = {}
    for axis, poles in _sections(lang).items():
        for name, phrases in poles.items() if axis not in _NO_AXES else ():
            for phrase in phrases:
                found.setdefault(_parts(phrase, lang), set()).add((axis, name == "yes"))
    book: dict[str, list[Idiom]] = {}
    for parts, told in found.items():
        shut = any(axis == _NONE for axis, _ in told)
        needed = frozenset(parts) - {_ANY}
        book.setdefault(parts[0], []).append(Idiom(parts, needed, frozenset(() if shut else told)))
    return book


def _parts(phrase: str, lang: str) -> tuple[str, ...]:
    """The parts of a phrase as they are looked up: stems, but for those kept as written."""
    found: list[str] = []
    for part in phrase.split():
        if part == _ANY or part[0] == "=":
            found.append(fold_word(part))
        else:
            found += [_single(stem_word(w.fold, lang)) for w in tokenize(part, 0, lang)]
    return tuple(found)


@lru_cache(maxsize=16)
def attempts(lang: str) -> Phrases[str]:
    """Return what stands before something that has not come out yet: *tried to*, *asked to*."""
    return Phrases(((p, p) for p in _sections(lang).get(_ATTEMPTS, {}).get("attempts", ())), lang)


@lru_cache(maxsize=16)
def asking(lang: str, name: str) -> frozenset[str]:
    """Return what has others do something: *asked the court to allow it*, *wants it repaid*."""
    return frozenset(_sections(lang).get(_ATTEMPTS, {}).get(name, ()))


def _sections(lang: str) -> Mapping[str, Mapping[str, Sequence[str]]]:
    return list_sections(_FOLDER, lang)


@lru_cache(maxsize=16)
def _axes(name: str) -> frozenset[str]:
    return frozenset(list_sections(_FOLDER, "axes")[name])
