"""Losses of content: words of the reference that no word of the article stands for.

A synonym, another form, a figure in words and another spelling stand for a word. Heads of phrases
are told from what describes them where the language has classes of words; elsewhere every word
counts as a description.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from transdiff.language.shapes import groups
from transdiff.score.counterparts import Counterparts, counterparts
from transdiff.score.spelling import oddness
from transdiff.score.words import Text

NAMES = (
    "content-missing",
    "heads-missing",
    "descriptions-missing",
    "order",
    "links-missing",
    "gaps",
)
_CONTENT = 12
"""Content words of a sentence that counts as it is; the loss of one four times as long halves."""


def losses(article: Text, reference: Text) -> Iterator[tuple[str, float]]:
    """Yield each loss with its name."""
    pairs = counterparts(article, reference)
    size = max(1, len(reference.places))
    weights = [_weight(reference, j) for j in reference.places]
    lost = sum(pairs.lack(j) * weight for j, weight in zip(reference.places, weights, strict=True))
    yield "content-missing", lost / (sum(weights) or 1.0)
    heads, descriptions = _missing(pairs, reference)
    yield "heads-missing", heads / size
    yield "descriptions-missing", descriptions / size
    paired = [j for j in reference.places if j in pairs.of]
    back = sum(pairs.of[a] > pairs.of[b] for a, b in pairwise(paired))
    yield "order", back / size
    yield "links-missing", _links(pairs, article, reference, paired) / size
    longer = max(size, len(article.places))
    yield "gaps", _gaps(pairs, article, reference) / math.sqrt(_CONTENT * longer)


def _weight(text: Text, place: int) -> float:
    """What a word says: rare letters and many of them are seldom a common word."""
    fold = text.words[place].fold
    return oddness(fold, text.lang) * len(fold) or 1.0


def _missing(pairs: Counterparts, reference: Text) -> tuple[int, int]:
    """How many heads of noun phrases, and how many words that describe, have no counterpart."""
    classes, known = reference.shape[1:], groups(reference.lang)
    things, acts = known.get("things", ()), known.get("acts", ())
    heads = descriptions = 0
    for j in reference.places:
        if j not in pairs.of:
            if classes and classes[j] in things and classes[j + 1] not in things:
                heads += 1
            elif not classes or classes[j] not in acts:
                descriptions += 1
    return heads, descriptions


def _gaps(pairs: Counterparts, article: Text, reference: Text) -> int:
    """How many words are lost between two others, with nothing new in the article for them."""
    taken = frozenset(pairs.of.values())
    new = [i for i in article.places if i not in taken]
    gaps = lost = 0
    left: int | None = None
    for j in reference.places:
        if j not in pairs.of:
            lost += 1
            continue
        if lost and left is not None and left < pairs.of[j]:
            instead = bisect_left(new, pairs.of[j]) - bisect_left(new, left)
            gaps += max(0, lost - instead)
        lost, left = 0, pairs.of[j]
    return gaps


def _links(pairs: Counterparts, article: Text, reference: Text, paired: Sequence[int]) -> int:
    """How often nothing is left between two neighbours that words of grammar linked."""
    following = dict(pairwise(reference.places))
    return sum(
        following[a] == b
        and any(reference.is_spoken[a + 1 : b])
        and pairs.of[a] < pairs.of[b]
        and not any(article.is_spoken[pairs.of[a] + 1 : pairs.of[b]])
        for a, b in pairwise(paired)
    )
