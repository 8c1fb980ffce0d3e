"""Fit the aligner's weights: ``python -m bench.align_fit`` rewrites ``aligner/weights.toml``.

Logistic regression over the signals of ``transdiff.aligner``, on the development half of the
alignment benchmark and on the gold article sets, whose pairs count ``GOLD_WEIGHT`` times: they are
few, but they are news rewriting. The hidden halves are never read.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

import transdiff
from bench.align import items
from bench.shared import ROOT, shared
from transdiff.aligner import growth, seeds
from transdiff.aligner.features import weighted_rows, words_of
from transdiff.aligner.grid import Grid, mutual
from transdiff.aligner.growth import Groups, attach_signals, free_best, merge_signals
from transdiff.segment import segment

Matrix = npt.NDArray[np.float64]
GOLD_WEIGHT = 3.0
FIRST, LATE = 1.5, 0.7
"""Log odds from which a seed is taken; swept by hand on the development half of the benchmark."""
_STEPS = 4


@dataclass(frozen=True)
class Sample:
    """One article against one reference: what the aligner sees, and which pairs are right."""

    item: str
    grid: Grid
    elsewhere: Matrix
    right: npt.NDArray[np.bool_]
    weight: float = 1.0


def samples() -> Iterator[Sample]:
    """Yield every same-language article and reference of the benchmark and the gold sets."""
    for item in items(("mono", "mt")):
        pairs = {(i, r, j) for mine, r, theirs in item["gold"] for i in mine for j in theirs}
        yield from _samples(item["id"], item["hyp"], item["refs"], pairs, 1.0)
    for folder in sorted(p for p in shared("gold").iterdir() if p.is_dir()):
        yield from _gold(folder)


def _gold(folder: Path) -> Iterator[Sample]:
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))["alignment"]
    same = [r for r in meta["refs"] if r["lang"][:2] == meta["hyp_lang"][:2]]
    article = _compared(folder / "translation.txt", meta["hyp_lang"])
    references = [_compared(folder / r["file"], r["lang"]) for r in same]
    files = [r["file"] for r in same]
    pairs = set()
    for entry in gold:
        for target in entry["refs"]:
            if target["ref"] not in files:
                continue
            r = files.index(target["ref"])
            for i, mine in enumerate(article):
                for j, theirs in enumerate(references[r]):
                    if _covers(mine, entry["hyp_start"], entry["hyp_end"]) and _covers(
                        theirs, target["ref_start"], target["ref_end"]
                    ):
                        pairs.add((i, r, j))
    texts = [[s.text for s in segments] for segments in (article, *references)]
    yield from _samples(folder.name, texts[0], texts[1:], pairs, GOLD_WEIGHT)


def _compared(path: Path, lang: str) -> list[Any]:
    document = transdiff.Document.from_text(path.read_bytes().decode("utf-8"), lang)
    return [s for s in segment(document) if s.compared]


def _covers(part: Any, start: int, end: int) -> bool:
    shared_length = min(part.span.end, end) - max(part.span.start, start)
    return bool(shared_length > 0.5 * min(len(part.span), end - start))


def _samples(
    item: str,
    article: Sequence[str],
    references: Sequence[Sequence[str]],
    pairs: set[tuple[int, int, int]],
    weight: float,
) -> Iterator[Sample]:
    texts = [*article, *(t for r in references for t in r)]
    rows = weighted_rows([words_of(t) for t in texts])
    sizes = np.array([float(len(t)) for t in texts])
    n = start = len(article)
    grids = []
    for reference in references:
        end = start + len(reference)
        grids.append(Grid.of(rows[:n], rows[start:end], (sizes[:n], sizes[start:end])))
        start = end
    best = [grid.best for grid in grids]
    for r, grid in enumerate(grids):
        others = [b for q, b in enumerate(best) if q != r]
        elsewhere = np.max(others, axis=0) if others else np.zeros(len(article))
        right = np.zeros(grid.shape, np.bool_)
        for i, of, j in pairs:
            if of == r:
                right[i, j] = True
        if all(grid.shape):
            yield Sample(item, grid, elsewhere, right, weight)


class Fit:
    """Observations of one model: signals, whether right, weight."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = names
        self.signals: list[Matrix] = []
        self.right: list[Matrix] = []
        self.weight: list[Matrix] = []

    def add(self, signals: Matrix, right: npt.NDArray[np.bool_], weight: float) -> None:
        """Add one observation for each row of *signals*."""
        self.signals.append(signals)
        self.right.append(right.astype(np.float64))
        self.weight.append(np.full(len(signals), weight))

    def solve(self, penalty: float = 1e-3, rounds: int = 60) -> dict[str, float]:
        """Fit by Newton steps with a ridge on standardised signals; return named weights."""
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
        found = dict(zip(self.names, weights.round(4).tolist(), strict=True))
        return {**found, "bias": round(float(beta[-1] - weights @ mean), 4)}


