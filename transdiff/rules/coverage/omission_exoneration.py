"""Rule ``omission-exoneration``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Article
from transdiff.facts import Span
from transdiff.language.accused import not_accused
from transdiff.language.patterns import listed_spans
from transdiff.language.reporting import reporting
from transdiff.model import Role, Segment, Story
from transdiff.rule import Mark, rule

_SINGULAR = frozenset({"he", "she"})


@rule(group="coverage", category="omission", severity="major", scope="article", residual=True)
def omission_exoneration(article: Article) -> Iterator[Mark]:
    """Report that somebody whom the article names is no longer said not to be accused.

    Who stands beside a charge is taken to be charged, so that the wire says of whom it is not
    true. Meant is a reference sentence that denies a charge or a suspicion (``[status.accusing]``)
    of a person whom the article names, or says it in so many words (``[coverage] exonerated``),
    where no sentence of the article does, be it that another clause of the sentence is rendered.

    Flagged:
        reference: President Ana Costa, who named him in 2011, has not been charged. He resigned.
        translation: President Ana Costa named him in 2011. He resigned.[[]]

    Allowed:
        reference: President Ana Costa, who named him in 2011, has not been charged. He resigned.
        translation: President Ana Costa, who faces no charges, named him in 2011. He resigned.

    Flagged:
        reference: President Ana Costa, who named him in 2011, has not been charged. He resigned.
        translation: President Ana Costa named him in 2011. Crews cleared snow from the road.[[]]

    Allowed:
        reference: The minister named Ivo Brandt in 2011. Judge Ana Costa has not been charged.
        translation: The minister named Ivo Brandt in 2011.
    """
    mine = article.story
    if any(any(_cleared(s, mine.lang)) for _, s in article.compared()):
        return
    named = {part for _, s in article.compared() for n in s.facts.names for part in n.parts}
    for key, reference in article.references.items():
        for index, segment in enumerate(reference.segments):
            cleared = next(_clearing(segment, reference.lang), None) if segment.compared else None
            if cleared is None or not _people(reference, index) & named:
                continue
            evidence = article.reference_evidence(key, segment.span, Role.MISSING)
            quote = cleared.of(reference.document.text)
            message = f'missing: {key} clears somebody ("{quote}"), the article does not'
            yield Mark(article.place_of_missing(key, index), message, (evidence,))
            return


def _clearing(segment: Segment, lang: str) -> Iterator[Span]:
    """Yield the words by which the sentence says that somebody is not charged or suspected."""
    yield from (span for _, span in not_accused(segment.facts))
    yield from listed_spans(segment, lang, "coverage", "exonerated")


def _cleared(segment: Segment, lang: str) -> Iterator[Span]:
    """The same, and words that may say so of who is named: *the court cleared Montalvo*."""
    yield from _clearing(segment, lang)
    if _surnames(segment):
        yield from listed_spans(segment, lang, "coverage", "clearing")


def _people(story: Story, index: int) -> set[str]:
    """The surnames of whom a sentence names, or the one before it for a sentence on *she*."""
    own, before = story.segments[index], story.segments[max(0, index - 1) : index]
    pronouns = reporting(story.lang).pronouns
    people = _surnames(own)
    if not people and any(pronouns.get(w.fold) in _SINGULAR for w in own.facts.words):
        people = {name for segment in before for name in _surnames(segment)}
    return people


def _surnames(segment: Segment) -> set[str]:
    return {n.parts[-1] for n in segment.facts.names if n.kind == "person" and n.parts}
