"""Fit fidelity on human judgements: ``python -m bench.fit_fidelity`` writes its ``weights.toml``.

Of two texts the one that humans prefer is to have the lower loss: systems within one source
segment (WMT21, WMT23, TED MQM), penalty per word across segments and per segment across articles
(WMT), sound against damaged sentences (DEMETR, the same sentence and any), more against less
similar headlines (STS). Logistic loss over pairs, weights not negative, L2. Only development halves
are read, and of them only texts and judgements: what findings cost is policy and stands in
``POLICY``. ``--folds`` also prints, for each task, the share of pairs that weights fitted on other
documents order as humans do. Needs numpy and scipy; takes about three minutes on two cores.
"""

from __future__ import annotations

import argparse
import datetime
import gzip
import json
import pickle
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

import transdiff
from bench.shared import ROOT, shared
from transdiff.pipeline import annotated_story
from transdiff.score.agreement import SECTIONS, losses
from transdiff.score.words import Text

Array = npt.NDArray[np.float64]
Row = dict[str, Any]
LOSSES = [name for names in SECTIONS.values() for name in names]

POLICY = """\
# What a finding takes off its sentence, in units of loss: 0.6 leaves 55 of 100 points. A typed
# finding must cost more than a faithful paraphrase. This is policy and not fitted: raters of
# translations meet few such errors, and would have them at a sixth of this.
[findings]
critical = 0.6
major = 0.2
minor = 0.05
"""
SHARES = {
    "mqm_wmt23_zhen within": 1.0,
    "mqm_wmt21_zhen within": 1.0,
    "mqm_ted21_zhen within": 0.6,
    "mqm_wmt23_ende within": 0.3,
    "mqm_ted21_ende within": 0.3,
    "mqm_wmt23_zhen words": 1.0,
    "mqm_wmt21_zhen words": 1.0,
    "mqm_wmt23_zhen articles": 1.0,
    "mqm_wmt21_zhen articles": 0.7,
    "demetr damage": 1.5,
    "demetr threshold": 0.7,
    "sts_headlines similarity": 0.5,
}
"""How much each task counts."""
GRAVITY = {"critical": 2.0, "major": 1.5, "minor": 1.0, "base": 0.0}
L2 = 1.5
FOLDS = 4
POWER = 2.5
LENGTH = 0.3
SOUND = ("mqm_wmt21_zhen", 0.1, 93.0)
"""The unit is set so that this quantile of these translations has this value."""
_DRAWS = 60_000


@dataclass(frozen=True)
class Task:
    """Pairs of rows of ``table`` (better, worse), what each counts, and in which fold it is."""

    name: str
    table: Array
    pairs: npt.NDArray[np.int64]
    counts: Array
    folds: npt.NDArray[np.int64]

    def gaps(self) -> Array:
        """By how much the worse text of each pair exceeds the better in each loss."""
        return np.asarray(self.table[self.pairs[:, 1]] - self.table[self.pairs[:, 0]])


