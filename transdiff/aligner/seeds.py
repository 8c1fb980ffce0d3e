"""Which pairs of sentences say the same: each the other's best match, and likely enough.

No order is assumed: what speaks for a pair besides its own similarity is how far it is ahead of
the next best, and whether pairs around it run alongside.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from transdiff.aligner.grid import Grid, Matrix, mutual, shifted

SIGNALS = (
    "root",  # square root of the cosine
    "cosine",
    "ahead_row",  # how far ahead of the next best reference sentence
    "ahead_column",  # how far ahead of the next best article sentence
    "mass",  # logarithm of the weight in common
    "uneven",  # difference of the sides' log weights
    "beside",  # a firm pair right before or right after
    "between",  # both
    "near",  # a firm pair within three sentences, in the same order
    "contained",  # share of the lighter side that the other has
    "weight",  # log weight of the lighter side
    "covered",  # share of the reference that has firm pairs
    "length",  # difference of the log lengths in characters
    "elsewhere",  # best cosine of the article sentence in another reference
)
LEAST = 0.03
"""Cosine below which a pair is never a seed."""
_NEIGHBOUR, _FIRM, _FIRM_COSINE = 0.2, 0.25, 0.1


def supported(grid: Grid) -> Matrix:
    """Add to every cosine a share of those of the pairs right before and after it."""
    cosine = grid.cosine
    return cosine + _NEIGHBOUR * (shifted(cosine, 1, 1) + shifted(cosine, -1, -1))


def firm_pairs(grid: Grid, scores: Matrix) -> npt.NDArray[np.bool_]:
    """Mark the mutually best pairs that hardly need a second look."""
    return mutual(scores) & (scores > _FIRM) & (grid.cosine > _FIRM_COSINE)


def signals(grid: Grid, firm: npt.NDArray[np.bool_], elsewhere: Matrix) -> Matrix:
    """Return ``SIGNALS`` for every pair, shape (n, m, k)."""
    cosine, marks = grid.cosine, firm.astype(np.float64)
    left = grid.mine.diagonal()[:, None] + 1e-9
    right = grid.theirs.diagonal()[None, :] + 1e-9
    before, after = shifted(marks, 1, 1), shifted(marks, -1, -1)
    covered = marks.max(axis=1, initial=0.0).sum() / max(1, min(grid.shape))
    same = np.ones_like(cosine)
    size, other = grid.sizes
    return np.stack(
        (
            np.sqrt(np.maximum(cosine, 0)),
            cosine,
            cosine - _next_best(cosine, 1),
            cosine - _next_best(cosine, 0),
            np.log1p(np.maximum(grid.across, 0)),
            np.abs(np.log(left) - np.log(right)),
            np.maximum(before, after),
            before * after,
            _near(marks),
            np.minimum(np.maximum(grid.across / left, grid.across / right), 1.5),
            np.minimum(np.log1p(left), np.log1p(right)),
            covered * same,
            np.abs(np.log((size[:, None] + 1) / (other + 1))),
            elsewhere[:, None] * same,
        ),
        axis=-1,
    )


def _near(marks: Matrix) -> Matrix:
    found = np.zeros_like(marks)
    for down in (-3, -2, -1, 1, 2, 3):
        for right in (-3, -2, -1, 1, 2, 3):
            if down * right > 0 and (abs(down) > 1 or abs(right) > 1):
                np.maximum(found, shifted(marks, down, right), out=found)
    return found


def _next_best(cosine: Matrix, axis: int) -> Matrix:
    """For every cell the best other value along *axis*, 0 where there is none."""
    if cosine.shape[axis] < 2:
        return np.zeros_like(cosine)
    ordered = np.partition(cosine, -2, axis=axis)
    best, second = ordered.take([-1], axis=axis), ordered.take([-2], axis=axis)
    return np.where(cosine >= best, second, best)
