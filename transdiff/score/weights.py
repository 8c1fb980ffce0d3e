"""The fitted numbers of fidelity, read from ``weights.toml`` beside this file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from transdiff.score.agreement import SECTIONS

_WORDS = 25
"""The length of a sentence that counts as it is."""


@dataclass(frozen=True)
class Weights:
    """``losses`` by section and name; ``findings`` by severity; the curve that joins them.

    A weighted sum of losses x counts as ``x ** power``: small differences are the translator's
    freedom, large ones are not. A longer sentence says more that can go wrong: the loss of one of
    twice as many words counts ``2 ** length`` times as much.
    """

    losses: Mapping[str, Mapping[str, float]]
    findings: Mapping[str, float]
    power: float
    length: float

    @property
    def flat(self) -> dict[str, float]:
        """The weight of every loss by name."""
        return {name: w for part in self.losses.values() for name, w in part.items()}

    def curve(self, total: float, words: int) -> float:
        """Return what a weighted sum of losses counts for in a sentence of so many words."""
        return float(total**self.power * (words / _WORDS) ** self.length)


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """Return the fitted weights."""
    file = resources.files("transdiff.score") / "weights.toml"
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    return Weights(
        losses={section: data.get(section, {}) for section in SECTIONS},
        findings=data["findings"],
        power=data["shape"]["power"],
        length=data["shape"]["length"],
    )
