"""Put figures together that state one thing: ``a year and four months``, ``from 140 to 118 km``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from transdiff.facts import Bound, Quantity, Span
from transdiff.language.units import convertible, dimension_of, in_base


def joined_measures(found: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Return *found* with compound measures as one, and shared units on each figure."""
    return tuple(_with_shared_units(list(_with_compound_measures(found))))


def _with_compound_measures(found: Sequence[Quantity]) -> Iterator[Quantity]:
    """Join ``a year and four months``, ``2 hours 15 minutes``, ``9 m 18 cm`` into one measure."""
    at = 0
    while at < len(found):
        one = found[at]
        two = found[at + 1] if at + 1 < len(found) else None
        if two is not None and _continues(one, two):
            smaller = in_base(1.0, two.unit)
            value = in_base(one.value, one.unit) / smaller + two.value
            span = Span(one.span.start, two.span.end)
            value = round(value, 2)
            yield replace(two, span=span, value=value, bound=one.bound, kind="measure")
            at += 2
            continue
        yield one
        at += 1


def _continues(one: Quantity, two: Quantity) -> bool:
    near = two.span.start - one.span.end <= 5
    larger = dimension_of(one.unit) == dimension_of(two.unit) in ("time", "length", "mass")
    exact = one.high is None and two.high is None and two.bound is Bound.EXACT
    apart = two.role == "to"  # from two years to nine months
    if not (near and larger and exact and not apart and convertible(one.unit, two.unit)):
        return False
    return in_base(1.0, one.unit) > in_base(two.value, two.unit)


def _with_shared_units(found: Sequence[Quantity]) -> Iterator[Quantity]:
    """Give ``from 140 to 118 kilometres`` its unit on both figures."""
    for at, one in enumerate(found):
        two = found[at + 1] if at + 1 < len(found) else None
        if two is None or one.unit or one.kind != "cardinal" or one.nouns or not two.unit:
            yield one
            continue
        near = two.span.start - one.span.end <= 6
        paired = {one.role, two.role} in ({"from", "to"}, {"by", "to"}, {"", "to"})
        yield replace(one, unit=two.unit, kind=two.kind) if near and paired else one
