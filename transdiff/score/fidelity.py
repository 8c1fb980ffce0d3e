"""Fidelity: 0..100 from additive integer statistics of the comparison, explained by what moved it.

Every compared segment has a loss: what its findings cost, and how far its wording is from what
supports it. The value of a segment is ``100 · exp(-loss)``, that of an article or of many the same
over the mean loss. Losses are integers, so that shards of a batch add up exactly.
``docs/fidelity.md`` defines and calibrates it.
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

SCALE = 10_000
"""A loss of this many units divides the value by e."""
_CAUSES = {
    "wording": "wording",
    "order": "order and repetition",
    "form": "spelling, case and punctuation",
    "facts": "figures, names and negation in the wording",
    "unsupported": "sentences no reference supports",
}


@dataclass(frozen=True, slots=True)
class Tally:
    """The additive statistics: how many segments were compared, and their losses together."""

    segments: int = 0
    loss: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.segments + other.segments, self.loss + other.loss)

    @property
    def value(self) -> float:
        """Fidelity in 0..100; 0 where nothing was compared."""
        return 100.0 * math.exp(-self.loss / self.segments / SCALE) if self.segments else 0.0


@dataclass(frozen=True)
class Fidelity:
    """The value for the whole article, for every segment (None = not compared), and its costs."""

    value: float
    segments: tuple[float | None, ...]
    costs: tuple[Cost, ...]
    tally: Tally = Tally()


def fidelity(article: Article, findings: Sequence[Finding]) -> Fidelity:
    """Return how faithful *article* is to its references."""
    segments = article.story.segments
    if _identical(article):
        tally = Tally(sum(s.compared for s in segments))
        return Fidelity(100.0, tuple(100.0 if s.compared else None for s in segments), (), tally)
    weights = load_weights()
    support = Support(article, weights)
    penalties = _penalties(segments, findings, weights)
    lost = {
        i: _units(support.distances[i].loss + sum(penalties.get(i, {}).values()))
        + (not _verbatim(article, i))
        for i, _ in article.compared()
    }
    beyond = _units(sum(penalties.get(None, {}).values()))
    tally = Tally(len(lost), max(sum(lost.values()) + beyond, len(lost)))
    values = tuple(Tally(1, lost[i]).value if i in lost else None for i in range(len(segments)))
    return Fidelity(tally.value, values, _costs(tally.value, support, penalties, findings), tally)


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


def _units(loss: float) -> int:
    return round(loss * SCALE)


Penalties = Mapping[int | None, Mapping[str, float]]


def _penalties(
    segments: Sequence[Segment], findings: Sequence[Finding], weights: Weights
) -> Penalties:
    """What findings cost, by segment and fingerprint; None is what is outside the compared text.

    One error that is repeated, the same wrong name ten times, counts once.
    """
    told: set[tuple[str, ...]] = set()
    found: dict[int | None, dict[str, float]] = defaultdict(dict)
    for finding in findings:
        cost = weights.findings.get(finding.severity, 0.0) * finding.confidence
        error = _error(finding)
        if cost and error not in told:
            told.add(error)
            place = _place(segments, finding.span)
            found[place][finding.fingerprint] = cost
    return found


def _error(finding: Finding) -> tuple[str, ...]:
    values = (e.value or e.quote for e in finding.evidence)
    return (finding.rule, fold_word(finding.quote or finding.message), *map(fold_word, values))


def _place(segments: Sequence[Segment], span: Span) -> int | None:
    """The first compared segment that *span* touches; an empty one belongs to the text before."""
    if not len(span):
        at = max(0, bisect_left(segments, span.start, key=lambda s: s.span.start) - 1)
    else:
        at = bisect_right(segments, span.start, key=lambda s: s.span.end)
    return at if at < len(segments) and segments[at].compared else None


def _costs(
    value: float, support: Support, penalties: Penalties, findings: Sequence[Finding]
) -> tuple[Cost, ...]:
    """Divide ``100 - value`` among what caused it, findings by rule, dearest first."""
    rules = {f.fingerprint: f.rule for f in findings}
    lost: dict[str, float] = defaultdict(float)
    marks: dict[str, list[str]] = defaultdict(list)
    for by_mark in penalties.values():
        for mark, cost in by_mark.items():
            lost[rules[mark]] += cost
            marks[rules[mark]].append(mark)
    for distance in support.distances.values():
        for part, cost in distance.parts.items():
            lost[_CAUSES[part]] += cost
    total = sum(lost.values())
    if not total:
        return (Cost("case, spacing or order", 100.0 - value),)
    share = (100.0 - value) / total
    costs = [Cost(cause, share * loss, tuple(marks[cause])) for cause, loss in lost.items()]
    return tuple(sorted(costs, key=lambda c: (-c.points, c.cause)))
