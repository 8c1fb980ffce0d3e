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
from transdiff.aligner.grid import Grid, Matrix, product

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
    "evener",  # how much closer in length the sides become
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
    "evener",  # how much closer in length the sides are than those of the less even group
)
TOUCH = 0.04
"""Sentences with no partner above this cosine in a group never join it."""
LARGEST = 6
"""Sentences of one side that a group never exceeds: where all look alike, growth must end."""
_FAR = 4
_UNEVEN = 1.5


@dataclass
class Groups:
    """Groups of linked sentences; grows in place.

    ``label_mine`` and ``label_theirs`` give the group of every sentence, -1 for a free one.
    ``over`` is what the article side of a group has beyond the other, ``under`` the reverse;
    ``inner``, ``lengths`` and ``other_lengths`` are the products of the sides' sums of rows,
    ``size`` and ``other_size`` their characters.
    """

    grid: Grid
    mine: list[tuple[int, ...]]
    theirs: list[tuple[int, ...]]

    @classmethod
    def of(cls, grid: Grid, pairs: Sequence[tuple[int, int]]) -> Groups:
        """Start with a group for each pair."""
        return cls(grid, [(i,) for i, _ in pairs], [(j,) for _, j in pairs])

    def __post_init__(self) -> None:
        n, m = self.grid.shape
        self.label_mine, self.label_theirs = np.full(n, -1), np.full(m, -1)
        self.over, self.under = np.zeros((2, len(self), self.grid.a.shape[1]), np.float32)
        self.inner, self.lengths, self.other_lengths, self.size, self.other_size = np.zeros(
            (5, len(self))
        )
        pairs = [k for k in range(len(self)) if len(self.mine[k]) == len(self.theirs[k]) == 1]
        self._take_over(pairs)
        for k in range(len(self)):
            if len(self.mine[k]) + len(self.theirs[k]) > 2:
                self._sum(k)

    def __len__(self) -> int:
        return len(self.mine)

    @property
    def cosines(self) -> Matrix:
        """The cosine of the two sides of every group."""
        return self.inner / np.sqrt(np.maximum(self.lengths * self.other_lengths, 1e-9))

    def sizes(self, side: int) -> npt.NDArray[np.int64]:
        """Return how many article (*side* 0) or reference sentences (1) every group holds."""
        return np.array([len(part) for part in (self.mine, self.theirs)[side]], np.int64)

    def attach(self, k: int, *, mine: int | None = None, theirs: int | None = None) -> None:
        """Put a sentence into group *k*."""
        if mine is not None:
            self.mine[k] += (mine,)
        if theirs is not None:
            self.theirs[k] += (theirs,)
        self._sum(k)

    def merge(self, k: int, other: int) -> None:
        """Put group *other* into group *k*; the last group takes the place of *other*."""
        self.mine[k] += self.mine[other]
        self.theirs[k] += self.theirs[other]
        self._sum(k)
        for parts in (self.mine, self.theirs):
            parts[other] = parts[-1]
            parts.pop()
        for name in ("over", "under", "inner", "lengths", "other_lengths", "size", "other_size"):
            values = getattr(self, name)
            values[other] = values[-1]
            setattr(self, name, values[:-1])  # a view: rows are wide, copies would be dear
        if other < len(self):
            self._label(other)

    def _label(self, k: int) -> None:
        self.label_mine[list(self.mine[k])] = k
        self.label_theirs[list(self.theirs[k])] = k

    def _take_over(self, pairs: Sequence[int]) -> None:
        """Sum up, all at once, groups that are one pair each: their sums are what the grid has."""
        if not pairs:
            return
        grid, i, j = self.grid, [self.mine[k][0] for k in pairs], [self.theirs[k][0] for k in pairs]
        self.label_mine[i], self.label_theirs[j] = pairs, pairs
        apart = grid.a[i] - grid.b[j]
        self.over[pairs], self.under[pairs] = np.maximum(apart, 0), np.maximum(-apart, 0)
        self.inner[pairs] = grid.across[i, j]
        self.lengths[pairs], self.other_lengths[pairs] = grid.mine[i, i], grid.theirs[j, j]
        self.size[pairs], self.other_size[pairs] = grid.sizes[0][i], grid.sizes[1][j]

    def _sum(self, k: int) -> None:
        """Sum up group *k* anew."""
        self._label(k)
        grid, mine, theirs = self.grid, list(self.mine[k]), list(self.theirs[k])
        apart = grid.a[mine].sum(axis=0) - grid.b[theirs].sum(axis=0)
        self.over[k] = np.maximum(apart, 0)
        self.under[k] = np.maximum(-apart, 0)
        self.inner[k] = grid.across[mine][:, theirs].sum()
        self.lengths[k] = grid.mine[mine][:, mine].sum()
        self.other_lengths[k] = grid.theirs[theirs][:, theirs].sum()
        self.size[k], self.other_size[k] = grid.sizes[0][mine].sum(), grid.sizes[1][theirs].sum()


