"""Rule ``date-counted-year``."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.facts import Bound, Moment, Quantity, Span
from transdiff.language.listed import listed_phrases, listed_table
from transdiff.model import Segment
from transdiff.rule import Mark, rule
from transdiff.rules.facts.changes import shown

_SLACK = 1
"""Years by which a count may miss the year: the one may be counted from its end."""
_LEAST = 2
_NEAR = 40
"""Code points between what is the greatest and the time within which it is."""


@rule(group="facts", category="date", severity="major")
def date_counted_year(pair: Comparison) -> Iterator[Mark]:
    """Report *the first in N years* that does not lead to the year since which it is the first.

    What is *the worst since 2011* is, fourteen years on, *the worst in 14 years*. The count is
    held against the day of the article; a year on either side is granted.

    Flagged with published=2025-06-05:
    reference: The drought, the worst since 2011, has dried up most of the wells.
    translation: The worst drought in [[40 years]] has dried up most of the wells.

    reference: It is the largest fire on the island in 30 years, the prefecture said.
    translation: It is the largest fire on the island since [[2015]], the prefecture said.

    Allowed with published=2025-06-05:
    reference: The drought, the worst since 2011, has dried up most of the wells.
    translation: The worst drought in 14 years has dried up most of the wells.

    reference: The drought, the worst since 2011, has dried up wells that are 40 years old.
    translation: The worst drought since 2011 has dried up wells that are 40 years old.

    reference: The mill has been shut since 2011, and its owner was jailed for three years.
    translation: The owner of the mill was jailed for three years.
    """
    published = pair.whole.story.document.published
    if not published:
        return
    now = datetime.date.fromisoformat(published).year
    linked = [(w, s) for w in pair.witnesses for s in w.segments]
    years = [(w, m) for w, s in linked for m in _years(s, w.lang)]
    counts = [(w, q) for w, s in linked for q in _counts(s, w.lang)]
    own_years, own_counts = _years(pair.segment, pair.lang), _counts(pair.segment, pair.lang)
    if len(own_counts) == 1 and not own_years and years and not counts:
        count = own_counts[0]
        if all(_are_apart(now, count, year) for _, year in years):
            yield shown(pair, count.span, years[0][0], years[0][1].span)
    if len(own_years) == 1 and not own_counts and counts and not years:
        year = own_years[0]
        if all(_are_apart(now, count, year) for _, count in counts):
            yield shown(pair, year.span, counts[0][0], counts[0][1].span)


def _are_apart(now: int, count: Quantity, year: Moment) -> bool:
    """Whether *count* years back from *now* is another year."""
    return abs(now - count.value - (year.year or 0)) > _SLACK


def _years(segment: Segment, lang: str) -> list[Moment]:
    """Return the years since which something is the first or the greatest."""
    since = (m for m in segment.facts.moments if m.edge == "since" and m.grain == "year" and m.year)
    return [m for m in since if _is_ranked(segment, m.span, lang)]


def _counts(segment: Segment, lang: str) -> list[Quantity]:
    """Return the exact counts of years within which something is the first or the greatest."""
    years = (q for q in segment.facts.quantities if q.unit == "year" and q.high is None)
    exact = (q for q in years if q.value >= _LEAST and q.bound is Bound.EXACT and q.kind != "age")
    return [q for q in exact if _is_ranked(segment, q.span, lang)]


def _is_ranked(segment: Segment, span: Span, lang: str) -> bool:
    """Whether a superlative or *first* stands shortly before *span*."""
    extremes = listed_table(lang, "comparison", "extremes").all(segment.facts.words)
    ranks = [segment.facts.words[first].span for _, first, _ in extremes]
    superlatives = listed_phrases(lang, "comparison", "superlatives").all(segment.facts.words)
    ranks += [segment.facts.words[first].span for _, first, _ in superlatives]
    ranks += [m.span for m in segment.facts.markers if m.value == "peak"]
    return any(span.start - r.start > 0 and span.gap(r) <= _NEAR for r in ranks)
