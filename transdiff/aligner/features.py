"""What a sentence is made of, as one weighted row: words, and the pieces of words.

Rows are additive: the row of two sentences taken together is the sum of their rows, so the search
can ask how well any group of sentences matches any other without going back to the text.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import count

import numpy as np
import numpy.typing as npt
import regex

Rows = npt.NDArray[np.float32]
"""One row for each sentence, one column for each feature."""
Indices = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

_PIECE = regex.compile(r"\d+(?:[.,]\d+)*|[\p{Han}\p{Thai}]|(?:(?![\p{Han}\p{Thai}])[\p{L}\p{M}])+")
_SHORTEST, _LONGEST = 3, 5
_WORD_WEIGHT, _NUMBER_WEIGHT = 2.0, 3.0


def words_of(text: str) -> list[str]:
    """Return the lower-case words and numbers of *text*; each ideograph is a word."""
    return _PIECE.findall(text.lower())


@lru_cache(maxsize=65536)
def pieces(word: str) -> tuple[tuple[str, float], ...]:
    """Return the features of one word with their weights: itself and its 3- to 5-grams."""
    if word[0].isdigit():
        return ((word.replace(",", ""), _NUMBER_WEIGHT),)
    found = [("=" + word, _WORD_WEIGHT)]
    padded = f"_{word}_"
    for size in range(_SHORTEST, _LONGEST + 1):
        found += [(padded[k : k + size], 1.0) for k in range(len(padded) - size + 1)]
    return tuple(found)


@dataclass(frozen=True)
class Bags:
    """Weighted features of many sentences, kept sparse: entries of row *k* lie in its bounds."""

    bounds: npt.NDArray[np.int64]
    columns: npt.NDArray[np.int64]
    values: Floats

    def __len__(self) -> int:
        return len(self.bounds) - 1

    def entries(self, start: int, end: int) -> tuple[Indices, Indices, npt.NDArray[np.float64]]:
        """Return row numbers (from 0), columns and values of rows *start* to before *end*."""
        bounds = self.bounds[start : end + 1]
        part = slice(bounds[0], bounds[-1])
        row = np.repeat(np.arange(len(bounds) - 1), np.diff(bounds))
        return row, self.columns[part], self.values[part]

    def rows(self, *parts: tuple[int, int]) -> Rows:
        """Return the rows of the ranges *parts* below each other.

        A feature of only one of these rows can match nothing; all those of a row share one column
        that keeps its length.
        """
        rows, columns, values, n = [], [], [], 0
        for start, end in parts:
            row, column, value = self.entries(start, end)
            rows.append(row + n)
            columns.append(column)
            values.append(value)
            n += end - start
        row, value = np.concatenate(rows), np.concatenate(values)
        _, column, spread = np.unique(
            np.concatenate(columns), return_inverse=True, return_counts=True
        )
        shared = spread > 1
        place = np.cumsum(shared) - 1
        width, common = int(shared.sum()), shared[column]
        dense = np.zeros((n, width + n), np.float32)
        dense[row[common], place[column[common]]] = value[common]
        own = np.bincount(row[~common], value[~common] ** 2, minlength=n)
        dense[np.arange(n), width + np.arange(n)] = np.sqrt(own)
        return dense


def bags(
    sentences: Sequence[Sequence[str]],
    features: Callable[[str], Sequence[tuple[str, float]]] = pieces,
) -> Bags:
    """Return the features of *sentences* (lists of words), weighted by rarity among them.

    *features* gives the features of a word with their weights.
    """
    ids, weights, sizes, vocabulary = _collect(sentences, features)
    n = len(sentences)
    if not vocabulary:
        none = np.zeros(0, np.int64)
        return Bags(np.zeros(n + 1, np.int64), none, np.zeros(0))
    keys = np.repeat(np.arange(n), sizes) * vocabulary + ids
    unique, inverse = np.unique(keys, return_inverse=True)
    values = np.bincount(inverse, weights).astype(np.float64)
    row, column = unique // vocabulary, unique % vocabulary
    spread = np.bincount(column, minlength=vocabulary)
    values *= np.log((n + 1) / np.maximum(spread, 1))[column]
    return Bags(np.searchsorted(row, np.arange(n + 1)), column, values)


def weighted_rows(
    sentences: Sequence[Sequence[str]],
    features: Callable[[str], Sequence[tuple[str, float]]] = pieces,
) -> Rows:
    """Return a dense row for each sentence; see :func:`bags`."""
    return bags(sentences, features).rows((0, len(sentences)))


def _collect(
    sentences: Sequence[Sequence[str]], features: Callable[[str], Sequence[tuple[str, float]]]
) -> tuple[Indices, Floats, list[int], int]:
    """Return feature numbers and weights, one after the other, features a sentence, vocabulary."""
    vocabulary: defaultdict[str, int] = defaultdict(count().__next__)
    known: dict[str, tuple[array[int], array[float]]] = {}
    ids, weights = array("q"), array("d")
    sizes = []
    for sentence in sentences:
        before = len(ids)
        for word in sentence:
            entry = known.get(word)
            if entry is None:
                parts = features(word)
                entry = known[word] = (
                    array("q", [vocabulary[name] for name, _ in parts]),
                    array("d", [weight for _, weight in parts]),
                )
            ids.extend(entry[0])
            weights.extend(entry[1])
        sizes.append(len(ids) - before)
    return np.frombuffer(ids, np.int64), np.frombuffer(weights), sizes, len(vocabulary)
