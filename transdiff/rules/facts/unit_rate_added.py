"""Rule ``unit-rate-added``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Quantity
from transdiff.language.amounts import same_amount
from transdiff.language.units import dimension_of
from transdiff.model import Segment
from transdiff.rule import Mark, rule
from transdiff.rules.facts.changes import shown
from transdiff.rules.facts.counterparts import Figure
from transdiff.rules.facts.rates import named_periods, period_of, with_rate

_GAINED = frozenset({"hour", "day", "week", "month", "year"})
_GRAINS = {"day": ("day", "time"), "week": ("week",), "month": ("month",), "year": ("year",)}
"""What a date of the reference is exact to that tells how long its figure is of."""
_LEAST = 10.0
"""Figures below it are said of too much: *two a day*, *two*."""


@rule(group="facts", category="unit", severity="major")
def unit_rate_added(pair: Comparison) -> Iterator[Mark]:
    """Report an amount that became a rate: so much in all turned into so much a month.

    Flagged where every reference that gives the figure gives it without a rate, and no reference
    speaks of the period; that the amount is of several such periods is no rate.

    Flagged:
    reference: The fund paid 30 million crowns over three months for the tapes.
    translation: The fund paid [[30 million crowns a month]] for the tapes for three months.

    reference: The quarry shipped 3.4 million tonnes of gravel last year.
    translation: Last year the quarry shipped [[3.4 million tonnes of gravel a month]].

    reference: The settlement obliges the airline to pay 260,000 euros.
    translation: The settlement obliges the airline to pay [[260,000 euros a week]].

    reference[fr]: Le chantier a coûté 14 millions de dinars en trois mois.
    translation: The building site cost [[14 million dinars a month]].

    Allowed:
    reference: The mill cut its full-year profit forecast to 40 million crowns.
    translation: The mill lowered its outlook for annual profit to 40 million crowns.

    reference: The fund paid monthly fees of 30 million crowns for the tapes.
    translation: The fund paid 30 million crowns a month for the tapes.

    reference: The quarry shipped 3.4 million tonnes of gravel in 2023.
    translation: The quarry shipped 3.4 million tonnes of gravel a year.

    reference: The airline sells tickets for 260 euros. It does so every week.
    translation: The airline sells tickets for 260 euros a week.

    reference: Passengers pay 49 euros for the ticket, which is good for a month.
    translation: Passengers pay 49 euros a month for the ticket.

    reference: Nurses start at 41,000 euros; the union wants a yearly 45,000.
    translation: Nurses start at 41,000 euros a year.

    reference[fr]: Le refuge a soigné 800 oiseaux en une journée.
    translation: The shelter treated 800 birds in a day.
    """
    for quantity in pair.segment.facts.quantities:
        own = Figure(quantity, pair.segment, pair.lang)
        period = period_of(own)
        if period not in _GAINED or quantity.value < _LEAST or _is_speed(quantity):
            continue
        theirs = [
            (w, Figure(q, s, w.lang, w))
            for w in pair.witnesses
            for s in w.segments
            for q in s.facts.quantities
            if same_amount(quantity, q) and q.unit == quantity.unit
        ]
        if not theirs or any(_has_rate(figure) for _, figure in theirs):
            continue
        if not any(_speaks_of(period, s, w) for w in pair.witnesses for s in w.around):
            witness, figure = theirs[0]
            yield shown(pair, with_rate(own), witness, figure.quantity.span)


def _is_speed(quantity: Quantity) -> bool:
    return dimension_of(quantity.unit) in ("speed", "share", "points", "time")


def _has_rate(figure: Figure) -> bool:
    return bool(figure.quantity.per or period_of(figure))


def _speaks_of(period: str, segment: Segment, witness: Witness) -> bool:
    """Whether a sentence names the period, other than by how many of them an amount is of."""
    if any(m.grain in _GRAINS.get(period, ()) for m in segment.facts.moments):
        return True
    counted = [
        q.span for q in segment.facts.quantities if q.unit == period and (q.high or q.value) > 1
    ]
    named = named_periods(segment, witness.lang)
    return any(p == period and not any(c.overlaps(s) for c in counted) for p, s in named)
