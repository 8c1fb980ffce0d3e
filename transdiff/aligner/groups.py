"""The search in one reference: seed, grow, seed again from what is left, grow again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from transdiff.aligner import seeds
from transdiff.aligner.evidence import Evidence
from transdiff.aligner.grid import mutual
from transdiff.aligner.growth import (
    ATTACH_SIGNALS,
    LARGEST,
    MERGE_SIGNALS,
    TOUCH,
    Groups,
    attach_signals,
    free_best,
    merge_signals,
)
from transdiff.aligner.late import candidates
from transdiff.aligner.logistic import Model
from transdiff.aligner.weights import Weights

Pair = tuple[int, int]

_FREE = ATTACH_SIGNALS.index("free")
_ATTACH_TOUCH, _MERGE_TOUCH = ATTACH_SIGNALS.index("touch"), MERGE_SIGNALS.index("touch")
_NO = -np.inf
_ROUNDS = 8
_DOUBT = -1.0
"""Log odds from which a pair that is not linked is worth a look."""


@dataclass(frozen=True, slots=True)
class Group:
    """Article and reference sentences that say the same, by position in the grid."""

    mine: tuple[int, ...]
    theirs: tuple[int, ...]
    similarity: float


@dataclass(frozen=True, slots=True)
class Found:
    """The groups of one reference, and pairs that may be right but are likelier wrong."""

    groups: list[Group] = field(default_factory=list)
    unsure: list[Group] = field(default_factory=list)


def find_groups(evidence: Evidence, weights: Weights) -> Found:
    """Return the groups of an article and one reference, and what may be right but is not sure."""
    grid = evidence.words
    if not all(grid.shape):
        return Found()
    groups = Groups.of(grid, first_pairs(evidence, weights.seed, weights.first))
    grow(groups, weights)
    for _ in range(_ROUNDS):
        late = [pair for pair, odds in late_pairs(evidence, groups, weights) if odds > 0]
        if not late:
            break
        pairs = Groups.of(grid, late)
        groups = Groups(grid, groups.mine + pairs.mine, groups.theirs + pairs.theirs)
        grow(groups, weights)
    linked = [
        Group(tuple(sorted(mine)), tuple(sorted(theirs)), float(min(1.0, cosine)))
        for mine, theirs, cosine in zip(groups.mine, groups.theirs, groups.cosines, strict=True)
    ]
    unsure = [
        Group((i,), (j,), float(grid.cosine[i, j]))
        for (i, j), odds in late_pairs(evidence, groups, weights)
        if odds > _DOUBT
    ]
    return Found(linked, unsure)


def first_pairs(evidence: Evidence, seed: Model, least: float) -> list[Pair]:
    """Return the mutually best pairs that *seed* gives more than *least* log odds."""
    scores = seeds.supported(evidence.words)
    firm = seeds.firm_pairs(evidence.words, scores)
    chosen = mutual(scores) & evidence.possible
    chosen[chosen] = seed.odds(seeds.signals(evidence, firm, chosen)) > least
    return [(int(i), int(j)) for i, j in np.argwhere(chosen)]


def late_pairs(evidence: Evidence, groups: Groups, weights: Weights) -> list[tuple[Pair, float]]:
    """Return pairs that no group took, at most one a sentence, with their log odds."""
    chosen, signals = candidates(evidence, groups, weights.seed)
    odds = weights.late.odds(signals)
    return [
        ((int(i), int(j)), float(chance))
        for (i, j), chance in zip(np.argwhere(chosen), odds, strict=True)
    ]


def grow(groups: Groups, weights: Weights) -> None:
    """Take the likeliest step until none is likely."""
    steps = _Steps(groups, weights)
    while steps.take():
        pass


class _Steps:
    """The log odds of every possible step; after a step only those it touches are renewed."""

    def __init__(self, groups: Groups, weights: Weights) -> None:
        self.groups, self.weights = groups, weights
        n, m = groups.grid.shape
        count = len(groups)
        self.mine, self.theirs = np.full((count, n), _NO), np.full((count, m), _NO)
        self.merges = np.full((count, count), _NO)
        if count:
            self._renew(range(count))

    def take(self) -> bool:
        """Take the likeliest step; False when none is likelier than not."""
        if not len(self.groups):
            return False
        groups, free = self.groups, self.weights.attach.weights[_FREE]
        best_mine, best_theirs = free_best(groups)
        mine = np.where(groups.label_mine < 0, self.mine + free * best_mine, _NO)
        theirs = np.where(groups.label_theirs < 0, self.theirs + free * best_theirs, _NO)
        tables = (mine, theirs, self.merges)
        which = int(np.argmax([table.max(initial=_NO) for table in tables]))
        table = tables[which]
        if table.max(initial=_NO) <= 0:
            return False
        k, at = divmod(int(table.argmax()), table.shape[1])
        if which == 0:
            groups.attach(k, mine=at)
        elif which == 1:
            groups.attach(k, theirs=at)
        else:
            k, at = min(k, at), max(k, at)
            groups.merge(k, at)
            self.merges[:, at] = self.merges[:, -1]
            for name in ("mine", "theirs", "merges"):
                table = getattr(self, name)
                table[at] = table[-1]
                setattr(self, name, table[:-1])
            self.merges = self.merges[:, :-1]
        self._renew([k])
        return True

    def _renew(self, chosen: Sequence[int]) -> None:
        groups, ks = self.groups, list(chosen)
        sides = (self.mine, groups.label_mine), (self.theirs, groups.label_theirs)
        for side, (table, label) in enumerate(sides):
            if (label < 0).any():
                signals = attach_signals(groups, ks, side)
                odds = self.weights.attach.odds(signals)
                allowed = signals[:, :, _ATTACH_TOUCH] > TOUCH
                allowed &= (groups.sizes(side)[ks] < LARGEST)[:, None]
                table[ks] = np.where(allowed, odds, _NO)
        signals = merge_signals(groups, ks)
        allowed = signals[:, :, _MERGE_TOUCH] > TOUCH
        for side in (0, 1):
            sizes = groups.sizes(side)
            allowed &= sizes[ks][:, None] + sizes <= LARGEST
        odds = np.where(allowed, self.weights.merge.odds(signals), _NO)
        odds[np.arange(len(ks)), ks] = _NO
        self.merges[ks, :], self.merges[:, ks] = odds, odds.T