def attach_signals(groups: Groups, chosen: Sequence[int], side: int) -> Matrix:
    """Return ``ATTACH_SIGNALS`` of the *chosen* groups with every sentence of one side.

    *side* is 0 for article sentences, 1 for reference sentences; shape (chosen, n, signals).
    ``free`` is left 0: it changes with every step (:func:`free_best`).
    """
    grid, ks = groups.grid, list(chosen)
    lengths, others = groups.lengths[ks], groups.other_lengths[ks]
    size, other_size = groups.size[ks], groups.other_size[ks]
    if side == 0:
        rows, cross, own, cosine = grid.a, grid.across, grid.mine, grid.cosine
        inside, partners, left_over = groups.mine, groups.theirs, groups.under[ks]
    else:
        rows, cross, own, cosine = grid.b, grid.across.T, grid.theirs, grid.cosine.T
        inside, partners, left_over = groups.theirs, groups.mine, groups.over[ks]
        lengths, others, size, other_size = others, lengths, other_size, size
    within, within_at = _members(inside, ks)
    across, across_at = _members(partners, ks)
    weight = own.diagonal()[:, None]
    to_other = np.add.reduceat(cross[:, across], across_at, axis=1)
    whole = lengths + 2 * np.add.reduceat(own[:, within], within_at, axis=1) + weight
    joined = (groups.inner[ks] + to_other) / np.sqrt(np.maximum(whole * others, 1e-9))
    left_length = np.einsum("ij,ij->i", left_over, left_over)
    rest = _products(left_over, rows).T / np.sqrt(np.maximum(weight * left_length, 1e-9))
    touch = np.maximum.reduceat(cosine[:, across], across_at, axis=1)
    steps = np.abs(np.arange(len(rows))[:, None] - within)
    places = np.minimum.reduceat(steps, within_at, axis=1)
    before, same = groups.cosines[ks], np.ones_like(touch)
    sizes = np.array([len(inside[k]) + len(partners[k]) - 2 for k in ks])
    found = np.stack(
        (
            joined - before,
            rest,
            before * same,
            touch,
            np.log((weight + 1) / (left_length + 1)),
            places == 1,
            np.minimum(places - 1, _FAR),
            0 * same,
            cosine.max(axis=1)[:, None] - touch,
            sizes * same,
            np.sqrt(left_length / (others + 1e-9)) * same,
            _uneven(size, other_size) - _uneven(size + grid.sizes[side][:, None], other_size),
        ),
        axis=-1,
    )
    return np.asarray(found.swapaxes(0, 1), np.float64)


