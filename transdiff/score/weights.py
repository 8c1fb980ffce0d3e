"""The fitted numbers of fidelity, read from ``weights.toml`` beside this file."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import tomli

from transdiff.score.agreement import SECTIONS
from transdiff.score.bulk import NAMES as BULK


@dataclass(frozen=True)
class Weights:
    """``losses`` by section and name; ``findings`` by severity; the curve that joins them.

    A weighted sum of losses x counts as ``x ** power``: small differences are the translator's
    freedom, large ones are not. What says more has more that can go wrong: each measure of
    ``transdiff.score.bulk`` raises the loss by ``e`` to the power of it times its exponent.
    """

    losses: Mapping[str, Mapping[str, float]]
    findings: Mapping[str, float]
    power: float
    bulk: Mapping[str, float]

    @property
    def flat(self) -> dict[str, float]:
        """The weight of every loss by name."""
        return {name: w for part in self.losses.values() for name, w in part.items()}

    def curve(self, total: float, bulk: Sequence[float]) -> float:
        """Return what a weighted sum of losses counts for in a sentence of such bulk."""
        size = sum(e * n for e, n in zip(self.bulk.values(), bulk, strict=True))
        return float(total**self.power * math.exp(size))


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """Return the fitted weights."""
    file = resources.files("transdiff.score") / "weights.toml"
    data = tomli.loads(file.read_text(encoding="utf-8"))
    return Weights(
        losses={section: data.get(section, {}) for section in SECTIONS},
        findings=data["findings"],
        power=data["shape"]["power"],
        bulk={name: data["bulk"][name] for name in BULK},
    )
