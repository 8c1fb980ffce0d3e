"""Whom and what a set of texts mentions at all: names by skeleton, concepts, offices by holder.

A rule asks it before it calls a name unsupported: what any reference mentions anywhere is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import takewhile

import regex

from transdiff.facts import Title, Word, WordKind
from transdiff.language.content import function_words
from transdiff.language.name_words import less_article
from transdiff.language.romanise import romanise, skeleton
from transdiff.language.title_holders import plain_holder
from transdiff.lazy import lazy
from transdiff.model import Story

_HAN = regex.compile(r"\p{Han}+")
_NOT_LETTERS = regex.compile("[^a-z]")
_WORDS = regex.compile(r"\p{L}+")
_VOWELS = regex.compile("[aeiouyj]+")
_SWAPS = frozenset(frozenset(pair) for pair in ("ae", "ou", "iy", "ij", "yj", "ie", "ey", "ej"))
_CAPITALISING = frozenset({"en", "de", "zh", "ja", "ar"})
"""Languages in which every word of a body's name has a capital, or no word has one."""
_SHORTEST, _LONGEST = 3, 6
"""Letters of an acronym."""
PREFIX = 5
"""Letters that related long words share."""
_DECLINED = regex.compile(
    r"(\p{Lu}\p{L}{2,30}(?:isch|deutsch|ig|lich|haft|sam|bar|ell|iv|ein))e[nmrs]?"
)
_ENDINGS = ("e", "er", "es", "en", "em")
"""Endings of a German adjective, which the name of a paper or a body declines."""
_UNCASED = frozenset({"ar", "fa", "he", "hi", "th"})
"""Languages without capitals, less those of which every run of characters is taken."""


@dataclass(frozen=True)
class Mentions:
    """What some stories mention.

    ``spellings`` by skeleton of every word that can be a name, romanised; ``folds`` of every word
    and their stems; ``concepts`` and ``forms`` (concept, form) of the concept table; ``offices``
    by the surname of their holder, with the key of the story; ``pinyin`` the
    romanised Han text without spaces; ``acronyms`` the initials of names of several words;
    ``whole`` the letters of every name, as if it were one word.
    """

    spellings: Mapping[str, frozenset[str]] = field(default_factory=dict)
    folds: frozenset[str] = frozenset()
    concepts: frozenset[str] = frozenset()
    forms: frozenset[tuple[str, str]] = frozenset()
    offices: Mapping[str, tuple[tuple[str | None, Title], ...]] = field(default_factory=dict)
    pinyin: str = ""
    acronyms: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()
    stories: tuple[Story, ...] = ()

    @classmethod
    def of(cls, stories: Iterable[Story]) -> Mentions:
        """Collect the mentions of *stories*."""
        stories = tuple(stories)
        said = _Words()
        terms: set[tuple[str, str]] = set()
        offices: dict[str, list[tuple[str | None, Title]]] = {}
        pinyin: list[str] = []
        acronyms: set[str] = set()
        whole: set[str] = set()
        for story in stories:
            lang = story.lang
            for segment in story.segments:
                facts = segment.facts
                terms.update((t.concept, t.form) for t in facts.terms)
                said.add(facts.words, lang)
                acronyms.update(initials(name.text) for name in facts.names)
                acronyms.update(_runs(facts.words, lang))
                whole.update(letters(n.text, lang) for n in facts.names)
                for title in facts.titles:
                    plain = plain_holder(facts.names, title.holder)
                    for holder in sorted({title.holder, plain} - {""}):
                        offices.setdefault(holder, []).append((story.key, title))
                pinyin += (romanise(run) for run in _HAN.findall(segment.text))
        return cls(
            said.found(),
            frozenset(said.folds),
            concepts=frozenset(concept for concept, _ in terms),
            forms=frozenset(terms),
            offices={holder: tuple(found) for holder, found in offices.items()},
            pinyin="".join(pinyin).replace(" ", ""),
            acronyms=frozenset(acronyms),
            whole=frozenset(whole),
            stories=stories,
        )

    @lazy
    def romanised(self) -> frozenset[str]:
        """All spellings."""
        return frozenset().union(*self.spellings.values())

    @lazy
    def prefixes(self) -> Mapping[str, frozenset[str]]:
        """The long words by their first letters."""
        found: dict[str, set[str]] = {}
        for fold in self.folds:
            if len(fold) >= PREFIX:
                found.setdefault(fold[:PREFIX], set()).add(fold)
        return {begun: frozenset(words) for begun, words in found.items()}

    @lazy
    def untabled(self) -> Mentions:
        """The spellings and folds of the words that are in no name of the concept table.

        The *Energy Agency* of the *International Atomic Energy Agency* is not mentioned.
        """
        words = _Words()
        for story in self.stories:
            for facts in (segment.facts for segment in story.segments):
                tabled = [n.span for n in facts.names if n.concept]
                free = [w for w in facts.words if not any(s.overlaps(w.span) for s in tabled)]
                words.add(free, story.lang)
        return Mentions(words.found(), frozenset(words.folds))


