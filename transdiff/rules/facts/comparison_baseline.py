"""Rule ``comparison-baseline``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.rule import Mark, rule
from transdiff.rules.facts.changes import changes, same_figure, shown, witnessed


@rule(group="facts", category="comparison", severity="major")
def comparison_baseline(pair: Comparison) -> Iterator[Mark]:
    """Report a change that is measured against another period than in the references.

    Flagged:
    reference: Industrial output grew 2.4 percent on the year.
    translation: Industrial output grew 2.4 percent [[month-on-month]].

    Allowed:
    reference: Industrial output grew 2.4 percent on the year.
    translation: Industrial output grew 2.4 percent from a year earlier.

    reference: Output grew 2.4 percent on the year and 0.3 percent on the month.
    translation: Output grew 0.3 percent month on month, and 2.4 percent year on year.
    """
    theirs = witnessed(pair, "baseline")
    for change in changes(pair.segment, "baseline"):
        same = [c for c in theirs if same_figure(change.quantity, c.quantity)]
        if same and change.marker.value not in {c.marker.value for c in same}:
            witness = same[0].witness
            assert witness is not None
            yield shown(pair, change.marker.span, witness, same[0].marker.span)
