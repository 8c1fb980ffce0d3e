"""A second look: which left-over sentences say the same, now that the groups around them are known.

Besides what speaks for a seed it counts whether a pair keeps the order of its neighbours, how much
is left over on either side, how far it is ahead of the other pairs that are left, and how little
the linked sentences of these texts have in common: where others are rewritten freely, so is it.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from transdiff.aligner import seeds
from transdiff.aligner.evidence import Evidence
from transdiff.aligner.grid import Matrix, ahead_of, mutual
from transdiff.aligner.growth import Groups
from transdiff.aligner.logistic import Model

LATE_SIGNALS = (
    "order",  # stands between what its linked neighbours are linked with
    "close",  # and these are near each other
    "free_mine",  # share of the article that is left over
    "free_theirs",
    "likelier_row",  # how far ahead of the next likely free reference sentence, in log odds
    "likelier_column",
    "choice",  # log number of the free reference sentences
    "usual",  # square root of the cosine that three in four groups exceed
    "linked",  # log number of the groups
    "anchors",  # log weight of the names and figures in common
    "anchors_lost",  # log weight of those that one side has alone
)
_CLOSE = 4
_MOST, _UNKNOWN = 0.25, 0.5
"""Share of the groups that may be less alike than is usual, and what is usual where none is."""
_LIKELIER = 8.0
_NEVER = -20.0


def candidates(
    evidence: Evidence, groups: Groups, seed: Model
) -> tuple[npt.NDArray[np.bool_], Matrix]:
    """Mark the free pairs that are each other's likeliest partner, with all their signals.

    *seed* judges who is likeliest; the signals are those of a seed, then ``LATE_SIGNALS``.
    """
    left, right = groups.label_mine < 0, groups.label_theirs < 0
    linked = ~left[:, None] & (groups.label_mine[:, None] == groups.label_theirs)
    free = left[:, None] & right & evidence.possible
    signals = seeds.signals(evidence, linked, free)
    odds = np.full(free.shape, _NEVER)
    odds[free] = seed.odds(signals)
    chosen = mutual(odds) & free
    order, close = _in_order(groups)
    ahead = [np.clip(a[chosen], -_LIKELIER, _LIKELIER) for a in ahead_of(odds, _NEVER)]
    shares = (left.mean(), right.mean()) if chosen.any() else (0.0, 0.0)
    anchors = [
        evidence.anchors.between(int(i), evidence.first + int(j)) for i, j in np.argwhere(chosen)
    ]
    more = (order[chosen], close[chosen], *shares, *ahead, np.log1p(right.sum()), *_linked(groups))
    more = (*more, *np.array(anchors).reshape(-1, 2).T)
    late = np.empty((int(chosen.sum()), len(LATE_SIGNALS)))
    for k, signal in enumerate(more):
        late[:, k] = signal
    return chosen, np.hstack((signals[chosen[free]], late))


def _linked(groups: Groups) -> tuple[float, float]:
    """Return how alike the sides of a group usually are, and the log number of groups."""
    known = len(groups) > 0
    least = float(np.quantile(groups.cosines, _MOST)) if known else 0.0
    return np.sqrt(max(0.0, least)) if known else _UNKNOWN, float(np.log1p(len(groups)))


def _in_order(groups: Groups) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Mark the pairs that stand between the partners of the linked neighbours, and close."""
    n, m = groups.grid.shape
    before, after = np.full(n, -1), np.full(n, m)
    for i in range(1, n):
        k = groups.label_mine[i - 1]
        before[i] = before[i - 1] if k < 0 else max(groups.theirs[k])
    for i in range(n - 2, -1, -1):
        k = groups.label_mine[i + 1]
        after[i] = after[i + 1] if k < 0 else min(groups.theirs[k])
    places = np.arange(m)
    order = (places > before[:, None]) & (places < after[:, None])
    return order, order & (after - before <= _CLOSE)[:, None]
