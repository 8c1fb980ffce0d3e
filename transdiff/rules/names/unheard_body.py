"""A body of a family that no reference names, where they name another one that the article lacks.

Trade unions, or the bodies of the United Nations: the references may have theirs in a sentence with
which the article's is not linked, *the union* where it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Article, Comparison
from transdiff.facts import Term
from transdiff.language.concepts import concept, family
from transdiff.model import Story
from transdiff.rule import Mark
from transdiff.rules.names.slots import strangers

_NAMED = ("body:union", "body:un")
"""Families whose members have names of their own."""


def unheard_bodies(pair: Comparison) -> Iterator[Mark]:
    """Yield a mark for a body whose place in the references only one other of its family can have.

    All texts are in one language: what another one calls a body the table need not know.
    """
    references = pair.whole.references
    if any(story.lang != pair.lang for story in references.values()):
        return
    known = [s.mine.span for s in pair.once(strangers)]
    for term in _bodies(pair.segment.facts.terms):
        if any(span.overlaps(term.span) for span in known):
            continue  # told as a name that stands for another
        told = pair.whole.once(_told)[family(term.concept)]
        missing = told.keys() - pair.whole.said_here.concepts
        if term.concept in told or len(told) != 1 or not missing or _whole_is_told(pair, term):
            continue
        key, other = told[missing.pop()]
        evidence = pair.whole.reference_evidence(key, other.span, value=other.concept)
        yield Mark.against(pair.evidence(term.span), evidence)


def _told(article: Article) -> dict[str, dict[str, tuple[str, Term]]]:
    """The bodies that the references name, by family, each with one place where they do."""
    found: dict[str, dict[str, tuple[str, Term]]] = {name: {} for name in _NAMED}
    for key, story in article.references.items():
        for term in _terms(story):
            found[family(term.concept)].setdefault(term.concept, (key, term))
    return found


def _terms(story: Story) -> Iterator[Term]:
    for segment in story.segments:
        yield from _bodies(segment.facts.terms) if segment.compared else ()


def _bodies(terms: tuple[Term, ...]) -> Iterator[Term]:
    return (t for t in terms if family(t.concept) in _NAMED)


def _whole_is_told(pair: Comparison, term: Term) -> bool:
    """Whether the references name what the body is part of, which may stand for it."""
    entry = concept(term.concept)
    within = entry.within if entry else ""
    return bool(within) and within in pair.whole.said_by_references.concepts
