"""Limits that a denial turns round: *no more than ten*, *mehr als zehn … nicht*."""

from __future__ import annotations

from transdiff.facts import Bound, Marker, Quantity
from transdiff.language.denials import nouns_have_capitals
from transdiff.language.reading import Cue, Pairing, Reading

_LOW = frozenset({Bound.AT_LEAST, Bound.MORE})
_HIGH = frozenset({Bound.AT_MOST, Bound.LESS, Bound.ALMOST})


def denied_behind(denial: Marker, quantity: Quantity, lang: str) -> bool:
    """Whether *denial* ends the clause in which a bounded figure stands, as it does in German.

    *Mehr als 70 Gäste darf das Schiff nicht befördern*: it may carry at most 70.
    """
    if not nouns_have_capitals(lang) or quantity.bound not in _LOW | _HIGH:
        return False
    before = quantity.span.end <= denial.span.start
    return before and denial.scope is not None and denial.scope.contains(quantity.span)


def limits_otherwise(pairing: Pairing, cue: Cue) -> bool:
    """Whether *cue* denies a bound of the figure that the other side gives the contrary bound."""
    mine = _bounded(pairing.mine)
    return any(
        one.value == other.value
        and one.bound in low
        and other.bound in high
        and denied_behind(cue.marker, one, pairing.mine.lang)
        for one in mine
        for other in _bounded(pairing.theirs)
        for low, high in ((_LOW, _HIGH), (_HIGH, _LOW))
    )


def _bounded(reading: Reading) -> list[Quantity]:
    return [q for f in reading.facts for q in f.quantities if q.bound in _LOW | _HIGH]
