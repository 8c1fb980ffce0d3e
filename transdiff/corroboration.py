"""Which further references contradict a claim that one of them does: *2 of 2 references disagree*.

A rule shows a claim against the reference that says the contrary most clearly. What each of the
others says of it is asked by running the rule once more with that reference alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from transdiff.comparison import Article, Comparison
from transdiff.facts import Span
from transdiff.model import BlockKind, Evidence, Role
from transdiff.rule import Mark


def corroborated(
    subject: Article | Comparison, check: Callable[[Any], Iterable[Mark]]
) -> Iterator[Mark]:
    """Yield what *check* finds in *subject*, with the evidence of every reference against it.

    What it finds of the same words in one reference after another is one finding.
    """
    heard: dict[str, tuple[Mark, ...]] = {}
    told: dict[Span, set[Evidence]] = {}
    for mark in check(subject):
        own = [e for e in mark.evidence if e.role is Role.CONTRADICTS]
        if own and told.get(mark.span, set()).issuperset(own):
            continue
        shown = {e.reference for e in own}
        further: list[Evidence] = []
        for key, alone in subject.alone.items() if shown else ():
            if key not in shown and _speaks_of_it(subject, alone, mark):
                if key not in heard:
                    heard[key] = tuple(check(alone))
                further += _against(mark, heard[key])
        told.setdefault(mark.span, set()).update(own, further)
        yield replace(mark, evidence=(*mark.evidence, *further)) if further else mark


def _speaks_of_it(subject: Article | Comparison, alone: Article | Comparison, mark: Mark) -> bool:
    """Whether a reference has the sentence of *mark*, where any has it; a headline sums up all."""
    if isinstance(subject, Comparison) or isinstance(alone, Comparison):
        return True
    pair = subject.comparison_at(mark.span)
    if pair is None or pair.segment.block.kind is BlockKind.HEADLINE:
        return True
    return alone.comparison_at(mark.span) is not None


def _against(mark: Mark, heard: Iterable[Mark]) -> tuple[Evidence, ...]:
    """Return the evidence of the first of *heard* that contradicts the same words as *mark*."""
    found = (
        tuple(e for e in other.evidence if e.role is Role.CONTRADICTS)
        for other in heard
        if other.span.overlaps(mark.span)
    )
    return next(filter(None, found), ())
