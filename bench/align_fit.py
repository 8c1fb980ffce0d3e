"""Fit the aligner's weights: ``python -m bench.align_fit`` rewrites ``aligner/weights.toml``.

Logistic regression over the signals of ``transdiff.aligner``, on the development half of the
alignment benchmark and on the gold article sets, whose pairs count ``GOLD_WEIGHT`` times: they are
few, but they are news rewriting. Further article sets come with ``--sets``; ``--late`` leaves seeds
and growth as they are. The hidden halves are never read.
"""

from __future__ import annotations

import argparse
import zlib
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bench.align import items
from bench.sets import article_sets
from bench.shared import ROOT
from transdiff.aligner import growth, seeds
from transdiff.aligner.encoder import Encoder, load_encoder
from transdiff.aligner.evidence import Evidence, gather
from transdiff.aligner.grid import mutual
from transdiff.aligner.groups import first_pairs, grow
from transdiff.aligner.growth import Groups, attach_signals, free_best, merge_signals
from transdiff.aligner.late import LATE_SIGNALS, candidates
from transdiff.aligner.logistic import Model
from transdiff.aligner.weights import Weights, load_weights, seed_signals

Matrix = npt.NDArray[np.float64]
GOLD_WEIGHT, SETS_WEIGHT = 3.0, 0.6
FIRST = 2.0
"""Log odds from which a seed is taken at first sight; 1.3 to 3 serve equally well."""
FOLDS = 5
PENALTY, LATE_PENALTY = 1e-3, 3e-3
_STEPS = 4


@dataclass(frozen=True)
class Sample:
    """One article against one reference: what the aligner sees, and which pairs are right."""

    item: str
    evidence: Evidence
    right: npt.NDArray[np.bool_]
    weight: float = 1.0

    @property
    def fold(self) -> int:
        """The fold of its document, the same for all benchmark items made of one."""
        return zlib.crc32(self.item.partition(":")[2].encode() or self.item.encode()) % FOLDS


def samples(encoder: Encoder | None = None, sets: Sequence[Path] = ()) -> Iterator[Sample]:
    """Yield every same-language article and reference of the benchmark, the gold and other sets."""
    for item in items(("mono", "mt")):
        pairs = {(i, r, j) for mine, r, theirs in item["gold"] for i in mine for j in theirs}
        seen = gather(item["hyp"], item["refs"], "en", encoder)
        yield from _samples(item["id"], seen, pairs, 1.0)
    for found, is_gold in article_sets(sets):
        alike = found.alike()
        texts = [[s.text for s in t.segments] for t in (alike.article, *alike.references)]
        seen = gather(texts[0], texts[1:], alike.article.lang, encoder)
        yield from _samples(found.name, seen, alike.pairs, GOLD_WEIGHT if is_gold else SETS_WEIGHT)


def _samples(
    item: str, seen: Sequence[Evidence], pairs: Set[tuple[int, int, int]], weight: float
) -> Iterator[Sample]:
    for r, evidence in enumerate(seen):
        right = np.zeros(evidence.words.shape, np.bool_)
        for i, of, j in pairs:
            if of == r:
                right[i, j] = True
        if all(right.shape):
            yield Sample(item, evidence, right, weight)


class Fit:
    """Observations of one model: signals, whether right, weight."""

    def __init__(self) -> None:
        self.signals: list[Matrix] = []
        self.right: list[Matrix] = []
        self.weight: list[Matrix] = []

    def add(self, signals: Matrix, right: npt.NDArray[np.bool_], weight: float) -> None:
        """Add one observation for each row of *signals*."""
        self.signals.append(signals)
        self.right.append(right.astype(np.float64))
        self.weight.append(np.full(len(signals), weight))

    def solve(self, penalty: float = PENALTY, rounds: int = 20) -> Model:
        """Fit by Newton steps with a ridge on standardised signals."""
        x, y, w = (np.concatenate(v) for v in (self.signals, self.right, self.weight))
        mean, spread = x.mean(axis=0), x.std(axis=0) + 1e-9
        z = np.c_[(x - mean) / spread, np.ones(len(x))]
        ridge = penalty * w.sum() * np.r_[np.ones(x.shape[1]), 0.0]
        beta = np.zeros(z.shape[1])
        for _ in range(rounds):
            p = 1 / (1 + np.exp(-np.clip(z @ beta, -30, 30)))
            slope = z.T @ (w * (p - y)) + ridge * beta
            curve = (z * (w * p * (1 - p))[:, None]).T @ z + np.diag(ridge + 1e-9)
            beta -= np.linalg.solve(curve, slope)
        weights = beta[:-1] / spread
        wrong = w @ ((z @ beta > 0) != (y > 0))
        print(f"  {len(y)} observations, {y.sum():.0f} right, {wrong:.0f} misjudged")
        return Model(weights.round(4), round(float(beta[-1] - weights @ mean), 4))


def fit_seeds(data: Sequence[Sample]) -> Model:
    """Fit the model of a seed pair on the mutually best pairs."""
    fit = Fit()
    for sample in data:
        grid = sample.evidence.words
        scores = seeds.supported(grid)
        firm = seeds.firm_pairs(grid, scores)
        chosen = mutual(scores) & sample.evidence.possible
        signals = seeds.signals(sample.evidence, firm, chosen)
        fit.add(signals, sample.right[chosen], sample.weight)
    return fit.solve()


