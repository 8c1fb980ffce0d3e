"""Changes without a figure, known again by the words around them: *weakened*, *strengthened*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Marker, Span
from transdiff.language.listed import listed_phrases
from transdiff.model import Segment, Story
from transdiff.rules.facts.changes import changes, same_figure, witnessed
from transdiff.rules.facts.direction_words import (
    are_level_and_change,
    common_words,
    only_describes,
    plain_markers,
    plain_of,
    polarity,
)

_KINDS = ("direction", "comparison")
_SEVERAL = 3
"""Changes of a sentence that are told apart."""
_COMMON = 2
"""Words that the surroundings of two opposite words must share."""
Told = tuple[Span, Witness, Span]


def bare_turns(pair: Comparison, kind: str) -> Iterator[Told]:
    """One word of direction on either side, opposite, in the same surroundings."""
    markers = plain_of(pair.segment, kind)
    markers = [m for m in markers if not only_describes(m, pair.segment, pair.lang)]
    if kind == "comparison" and not (_move_alike(pair) and deny_alike(pair)):
        return  # "rose less than expected" still rose
    compared = {polarity(m) for m in plain_of(pair.segment, "comparison")}
    if kind == "direction" and len(markers) == 1 and -polarity(markers[0]) in compared:
        return  # growth could be lower
    if kind == "direction" and 1 < len(markers) <= _SEVERAL:
        yield from _each(pair, markers)
    if len(markers) != 1 or markers[0].span in _apart(pair):
        return
    marker = markers[0]
    found = [
        (w, m)
        for w in pair.witnesses
        for s in w.segments
        for m in plain_markers(s)
        if m.kind in _KINDS
    ]
    same = [f for f in found if f[1].kind == kind]
    found = same if same or kind == "direction" else found
    if {polarity(m) for _, m in found} != {-polarity(marker)}:
        return
    if kind == "direction" and any(_compares_like(w, marker) for w in pair.witnesses):
        return  # inflation *cooled* where prices *rose less than* in May
    witness, other = max(found, key=lambda f: common_words(pair, marker, *f))
    if _judges(marker, pair.whole.story, pair.lang) != _judges(other, witness.story, witness.lang):
        return
    if common_words(pair, marker, witness, other) >= _COMMON and not _short(
        pair, marker, witness, other
    ):
        yield marker.span, witness, other.span


def _compares_like(witness: Witness, marker: Marker) -> bool:
    """Whether a reference says more of a rise or less of a fall, of a figure or not."""
    compared = (m for s in witness.segments for m in s.facts.markers if m.kind == "comparison")
    return any(polarity(m) == polarity(marker) for m in compared)


def _judges(marker: Marker, story: Story, lang: str) -> bool:
    """Whether a word says better or worse: security *deteriorates* where violence *surges*."""
    words = listed_phrases(lang, "comparison", "judging")
    said = [w for s in story.segments for w in s.facts.words if w.span.overlaps(marker.span)]
    return any(True for _ in words.all(said))


def bare_steadied(pair: Comparison) -> Iterator[Told]:
    """What rose or fell here and stayed as it was in every linked text, or the reverse."""
    if pair.segment.facts.quantities:
        return  # a figure says what of
    for here, there in (("direction", "steady"), ("steady", "direction")):
        mine = plain_of(pair.segment, here)
        if len(mine) != 1 or plain_of(pair.segment, there):
            continue
        found = [_only(witness, there, here) for witness in pair.witnesses]
        told = [(w, m) for w, m in zip(pair.witnesses, found, strict=True) if m is not None]
        if not told or len(told) < len(pair.witnesses):
            continue
        witness, other = max(told, key=lambda one: common_words(pair, mine[0], *one))
        if common_words(pair, mine[0], witness, other) >= _COMMON and deny_alike(pair):
            yield mine[0].span, witness, other.span


def _only(witness: Witness, kind: str, but: str) -> Marker | None:
    """The first marker of *kind* of a text that has none of the kind *but*."""
    found = [m for s in witness.segments for m in plain_markers(s)]
    if any(m.kind == but for m in found):
        return None
    return next((m for m in found if m.kind == kind), None)


def _move_alike(pair: Comparison) -> bool:
    """Whether no word of direction tells one side's change, or both sides' the same way."""
    mine = {polarity(m) for m in plain_of(pair.segment, "direction")}
    linked = (s for w in pair.witnesses for s in w.segments)
    return not mine or mine == {polarity(m) for s in linked for m in plain_of(s, "direction")}


def deny_alike(pair: Comparison) -> bool:
    """Whether either side denies as often: what stays below a limit, does *not* go above it."""
    mine = _denials([pair.segment])
    return any(_denials(w.segments) == mine for w in pair.witnesses)


def _denials(segments: Sequence[Segment]) -> int:
    markers = (m for s in segments for m in s.facts.markers)
    return sum(m.kind == "negation" and m.value in ("not", "none") for m in markers)


def _each(pair: Comparison, markers: Sequence[Marker]) -> Iterator[Told]:
    """Several changes in a sentence, each held against the one that stands among its words.

    A change is turned round if the best way to pair the changes of both sides pairs it with its
    opposite.
    """
    apart = _apart(pair)
    for witness in pair.witnesses:
        theirs = [m for s in witness.segments for m in plain_markers(s) if m.kind == "direction"]
        if witness.lang != pair.lang or len(theirs) != len(markers):
            continue
        worth = {(a, b): common_words(pair, a, witness, b) for a in markers for b in theirs}
        ways = [
            (sum(worth[two] for two in zip(markers, order, strict=True)), order)
            for order in permutations(theirs)
        ]
        best, order = max(ways, key=lambda way: way[0])
        for n, (mine, other) in enumerate(zip(markers, order, strict=True)):
            held = [w for w, way in ways if polarity(way[n]) == polarity(mine)]
            opposite = polarity(other) == -polarity(mine)
            told = worth[mine, other] >= _COMMON and best > max(held, default=0)
            told = told and mine.span not in apart
            if opposite and told and not _held_elsewhere(pair, mine, witness, worth[mine, other]):
                yield mine.span, witness, other.span


def _held_elsewhere(pair: Comparison, mine: Marker, but: Witness, least: int) -> bool:
    """Whether another witness tells of the same change, among as many of its words."""
    return any(
        polarity(m) == polarity(mine) and common_words(pair, mine, witness, m) >= least
        for witness in pair.witnesses
        if witness.key != but.key and witness.lang == pair.lang
        for segment in witness.segments
        for m in plain_of(segment, "direction")
    )


def _apart(pair: Comparison) -> frozenset[Span]:
    """The words of direction whose figure settles what they say.

    It is a level here and a change there, or the reverse, or goes with the same direction there.
    """
    theirs = witnessed(pair, *_KINDS)
    return frozenset(
        change.marker.span
        for change in changes(pair.segment, *_KINDS)
        for c in theirs
        if same_figure(change.quantity, c.quantity)
        and (
            are_level_and_change(change.quantity, c.quantity)
            or polarity(change.marker) == polarity(c.marker)
        )
    )


def _short(pair: Comparison, marker: Marker, witness: Witness, other: Marker) -> bool:
    """Whether both words are too short to mean a change by themselves (``cut``, ``lost``)."""
    text, theirs = pair.whole.story.document.text, witness.story.document.text
    words = (marker.span.of(text), other.span.of(theirs))
    return all(len(word) <= 4 and word.isascii() for word in words)
