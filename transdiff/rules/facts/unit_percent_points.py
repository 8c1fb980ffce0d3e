"""Rule ``unit-percent-points``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.rule import Mark, rule
from transdiff.rules.facts.figures import odds, shown


@rule(group="facts", category="unit", severity="major")
def unit_percent_points(pair: Comparison) -> Iterator[Mark]:
    """Report percent where the reference has percentage points, and the reverse.

    A rate that goes from 4 to 5 percent rises by one percentage point, and by 25 percent.

    Flagged:
    reference: The bank raised its rate by 0.3 percentage points.
    translation: The bank raised its rate by [[0.3 percent]].

    reference[ru]: Доля выросла на 2 процентных пункта.
    translation: The share rose by [[2 percent]].

    reference[zh]: 失业率上升了0.4个百分点。
    translation: The jobless rate rose by [[0.4 percent]].

    Allowed:
    reference: The bank raised its rate by half a percentage point.
    translation: The bank raised its rate by 50 basis points.

    reference: The share fell to 19 percent from 21 percent.
    translation: The share fell by two percentage points to 19 percent.

    reference[de]: Der Anteil stieg um 2,3 Prozentpunkte.
    translation: The share rose by 2.3 percentage points.
    """
    for verdict in odds(pair, "points"):
        yield shown(pair, verdict)
