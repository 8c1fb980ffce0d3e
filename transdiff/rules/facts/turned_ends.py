"""A change told as a rise where the two figures of a reference show a fall, or the reverse.

The reference need not name the change: *95 million, after 121 million* is a fall in whichever
words, and *more than a year ago* contradicts it as *climbed to 95 million* does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Quantity, Span, WordKind
from transdiff.language.amounts import kind_of
from transdiff.language.content import is_content, place_of
from transdiff.language.one_unit import LEAST_COUNT, equal
from transdiff.language.relations import relations
from transdiff.rules.facts.bare_directions import Told
from transdiff.rules.facts.changes import changes, joined, same_figure, witnessed
from transdiff.rules.facts.direction_words import only_describes, plain_of, polarity
from transdiff.rules.facts.ends import (
    Ends,
    ended_up,
    is_dated,
    linked_ends,
    names_earlier,
    own_ends,
)
from transdiff.rules.facts.prices import priced

_NEAR = 6
"""Words on either side of an earlier figure that say when or of what it was."""
_KINDS = ("direction", "comparison")
_COUNTS = ("ordinal", "identifier", "article", "vague")


@dataclass(frozen=True)
class Way:
    """What the article says of a change: 1 for a rise or more, -1 for a fall or less.

    ``compared``: against something, which may be another thing than the earlier figure.
    """

    span: Span
    way: int
    compared: bool


def turned_ends(pair: Comparison) -> Iterator[tuple[Told, bool]]:
    """Yield each word of change that goes against the two figures of every reference.

    Each with whether the figure alone shows that both tell of one thing.
    """
    theirs = pair.once(linked_ends)
    for witness in pair.witnesses:
        for ends in theirs[witness.key]:
            way = ended_up(*ends)
            if not way or _goes_both_ways(pair, ends) or _is_rate(witness, ends):
                continue
            found = [*_ways(pair, witness, ends)]
            if found and {w.way for w in found} == {-way} and not _shown_by_figures(pair, ends):
                told = found[0].span, witness, joined(ends[0].span, ends[1].span)
                yield told, _is_sure(ends[0])


def turned_gaps(pair: Comparison) -> Iterator[tuple[Told, bool]]:
    """Yield two figures of the article that go against the change a reference tells by its size.

    *85, ten fewer than last year* is no *85, against 75 the year before*.
    """
    for ends in pair.once(own_ends):
        way = ended_up(*ends)
        told = [c for c in witnessed(pair, *_KINDS) if way and _is_gap(c.quantity, ends)]
        told = [c for c in told if c.witness and _has_later(c.witness, ends[0])]
        if told and {polarity(c.marker) for c in told} == {-way}:
            witness = told[0].witness
            assert witness is not None
            other = joined(told[0].quantity.span, told[0].marker.span)
            yield (joined(ends[0].span, ends[1].span), witness, other), True


def _has_later(witness: Witness, later: Quantity) -> bool:
    return any(same_figure(q, later) for s in witness.segments for q in s.facts.quantities)


def _is_rate(witness: Witness, ends: Ends) -> bool:
    """Whether a reference tells what a currency costs: *weakened to 11.20 per euro, from 11.10*."""
    return any(priced(witness.reading, figure.span) is not None for figure in ends)


def _is_sure(later: Quantity) -> bool:
    """Whether a figure is hardly that of another thing by chance."""
    return bool(later.unit) or later.value >= LEAST_COUNT


def _goes_both_ways(pair: Comparison, ends: Ends) -> bool:
    """Whether a reference has the later figure after another change as well, or calls it so."""
    later, way = ends[0], ended_up(*ends)
    told = pair.once(linked_ends).values()
    others = {ended_up(*e) for found in told for e in found if same_figure(e[0], later)}
    named = {polarity(c.marker) for c in witnessed(pair, *_KINDS) if same_figure(c.quantity, later)}
    return -way in others | named


def _shown_by_figures(pair: Comparison, ends: Ends) -> bool:
    """Whether the article gives an earlier figure of its own, so that its readers see the way."""
    mine = pair.segment.facts.quantities
    both = any(same_figure(q, ends[1]) for q in mine)
    return both or any(same_figure(e[0], ends[0]) for e in pair.once(own_ends))


def _ways(pair: Comparison, witness: Witness, ends: Ends) -> Iterator[Way]:
    """Yield what the article says of the change between two figures of a reference.

    What only compares is of the change itself where a verb tells one: *grew faster than*.
    """
    figures = [q for q in pair.segment.facts.quantities if q.kind not in _COUNTS]
    later = [q for q in figures if q.role not in ("by", "from") and same_figure(q, ends[0])]
    gaps = [q for q in figures if later and q not in later and _is_gap(q, ends)]
    alike = [q for q in figures if kind_of(q) == kind_of(ends[0])]
    moves = plain_of(pair.segment, "direction")
    explicit = [*_bound(pair, gaps)]
    whole = _free(pair) if later and alike == later else ()
    for found in explicit or (*_bound(pair, later), *whole):
        if _is_below(pair, found, later) if explicit else found.compared and moves:
            continue
        if _has_base(pair, found, witness, ends[1]):
            yield found


def _is_gap(figure: Quantity, ends: Ends) -> bool:
    """Whether a figure is how far the two ends are apart: *nine points*, *four more*."""
    units = {ends[0].unit, ""} | ({"percentage-point"} if ends[0].unit == "percent" else set())
    return figure.unit in units and equal(figure.value, abs(ends[0].value - ends[1].value), 0.0)


def _is_below(pair: Comparison, found: Way, later: Sequence[Quantity]) -> bool:
    """Whether the later figure is what another one is measured by: *ten below today's 68*."""
    words = [w for w in pair.segment.facts.words if w.span.start >= found.span.end]
    return any(
        q.span.start >= found.span.end
        and not any(w.kind is WordKind.PUNCT and w.span.end <= q.span.start for w in words)
        for q in later
    )


