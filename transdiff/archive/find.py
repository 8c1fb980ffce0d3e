"""The stories that an article was made from: by rare words, and by anchors across languages."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from transdiff.archive.index import ANY_DAY, Index, Known, Stored, day_of
from transdiff.archive.terms import ANCHORS, hashed, words_and_anchors
from transdiff.model import Document, primary

_RAREST = 10  # words, and as many anchors, of each part of the article
_PARTS = 3  # an article is made of several stories: each part asks for its own
_MOST_STORIES = 0.02  # of the store: a more frequent term tells little and costs much
_AT_LEAST = 200
_RERANKED = 60
_SHOWN = 6
_DAYS_BEFORE = 10
_DAYS_AFTER = 1
_FEW = 3  # anchors of the greatest weight


@dataclass(frozen=True, slots=True)
class Hit:
    """A story with its score (higher is closer) and the rarest terms that it shares."""

    story: Stored
    score: float
    shared: tuple[str, ...]


def window(document: Document) -> tuple[str, str]:
    """Return the days in which the sources of *document* appeared, empty where it has no date."""
    if document.written is None:
        return "", ""
    since = document.written - datetime.timedelta(days=_DAYS_BEFORE)
    return since.isoformat(), (document.written + datetime.timedelta(days=_DAYS_AFTER)).isoformat()


def find(
    index: Index, document: Document, *, k: int = 10, since: str = "", until: str = ""
) -> tuple[Hit, ...]:
    """Return up to *k* stories that *document* was probably made from, the best first.

    *since* and *until* are ISO 8601 days, empty for no bound.
    """
    lang = primary(document.lang)
    terms = words_and_anchors(document.text, lang)
    names = {hashed(term): term for term in terms}
    known = {number: many for number, many in index.frequencies(list(names)).items() if many}
    total = max(1, len(index))
    weights = {number: math.log(1 + total / stories) for number, stories in known.items()}
    most = max(_AT_LEAST, round(_MOST_STORIES * total))
    asked = _asked(terms, {n: stories for n, stories in known.items() if stories <= most})
    words = {number: weights[number] for number in asked}
    anchors = {n: weight for n, weight in words.items() if names[n][0] in ANCHORS}
    days = (day_of(since) or ANY_DAY[0], day_of(until) or ANY_DAY[1])
    chosen = index.candidates((words, anchors), days, _RERANKED)
    best = _scored(chosen, lang, _Weights.of(names, weights))[:k]
    stories = index.latest([key for _, key, _ in best])
    hits = []
    for score, key, shared in best:
        rarest = sorted(shared, key=lambda n: (-weights[n], names[n]))[:_SHOWN]
        hits.append(Hit(stories[key], score, tuple(names[n] for n in rarest)))
    return tuple(hits)


def _asked(terms: Iterable[str], known: dict[int, int]) -> set[int]:
    """The rarest words and the rarest anchors of every part of the article."""
    words: list[int] = []
    anchors: list[int] = []
    for term in terms:
        number = hashed(term)
        if number in known:
            (anchors if term[0] in ANCHORS else words).append(number)
    asked: set[int] = set()
    for group in (words, anchors):
        size = max(1, math.ceil(len(group) / _PARTS))
        for start in range(0, len(group), size):
            part = group[start : start + size]
            asked.update(sorted(part, key=lambda n: (known[n], n))[:_RAREST])
    return asked


@dataclass(frozen=True, slots=True)
class _Weights:
    """The squared weights of an article's terms and anchors by number, and their sums."""

    terms: dict[int, float]
    anchors: dict[int, float]

    @classmethod
    def of(cls, names: dict[int, str], weights: dict[int, float]) -> _Weights:
        """Return the weights of the terms called *names*."""
        squared = {number: weight**2 for number, weight in weights.items()}
        return cls(squared, {n: w for n, w in squared.items() if names[n][0] in ANCHORS})


def _scored(
    stories: Sequence[Known], lang: str, weights: _Weights
) -> list[tuple[float, str, list[int]]]:
    """Every story with the part of what it could share with the article that it does share.

    A story in another language can share the anchors alone; a few chance ones must not look like
    all of them, hence the constant below.
    """
    mine = {
        same: (np.array(sorted(known), dtype=np.uint32), known, sum(known.values()))
        for same, known in ((True, weights.terms), (False, weights.anchors))
    }
    few = _FEW * max(weights.terms.values(), default=1.0)
    found = []
    for story in stories:
        numbers, known, total = mine[primary(story.lang) == lang]
        shared = np.intersect1d(numbers, story.terms, assume_unique=True).tolist()
        score = sum(known[number] for number in shared) / (total + few)
        found.append((score, story.key, shared))
    return sorted(found, key=lambda entry: (-entry[0], entry[1]))
