"""How long ago a reference's day or year was when the article was written."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from transdiff.comparison import Comparison
from transdiff.facts import Bound, Moment, Quantity
from transdiff.language.units import days_in
from transdiff.rules.facts.counterparts import Figure, followed, preceded
from transdiff.rules.facts.known_dates import day_of

_SLACK = {"day": 0.0, "week": 0.3, "fortnight": 0.15, "month": 0.5}
_BOUNDED = 1.0
"""Units by which a count may miss the days, and where it has a bound."""
_LONG = ("week", "month", "year")
"""Units in which it is counted how far back a month or a year is."""
_MIDDLE = {"month": 17, "year": 185}
"""Days by which the middle of a month or a year may miss the day that is meant."""
_NEAR = 2
"""Words between a span of time and the word that counts it from today."""


def is_elapsed(pair: Comparison, figure: Figure, moments: Iterable[Moment]) -> bool:
    """Whether a span of time is counted back to a date of a reference: *ten years ago*, 2015.

    Or from one to another, or to today: *took six years*, begun in 2019.
    """
    published = pair.whole.story.document.published
    if not published or figure.quantity.high is not None:
        return False
    today = datetime.date.fromisoformat(published)
    told = [*moments]
    if _lasts_between(figure, {today.year, *(m.year for m in told if m.year)}):
        return True
    return _counts_back(figure) and any(_is_ago(figure.quantity, moment, today) for moment in told)


def _counts_back(figure: Figure) -> bool:
    ahead = preceded(figure, "elapsed-before", within=_NEAR)
    return ahead or followed(figure, "elapsed", within=_NEAR)


def _lasts_between(figure: Figure, years: set[int]) -> bool:
    span = figure.quantity
    if span.unit != "year" or len(years) < 2 or not preceded(figure, "lasted", within=1):
        return False
    return any(a - b == span.value for a in years for b in years)


def is_time_ago(pair: Comparison, date: Moment) -> bool:
    """Whether a month or a year is as far back as a reference counts: *in May*, two months ago."""
    published = pair.whole.story.document.published
    if not published or date.relative or date.grain not in _MIDDLE:
        return False
    today = datetime.date.fromisoformat(published)
    then = day_of(date.year or today.year, date.month or 7, 15)
    if then is None or then > today + datetime.timedelta(days=_MIDDLE[date.grain]):
        return False
    gap = (today - then).days
    return any(
        abs(gap - figure.quantity.value * days_in(figure.quantity.unit)) <= _MIDDLE[date.grain]
        for figure in _near(pair)
        if figure.quantity.unit in _LONG and _counts_back(figure)
    )


def _near(pair: Comparison) -> Iterator[Figure]:
    for witness in pair.witnesses:
        for segment in witness.around:
            yield from (Figure(q, segment, witness.lang) for q in segment.facts.quantities)


def _is_ago(span: Quantity, moment: Moment, today: datetime.date) -> bool:
    if span.unit == "year" and moment.year is not None:
        return today.year - moment.year == span.value
    if span.unit not in _SLACK or moment.month is None or moment.day is None:
        return False
    then = day_of(moment.year or today.year, moment.month, moment.day)
    if then is None or then >= today:
        return False
    gap = (today - then).days / days_in(span.unit) - span.value
    if span.bound is Bound.EXACT or span.unit == "day":
        return abs(gap) <= _SLACK[span.unit]
    return abs(gap) < _BOUNDED
