"""Rule ``lead-order-changed``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Article
from transdiff.facts import Span
from transdiff.model import BlockKind, Link, Role
from transdiff.rule import Mark, rule
from transdiff.rules.coverage.buried import buried_opening


@rule(group="coverage", category="lead_order", severity="minor", scope="article")
def lead_order_changed(article: Article, *, late: float = 0.5) -> Iterator[Mark]:
    """Report an article that opens with a late detail while every reference opens otherwise.

    A wire story puts its news first. Where the first paragraph is supported only by sentences
    from behind the share *late* of the references that cover it, and what all references open
    with comes later or not at all, the news has been buried. House style may reorder: minor.

    Flagged with linked=auto:
        reference: The court jailed the former minister for nine years on Friday. It found him guilty of fraud. The trial began in March. Protesters waved flags outside the court building.
        translation: [[Protesters waved flags outside the court building.]]\n\nThe trial began in March. The court found the former minister guilty of fraud on Friday.

    Flagged with linked=auto:
        reference: A fire destroyed a textile mill in Lahore on Sunday and killed nine workers, police said. The owner was detained. Smoke could be seen from the airport. A stray goat slept through it all in the yard.
        translation: [[A stray goat slept on in the yard while the mill burned.]]\n\nNine workers were killed on Sunday when fire destroyed the textile mill, police said. Its owner has been detained.

    Allowed with linked=auto:
        reference: A fire destroyed a textile mill in Lahore on Sunday and killed nine workers, police said. The owner was detained. Smoke could be seen from the airport. A stray goat slept through it all in the yard.
        translation: Nine workers lost their lives when a mill in Lahore burned down on Sunday.\n\nThe fire destroyed the textile mill, police said. A stray goat slept all the while in the yard.

    Allowed with linked=auto:
        reference: The court jailed the former minister for nine years on Friday. It found him guilty of fraud. The trial began in March. Protesters waved flags outside the court building.
        translation: The former minister was jailed for nine years by the court on Friday.\n\nProtesters waved flags outside the court building. The trial began in March.

    Allowed with linked=auto:
        reference: Protesters waved flags outside the court building. The trial began in March.
        translation: Protesters waved flags outside the court building.\n\nThe trial began in March.
    """  # noqa: E501
    found = _linked_late(article, late)
    told = None if found else buried_opening(article)
    if told is not None:
        segment, opening = told
        found = segment.span, opening.key, opening.segment.span
    if found is not None:
        span, key, place = found
        evidence = article.reference_evidence(key, place, Role.MISSING)
        yield Mark(span, f"the article opens with a detail from late in {key}", (evidence,))


def _linked_late(article: Article, late: float) -> tuple[Span, str, Span] | None:
    """The lead that is linked to late sentences only, a reference, and what that opens with."""
    lead = _lead(article)
    links = [link for i in lead for link in article.links_of.get(i, ())]
    buried = [link for link in links if _is_late(article, link, late)]
    if not links or len(buried) < len(links):
        return None
    for link in buried:
        opening = _opening(article, link.reference)
        if opening is None or set(article.support_of.get((link.reference, opening), ())) & lead:
            return None
    segments = article.story.segments
    span = Span(segments[min(lead)].span.start, segments[max(lead)].span.end)
    key = buried[0].reference
    first = _opening(article, key)
    if first is None:
        return None
    return span, key, article.references[key].segments[first].span


def _lead(article: Article) -> frozenset[int]:
    """The segments of the first body paragraph."""
    body = next((s.block for _, s in article.compared() if s.block.kind is BlockKind.BODY), None)
    return frozenset(i for i, s in article.compared() if s.block == body)


def _is_late(article: Article, link: Link, late: float) -> bool:
    """Whether the link's reference text stands behind the share *late* of its reference."""
    places = [i for i, s in enumerate(article.references[link.reference].segments) if s.compared]
    if len(places) < 4:
        return False
    first = places.index(min(link.reference_segments))
    return first / (len(places) - 1) > late


def _opening(article: Article, key: str) -> int | None:
    """The first compared body segment of a reference."""
    segments = article.references[key].segments
    return next((i for i, s in enumerate(segments) if s.block.kind is BlockKind.BODY), None)
