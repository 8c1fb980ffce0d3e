"""What a sentence is made of, as one weighted row: words, and the pieces of words.

Rows are additive: the row of two sentences taken together is the sum of their rows, so the search
can ask how well any group of sentences matches any other without going back to the text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
import regex

Rows = npt.NDArray[np.float32]
"""One row for each sentence, one column for each feature."""

_PIECE = regex.compile(r"\d+(?:[.,]\d+)*|[\p{Han}\p{Thai}]|(?:(?![\p{Han}\p{Thai}])[\p{L}\p{M}])+")
_SHORTEST, _LONGEST = 3, 5
_WORD_WEIGHT, _NUMBER_WEIGHT = 2.0, 3.0


def words_of(text: str) -> list[str]:
    """Return the lower-case words and numbers of *text*; each ideograph is a word."""
    return _PIECE.findall(text.lower())


def pieces(word: str) -> list[tuple[str, float]]:
    """Return the features of one word with their weights: itself and its 3- to 5-grams."""
    if word[0].isdigit():
        return [(word.replace(",", ""), _NUMBER_WEIGHT)]
    found = [("=" + word, _WORD_WEIGHT)]
    padded = f"_{word}_"
    for size in range(_SHORTEST, _LONGEST + 1):
        found += [(padded[k : k + size], 1.0) for k in range(len(padded) - size + 1)]
    return found


def weighted_rows(
    sentences: Sequence[Sequence[str]],
    features: Callable[[str], Sequence[tuple[str, float]]] = pieces,
) -> Rows:
    """Return a row for each sentence (a list of words), weighted by rarity among *sentences*.

    *features* gives the features of a word with their weights.

    A feature of only one sentence can match nothing; all those of a sentence share one column that
    keeps the length of its row.
    """
    ids, weights, sizes, vocabulary = _collect(sentences, features)
    n = len(sentences)
    if not vocabulary:
        return np.zeros((n, 1), np.float32)
    columns = np.concatenate(ids)
    keys = np.repeat(np.arange(n), sizes) * vocabulary + columns
    unique, inverse = np.unique(keys, return_inverse=True)
    values = np.bincount(inverse, np.concatenate(weights))
    row, column = unique // vocabulary, unique % vocabulary
    spread = np.bincount(column, minlength=vocabulary)
    values *= np.log((n + 1) / np.maximum(spread, 1))[column]
    shared = spread > 1
    place = np.cumsum(shared) - 1
    width = int(shared.sum())
    rows = np.zeros((n, width + n), np.float32)
    common = shared[column]
    rows[row[common], place[column[common]]] = values[common]
    own = np.bincount(row[~common], values[~common] ** 2, minlength=n)
    rows[np.arange(n), width + np.arange(n)] = np.sqrt(own)
    return rows


_Ids = list[npt.NDArray[np.int64]]
_Weights = list[npt.NDArray[np.float64]]


def _collect(
    sentences: Sequence[Sequence[str]], features: Callable[[str], Sequence[tuple[str, float]]]
) -> tuple[_Ids, _Weights, list[int], int]:
    """Return the feature numbers and weights word by word, features a sentence, vocabulary size."""
    vocabulary: dict[str, int] = {}
    known: dict[str, tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]] = {}
    ids: _Ids = []
    weights: _Weights = []
    sizes = []
    for sentence in sentences:
        size = 0
        for word in sentence:
            entry = known.get(word)
            if entry is None:
                parts = features(word)
                entry = known[word] = (
                    np.array(
                        [vocabulary.setdefault(name, len(vocabulary)) for name, _ in parts],
                        np.int64,
                    ),
                    np.array([weight for _, weight in parts], np.float64),
                )
            ids.append(entry[0])
            weights.append(entry[1])
            size += len(entry[0])
        sizes.append(size)
    return ids, weights, sizes, len(vocabulary)
