"""Rule ``addition-unsupported``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from transdiff.comparison import Article
from transdiff.facts import Span
from transdiff.language.content import content_stems
from transdiff.language.pack import load_pack
from transdiff.language.patterns import find_phrases
from transdiff.model import BlockKind, Evidence, Role, Segment, Severity, Story
from transdiff.rule import Mark, rule


@rule(group="coverage", category="addition", severity="major", scope="article")
def addition_unsupported(article: Article, *, covered: float = 0.3) -> Iterator[Mark]:
    """Report a sentence that no reference supports.

    It is major where it states something that can be checked: a figure, a date, a name, a
    quotation; critical where it lays blame; else minor. The finding quotes the nearest text of
    the references. A sentence with more than the share *covered* of its content words in a single
    reference sentence is left to the other rules. References in other languages than the article
    support it through shared facts, so there a sentence is reported as minor only.

    Flagged with linked=false:
        reference: The bridge collapsed on Monday. No one was hurt.
        translation: [[Experts believe that inspectors covered up the cracks.]]

    Flagged with linked=false:
        reference: The bridge collapsed on Monday.
        translation: [[Some 4,000 vehicles used the crossing every day.]]

    Allowed with linked=false:
        reference: The bridge collapsed on Monday, the police said.
        translation: Police said the bridge collapsed on Monday.

    Allowed:
        reference: The bridge collapsed on Monday.
        translation: It happened at the start of the week.
    """
    foreign = {r.lang for r in article.references.values()} - {article.story.lang}
    for index in article.alignment.unsupported:
        segment = article.story.segments[index]
        if segment.block.kind is BlockKind.HEADLINE:
            continue
        share, nearest = _nearest(segment, article.story.lang, article.references)
        if share > covered or nearest is None:
            continue
        severity = Severity.MINOR if foreign else _severity(segment, article.story.lang)
        message = "no reference says this"
        yield Mark(segment.span, message, (nearest,), severity=severity, confidence=1 - share)


def _severity(segment: Segment, lang: str) -> Severity:
    facts = segment.facts
    if find_phrases(load_pack(lang).words("coverage", "blame"), segment.text):
        return Severity.CRITICAL
    if facts.quantities or facts.moments or facts.names or facts.quotations:
        return Severity.MAJOR
    return Severity.MINOR


def _nearest(
    segment: Segment, lang: str, references: Mapping[str, Story]
) -> tuple[float, Evidence | None]:
    """The reference sentence that shares most content words, and the share it has of them."""
    stems = content_stems(segment.facts.words, lang)
    best: tuple[float, str, Span] | None = None
    for key, reference in references.items():
        for other in (s for s in reference.segments if s.compared):
            shared = stems & content_stems(other.facts.words, reference.lang)
            share = len(shared) / max(1, len(stems))
            if best is None or share > best[0]:
                best = (share, key, other.span)
    if best is None:
        return 0.0, None
    share, key, span = best
    quote = span.of(references[key].document.text)
    return share, Evidence(key, span, quote, Role.NEAREST)
