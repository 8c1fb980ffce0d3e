"""Bulk: how much a sentence says that can go wrong.

A long sentence, one dense with content words and names, or one that runs on where others stop says
more than another, and the same share of changed words does more harm in it. Length is the longer of
the two; the rest is read from the reference, so that no error of the article can change it. A
language without classes of words is taken to be of average density.
"""

from __future__ import annotations

import math

from transdiff.score.words import Text

NAMES = ("length", "content", "capitals", "stops")
_WORDS = 25
"""The length of a sentence that counts as it is."""
_CONTENT, _CAPITALS, _STOPS = (0.60, 0.11), (0.16, 0.18), (0.042, 0.032)
"""Words of content, capitals and stops in a word of news: the mean and the deviation."""
_MOST = 2.0
"""What lies further from the mean counts like so many deviations."""
_ENDS = frozenset(".!?")


def bulk(article: Text, reference: Text) -> tuple[float, ...]:
    """Return the measures of ``NAMES``; each is about 0 for an average sentence of news."""
    words = max(len(article.spoken), len(reference.spoken))
    length = math.log(max(1, words) / _WORDS)
    if not reference.shape or not reference.spoken:
        return (length, 0.0, 0.0, 0.0)
    return (
        length,
        _density(reference, len(reference.places), *_CONTENT),
        _density(reference, reference.capitals.total(), *_CAPITALS),
        _density(reference, sum(mark in _ENDS for mark in reference.marks), *_STOPS),
    )


def _density(text: Text, count: int, mean: float, deviation: float) -> float:
    off = (count / len(text.spoken) - mean) / deviation
    return max(-_MOST, min(_MOST, off))
