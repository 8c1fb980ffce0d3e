"""The company that a claim and its evidence keep: the words that stand about both.

Two sentences that say the same may still have a figure, a denial or an office each that belong to
different things. What is reported as a contradiction should stand among words that stand about its
evidence too; where hardly any does, the two may have nothing to do with each other.
"""

from __future__ import annotations

from dataclasses import replace

from transdiff.comparison import Comparison
from transdiff.model import Severity
from transdiff.rule import Mark

_NEAR, _ABOUT = 7, 11
"""Words on either side of a claim that are its company, and of its evidence where they may be."""
_LEAST = 2
"""Content words without which nothing can be said of it."""


def weighed(mark: Mark, pair: Comparison, least: float) -> Mark:
    """Return *mark*, minor where less than the share *least* of its company is its evidence's."""
    share = shared_company(mark, pair)
    if share is None or share >= least or mark.severity is Severity.NEUTRAL:
        return mark
    return replace(mark, severity=Severity.MINOR)


def shared_company(mark: Mark, pair: Comparison, least: int = _LEAST) -> float | None:
    """The share of the content words about *mark* whose counterparts stand about its evidence.

    None where its evidence stands in no linked sentence of the article's language, or where fewer
    than *least* words stand about it.
    """
    shown = mark.evidence[0] if mark.evidence else None
    pairing = pair.pairings.get(shown.reference) if shown and shown.reference else None
    if shown is None or pairing is None or pairing.foreign:
        return None
    mine, theirs = pairing.mine.inside(mark.span), pairing.theirs.inside(shown.span)
    if not mine or not theirs:
        return None
    around = [
        i
        for i in pairing.mine.content
        if mine.start - _NEAR <= i < mine.stop + _NEAR and i not in mine
    ]
    if len(around) < least:
        return None
    there = range(theirs.start - _ABOUT, theirs.stop + _ABOUT)
    return sum(pairing.forward[i] in there for i in around) / len(around)
