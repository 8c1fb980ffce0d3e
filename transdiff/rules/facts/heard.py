"""Whether any reference of an article has a figure at all, be it in whatever sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from transdiff.comparison import Article
from transdiff.facts import Bound, Quantity
from transdiff.language.amounts import kind_of, states
from transdiff.language.derived import derivable
from transdiff.language.listed import listed_phrases
from transdiff.language.one_unit import in_percent
from transdiff.language.roundings import digits_of
from transdiff.language.slips import slipped
from transdiff.language.units import dimension_of
from transdiff.lazy import lazy
from transdiff.model import Segment
from transdiff.rules.facts.counterparts import Figure, odds_of
from transdiff.rules.facts.sharing import told_gaps

_GROUP = regex.compile(r"\d+")
_SEPARATED = regex.compile(r"\d+(?:[.,\u00a0\u202f ]\d+)*")
_CENTURY, _DOZEN = 100, 12
_NEAR = 0.05
"""By which share of it a figure may be rounded."""
_LOOSE = 0.34
"""By which share of it a bounded figure may be another one: *more than 600* for 800."""
_LARGE = 100
"""Counts from this on seldom add up by chance."""
_CLOSE = 4
"""Figures from one to another that a writer may hold against it."""
_HALF = 50.0
_MISREAD = frozenset({"unit", "scale"})
"""How one figure may be another one though their digits are the same."""
_AND = 6
"""Code points between minutes and their seconds."""
_MOST = 40
"""Figures of a reference of which others are computed."""


def heard(article: Article) -> Heard:
    """Return what the references of *article* have in the way of figures."""
    return article.once(Heard)


@dataclass(frozen=True)
class Heard:
    """The figures of all sentences of all references of an article, each looked at once."""

    article: Article

    @lazy
    def gaps(self) -> Sequence[tuple[Figure, Figure]]:
        """The figures of which the next one says how far something is from them."""
        return told_gaps(self.figures)

    def has(self, claim: Quantity) -> bool:
        """Whether a reference states a figure, or has its value of something else or in a date."""
        if in_percent(claim) == _HALF and kind_of(claim) == "share" and self._names_majority:
            return True
        ends = [end for end in (claim.value, claim.high) if end is not None]
        if all(self._values & {end, end / claim.scale} for end in ends):
            return True
        return any(states(one, claim) or _rounds(one, claim) for one in self._stated)

    def otherwise(self, claim: Quantity) -> Figure | None:
        """Return the figure of which *claim* has the digits, in another unit or of another scale.

        No reference has it as the article does; *3 weeks* beside *3 months* may well be others.
        """
        dimension = dimension_of(claim.unit)
        if not dimension or dimension == "time" or claim.high is not None:
            return None
        if any(states(one, claim) for one in self._stated):
            return None
        alike = (f for f in self.figures if dimension_of(f.quantity.unit) == dimension)
        return next((f for f in alike if odds_of(claim, f.quantity) in _MISREAD), None)

    def nears(self, claim: Quantity) -> bool:
        """Whether a bounded figure may be a loose way to tell one of a reference.

        What is said to have happened to *more than 500* did so to about as many. Of anything else
        nothing is known, unless the digits are another's in another order.
        """
        if not claim.fate:
            return not any(slipped(claim.value, f.quantity.value) for f in self._alike(claim))
        near = (f.quantity.value for f in self.figures if not f.quantity.unit)
        return any(abs(claim.value - value) <= _LOOSE * value for value in near)

    def _alike(self, claim: Quantity) -> Iterator[Figure]:
        """Yield the figures of references that count what *claim* counts."""
        for figure in self.figures if claim.nouns and not claim.unit else ():
            theirs = figure.quantity
            if not theirs.unit and set(theirs.nouns[:2]) & set(claim.nouns[:2]):
                yield figure

    def exaggerates(self, claim: Quantity) -> bool:
        """Whether *thousands* are said to have fared as far fewer did in the references.

        The references have no such word, and none of them counts as many.
        """
        same = [f.quantity for f in self.figures if claim.fate and f.quantity.fate == claim.fate]
        most = max((q.high or q.value for q in same), default=0.0)
        return 0 < 2 * most < claim.value

    def computes(self, claim: Quantity, beside: frozenset[float]) -> bool:
        """Whether a newsroom may compute a figure from those of a reference."""
        return any(derivable(claim, told, beside) for told in self._told)

    def lacks(self, quantity: Quantity) -> bool:
        """Whether the article states a figure of a reference nowhere."""
        own = (q for s in self.article.story.segments for q in s.facts.quantities)
        return quantity.value not in self._mine and not any(states(quantity, one) for one in own)

    @lazy
    def figures(self) -> tuple[Figure, ...]:
        """All figures of the references."""
        return tuple(
            Figure(q, segment, story.lang, key=key)
            for key, story in self.article.references.items()
            for segment in story.segments
            if segment.compared
            for q in segment.facts.quantities
        )

    def adds_up_to(self, claim: Quantity) -> bool:
        """Whether two large counts of one reference add up to *claim*."""
        if claim.value < _LARGE:
            return False
        told = ({q.value for q in each if q.unit == claim.unit} for each in self._told)
        return any(claim.value - value in values for values in told for value in values)

    def differ_by(self, claim: Quantity) -> bool:
        """Whether two figures of one reference that stand close together differ by *claim*."""
        return any(
            abs(a.value - b.value) == claim.value
            for each in self._told
            for at, a in enumerate(each)
            for b in each[at + 1 : at + 1 + _CLOSE]
        )

    @lazy
    def _names_majority(self) -> bool:
        """Whether a reference speaks of a majority, which is more than half."""
        return any(
            next(iter(listed_phrases(story.lang, "numbers", "majorities").all(s.facts.words)), None)
            for story in self.article.references.values()
            for s in story.segments
        )

    @lazy
    def _mine(self) -> frozenset[float]:
        return frozenset(n for s in self.article.story.segments for n in _values(s))

    @lazy
    def _told(self) -> list[list[Quantity]]:
        stories = self.article.references.values()
        return [
            [q for s in story.segments for q in s.facts.quantities][:_MOST] for story in stories
        ]

    @lazy
    def _segments(self) -> list[Segment]:
        return [s for story in self.article.references.values() for s in story.segments]

    @lazy
    def _stated(self) -> list[Quantity]:
        """The figures that are told, each in all its ways and each way once."""
        return list({_way(q): q for s in self._segments for q in s.facts.quantities}.values())

    @lazy
    def _values(self) -> frozenset[float]:
        return frozenset(n for segment in self._segments for n in _values(segment))


def _way(quantity: Quantity) -> tuple[object, ...]:
    """All of a figure on which it hangs what else it states."""
    bare = not quantity.nouns
    limits = (quantity.bound, quantity.role == "except", quantity.precision, quantity.scale)
    measure = (quantity.kind, quantity.unit, quantity.per, bare)
    return quantity.value, quantity.high, *measure, *limits


def _rounds(stated: Quantity, claim: Quantity) -> bool:
    """Whether a figure is another one in fewer digits, whatever the unit: *R$ 23m*, *22.8m*."""
    one, two = stated.value, claim.value
    rounder = digits_of(two) < digits_of(one) or claim.bound is not Bound.EXACT
    return claim.high is None and rounder and abs(one - two) <= _NEAR * abs(one)


def _values(segment: Segment) -> Iterator[float]:
    """Yield the values of the figures and dates, and the numbers that are neither: *A320*."""
    facts = segment.facts
    for quantity in facts.quantities:
        for end in (quantity.value, quantity.high):
            if end is not None:
                yield from (end, end / quantity.scale)
    for moment in facts.moments:
        parts = (moment.year, moment.month, moment.day, moment.hour, moment.minute)
        yield from (float(part) for part in (*parts, *(moment.high or ())) if part is not None)
        if moment.year is not None:
            yield float(moment.year % _CENTURY)
        if moment.hour is not None:
            yield float((moment.hour - 1) % _DOZEN + 1)
    spans = [*(q.span for q in facts.quantities), *(m.span for m in facts.moments)]
    for word in facts.words:
        if word.text.isalpha() or not any(c.isdigit() for c in word.text):
            continue
        if not any(s.overlaps(word.span) for s in spans):
            yield from _readings(word.text)
    yield from _times_taken(facts.quantities)


def _times_taken(quantities: Sequence[Quantity]) -> Iterator[float]:
    """Yield in seconds each time that is told in words: *two hours, five minutes and 41 s*."""
    for one, two in pairwise(quantities):
        if (one.unit, two.unit) == ("minute", "second") and one.span.gap(two.span) <= _AND:
            yield 60 * one.value + two.value


def _readings(text: str) -> Iterator[float]:
    """Yield what the digits of a word may be read as: *1,250* is 1, 250, 1250 and 1.25."""
    for match in _SEPARATED.finditer(text):
        groups = _GROUP.findall(match[0])
        yield from (float(group) for group in groups)
        if len(groups) > 1:
            yield float("".join(groups))
            yield float("".join(groups[:-1]) + "." + groups[-1])
