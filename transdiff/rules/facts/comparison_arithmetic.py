"""Rule ``comparison-arithmetic``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from transdiff.comparison import Comparison
from transdiff.facts import Quantity
from transdiff.rule import Mark, rule
from transdiff.rules.facts.changes import changes, joined, shown, witnessed


@rule(group="facts", category="comparison", severity="critical")
def comparison_arithmetic(pair: Comparison) -> Iterator[Mark]:
    """Report figures that cannot be: a rise to less, a fall to more, that no reference states.

    Flagged:
    reference: Inflation slowed to 4.1% in January from 4.8%.
    translation: Inflation [[slowed to 4.8 percent in January from 4.1 percent]].

    Allowed:
    reference: Arrivals grew 19-fold to 6.3 million from 330,600.
    translation: Arrivals increased 19 times from 330,600 to 6.3 million.

    reference: Inflation slowed to 4.1% in January from 4.8%.
    translation: Inflation slowed from 4.8 percent to 4.1 percent in January.

    reference: The club rose to 3rd from 7th place.
    translation: The club rose to 3rd from 7th place.
    """
    theirs = [
        (w, s.facts.quantities) for w in pair.witnesses for s in w.segments if s.facts.quantities
    ]
    found = {c.quantity: c.marker for c in changes(pair.segment, "direction")}
    for start, end in _from_to(pair.segment.facts.quantities):
        marker = found.get(end) or found.get(start)
        if marker is None or not theirs or _holds(marker.value, start, end):
            continue
        if any(_same(start, end, quantities) for _, quantities in theirs):
            continue
        other = next((c for c in witnessed(pair, "direction") if c.witness), None)
        if other is not None and other.witness is not None:
            span = joined(joined(marker.span, start.span), end.span)
            evidence = joined(other.marker.span, other.quantity.span)
            yield shown(pair, span, other.witness, evidence)


def _from_to(quantities: tuple[Quantity, ...]) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield (from, to) of neighbouring figures of one unit."""
    for a, b in pairwise(quantities):
        plain = a.kind != "ordinal" and b.kind != "ordinal" and a.unit == b.unit
        if not plain or a.high is not None or b.high is not None:
            continue
        near = b.value / 5 < a.value < 5 * b.value
        if b.role == "from" and (a.role == "to" or (a.role == "" and near)):
            yield b, a
        elif a.role == "from" and b.role == "to":
            yield a, b


def _holds(direction: str, start: Quantity, end: Quantity) -> bool:
    return end.value >= start.value if direction == "up" else end.value <= start.value


def _same(start: Quantity, end: Quantity, quantities: tuple[Quantity, ...]) -> bool:
    return (start.value, end.value) in {(s.value, e.value) for s, e in _from_to(quantities)}
