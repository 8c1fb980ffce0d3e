"""A logistic model: what all decisions of the aligner are made with."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from transdiff.aligner.grid import Matrix


@dataclass(frozen=True)
class Model:
    """A logistic model: ``signals @ weights + bias`` are log odds."""

    weights: Matrix
    bias: float

    def odds(self, signals: Matrix) -> Matrix:
        """Return the log odds for *signals*, whose last axis runs over the signals."""
        return np.asarray(signals @ self.weights + self.bias)
