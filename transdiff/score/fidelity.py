"""Fidelity: 0..100 from additive integer statistics of the comparison, explained by what moved it.

Every compared segment has a loss: what its findings cost, and how far its wording is from what
supports it. The value of a segment is ``100 · exp(-loss)``, that of an article the mean of its
segments, that of a batch the mean over all their segments. What is lost is counted in integers, so
that shards add up exactly. ``docs/fidelity.md`` defines and calibrates it.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from transdiff.comparison import Article
from transdiff.facts import Span
from transdiff.language.words import fold_word
from transdiff.model import Cost, Finding, Segment
from transdiff.score.support import Support
from transdiff.score.weights import Weights, load_weights

WHOLE = 1_000_000
"""What a segment can lose, in the units of a tally."""
_NOT_VERBATIM = 100
"""What a segment loses at least that no reference has letter for letter: 0.01 points."""
_CAUSES = {
    "wording": "wording",
    "meaning": "words far in meaning",
    "grammar": "grammar and repetition",
    "form": "spelling, case and punctuation",
    "facts": "figures, names and terms in the wording",
    "unsupported": "sentences no reference supports",
}
_DETAIL = "details of form or order"


@dataclass(frozen=True, slots=True)
class Tally:
    """The additive statistics: how many segments were compared, and what they lost together."""

    segments: int = 0
    lost: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.segments + other.segments, self.lost + other.lost)

    @property
    def value(self) -> float:
        """Fidelity in 0..100; 0 where nothing was compared."""
        whole = self.segments * WHOLE
        return 100.0 * max(0, whole - self.lost) / whole if whole else 0.0


@dataclass(frozen=True)
class Fidelity:
    """The value for the whole article, for every segment (None = not compared), and its costs."""

    value: float
    segments: tuple[float | None, ...]
    costs: tuple[Cost, ...]
    tally: Tally = Tally()


def fidelity(article: Article, findings: Sequence[Finding]) -> Fidelity:
    """Return how faithful *article* is to its references: 0 where there are none."""
    segments = article.story.segments
    if not article.references:
        return Fidelity(0.0, (None,) * len(segments), ())
    if _identical(article):
        tally = Tally(sum(s.compared for s in segments))
        return Fidelity(100.0, tuple(100.0 if s.compared else None for s in segments), (), tally)
    weights = load_weights()
    bill = _bill(article, findings, weights)
    lost = {i: _lost(bill.get(i, {}), _verbatim(article, i)) for i, _ in article.compared()}
    tally = Tally(len(lost), max(sum(lost.values()), _NOT_VERBATIM * len(lost)))
    tally += Tally(0, _lost(bill.get(None, {})))
    values = tuple(Tally(1, lost[i]).value if i in lost else None for i in range(len(segments)))
    return Fidelity(tally.value, values, _costs(100.0 - tally.value, bill, findings), tally)


def _identical(article: Article) -> bool:
    text = article.story.document.text
    return any(text == story.document.text for story in article.references.values())


def _verbatim(article: Article, index: int) -> bool:
    """Whether a reference has the segment letter for letter."""
    text = article.story.segments[index].text
    return any(
        text == article.references[link.reference].segments[j].text
        for link in article.links_of.get(index, ())
        for j in link.reference_segments
    )


Items = Mapping[str, float]
"""Losses by cause: a section of the weights, or the fingerprint of a finding."""


def _lost(items: Items, verbatim: bool = True) -> int:
    """Return the units that losses take off a segment.

    An error that a finding names has shown in the wording too, so the two losses are joined like
    the legs of a right angle: more than the larger, less than their sum.
    """
    wording = sum(loss for cause, loss in items.items() if cause in _CAUSES)
    findings = sum(loss for cause, loss in items.items() if cause not in _CAUSES)
    units = round(WHOLE * (1.0 - math.exp(-math.hypot(wording, findings))))
    return units if verbatim else max(units, _NOT_VERBATIM)


def _bill(
    article: Article, findings: Sequence[Finding], weights: Weights
) -> Mapping[int | None, Items]:
    """What each segment loses by what; None is what stands outside the compared text."""
    bill: dict[int | None, dict[str, float]] = defaultdict(dict)
    for index, distance in Support(article, weights).distances.items():
        bill[index].update(distance.parts)
    for finding in _errors(findings):
        cost = weights.findings.get(finding.severity, 0.0) * finding.confidence
        bill[_place(article.story.segments, finding.span)][finding.fingerprint] = cost
    return bill


def _errors(findings: Sequence[Finding]) -> list[Finding]:
    """The findings; an error that is repeated, the same wrong name ten times, counts once."""
    found: dict[tuple[str, ...], Finding] = {}
    for finding in findings:
        values = (fold_word(e.value or e.quote) for e in finding.evidence)
        error = (finding.rule, fold_word(finding.quote or finding.message), *values)
        found.setdefault(error, finding)
    return list(found.values())


def _place(segments: Sequence[Segment], span: Span) -> int | None:
    """The first compared segment that *span* touches; an empty one belongs to the text before."""
    if len(span):
        at = bisect_right(segments, span.start, key=lambda s: s.span.end)
    else:
        at = max(0, bisect_left(segments, span.start, key=lambda s: s.span.start) - 1)
    return at if at < len(segments) and segments[at].compared else None


def _costs(
    points: float, bill: Mapping[int | None, Items], findings: Sequence[Finding]
) -> tuple[Cost, ...]:
    """Divide *points* among what caused their loss, findings by rule, dearest first."""
    rules = {f.fingerprint: f.rule for f in findings}
    lost: dict[str, float] = defaultdict(float)
    marks: dict[str, list[str]] = defaultdict(list)
    for items in bill.values():
        total = sum(items.values())
        for item, loss in items.items():
            cause = rules.get(item) or _CAUSES[item]
            lost[cause] += _lost(items) * loss / total if total else 0.0
            if item in rules:
                marks[cause].append(item)
    total = sum(lost.values())
    if not total:
        return (Cost(_DETAIL, points),)
    costs = [Cost(c, points * loss / total, tuple(marks[c])) for c, loss in lost.items() if loss]
    return tuple(sorted(costs, key=lambda c: (-c.points, c.cause)))