def fit_growth(data: Sequence[Sample], seed: Model) -> tuple[Model, Model]:
    """Fit the models of growth on the states that right steps lead through."""
    attach, merge = Fit(), Fit()
    for sample in data:
        groups = Groups.of(sample.evidence.words, first_pairs(sample.evidence, seed, 0.0))
        for _ in range(_STEPS):
            if not _observe(sample, groups, attach, merge):
                break
    return attach.solve(), merge.solve()


def fit_late(data: Sequence[Sample], weights: Weights) -> Model:
    """Fit the model of a left-over pair on what is left after seeds of other folds and growth."""
    fit = Fit()
    for fold in range(FOLDS):
        seed = fit_seeds([sample for sample in data if sample.fold != fold])
        for sample in data:
            if sample.fold == fold:
                pairs = first_pairs(sample.evidence, seed, weights.first)
                groups = Groups.of(sample.evidence.words, pairs)
                grow(groups, weights)
                chosen, signals = candidates(sample.evidence, groups, seed)
                fit.add(signals, sample.right[chosen], sample.weight)
    return fit.solve(LATE_PENALTY)


def _observe(sample: Sample, groups: Groups, attach: Fit, merge: Fit) -> bool:
    """Record every step from this state, then take a right one; False where there is none."""
    right_step: dict[str, int] = {}
    free = free_best(groups)
    for k in range(len(groups)):
        for side, label in ((0, groups.label_mine), (1, groups.label_theirs)):
            signals = attach_signals(groups, [k], side)[0]
            signals[:, growth.ATTACH_SIGNALS.index("free")] = free[side]
            open_to = (label < 0) & (
                signals[:, growth.ATTACH_SIGNALS.index("touch")] > growth.TOUCH
            )
            right = np.asarray(
                sample.right[:, list(groups.theirs[k])].any(axis=1)
                if side == 0
                else sample.right[list(groups.mine[k])].any(axis=0)
            )
            attach.add(signals[open_to], right[open_to], sample.weight)
            good = np.flatnonzero(open_to & right)
            if good.size and not right_step:
                right_step = {"k": k, ("mine", "theirs")[side]: int(good[0])}
        signals = merge_signals(groups, [k])[0, :k]
        right = np.array(
            [
                sample.right[np.ix_(groups.mine[k], groups.theirs[q])].any()
                or sample.right[np.ix_(groups.mine[q], groups.theirs[k])].any()
                for q in range(k)
            ],
            np.bool_,
        )
        seen = signals[:, growth.MERGE_SIGNALS.index("touch")] > growth.TOUCH
        if ":" not in sample.item:  # links of article sets overlap without being one group
            seen &= ~right
        merge.add(signals[seen], right[seen], min(1.0, sample.weight))
    if right_step:
        groups.attach(**right_step)
    return bool(right_step)


def fit(
    data: Sequence[Sample], growth_of: Weights | None = None, seed: Model | None = None
) -> Weights:
    """Fit all models but those that are given: of growth, of seeds."""
    seed = seed or fit_seeds(data)
    attach, merge = (growth_of.attach, growth_of.merge) if growth_of else fit_growth(data, seed)
    weights = Weights(seed, seed, attach, merge, FIRST)
    return replace(weights, late=fit_late(data, weights))


def write(path: Path, name: str, weights: Weights) -> None:
    """Write the section *name* of the weights file, keeping the others."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    head, *sections = text.split("\n# ---- ")
    kept = [s for s in sections if not s.startswith(f"{name}\n")]
    lines = [f"{name}", f"[{name}]", f"first = {FIRST}"]
    for model, names in (
        ("seed", seed_signals(name)),
        ("late", seed_signals(name) + LATE_SIGNALS),
        ("attach", growth.ATTACH_SIGNALS),
        ("merge", growth.MERGE_SIGNALS),
    ):
        found: Model = getattr(weights, model)
        numbers = zip((*names, "bias"), (*found.weights.tolist(), found.bias), strict=True)
        lines += ["", f"[{name}.{model}]", *(f"{k} = {v}" for k, v in numbers)]
    path.write_text(
        head.rstrip()
        + "\n"
        + "".join(f"\n# ---- {s.rstrip()}\n" for s in (*kept, "\n".join(lines))),
        encoding="utf-8",
    )


def main() -> int:
    """Fit and write the same-language weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", default="", help="fit the weights with this encoder's vectors")
    parser.add_argument("--sets", nargs="*", type=Path, default=(), help="folders of article sets")
    parser.add_argument("--late", action="store_true", help="fit the model of left-over pairs only")
    options = parser.parse_args()
    encoder = load_encoder(options.encoder) if options.encoder else None
    data = list(samples(encoder, options.sets))
    name = "encoder" if encoder else "same"
    growth_of = load_weights("same") if encoder or options.late else None
    weights = fit(data, growth_of, load_weights(name).seed if options.late else None)
    write(ROOT / "transdiff" / "aligner" / "weights.toml", name, weights)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
