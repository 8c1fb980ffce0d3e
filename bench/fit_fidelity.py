"""Fit fidelity on human judgements: ``python -m bench.fit_fidelity`` writes its data files.

``neighbours.toml`` counts, in the human translations of the sets, which classes of words follow
each other. ``weights.toml`` is what orders texts best as humans do, with findings costing what
``POLICY`` says: systems within one source segment (WMT21, WMT23, TED MQM), penalty per word across
segments, sound against damaged sentences (DEMETR, the same sentence and any) by logistic loss over
pairs; articles by human penalty, in all and per word, and headlines by similarity (STS) by Pearson
correlation. Weights are not negative, L1 and L2 keep them small. Only development halves are read.
``--folds`` also fits without each quarter of the documents and prints the agreement on that
quarter. Needs numpy and scipy; takes about ten minutes of one core, nearly all of it for comparing
the texts, which ``--cache`` keeps.
"""

from __future__ import annotations

import argparse
import datetime
import sys
from pathlib import Path

import numpy as np

from bench.fidelity_neighbours import neighbours
from bench.fidelity_objective import Objective
from bench.fidelity_tables import FOLDS, LOSSES, POLICY, Array, Table, tables
from bench.shared import ROOT
from transdiff.score.agreement import SECTIONS
from transdiff.score.bulk import NAMES as BULK

FOLDER = ROOT / "transdiff" / "score"
NEIGHBOURS = ROOT / "transdiff" / "language" / "neighbours.toml"


def toml(found: Array) -> str:
    """Return ``weights.toml``."""
    value = dict(zip((*LOSSES, "power", *BULK), found, strict=True))
    lines = [
        "# Weights of fidelity (docs/fidelity.md). Written by the script below; do not edit.",
        "[fitted]",
        'script = "python -m bench.fit_fidelity"',
        'data = "development halves of MQM (WMT23, WMT21, TED; zh-en), DEMETR, STS"',
        f'date = "{datetime.datetime.now(datetime.UTC).date()}"',
        "",
        "# What a finding takes off its sentence, in units of loss: 0.6 leaves 55 of 100 points. A",
        "# typed finding must cost more than a faithful paraphrase. This is policy and not fitted:",
        "# raters of translations meet few such errors, and would have them at a sixth of this.",
        "[findings]",
        *(f"{severity} = {cost}" for severity, cost in POLICY.items()),
        "",
        "# A weighted sum x of losses counts as x ** power * exp(sum of exponents times bulk).",
        "[shape]",
        f"power = {value['power']:.2f}",
        "",
        "# The exponents of bulk: how much a sentence says that can go wrong.",
        "[bulk]",
        *(f"{name} = {value[name]:.2f}" for name in BULK),
    ]
    for section, names in SECTIONS.items():
        lines += ["", f"[{section}]"]
        lines += [f"{name} = {value[name]:.4f}" for name in names]
    return "\n".join(lines) + "\n"


def report(label: str, figures: dict[str, float]) -> None:
    """Print figures on one line."""
    shown = " · ".join(f"{name} {value:.3f}" for name, value in figures.items())
    sys.stderr.write(f"{label}: {shown}\n")


def unseen(found: dict[str, Table], objective: Objective) -> dict[str, Array]:
    """Return the values of all texts, each by weights fitted without its fold."""
    fits = [objective.fit(fold) for fold in range(FOLDS)]
    return {
        name: np.choose(table.folds, [objective.values(name, fit) for fit in fits])
        for name, table in found.items()
    }


def main() -> int:
    """Fit, and rewrite the data files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folds", action="store_true", help="print agreement on unseen documents")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--cache", type=Path, help="keep what is known of all texts in this file")
    options = parser.parse_args()
    NEIGHBOURS.write_text(neighbours(), encoding="utf-8")
    found = tables(options.jobs, options.cache)
    objective = Objective(found)
    weights = objective.fit()
    report("fitted", objective.figures({name: objective.values(name, weights) for name in found}))
    if options.folds:
        report("unseen", objective.figures(unseen(found, objective)))
    (FOLDER / "weights.toml").write_text(toml(objective.unscaled(weights)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