def _bound(pair: Comparison, figures: Sequence[Quantity]) -> Iterator[Way]:
    """Yield the words of change that stand with one of *figures*."""
    for change in changes(pair.segment, *_KINDS):
        marker = change.marker
        if change.quantity in figures and not only_describes(marker, pair.segment, pair.lang):
            yield Way(marker.span, polarity(marker), marker.kind == "comparison")


def _free(pair: Comparison) -> Iterator[Way]:
    """Yield all that is said of changes in a sentence with no other figure of the kind."""
    for marker in plain_of(pair.segment, "direction"):
        if not only_describes(marker, pair.segment, pair.lang):
            yield Way(marker.span, polarity(marker), compared=False)
    for marker in plain_of(pair.segment, "comparison"):
        yield Way(marker.span, polarity(marker), compared=True)
    reading = next(iter(pair.pairings.values())).mine
    for found in relations(reading):
        span = reading.span(found.first, found.end)
        limited = any(
            m.kind == "limit" and m.span.overlaps(span) for m in pair.segment.facts.markers
        )
        if found.value != "equal" and pair.segment.span.contains(span) and not limited:
            yield Way(span, 1 if found.value == "more" else -1, compared=True)


def _has_base(pair: Comparison, found: Way, witness: Witness, earlier: Quantity) -> bool:
    """Whether a change is told from the time or the thing of the earlier figure.

    Verbs say that something changed in time, so that the reference need not compare it with
    another thing: *190 shops, against 199 of its rival*.
    """
    if not found.compared:
        return _is_of_time(witness, earlier)
    facts, span = pair.segment.facts, found.span
    behind = [w for w in facts.words if w.span.start >= span.start]
    based = (m.span for m in facts.markers if m.kind == "baseline")
    if names_earlier(behind, pair.lang) or any(s.end >= span.start for s in based):
        return True
    pairing = pair.pairings[witness.key]
    there = pairing.theirs.inside(earlier.span)
    near = range(there.start - _NEAR, there.stop + _NEAR)
    here = pairing.mine.covered(w.span for w in behind if w.span.start >= span.end)
    return any(pairing.forward[i] in near for i in here & {*pairing.mine.content})


def _is_of_time(witness: Witness, earlier: Quantity) -> bool:
    """Whether nothing but a time, or an ordinal, is said of the earlier figure."""
    segment = next(s for s in witness.segments if s.span.contains(earlier.span))
    if is_dated(earlier, segment, witness.lang):
        return True
    end = place_of(segment.facts.words, earlier.span)[1]
    behind = segment.facts.words[end : end + _NEAR]
    ordinals = [q.span for q in segment.facts.quantities if q.kind == "ordinal"]
    if any(s.overlaps(w.span) for s in ordinals for w in behind):
        return True
    said = [*takewhile(lambda w: w.kind is not WordKind.PUNCT, behind)]
    return not any(is_content(w, witness.lang) for w in said[1:])  # the first is what is counted
