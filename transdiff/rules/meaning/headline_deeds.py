"""Headlines that tell another deed than their story: rates cut where they were held.

``[headlines]`` of the packs lists ladders, each with its rungs and their words: somebody was held,
charged, tried or jailed; ``headlines.toml`` says which rungs of a ladder contradict each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

import tomli

from transdiff.comparison import Article
from transdiff.language.deeds import opens_infinitive
from transdiff.language.listed import listed_table, opened_lists
from transdiff.language.reading import Reading, read
from transdiff.language.tense import governing
from transdiff.model import BlockKind, Segment, Story
from transdiff.rules.meaning.headline_words import Place, Told, asks

Rivals = Mapping[str, Mapping[str, Sequence[str]]]
_SECTION = "headlines"
_OPENING = 4
"""Sentences at the top of a story, with its headline, that say what it is about."""
_DENIED = (("negation", "not", "lexical"),)
_UNREAL = (*_DENIED, ("hedge",), ("condition",), ("tense", "future", "asked"))
_GUILTY, _SUSPECTED = "guilty", "suspected"


class Rung(NamedTuple):
    """A rung of a ladder that the words ``[first, end)`` tell."""

    name: str
    first: int
    end: int


def misnamed(article: Article, headline: Reading) -> Iterator[Place]:
    """Yield the deeds of *headline* that no reference tells, and the rival that a story tells."""
    opened = opened_lists(headline.words, headline.lang, _SECTION)
    for ladder in sorted(opened & _rivals().keys()):
        told = [rung for rung in _rungs(headline, ladder) if not _is_unreal(headline, rung)]
        rivals = _rivals()[ladder].get(told[0].name, ()) if told else ()
        alone = len({rung.name for rung in told}) == 1
        if not rivals or not alone or _is_told(article, ladder, told[0].name):
            continue
        stories = (*article.references.values(), article.story)
        places = (_rival(story, ladder, told[0], headline) for story in stories)
        found = next((place for place in places if place is not None), None)
        if found is not None:
            yield headline.span(told[0].first, told[0].end), *found


def _rungs(reading: Reading, ladder: str) -> list[Rung]:
    table = listed_table(reading.lang, _SECTION, ladder)
    return [Rung(*at) for at in table.all(reading.words)]


def _is_unreal(headline: Reading, rung: Rung) -> bool:
    """Whether the headline tells a rung as planned, denied, possible, or asks for it."""
    held = (governing(headline, rung.first, *kind) for kind in _UNREAL)
    return opens_infinitive(headline, rung.first) or asks(headline) or any(held)


def _is_denied(reading: Reading, rung: Rung) -> bool:
    return any(governing(reading, rung.first, *kind) for kind in _DENIED)


def _is_told(article: Article, ladder: str, name: str) -> bool:
    """Whether a reference tells the rung anywhere and does not deny it.

    Who is only suspected of it is no thief.
    """
    for story in article.references.values():
        for segment in story.segments:
            reading = read([segment.facts], story.lang)
            rungs = _rungs(reading, ladder) if segment.compared else []
            suspected = name == _GUILTY and any(r.name == _SUSPECTED for r in rungs)
            if not suspected and any(r.name == name and not _is_denied(reading, r) for r in rungs):
                return True
    return False


def _rival(story: Story, ladder: str, own: Rung, headline: Reading) -> Told | None:
    """Return where the opening of *story* tells a rung against *own*, else where it denies that."""
    rivals = _rivals()[ladder][own.name]
    denied: Told | None = None
    for segment in _opening(story):
        reading = read([segment.facts], story.lang)
        for rung in _rungs(reading, ladder):
            if not _is_about(headline, own, reading, rung):
                continue
            place, held = reading.span(rung.first, rung.end), _is_denied(reading, rung)
            if rung.name in rivals and not held:
                return story, place
            if rung.name == own.name and held and denied is None:
                denied = story, place
    return denied


def _opening(story: Story) -> list[Segment]:
    """The headline and first sentences of a reference, the first sentences of the article."""
    article = story.key is None
    told = (s for s in story.segments if s.compared)
    return [s for s in told if not (article and s.block.kind is BlockKind.HEADLINE)][:_OPENING]


def _is_about(headline: Reading, own: Rung, reading: Reading, rung: Rung) -> bool:
    """Whether a sentence has a word of the headline besides the two rungs."""
    if headline.lang != reading.lang:
        return True
    apart, there = range(own.first, own.end), range(rung.first, rung.end)
    named = {key for i in headline.content if i not in apart for key in headline.keys[i]}
    return any(not named.isdisjoint(reading.keys[i]) for i in reading.content if i not in there)


@lru_cache(maxsize=1)
def _rivals() -> Rivals:
    """For each ladder the rungs that contradict each of its rungs."""
    file = resources.files("transdiff.rules.meaning") / "headlines.toml"
    found: Rivals = tomli.loads(file.read_text(encoding="utf-8"))
    return found
