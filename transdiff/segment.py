"""Document → segments: sentences with exact offsets."""

from __future__ import annotations

import regex

from transdiff.facts import Span
from transdiff.model import Document, Segment

_END = regex.compile(r"(?<=[.!?…][\"”»’)]*)\s+(?=[\"“«‘(\p{Lu}\d])|(?<=[。！？]”?)")


def segment(document: Document) -> tuple[Segment, ...]:
    """Cut every block of *document* into sentences, in order; spans have no white space around."""
    if document.sentences:
        return tuple(
            Segment(span, span.of(document.text), block)
            for span, block in zip(document.sentences, document.blocks, strict=True)
        )
    found = []
    for block in document.blocks:
        text, at = block.span.of(document.text), 0
        for end in [*(m.end() for m in _END.finditer(text)), len(text)]:
            piece = text[at:end]
            if piece.strip():
                start = block.span.start + at + len(piece) - len(piece.lstrip())
                span = Span(start, start + len(piece.strip()))
                found.append(Segment(span, span.of(document.text), block))
            at = end
    return tuple(found)