def _runs(words: Sequence[Word], lang: str) -> Iterator[str]:
    """Yield the initials of the words from each capital on: *Московский государственный* …

    Most languages write only the first word of a body's name with a capital; small words between
    have no letter in its acronym.
    """
    if lang in _CAPITALISING:
        return
    named = [w for w in words if w.fold not in function_words(lang)]
    for at, word in enumerate(named):
        if word.text[:1].isupper() and not word.text.isupper():
            run = "".join(
                w.text[0].upper()
                for w in takewhile(lambda w: w.kind is WordKind.WORD, named[at : at + _LONGEST])
            )
            yield from (run[:n] for n in range(_SHORTEST, len(run) + 1))


@dataclass
class _Words:
    """Words of some stories, as they are collected."""

    spellings: dict[str, set[str]] = field(default_factory=dict)
    folds: set[str] = field(default_factory=set)

    def add(self, words: Sequence[Word], lang: str) -> None:
        """Add words, and the spellings of those that can be names."""
        self.folds.update([w.fold for w in words], [w.stem for w in words])
        for word in words:
            if word.kind is WordKind.WORD and (lang in _UNCASED or word.text[0].isupper()):
                self._spell(word.text, lang)

    def _spell(self, text: str, lang: str) -> None:
        declined = _DECLINED.fullmatch(text) if lang == "de" else None
        if declined:
            self.folds.update(declined[1].casefold() + ending for ending in _ENDINGS)
        for skeletal, spelled in _spellings(text, lang):
            self.spellings.setdefault(skeletal, set()).add(spelled)

    def found(self) -> Mapping[str, frozenset[str]]:
        """Return the spellings by skeleton."""
        return {skeletal: frozenset(found) for skeletal, found in self.spellings.items()}


@lru_cache(maxsize=16384)
def _spellings(text: str, lang: str) -> tuple[tuple[str, str], ...]:
    """Return (skeleton, romanised form) of a word and of its hyphenated parts.

    What another script spells has an ``*`` before its romanised form: its vowels are a guess.
    """
    found = []
    text = text.replace("’s", "").replace("'s", "")
    guess = "" if text[0] < "\u0250" else "*"
    for part in {text, *text.split("-"), less_article(text, lang)}:
        for read_as in (lang, "und"):
            skeletal = skeleton(part, read_as)
            if skeletal:
                found.append((skeletal, guess + romanise(part, read_as)))
    return tuple(found)


def same_spelling(mine: str, theirs: str) -> bool:
    """Whether two romanised names of one skeleton differ by nothing but a spelling policy.

    Transliterations swap ``a`` and ``e``, ``o`` and ``u``, ``i`` and ``y`` …, or drop a vowel; that
    ``a`` stands for ``u`` is no policy.
    """
    if theirs.startswith("*") or mine == theirs:
        return True
    fewer, more = sorted((_VOWELS.findall(mine), _VOWELS.findall(theirs)), key=len)
    rest = iter(more)
    return all(any(_is_swap(one, other) for other in rest) for one in fewer)


def _is_swap(one: str, other: str) -> bool:
    """Whether transliterations may write the one group of vowels for the other."""
    return bool(set(one) & set(other)) or frozenset((one[0], other[0])) in _SWAPS


def letters(name: str, lang: str) -> str:
    """Return the romanised letters of *name* without what cuts it into words."""
    return _NOT_LETTERS.sub("", romanise(name, lang))


def initials(text: str) -> str:
    """Return the capitals of a name of several words, for comparison with acronyms."""
    words = _WORDS.findall(text)
    return "".join(w[0] for w in words if w[0].isupper()) if len(words) > 1 else ""
