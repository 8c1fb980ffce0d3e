"""Dates of one deed that are its beginning on one side and its end on the other."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Moment, Span, Word
from transdiff.language.calendar import compatible, shared
from transdiff.language.clauses import clause_numbers
from transdiff.language.content import place_of
from transdiff.language.listed import listed_phrases, listed_table
from transdiff.language.pairing import Pairing
from transdiff.language.phrases import pieces_of
from transdiff.language.reading import Reading
from transdiff.model import Segment

_SIDES = {
    **dict.fromkeys(("since", "after"), "begins"),
    **dict.fromkeys(("before", "until", "by"), "ends"),
}
OPPOSITE = {"before": "after", "after": "before", "since": "until", "until": "since"}
_BESIDE = 5
"""Code points between a date and the words that set it as a limit: *frühestens am 4. Mai*."""
_ABOUT = 3
"""Content words on either side of a date that say what begins or ends then."""
_SHARED = 0.6
"""Share of those words that the other side has about its date."""
_MOSTLY = 0.6
_DEADLINE = "by"
_PART, _EDGE = 5, 3
"""Words of what names a part of a date, and of what leads to it."""
_VERBS = {"starting": "begins", "ending": "ends"}
"""Lists of the verbs that say that something begins or ends on a day, and its side."""
_AHEAD = 3
"""Words before a date among which such a verb is."""
_DENIABLE = frozenset({"before", "until"})
_OPENING = 3
"""Words up to a date that may open a clause of their own: *until*, *not before*."""


class Edge(NamedTuple):
    """A date, the side on which it bounds something (``begins``, ``ends``, or empty), the words.

    ``limit``: words say that it is the first or the last day that is possible; ``word``: the word
    of order that leads to it, be it over what names a part of the date.
    """

    moment: Moment
    side: str
    span: Span
    limit: bool
    word: str


def turned_edges(pair: Comparison) -> Iterator[tuple[Edge, Witness, Edge]]:
    """Yield the dates from which something holds, and until which it does in every reference.

    *Closed from 26 March*, *closed until 26 March*: one day and one deed, and neither is denied.
    Two words of one language that are contraries, ``date-order`` holds against one another.
    """
    own, theirs = pair.once(edges_of)
    for mine in own:
        if not mine.side:
            continue
        told = [(w, other) for w, other in theirs if is_same_date(mine.moment, other.moment)]
        if any(other.side in ("", mine.side) for _, other in told):
            continue
        for witness, other in told:
            if witness.lang == pair.lang and OPPOSITE.get(mine.moment.edge) == other.moment.edge:
                continue
            pairing = pair.pairings[witness.key]
            if _of_one_deed(pairing, mine.moment, other.moment) or (
                _DEADLINE in (mine.word, other.word) and _say_the_same(pairing)
            ):
                yield mine, witness, other
                break


def edges_of(pair: Comparison) -> tuple[tuple[Edge, ...], tuple[tuple[Witness, Edge], ...]]:
    """Return the dates of the article's sentence, and those of the linked ones where it has any."""
    own = tuple(_edges([pair.segment], pair.lang))
    linked = ((w, other) for w in pair.witnesses for other in _edges(w.segments, w.lang))
    return own, tuple(linked) if own else ()


def _edges(segments: Sequence[Segment], lang: str) -> Iterator[Edge]:
    """Yield every date with the side on which it bounds something, if it does."""
    limits = listed_table(lang, "dates", "limits")
    for segment in segments:
        facts = segment.facts
        phrases: list[tuple[str, Span]] = []
        if facts.moments and limits.may_stand_in(facts.words):
            start = segment.span.start
            pieces = pieces_of(facts.words, start, lang)
            phrases = [
                (side, Span(start + pieces[first].start, start + pieces[end - 1].end))
                for side, first, end in limits.all(pieces)
            ]
        for moment in facts.moments:
            beside = [(s, p) for s, p in phrases if moment.span.gap(p) <= _BESIDE]
            if beside:
                limit, span = beside[0]
                first, last = min(span.start, moment.span.start), max(span.end, moment.span.end)
                side = "begins" if limit == "earliest" else "ends"
                yield Edge(moment, side, Span(first, last), True, moment.edge)
            else:
                yield _by_word(segment, moment, lang)


