"""How long ago a reference's day or year was when the article was written."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from transdiff.comparison import Comparison
from transdiff.facts import Bound, Moment, Quantity
from transdiff.rules.facts.counterparts import Figure, followed, preceded
from transdiff.rules.facts.known_dates import day_of

_DAYS = {"day": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.44}
_SLACK = {"day": 0.0, "week": 0.3, "fortnight": 0.15, "month": 0.5}
_BOUNDED = 1.0
"""Units by which a count may miss the days, and where it has a bound."""
_NEAR = 2
"""Words between a span of time and the word that counts it from today."""


def is_elapsed(pair: Comparison, figure: Figure, moments: Iterable[Moment]) -> bool:
    """Whether a span of time is counted back to a date of a reference: *ten years ago*, 2015."""
    published = pair.whole.story.document.published
    if not published or figure.quantity.high is not None or not _counts_back(figure):
        return False
    today = datetime.date.fromisoformat(published)
    return any(_is_ago(figure.quantity, moment, today) for moment in moments)


def _counts_back(figure: Figure) -> bool:
    ahead = preceded(figure, "elapsed-before", within=_NEAR)
    return ahead or followed(figure, "elapsed", within=_NEAR)


def _is_ago(span: Quantity, moment: Moment, today: datetime.date) -> bool:
    if span.unit == "year" and moment.year is not None:
        return today.year - moment.year == span.value
    days = _DAYS.get(span.unit)
    if days is None or moment.month is None or moment.day is None:
        return False
    then = day_of(moment.year or today.year, moment.month, moment.day)
    if then is None or then >= today:
        return False
    gap = (today - then).days / days - span.value
    if span.bound is Bound.EXACT or span.unit == "day":
        return abs(gap) <= _SLACK[span.unit]
    return abs(gap) < _BOUNDED
