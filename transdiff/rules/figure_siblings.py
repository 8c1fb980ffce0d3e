"""A figure that belongs to one member of a family here and to another one there.

Where both texts have several members, *exports* and *imports*, *loss* and *profit*, only the figure
beside a term tells which of them stands for which.
"""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Quantity, Term
from transdiff.language.amounts import states
from transdiff.language.concepts import family
from transdiff.model import Segment
from transdiff.rules.siblings import is_part, realm_of, related

_REACH, _REACH_BEHIND = 10, 12
"""Code points between a term and the figure behind it, and between a figure and its term."""
_MARKS = frozenset(",;:，；、،。.()")
_KINDS = frozenset({"ordinal", "identifier", "article", "score"})
_LEAST = 2
"""From which figure on it is of something: one is an article too."""


def figure_siblings(pair: Comparison) -> Iterator[tuple[Term, Witness, Term]]:
    """Yield a term with the other one that has its figure in every reference that has the figure.

    One on either side has to stand beside the figure, and no reference may have the article's.
    """
    for figure, term in _owned(pair.segment, pair.lang):
        told = [
            (witness, theirs)
            for witness in pair.witnesses
            for segment in witness.segments
            for other, theirs in _owned(segment, witness.lang)
            if _same(other, figure) and family(theirs.concept) == family(term.concept)
        ]
        others = all(t.concept != term.concept and not is_part(term, t) for _, t in told)
        owner = others and not _beside(pair, figure, term)
        if told and owner and not _elsewhere(pair, figure, term):
            yield term, *told[0]


def _beside(pair: Comparison, figure: Quantity, term: Term) -> bool:
    """Whether a linked text has the term on the other side of the figure: *for two of the men*."""
    return any(
        theirs.concept == term.concept and _gap(segment, other, theirs) is not None
        for witness in pair.witnesses
        for segment in witness.segments
        for other in segment.facts.quantities
        if _same(other, figure)
        for theirs in related(segment, witness.lang)
    )


def _elsewhere(pair: Comparison, figure: Quantity, term: Term) -> bool:
    """Whether a reference has the figure beside the term outside what is linked."""
    return any(
        _same(other, figure) and theirs.concept == term.concept
        for witness in pair.witnesses
        for segment in witness.story.segments
        for other, theirs in _owned(segment, witness.lang)
    )


def _same(one: Quantity, other: Quantity) -> bool:
    return one.value == other.value and one.unit == other.unit and states(one, other)


def _owned(segment: Segment, lang: str) -> list[tuple[Quantity, Term]]:
    """Return the figures of a sentence with the terms right beside them."""
    figures = [q for q in segment.facts.quantities if q.kind not in _KINDS and q.value >= _LEAST]
    terms = [t for t in related(segment, lang) if not realm_of(t.concept)] if figures else []
    found = []
    for figure in figures:
        near = [(gap, t) for t in terms if (gap := _gap(segment, figure, t)) is not None]
        if near:
            nearest = min(gap for gap, _ in near)
            found += [(figure, t) for gap, t in near if gap == nearest]
    return found


def _gap(segment: Segment, figure: Quantity, term: Term) -> int | None:
    """How far a term is from a figure; None if too far, or if a mark or a figure parts them."""
    first, last = sorted((figure.span, term.span))
    if first.overlaps(last):
        return None
    between = segment.text[first.end - segment.span.start : last.start - segment.span.start]
    reach = _REACH_BEHIND if first == figure.span else _REACH
    parted = any(c in _MARKS or c.isdigit() for c in between)
    return None if parted or len(between) > reach else len(between)
