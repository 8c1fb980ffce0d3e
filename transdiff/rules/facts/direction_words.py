"""Words of direction: which way they point, and whether those of two texts tell one change."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Marker, Quantity, WordKind
from transdiff.language.content import function_words
from transdiff.language.exchange import Moves, crossed, middle, moves
from transdiff.language.pack import load_pack
from transdiff.language.reading import Reading
from transdiff.model import Segment

_LEVELS = ("to", "from")


def polarity(marker: Marker) -> int:
    """Return 1 for a rise or more, -1 for a fall or less."""
    return 1 if marker.value in ("up", "more") else -1


def plain_markers(segment: Segment) -> list[Marker]:
    """Return the markers that are no bound of a figure (``more than 200``)."""
    bounds = [q.bound_span for q in segment.facts.quantities if q.bound_span is not None]
    return [m for m in segment.facts.markers if not any(m.span.overlaps(b) for b in bounds)]


def plain_of(segment: Segment, kind: str) -> list[Marker]:
    """Return the plain markers of one kind."""
    return [m for m in plain_markers(segment) if m.kind == kind]


def only_describes(marker: Marker, segment: Segment, lang: str) -> bool:
    """Whether a word only describes what is spoken of: *rising wages* is *wage growth*."""
    words = segment.facts.words
    at = bisect_right(words, marker.span.start, key=lambda w: w.span.start)
    if at == len(words) or words[at - 1].span.end != marker.span.end:
        return False
    before = words[at - 2].fold if at > 1 else ""
    verbal = before in load_pack(lang).words("roles", "passive")
    listed = words[at - 1].fold in load_pack(lang).words("comparison", "attributive")
    return (
        listed
        and not verbal
        and words[at].fold not in function_words(lang)
        and (words[at].kind is WordKind.WORD)
    )


def are_level_and_change(one: Quantity, other: Quantity) -> bool:
    """Whether one figure is where a change led or began and the other how large another one was."""
    return (one.role in _LEVELS) != (other.role in _LEVELS)


def common_words(pair: Comparison, marker: Marker, witness: Witness, other: Marker) -> int:
    """Words in common around both, less those that changed places: *A is older than B*."""
    found = _moves(pair, marker, witness, other)
    both = crossed(found)
    return len(found) - 4 * (max(both) if marker.kind == "comparison" else min(both))


def is_exchanged(pair: Comparison, marker: Marker, witness: Witness, other: Marker) -> bool:
    """Whether what is compared has changed places: *A is older than B*, *B is younger than A*.

    The second one may go without saying: *B is younger*.
    """
    if "comparison" not in (marker.kind, other.kind):
        return False
    found = _moves(pair, marker, witness, other)
    ahead = (True, False) in found and (False, False) not in found
    return ahead or all(crossed(found))


def _moves(pair: Comparison, marker: Marker, witness: Witness, other: Marker) -> Moves:
    pairing = pair.pairings[witness.key]
    both = _between(pairing.mine, marker), _between(pairing.theirs, other)
    here = _told_by(pairing.mine, [pair.segment])
    return moves(pairing, *both, (here, _told_by(pairing.theirs, witness.segments)))


def _between(reading: Reading, marker: Marker) -> range:
    own = reading.inside(marker.span)
    return middle(reading, own) if marker.kind == "comparison" else own


def _told_by(reading: Reading, segments: Sequence[Segment]) -> frozenset[int]:
    """The words that say who told it, which may stand at either end of a sentence."""
    spans = [
        span
        for segment in segments
        for a in segment.facts.attributions
        for span in (a.span, a.source_span)
        if span is not None
    ]
    return reading.covered(spans)
