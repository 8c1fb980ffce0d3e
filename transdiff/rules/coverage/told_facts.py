"""Which of the figures, dates and names of a sentence stand in the references, and where."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass

from transdiff.comparison import Article
from transdiff.facts import Moment, Quantity
from transdiff.language.amounts import states
from transdiff.language.content import content_stems
from transdiff.language.derived import derivable
from transdiff.model import BlockKind, Segment

_MOST = 40
"""Figures of a reference of which others are computed."""
_TOLD = 2
"""So many facts that a reference has, and no fewer than it lacks, make a sentence no invention."""

Place = tuple[str, int]
"""A segment of a reference: the label and the index."""


@dataclass(frozen=True)
class Said:
    """A reference sentence with its content stems and the values of its facts."""

    place: Place
    segment: Segment
    stems: frozenset[str]
    facts: frozenset[Hashable]

    @property
    def key(self) -> str:
        """The label of its reference."""
        return self.place[0]


@dataclass(frozen=True)
class ToldFacts:
    """What the references tell: their sentences, the values in them, and their figures by key."""

    sentences: tuple[Said, ...]
    facts: frozenset[Hashable]
    figures: Mapping[str, Sequence[Quantity]]
    moments: tuple[Moment, ...]

    def nearest(
        self, stems: frozenset[str], facts: frozenset[Hashable], beside: Collection[Place]
    ) -> Said:
        """Return the sentence that has most of the words *stems*, then most of the *facts*.

        Of those that have as few it is one that stands *beside*, and rather no headline.
        """
        return max(
            self.sentences,
            key=lambda s: (
                len(stems & s.stems),
                len(facts & s.facts),
                s.place in beside,
                s.segment.block.kind is not BlockKind.HEADLINE,
            ),
        )

    def covers(self, facts: frozenset[Hashable]) -> bool:
        """Whether there are *facts*, and one sentence has them all."""
        return bool(facts) and any(facts <= s.facts for s in self.sentences)

    def known_in(self, segment: Segment) -> frozenset[Hashable]:
        """Return all facts, with those of *segment* that the references state in other terms."""
        return self.facts | self._figures(segment) | self._dates(segment)

    def mostly(
        self, segment: Segment, facts: frozenset[Hashable], known: frozenset[Hashable]
    ) -> bool:
        """Whether most *facts* of a sentence are *known*, a figure or many among them."""
        figures = {(q.value, q.high) for q in segment.facts.quantities}
        told = len(facts & known)
        return told >= max(_TOLD, len(facts - known)) and (bool(figures & known) or told > _TOLD)

    def _figures(self, segment: Segment) -> frozenset[Hashable]:
        """The figures that a reference states rounded, or lets one compute."""
        beside = frozenset(q.value for q in segment.facts.quantities)
        return frozenset(
            (q.value, q.high)
            for q in segment.facts.quantities
            if (q.value, q.high) not in self.facts
            and any(
                any(states(f, q) for f in stated) or derivable(q, stated[:_MOST], beside)
                for stated in self.figures.values()
            )
        )

    def _dates(self, segment: Segment) -> frozenset[Hashable]:
        """The days that a reference names, if with another guess at the year."""
        days = {(m.month, m.day) for m in self.moments if m.month}
        whole = {month for month, _ in days}
        return frozenset(
            _date(m)
            for m in segment.facts.moments
            if (m.month, m.day) in days or (m.day is None and m.month in whole)
        )


def told_facts(article: Article) -> ToldFacts:
    """Return what the references of *article* tell."""
    said = tuple(
        Said((key, at), part, content_stems(part.facts.words, reference.lang), facts_of(part))
        for key, reference in article.references.items()
        for at, part in enumerate(reference.segments)
        if part.compared
    )
    figures: dict[str, list[Quantity]] = {}
    for one in said:
        figures.setdefault(one.key, []).extend(one.segment.facts.quantities)
    return ToldFacts(
        said,
        frozenset[Hashable]().union(*(s.facts for s in said)),
        figures,
        tuple(m for s in said for m in s.segment.facts.moments),
    )


def in_its_place(article: Article, index: int) -> frozenset[Place]:
    """Return what the references have where an unsupported sentence of the article stands.

    That is what the nearest linked sentence draws on, the one before first.
    """
    for step in range(1, len(article.story.segments)):
        for near in (index - step, index + step):
            if there := article.support_for(near):
                return frozenset(there)
    return frozenset()


def facts_of(segment: Segment) -> frozenset[Hashable]:
    """Values of the figures, dates and names of a sentence that mean the same in any language."""
    found: set[Hashable] = {(q.value, q.high) for q in segment.facts.quantities}
    found |= {_date(m) for m in segment.facts.moments}
    figures = [q.span for q in segment.facts.quantities]  # Fahrenheit is nobody's name
    names = (n for n in segment.facts.names if not any(f.contains(n.span) for f in figures))
    found |= {n.concept or n.skeleton for n in names if n.sure}
    return frozenset(found)


def _date(moment: Moment) -> Hashable:
    return moment.month, moment.day, moment.weekday, moment.year
