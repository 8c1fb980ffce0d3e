"""Rule ``number-swapped``."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import combinations

from transdiff.comparison import Comparison
from transdiff.facts import Quantity, WordKind
from transdiff.model import Segment
from transdiff.rule import Mark, rule
from transdiff.rules.facts.changes import joined, shown
from transdiff.rules.facts.support import kind_of

_SAID = ("cardinal", "percent", "money", "measure", "age")


@rule(group="facts", category="number", severity="critical")
def number_swapped(pair: Comparison) -> Iterator[Mark]:
    """Report two figures that changed places: the dead counted as hurt, and the hurt as dead.

    Both figures are in the reference, so each is supported by itself; what they count says that
    they are exchanged.

    Flagged:
    reference: The storm left 17 people dead and 48 injured.
    translation: The storm left [[48 people dead and 17]] injured.

    reference: The court jailed nine officers and freed five civilians.
    translation: The court jailed [[five officers and freed nine]] civilians.

    Allowed:
    reference: The storm left 17 people dead and 48 injured.
    translation: The storm injured 48 people and left 17 dead.

    reference: The court jailed nine officers and freed five civilians.
    translation: The court freed five civilians and jailed nine officers.
    """
    mine = _figures(pair.segment)
    for witness in pair.witnesses:
        if len(mine) < 2 or witness.lang != pair.lang:
            continue
        theirs = {q.value: (q, s) for s in witness.segments for q in _figures(s)}
        for a, b in combinations(mine, 2):
            if a.value == b.value or kind_of(a) != kind_of(b):
                continue
            one, two = theirs.get(a.value), theirs.get(b.value)
            if one and two and _exchanged(pair.segment, a, b, one, two):
                other = joined(one[0].span, two[0].span)
                yield shown(pair, joined(a.span, b.span), witness, other)


Placed = tuple[Quantity, Segment]


def _figures(segment: Segment) -> list[Quantity]:
    return [q for q in segment.facts.quantities if q.kind in _SAID and q.high is None]


def _exchanged(segment: Segment, a: Quantity, b: Quantity, one: Placed, two: Placed) -> bool:
    """Whether each figure stands with the words of the other, and not with its own."""
    here, there = _company(segment, a), _company(segment, b)
    of_a, of_b = _company(one[1], one[0]), _company(two[1], two[0])
    return bool(here & of_b and there & of_a) and not (here & of_a or there & of_b)


def _company(segment: Segment, quantity: Quantity) -> frozenset[tuple[str, str]]:
    """Return the stem just before a figure, and those of the two words after it."""
    start = quantity.span.start
    words = segment.facts.words
    at = bisect_left(words, start - 1, key=lambda w: w.span.end)
    before = [w for w in words[at : at + 1] if w.span.end == start - 1]
    beside = {("before", w.stem) for w in before if w.kind is WordKind.WORD and len(w.stem) > 3}
    return frozenset(beside | {("after", stem) for stem in quantity.nouns[:2]})
