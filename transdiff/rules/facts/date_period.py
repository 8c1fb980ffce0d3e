"""Rule ``date-period``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from transdiff.comparison import Comparison
from transdiff.facts import Quantity, Span
from transdiff.language.units import time_stems
from transdiff.model import Segment
from transdiff.rule import Mark, rule
from transdiff.rules.facts.changes import shown

_MONTHS = {"quarter": 3, "half": 6}
_PARTS = {3.0: "quarter", 6.0: "half"}
"""Parts of a year by their months."""
_BEHIND = 3
"""Words behind *the first six months* among which the year stands."""
Period = tuple[float, str, Span]


@rule(group="facts", category="date", severity="major")
def date_period(pair: Comparison) -> Iterator[Mark]:
    """Report an ordinal that was kept while its period was changed.

    Flagged:
    reference: The study ends in the fourth quarter.
    translation: The study ends in the [[fourth month]].

    reference: Fighting went into a third week.
    translation: Fighting went into a [[third day]].

    reference: Sales fell in the first three months of the year.
    translation: Sales fell in [[the first half]] of the year.

    Allowed:
    reference: Sales fell in the first six months of the year.
    translation: Sales fell in the first half of the year.

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
        months = _MONTHS.get(moment.grain)
        if months and moment.month and not moment.relative:
            yield (moment.month - 1) // months + 1, moment.grain, moment.span
    for first, parts in pairwise(segment.facts.quantities):
        unit = _PARTS.get(parts.value) if parts.unit == "month" and not parts.high else None
        beside = 0 < parts.span.start - first.span.end <= 1
        opening = beside and first.kind == "ordinal" and first.value == 1
        if unit and opening and _of_year(segment, parts.span.end, lang):
            yield 1, unit, Span(first.span.start, parts.span.end)


def _of_year(segment: Segment, at: int, lang: str) -> bool:
    """Whether a year follows at once: *the first six months of 2025*, *of the year*."""
    near = [w for w in segment.facts.words if at <= w.span.start][:_BEHIND]
    years = [m.span for m in segment.facts.moments if m.year or m.grain == "year"]
    stems = time_stems(lang)
    return any(
        stems.get(w.stem) == "year" or any(span.contains(w.span) for span in years) for w in near
    )


def _with_noun(segment: Segment, quantity: Quantity) -> Span:
    after = next((w for w in segment.facts.words if w.span.start >= quantity.span.end), None)
    return quantity.span if after is None else Span(quantity.span.start, after.span.end)
