"""Fit how far to trust findings: ``python -m bench.fit_trust SETS…`` writes ``trust.toml``.

Each of SETS is a folder of article sets as ``../shared/gold`` has them, with what was planted. A
finding, major or worse, is right if it is on something planted of its family, or on what
``bench.flips`` makes wrong; one that touches nothing planted is wrong. Only sets that no rule was
written with tell how often a rule errs, so they are needed fresh; ``--signals`` writes what was
seen in them as JSON lines, ``--from`` fits what such files hold. ``--rules`` fits nothing but what
rules weigh: how much was planted in a set moves the odds of any finding and of all signals, and
sets of another kind, where more is planted or less, would unlearn them. ``--folds`` prints what a
model does to findings that it has not seen.
"""

from __future__ import annotations

import argparse
import datetime
import importlib.util
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize

from bench.flips import flips
from bench.gold import article_sets, as_scored, documents
from bench.shared import ROOT, shared
from transdiff import pipeline, plugins
from transdiff.findings import stamp
from transdiff.model import Document, Finding, Severity
from transdiff.pivot import to_original
from transdiff.settings import Settings
from transdiff.trust import Signals, load_odds, signals_of

FILE = ROOT / "transdiff" / "trust.toml"
OF_NEW, OF_SIGNALS, OF_RULES = 0.6, 40.0, 6.0
"""Ridge penalties: of signals that are new, and of signals and rules of which some thousand
findings taught the weights that ship."""
FIXED = 1e6
"""The penalty of what is not fitted."""
OF_FLIP = 0.15
"""What a finding on an edit counts: there are many, all right and all of a few rules."""
LEAST = -0.1
"""Log odds that a finding needs: a false alarm costs an editor about as much as a miss."""
FOLDS = 10


class Seen(NamedTuple):
    """A finding: its set and rule, its signals, whether it is right, and how much it counts."""

    set: str
    rule: str
    signals: tuple[float, ...]
    right: bool
    counts: float = 1.0