def merge_signals(groups: Groups, chosen: Sequence[int]) -> Matrix:
    """Return ``MERGE_SIGNALS`` of the *chosen* groups with every group.

    Shape (chosen, groups, signals).
    """
    ks = list(chosen)
    grid, each = groups.grid, groups.cosines
    mine, theirs = (_members(p, range(len(groups))) for p in (groups.mine, groups.theirs))
    my, their = _members(groups.mine, ks), _members(groups.theirs, ks)
    top = groups.inner[ks][:, None] + groups.inner
    top += _sums(grid.across, my, theirs) + _sums(grid.across.T, their, mine)
    left = groups.lengths[ks][:, None] + groups.lengths + 2 * _sums(grid.mine, my, mine)
    right = groups.other_lengths[ks][:, None] + groups.other_lengths
    right += 2 * _sums(grid.theirs, their, theirs)
    whole = top / np.sqrt(np.maximum(left * right, 1e-9))
    forth = _cosines(groups.over[ks], groups.under)
    back = _cosines(groups.under[ks], groups.over)
    gap_mine, gap_theirs = _distances(groups.mine, ks), _distances(groups.theirs, ks)
    sizes = np.array([len(a) + len(b) - 2 for a, b in zip(groups.mine, groups.theirs, strict=True)])
    chosen_each = each[ks][:, None]
    uneven = _uneven(groups.size, groups.other_size)
    found = np.stack(
        (
            whole - np.maximum(each, chosen_each),
            whole - (each + chosen_each) / 2,
            np.maximum(forth, back),
            np.minimum(each, chosen_each),
            _touch(groups, ks),
            np.minimum(gap_mine - 1, _FAR) + np.minimum(gap_theirs - 1, _FAR),
            gap_mine == 1,
            gap_theirs == 1,
            sizes + sizes[ks][:, None],
            np.minimum(forth, back),
            np.maximum(uneven, uneven[ks][:, None])
            - _uneven(
                groups.size[ks][:, None] + groups.size,
                groups.other_size[ks][:, None] + groups.other_size,
            ),
        ),
        axis=-1,
    )
    return np.asarray(found, np.float64)


def _uneven(size: Matrix, other: Matrix) -> Matrix:
    """Return the difference of the log lengths in characters, at most ``_UNEVEN``."""
    return np.asarray(np.minimum(np.abs(np.log((size + 1) / (other + 1))), _UNEVEN))


def free_best(groups: Groups) -> tuple[Matrix, Matrix]:
    """Return the best cosine with a free sentence of the other side, 0 for a sentence not free."""
    left, right = groups.label_mine < 0, groups.label_theirs < 0
    open_pairs = groups.grid.cosine * (left[:, None] & right)
    return open_pairs.max(axis=1, initial=0.0), open_pairs.max(axis=0, initial=0.0)


def _members(
    parts: Sequence[tuple[int, ...]], chosen: Sequence[int]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return the members of the *chosen* parts in a row, and where each part begins."""
    sizes = [len(parts[k]) for k in chosen]
    members = np.array([i for k in chosen for i in parts[k]], np.int64)
    return members, np.cumsum([0, *sizes[:-1]], dtype=np.int64)


def _touch(groups: Groups, chosen: Sequence[int]) -> Matrix:
    """Return the best cosine between a sentence of a *chosen* group and one of every group."""
    every = range(len(groups))
    best = []
    for cosine, ours, others in (
        (groups.grid.cosine, groups.mine, groups.theirs),
        (groups.grid.cosine.T, groups.theirs, groups.mine),
    ):
        (rows, rows_at), (columns, columns_at) = _members(ours, chosen), _members(others, every)
        across = np.maximum.reduceat(cosine[np.ix_(rows, columns)], rows_at, axis=0)
        best.append(np.maximum.reduceat(across, columns_at, axis=1))
    return np.maximum(best[0], best[1])


def _distances(parts: Sequence[tuple[int, ...]], chosen: Sequence[int]) -> Matrix:
    """Return how far the *chosen* parts are from every part, in sentences of one side."""
    (rows, rows_at), (columns, columns_at) = (
        _members(parts, chosen),
        _members(parts, range(len(parts))),
    )
    steps = np.minimum.reduceat(np.abs(rows[:, None] - columns), rows_at, axis=0)
    return np.minimum.reduceat(steps, columns_at, axis=1).astype(np.float64)


def _sums(
    matrix: Matrix,
    rows: tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]],
    columns: tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]],
) -> Matrix:
    """Sum up *matrix* over the members of every part; see :func:`_members`."""
    cells = np.add.reduceat(matrix[rows[0]][:, columns[0]], rows[1], axis=0)
    return np.asarray(np.add.reduceat(cells, columns[1], axis=1))


def _products(ours: Rows, rows: Rows) -> Matrix:
    """Return all inner products; *ours* are mostly zeros, which counts where they are few."""
    if len(ours) == 1:
        columns = ours[0].nonzero()[0]
        ours, rows = ours[:, columns], rows[:, columns]
    return product(ours, rows)


def _cosines(ours: Rows, rows: Rows) -> Matrix:
    lengths = np.outer(np.einsum("ij,ij->i", ours, ours), np.einsum("ij,ij->i", rows, rows))
    return np.asarray(_products(ours, rows) / np.sqrt(np.maximum(lengths, 1e-9)))
