"""How much every signal counts: logistic models, their numbers in ``weights.toml``.

How each number was obtained stands at the head of that file.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import numpy as np
import tomli

from transdiff.aligner import growth, late, seeds
from transdiff.aligner.logistic import Model

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
    "length",  # squared difference of the log lengths, the document's ratio taken out, at most 4;
    # less where both are short
    "place",  # distance from the diagonal, as a share of the document
    "short",  # logarithm of the shorter side's length
)


@dataclass(frozen=True)
class Weights:
    """The models of a seed, of a left-over pair, of a sentence joining a group, of two that merge.

    ``first`` is the log odds that a seed must have before anything is known of its neighbours.
    """

    seed: Model
    late: Model
    attach: Model
    merge: Model
    first: float


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


def seed_signals(name: str) -> tuple[str, ...]:
    """Return the signals of a seed in the weights *name*: ``same``, or ``encoder`` with vectors."""
    return seeds.SIGNALS + (seeds.VECTOR_SIGNALS if name == "encoder" else ())


@lru_cache(maxsize=4)
def load_weights(name: str = "same") -> Weights:
    """Return the fitted weights *name*."""
    data = _sections()[name]
    return Weights(
        _model(data["seed"], seed_signals(name)),
        _model(data["late"], seed_signals(name) + late.LATE_SIGNALS),
        _model(data["attach"], growth.ATTACH_SIGNALS),
        _model(data["merge"], growth.MERGE_SIGNALS),
        data["first"],
    )


@lru_cache(maxsize=4)
def load_path_weights(name: str) -> PathWeights:
    """Return the fitted weights *name*.

    ``across`` is for nothing given, ``glossary`` for languages that have one, ``lexicon`` for a
    lexicon, ``taught`` for a lexicon that a long document taught, which leaves less out.
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
    return tomli.loads(file.read_text(encoding="utf-8"))


def _model(numbers: dict[str, float], names: tuple[str, ...]) -> Model:
    return Model(np.array([numbers[name] for name in names]), numbers["bias"])
