"""Limits that a denial turns round: *no more than ten*, *mehr als zehn … nicht*."""

from __future__ import annotations

from transdiff.facts import Bound, Marker, Moment, Quantity
from transdiff.language.cues import Cue
from transdiff.language.denials import nouns_have_capitals
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading

_LOW = frozenset({Bound.AT_LEAST, Bound.MORE})
_HIGH = frozenset({Bound.AT_MOST, Bound.LESS, Bound.ALMOST})
_CLOSE = 12
"""Code points between a denial and the figure that is not reached."""
_ENDS = frozenset({"before", "until"})
_STRICT = frozenset({Bound.MORE, Bound.LESS})
_INCLUSIVE = frozenset({Bound.AT_MOST, Bound.AT_LEAST})


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
    theirs = _bounded(pairing.theirs)
    return any(
        one.value == other.value
        and (
            _denied_before(cue.marker, one, other)
            or (_are_contrary(one, other) and denied_behind(cue.marker, one, pairing.mine.lang))
        )
        for one in _figures(pairing.mine)
        for other in theirs
    )


def begins_then(pairing: Pairing, cue: Cue) -> bool:
    """Whether *cue* denies until a time from which it is so in the other reading: *from May*."""
    mine = pairing.mine
    until = load_pack(mine.lang).words("negation", "fronted-limits")
    own = mine.sentence(cue.first)
    ends = [m for m in _moments(mine) if m.edge in _ENDS]
    if not ends and not any(mine.words[i].fold in until for i in own if i > cue.first):
        return False
    begins = [m for m in _moments(pairing.theirs) if m.edge not in _ENDS]
    return any(not _earlier(m, end) for m in begins for end in ends or (m,))


def _earlier(one: Moment, other: Moment) -> bool:
    """Whether *one* is earlier than *other*, as far as both are told."""
    for a, b in ((one.year, other.year), (one.month, other.month), (one.day, other.day)):
        if a is None or b is None:
            return False
        if a != b:
            return a < b
    return False


def _moments(reading: Reading) -> list[Moment]:
    return [m for f in reading.facts for m in f.moments]


def bounded_otherwise(pairing: Pairing) -> bool:
    """Whether both sides bound one figure from opposite sides: *at least five*, *fewer than*."""
    theirs = _bounded(pairing.theirs)
    return any(
        one.value == other.value and _are_contrary(one, other)
        for one in _bounded(pairing.mine)
        for other in theirs
    )


def _denied_before(denial: Marker, one: Quantity, other: Quantity) -> bool:
    """Whether *none has more than ten* is *ten at most*, or *not even ten* fewer than ten."""
    opened = denial.span.end <= one.span.start
    if opened and one.bound in _STRICT and other.bound in _INCLUSIVE:
        return True
    close = 0 <= one.span.start - denial.span.end <= _CLOSE
    return close and one.bound is Bound.EXACT and other.bound in (Bound.LESS, Bound.ALMOST)


def _are_contrary(one: Quantity, other: Quantity) -> bool:
    return (one.bound in _LOW) != (other.bound in _LOW)


def _figures(reading: Reading) -> list[Quantity]:
    return [q for f in reading.facts for q in f.quantities]


def _bounded(reading: Reading) -> list[Quantity]:
    return [q for f in reading.facts for q in f.quantities if q.bound in _LOW | _HIGH]
