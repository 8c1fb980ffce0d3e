"""From pairs to groups: what one sentence joins or another cuts belongs together.

A group takes in a sentence, or another group, when that raises the match of the whole, or when it
looks like what is left over: if an article joins two wire sentences, the second resembles exactly
what the first leaves unmatched. The likeliest step is taken first, until none is likely.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from transdiff.aligner.features import Rows
from transdiff.aligner.grid import Grid, Matrix

ATTACH_SIGNALS = (
    "gain",  # rise of the cosine of the whole
    "rest",  # cosine with what the other side has and the group lacks
    "before",  # cosine of the group so far
    "touch",  # best cosine with a sentence of the other side
    "share",  # log weight of the sentence over that of the rest
    "adjacent",  # stands next to the group
    "gap",  # sentences between it and the group, at most 4
    "free",  # best cosine with a free sentence
    "behind",  # how far its best partner is ahead of this one
    "size",  # sentences of the group beyond a pair
    "left",  # share of the other side that is not matched
)
MERGE_SIGNALS = (
    "over_best",  # rise of the cosine over the better group
    "over_mean",  # rise over the mean of both
    "rest",  # cosine of what one leaves over with what the other does
    "lesser",  # cosine of the worse group
    "touch",  # best cosine of two sentences across
    "gap",  # sentences between the groups, both sides, at most 4 each
    "adjacent_mine",
    "adjacent_theirs",
    "size",  # sentences beyond a pair each
    "rest_back",  # the other way round of "rest", the lesser
)
TOUCH = 0.04
"""Sentences with no partner above this cosine in a group never join it."""
_FAR = 4


@dataclass
class Groups:
    """Groups of linked sentences with the sums of their rows; grows in place.

    ``label_mine`` and ``label_theirs`` give the group of every sentence, -1 for a free one.
    ``over`` is what the article side of a group has beyond the other, ``under`` the reverse.
    """

    grid: Grid
    mine: list[tuple[int, ...]]
    theirs: list[tuple[int, ...]]
    row: Rows
    other: Rows

    @classmethod
    def of(cls, grid: Grid, pairs: Sequence[tuple[int, int]]) -> Groups:
        """Start with a group for each pair."""
        mine, theirs = [i for i, _ in pairs], [j for _, j in pairs]
        return cls(grid, [(i,) for i in mine], [(j,) for j in theirs], grid.a[mine], grid.b[theirs])

    def __post_init__(self) -> None:
        n, m = self.grid.shape
        self.label_mine, self.label_theirs = np.full(n, -1), np.full(m, -1)
        self.over, self.under = self.row.copy(), self.row.copy()
        self.inner, self.lengths, self.other_lengths = (np.zeros(len(self)) for _ in range(3))
        self._relabel()
        for k in range(len(self)):
            self._sum(k)

    def __len__(self) -> int:
        return len(self.mine)

    @property
    def cosines(self) -> Matrix:
        """The cosine of the two sides of every group."""
        return self.inner / np.sqrt(np.maximum(self.lengths * self.other_lengths, 1e-9))

    def attach(self, k: int, *, mine: int | None = None, theirs: int | None = None) -> None:
        """Put a sentence into group *k*."""
        if mine is not None:
            self.mine[k] += (mine,)
            self.row[k] += self.grid.a[mine]
        if theirs is not None:
            self.theirs[k] += (theirs,)
            self.other[k] += self.grid.b[theirs]
        self._relabel()
        self._sum(k)

    def merge(self, k: int, other: int) -> None:
        """Put group *other* into group *k*; groups after *other* move up."""
        self.mine[k] += self.mine[other]
        self.theirs[k] += self.theirs[other]
        self.row[k] += self.row[other]
        self.other[k] += self.other[other]
        self._sum(k)
        del self.mine[other], self.theirs[other]
        for name in ("row", "other", "over", "under", "inner", "lengths", "other_lengths"):
            setattr(self, name, np.delete(getattr(self, name), other, axis=0))
        self._relabel()

    def _relabel(self) -> None:
        for label, parts in ((self.label_mine, self.mine), (self.label_theirs, self.theirs)):
            label[:] = -1
            for k, part in enumerate(parts):
                label[list(part)] = k

    def _sum(self, k: int) -> None:
        row, other = self.row[k], self.other[k]
        self.over[k] = np.maximum(row - other, 0)
        self.under[k] = np.maximum(other - row, 0)
        self.inner[k], self.lengths[k], self.other_lengths[k] = (
            row @ other,
            row @ row,
            other @ other,
        )


def attach_signals(groups: Groups, k: int, side: int) -> Matrix:
    """Return ``ATTACH_SIGNALS`` of every article (side 0) or reference (1) sentence with group *k*.

    Shape (n, signals). ``free`` is left 0: it changes with every step (:func:`free_best`).
    """
    grid, product = groups.grid, groups.inner[k]
    length, other_length = groups.lengths[k], groups.other_lengths[k]
    if side == 0:
        rows, cross, own, cosine = grid.a, grid.across, grid.mine, grid.cosine
        inside, partners, left_over = groups.mine[k], groups.theirs[k], groups.under[k]
    else:
        rows, cross, own, cosine = grid.b, grid.across.T, grid.theirs, grid.cosine.T
        inside, partners, left_over = groups.theirs[k], groups.mine[k], groups.over[k]
        length, other_length = other_length, length
    weight = own.diagonal()
    to_other = cross[:, partners].sum(axis=1)
    whole = length + 2 * own[:, inside].sum(axis=1) + weight
    joined = (product + to_other) / np.sqrt(np.maximum(whole * other_length, 1e-9))
    over_length = float(left_over @ left_over)
    rest = (rows @ left_over) / np.sqrt(np.maximum(weight * over_length, 1e-9))
    touch = cosine[:, partners].max(axis=1)
    places = np.abs(np.arange(len(rows))[:, None] - np.array(inside)).min(axis=1)
    before = product / np.sqrt(max(length * other_length, 1e-9))
    same = np.ones(len(rows))
    return np.stack(
        (
            joined - before,
            rest,
            before * same,
            touch,
            np.log((weight + 1) / (over_length + 1)),
            (places == 1).astype(np.float64),
            np.minimum(places - 1, _FAR),
            0 * same,
            cosine.max(axis=1) - touch,
            (len(inside) + len(partners) - 2) * same,
            np.sqrt(over_length / (other_length + 1e-9)) * same,
        ),
        axis=-1,
    )


def merge_signals(groups: Groups, k: int) -> Matrix:
    """Return ``MERGE_SIGNALS`` of group *k* with every group, shape (groups, signals)."""
    row, other, each = groups.row, groups.other, groups.cosines
    top = groups.inner + groups.inner[k] + other @ row[k] + row @ other[k]
    left = groups.lengths + groups.lengths[k] + 2 * (row @ row[k])
    right = groups.other_lengths + groups.other_lengths[k] + 2 * (other @ other[k])
    whole = top / np.sqrt(np.maximum(left * right, 1e-9))
    forth = _cosines(groups.under, groups.over[k])
    back = _cosines(groups.over, groups.under[k])
    gap_mine = _distances(groups.label_mine, groups.mine[k], len(groups))
    gap_theirs = _distances(groups.label_theirs, groups.theirs[k], len(groups))
    sizes = np.array([len(a) + len(b) - 2 for a, b in zip(groups.mine, groups.theirs, strict=True)])
    return np.stack(
        (
            whole - np.maximum(each, each[k]),
            whole - (each + each[k]) / 2,
            np.maximum(forth, back),
            np.minimum(each, each[k]),
            _touch(groups, k),
            np.minimum(gap_mine - 1, _FAR) + np.minimum(gap_theirs - 1, _FAR),
            (gap_mine == 1).astype(np.float64),
            (gap_theirs == 1).astype(np.float64),
            sizes + sizes[k],
            np.minimum(forth, back),
        ),
        axis=-1,
    )


def free_best(groups: Groups) -> tuple[Matrix, Matrix]:
    """Return the best cosine with a free sentence of the other side, 0 for a sentence not free."""
    left, right = groups.label_mine < 0, groups.label_theirs < 0
    open_pairs = groups.grid.cosine * (left[:, None] & right)
    return open_pairs.max(axis=1, initial=0.0), open_pairs.max(axis=0, initial=0.0)


def _touch(groups: Groups, k: int) -> Matrix:
    """Return the best cosine between a sentence of group *k* and one of every other group."""
    cosine, found = groups.grid.cosine, np.zeros(len(groups))
    for label, best in (
        (groups.label_theirs, cosine[list(groups.mine[k])].max(axis=0)),
        (groups.label_mine, cosine[:, list(groups.theirs[k])].max(axis=1)),
    ):
        inside = label >= 0
        np.maximum.at(found, label[inside], best[inside])
    return found


def _distances(label: npt.NDArray[np.int64], part: tuple[int, ...], groups: int) -> Matrix:
    """Return how far every group is from *part*, in sentences of one side."""
    places = np.abs(np.arange(len(label))[:, None] - np.array(part)).min(axis=1)
    found = np.full(groups, len(label))
    inside = label >= 0
    np.minimum.at(found, label[inside], places[inside])
    return found.astype(np.float64)


def _cosines(rows: Rows, row: Rows) -> Matrix:
    lengths = np.einsum("ij,ij->i", rows, rows) * float(row @ row)
    return np.asarray((rows @ row) / np.sqrt(np.maximum(lengths, 1e-9)), np.float64)
