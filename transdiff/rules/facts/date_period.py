"""Rule ``date-period``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from transdiff.comparison import Comparison
from transdiff.facts import Quantity, Span
from transdiff.language.units import time_stems
from transdiff.model import Document, Segment
from transdiff.rule import Mark, rule
from transdiff.rules.facts.changes import shown
from transdiff.rules.facts.date_interval import intervals

_MONTHS = {"quarter": 3, "half": 6}
_PARTS = {3.0: "quarter", 6.0: "half"}
"""Parts of a year by their months."""
_DECEMBER = 12
_BEHIND = 3
"""Words behind *the first six months* among which the year stands."""
_UNCOUNTED = frozenset({"ordinal", "article", "age", "identifier"})
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

    reference: It was the fourth strike at the plant this month.
    translation: It was the fourth strike at the plant [[this year]].

    reference: From January to September 140 people drowned in the region.
    translation: In [[the first half]] of the year 140 people drowned in the region.

    reference[fr]: De janvier à avril, 130 conteneurs ont été refoulés à la frontière.
    translation: In [[April]] 130 containers were turned back at the border.

    reference: The clinic must hand in its accounts by the end of the month.
    translation: The clinic must hand in its accounts by [[the end of the year]].

    reference[ru]: Дорогу обещают починить до конца недели.
    translation[de]: Die Straße soll bis [[Monatsende]] repariert sein.

    Allowed with published=2025-12-03:
    reference: The clinic must hand in its accounts by the end of the month.
    translation: The clinic must hand in its accounts by the end of the year.

    Allowed:
    reference: It was the fourth strike at the plant this month, and the ninth this year.
    translation: It was the ninth strike at the plant this year.

    reference: From January to June 140 people drowned in the region.
    translation: In the first half of the year 140 people drowned in the region.

    reference: From January to April 130 containers were turned back, 41 of them in April.
    translation: In April 41 containers were turned back at the border.

    reference: Sales fell in the first six months of the year.
    translation: Sales fell in the first half of the year.

    reference[es]: Las ventas cayeron en los seis primeros meses del año.
    translation: Sales fell in the first half of the year.

    reference: The clinic must hand in its accounts by the end of this month.
    translation: By the end of the month the clinic must hand in its accounts.

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
    yield from _other_months(pair)
    yield from _other_ends(pair)


def _periods(segment: Segment, lang: str) -> Iterator[Period]:
    counted = [*_counted(segment, lang)]
    for quantity in segment.facts.quantities:
        if quantity.kind == "ordinal" and quantity.noun and quantity not in counted:
            unit = time_stems(lang).get(quantity.noun)
            if unit is not None:
                yield quantity.value, unit, _with_noun(segment, quantity)
    yield from _framed(segment)
    for moment in segment.facts.moments:
        months = _MONTHS.get(moment.grain)
        if months and moment.month and not moment.relative:
            yield (moment.month - 1) // months + 1, moment.grain, moment.span
    for first, parts in pairwise(segment.facts.quantities):
        if parts in counted:
            first, parts = parts, first
        months = parts.unit == "month" or first in counted
        unit = _PARTS.get(parts.value) if months and not parts.high else None
        opening = _beside(first, parts) and first.kind == "ordinal" and first.value == 1
        end = (_with_noun(segment, first) if first in counted else parts.span).end
        if unit and opening and _of_year(segment, end, lang):
            yield 1, unit, Span(min(first.span.start, parts.span.start), end)


def _counted(segment: Segment, lang: str) -> Iterator[Quantity]:
    """Yield the ordinals of months that are counted before them: *los seis primeros meses*."""
    for count, ordinal in pairwise(segment.facts.quantities):
        plain = count.kind == "cardinal" and ordinal.kind == "ordinal" and _beside(count, ordinal)
        if plain and time_stems(lang).get(ordinal.noun) == "month":
            yield ordinal


def _beside(one: Quantity, other: Quantity) -> bool:
    first, second = sorted((one.span, other.span))
    return 0 < second.start - first.end <= 1


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


def _framed(segment: Segment) -> Iterator[Period]:
    """Yield the one ordinal of a sentence with the period in which it counts: *this year*."""
    ordinals = [q for q in segment.facts.quantities if q.kind == "ordinal" and q.value > 1]
    current = [m for m in segment.facts.moments if m.relative.endswith("+0") and not m.part]
    if len(ordinals) == len(current) == 1 and current[0].span.start > ordinals[0].span.end:
        yield ordinals[0].value, current[0].relative, current[0].span


def _other_months(pair: Comparison) -> Iterator[Mark]:
    """Yield the months from which on the references count others, of one figure both tell.

    *From January to September* is neither *the first half* nor *September*.
    """
    own = [*_months(pair.segment, pair.lang)]
    theirs = [(w, m) for w in pair.witnesses for s in w.segments for m in _months(s, w.lang)]
    if len(own) != 1 or not theirs or not _share_a_figure(pair):
        return
    first, last, span = own[0]
    if any((first, last) == (f, e) for _, (f, e, _) in theirs):
        return
    alike = [(w, m) for w, m in theirs if m[1] > m[0] and (m[0] == first or m[1] == last == first)]
    if alike and len(alike) == len(theirs) and (first == 1 or last == first):
        yield shown(pair, span, alike[0][0], alike[0][1][2])


def _other_ends(pair: Comparison) -> Iterator[Mark]:
    """Yield the end of a month where the references have that of a year, or of a week.

    In December a month ends with its year.
    """
    own = [*_ends(pair.segment)]
    theirs = [(w, end) for w in pair.witnesses for s in w.around for end in _ends(s)]
    if len(own) != 1 or len({unit for _, (unit, _) in theirs}) != 1:
        return
    (unit, span), (witness, (other, there)) = own[0], theirs[0]
    last = _is_december(pair.whole.story.document) and {unit, other} == {"month", "year"}
    if unit != other and not last:
        yield shown(pair, span, witness, there)


def _is_december(document: Document) -> bool:
    """Whether a text is of December, by when it was published or by its dateline."""
    day, line = document.dated, document.dateline
    return _DECEMBER in (day.month if day else None, line.month if line else None)


def _ends(segment: Segment) -> Iterator[tuple[str, Span]]:
    """Yield the ends of the week, the month and the year of which a sentence tells."""
    for moment in segment.facts.moments:
        unit, _, rest = moment.relative.partition("-")
        if rest == "end":
            yield unit, moment.span
        elif moment.part == "late" and moment.relative.endswith("+0"):
            yield moment.grain, moment.span


def _months(segment: Segment, lang: str) -> Iterator[tuple[int, int, Span]]:
    """Yield the first and the last month of what is told of months, halves and quarters."""
    ends: set[Span] = set()
    for interval in intervals(segment, lang):
        first, last = interval.first, interval.last
        if first.month and last.month and first.grain == last.grain == "month":
            ends |= {first.span, last.span}
            yield first.month, last.month, Span(first.span.start, last.span.end)
    for moment in segment.facts.moments:
        if moment.month and moment.span not in ends and not (moment.relative or moment.day):
            if moment.grain in _MONTHS:
                yield moment.month, moment.month + _MONTHS[moment.grain] - 1, moment.span
            elif moment.grain == "month" and not moment.part and moment.edge == "on":
                yield moment.month, moment.month, moment.span


def _share_a_figure(pair: Comparison) -> bool:
    """Whether both sides count the same: a figure that no date and no ordinal is."""
    linked = (q for w in pair.witnesses for s in w.segments for q in s.facts.quantities)
    theirs = {(q.value, q.unit) for q in linked if q.kind not in _UNCOUNTED}
    mine = (q for q in pair.segment.facts.quantities if q.kind not in _UNCOUNTED)
    return any((q.value, q.unit) in theirs for q in mine)
