"""Whom and what a set of texts mentions at all: names by skeleton, concepts, offices by holder.

A rule asks it before it calls a name unsupported: what any reference mentions anywhere is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import regex

from transdiff.facts import Title, Word, WordKind
from transdiff.language.romanise import romanise, skeleton
from transdiff.model import Story

_HAN = regex.compile(r"\p{Han}+")
_UNCASED = frozenset({"ar", "fa", "he", "hi", "th"})


@dataclass(frozen=True)
class Mentions:
    """What some stories mention.

    ``skeletons`` of every word that can be a name, ``folds`` of every word, ``concepts`` and
    ``forms`` (concept, form) of the concept table, ``offices`` by the surname of their holder with
    the key of the story, ``pinyin`` the romanised Han text, ``acronyms`` the initials of names of
    several words.
    """

    skeletons: frozenset[str] = frozenset()
    folds: frozenset[str] = frozenset()
    concepts: frozenset[str] = frozenset()
    forms: frozenset[tuple[str, str]] = frozenset()
    offices: Mapping[str, tuple[tuple[str | None, Title], ...]] = field(default_factory=dict)
    pinyin: str = ""
    acronyms: frozenset[str] = frozenset()

    @classmethod
    def of(cls, stories: Iterable[Story]) -> Mentions:
        """Collect the mentions of *stories*."""
        skeletons: set[str] = set()
        folds: set[str] = set()
        terms: set[tuple[str, str]] = set()
        offices: dict[str, list[tuple[str | None, Title]]] = {}
        pinyin: list[str] = []
        acronyms: set[str] = set()
        for story in stories:
            for segment in story.segments:
                facts = segment.facts
                folds.update(w.fold for w in facts.words)
                terms.update((t.concept, t.form) for t in facts.terms)
                for word in facts.words:
                    skeletons.update(_skeletons(word, story.lang))
                for name in facts.names:
                    skeletons.update(name.parts)
                    acronyms.add(initials(name.text))
                for title in facts.titles:
                    if title.holder:
                        offices.setdefault(title.holder, []).append((story.key, title))
                pinyin += (romanise(run) for run in _HAN.findall(segment.text))
        return cls(
            frozenset(skeletons - {""}),
            frozenset(folds),
            frozenset(concept for concept, _ in terms),
            frozenset(terms),
            {holder: tuple(found) for holder, found in offices.items()},
            " ".join(pinyin),
            frozenset(acronyms),
        )


def _skeletons(word: Word, lang: str) -> Iterable[str]:
    if word.kind is not WordKind.WORD or not (word.text[0].isupper() or lang in _UNCASED):
        return ()
    text = word.text.replace("’s", "").replace("'s", "")
    parts = [text, *text.split("-")] if "-" in text else [text]
    return [s for part in parts for s in (skeleton(part, lang), skeleton(part))]


def initials(text: str) -> str:
    """Return the capitals of a name of several words, for comparison with acronyms."""
    words = regex.findall(r"[\p{L}]+", text)
    return "".join(w[0] for w in words if w[0].isupper()) if len(words) > 1 else ""
