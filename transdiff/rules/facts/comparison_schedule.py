"""Rule ``comparison-schedule``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transdiff.company import weighed
from transdiff.comparison import Comparison
from transdiff.facts import Span
from transdiff.language.listed import listed_table
from transdiff.model import Segment
from transdiff.rule import Mark, rule
from transdiff.rules.facts.changes import shown

_COMPANY = 0.25
"""The share of the words about a mark that must stand about its evidence."""


@rule(group="facts", category="comparison", severity="major")
def comparison_schedule(pair: Comparison) -> Iterator[Mark]:
    """Report *ahead of schedule* where every aligned reference has *late*, or the reverse.

    *Brought forward* and *delayed*, *earlier than planned* and *behind time* exclude each other.

    Flagged:
    reference: The tunnel was pierced eight months later than planned.
    translation: The tunnel was pierced eight months [[ahead of schedule]].

    reference: The opening of the reactor has been delayed until 2031.
    translation: The opening of the reactor has been [[brought forward]] to 2031.

    reference[de]: Die Brücke wurde ein Jahr früher als geplant fertig.
    translation: The bridge was finished a year [[behind schedule]].

    Allowed:
    reference: The tunnel was pierced eight months later than planned.
    translation: The tunnel was pierced eight months behind schedule.

    reference: The opening, first brought forward to May, has been delayed until June.
    translation: The opening has been delayed until June.

    reference: The opening was not delayed, the company said.
    translation: The company said that the opening came ahead of schedule.
    """
    mine = _found([pair.segment], pair.lang)
    if len({way for way, _ in mine}) != 1:
        return
    way, span = mine[0]
    theirs = [(w, found) for w in pair.witnesses if (found := _found(w.segments, w.lang))]
    if not theirs or any(way == other for _, found in theirs for other, _ in found):
        return
    witness, found = theirs[0]
    denied = (m for s in (pair.segment, *witness.segments) for m in s.facts.markers)
    if not any(m.kind == "negation" and m.value == "not" for m in denied):
        yield weighed(shown(pair, span, witness, found[0][1]), pair, _COMPANY)


def _found(segments: Sequence[Segment], lang: str) -> list[tuple[str, Span]]:
    """Return what is early or late in *segments*, with its words."""
    table = listed_table(lang, "comparison", "schedule")
    return [
        (way, Span(s.facts.words[first].span.start, s.facts.words[end - 1].span.end))
        for s in segments
        for way, first, end in table.all(s.facts.words)
    ]
