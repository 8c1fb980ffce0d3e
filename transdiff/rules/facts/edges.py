"""Dates of one deed that are its beginning on one side and its end on the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Moment, Span
from transdiff.language.calendar import compatible, shared
from transdiff.language.listed import listed_table
from transdiff.language.pairing import Pairing
from transdiff.language.phrases import pieces_of
from transdiff.language.reading import Reading
from transdiff.model import Segment

_SIDES = {
    **dict.fromkeys(("since", "after"), "begins"),
    **dict.fromkeys(("before", "until", "by"), "ends"),
}
_ORDERS = {"before": "after", "after": "before", "since": "until", "until": "since"}
_BESIDE = 5
"""Code points between a date and the words that set it as a limit: *frühestens am 4. Mai*."""
_ABOUT = 3
"""Content words on either side of a date that say what begins or ends then."""
_SHARED = 0.6
"""Share of those words that the other side has about its date."""
_OPENING = 3
"""Words up to a date that may open a clause of their own: *until*, *not before*."""


class Edge(NamedTuple):
    """A date, the side on which it bounds something (``begins``, ``ends``, or empty), the words.

    ``limit``: words say that it is the first or the last day that is possible.
    """

    moment: Moment
    side: str
    span: Span
    limit: bool


def turned_edges(pair: Comparison) -> Iterator[tuple[Edge, Witness, Edge]]:
    """Yield the dates from which something holds, and until which it does in every reference.

    *Closed from 26 March*, *closed until 26 March*: one day and one deed, and neither is denied.
    Two words of one language that are contraries, ``date-order`` holds against one another.
    """
    for mine in edges([pair.segment], pair.lang):
        told = [
            (w, other)
            for w in pair.witnesses
            for other in edges(w.segments, w.lang)
            if _is_same_date(mine.moment, other.moment)
        ]
        if not mine.side or any(other.side in ("", mine.side) for _, other in told):
            continue
        for witness, other in told:
            if witness.lang == pair.lang and _ORDERS.get(mine.moment.edge) == other.moment.edge:
                continue
            if _of_one_deed(pair.pairings[witness.key], mine.moment, other.moment):
                yield mine, witness, other
                break


def edges(segments: Sequence[Segment], lang: str) -> Iterator[Edge]:
    """Yield every date with the side on which it bounds something, if it does."""
    limits = listed_table(lang, "dates", "limits")
    for segment in segments:
        facts = segment.facts
        phrases: list[tuple[str, Span]] = []
        if facts.moments and any(limits.opens(w.fold) for w in facts.words):
            start = segment.span.start
            pieces = pieces_of(facts.words, start, lang)
            phrases = [
                (side, Span(start + pieces[first].start, start + pieces[end - 1].end))
                for side, first, end in limits.all(pieces)
            ]
        for moment in facts.moments:
            beside = [(s, p) for s, p in phrases if _gap(moment.span, p) <= _BESIDE]
            if beside:
                limit, span = beside[0]
                first, last = min(span.start, moment.span.start), max(span.end, moment.span.end)
                yield Edge(
                    moment, "begins" if limit == "earliest" else "ends", Span(first, last), True
                )
            else:
                yield Edge(moment, _SIDES.get(moment.edge, ""), moment.span, False)


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end)


def _is_same_date(one: Moment, other: Moment) -> bool:
    alike = one.grain == other.grain and bool(one.relative) == bool(other.relative)
    return alike and shared(one, other) and compatible(one, other)


def _of_one_deed(pairing: Pairing, mine: Moment, theirs: Moment) -> bool:
    """Whether the words about both dates are the same, and neither side denies or limits them."""
    places = pairing.mine.inside(mine.span), pairing.theirs.inside(theirs.span)
    if _is_denied(pairing.mine, places[0]) or _is_denied(pairing.theirs, places[1]):
        return False
    own, other = _about(pairing.mine, places[0]), _about(pairing.theirs, places[1])
    told = [pairing.forward[i] in other for i in own], [pairing.backward[j] in own for j in other]
    return all(any(side) and sum(side) >= _SHARED * len(side) for side in told)


def _about(reading: Reading, place: range) -> tuple[int, ...]:
    """The content words next to the date at *place*, in its clause or what it is added to."""
    own = _clauses(reading, place)
    near = (
        *reading.up_to(place.start, _ABOUT),
        *reading.beyond(place.stop, _ABOUT),
    )
    return tuple(i for i in near if reading.clauses[i] in own)


def _is_denied(reading: Reading, place: range) -> bool:
    """Whether a denial stands in the clause of the date at *place*: *not until Monday*."""
    own = _clauses(reading, place)
    return any(reading.clauses[c.first] in own for c in reading.of_kind("negation", "not"))


def _clauses(reading: Reading, place: range) -> frozenset[int]:
    """The clause of the date at *place*, and of what stands before the word that opens it."""
    return frozenset(reading.clauses[max(0, place.start - _OPENING) : place.start + 1])
