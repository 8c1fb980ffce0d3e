"""Rule ``unit-rate-dropped``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.rule import Mark, rule
from transdiff.rules.facts.figures import odds, shown


@rule(group="facts", category="unit", severity="major")
def unit_rate_dropped(pair: Comparison) -> Iterator[Mark]:
    """Report a rate that became an amount: ``barrels per day`` turned into ``barrels``.

    Flagged:
    reference: Output will rise by 135,000 barrels per day from May.
    translation: Output will rise by [[135,000 barrels]] from May.

    reference: The plant uses 40 tons a day.
    translation: The plant uses [[40 tons]].

    Allowed:
    reference: Output will rise by 135,000 barrels per day from May.
    translation: Output will rise by 135,000 bpd from May.

    reference[ar]: وقد تنتج المحطة 450 ألف متر مكعب يوميا.
    translation[en]: Up to 450,000 cubic metres could come from the plant every day.

    reference: Patients had about 15 bad days a month at the outset.
    translation: Before it began, the patients had about 15 such days.

    reference: Output will reach 5.9 million barrels per day, 27,000 barrels per day more.
    translation: Output will reach 5.9 million bpd, 27,000 barrels more.
    """
    for verdict in odds(pair, "rate"):
        yield shown(pair, verdict)
