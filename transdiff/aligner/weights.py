"""How much every signal counts: three logistic models, their numbers in ``weights.toml``.

``python -m bench.align_fit`` fits them on the development half of the alignment benchmark and the
gold article sets, and rewrites the file.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np

from transdiff.aligner import growth, seeds
from transdiff.aligner.grid import Matrix


@dataclass(frozen=True)
class Model:
    """A logistic model: ``signals @ weights + bias`` are log odds."""

    weights: Matrix
    bias: float

    def odds(self, signals: Matrix) -> Matrix:
        """Return the log odds for *signals*, whose last axis runs over the signals."""
        return np.asarray(signals @ self.weights + self.bias)


@dataclass(frozen=True)
class Weights:
    """The models for a seed pair, for a sentence that joins a group, for two groups that merge.

    ``late`` is what a pair of left-over sentences must have in log odds beyond a first seed.
    """

    seed: Model
    attach: Model
    merge: Model
    first: float
    late: float


@lru_cache(maxsize=4)
def load_weights(name: str = "same") -> Weights:
    """Return the fitted weights *name*."""
    file = resources.files("transdiff.aligner") / "weights.toml"
    data = tomllib.loads(file.read_text(encoding="utf-8"))[name]
    return Weights(
        _model(data["seed"], seeds.SIGNALS),
        _model(data["attach"], growth.ATTACH_SIGNALS),
        _model(data["merge"], growth.MERGE_SIGNALS),
        data["first"],
        data["late"],
    )


def _model(numbers: dict[str, float], names: tuple[str, ...]) -> Model:
    return Model(np.array([numbers[name] for name in names]), numbers["bias"])
