"""Losses of meaning: how far from any word of the other text a word is, and the texts as wholes.

Where no list says that two words may mean the same, their vectors say how near they are. That
alone tells little of right and wrong (an opposite is near), and costs accordingly little.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from transdiff.language.nearness import LENGTH
from transdiff.score.words import Senses, Text

NAMES = ("meaning-missing", "meaning-added", "meaning-apart")
_SEARCHED = 300
"""So many words that the other text lacks are looked for among as many of its words."""


def losses(article: Text, reference: Text) -> Iterator[tuple[str, float]]:
    """Yield each loss with its name; a language without vectors loses nothing."""
    mine, theirs = article.senses, reference.senses
    if mine is None or theirs is None or article.folds == reference.folds:
        yield from ((name, 0.0) for name in NAMES)
        return
    yield "meaning-missing", _far(theirs, mine)
    yield "meaning-added", _far(mine, theirs)
    yield "meaning-apart", _apart(mine, theirs)


def _far(words: Senses, others: Senses) -> float:
    """What is said by words of which the nearest of *others* is far, as a share of all."""
    which = [i for i, fold in enumerate(words.folds) if fold not in others.known]
    if not which or not others.folds:
        return float(bool(which))
    which = which[:_SEARCHED]
    near = (words.rows[which] @ others.rows[:_SEARCHED].T).max(axis=1)
    far = np.clip(LENGTH * LENGTH - near, 0, LENGTH * LENGTH)
    return int(far @ words.levels[which]) / (LENGTH * LENGTH * max(1, int(words.levels.sum())))


def _apart(one: Senses, other: Senses) -> float:
    """One less the cosine of what the two texts say as wholes, rare words above all."""
    a, b = one.whole, other.whole
    sizes = math.sqrt(int(a @ a)) * math.sqrt(int(b @ b))
    if not sizes or np.array_equal(a, b):
        return 0.0
    return max(0.0, 1.0 - int(a @ b) / sizes)
