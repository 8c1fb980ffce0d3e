"""Rule ``unit-percent-points``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from transdiff.comparison import Comparison
from transdiff.facts import Quantity
from transdiff.rule import Mark, rule
from transdiff.rules.facts.changes import changes, joined
from transdiff.rules.facts.changes import shown as shown_change
from transdiff.rules.facts.figures import odds, shown

_LEVELS = ("to", "from")


@rule(group="facts", category="unit", severity="major")
def unit_percent_points(pair: Comparison) -> Iterator[Mark]:
    """Report percent where the reference has percentage points, and the reverse.

    A rate that goes from 4 to 5 percent rises by one percentage point, and by 25 percent.

    Flagged:
    reference: The bank raised its rate by 0.3 percentage points.
    translation: The bank raised its rate by [[0.3 percent]].

    reference: The bank raised its rate by 50 basis points to four percent.
    translation: The bank put its rate up [[0.5 percent]] to four percent.

    reference: The survey showed 54 percent in favour, down from 61 percent in May.
    translation: The survey showed 54 percent in favour, [[seven percent]] fewer than in May.

    reference[ru]: Доля выросла на 2 процентных пункта.
    translation: The share rose by [[2 percent]].

    reference[zh]: 失业率上升了0.4个百分点。
    translation: The jobless rate rose by [[0.4 percent]].

    Allowed:
    reference: The bank raised its rate by half a percentage point.
    translation: The bank raised its rate by 50 basis points.

    reference: The share fell to 19 percent from 21 percent.
    translation: The share fell by two percentage points to 19 percent.

    reference: Output fell to 90 percent of capacity from 100 percent.
    translation: Output fell by 10 percent to 90 percent of capacity.

    reference[de]: Der Anteil stieg um 2,3 Prozentpunkte.
    translation: The share rose by 2.3 percentage points.
    """
    for verdict in odds(pair, "points"):
        yield shown(pair, verdict)
    for change in changes(pair.segment, "direction", "comparison"):
        quantity = change.quantity
        if quantity.unit != "percent" or quantity.high is not None or quantity.role in _LEVELS:
            continue
        for witness in pair.witnesses:
            rates = [q for s in witness.segments for q in s.facts.quantities]
            rates = [q for q in rates if q.unit == "percent" and q.high is None]
            if any(q.value == quantity.value for q in rates):
                break
            pairs = [p for p in permutations(rates, 2) if _in_points(quantity, *p)]
            if pairs:
                other = joined(pairs[0][0].span, pairs[0][1].span)
                yield shown_change(pair, quantity.span, witness, other)
                break


def _in_points(change: Quantity, new: Quantity, old: Quantity) -> bool:
    """Whether two rates are as many points apart as *change* has percent, and not that percent."""
    apart = abs(new.value - old.value)
    slack = max(change.precision, 0.05)
    if not old.value or abs(apart - change.value) > slack:
        return False
    shares = [100 * apart / rate for rate in (new.value, old.value) if rate]
    return all(abs(share - change.value) > 1 for share in shares)
