"""Rule ``unit-changed``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.language.units import convertible, in_base
from transdiff.model import Severity
from transdiff.rule import Mark, rule
from transdiff.rules.facts.figures import odds, shown

_CLOCKED = frozenset({"second", "minute"})
"""What a gap as a clock writes it is counted in: 1:48 is 108 seconds, or minutes."""


@rule(group="facts", category="unit", severity="major")
def unit_changed(pair: Comparison) -> Iterator[Mark]:
    """Report a figure that was kept while its unit or currency was swapped.

    A conversion within rounding is right and supported; this is the figure of one unit with the
    name of another. It is critical where the two units differ more than twofold.

    Flagged:
    reference: The tanker was stopped 30 nautical miles off the coast.
    translation: The tanker was stopped [[30 kilometers]] off the coast.

    reference: Some 21 million barrels pass through the canal.
    translation: Some [[21 million tons]] pass through the canal.

    reference: The fine was 40 million Swiss francs.
    translation: The fine was [[40 million dollars]].

    reference: The patients were aged five to 36 months.
    translation: The patients were aged [[five to 36 years]].

    reference[ru]: Зонд летел со скоростью 850 метров в секунду.
    translation: The probe flew at [[850 kilometers per hour]].

    reference: The plant emits 80 tonnes of dust per year.
    translation: The plant emits [[80 tonnes]] of dust per month.

    reference: Power for Monday costs 84 euros per megawatt hour.
    translation: Power for Monday costs [[84 euros a kilowatt hour]].

    reference[fr]: Le réservoir contient 70 millions de mètres cubes de gaz.
    translation: The reservoir holds [[70 million cubic feet]] of gas.

    reference: The barge went down about 12 nautical miles from the mainland.
    translation: The barge sank some [[12 kilometres]] short of the mainland.

    reference: The ATR 72-600 came to rest about 280 metres beyond the runway.
    translation: The ATR 72-600 stopped some [[280 feet]] past the runway.

    reference: Three workers said that two pumps stood idle; they want three weeks of leave.
    translation: Workers said that two of the pumps stood idle; they want [[three months]] of leave.

    reference[ru]: Ветропарк из 40 установок по 5 мегаватт, мощностью 200 МВт, введён на мысу.
    translation[ru]: Сорок турбин на мысу, в сумме [[200 гигаватт]], подключили к сети.

    Allowed:
    reference[zh]: 巴士的最高时速限制为30公里。
    translation: The buses may go no faster than 30 kilometres an hour.

    reference: The tanker was stopped 30 nautical miles off the coast.
    translation: The tanker was stopped about 56 kilometers off the coast.

    reference: The fine was 40 million US dollars.
    translation: The fine was $40 million.

    reference: The rate was cut by half a percentage point.
    translation: The rate was cut by 50 basis points.

    reference: The load weighed 11.5 metric tons.
    translation: The load weighed 11.5 tonnes.

    reference[zh]: 飞机载有11.5吨货物。
    translation: The plane carried 11.5 tons of cargo.

    reference: The lift travels at 36 kilometres per hour.
    translation: The lift is to go 36 kilometres (22 miles) an hour.
    """
    for verdict in odds(pair, "unit"):
        mine, theirs = verdict.mine.quantity.unit, verdict.theirs.quantity.unit
        if {mine, theirs} & {"clock"} and {mine, theirs} & _CLOCKED:
            continue
        if not convertible(mine, theirs):
            yield shown(pair, verdict)
            continue
        one, two = sorted((in_base(1.0, mine), in_base(1.0, theirs)))
        yield shown(pair, verdict, Severity.CRITICAL if two > 2 * one else Severity.MAJOR)
