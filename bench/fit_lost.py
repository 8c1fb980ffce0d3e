"""Fit how sure it is that a word was lost: ``python -m bench.fit_lost`` writes ``lost.toml``.

Words that DEMETR took out of a sentence are lost; words that a sound translation, or the other of
two human ones, does not have are not. A logistic model tells them apart by the signals of
``rules/coverage/lost.py``. Only development halves are read. ``--folds`` prints what a model finds
that has not seen the sentence. Needs numpy and scipy, and two minutes.
"""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize

from bench.fidelity_tables import LANG, Array, rows
from bench.shared import ROOT
from transdiff.language.pairing import pair_words
from transdiff.language.reading import read
from transdiff.language.slots import Layout
from transdiff.model import Document
from transdiff.pipeline import annotated_story
from transdiff.rules.coverage.lost import SIGNALS, Lost, lost_words
from transdiff.rules.layouts import CLOSE

FILE = ROOT / "transdiff" / "rules" / "coverage" / "lost.toml"
REMOVED = (5, 21, 22, 23, 24, 25)
"""The kinds of damage in which words were taken out."""
SOUND = ("original", "refref")
PENALTY = 1.0
ODDS = (0.75, 1.0, 1.25, 1.5, 2.0)


class Line(NamedTuple):
    """A sentence beside its reference: which kind it is, its half, the signals of lost words."""

    kind: str
    half: int
    signals: list[tuple[float, ...]]


def lost_in(text: str, reference: str) -> list[Lost]:
    """The words of *reference* that *text* may have lost."""
    stories = (annotated_story(None, Document.from_sentences([s], LANG)) for s in (text, reference))
    mine, theirs = (read([s.facts for s in story.segments], LANG) for story in stories)
    layout = Layout(pair_words(mine, theirs))
    return lost_words(layout) if layout.closeness >= CLOSE else []


def removed(row: dict[str, Any]) -> Line:
    """A damaged sentence, with the words that the sound one does not lose in the same place."""
    before = {lost.word for lost in lost_in(row["sound"], row["reference"])}
    found = [lost for lost in lost_in(row["mt"], row["reference"]) if lost.word not in before]
    return Line(row["perturbation"], row["half"], [lost.signals for lost in found])


def kept(row: dict[str, Any]) -> Line:
    """A sound sentence."""
    found = lost_in(row["mt"], row["reference"])
    return Line(row["kind"], row["half"], [lost.signals for lost in found])


def lines(jobs: int) -> list[Line]:
    """All sentences, damaged and sound; two human translations both ways round."""
    damage, humans = rows("demetr"), rows("refref")
    sound = {row["id"]: row for row in damage if row["kind"] == "original"}
    half = {name: n % 2 for n, name in enumerate(sound)}
    taken = [
        row | {"sound": sound[row["orig_id"]]["mt"], "half": half[row["orig_id"]]}
        for row in damage
        if row["kind"] == "perturbed" and row["pert_id"] in REMOVED and row["orig_id"] in sound
    ]
    turned = [row | {"mt": row["reference"], "reference": row["mt"]} for row in humans]
    left = [row | {"half": half[row["id"]]} for row in sound.values()]
    left += [row | {"half": n % 2} for many in (humans, turned) for n, row in enumerate(many)]
    with ProcessPoolExecutor(jobs) as pool:
        return [
            *pool.map(removed, taken, chunksize=64),
            *pool.map(kept, left, chunksize=64),
        ]


def fit(found: list[Line]) -> Array:
    """Return a weight for each signal, and the bias."""
    signals = np.array([s for line in found for s in line.signals])
    lost = np.array(
        [line.kind not in ("original", "refref") for line in found for _ in line.signals]
    )
    middle, spread = signals.mean(0), signals.std(0) + 1e-9
    table = np.c_[(signals - middle) / spread, np.ones(len(signals))]

    def loss(at: Array) -> tuple[float, Array]:
        odds = table @ at
        chance = 1 / (1 + np.exp(-odds))
        small = np.r_[at[:-1], 0.0]
        value = np.sum(np.logaddexp(0, odds) - lost * odds) + PENALTY * np.sum(small**2)
        return float(value), table.T @ (chance - lost) + 2 * PENALTY * small

    best = minimize(loss, np.zeros(table.shape[1]), jac=True, method="L-BFGS-B").x
    weights = best[:-1] / spread
    return np.array([*weights, best[-1] - weights @ middle])


def unseen(found: list[Line]) -> Iterator[str]:
    """What a model finds in the half that it was not fitted on, by kind and odds."""
    fits = [fit([line for line in found if line.half != half]) for half in (0, 1)]
    best: dict[str, list[float]] = {}
    for line in found:
        odds = (np.array([*signals, 1.0]) @ fits[line.half] for signals in line.signals)
        best.setdefault(line.kind, []).append(float(max(odds, default=-np.inf)))
    for kind, odds_of in best.items():
        shares = (np.mean(np.array(odds_of) > least) for least in ODDS)
        yield f"{kind:16}" + " ".join(f"{share:6.3f}" for share in shares)


def main() -> int:
    """Fit, and rewrite the data file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folds", action="store_true", help="print what is found in unseen text")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    found = lines(options.jobs)
    if options.folds:
        sys.stderr.write("\n".join(unseen(found)) + "\n")
    weights = fit(found)
    head = [
        "# How much each signal of lost.py says that a word was lost. Written by the script below;",
        "# do not edit.",
        "[fitted]",
        'script = "python -m bench.fit_lost"',
        'data = "development halves of DEMETR and of two human translations"',
        f'date = "{datetime.datetime.now(datetime.UTC).date()}"',
        "",
        "[lost]",
    ]
    named = zip((*SIGNALS, "bias"), weights, strict=True)
    FILE.write_text("\n".join([*head, *(f"{n} = {w:.4f}" for n, w in named)]) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
