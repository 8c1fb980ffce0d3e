"""Money that a newsroom gives in its readers' currency beside the sum that the reference has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from transdiff.facts import Bound
from transdiff.language.amounts import states
from transdiff.language.units import same_unit
from transdiff.rules.facts.counterparts import Figure

_BESIDE = 60
"""Code points from a sum to the other currency: *4,800 crowns, or about 190 euros*."""


def is_own_conversion(figure: Figure, mine: Sequence[Figure], others: Iterable[Figure]) -> bool:
    """Whether a rough sum of money stands behind a stated one in a currency of the writer's own.

    No reference has the currency, so that nothing of theirs is told wrongly.
    """
    one = figure.quantity
    told = [f.quantity for f in others if f.quantity.kind == "money"]
    if one.kind != "money" or one.bound not in (Bound.ABOUT, Bound.ALMOST, Bound.MORE):
        return False
    if any(same_unit(q.unit, one.unit) or q.value == one.value for q in told):
        return False
    return any(
        0 <= one.span.start - f.quantity.span.end <= _BESIDE
        and any(states(q, f.quantity) for q in told)
        for f in mine
        if f.quantity.kind == "money"
    )
