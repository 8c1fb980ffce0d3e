"""Same-language search in one reference: pair what is alike, then grow the pairs into groups.

No order is assumed. A sentence pair is a seed when each is the other's best match, neighbours that
match alongside counting in its favour. A seed grows by what raises the match of the whole, or by
what fits the part of the group that is not matched yet: when an article joins two wire sentences,
the second one looks like exactly what the first left over.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

import numpy as np

from transdiff.aligner.features import Rows


@dataclass(frozen=True, slots=True)
class Limits:
    """Where to draw the lines; fitted on the development half of the alignment benchmark.

    ``support``: what a matching neighbour adds. ``seed``: least supported similarity of a pair.
    ``bare``: least similarity of its own. ``touch``: least similarity of two sentences of a group.
    ``gap``: cost of each sentence skipped inside a group. ``rest``, ``rest_gain``: similarity to
    what is left over that just pays for itself, and its worth; ``join``, ``join_gain`` the same
    for two groups, ``best_share`` how far their better one is the measure.
    """

    support: float = 0.2
    seed: float = 0.22
    bare: float = 0.06
    touch: float = 0.05
    gap: float = 0.02
    rest: float = 0.17
    rest_gain: float = 0.3
    join: float = 0.4
    join_gain: float = 0.6
    best_share: float = 0.7


@dataclass(frozen=True)
class Group:
    """Linked sentences with the sum of their rows and what each side has beyond the other."""

    mine: tuple[int, ...]
    theirs: tuple[int, ...]
    row: Rows
    other: Rows
    similarity: float

    @property
    def skipped(self) -> int:
        """How many sentences lie inside the group and do not belong to it."""
        return _skipped(self.mine) + _skipped(self.theirs)


def cosine(a: Rows, b: Rows) -> float:
    """Return the cosine of two rows, 0 for an empty one."""
    size = float(a @ a) * float(b @ b)
    return min(1.0, float(a @ b) / sqrt(size)) if size > 0 else 0.0


def similarities(a: Rows, b: Rows) -> Rows:
    """Return the cosines of all rows of *a* with all rows of *b*."""
    left = np.linalg.norm(a, axis=1, keepdims=True)
    right = np.linalg.norm(b, axis=1, keepdims=True)
    return np.asarray((a / np.maximum(left, 1e-9)) @ (b / np.maximum(right, 1e-9)).T)


def find_groups(a: Rows, b: Rows, limits: Limits = Limits()) -> list[Group]:
    """Return the linked groups of article rows *a* and reference rows *b*."""
    return _Search(a, b, limits).run()


class _Search:
    """The growing set of groups, the sentences still free, and the similarities of all pairs."""

    def __init__(self, a: Rows, b: Rows, limits: Limits) -> None:
        self.a, self.b, self.limits = a, b, limits
        self.matrix = similarities(a, b)
        self.groups: list[Group] = []
        self.free = (set(range(len(a))), set(range(len(b))))

    def run(self) -> list[Group]:
        """Seed, then take the best step while one pays."""
        for i, j in self._seeds():
            self._take(self._group((i,), (j,)))
        while True:
            best = max(self._steps(), key=lambda step: step[0], default=None)
            if best is None or best[0] <= 0:
                return self.groups
            _, old, mine, theirs = best
            self.groups = [g for k, g in enumerate(self.groups) if k not in old]
            self._take(self._group(mine, theirs))

    def _take(self, group: Group) -> None:
        self.groups.append(group)
        self.free[0].difference_update(group.mine)
        self.free[1].difference_update(group.theirs)

    def _group(self, mine: tuple[int, ...], theirs: tuple[int, ...]) -> Group:
        row, other = self.a[list(mine)].sum(axis=0), self.b[list(theirs)].sum(axis=0)
        return Group(mine, theirs, row, other, cosine(row, other))

    def _seeds(self) -> Iterator[tuple[int, int]]:
        supported = _with_neighbours(self.matrix, self.limits.support)
        if not supported.size:
            return
        best_row, best_column = supported.argmax(axis=1), supported.argmax(axis=0)
        for i, j in enumerate(best_row.tolist()):
            if (
                best_column[j] == i
                and supported[i, j] > self.limits.seed
                and self.matrix[i, j] > self.limits.bare
            ):
                yield i, j

    def _steps(self) -> Iterator[tuple[float, tuple[int, ...], tuple[int, ...], tuple[int, ...]]]:
        """Yield (gain, groups replaced, article sentences, reference sentences)."""
        for k, group in enumerate(self.groups):
            over = np.maximum(group.row - group.other, 0)
            under = np.maximum(group.other - group.row, 0)
            for i in sorted(self.free[0]):
                if self.matrix[i, list(group.theirs)].max() > self.limits.touch:
                    mine = (*group.mine, i)
                    whole = cosine(group.row + self.a[i], group.other)
                    yield self._gain(group, whole, cosine(under, self.a[i]), mine, group.theirs, k)
            for j in sorted(self.free[1]):
                if self.matrix[list(group.mine), j].max() > self.limits.touch:
                    theirs = (*group.theirs, j)
                    whole = cosine(group.row, group.other + self.b[j])
                    yield self._gain(group, whole, cosine(over, self.b[j]), group.mine, theirs, k)
            for m in range(k):
                step = self._merge(group, self.groups[m], over, under)
                if step is not None:
                    gain, mine, theirs = step
                    yield gain, (k, m), mine, theirs

    def _gain(
        self,
        group: Group,
        whole: float,
        rest: float,
        mine: tuple[int, ...],
        theirs: tuple[int, ...],
        index: int,
    ) -> tuple[float, tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
        limits = self.limits
        gap = _skipped(mine) + _skipped(theirs) - group.skipped
        gain = whole - group.similarity + limits.rest_gain * (rest - limits.rest)
        return gain - limits.gap * gap, (index,), mine, theirs

    def _merge(
        self, one: Group, two: Group, over: Rows, under: Rows
    ) -> tuple[float, tuple[int, ...], tuple[int, ...]] | None:
        limits = self.limits
        across = (
            self.matrix[np.ix_(one.mine, two.theirs)],
            self.matrix[np.ix_(two.mine, one.theirs)],
        )
        if max(part.max() for part in across) <= limits.touch:
            return None
        mine, theirs = one.mine + two.mine, one.theirs + two.theirs
        whole = cosine(one.row + two.row, one.other + two.other)
        rest = max(
            cosine(over, np.maximum(two.other - two.row, 0)),
            cosine(under, np.maximum(two.row - two.other, 0)),
        )
        better = max(one.similarity, two.similarity)
        middle = (one.similarity + two.similarity) / 2
        before = limits.best_share * better + (1 - limits.best_share) * middle
        gap = _skipped(mine) + _skipped(theirs) - one.skipped - two.skipped
        gain = whole - before + limits.join_gain * (rest - limits.join) - limits.gap * gap
        return gain, mine, theirs


def _with_neighbours(matrix: Rows, support: float) -> Rows:
    """Add to every pair a share of the pairs before and after it."""
    padded = np.pad(matrix, 1)
    return matrix + np.float32(support) * (padded[:-2, :-2] + padded[2:, 2:])


def _skipped(indices: tuple[int, ...]) -> int:
    return max(indices) - min(indices) + 1 - len(indices)
