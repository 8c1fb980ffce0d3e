"""Losses of wording: which words, letters and phrases an article shares with what supports it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Levenshtein

from transdiff.score.bags import lacking, runs, uncovered
from transdiff.score.words import Text

NAMES = (
    "letters-changed",
    "letters-missing",
    "phrases-added",
    "run-added",
    "shorter",
)
_SHORT_ENOUGH = 2000
"""Texts of more characters are not compared letter by letter, which takes the square of them."""
_PHRASE = 3


def losses(article: Text, reference: Text) -> Iterator[tuple[str, float]]:
    """Yield each loss with its name."""
    short = max(len(article.spaced), len(reference.spaced)) <= _SHORT_ENOUGH
    both = (reference.spaced, article.spaced) if short else (reference.content, article.content)
    yield "letters-changed", _changed(*both)
    yield "letters-missing", uncovered(reference.trigrams, article.trigrams)
    yield "phrases-added", lacking(runs(article.folds, _PHRASE), runs(reference.folds, _PHRASE))
    yield "run-added", _longest_run(article.stems, reference.stems)
    shorter = len(reference.letters) - len(article.letters)
    yield "shorter", max(0, shorter) / max(1, len(reference.letters))


def _changed(items: Sequence[str], others: Sequence[str]) -> float:
    """Edits per word or letter; another one in the same place is half of an edit."""
    edits = Levenshtein.distance(items, others, weights=(2, 2, 1))
    return edits / 2 / max(1, len(items), len(others))


def _longest_run(words: Sequence[str], others: Sequence[str]) -> float:
    """The longest run of *words* none of which *others* has, as a share of them."""
    known, run, longest = set(others), 0, 0
    for word in words:
        run = 0 if word in known else run + 1
        longest = max(longest, run)
    return longest / max(1, len(words))