def fit_seeds(data: Sequence[Sample]) -> dict[str, float]:
    """Fit the model of a seed pair on the mutually best pairs."""
    fit = Fit(seeds.SIGNALS)
    for sample in data:
        scores = seeds.supported(sample.grid)
        firm = seeds.firm_pairs(sample.grid, scores)
        chosen = mutual(scores) & (sample.grid.cosine > seeds.LEAST)
        signals = seeds.signals(sample.grid, firm, sample.elsewhere, chosen)
        fit.add(signals, sample.right[chosen], sample.weight)
    return fit.solve()


def fit_growth(
    data: Sequence[Sample], seed: dict[str, float]
) -> tuple[dict[str, float], dict[str, float]]:
    """Fit the models of growth on the states that right steps lead through."""
    attach, merge = Fit(growth.ATTACH_SIGNALS), Fit(growth.MERGE_SIGNALS)
    weights = np.array([seed[name] for name in seeds.SIGNALS])
    for sample in data:
        grid = sample.grid
        scores = seeds.supported(grid)
        chosen = mutual(scores) & (grid.cosine > seeds.LEAST)
        firm = seeds.firm_pairs(grid, scores)
        signals = seeds.signals(grid, firm, sample.elsewhere, chosen)
        chosen[chosen] = signals @ weights + seed["bias"] > 0
        groups = Groups.of(grid, [(int(i), int(j)) for i, j in np.argwhere(chosen)])
        for _ in range(_STEPS):
            if not _observe(sample, groups, attach, merge):
                break
    return attach.solve(), merge.solve()


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
        if sample.weight == GOLD_WEIGHT:  # gold links overlap without being one group
            seen &= ~right
        merge.add(signals[seen], right[seen], min(1.0, sample.weight))
    if right_step:
        groups.attach(**right_step)
    return bool(right_step)


def write(path: Path, name: str, models: dict[str, dict[str, float]]) -> None:
    """Write the section *name* of the weights file, keeping the others."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    head, *sections = text.split("\n# ---- ")
    kept = [s for s in sections if not s.startswith(f"{name}\n")]
    lines = [f"{name}", f"[{name}]", f"first = {FIRST}", f"late = {LATE}"]
    for model, numbers in models.items():
        lines += ["", f"[{name}.{model}]", *(f"{k} = {v}" for k, v in numbers.items())]
    head = head or "# Log-odds weights of the aligner's signals."
    path.write_text(
        head.rstrip()
        + "\n"
        + "".join(f"\n# ---- {s.rstrip()}\n" for s in (*kept, "\n".join(lines))),
        encoding="utf-8",
    )


def main() -> int:
    """Fit and write the same-language weights."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    data = list(samples())
    seed = fit_seeds(data)
    attach, merge = fit_growth(data, seed)
    path = ROOT / "transdiff" / "aligner" / "weights.toml"
    write(path, "same", {"seed": seed, "attach": attach, "merge": merge})
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
