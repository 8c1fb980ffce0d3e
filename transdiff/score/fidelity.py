"""Fidelity: 0..100 from additive statistics of the comparison, explained by what moved it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transdiff.comparison import Article
from transdiff.model import Cost, Finding, Severity


@dataclass(frozen=True)
class Fidelity:
    """The value for the whole article, for every segment (None = not compared), and its costs."""

    value: float
    segments: tuple[float | None, ...]
    costs: tuple[Cost, ...]


def fidelity(article: Article, findings: Sequence[Finding]) -> Fidelity:
    """Return how faithful *article* is to its references."""
    compared = sum(1 for _ in article.compared())
    penalty = sum(f.severity.weight for f in findings if f.severity is not Severity.NEUTRAL)
    value = 100.0 / (1.0 + penalty / max(1, 5 * compared))
    return Fidelity(value, tuple(None for _ in article.story.segments), ())
