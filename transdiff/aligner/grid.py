"""How much every article sentence has in common with every sentence of one reference."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from transdiff.aligner.features import Rows

Matrix = npt.NDArray[np.float64]


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
        across, mine, theirs = (np.asarray(x, np.float64) for x in (a @ b.T, a @ a.T, b @ b.T))
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
    """Mark the cells that are the best of their row and of their column."""
    n, m = scores.shape
    marked = np.zeros((n, m), np.bool_)
    if n and m:
        rows = np.arange(n)
        columns = scores.argmax(axis=1)
        kept = scores.argmax(axis=0)[columns] == rows
        marked[rows[kept], columns[kept]] = True
    return marked
