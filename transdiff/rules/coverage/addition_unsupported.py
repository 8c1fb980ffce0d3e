"""Rule ``addition-unsupported``."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from transdiff.comparison import Article
from transdiff.facts import Bound, Quantity
from transdiff.language.content import content_stems
from transdiff.language.pack import load_pack
from transdiff.language.patterns import find_phrases
from transdiff.model import BlockKind, Role, Segment, Severity
from transdiff.rule import Mark, rule

_ROUND = 0.03
"""Share by which a rounded figure may differ from the figure it rounds."""
_BEYOND = 3
"""Times as far as *about* that *more than* may stay below the figure."""
_TOLD = 2
"""So many facts that a reference has, and no fewer than it lacks, make a sentence no invention."""


@rule(group="coverage", category="addition", severity="major", scope="article")
def addition_unsupported(article: Article, *, covered: float = 0.3) -> Iterator[Mark]:
    """Report a sentence that no reference supports.

    It is major where it states a figure, claims a record or quotes somebody, critical where it lays
    blame, else minor, also where a figure and most of its facts stand in the references. The
    finding quotes the nearest text of the references. A sentence with more than the share *covered*
    of its content words in one reference sentence, or whose figures, dates and names all stand in
    one, is left to the other rules. References in other languages than the article support it
    through such facts alone, so there it is minor, and silent unless it states a fact that is in
    none of them.

    Flagged with linked=false:
        reference: The bridge collapsed on Monday. No one was hurt.
        translation: [[Experts believe that inspectors covered up the cracks.]]

    Flagged with linked=false:
        reference: The bridge collapsed on Monday.
        translation: [[Some 4,000 vehicles used the crossing every day.]]

    Allowed with linked=false:
        reference: The bridge collapsed on Monday, the police said.
        translation: Police said the bridge collapsed on Monday.

    Allowed with linked=false:
        reference: The plan would punish 41 traders and 12 shops.
        translation: Forty-one merchants and 12 stores face penalties.

    Allowed with linked=false:
        reference: Turnout was 38.7%. The attendance came to 20,418.
        translation: Almost 39% of those entitled voted. More than 20,000 people had come.

    Allowed:
        reference: The bridge collapsed on Monday.
        translation: It happened at the start of the week.
    """
    foreign = {r.lang for r in article.references.values()} - {article.story.lang}
    said = [
        _Said(key, part, content_stems(part.facts.words, reference.lang), _facts(part))
        for key, reference in article.references.items()
        for part in reference.segments
        if part.compared
    ]
    known = frozenset[Hashable]().union(*(s.facts for s in said))
    figures = [q for s in said for q in s.segment.facts.quantities]
    for index in article.alignment.unsupported:
        segment = article.story.segments[index]
        if segment.block.kind is BlockKind.HEADLINE or not said:
            continue
        stems, facts = content_stems(segment.facts.words, article.story.lang), _facts(segment)
        nearest = max(said, key=lambda s: (len(stems & s.stems), len(facts & s.facts)))
        share = len(stems & nearest.stems) / max(1, len(stems))
        if share > covered or any(facts and facts <= s.facts for s in said):
            continue
        if facts and facts <= known | _rounded(segment, figures):
            continue
        if foreign and not facts - known:
            continue
        severity = _severity(segment, article.story.lang)
        if foreign or (severity is Severity.MAJOR and _mostly_told(segment, facts, known)):
            severity = Severity.MINOR
        evidence = article.reference_evidence(nearest.key, nearest.segment.span, Role.NEAREST)
        yield Mark(
            segment.span, "no reference says this", (evidence,), severity, confidence=1 - share
        )


@dataclass(frozen=True)
class _Said:
    """A reference sentence with its content stems and the values of its facts."""

    key: str
    segment: Segment
    stems: frozenset[str]
    facts: frozenset[Hashable]


def _facts(segment: Segment) -> frozenset[Hashable]:
    """Values of the figures, dates and names of a sentence that mean the same in any language."""
    found: set[Hashable] = {(q.value, q.high) for q in segment.facts.quantities}
    found |= {(m.month, m.day, m.weekday, m.year) for m in segment.facts.moments}
    found |= {n.concept or n.skeleton for n in segment.facts.names if n.sure}
    return frozenset(found)


def _mostly_told(segment: Segment, facts: frozenset[Hashable], known: frozenset[Hashable]) -> bool:
    """Whether a figure of the sentence and most of its facts stand in the references."""
    figures = {(q.value, q.high) for q in segment.facts.quantities}
    return bool(figures & known) and len(facts & known) >= max(_TOLD, len(facts - known))


def _rounded(segment: Segment, figures: Sequence[Quantity]) -> frozenset[Hashable]:
    """The figures of a sentence that are *more than*, *about* or *nearly* one of *figures*."""
    return frozenset(
        (q.value, q.high) for q in segment.facts.quantities if any(_rounds(q, f) for f in figures)
    )


def _rounds(said: Quantity, true: Quantity) -> bool:
    """Whether a bounded figure is a round form of *true*, on the right side of it."""
    (one, unit), (two, other) = _amount(said), _amount(true)
    slack = _ROUND * abs(one)
    if unit != other:
        return False
    if said.bound in (Bound.MORE, Bound.AT_LEAST):
        return 0 <= two - one <= _BEYOND * slack
    if said.bound in (Bound.LESS, Bound.AT_MOST, Bound.ALMOST):
        return 0 <= one - two <= _BEYOND * slack
    return said.bound is Bound.ABOUT and abs(two - one) <= slack


def _amount(quantity: Quantity) -> tuple[float, str]:
    """The value and unit of a figure; a fraction in percent."""
    if quantity.kind == "fraction":
        return 100 * quantity.value, "percent"
    return quantity.value, quantity.unit


def _severity(segment: Segment, lang: str) -> Severity:
    pack = load_pack(lang)
    if find_phrases(pack.words("coverage", "blame"), segment.text):
        return Severity.CRITICAL
    claims = find_phrases(pack.words("coverage", "record"), segment.text)
    facts = segment.facts
    return Severity.MAJOR if claims or facts.quantities or facts.quotations else Severity.MINOR
