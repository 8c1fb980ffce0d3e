"""Trust: how likely an editor would make a finding too, by its rule and by where it stands.

Rules read words. Where the two sentences hardly say the same, a word that contradicts another one
contradicts nothing, and some rules err more often than others. A logistic model of a few signals,
learnt on article sets that no rule had been written with, gives each mark its odds; a mark that is
much likelier wrong than right is told as minor. ``python -m bench.fit_trust`` fits ``trust.toml``.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources

import tomli

from transdiff.company import shared_company
from transdiff.comparison import Article, Comparison
from transdiff.model import BlockKind, Severity
from transdiff.rule import Mark, Rule

SIGNALS = ("company", "paired", "length")
"""What tells a right finding from a wrong one, whatever the rule.

company: share of the words about the mark whose counterparts stand about its evidence;
paired: share of the sentence's content words that the reference has; length: the logarithm of how
many content words the reference's part has.
"""
_UNKNOWN = (0.5, 0.6, 2.7)
"""Company, paired words and length where they cannot be told."""
_COMPANY = 4
"""Words about a mark without which its company tells nothing."""
_FEW = 2
"""Words that a sentence is thought to have besides its own, so that three of them tell little."""


@dataclass(frozen=True)
class Odds:
    """Log odds: of any finding, of each signal, of each rule, and those that a finding needs."""

    any: float
    signals: Mapping[str, float]
    rules: Mapping[str, float]
    least: float

    def of(self, rule: str, signals: tuple[float, ...]) -> float:
        """Return the log odds that a mark of *rule* with these signals is right."""
        weights = (self.signals[name] for name in SIGNALS)
        told = sum(w * value for w, value in zip(weights, signals, strict=True))
        return self.any + self.rules.get(rule, 0.0) + told


def trusted(mark: Mark, by: Rule, article: Article) -> Mark:
    """Return *mark* of *by*, as minor where its odds are too low.

    What the article alone shows needs no reference to agree with, and the few words of a headline
    do not tell how much of it a reference says.
    """
    shown = any(e.reference is not None for e in mark.evidence)
    if not shown or (mark.severity or by.severity).rank <= Severity.MINOR.rank:
        return mark
    pair = article.comparison_at(mark.span)
    if pair is not None and pair.segment.block.kind is BlockKind.HEADLINE:
        return mark
    odds = load_odds()
    if odds.of(by.name, signals_of(mark, pair)) >= odds.least:
        return mark
    return replace(mark, severity=Severity.MINOR)


def signals_of(mark: Mark, pair: Comparison | None) -> tuple[float, ...]:
    """Return the signals of a mark in *pair*, if in any, in the order of ``SIGNALS``."""
    shown = next((e for e in mark.evidence if e.reference is not None), None)
    pairing = pair.pairings.get(shown.reference or "") if pair and shown else None
    if pair is None or pairing is None:
        return _UNKNOWN
    company = shared_company(mark, pair, _COMPANY)
    mine, length = pairing.mine.content, len(pairing.theirs.content)
    known = sum(pairing.forward[i] is not None for i in mine)
    paired = (known + _FEW * _UNKNOWN[1]) / (len(mine) + _FEW)
    near = _UNKNOWN[0] if company is None else company
    return (near, paired, math.log(max(1, length)))


@lru_cache(maxsize=1)
def load_odds() -> Odds:
    """Read ``trust.toml`` beside this file."""
    text = (resources.files("transdiff") / "trust.toml").read_text(encoding="utf-8")
    data = tomli.loads(text)
    return Odds(data["any"], data["signals"], data["rules"], data["least"])
