"""Which pairs of sentences say the same: each the other's best match, and likely enough.

No order is assumed: what speaks for a pair besides its own similarity is how far it is ahead of
the next best, and whether pairs around it run alongside.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from transdiff.aligner.evidence import Evidence
from transdiff.aligner.features import Indices
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
    "content_root",  # the same of the rows of content
    "content_cosine",
    "content_ahead_row",
    "content_ahead_column",
    "content_mass",
    "content_lost",  # log weight of what either side has and the other lacks
    "content_contained",
    "content_elsewhere",
)
VECTOR_SIGNALS = ("vector", "vector_ahead_row", "vector_ahead_column")
"""What an encoder adds: the cosine of two vectors, and how far it is ahead."""
_NEAR = 3
_STEPS = [
    (_NEAR + sign * down, _NEAR + sign * right)
    for sign in (1, -1)
    for down in range(1, _NEAR + 1)
    for right in range(1, _NEAR + 1)
    if down + right > 2
]
_DOWN, _RIGHT = (np.array(side) for side in zip(*_STEPS, strict=True))
_NEIGHBOUR, _FIRM, _FIRM_COSINE = 0.2, 0.25, 0.1


def supported(grid: Grid) -> Matrix:
    """Add to every cosine a share of those of the pairs right before and after it."""
    cosine = grid.cosine
    return cosine + _NEIGHBOUR * (shifted(cosine, 1, 1) + shifted(cosine, -1, -1))


def firm_pairs(grid: Grid, scores: Matrix) -> npt.NDArray[np.bool_]:
    """Mark the mutually best pairs that hardly need a second look."""
    return mutual(scores) & (scores > _FIRM) & (grid.cosine > _FIRM_COSINE)


def signals(
    evidence: Evidence, firm: npt.NDArray[np.bool_], pairs: npt.NDArray[np.bool_]
) -> Matrix:
    """Return ``SIGNALS`` for every marked cell of *pairs*, row by row, shape (pairs, signals).

    *firm* marks pairs taken for right. ``VECTOR_SIGNALS`` follow where there are vectors.
    """
    rows, columns = pairs.nonzero()
    places = np.asarray(rows, np.int64), np.asarray(columns, np.int64)
    found = [*_of_words(evidence, firm, places), *_of_content(evidence, places)]
    if evidence.vectors is not None:
        ahead_row, ahead_column = evidence.vectors.ahead
        found += [m[places] for m in (evidence.vectors.cosine, ahead_row, ahead_column)]
    return np.stack(found, axis=-1)


def _of_words(
    evidence: Evidence, firm: npt.NDArray[np.bool_], places: tuple[Indices, Indices]
) -> Iterator[Matrix]:
    grid, (i, j) = evidence.words, places
    cosine, across = grid.cosine[places], grid.across[places]
    left, right = grid.mine.diagonal()[i] + 1e-9, grid.theirs.diagonal()[j] + 1e-9
    marks = np.pad(firm.astype(np.float64), _NEAR)
    before, after = marks[i + _NEAR - 1, j + _NEAR - 1], marks[i + _NEAR + 1, j + _NEAR + 1]
    size, other = grid.sizes[0][i], grid.sizes[1][j]
    yield np.sqrt(np.maximum(cosine, 0))
    yield cosine
    yield from (ahead[places] for ahead in grid.ahead)
    yield np.log1p(np.maximum(across, 0))
    yield np.abs(np.log(left) - np.log(right))
    yield np.maximum(before, after)
    yield before * after
    yield marks[i + _DOWN[:, None], j + _RIGHT[:, None]].max(axis=0, initial=0.0)
    yield np.minimum(np.maximum(across / left, across / right), 1.5)
    yield np.minimum(np.log1p(left), np.log1p(right))
    yield np.full(len(i), firm.any(axis=1).sum() / max(1, min(grid.shape)))
    yield np.abs(np.log((size + 1) / (other + 1)))
    yield evidence.words_elsewhere[i]


def _of_content(evidence: Evidence, places: tuple[Indices, Indices]) -> Iterator[Matrix]:
    grid, (i, j) = evidence.content, places
    cosine, across = grid.cosine[places], grid.across[places]
    left, right = grid.mine.diagonal()[i] + 1e-9, grid.theirs.diagonal()[j] + 1e-9
    yield np.sqrt(np.maximum(cosine, 0))
    yield cosine
    yield from (ahead[places] for ahead in grid.ahead)
    yield np.log1p(np.maximum(across, 0))
    yield np.log1p(np.maximum(left + right - 2 * across, 0))
    yield np.minimum(np.maximum(across / left, across / right), 1.5)
    yield evidence.content_elsewhere[i]
