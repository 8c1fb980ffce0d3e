"""How much of a stretch of text is said anywhere in other texts, wherever it stands there.

A figure, a day or a name that no reference has in any sentence cannot have been mixed up by who
compares them; one that a reference has elsewhere may belong to another statement.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from transdiff.facts import Facts, Moment, Span
from transdiff.language.content import content_stems
from transdiff.model import Story

Key = tuple[str, object]
"""A kind of fact and its value, or a language and a stem."""


@dataclass(frozen=True)
class Anywhere:
    """The figures, dates, names and stems of some stories, and the languages of their words."""

    keys: frozenset[Key]
    langs: frozenset[str]

    @classmethod
    def of(cls, stories: Iterable[Story]) -> Anywhere:
        """Collect what *stories* say."""
        told = list(stories)
        keys = frozenset(
            key for story in told for s in story.segments for key in _keys(s.facts, story.lang)
        )
        return cls(keys, frozenset(story.lang for story in told))

    def missing(self, story: Story, span: Span) -> float | None:
        """The share of what *story* says at *span* that none of the stories has, in 0..1.

        None where nothing can be compared: words of grammar, or of a language that they lack.
        """
        keys = [k for k in _at(story, span) if k[0] in _FACTS or k[0] in self.langs]
        facts = [k for k in keys if k[0] in _FACTS] or keys
        return sum(k not in self.keys for k in facts) / len(facts) if facts else None


_FACTS = frozenset({"figure", "year", "date", "weekday", "hour", "name"})


def _at(story: Story, span: Span) -> Iterator[Key]:
    """Yield what *story* says at *span*."""
    at = bisect_right(story.segments, span.start, key=lambda s: s.span.start) - 1
    if at >= 0:
        yield from _keys(story.segments[at].facts, story.lang, span)


def _keys(facts: Facts, lang: str, span: Span | None = None) -> Iterator[Key]:
    """Yield the facts, and the words that are none, of a segment or of its part *span*."""
    for quantity in facts.quantities:
        if span is None or quantity.span.overlaps(span):
            yield "figure", quantity.value
            if quantity.high is not None:
                yield "figure", quantity.high
    for moment in facts.moments:
        if span is None or moment.span.overlaps(span):
            yield from _of_moment(moment)
    for name in facts.names:
        if span is None or name.span.overlaps(span):
            yield from (("name", part) for part in name.parts)
    words = facts.words if span is None else tuple(w for w in facts.words if w.span.overlaps(span))
    yield from ((lang, stem) for stem in content_stems(words, lang))


def _of_moment(moment: Moment) -> Iterator[Key]:
    if moment.year is not None and moment.month is None:
        yield "year", moment.year
    if moment.month is not None:
        yield "date", (moment.month, moment.day)
    elif moment.weekday is not None:
        yield "weekday", moment.weekday
    if moment.hour is not None:
        yield "hour", (moment.hour, moment.minute or 0)