def rows(name: str) -> list[Row]:
    """Read the development half of a benchmark file."""
    with gzip.open(shared("bench", "metrics", f"{name}.jsonl.gz"), "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def row_losses(row: Row, lang: str) -> list[float]:
    """Return the losses of one benchmark line, in the order of ``LOSSES``."""
    texts = []
    for side in ("mt", "reference"):
        story = annotated_story(None, transdiff.Document.from_sentences([row[side]], lang))
        texts.append(Text.of((s.facts for s in story.segments), story.lang))
    found = losses(*texts)
    return [found[name] for name in LOSSES]


def tables(jobs: int, cache: Path | None) -> dict[str, tuple[list[Row], Array]]:
    """Return rows and their losses by set; *cache* keeps them between runs."""
    if cache and cache.exists():
        loaded: dict[str, tuple[list[Row], Array]] = pickle.loads(cache.read_bytes())
        return loaded
    done = {}
    with ProcessPoolExecutor(jobs) as pool:
        for name in dict.fromkeys(task.split()[0] for task in SHARES):
            found = rows(name)
            lang = "de" if name.endswith("ende") else "en"
            table = list(pool.map(partial(row_losses, lang=lang), found, chunksize=64))
            done[name] = (found, np.array(table))
            sys.stderr.write(f"{name}: {len(found)} lines\n")
    if cache:
        cache.write_bytes(pickle.dumps(done))
    return done


def tasks(found: dict[str, tuple[list[Row], Array]]) -> Iterator[Task]:
    """Yield the pairs to be ordered."""
    for name, (lines, table) in found.items():
        folds = _folds(lines)
        if name == "demetr":
            yield from _demetr(lines, table, folds)
        elif name == "sts_headlines":
            values = np.array([row["similarity"] for row in lines])
            yield _across(f"{name} similarity", table, values, folds, 0.4)
        else:
            yield _within(f"{name} within", lines, table, folds)
            if name.startswith("mqm_wmt") and name.endswith("zhen"):
                yield _words(f"{name} words", lines, table, folds)
                yield _articles(f"{name} articles", lines, table, folds)


def _folds(lines: Sequence[Row]) -> npt.NDArray[np.int64]:
    """Number the folds by document, so that they share no text."""
    keys = [str(row.get("item") or row.get("doc") or row["id"]) for row in lines]
    number = {key: n % FOLDS for n, key in enumerate(dict.fromkeys(keys))}
    return np.array([number[key] for key in keys])


def _within(name: str, lines: Sequence[Row], table: Array, folds: npt.NDArray[np.int64]) -> Task:
    """Systems on one source segment, of which humans prefer one."""
    groups = defaultdict(list)
    for i, row in enumerate(lines):
        groups[row["doc"], row["seg"]].append(i)
    pairs, counts = [], []
    for group in groups.values():
        for n, a in enumerate(group):
            for b in group[:n]:
                gap = lines[a]["mqm"] - lines[b]["mqm"]
                if abs(gap) >= 0.3:
                    pairs.append((a, b) if gap > 0 else (b, a))
                    counts.append(min(abs(gap), 10.0) ** 0.5)
    return _task(name, table, np.array(pairs), np.array(counts), folds)


def _words(name: str, lines: Sequence[Row], table: Array, folds: npt.NDArray[np.int64]) -> Task:
    """Segments of any source by human penalty per word."""
    words = np.array([len(row["mt"].split()) for row in lines])
    values = np.array([row["mqm"] for row in lines]) / np.maximum(words, 1)
    long = words >= 5
    return _across(name, table[long], values[long], folds[long], 0.02)


def _articles(name: str, lines: Sequence[Row], table: Array, folds: npt.NDArray[np.int64]) -> Task:
    """Whole articles of any system by mean human penalty."""
    groups = defaultdict(list)
    for i, row in enumerate(lines):
        groups[row["doc"], row["system"]].append(i)
    means = np.stack([table[group].mean(axis=0) for group in groups.values()])
    values = np.array([np.mean([lines[i]["mqm"] for i in group]) for group in groups.values()])
    first = np.array([folds[group[0]] for group in groups.values()])
    return _across(name, means, values, first, 0.3)


def _demetr(lines: Sequence[Row], table: Array, folds: npt.NDArray[np.int64]) -> Iterator[Task]:
    """A sound sentence and its damaged copy, every kind alike; any sound one and a grave error."""
    at = {row["id"]: i for i, row in enumerate(lines)}
    kinds = Counter(row.get("perturbation") for row in lines)
    damaged = [
        i for i, row in enumerate(lines) if row["kind"] == "perturbed" and row["pert_id"] < 33
    ]
    pairs = np.array([(at[lines[i]["orig_id"]], i) for i in damaged])
    counts = [GRAVITY[lines[i]["severity"]] / kinds[lines[i]["perturbation"]] for i in damaged]
    yield _task("demetr damage", table, pairs, np.array(counts), folds)
    dice = np.random.default_rng(0)
    sound = [i for i, row in enumerate(lines) if row["kind"] == "original"]
    grave = [i for i in damaged if lines[i]["severity"] == "critical"]
    pairs = np.stack([dice.choice(sound, _DRAWS), dice.choice(grave, _DRAWS)], axis=1)
    pairs = pairs[folds[pairs[:, 0]] == folds[pairs[:, 1]]]
    yield _task("demetr threshold", table, pairs, np.ones(len(pairs)), folds)


def _across(
    name: str, table: Array, values: Array, folds: npt.NDArray[np.int64], least: float
) -> Task:
    """Random pairs of rows whose human value differs by at least *least*."""
    dice = np.random.default_rng(0)
    a, b = (dice.integers(0, len(values), _DRAWS * FOLDS) for _ in range(2))
    gaps = np.abs(values[a] - values[b])
    kept = np.flatnonzero((folds[a] == folds[b]) & (gaps >= least))[:_DRAWS]
    a, b, gaps = a[kept], b[kept], gaps[kept]
    better, worse = np.where(values[a] > values[b], (a, b), (b, a))
    return _task(
        name, table, np.stack([better, worse], axis=1), np.minimum(gaps, 8.0) ** 0.5, folds
    )


def _task(
    name: str,
    table: Array,
    pairs: npt.NDArray[np.int64],
    counts: Array,
    folds: npt.NDArray[np.int64],
) -> Task:
    return Task(name, table, pairs, counts, folds[pairs[:, 0]])


def fit(found: Sequence[Task], unseen: int | None = None) -> Array:
    """Return the weights that order the pairs of all tasks best, without the fold *unseen*."""
    gaps, counts = [], []
    for task in found:
        seen = task.folds != unseen
        gaps.append(task.gaps()[seen])
        each = task.counts[seen]
        counts.append(SHARES[task.name] * each / each.sum())
    x, w = np.vstack(gaps), np.concatenate(counts)
    scale = x.std(axis=0) + 1e-6
    x = x / scale

    def loss(v: Array) -> tuple[float, Array]:
        z = x @ v
        value = float((w * np.logaddexp(0.0, -z)).sum() + L2 * (v @ v))
        return value, -x.T @ (w / (1.0 + np.exp(z))) + 2 * L2 * v

    bounds = [(0.0, None)] * x.shape[1]
    start = np.full(x.shape[1], 0.05)
    result = minimize(loss, start, jac=True, bounds=bounds, method="L-BFGS-B")
    return np.asarray(result.x / scale)


def report_folds(found: Sequence[Task]) -> None:
    """Print the share of pairs ordered right on documents that the weights have not seen."""
    weights = [fit(found, unseen) for unseen in range(FOLDS)]
    for task in found:
        margins = (task.gaps() @ np.stack(weights, axis=1))[np.arange(len(task.folds)), task.folds]
        sys.stderr.write(f"{task.name:26} {np.mean(margins > 0):.3f} of unseen pairs\n")


def toml(weights: Array, unit: float) -> str:
    """Return ``weights.toml``."""
    value = dict(zip(LOSSES, weights, strict=True))
    lines = [
        "# Weights of fidelity (docs/fidelity.md). Written by the script below; do not edit.",
        "[fitted]",
        'script = "python -m bench.fit_fidelity"',
        'data = "development halves of MQM (WMT23, WMT21, TED; zh-en, en-de), DEMETR, STS"',
        f'date = "{datetime.datetime.now(datetime.UTC).date()}"',
        "",
        POLICY,
        "# A weighted sum x of losses counts as (x / unit) ** power * (words / 25) ** length.",
        "[shape]",
        f"unit = {unit:.3f}",
        f"power = {POWER}",
        f"length = {LENGTH}",
    ]
    for section, names in SECTIONS.items():
        lines += ["", f"[{section}]"]
        lines += [f"{name} = {value[name]:.3f}" for name in names]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Fit, and rewrite the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folds", action="store_true", help="print accuracy on unseen documents")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--cache", type=Path, help="keep the losses of all texts in this file")
    options = parser.parse_args()
    found = tables(options.jobs, options.cache)
    pairs = list(tasks(found))
    weights = fit(pairs)
    if options.folds:
        report_folds(pairs)
    name, quantile, value = SOUND
    total = float(np.quantile(found[name][1] @ weights, quantile))
    unit = total / (-np.log(value / 100.0)) ** (1.0 / POWER)
    target = ROOT / "transdiff" / "score" / "weights.toml"
    target.write_text(toml(weights, unit), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
