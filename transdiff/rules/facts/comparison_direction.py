"""Rule ``comparison-direction``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Marker, Quantity, Span
from transdiff.model import Segment, Severity
from transdiff.rule import Mark, rule
from transdiff.rules.facts.changes import (
    OPPOSITE,
    Change,
    changes,
    same_figure,
    shown,
    witnessed,
)
from transdiff.rules.facts.times import stems_around

_LEVELS = ("from", "to")
_WINDOW = 5
_COMMON = 2
"""Stems that the surroundings of two opposite words must share."""


@rule(group="facts", category="comparison", severity="critical")
def comparison_direction(pair: Comparison) -> Iterator[Mark]:
    """Report a rise where every aligned reference has a fall, or less where they have more.

    A change with a figure is recognised by the figure; one without by the words around it.
    ``A is older than B`` and ``B is younger than A`` say the same.

    Flagged:
    reference: Exports fell 12 percent in the second quarter.
    translation: Exports [[rose]] 12 percent in the second quarter.

    reference: Support stands at 61 percent, down from 68 percent.
    translation: Support stands at 61 percent, [[up from]] 68 percent.

    reference: The local currency weakened against the dollar after the vote.
    translation: The local currency [[strengthened]] against the dollar after the vote.

    reference: Imported panels were cheaper than local ones, the report said.
    translation: Imported panels were [[more expensive]] than local ones, the report said.

    reference: The bank raised its growth forecast to 2.1% from 1.8%.
    translation: The bank [[lowered]] its growth forecast to 2.1% from 1.8%.

    reference[vi]: Xuất khẩu gạo giảm 4,2% trong quý I.
    translation: Rice exports [[rose]] 4.2 percent in the first quarter.

    reference[zh]: 出口增长9.7%。
    translation: Exports [[fell]] 9.7 percent.

    Allowed:
    reference: Exports fell 12 percent in the second quarter.
    translation: In the second quarter exports declined by 12 percent.

    reference: The elder brother is older than the captain.
    translation: The captain is younger than the elder brother.

    reference: Exports fell 12 percent while imports rose 3 percent.
    translation: Imports rose 3 percent; exports dropped 12 percent.

    reference: Annual inflation slowed to 2.9 percent from 3.6 percent.
    translation: Prices were 2.9 percent higher than a year before.

    reference: The river rose 42 centimetres.
    translation: The river is 42 centimetres higher.

    reference[ru]: Экспорт сократился на 15%.
    translation: Exports fell 15 percent.
    """
    told = [*_told(pair, "direction"), *_told(pair, "comparison")]
    seen: set[Span] = set()
    for span, witness, other, severity in told:
        if span not in seen:
            seen.add(span)
            yield shown(pair, span, witness, other, severity)


Told = tuple[Span, Witness, Span, Severity]


def _told(pair: Comparison, kind: str) -> Iterator[Told]:
    mine = list(changes(pair.segment, kind))
    theirs = witnessed(pair, kind)
    for change in mine:
        against = _against(change, theirs)
        if against is not None and against.witness is not None:
            yield change.marker.span, against.witness, against.marker.span, Severity.CRITICAL
    apart = {
        change.marker.span
        for change in mine
        for c in theirs
        if same_figure(change.quantity, c.quantity)
        and _level_and_change(change.quantity, c.quantity)
    }
    markers = [m for m in _plain(pair.segment) if m.kind == kind and m.span not in apart]
    if len(markers) == 1 and pair.witnesses:
        yield from _bare(pair, markers[0])


def _against(change: Change, theirs: list[Change]) -> Change | None:
    same = [c for c in theirs if same_figure(change.quantity, c.quantity)]
    same = [c for c in same if not _level_and_change(change.quantity, c.quantity)]
    values = {c.marker.value for c in same}
    if values == {OPPOSITE[change.marker.value]}:
        return same[0]
    return None


def _level_and_change(one: Quantity, other: Quantity) -> bool:
    """Whether one figure is where a change led or began and the other how large another one was."""
    return (one.role in _LEVELS) != (other.role in _LEVELS)


def _bare(pair: Comparison, marker: Marker) -> Iterator[Told]:
    """One word of direction on either side, opposite, in the same surroundings."""
    found = [
        (w, s, m)
        for w in pair.witnesses
        if w.lang == pair.lang
        for s in w.segments
        for m in _plain(s)
        if m.kind in ("direction", "comparison")
    ]
    values = {_polarity(m) for _, _, m in found}
    if values != {-_polarity(marker)}:
        return
    best = max(found, key=lambda f: _straight(pair.segment, marker, f[1], f[2]))
    if _straight(pair.segment, marker, best[1], best[2]) >= _COMMON and not _short(
        pair, marker, best
    ):
        yield marker.span, best[0], best[2].span, Severity.MAJOR


def _short(pair: Comparison, marker: Marker, best: tuple[Witness, Segment, Marker]) -> bool:
    """Whether both words are too short to mean a change by themselves (``cut``, ``lost``)."""
    text, other = pair.whole.story.document.text, best[0].story.document.text
    words = (marker.span.of(text), best[2].span.of(other))
    return all(len(word) <= 4 and word.isascii() for word in words)


def _plain(segment: Segment) -> list[Marker]:
    """Return the markers that are no bound of a figure (``more than 200``)."""
    bounds = [q.bound_span for q in segment.facts.quantities if q.bound_span is not None]
    return [m for m in segment.facts.markers if not any(m.span.overlaps(b) for b in bounds)]


def _polarity(marker: Marker) -> int:
    return 1 if marker.value in ("up", "more") else -1


def _straight(a: Segment, one: Marker, b: Segment, two: Marker) -> int:
    """Stems in common on the same side, less those that changed sides."""
    left, right = _sides(a, one.span)
    left2, right2 = _sides(b, two.span)
    straight = len(left & left2) + len(right & right2)
    return straight - 2 * (len(left & right2) + len(right & left2))


def _sides(segment: Segment, span: Span) -> tuple[frozenset[str], frozenset[str]]:
    words = segment.facts.words
    before = [w for w in words if w.span.end <= span.start]
    after = [w for w in words if w.span.start >= span.end]
    start, end = Span(span.start, span.start), Span(span.end, span.end)
    return (
        frozenset(stems_around(before, start, _WINDOW)),
        frozenset(stems_around(after, end, _WINDOW)),
    )
