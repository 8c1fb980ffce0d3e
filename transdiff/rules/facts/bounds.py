"""When two bounds of one figure say the same."""

from __future__ import annotations

from transdiff.facts import Marker, Quantity
from transdiff.language.contraposed import bounds_one_condition
from transdiff.language.limits import denied_behind
from transdiff.language.pairing import Pairing
from transdiff.language.polarity import compare_polarity
from transdiff.language.shares import say_the_contrary
from transdiff.rules.facts.counterparts import Figure

_RESTS = ({"less", "at-least"}, {"more", "at-most"})
_DENIALS = ("not", "lexical")
_NEGATION = 40
"""Code points before a figure in which a negation turns its bound round."""


def turned(pairing: Pairing, mine: Figure, theirs: Figure) -> bool:
    """Whether opposite bounds say the same: under a negation, or of the two halves of a whole."""
    if {side(mine.quantity), side(theirs.quantity)} != {"low", "high"}:
        return False
    if _is_rest(pairing, mine, theirs):
        return True
    half = (mine.quantity.value, mine.quantity.kind) in ((0.5, "fraction"), (50.0, "percent"))
    if half and say_the_contrary(mine.segment.facts, theirs.segment.facts):
        return True
    sides = (_negation(mine), pairing), (_negation(theirs), pairing.reversed)
    denied = [(found, one) for found, one in sides if found is not None]
    return len(denied) == 1 and not _is_agreed(*denied[0])


def _is_agreed(denial: Marker, pairing: Pairing) -> bool:
    """Whether the other side of *pairing* has that denial too, so that it turns no bound."""
    if not pairing.theirs.of_kind("negation", *_DENIALS):
        return False  # what denies by other words sets the limit itself: "only up to"
    agreed = pairing.once(compare_polarity).agreed
    return not agreed.isdisjoint(pairing.mine.inside(denial.span))


def _is_rest(pairing: Pairing, mine: Figure, theirs: Figure) -> bool:
    """Whether one bound begins where the other ends, in a condition told from its two ends.

    *Sails only if the wind is below seven*, *at seven or more it stays in port*.
    """
    bounds = {str(f.quantity.bound) for f in (mine, theirs)}
    return bounds in _RESTS and bounds_one_condition(
        pairing, mine.quantity.span, theirs.quantity.span
    )


def _negation(figure: Figure) -> Marker | None:
    """What denies what is told of a figure: ``none has more than ten`` is ``at most ten``.

    A loss denies nothing of how much was lost.
    """
    quantity = figure.quantity
    start = (quantity.bound_span or quantity.span).start
    markers = figure.segment.facts.markers
    losses = {m.span for m in markers if m.kind == "direction"}
    denials = (
        m for m in markers if m.kind == "negation" and m.value in _DENIALS and m.span not in losses
    )
    near = (
        m
        for m in denials
        if 0 <= start - m.span.end <= _NEGATION or denied_behind(m, quantity, figure.lang)
    )
    return next(near, None)


_SIDES = {"at-least": "low", "more": "low", "at-most": "high", "less": "high", "almost": "high"}


def side(quantity: Quantity) -> str:
    """``low`` for a lower bound, ``high`` for an upper one, the bound itself otherwise."""
    return _SIDES.get(str(quantity.bound), str(quantity.bound))


def bounds_agree(mine: Quantity, theirs: Quantity) -> bool:
    """Same side, or the article merely says ``about`` of a figure that is one."""
    one, two = side(mine), side(theirs)
    if one == two or one == "about":
        return True
    return two == "about" and str(mine.bound) == "almost"