def _by_word(segment: Segment, moment: Moment, lang: str) -> Edge:
    """Read the word that leads to a date, over what names a part of it: *by the end of May*.

    What does not come *before* a day, or *until* then, begins on that day.
    """
    words = segment.facts.words
    at, _ = place_of(words, moment.span)
    parts = listed_phrases(lang, "dates", "parts")
    first = at
    while first and (found := parts.before(words, first, _PART)) is not None:
        first = found[1]
    led = listed_table(lang, "dates", "edges").before(words, first, _EDGE)
    edge, opens = led if led and first < at else (moment.edge, led[1] if led else first)
    if edge in _DENIABLE and is_denied_before(segment, opens, lang):
        return Edge(moment, "begins", moment.span, True, edge)
    side = _SIDES.get(edge, "") or _by_verb(words, opens, lang)
    leads = words[opens].span if led and opens < at else moment.span
    return Edge(moment, side, Span(leads.start, moment.span.end), False, edge)


def _by_verb(words: Sequence[Word], at: int, lang: str) -> str:
    """Read a verb shortly before a date that says what the day is of it: *starts on 3 May*."""
    for name, side in _VERBS.items():
        verbs = listed_phrases(lang, "dates", name)
        for first in range(max(0, at - _AHEAD), at):
            if (found := verbs.match(words, first)) is not None and found[1] <= at:
                return side
    return ""


def is_denied_before(
    segment: Segment, at: int, lang: str, values: Collection[str] = ("not", "peak")
) -> bool:
    """Whether a denial stands before the word *at* in its clause."""
    words = segment.facts.words
    clauses = clause_numbers(words, lang)
    for marker in segment.facts.markers:
        if marker.kind == "negation" and marker.value in values:
            place, _ = place_of(words, marker.span)
            if place < at and clauses[place] == clauses[max(0, at - 1)]:
                return True
    return False


def is_same_date(one: Moment, other: Moment) -> bool:
    """Whether two dates are told alike and may be one day."""
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


def _say_the_same(pairing: Pairing) -> bool:
    """Whether most of what both sentences say is the same, and neither denies anything.

    What is done *by* a day is no state that its contrary could follow from that day.
    """
    if any([*pairing.mine.of_kind("negation", "not"), *pairing.theirs.of_kind("negation", "not")]):
        return False
    paired = [pairing.forward[i] is not None for i in pairing.mine.content]
    return bool(paired) and sum(paired) >= _MOSTLY * len(paired)


def _about(reading: Reading, place: range) -> tuple[int, ...]:
    """The content words next to the date at *place*, in its clause or what it is added to."""
    own = _clauses(reading, place)
    near = (
        *reading.up_to(place.start, _ABOUT),
        *reading.beyond(place.stop, _ABOUT),
    )
    verbs = {i for name in _VERBS for i in _told(reading, name)}
    return tuple(i for i in near if reading.clauses[i] in own and i not in verbs)


def _told(reading: Reading, name: str) -> Iterator[int]:
    """Yield the words of the phrases of a list of verbs."""
    for _, first, end in listed_phrases(reading.lang, "dates", name).all(reading.words):
        yield from range(first, end)


def _is_denied(reading: Reading, place: range) -> bool:
    """Whether a denial stands in the clause of the date at *place*: *not until Monday*."""
    own = _clauses(reading, place)
    return any(reading.clauses[c.first] in own for c in reading.of_kind("negation", "not"))


def _clauses(reading: Reading, place: range) -> frozenset[int]:
    """The clause of the date at *place*, and of what stands before the word that opens it."""
    return frozenset(reading.clauses[max(0, place.start - _OPENING) : place.start + 1])
