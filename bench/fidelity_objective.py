"""How well weights agree with humans, as one number that can be minimised.

A parameter vector holds a weight for every loss, in units of its standard deviation, then the power
and the exponents of bulk of the curve (``transdiff.score.weights``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.stats import spearmanr

from bench.fidelity_tables import DAMAGE, LOSSES, MQM, SIMILARITY, Array, Indices, Table
from transdiff.score.bulk import NAMES as BULK

SHARES = {
    "mqm_wmt23_zhen words": 2.6,
    "mqm_wmt21_zhen words": 1.3,
    "mqm_ted21_zhen words": 0.5,
    "mqm_wmt23_zhen within": 2.0,
    "mqm_wmt21_zhen within": 0.6,
    "mqm_ted21_zhen within": 1.6,
    "mqm_wmt23_zhen articles": 1.3,
    "mqm_wmt23_zhen articles per word": 1.3,
    "mqm_wmt21_zhen articles": 1.0,
    "demetr damage": 7.0,
    "demetr threshold": 3.0,
    "sts_headlines similarity": 3.2,
}
"""How much each task counts."""
GRAVITY = {"critical": 1.6, "major": 1.0, "minor": 1.0, "base": 0.15}
"""How much damage counts by severity."""
SHARPNESS = {"words": 0.35, "within": 0.2, "damage": 0.06, "threshold": 0.35}
"""By how much two texts must differ, on the scale of ``_ROOT``, to be told apart."""
_ROOT = 0.4
L1, L2 = 0.05, 15.0
SOUND = (0.1, 0.07, 0.3)
"""This quantile of the WMT21 translations is to lose this much by its wording, with this share."""
FLOORS = {"figures-missing": 0.05, "figures-added": 0.05}
"""The least weight: across languages there is hardly anything else to compare."""
POWERS, EXPONENTS = (2.0, 3.2), (-0.4, 0.4)
_POWER, _EXPONENTS = -1 - len(BULK), -len(BULK)
"""Where the power stands among the parameters, and where the exponents begin."""
_PAIRS = 12_000
_TINY = 1e-9


@dataclass(frozen=True)
class Pairs:
    """Lines of a set of which the first is better, what each counts, and in which fold it is."""

    set: str
    better: Indices
    worse: Indices
    counts: Array
    folds: Indices


@dataclass(frozen=True)
class Means:
    """Groups of lines of a set whose mean value is to follow a human value."""

    set: str
    groups: list[Indices]
    human: Array
    folds: Indices


class Objective:
    """The tasks over all sets."""

    def __init__(self, found: Mapping[str, Table]) -> None:
        self.found = found
        self.scale = np.vstack([t.losses for t in found.values()]).std(axis=0) + _TINY
        self.losses = {name: t.losses / self.scale for name, t in found.items()}
        self.pairs = {f"{DAMAGE} {kind}": pairs for kind, pairs in _damage(found[DAMAGE])}
        self.means = {f"{SIMILARITY} similarity": _similarity(found[SIMILARITY])}
        for name in MQM:
            self.pairs[f"{name} words"] = _per_word(name, found[name])
            self.pairs[f"{name} within"] = _within(name, found[name])
            self.means[f"{name} articles"] = _articles(name, found[name], per_word=False)
            self.means[f"{name} articles per word"] = _articles(name, found[name], per_word=True)

    def fit(self, unseen: int | None = None) -> Array:
        """Return the best parameters, without the fold *unseen*; the start knows nothing of it."""
        start = np.array([*np.full(len(self.scale), 0.02), 2.5, 0.2, *np.zeros(len(BULK) - 1)])
        least = np.array([FLOORS.get(name, 0.0) for name in LOSSES]) * self.scale
        bounds = [*((floor, None) for floor in least), POWERS, *[EXPONENTS] * len(BULK)]
        options = {"maxiter": 300}
        return np.asarray(
            minimize(self.loss, start, args=(unseen,), jac=True, bounds=bounds, options=options).x
        )

    def unscaled(self, found: Array) -> Array:
        """Return parameters with the weights of the losses as they are."""
        return np.concatenate([found[:_POWER] / self.scale, found[_POWER:]])

    def lost(self, name: str, found: Array) -> tuple[Array, Array, Array]:
        """The weighted sums of the losses of a set, what they count for, and with findings."""
        total = self.losses[name] @ found[:_POWER] + _TINY
        size = np.exp(self.found[name].bulk @ found[_EXPONENTS:])
        counted = total ** found[_POWER] * size
        return total, counted, np.hypot(counted, self.found[name].costs)

    def values(self, name: str, found: Array) -> Array:
        """The fidelity of every line of a set."""
        return np.asarray(100.0 * np.exp(-self.lost(name, found)[2]))

    def loss(self, found: Array, unseen: int | None) -> tuple[float, Array]:
        """The objective and its gradient, without the fold *unseen*."""
        lost = {name: self.lost(name, found) for name in self.found}
        slopes = {name: np.zeros(len(t.rows)) for name, t in self.found.items()}
        weights = found[:_POWER]
        value = L1 * weights.sum() + L2 * (weights @ weights)
        for task, pairs in self.pairs.items():
            value += _order(task, pairs, lost[pairs.set][2], slopes[pairs.set], unseen)
        for task, means in self.means.items():
            value += _follow(task, means, lost[means.set][2], slopes[means.set], unseen)
        slope = np.concatenate([L1 + 2 * L2 * weights, np.zeros(-_POWER)])
        for name, (total, counted, all_in) in lost.items():
            slope += self._chain(
                name, found, slopes[name] * counted / (all_in + _TINY), total, counted
            )
        return self._anchored(found, lost[MQM[1]], value, slope)

    def _chain(self, name: str, found: Array, slope: Array, total: Array, counted: Array) -> Array:
        """The gradient by the parameters from that by what wording counts for."""
        by_total = slope * found[_POWER] * counted / total
        by_power = (slope * counted * np.log(total)).sum()
        by_bulk = (slope * counted) @ self.found[name].bulk
        return np.array([*(by_total @ self.losses[name]), by_power, *by_bulk])

    def _anchored(
        self, found: Array, lost: tuple[Array, Array, Array], value: float, slope: Array
    ) -> tuple[float, Array]:
        """Add the penalty that keeps the scale where ``SOUND`` wants it."""
        quantile, wanted, share = SOUND
        at = int(np.argsort(lost[1])[int(quantile * len(lost[1]))])
        off = float(np.log(lost[1][at] / wanted))
        one = np.zeros(len(lost[1]))
        one[at] = 2 * share * off / lost[1][at]
        return value + share * off * off, slope + self._chain(MQM[1], found, one, *lost[:2])

    def figures(self, values: Mapping[str, Array]) -> dict[str, float]:
        """How well *values* agree with humans: pairs ordered right, correlations."""
        done = {}
        for task, pairs in self.pairs.items():
            found = values[pairs.set]
            right = found[pairs.better] > found[pairs.worse]
            done[task] = float((pairs.counts * right).sum() / pairs.counts.sum())
        for task, means in self.means.items():
            mean = [values[means.set][group].mean() for group in means.groups]
            done[task] = float(np.corrcoef(mean, means.human)[0, 1])
        for name in MQM:
            table = self.found[name]
            long = table.length >= 5
            human = table.column("mqm") / table.length
            done[f"{name} Spearman per word"] = spearmanr(human[long], values[name][long])[0]
        return done


def _order(task: str, pairs: Pairs, lost: Array, slope: Array, unseen: int | None) -> float:
    """The logistic loss of pairs; adds its gradient to *slope*."""
    share, sharpness = SHARES.get(task, 0.0), SHARPNESS[task.split()[1]]
    seen = pairs.folds != unseen
    better, worse = pairs.better[seen], pairs.worse[seen]
    counts = pairs.counts[seen] * share / pairs.counts[seen].sum()
    level = (lost + _TINY) ** _ROOT
    steep = _ROOT * level / (lost + _TINY)
    gap = np.clip((level[worse] - level[better]) / sharpness, -40, 40)
    pull = -counts / (1.0 + np.exp(gap)) / sharpness
    slope += np.bincount(worse, pull * steep[worse], len(lost))
    slope -= np.bincount(better, pull * steep[better], len(lost))
    return float((counts * np.logaddexp(0.0, -gap)).sum())


def _follow(task: str, means: Means, lost: Array, slope: Array, unseen: int | None) -> float:
    """What the Pearson correlation lacks of 1; adds its gradient to *slope*."""
    share = SHARES.get(task, 0.0)
    seen = np.flatnonzero(means.folds != unseen)
    value = np.exp(-lost)
    mine = np.array([value[means.groups[g]].mean() for g in seen])
    mine, human = mine - mine.mean(), means.human[seen] - means.human[seen].mean()
    norms = np.linalg.norm(mine) + _TINY, np.linalg.norm(human) + _TINY
    alike = float(mine @ human / norms[0] / norms[1])
    by_mean = -share * (human / norms[1] - alike * mine / norms[0]) / norms[0]
    for g, by in zip(seen, by_mean, strict=True):
        group = means.groups[g]
        slope[group] -= value[group] * by / len(group)
    return share * (1.0 - alike)


def _per_word(name: str, table: Table) -> Pairs:
    """Segments of any source by human penalty per word."""
    human = table.column("mqm") / table.length
    long = np.flatnonzero(table.length >= 5)
    dice = np.random.default_rng(0)
    a, b = dice.choice(long, 20 * _PAIRS), dice.choice(long, 20 * _PAIRS)
    kept = np.flatnonzero((table.folds[a] == table.folds[b]) & (np.abs(human[a] - human[b]) > 0.02))
    a, b = a[kept[:_PAIRS]], b[kept[:_PAIRS]]
    better, worse = np.where(human[a] > human[b], (a, b), (b, a))
    return Pairs(name, better, worse, (human[better] - human[worse]) ** 0.5, table.folds[better])


def _within(name: str, table: Table) -> Pairs:
    """Systems on one source segment, of which humans prefer one."""
    human = table.column("mqm")
    found = []
    for group in table.groups("doc", "seg"):
        a, b = (group[side] for side in np.triu_indices(len(group), 1))
        found.append(np.where(human[a] > human[b], (a, b), (b, a)))
    better, worse = np.concatenate(found, axis=1)
    gap = human[better] - human[worse]
    kept = np.flatnonzero(gap >= 0.3)
    kept = np.random.default_rng(0).permutation(kept)[:_PAIRS]
    better, worse = better[kept], worse[kept]
    return Pairs(name, better, worse, np.minimum(gap[kept], 10.0) ** 0.5, table.folds[better])


def _articles(name: str, table: Table, *, per_word: bool) -> Means:
    """Whole articles of any system by human penalty."""
    groups = [group for group in table.groups("doc", "system") if len(group) >= 3]
    human, length = table.column("mqm"), table.length
    size: Callable[[Indices], float] = (lambda g: length[g].sum()) if per_word else len
    values = np.array([human[group].sum() / size(group) for group in groups])
    return Means(name, groups, values, np.array([table.folds[group[0]] for group in groups]))


def _similarity(table: Table) -> Means:
    """Headlines by how alike humans find them."""
    each = [np.array([i]) for i in range(len(table.rows))]
    return Means(SIMILARITY, each, table.column("similarity"), table.folds)


def _damage(table: Table) -> list[tuple[str, Pairs]]:
    """A sound sentence and its damaged copy, every kind alike; any sound one and a grave error."""
    at = {row["id"]: i for i, row in enumerate(table.rows)}
    kinds = Counter(row.get("perturbation") for row in table.rows)
    grades = Counter(
        {row["perturbation"]: row["severity"] for row in table.rows if "orig_id" in row}.values()
    )
    lines = [
        (i, row)
        for i, row in enumerate(table.rows)
        if row["kind"] == "perturbed" and row["pert_id"] < 35
    ]
    worse = np.array([i for i, _ in lines])
    better = np.array([at[row["orig_id"]] for _, row in lines])
    counts = np.array(
        [
            GRAVITY[row["severity"]] / grades[row["severity"]] / kinds[row["perturbation"]]
            for _, row in lines
        ]
    )
    same = Pairs(DAMAGE, better, worse, counts, table.folds[better])
    dice = np.random.default_rng(0)
    sound = [i for i, row in enumerate(table.rows) if row["kind"] == "original"]
    grave = [i for i, row in lines if row["severity"] == "critical"]
    a, b = dice.choice(sound, 4 * _PAIRS), dice.choice(grave, 4 * _PAIRS)
    kept = table.folds[a] == table.folds[b]
    a, b = a[kept], b[kept]
    return [("damage", same), ("threshold", Pairs(DAMAGE, a, b, np.ones(len(a)), table.folds[a]))]
