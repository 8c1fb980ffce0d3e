"""Rule ``comparison-arithmetic``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from transdiff.comparison import Comparison
from transdiff.facts import Bound, Quantity
from transdiff.language.pack import load_pack
from transdiff.rule import Mark, rule
from transdiff.rules.facts.changes import changes, joined, shown, witnessed

_ARTICLE = "article"


@rule(group="facts", category="comparison", severity="critical")
def comparison_arithmetic(pair: Comparison) -> Iterator[Mark]:
    """Report figures that cannot be: a rise to less, *more* for the smaller one of two figures.

    A reference that states the same is not contradicted.

    Flagged:
    reference: Inflation slowed to 4.1% in January from 4.8%.
    translation: Inflation [[slowed to 4.8 percent in January from 4.1 percent]].

    reference: Fever occurred in 9% of the first group, compared with 14% of the second.
    translation: Fever was [[more common in the first group, at 9%, than in the second, at 14%]].

    reference[fr]: L'an dernier, la ville avait acheté 37 tableaux, contre 52 en 2023.
    translation: The city bought [[37 paintings last year, up from 52]] in 2023.

    Allowed:
    reference: Fever occurred in 9% of the first group, compared with 14% of the second.
    translation: Fever was less common in the first group, at 9%, than in the second, at 14%.

    reference: Arrivals grew 19-fold to 6.3 million from 330,600.
    translation: Arrivals increased 19 times from 330,600 to 6.3 million.

    reference: Inflation slowed to 4.1% in January from 4.8%.
    translation: Inflation slowed from 4.8 percent to 4.1 percent in January.

    reference: The club rose to 3rd from 7th place.
    translation: The club rose to 3rd from 7th place.
    """
    yield from _impossible(pair)
    theirs = [
        (w, s.facts.quantities) for w in pair.witnesses for s in w.segments if s.facts.quantities
    ]
    found = {c.quantity: c.marker for c in changes(pair.segment, "direction")}
    for start, end in _from_to(pair.segment.facts.quantities):
        marker = found.get(end) or found.get(start)
        if marker is None or not theirs or _holds(marker.value, start, end):
            continue
        span = joined(joined(marker.span, start.span), end.span)
        told = [(w, q) for w, q in theirs if _same(start, end, q)]
        if told and _is_directed(pair, (start, end)):
            continue
        other = next((c for c in witnessed(pair, "direction") if c.witness), None)
        if other is not None and other.witness is not None:
            evidence = joined(other.marker.span, other.quantity.span)
            yield shown(pair, span, other.witness, evidence)
        elif told:
            witness, figures = told[0]
            yield shown(pair, span, witness, joined(figures[0].span, figures[-1].span))


def _is_directed(pair: Comparison, ends: tuple[Quantity, Quantity]) -> bool:
    """Whether a reference says which way one of these figures went: *comparison-direction* then."""
    values = {q.value for q in ends}
    return any(c.quantity.value in values for c in witnessed(pair, "direction"))


def _impossible(pair: Comparison) -> Iterator[Mark]:
    """Mark *more … at A than … at B* where A is the smaller one, and *less* where it is not."""
    facts, pack = pair.segment.facts, load_pack(pair.lang)
    than = pack.words("comparison", "than")
    links = [w.span for w in facts.words if w.fold in than]
    for a, b in pairwise(_amounts(facts.quantities)):
        plain = a.high is None and b.high is None and a.bound is b.bound is Bound.EXACT
        between = [s for s in links if a.span.end <= s.start < b.span.start]
        if not plain or len(between) != 1 or (a.unit, a.role) != (b.unit, b.role):
            continue
        compared = [m for m in facts.markers if m.kind == "comparison"]
        said = [m for m in compared if m.span.end <= a.span.start]
        if not said or _compares(said[-1].value, a, b):
            continue
        if any(a.span.end <= m.span.start < b.span.start for m in compared):
            continue  # "20 percent higher than": a is by how much
        other = next(
            (
                (w, q, r)
                for w in pair.witnesses
                for s in w.segments
                for q, r in pairwise(_amounts(s.facts.quantities))
                if {q.value, r.value} == {a.value, b.value}
            ),
            None,
        )
        if other is not None:
            witness, one, two = other
            yield shown(pair, joined(said[-1].span, b.span), witness, joined(one.span, two.span))


def _amounts(quantities: tuple[Quantity, ...]) -> list[Quantity]:
    return [q for q in quantities if q.kind not in ("ordinal", "identifier", "article")]


def _compares(value: str, a: Quantity, b: Quantity) -> bool:
    return a.value > b.value if value == "more" else a.value < b.value


def _from_to(quantities: tuple[Quantity, ...]) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield (from, to) of neighbouring figures of one unit."""
    for a, b in pairwise(quantities):
        plain = a.kind != "ordinal" and b.kind != "ordinal"
        plain = plain and (a.unit == b.unit or _ARTICLE in (a.kind, b.kind))  # in a week
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
