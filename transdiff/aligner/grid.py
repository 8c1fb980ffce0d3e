"""How much every article sentence has in common with every sentence of one reference."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from transdiff.aligner.features import Rows

Matrix = npt.NDArray[np.float64]
_TIE = 1e-6
_STRIP, _LEAST_WIDTH = 1 << 18, 64
"""Multiplications up to which BLAS stays in one thread: more threads spin longer than they help."""


@dataclass(frozen=True)
class Grid:
    """Rows of both sides with their inner products.

    ``across[i, j]`` is the product of article row *i* and reference row *j*, ``mine`` and
    ``theirs`` are the products within each side, ``cosine`` is ``across`` over the lengths.
    ``sizes`` are the characters of the sentences of both sides.
    """

    a: Rows
    b: Rows
    across: Matrix
    mine: Matrix
    theirs: Matrix
    cosine: Matrix
    sizes: tuple[Matrix, Matrix]

    @classmethod
    def of(cls, a: Rows, b: Rows, sizes: tuple[Matrix, Matrix] | None = None) -> Grid:
        """Multiply rows *a* and *b*."""
        across, mine, theirs = product(a, b), product(a, a), product(b, b)
        lengths = np.sqrt(np.outer(mine.diagonal(), theirs.diagonal()))
        cosine = across / np.maximum(lengths, 1e-9)
        sizes = sizes or (np.ones(len(a)), np.ones(len(b)))
        return cls(a, b, across, mine, theirs, cosine, sizes)

    @property
    def shape(self) -> tuple[int, int]:
        """Number of article and of reference sentences."""
        return len(self.a), len(self.b)

    @property
    def best(self) -> Matrix:
        """The best cosine of every article sentence."""
        return np.asarray(self.cosine.max(axis=1, initial=0.0))

    @cached_property
    def ahead(self) -> tuple[Matrix, Matrix]:
        """How far every cosine is ahead of the best other one of its row, of its column."""
        return ahead_of(self.cosine)


def product(a: Rows, b: Rows) -> Matrix:
    """Return all inner products of rows *a* and *b*."""
    if len(b) == 1:
        return np.asarray(np.einsum("ij,j->i", a, b[0])[:, None], np.float64)
    height = max(1, min(len(a), _STRIP // (max(1, len(b)) * _LEAST_WIDTH)))
    width = max(1, _STRIP // max(1, height * len(b)))
    found = np.zeros((len(a), len(b)))
    for i in range(0, len(a), height):
        for k in range(0, a.shape[1], width):
            found[i : i + height] += a[i : i + height, k : k + width] @ b[:, k : k + width].T
    return found


def shifted(matrix: Matrix, down: int, right: int) -> Matrix:
    """Move the cells of *matrix*, zeros coming in from the edges."""
    n, m = matrix.shape
    out = np.zeros_like(matrix)
    if abs(down) < n and abs(right) < m:
        out[max(0, down) : n + min(0, down), max(0, right) : m + min(0, right)] = matrix[
            max(0, -down) : n - max(0, down), max(0, -right) : m - max(0, right)
        ]
    return out


def mutual(scores: Matrix) -> npt.NDArray[np.bool_]:
    """Mark the cells that are the best of their row and of their column.

    Of equals, as exact repeats are, the one nearest to the same place in its text is the best.
    """
    n, m = scores.shape
    down, right = np.arange(n) / max(1, n - 1), np.arange(m) / max(1, m - 1)
    scores = scores - _TIE * np.abs(down[:, None] - right)
    marked = np.zeros((n, m), np.bool_)
    if n and m:
        rows = np.arange(n)
        columns = scores.argmax(axis=1)
        kept = scores.argmax(axis=0)[columns] == rows
        marked[rows[kept], columns[kept]] = True
    return marked


def ahead_of(scores: Matrix, none: float = 0.0) -> tuple[Matrix, Matrix]:
    """Return how far every cell is ahead of the best other of its row and of its column.

    Where there is no other, *none* stands for it.
    """
    return scores - _next_best(scores, 1, none), scores - _next_best(scores, 0, none)


def _next_best(scores: Matrix, axis: int, none: float) -> Matrix:
    """For every cell the best other value along *axis*."""
    if scores.shape[axis] < 2:
        return np.full_like(scores, none)
    ordered = np.partition(scores, -2, axis=axis)
    best, second = ordered.take([-1], axis=axis), ordered.take([-2], axis=axis)
    return np.where(scores >= best, second, best)
