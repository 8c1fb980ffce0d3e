"""What a sentence is made of, as one weighted row: words, and the pieces of words.

Rows are additive: the row of two sentences taken together is the sum of their rows, so the search
can ask how well any group of sentences matches any other without going back to the text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

import numpy as np
import numpy.typing as npt
import regex

Rows = npt.NDArray[np.float32]
"""One row for each sentence, one column for each feature."""
Indices = npt.NDArray[np.int64]
Spelling = tuple[str, Sequence[tuple[str, float]]]
"""What a word is made of: the letters to cut into pieces, and named features with weights."""

_PIECE = regex.compile(r"\d+(?:[.,]\d+)*|[\p{Han}\p{Thai}]|(?:(?![\p{Han}\p{Thai}])[\p{L}\p{M}])+")
_SHORTEST, _LONGEST = 3, 5
_WORD_WEIGHT, _NUMBER_WEIGHT = 2.0, 3.0
_PRIME = np.uint64(0x9E3779B97F4A7C15)
_PIECES = np.uint64(1 << 62)
"""Numbers of pieces are hashes above this, those of named features count from 0."""
_CHUNK = 4096


def words_of(text: str) -> list[str]:
    """Return the lower-case words and numbers of *text*; each ideograph is a word."""
    return _PIECE.findall(text.lower())


def spelling(word: str) -> Spelling:
    """Return what one word of one language is made of: itself and its 3- to 5-grams."""
    if word[0].isdigit():
        return "", ((word.replace(",", ""), _NUMBER_WEIGHT),)
    return word, (("=" + word, _WORD_WEIGHT),)


@dataclass(frozen=True)
class Bags:
    """Weighted features of many sentences, kept sparse: entries of row *k* lie in its bounds."""

    bounds: Indices
    columns: npt.NDArray[np.int32]
    values: npt.NDArray[np.float32]
    width: int

    def __len__(self) -> int:
        return len(self.bounds) - 1

    def entries(self, start: int, end: int) -> tuple[Indices, npt.NDArray[np.int32], Rows]:
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
        row, column, value = np.concatenate(rows), np.concatenate(columns), np.concatenate(values)
        shared = np.bincount(column, minlength=self.width) > 1
        place = np.cumsum(shared) - 1
        width, common = int(shared.sum()), shared[column]
        dense = np.zeros((n, width + n), np.float32)
        dense[row[common], place[column[common]]] = value[common]
        own = np.bincount(row[~common], value[~common] ** 2, minlength=n)
        dense[np.arange(n), width + np.arange(n)] = np.sqrt(own)
        return dense


def bags(
    sentences: Sequence[Sequence[str]], features: Callable[[str], Spelling] = spelling
) -> Bags:
    """Return the features of *sentences* (lists of words), weighted by rarity among them.

    *features* gives what a word is made of.
    """
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    words = [[numbers[word] for word in sentence] for sentence in sentences]
    table = _Table.of([features(word) for word in numbers])
    n = len(sentences)
    parts = [table.read(words[start : start + _CHUNK]) for start in range(0, n, _CHUNK)]
    sizes, columns, values = zip(*parts, strict=True) if parts else ((), (), ())
    column = np.concatenate((np.zeros(0, np.int32), *columns))
    rarity = np.log((n + 1) / np.maximum(np.bincount(column, minlength=table.width), 1))
    value = np.concatenate((np.zeros(0, np.float32), *values)) * rarity[column]
    bounds = np.concatenate((np.zeros(1, np.int64), *sizes)).cumsum()
    return Bags(bounds, column, value.astype(np.float32), table.width)


def weighted_rows(
    sentences: Sequence[Sequence[str]], features: Callable[[str], Spelling] = spelling
) -> Rows:
    """Return a dense row for each sentence; see :func:`bags`."""
    return bags(sentences, features).rows((0, len(sentences)))


@dataclass(frozen=True)
class _Table:
    """The features of distinct words: those of word *k* lie in its bounds."""

    bounds: Indices
    columns: Indices
    weights: npt.NDArray[np.float64]
    width: int

    @classmethod
    def of(cls, spellings: Sequence[Spelling]) -> _Table:
        """Number the named features and the pieces of all *spellings*."""
        names: defaultdict[str, int] = defaultdict(count().__next__)
        named = [(names[name], weight) for _, found in spellings for name, weight in found]
        many = np.array([len(found) for _, found in spellings], np.int64)
        letters = np.array([len(text) + 2 if text else 0 for text, _ in spellings], np.int64)
        cut = [np.maximum(letters - size + 1, 0) for size in range(_SHORTEST, _LONGEST + 1)]
        bounds = np.concatenate((np.zeros(1, np.int64), (many + sum(cut)).cumsum()))
        ids = np.zeros(bounds[-1], np.uint64)
        weights = np.ones(bounds[-1])
        at = bounds[:-1]
        slots = _spans(at, many)
        ids[slots] = [number for number, _ in named]
        weights[slots] = [weight for _, weight in named]
        at = at + many
        codes = _codes("".join(f"_{text}_" for text, _ in spellings if text))
        starts = letters.cumsum() - letters
        for counts, hashes in zip(cut, _hashes(codes), strict=True):
            ids[_spans(at, counts)] = hashes[_spans(starts, counts)]
            at = at + counts
        known, columns = np.unique(ids, return_inverse=True)
        return cls(bounds, columns, weights, len(known))

    def read(
        self, sentences: Sequence[Sequence[int]]
    ) -> tuple[Indices, npt.NDArray[np.int32], Rows]:
        """Return how many features each of *sentences* has, their columns and summed weights."""
        lengths = np.array([len(sentence) for sentence in sentences], np.int64)
        word = np.array([number for sentence in sentences for number in sentence], np.int64)
        start, many = self.bounds[word], self.bounds[word + 1] - self.bounds[word]
        entry, row = _spans(start, many), np.arange(len(sentences)).repeat(lengths).repeat(many)
        keys, inverse = np.unique(row * self.width + self.columns[entry], return_inverse=True)
        value = np.bincount(inverse, self.weights[entry], len(keys))
        found, column = np.divmod(keys, max(1, self.width))
        sizes = np.bincount(found, minlength=len(sentences))
        return sizes, column.astype(np.int32), value.astype(np.float32)


def _codes(text: str) -> npt.NDArray[np.uint64]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)


def _hashes(codes: npt.NDArray[np.uint64]) -> Iterator[npt.NDArray[np.uint64]]:
    """Yield, for every length of a piece, the number of the piece that begins at every letter."""
    found = codes
    for size in range(2, _LONGEST + 1):
        found = found[: max(0, len(codes) - size + 1)] * _PRIME + codes[size - 1 :]
        if size >= _SHORTEST:
            yield found | _PIECES


def _spans(starts: Indices, counts: Indices) -> Indices:
    """Return *counts* successive numbers from each of *starts*."""
    ends = counts.cumsum()
    total = int(ends[-1]) if len(ends) else 0
    return np.asarray(np.arange(total) + np.repeat(starts - ends + counts, counts))
