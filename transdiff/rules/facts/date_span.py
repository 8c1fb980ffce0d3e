"""Rule ``date-span``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.rule import Mark, rule
from transdiff.rules.facts.changes import shown


@rule(group="facts", category="date", severity="minor")
def date_span(pair: Comparison) -> Iterator[Mark]:
    """Report a vague stretch of time that became longer or shorter.

    Flagged:
    reference: Relations have cooled over the past year.
    translation: Relations have cooled [[in recent months]].

    Allowed:
    reference: Relations have cooled in recent months.
    translation: Relations have cooled in the past few months.

    reference: Relations have cooled.
    translation: Relations have cooled in recent months.
    """
    theirs = [
        (w, m)
        for w in pair.witnesses
        for s in w.segments
        for m in s.facts.moments
        if m.grain == "span"
    ]
    for moment in pair.segment.facts.moments:
        if moment.grain != "span" or not theirs:
            continue
        if moment.relative not in {m.relative for _, m in theirs}:
            yield shown(pair, moment.span, theirs[0][0], theirs[0][1].span)
