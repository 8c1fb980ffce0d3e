"""Outcomes: how a matter came out, on axes of two poles, in whatever words: granted or refused.

``outcomes/<lang>.toml`` lists for each axis the words and idioms of its two poles, in base forms;
``axes.toml`` says which of them a denial turns into the other. Two sentences contradict each other
that give the same thing different outcomes on one axis, though no *not* tells them apart: *rejected
the resignation*, *accepted it*.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import tomli

from transdiff.facts import Word, WordKind
from transdiff.language.cues import Cue
from transdiff.language.denials import both_sides, is_nominal, nouns_have_capitals, sets_limit
from transdiff.language.listed import listed_phrases
from transdiff.language.lists import base_forms, list_sections
from transdiff.language.pack import load_pack
from transdiff.language.phrases import Phrases
from transdiff.language.reading import Reading
from transdiff.language.words import fold_word, stem_word, tokenize

_GAP = 3
"""Words that ``_`` may stand for."""
_REACH = 6
"""Words before an outcome among which its denial may stand."""
_BESIDE = 2
"""Words between an outcome and what denies it from behind, or sets it aside."""
_ASKED = 6
"""Words before an outcome among which somebody asks for it."""
_DOUBLED = 3
"""Letters of a stem whose last may be doubled."""
_ANY = "_"
_NONE, _FORMS, _ATTEMPTS = "none", "forms", "attempts"
_NO_AXES = (_FORMS, _ATTEMPTS)
"""Sections that list no outcomes."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The words ``[first, end)`` that say how something came out on ``axis``.

    ``yes`` tells the pole, None where a denial leaves it open; ``denied`` that a denial turned it.
    """

    axis: str
    yes: bool | None
    first: int
    end: int
    denied: bool = False


def outcomes(reading: Reading) -> tuple[Outcome, ...]:
    """Return the outcomes that *reading* tells, in order."""
    return tuple(_outcomes(reading))


def has_outcomes(lang: str) -> bool:
    """Whether there is a list for *lang*."""
    return bool(list_sections("outcomes", lang))


def _outcomes(reading: Reading) -> Iterator[Outcome]:
    if not has_outcomes(reading.lang):
        return
    forms = [_forms(word, reading.lang) for word in reading.words]
    reached = 0
    for at in range(len(forms)):
        found = _longest(forms, at, reading) if at >= reached else None
        if found is None:
            continue
        entry, end = found
        if entry.parts[0] in _loose(reading.lang) and _goes_on(forms, at, end, reading):
            continue
        reached = end
        if _not_come(reading, at):
            continue
        denied = _denial(reading, at, reached, entry.own)
        for axis, pole in sorted(entry.poles):
            yield _told(axis, pole, at, reached, denied)


def _goes_on(forms: list[frozenset[str]], at: int, end: int, reading: Reading) -> bool:
    """Whether a longer idiom begins behind the auxiliary: *was* + *open to the public*."""
    later = (_longest(forms, k, reading) for k in range(at + 1, end))
    return any(found is not None and found[1] > end for found in later)


def _not_come(reading: Reading, at: int) -> bool:
    """Whether the outcome is only tried or asked for: *tried to flee*, *wants the loan repaid*."""
    if _attempts(reading.lang).before(reading.words, at, _BESIDE + 1) is not None:
        return True
    before = [w.fold for w in reading.words[max(0, at - _ASKED) : at]]
    marks = load_pack(reading.lang).words("voice", "infinitive-mark")
    asked, wanted = (
        any(fold in _asking(reading.lang, name) for fold in before)
        for name in ("asking", "wanting")
    )
    return (asked and before[-1] in marks) or (wanted and at in reading.pasts)


def _told(axis: str, pole: bool, first: int, end: int, denied: bool | None) -> Outcome:
    """The outcome as it stands, turned or left open by what denies it."""
    if denied is None:
        return Outcome(axis, None, first, end)
    if not denied:
        return Outcome(axis, pole, first, end)
    turned = axis in _turning("both") or (not pole and axis in _turning("no"))
    return Outcome(axis, not pole if turned else None, first, end, True)


def _denial(reading: Reading, first: int, end: int, own: frozenset[str]) -> bool | None:
    """Whether an odd number of denials bears on the words; None where one only sets a limit.

    Or hardly denies it: *few survived*. What the phrase itself has among its parts *own* denies
    nothing more.
    """
    if _set_aside(reading, first) or _hardly(reading, first):
        return None
    number = 0
    for cue in reading.of_kind("negation", "not", "lexical"):
        if first <= cue.first < end:
            word = reading.words[cue.first]
            number += cue.marker.value == "not" and own.isdisjoint({word.fold, word.stem})
        elif reading.clauses[cue.end - 1] != reading.clauses[first]:
            continue
        elif cue.marker.value == "lexical":
            number += _hands_on(reading, cue, first)
        elif _bears_on(reading, cue, first, end):
            if sets_limit(reading, cue) and not _limits_another(reading, end):
                return None
            number += 1
    return number % 2 == 1


def _set_aside(reading: Reading, first: int) -> bool:
    """Whether the outcome is named as what is not the case: *rather than too little rain*."""
    instead = listed_phrases(reading.lang, "negation.preference", "instead")
    return instead.before(reading.words, first, _BESIDE) is not None


def _hardly(reading: Reading, first: int) -> bool:
    """Whether the outcome is hardly so, or so for few: *few survived*."""
    hardly = listed_phrases(reading.lang, "negation", "few")
    return any(hardly.match(reading.words, at) for at in range(max(0, first - _REACH), first))


def _limits_another(reading: Reading, end: int) -> bool:
    """Whether another verb stands before the limit: *found no accord and was put off until May*."""
    pack = load_pack(reading.lang)
    joining, limits = pack.words("numbers.ranges", "and"), pack.words("negation", "limits")
    folds = [reading.words[i].fold for i in reading.sentence(end - 1) if i >= end]
    joined = next((n for n, fold in enumerate(folds) if fold in joining), len(folds))
    limit = next((n for n, fold in enumerate(folds) if fold in limits), len(folds))
    return joined < limit < len(folds)


def _hands_on(reading: Reading, cue: Cue, first: int) -> bool:
    """Whether a verb denies the outcome right behind it: *failed to obtain*, *without finding*."""
    between = reading.words[cue.end : first]
    marks = load_pack(reading.lang).words("voice", "infinitive-mark")
    return cue.end <= first and all(w.fold in marks for w in between)


def _bears_on(reading: Reading, cue: Cue, first: int, end: int) -> bool:
    """Whether *not* stands before the outcome, or denies its object: *wants no review*."""
    if 0 <= first - cue.end <= _REACH:
        joining = load_pack(reading.lang).words("numbers.ranges", "and")
        return all(w.fold not in joining for w in reading.words[cue.end : first])
    behind = cue.first - end
    if nouns_have_capitals(reading.lang):  # "darf zu Hause nicht abbauen"
        return 0 <= behind <= _REACH
    beside = 0 <= behind < _BESIDE
    return beside and (both_sides(reading.lang) or (behind == 0 and is_nominal(reading, cue)))


def _longest(forms: list[frozenset[str]], at: int, reading: Reading) -> tuple[_Entry, int] | None:
    """Return the longest phrase that begins at *at*, and where it ends."""
    book = _book(reading.lang)
    best: tuple[_Entry, int] | None = None
    for form in sorted(forms[at]):
        for entry in book.get(form, ()):
            end = _end(entry.parts, forms, at, reading)
            if end and (best is None or (end, len(entry.parts)) > (best[1], len(best[0].parts))):
                best = entry, end
    return best


def _end(parts: tuple[str, ...], forms: list[frozenset[str]], at: int, reading: Reading) -> int:
    """Where the phrase of *parts* ends that begins at *at*, 0 if it does not stand there."""
    reach, gap = at, 0
    nominal = load_pack(reading.lang).words("negation", "nominal")
    for part in parts:
        if part == _ANY:
            gap = _GAP
            continue
        stop = min(len(forms), reach + gap + 1)
        found = next((k for k in range(reach, stop) if part in forms[k]), None)
        between = reading.words[reach : found or reach]
        if found is None or any(w.kind is WordKind.PUNCT or w.fold in nominal for w in between):
            return 0
        reach, gap = found + 1, int(part in _loose(reading.lang))
    return reach


def _forms(word: Word, lang: str) -> frozenset[str]:
    return _known_forms(word.fold, word.stem, lang)


@lru_cache(maxsize=65536)
def _known_forms(fold: str, stem: str, lang: str) -> frozenset[str]:
    """What the parts of a phrase are looked up by: any base form, and the form itself."""
    found = {_single(form) for form in base_forms(fold, stem, lang)} | {f"={fold}"}
    return frozenset(found) | {base for base, forms in _auxiliaries(lang).items() if fold in forms}


def _single(stem: str) -> str:
    """The stem without the letter that an ending may double: *boycotted*, *boycott*."""
    return stem[:-1] if len(stem) > _DOUBLED and stem[-1] == stem[-2] else stem


@lru_cache(maxsize=16)
def _auxiliaries(lang: str) -> Mapping[str, frozenset[str]]:
    """The verbs of grammar whose forms no stem tells, by their base form."""
    table = dict(list_sections("outcomes", lang)).get(_FORMS, {})
    return {stem_word(fold_word(b), lang): frozenset(forms) for b, forms in dict(table).items()}


@lru_cache(maxsize=16)
def _loose(lang: str) -> frozenset[str]:
    """The verbs of grammar that an adverb may part from what follows: *is still open*."""
    return frozenset(_auxiliaries(lang))


@dataclass(frozen=True, slots=True)
class _Entry:
    """A phrase as it is looked up, and the poles at which it stands."""

    parts: tuple[str, ...]
    poles: frozenset[tuple[str, bool]]

    @property
    def own(self) -> frozenset[str]:
        """The parts, which deny nothing but what the phrase says by itself."""
        return frozenset(self.parts)


@lru_cache(maxsize=16)
def _book(lang: str) -> Mapping[str, list[_Entry]]:
    """The phrases of *lang* with their poles, filed by their first part."""
    found: dict[tuple[str, ...], set[tuple[str, bool]]] = {}
    for axis, poles in list_sections("outcomes", lang).items():
        for name, phrases in dict(poles).items() if axis not in _NO_AXES else ():
            for phrase in phrases:
                found.setdefault(_parts(phrase, lang), set()).add((axis, name == "yes"))
    book: dict[str, list[_Entry]] = {}
    for parts, told in found.items():
        shut = any(axis == _NONE for axis, _ in told)
        entry = _Entry(parts, frozenset() if shut else frozenset(told))
        book.setdefault(parts[0], []).append(entry)
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
def _attempts(lang: str) -> Phrases[str]:
    """What stands before something that has not come out yet: *tried to*, *asked to*."""
    return Phrases(((p, p) for p in _listed(lang, _ATTEMPTS, "attempts")), lang)


@lru_cache(maxsize=16)
def _asking(lang: str, name: str) -> frozenset[str]:
    """What has others do something: *asked the court to allow it*, *wants the loan repaid*."""
    return frozenset(_listed(lang, _ATTEMPTS, name))


def _listed(lang: str, section: str, name: str) -> list[str]:
    found: list[str] = dict(dict(list_sections("outcomes", lang)).get(section, {})).get(name, [])
    return found


@lru_cache(maxsize=16)
def _turning(name: str) -> frozenset[str]:
    file = resources.files("transdiff.language") / "outcomes" / "axes.toml"
    return frozenset(tomli.loads(file.read_text(encoding="utf-8"))[name])


def is_standing(axis: str) -> bool:
    """Whether an outcome that is to come contradicts one that is: *will benefit*, *not covered*."""
    return axis in _turning("standing")


def is_terse(axis: str) -> bool:
    """Whether a sentence of few words need not name the thing again that comes out so."""
    return axis in _turning("terse")


def aims_at(axis: str) -> bool:
    """Whether its outcomes say little without what is wished: *wants talks*, *opposes the dam*."""
    return axis in _turning("aims")
