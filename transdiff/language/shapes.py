"""The shape of a text: its words by class, and which classes are seldom neighbours.

*The committee met* has the shape ``the plain past``. ``shapes.toml`` says by language what class a
word looks to be of; ``neighbours.toml`` says how much less often than by chance one class follows
another in sound prose, and is written by ``python -m bench.fit_fidelity``. A language without an
entry has no shapes, and nothing is said of its grammar.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import pairwise
from typing import Any

import tomli

from transdiff.facts import Word, WordKind
from transdiff.language.contrasts import words_by_class
from transdiff.language.events import irregular_forms
from transdiff.language.pack import load_pack
from transdiff.language.words import fold_word

START, END = "^", "$"
"""What stands before the first word and after the last."""
_STEP = 0.5
"""What one point of ``neighbours.toml`` is in units of log odds."""
_MARKS = {",": ",", ".": ".", "!": ".", "?": "?", ":": ":", ";": ":", "-": "-", "(": "(", ")": ")"}
_OTHER_MARK = '"'
_NAME, _NUMBER, _PLAIN, _PLURAL = "name", "number", "plain", "plural"
_VERB, _VERB_S, _PAST = "verb", "verb-s", "past"
_NO_PLURAL = ("ss", "us", "is")
_SHORT = 3


@dataclass(frozen=True)
class _Classes:
    """The word lists of one language: class by word, class by ending, words by part of speech."""

    words: Mapping[str, str]
    endings: tuple[tuple[str, str], ...]
    groups: Mapping[str, frozenset[str]]
    describing: frozenset[str]
    verbs: frozenset[str]
    past: frozenset[str]
    listed: Mapping[str, frozenset[str]]


def shape(words: Sequence[Word], lang: str) -> tuple[str, ...]:
    """Return the class of every word between START and END; empty where none are known."""
    if not _classes(lang):
        return ()
    found = [
        _class(w.fold, i > 0 and w.text[:1].isupper(), w.kind, lang) for i, w in enumerate(words)
    ]
    return (START, *found, END)


def groups(lang: str) -> Mapping[str, frozenset[str]]:
    """Return the groups of classes that are counted, by name."""
    found = _classes(lang)
    return found.groups if found else {}


@lru_cache(maxsize=64)
def tense_words(lang: str) -> Mapping[str, str]:
    """Return the tense that each auxiliary of *lang* tells; empty where none are known."""
    entry = _toml("shapes.toml").get(lang, {})
    return {w: tense for tense, words in entry.get("tenses", {}).items() for w in words.split()}


def describes(word: Word, lang: str) -> bool:
    """Whether *word*, in small letters, looks like an adjective or an adverb of manner."""
    known = _classes(lang)
    if known is None or word.text != word.fold:
        return False
    return _class(word.fold, False, word.kind, lang) in known.describing


@lru_cache(maxsize=65536)
def strangeness(first: str, second: str, lang: str) -> float:
    """How much less often than by chance *second* follows *first*, in log odds; 0 for no less."""
    row = _neighbours().get(lang, {}).get(first)
    return _STEP * row.get(second, 0) if row else 0.0


def strange_places(
    mine: Sequence[Word], theirs: Sequence[Word], lang: str
) -> tuple[float, ...] | None:
    """Before each word of *mine* and at the end, how seldom such neighbours meet.

    Those that meet in *theirs* too are sound. None for a language without shapes.
    """
    found = shape(mine, lang)
    if not found:
        return None
    met = set(pairwise(shape(theirs, lang)))
    return tuple([0.0 if p in met else strangeness(*p, lang) for p in pairwise(found)])


@lru_cache(maxsize=65536)
def _class(fold: str, capital: bool, kind: WordKind, lang: str) -> str:
    """The class of a word; *capital*: it has one that no start of a sentence explains."""
    known = _classes(lang)
    assert known is not None
    if kind is WordKind.PUNCT:
        return _MARKS.get(fold, _OTHER_MARK)
    if kind is WordKind.NUMBER or fold[:1].isdigit():
        return _NUMBER
    if fold in known.words:
        return known.words[fold]
    return _NAME if capital else _by_list(fold, known) or _by_ending(fold, known)


def _by_list(fold: str, known: _Classes) -> str:
    for name, words in known.listed.items():
        if fold in words:
            return name
    return ""


def _by_ending(fold: str, known: _Classes) -> str:
    if len(fold) <= _SHORT:
        return _PLAIN
    if fold.endswith("s") and not fold.endswith(_NO_PLURAL):
        bases = {fold[:-1], fold[:-2], f"{fold[:-3]}y"}
        return _VERB_S if bases & known.verbs else _PLURAL
    for ending, name in known.endings:
        if fold.endswith(ending) and len(fold) > len(ending) + 1:
            return name
    return _PLAIN


@lru_cache(maxsize=64)
def _classes(lang: str) -> _Classes | None:
    entry = _toml("shapes.toml").get(lang)
    if entry is None:
        return None
    listed = words_by_class(lang)
    verbs = frozenset(fold_word(v) for v in load_pack(lang).words("grammar", "verbs"))
    past = frozenset(form for form, base in irregular_forms(lang).items() if form != base)
    return _Classes(
        words={w: name for name, words in entry["classes"].items() for w in words.split()},
        endings=tuple((e.split()[0], e.split()[1]) for e in entry["endings"]["list"]),
        groups={name: frozenset(of.split()) for name, of in entry["groups"].items()},
        describing=frozenset(entry["describing"]["list"].split()),
        verbs=verbs,
        past=past,
        listed={
            "quality": listed.get("adjectives", frozenset()),
            "manner": listed.get("adverbs", frozenset()),
            _PAST: past,
            _VERB: verbs,
            "noun": listed.get("nouns", frozenset()),
        },
    )


@lru_cache(maxsize=1)
def _neighbours() -> Mapping[str, Mapping[str, Mapping[str, int]]]:
    """Points by language, class and following class."""
    found = {}
    for lang, entry in _toml("neighbours.toml").items():
        names = entry["classes"].split()
        found[lang] = {
            first: dict(zip(names, map(int, row), strict=True))
            for first, row in entry["rows"].items()
        }
    return found


@lru_cache(maxsize=2)
def _toml(name: str) -> Mapping[str, Mapping[str, Any]]:
    file = resources.files("transdiff.language") / name
    return tomli.loads(file.read_text(encoding="utf-8"))
