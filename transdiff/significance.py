"""How sure a figure is: bootstrap intervals, and a paired test of two systems.

Intervals draw sentences or articles with replacement (Efron 1979; for translations Koehn 2004). The
test flips signs of paired differences at random, sacrebleu's "paired approximate randomization"
(Riezler and Maxwell 2005). Both are seeded: the same reports give the same figures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from transdiff.model import Report

_SAMPLES = 2_000
_FLIPS = 10_000
_SEED = 20_041_115
_TAIL = 0.025
_CELLS = 1_000_000
"""Draws that are held in memory at once."""
_FEWEST = 6
"""Values of which resampling says something: with five, no sign-flip test can reach p < .05."""
LEVEL = 0.05
"""A difference whose p is below is not luck."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Bounds that hold the mean in 95 of 100 resamples."""

    low: float
    high: float


def fidelity_interval(report: Report) -> Interval | None:
    """Return the interval of ``report.fidelity`` over its sentences; None for fewer than six."""
    values = [s.fidelity for s in report.sentences if s.fidelity is not None]
    found = mean_interval(values)
    if found is None:
        return None
    # What stands outside the compared text costs the article and no sentence of it.
    outside = report.fidelity - sum(values) / len(values)
    return Interval(max(0.0, found.low + outside), min(100.0, found.high + outside))


def mean_interval(values: Sequence[float]) -> Interval | None:
    """Return the interval of the mean of *values*; None for fewer than six."""
    if len(values) < _FEWEST:
        return None
    known = np.asarray(values, dtype=np.float64)
    dice = np.random.default_rng(_SEED)
    means = [
        known[dice.integers(0, len(known), (rows, len(known)))].mean(axis=1)
        for rows in _rows(_SAMPLES, len(known))
    ]
    low, high = np.quantile(np.concatenate(means), (_TAIL, 1.0 - _TAIL))
    return Interval(round(float(low), 4), round(float(high), 4))


def paired_p(differences: Sequence[float]) -> float:
    """Return the two-sided p-value of a paired sign-flip test on the mean of *differences*."""
    known = np.asarray(differences, dtype=np.float64)
    observed = abs(float(known.sum()))
    if observed == 0:
        return 1.0
    dice = np.random.default_rng(_SEED)
    hits = 0
    for rows in _rows(_FLIPS, len(known)):
        signs = 2.0 * dice.integers(0, 2, (rows, len(known))) - 1.0
        hits += int((np.abs(signs @ known) >= observed - 1e-9).sum())
    return round((hits + 1) / (_FLIPS + 1), 4)


def _rows(samples: int, size: int) -> Iterator[int]:
    """Cut *samples* draws of *size* values into parts that fit in memory."""
    step = max(1, _CELLS // max(1, size))
    for start in range(0, samples, step):
        yield min(step, samples - start)
