"""Sentences that tell the reader how much a claim is worth, and that a story may not lose."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from transdiff.comparison import Article
from transdiff.facts import Span
from transdiff.model import Role, Segment
from transdiff.rule import Mark

Finder = Callable[[Segment, str], list[Span]]
"""Where a segment of a language has a notice of one kind."""


def missing_notices(
    article: Article, notices: Finder, said: Callable[[str, int], bool]
) -> Iterator[Mark]:
    """Mark the first notice of the references, if the article has none of its kind.

    *said* tells of the sentence at an index of a reference whether the article says it otherwise.
    """
    if any(notices(s, article.story.lang) for _, s in article.compared()):
        return
    for key, reference in article.references.items():
        for index, segment in enumerate(reference.segments):
            found = notices(segment, reference.lang) if segment.compared else []
            if found and not said(key, index):
                evidence = article.reference_evidence(key, found[0], Role.MISSING)
                message = f'missing: {key} says "{evidence.quote}", the article does not'
                yield Mark(article.place_of_missing(key, index), message, (evidence,))
                return
