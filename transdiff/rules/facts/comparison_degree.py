"""Rule ``comparison-degree``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.facts import Marker, Span
from transdiff.model import Segment
from transdiff.rule import Mark, rule
from transdiff.rules.facts.changes import shown
from transdiff.rules.facts.dated import stems_around

_WINDOW = 4


@rule(group="facts", category="comparison", severity="major")
def comparison_degree(pair: Comparison) -> Iterator[Mark]:
    """Report ``much`` where the references have ``slightly``, about the same comparison.

    Flagged:
    reference: The harvest was slightly smaller than last season.
    translation: The harvest was [[much]] smaller than last season.

    Allowed:
    reference: The harvest was slightly smaller than last season.
    translation: The harvest was a little smaller than last season.

    reference: Much was said of the harvest, which fell slightly.
    translation: The harvest fell slightly, and much was said of it.
    """
    mine = _degrees(pair.segment)
    for marker in mine:
        theirs = [
            (w, s, m)
            for w in pair.witnesses
            for s in w.segments
            for m in _degrees(s)
            if w.lang == pair.lang
        ]
        values = {m.value for _, _, m in theirs}
        if not values or marker.value in values:
            continue
        witness, segment, other = theirs[0]
        if _around(pair.segment, marker.span) & _around(segment, other.span):
            yield shown(pair, marker.span, witness, other.span)


def _degrees(segment: Segment) -> list[Marker]:
    return [m for m in segment.facts.markers if m.kind == "degree"]


def _around(segment: Segment, span: Span) -> frozenset[str]:
    return frozenset(stems_around(segment.facts.words, span, _WINDOW))
