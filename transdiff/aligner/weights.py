"""How much every signal counts: three logistic models, their numbers in ``weights.toml``.

How each number was obtained stands at the head of that file.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import numpy as np

from transdiff.aligner import growth, seeds
from transdiff.aligner.grid import Matrix

PATH_SIGNALS = (
    "letters",  # square root of the cosine of names and cognates
    "letters_ahead",  # that cosine above the average of its row and column
    "facts",  # square root of the cosine of numbers, dates and concepts
    "facts_ahead",
    "facts_mass",  # log weight of the facts in common
    "facts_lost",  # log weight of the facts of either side that the other lacks
    "words",  # square root of the cosine of lexicon words
    "words_ahead",
    "words_mass",
    "length",  # squared difference of the log lengths, the document's ratio taken out, at most 4
    "place",  # distance from the diagonal, as a share of the document
    "short",  # logarithm of the shorter side's length
)


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


@dataclass(frozen=True)
class PathWeights:
    """The model of a pair across languages, and what turns its log odds into a path.

    ``offset`` is added to every pair (most cells of a grid are wrong, most of the path is right),
    ``costs`` are taken off each of ``monotone.SHAPES``; a pair off the path needs ``crossing``.
    ``omitted`` is the share of sentences without a counterpart where the numbers were fitted.
    """

    pair: Model
    offset: float
    costs: tuple[float, ...]
    crossing: float
    omitted: float


@lru_cache(maxsize=4)
def load_weights(name: str = "same") -> Weights:
    """Return the fitted weights *name*."""
    data = _sections()[name]
    return Weights(
        _model(data["seed"], seeds.SIGNALS),
        _model(data["attach"], growth.ATTACH_SIGNALS),
        _model(data["merge"], growth.MERGE_SIGNALS),
        data["first"],
        data["late"],
    )


@lru_cache(maxsize=4)
def load_path_weights(name: str) -> PathWeights:
    """Return the fitted weights *name*.

    ``across`` is for nothing given, ``lexicon`` for a lexicon or encoder, ``taught`` for a lexicon
    that a long document taught, which leaves less out.
    """
    data = _sections()[name]
    return PathWeights(
        _model(data["pair"], PATH_SIGNALS),
        data["offset"],
        tuple(data["costs"]),
        data["crossing"],
        data["omitted"],
    )


def _sections() -> dict[str, dict[str, Any]]:
    file = resources.files("transdiff.aligner") / "weights.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _model(numbers: dict[str, float], names: tuple[str, ...]) -> Model:
    return Model(np.array([numbers[name] for name in names]), numbers["bias"])