@lru_cache(maxsize=1)
def scorer() -> ModuleType:
    """The scorer of the gold sets, which knows what belongs to what is planted."""
    spec = importlib.util.spec_from_file_location("score_gold", shared("gold") / "score_gold.py")
    if spec is None or spec.loader is None:
        raise SystemExit("fit_trust: no score_gold.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def seen_in(folder: Path, scoring: ModuleType) -> Iterator[Seen]:
    """Yield the findings of a set that are right or wrong, each by the mark that it is made of."""
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    planted = [(g, *scoring.gold_spans(g)) for g in gold["divergences"]]
    for finding, rule, signals in _grave(*documents(folder)):
        right = _right(scoring, scoring.Finding(as_scored(finding)), planted)
        if right is not None:
            yield Seen(folder.name, rule, signals, right)


def collected(roots: Sequence[Path]) -> Iterator[Seen]:
    """Yield what is found in all sets of *roots*, as they are and with their edits."""
    for folder in (one for root in roots for one in article_sets(root)):
        yield from seen_in(folder, scorer())
        yield from flipped_in(folder)


def flipped_in(folder: Path) -> Iterator[Seen]:
    """Yield the findings on what :mod:`bench.flips` makes wrong in a set, which are right."""
    for flip, edited, references in flips(folder):
        for finding, rule, signals in _grave(edited, references):
            if finding.span.overlaps(flip.span):
                yield Seen(folder.name, rule, signals, right=True, counts=OF_FLIP)


def _grave(
    article: Document, references: Mapping[str, Document]
) -> Iterator[tuple[Finding, str, Signals]]:
    """Yield the findings that trust may weigh, each with its rule and signals."""
    settings, chosen = Settings(), plugins.rules()
    seen, pivots = pipeline._aligned(article, references, settings)
    found = list(pipeline.untrusted_marks(seen, pivots, chosen, settings))
    for (by, mark, _), signals in zip(found, signals_of(found), strict=True):
        if signals is None:
            continue
        for finding in stamp(seen, [(by, to_original(mark, seen, pivots))], settings, chosen):
            if finding.severity.rank > Severity.MINOR.rank:
                yield finding, by.name, signals


def _right(scoring: ModuleType, finding: Any, planted: list[tuple[Any, Any, Any]]) -> bool | None:
    """Whether a finding is right; None if it touches something planted of another kind."""
    touched = [g for g, mine, theirs in planted if scoring.touches(finding, mine, theirs, 300)]
    if any(scoring.same_family(finding.cat, g["category"]) for g in touched):
        return True
    return None if touched else False


class Model(NamedTuple):
    """Log odds of any finding, of each signal, of each rule."""

    any: float
    signals: np.ndarray[Any, np.dtype[np.float64]]
    rules: dict[str, float]

    def odds(self, one: Seen) -> float:
        """The log odds that a finding is right."""
        return self.any + self.rules.get(one.rule, 0.0) + float(self.signals @ one.signals)


def fit(rows: list[Seen], *, only_rules: bool = False) -> Model:
    """Fit a logistic model with a ridge about the model that ships, which knows older findings.

    Signals are scaled for it and scaled back.
    """
    known = load_odds()
    names = sorted({r.rule for r in rows} | known.rules.keys())
    raw = np.array([r.signals for r in rows])
    mean, scale = raw.mean(axis=0), raw.std(axis=0) + 1e-9
    x = (raw - mean) / scale
    which = np.array([names.index(r.rule) for r in rows])
    sign = np.array([1.0 if r.right else -1.0 for r in rows])
    size = len(Signals._fields)
    before = np.array([known.signals.get(name, 0.0) for name in Signals._fields])
    rules = [known.rules.get(name, 0.0) for name in names]
    start = np.r_[known.any + before @ mean, before * scale, rules]
    counts = np.array([r.counts for r in rows])
    of_signals = np.where(before, OF_SIGNALS, OF_NEW)
    of_all = np.r_[OF_NEW, of_signals]
    ridge = np.r_[of_all + only_rules * FIXED, np.full(len(names), OF_RULES)]

    def loss(p: np.ndarray[Any, Any]) -> tuple[float, np.ndarray[Any, Any]]:
        told = p[0] + x @ p[1 : size + 1] + p[size + 1 :][which]
        pull = -sign * counts / (1 + np.exp(sign * told))
        value = counts @ np.logaddexp(0, -sign * told) + (ridge * (p - start) ** 2).sum() / 2
        slope = np.r_[pull.sum(), x.T @ pull, np.bincount(which, pull, len(names))]
        return float(value), slope + ridge * (p - start)

    found = minimize(loss, start, jac=True, method="L-BFGS-B").x
    signals = found[1 : size + 1] / scale
    return Model(
        float(found[0] - signals @ mean), signals, dict(zip(names, found[size + 1 :], strict=True))
    )


def folds(rows: list[Seen], *, only_rules: bool = False) -> Iterator[tuple[float, bool]]:
    """Yield the odds of every finding, by a model that has not seen its set, and whether right."""
    sets = sorted({r.set for r in rows})
    for fold in range(FOLDS):
        out = {name for i, name in enumerate(sets) if i % FOLDS == fold}
        model = fit([r for r in rows if r.set not in out], only_rules=only_rules)
        yield from ((model.odds(r), r.right) for r in rows if r.set in out)


def written(model: Model, rows: list[Seen]) -> str:
    """Return the data file."""
    sets = len({r.set for r in rows})
    lines = [
        "# How far findings are to be trusted (transdiff/trust.py). Written by the script below.",
        "[fitted]",
        'script = "python -m bench.fit_trust"',
        f'data = "{len(rows)} findings in {sets} new sets, on top of what was fitted before"',
        f'date = "{datetime.datetime.now(tz=datetime.UTC).date()}"',
    ]
    head = [f"any = {model.any:.3f}", f"least = {LEAST}"]
    signals = [f"{n} = {w:.3f}" for n, w in zip(Signals._fields, model.signals, strict=True)]
    rules = [f"{name} = {w:.2f}" for name, w in model.rules.items() if abs(w) >= 0.05]
    parts = ["\n".join(lines[:1] + head), "\n".join(lines[1:])]
    parts += ["\n".join(["[signals]", *signals]), "\n".join(["[rules]", *rules])]
    return "\n\n".join(parts) + "\n"


def main() -> int:
    """Collect, fit, and write or print."""
    ask = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    ask.add_argument("sets", nargs="*", type=Path)
    ask.add_argument("--signals", type=Path, help="write what was seen, and fit nothing")
    ask.add_argument("--from", dest="given", nargs="*", type=Path, default=[])
    ask.add_argument("--rules", action="store_true", help="fit only what rules weigh")
    ask.add_argument("--folds", action="store_true", help="print what an unseen finding gets")
    given = ask.parse_args()
    rows = [Seen(*json.loads(line)) for f in given.given for line in f.read_text().splitlines()]
    rows += collected(given.sets)
    if given.signals:
        given.signals.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    elif given.folds:
        told = list(folds(rows, only_rules=given.rules))
        for least in (-1.5, -1.0, -0.7, LEAST, 0.0, 0.5):
            below = [right for odds, right in told if odds < least]
            sys.stdout.write(f"{least:+.2f}  wrong {below.count(False)}  right {sum(below)}\n")
    else:
        model = fit(rows, only_rules=given.rules)
        FILE.write_text(written(model, rows), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
