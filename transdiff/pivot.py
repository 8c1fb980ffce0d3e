"""A pivot: a reference's sentences in the language of the article, from a person or a machine.

Facts are compared with the original; what only words can tell (alignment, wording rules, text
metrics) is read from the pivot. It has one sentence for each segment of the reference, so that
evidence quotes the original sentence, and the finding says that a pivot was used.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import replace

from transdiff.comparison import Article
from transdiff.display import counted
from transdiff.errors import InputError
from transdiff.facts import Span
from transdiff.language.annotate import annotate
from transdiff.model import Document, Evidence, Segment, Story, is_worded
from transdiff.rule import Mark
from transdiff.segment import segment


def with_pivot(document: Document, sentences: Sequence[str], made_of: str) -> Document:
    """Return *document* with *sentences* as its pivot, one for each of its segments in order.

    *made_of* names where they come from in errors. Raises InputError where the numbers differ.
    """
    needed = len(segment(document))
    if len(sentences) != needed:
        have = counted(len(sentences), "sentence")
        raise InputError(
            f"{made_of}: {have}, but {document.uri or document.id} has"
            f" {needed}; write one line for each sentence of the reference"
        )
    note = f"wording and text metrics are compared by way of a pivot: {made_of}"
    return replace(document, pivot=tuple(sentences), notes=(*document.notes, note))


def sentences_of(translated: Document, document: Document) -> tuple[str, ...]:
    """Return the pivot sentences of a ready translation: its lines, else its segments.

    Lines count where there are as many as *document* has segments; blank ones do not.
    """
    lines = tuple(line.strip() for line in translated.text.splitlines() if line.strip())
    if len(lines) == len(segment(document)):
        return lines
    return tuple(part.text for part in segment(translated))


def pivot_story(original: Story, lang: str, near: datetime.date | None) -> Story:
    """Return the pivot of *original* as a story in *lang*, with the kinds of its blocks."""
    document = original.document
    texts = [
        pivot if is_worded(pivot) else part.text
        for pivot, part in zip(document.pivot, original.segments, strict=True)
    ]
    kept = Document.from_sentences(
        [" ".join(text.split()) for text in texts],
        lang,
        id=document.id,
        published=document.published or None,
        publisher=document.publisher,
    )
    found = annotate(replace(kept, dateline=document.dateline), segment(kept), near)
    return Story(
        original.key,
        kept,
        tuple(map(_like, found, original.segments)),
    )


def _like(mine: Segment, original: Segment) -> Segment:
    return replace(mine, block=replace(mine.block, kind=original.block.kind))


def through_pivots(article: Article, pivots: Mapping[str, Story]) -> Article:
    """Return the same comparison with *pivots* in place of their originals.

    Without pivots it is *article* itself, and what was computed for it is not computed again.
    """
    if not pivots:
        return article
    return replace(article, references={**article.references, **pivots})


def to_original(mark: Mark, article: Article, pivots: Mapping[str, Story]) -> Mark:
    """Let the evidence of *mark* quote the originals of *article* where it quotes *pivots*."""
    used = [e.reference for e in mark.evidence if e.reference in pivots]
    if not used:
        return mark
    return replace(
        mark,
        message=f"{mark.message} (pivot of {', '.join(sorted({key for key in used if key}))})",
        evidence=tuple(_original(e, article, pivots) for e in mark.evidence),
    )


def _original(evidence: Evidence, article: Article, pivots: Mapping[str, Story]) -> Evidence:
    if evidence.reference is None or evidence.reference not in pivots:
        return evidence
    pivot, original = pivots[evidence.reference], article.references[evidence.reference]
    places = [
        theirs.span
        for mine, theirs in zip(pivot.segments, original.segments, strict=True)
        if mine.span.overlaps(evidence.span) or mine.span.contains(evidence.span)
    ]
    span = Span(min(p.start for p in places), max(p.end for p in places))
    quote = span.of(original.document.text)
    return replace(evidence, span=span, quote=quote, value=evidence.value or evidence.quote)
