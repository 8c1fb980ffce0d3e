"""Rule ``date-period``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.facts import Quantity, Span
from transdiff.language.units import time_stems
from transdiff.model import Segment
from transdiff.rule import Mark, rule
from transdiff.rules.facts.changes import shown

Period = tuple[float, str, Span]


@rule(group="facts", category="date", severity="major")
def date_period(pair: Comparison) -> Iterator[Mark]:
    """Report an ordinal that was kept while its period was changed.

    Flagged:
    reference: The study ends in the fourth quarter.
    translation: The study ends in the [[fourth month]].

    reference: Fighting went into a third week.
    translation: Fighting went into a [[third day]].

    Allowed:
    reference: The study ends in the fourth quarter.
    translation: The study ends in the final three months of the year.

    reference: Fighting went into a third week on its 15th day.
    translation: Fighting went into its 15th day, and a third week.
    """
    theirs = [(w, p) for w in pair.witnesses for s in w.around for p in _periods(s, w.lang)]
    for value, unit, span in _periods(pair.segment, pair.lang):
        same = [(w, p) for w, p in theirs if p[0] == value]
        if same and all(p[1] != unit for _, p in same):
            yield shown(pair, span, same[0][0], same[0][1][2])


def _periods(segment: Segment, lang: str) -> Iterator[Period]:
    for quantity in segment.facts.quantities:
        if quantity.kind == "ordinal" and quantity.noun:
            unit = time_stems(lang).get(quantity.noun)
            if unit is not None:
                yield quantity.value, unit, _with_noun(segment, quantity)
    for moment in segment.facts.moments:
        if moment.grain == "quarter" and moment.month and not moment.relative:
            yield (moment.month + 2) / 3, "quarter", moment.span


def _with_noun(segment: Segment, quantity: Quantity) -> Span:
    after = next((w for w in segment.facts.words if w.span.start >= quantity.span.end), None)
    return quantity.span if after is None else Span(quantity.span.start, after.span.end)
