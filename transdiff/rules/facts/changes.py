"""What the comparison rules share: each figure with the direction of the change it measures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Marker, Quantity, Span
from transdiff.language.amounts import kind_of, same_amount
from transdiff.language.one_unit import equal
from transdiff.language.units import dimension_of, in_base
from transdiff.model import Segment, Severity
from transdiff.rule import Mark

_REACH = 48
"""Code points between a figure and the word of direction that belongs to it."""
_REACH_CJK = 14
_ROUNDED = 0.5
"""Points by which a share may differ from the fraction or the round figure that it is."""
_LEVELS = ("from", "to")
"""The roles of the figures between which something changes."""
_BY, _TO = "by", "to"
"""The role of a figure that says how large a change is."""
_COMMAS = (", ", "، ", "，")
"""What parts clauses; one without a space is part of a figure: *1,4 Prozent*."""


@dataclass(frozen=True)
class Change:
    """A figure with a marker near it; ``witness`` is None in the article."""

    quantity: Quantity
    marker: Marker
    witness: Witness | None = None


def changes(
    segment: Segment, *kinds: str, witness: Witness | None = None, in_phrases: bool = False
) -> Iterator[Change]:
    """Yield each figure of *segment* with the nearest marker of *kinds*.

    With *in_phrases* also a marker that is part of an idiom: *сократит штат до 40*.
    """
    markers = [
        m
        for m in segment.facts.markers
        if m.kind in kinds
        and not (_bounds(m, segment) or (not in_phrases and _in_idiom(m, segment)))
    ]
    for quantity in segment.facts.quantities if markers else ():
        start = segment.span.start
        if (
            quantity.unit
            and "-" in segment.text[quantity.span.start - start : quantity.span.end - start]
        ):
            continue  # "ten-year bonds"
        marker = _nearest(quantity, markers, segment)
        if marker is not None and not _of_another(quantity, marker, segment):
            yield Change(quantity, marker, witness)


def _of_another(quantity: Quantity, marker: Marker, segment: Segment) -> bool:
    """Whether a comma parts the figure from the word, which has one of its own.

    *In 2 hours and 41 seconds, cutting the record by 19 seconds*: the record was cut by 19.
    """
    others = [q for q in segment.facts.quantities if q is not quantity]
    if _shares(quantity, marker, others):
        return False
    return _are_parted(quantity, marker, segment) and any(
        _gap(q.span, marker.span) <= _REACH and not _are_parted(q, marker, segment) for q in others
    )


def _shares(quantity: Quantity, marker: Marker, others: Sequence[Quantity]) -> bool:
    """Whether two figures share one word of change: *grew by 9 %, but only by 1 % in fact*.

    So do the step and the level that it led to: *rose by 2 roubles, to 60*.
    """
    steps = {_BY: (_BY,), _TO: (_BY, "")}.get(quantity.role, ())
    return any(
        q.role in steps and marker.span.end <= q.span.start < quantity.span.start for q in others
    )


def _are_parted(quantity: Quantity, marker: Marker, segment: Segment) -> bool:
    between = _between(quantity, marker, segment)
    return any(comma in between for comma in _COMMAS)


def _between(quantity: Quantity, marker: Marker, segment: Segment) -> str:
    start = segment.span.start
    low, high = sorted((quantity.span, marker.span))
    return segment.text[low.end - start : high.start - start]


def _nearest(quantity: Quantity, markers: Sequence[Marker], segment: Segment) -> Marker | None:
    near = [(_gap(quantity.span, m.span), m) for m in markers]
    if not near:
        return None
    gap, marker = min(near, key=lambda n: (n[0], n[1].span))
    wide = _REACH if segment.text.isascii() or " " in segment.text else _REACH_CJK
    clause = any(mark in _between(quantity, marker, segment) for mark in ";；。")
    if quantity.role in _LEVELS:
        wide *= 2  # "cut the journey between the two towns from 90 minutes to 40"
    return marker if gap <= wide and not clause else None


def _bounds(marker: Marker, segment: Segment) -> bool:
    """Whether a word only bounds a figure: *more than 400*."""
    bounds = (q.bound_span for q in segment.facts.quantities)
    return any(b is not None and b.overlaps(marker.span) for b in bounds)


def _in_idiom(marker: Marker, segment: Segment) -> bool:
    """Whether a word belongs to an idiom: who *lost their lives* did not decline."""
    events = (m.span for m in segment.facts.markers if m.kind == "event")
    return any(e.contains(marker.span) and len(e) > len(marker.span) for e in events)


def _gap(a: Span, b: Span) -> int:
    """Distance; a word before its figure is nearer than one after it."""
    return a.start - b.end if b.end <= a.start else 2 * (b.start - a.end) + 1


def same_figure(a: Quantity, b: Quantity) -> bool:
    """Whether two sides give one figure, however they frame it or round it."""
    rounded = a.precision != b.precision or "fraction" in (a.kind, b.kind)
    return same_amount(a, b, _ROUNDED if rounded else 0.0) or _same_measure(a, b)


def _same_measure(a: Quantity, b: Quantity) -> bool:
    """Whether two figures in two units are one measure: *half a metre*, *50 centimetres*."""
    if a.unit == b.unit or not dimension_of(a.unit) or a.high is not None or b.high is not None:
        return False
    alike = dimension_of(a.unit) == dimension_of(b.unit) and kind_of(a) == kind_of(b) != "money"
    return alike and equal(in_base(a.value, a.unit), in_base(b.value, b.unit), 0.0)


def witnessed(pair: Comparison, *kinds: str, in_phrases: bool = False) -> list[Change]:
    """Return the changes of all linked reference segments."""
    return [
        change
        for witness in pair.witnesses
        for segment in witness.segments
        for change in changes(segment, *kinds, witness=witness, in_phrases=in_phrases)
    ]


def shown(
    pair: Comparison, span: Span, witness: Witness, other: Span, severity: Severity | None = None
) -> Mark:
    """Return a mark that quotes *span* of the article and *other* of the reference."""
    return Mark.against(pair.evidence(span), witness.evidence(other), severity)


def joined(a: Span, b: Span) -> Span:
    """Return the span from the first to the last of both."""
    return Span(min(a.start, b.start), max(a.end, b.end))
