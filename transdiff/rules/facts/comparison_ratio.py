"""Rule ``comparison-ratio``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from transdiff.company import weighed
from transdiff.comparison import Comparison
from transdiff.facts import Bound, Quantity, Span
from transdiff.language.amounts import kind_of
from transdiff.language.content import place_of
from transdiff.language.listed import listed_table
from transdiff.model import Segment
from transdiff.rule import Mark, rule
from transdiff.rules.facts.changes import changes, joined, shown
from transdiff.rules.facts.direction_words import polarity
from transdiff.rules.facts.ends import ends_of

_SLACK = 0.15
"""The part by which a change may miss the factor that it is called by."""
_MORE = frozenset({Bound.MORE, Bound.AT_LEAST})
_LESS = frozenset({Bound.LESS, Bound.AT_MOST, Bound.ALMOST})
_LEADING = 3
"""Words of what bounds a factor."""
_FAR = 0.75
"""The part of a factor that *almost* may still be."""

_COMPANY = 0.4
"""The share of the words about a mark that must stand about its evidence."""


class Ratio(NamedTuple):
    """What something was multiplied by, and the words that say so; ``bound`` of the factor."""

    value: float
    span: Span
    bound: Bound = Bound.EXACT


@rule(group="facts", category="comparison", severity="major")
def comparison_ratio(pair: Comparison) -> Iterator[Mark]:
    """Report *doubled* where the figures, or the share, of every reference are of another change.

    From 49 to 58 is no doubling, and what fell by a quarter has not halved. Sentences with one
    change each are compared.

    Flagged:
    reference: Thefts from churches in the region rose to 58 this year from 49.
    translation: Thefts from churches in the region have [[doubled]] to 58 this year.

    reference[fr]: Le nombre de nouveaux cas a reculé d'un quart en une semaine.
    translation: The number of new cases [[halved]] within a week.

    reference: The price of lentils tripled in a year.
    translation: The price of lentils [[rose by 30 percent]] in a year.

    Allowed:
    reference: The herd on the island has shrunk to 60 animals from 168.
    translation: The herd on the island has more than halved to 60 animals.

    reference: Thefts from churches in the region rose to 58 this year from 30.
    translation: Thefts from churches in the region have nearly doubled to 58 this year.

    reference: The price of lentils rose by 100 percent in a year.
    translation: The price of lentils doubled in a year.

    reference: The number of cases fell by a half within a week.
    translation: The number of cases halved within a week.

    reference: The price of lentils doubled in a year, and rose by 5 percent in May.
    translation: In May the price of lentils rose by 5 percent.
    """
    factor, change = _factors(pair.segment, pair.lang), [*_measured(pair.segment, pair.lang)]
    if len(factor) + len(change) != 1:
        return
    mine = (*factor, *change)[0]
    found = []
    for witness in pair.witnesses:
        factors = [r for s in witness.segments for r in _factors(s, witness.lang)]
        measured = [r for s in witness.segments for r in _measured(s, witness.lang)]
        theirs = measured if factor else factors
        if len(factors) + len(measured) != 1 or len(theirs) != 1:
            return
        found.append((witness, theirs[0]))
    if found and all(_are_apart(mine, theirs, bool(factor)) for _, theirs in found):
        yield weighed(shown(pair, mine.span, found[0][0], found[0][1].span), pair, _COMPANY)


def _are_apart(mine: Ratio, theirs: Ratio, is_factor: bool) -> bool:
    """Whether the measured change is none that the factor could round."""
    factor, other = (mine, theirs) if is_factor else (theirs, mine)
    low, high = factor.value * (1 - _SLACK), factor.value * (1 + _SLACK)
    grows = factor.value > 1
    if factor.bound in (_MORE if grows else _LESS):
        high = factor.value * (2 if grows else 1 / _FAR)
    if factor.bound in (_LESS if grows else _MORE):
        low = factor.value * _FAR if grows else 0.0
    return not low <= other.value <= high


def _factors(segment: Segment, lang: str) -> list[Ratio]:
    """Return the verbs that say by what something was multiplied: *doubled*, *halved*."""
    moves = [m.span for m in segment.facts.markers if m.kind == "direction"]
    return [
        Ratio(q.value, q.span, _bound_of(q, segment, lang))
        for q in segment.facts.quantities
        if q.kind == "multiple" and q.value and any(q.span.overlaps(m) for m in moves)
    ]


def _bound_of(factor: Quantity, segment: Segment, lang: str) -> Bound:
    """What stands before a verb that is a factor bounds it: *more than halved*."""
    at, _ = place_of(segment.facts.words, factor.span)
    found = listed_table(lang, "numbers", "bounds").before(segment.facts.words, at, _LEADING)
    return Bound(found[0]) if found else factor.bound


def _measured(segment: Segment, lang: str) -> Iterator[Ratio]:
    """Yield the changes that figures tell: from one to another, or by a share."""
    for later, earlier in ends_of(segment, lang):
        if earlier.value and later.value:
            yield Ratio(later.value / earlier.value, joined(later.span, earlier.span))
            return
    for change in changes(segment, "direction"):
        quantity = change.quantity
        if kind_of(quantity) == "share" and quantity.role in ("", "by") and not quantity.high:
            share = quantity.value / 100 if quantity.unit == "percent" else quantity.value
            value = 1 + polarity(change.marker) * share
            yield Ratio(value, joined(change.marker.span, quantity.span))
