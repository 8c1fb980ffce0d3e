"""Rule ``date-timezone``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.rule import Mark, rule
from transdiff.rules.facts.times import clashes, shown


@rule(group="facts", category="date", severity="major")
def date_timezone(pair: Comparison) -> Iterator[Mark]:
    """Report a time of day that was kept while its zone was changed.

    Flagged:
    reference: The train left at 10:20 Moscow time.
    translation: The train left at [[10:20 GMT]].

    reference[ru]: Поезд отправился в 10:20 мск.
    translation: The train left at [[10:20 GMT]].

    Allowed:
    reference: The train left at 10:20 Moscow time.
    translation: The train left at 0720 GMT.

    reference[ru]: Поезд отправился в 17:40 мск.
    translation: The train left at 5:40 p.m. Moscow time.

    reference: The train left at 10:20.
    translation: The train left at 10:20 a.m. local time.
    """
    for clash in clashes(pair):
        if clash.zone:
            yield shown(pair, clash)
