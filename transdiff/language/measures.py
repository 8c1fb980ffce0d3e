"""Put figures together that state one thing: ``a year and four months``, ``from 140 to 118 km``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from transdiff.facts import Bound, Quantity, Span
from transdiff.language.passage import Passage
from transdiff.language.units import convertible, dimension_of, divides, in_base

_NEAR, _HEDGED = 6, 24
"""Code points between two figures that share a unit; more where a hedge stands there."""
_SCALED = 1000
"""Below it a figure may lack the scale word of its partner: *1.8 to 2.3 billion*."""


def joined_measures(
    found: Sequence[Quantity], passage: Passage, links: Set[str]
) -> tuple[Quantity, ...]:
    """Return *found* with compound measures as one, and shared units on each figure.

    *links* stand between a span of time and what it holds: *a week of 32 hours*.
    """
    return tuple(_with_shared_units(list(_with_compound_measures(found, passage, links))))


def _with_compound_measures(
    found: Sequence[Quantity], passage: Passage, links: Set[str]
) -> Iterator[Quantity]:
    """Join ``a year and four months``, ``2 hours 15 minutes``, ``9 m 18 cm`` into one measure."""
    at = 0
    while at < len(found):
        one = found[at]
        two = found[at + 1] if at + 1 < len(found) else None
        if two is not None and _is_part_of_span(one, two):
            span = Span(one.span.start, two.span.end)
            yield replace(two, span=span, value=one.value, bound=one.bound, kind="measure")
            at += 2
            continue
        if two is not None and _holds(one, two, passage, links):
            yield replace(two, span=Span(one.span.start, two.span.end), per=one.unit)
            at += 2
            continue
        if two is not None and _is_change(one, two):
            span = Span(one.span.start, two.span.end)
            yield replace(one, span=span, value=one.value + two.value / 100, kind="money")
            at += 2
            continue
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


def _is_part_of_span(one: Quantity, two: Quantity) -> bool:
    """Whether a fraction is of the one unit behind it: *a quarter of an hour*."""
    near = two.span.start - one.span.end <= 1
    part = one.kind == "fraction" and not one.unit and one.high is None
    return near and part and two.kind == "article" and dimension_of(two.unit) == "time"


def _holds(one: Quantity, two: Quantity, passage: Passage, links: Set[str]) -> bool:
    """Whether a span of time is said to have so much of a smaller one: *a week of 32 hours*."""
    between = passage.text[one.span.end - passage.start : two.span.start - passage.start]
    spans = one.kind == "article" and dimension_of(one.unit) == dimension_of(two.unit) == "time"
    return spans and between.strip().casefold() in links and _continues(one, two)


def _is_change(one: Quantity, two: Quantity) -> bool:
    """Whether *two* are the coins of a sum: *one euro and fifty cents*."""
    near = two.span.start - one.span.end <= 5 and one.high is None and two.high is None
    whole = one.scale == 1 and one.value == int(one.value) and 0 < two.value < 100
    return near and whole and divides(two.unit, one.unit)


def _continues(one: Quantity, two: Quantity) -> bool:
    near = two.span.start - one.span.end <= 5
    larger = dimension_of(one.unit) == dimension_of(two.unit) in ("time", "length", "mass")
    exact = one.high is None and two.high is None and two.bound is Bound.EXACT
    apart = two.role == "to" or one.per  # from two years to nine months; 3 tons a day, 2 kilos
    if not (near and larger and exact and not apart and convertible(one.unit, two.unit)):
        return False
    return in_base(1.0, one.unit) > in_base(two.value, two.unit)


def _with_shared_units(found: Sequence[Quantity]) -> Iterator[Quantity]:
    """Give both figures the unit and scale of one: ``from 1.8 to 2.3 billion``."""
    for at, one in enumerate(found):
        before = found[at - 1] if at else None
        after = found[at + 1] if at + 1 < len(found) else None
        if one.unit or one.kind != "cardinal" or one.nouns:
            yield one
        elif after is not None and _leads_to(one, after):
            yield _like(one, after)
        elif before is not None and _comes_from(one, before):
            yield _like(one, before)
        else:
            yield one


def _leads_to(one: Quantity, two: Quantity) -> bool:
    roles = (one.role, two.role)
    paired = {*roles} in ({"from", "to"}, {"by", "to"}) or roles == ("", "to")
    hedged = one.role == "from" and two.role == ""  # from 1.8 to an expected 2.3 billion
    apart = two.span.start - one.span.end
    return bool(two.unit) and apart <= (_HEDGED if hedged else _NEAR) and (paired or hedged)


def _comes_from(one: Quantity, two: Quantity) -> bool:
    near = one.span.start - two.span.end <= _NEAR
    return bool(two.unit) and near and (two.role, one.role) == ("to", "from")


def _like(one: Quantity, two: Quantity) -> Quantity:
    """Return *one* with the unit of *two*, and with its scale where it has none."""
    bare = one.scale == 1 < two.scale and 0 < one.value < _SCALED
    factor = two.scale if bare else 1.0
    return replace(
        one,
        unit=two.unit,
        kind=two.kind,
        value=round(one.value * factor, 6),
        scale=two.scale if bare else one.scale,
        precision=one.precision * factor,
    )
