"""Losses of grammar: what a reader stumbles over without knowing the source.

Only what the article has and its reference has not: new neighbours of words that sound prose
avoids, holes, slips, more or fewer words of a class, repetition.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterator, Sequence
from itertools import islice
from operator import eq

from transdiff.language.shapes import groups, strangeness
from transdiff.score.bags import beyond, runs
from transdiff.score.words import Text

NAMES = (
    "strange-neighbours",
    "strangest-neighbours",
    "holes",
    "likely-holes",
    "slips",
    "possessives-added",
    "auxiliaries-added",
    "articles-added",
    "being-added",
    "tenses-added",
    "joints-missing",
    "verbs-missing",
    "repeated-pairs",
    "stutter",
)
_WORDS = 25
"""The length of a sentence that counts as it is; the loss of one four times as long halves."""
_MOST = 2.0
"""More than so many slips or holes count no more."""


def losses(article: Text, reference: Text) -> Iterator[tuple[str, float]]:
    """Yield each loss with its name."""
    size = max(1, len(article.folds), len(reference.folds))
    root = math.sqrt(_WORDS * size)
    new = beyond(article.neighbours, reference.neighbours)
    strange = {pair: strangeness(*pair, article.lang) for pair in new}
    total = sum(strange[pair] * n for pair, n in new.items())
    yield "strange-neighbours", total / root
    yield "strangest-neighbours", max(strange.values(), default=0.0)
    mine, theirs = article.holes, reference.holes
    yield "holes", _more(sum(h.sure for h in mine), sum(h.sure for h in theirs))
    yield "likely-holes", _more(len(mine), len(theirs))
    yield "slips", _more(article.slips, reference.slips)
    yield from _classes(article, reference, size)
    yield "tenses-added", sum(beyond(article.tenses, reference.tenses).values()) / root
    pairs = runs(article.folds, 2), runs(reference.folds, 2)
    yield "repeated-pairs", _repeats(*pairs) / max(1, len(article.folds))
    yield "stutter", float(_stutters(article.folds) > _stutters(reference.folds))


def _classes(article: Text, reference: Text, size: int) -> Iterator[tuple[str, float]]:
    """Words of a class beyond those of the other text, per word."""
    mine, theirs = article.classes, reference.classes
    for group, classes in groups(article.lang).items():
        for name, more, fewer in (
            (f"{group}-added", mine, theirs),
            (f"{group}-missing", theirs, mine),
        ):
            if name in NAMES:
                several = [more.get(c, 0) - fewer.get(c, 0) for c in classes]
                yield name, sum([n for n in several if n > 0]) / size


def _more(mine: int, theirs: int) -> float:
    return min(_MOST, max(0, mine - theirs))


def _repeats(items: Sequence[Hashable], others: Sequence[Hashable]) -> int:
    """How many of *items* stand again, beyond what *others* repeat."""
    return max(0, len(items) - len(set(items)) - len(others) + len(set(others)))


def _stutters(words: Sequence[str]) -> int:
    return sum(map(eq, words, islice(words, 1, None)))
