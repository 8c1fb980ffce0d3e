"""Rates that became amounts: *40 tons a day*, *40 tons*."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from transdiff.language.pack import load_pack
from transdiff.language.phrases import Phrases
from transdiff.rules.facts.counterparts import Figure, followed

_PERIODS = ("day", "week", "month", "year", "hour")
"""What a rate is told by."""


@lru_cache(maxsize=32)
def _period_words(lang: str) -> Phrases[str]:
    """Phrases that make a rate wherever they stand, and what a period is called: *for the year*."""
    units = load_pack(lang).section("units")
    rates = units.get("per", {})
    named = {p: (*rates.get(p, ()), *units.get(p, ())) for p in _PERIODS}
    return Phrases.inverted(named, lang)


def lost_rate(figure: Figure, linked: Sequence[Figure], mine: Sequence[Figure]) -> Figure | None:
    """Return the reference's rate (``barrels per day``) where the article has a mere amount."""
    one = figure.quantity
    if one.per or one.unit == "percent" or any(f.quantity.per for f in mine):
        return None
    same = [f for f in linked if f.quantity.unit == one.unit and f.quantity.value == one.value]
    if not one.unit:
        same = [f for f in same if set(f.quantity.nouns) & set(one.nouns)]
    timed = [f for f in same if f.quantity.per in _PERIODS]
    if not timed or len(timed) < len(same):
        return None
    if followed(figure, "such"):
        return None  # "15 such days": the context has said how often
    told = {period for period, _, _ in _period_words(figure.lang).all(figure.segment.facts.words)}
    return None if timed[0].quantity.per in told else timed[0]
