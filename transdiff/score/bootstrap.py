"""How sure a fidelity is: bootstrap intervals over sentences, and a paired test of two systems.

Sentences are drawn with replacement (Efron 1979); for two systems the same articles are drawn for
both, as in Koehn (2004). Seeded: the same reports give the same figures.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from transdiff.model import Report

_SAMPLES = 2_000
_SEED = 20_041_115
_LEVEL = 0.95


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean with the bounds that hold it in 95 of 100 resamples."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Contest:
    """Two systems on the same articles: ``gain`` is second less first, in points.

    ``p`` is the share of resamples in which the system that is better here is not better.
    """

    gain: Interval
    articles: int
    p: float


def interval(report: Report) -> Interval | None:
    """Return the interval of the mean sentence fidelity; None where nothing was compared."""
    values = [s.fidelity for s in report.sentences if s.fidelity is not None]
    return _interval(values, _means(values)) if values else None


def contest(first: Mapping[str, Report], second: Mapping[str, Report]) -> Contest | None:
    """Compare two systems by article id; None where they share no article."""
    both = sorted(first.keys() & second.keys())
    gains = [second[name].fidelity - first[name].fidelity for name in both]
    if not gains:
        return None
    means = _means(gains)
    better = sum(gains) > 0
    against = sum((mean <= 0) if better else (mean >= 0) for mean in means)
    return Contest(_interval(gains, means), len(both), against / len(means))


def _means(values: Sequence[float]) -> list[float]:
    """The means of resamples, smallest first."""
    dice = random.Random(_SEED)
    size = len(values)
    return sorted(sum(dice.choices(values, k=size)) / size for _ in range(_SAMPLES))


def _interval(values: Sequence[float], means: Sequence[float]) -> Interval:
    cut = round(len(means) * (1.0 - _LEVEL) / 2)
    return Interval(sum(values) / len(values), means[cut], means[-1 - cut])
