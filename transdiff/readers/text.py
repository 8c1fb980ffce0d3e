"""Plain text and Markdown: blocks, dateline, credit and residue."""

from __future__ import annotations

from collections.abc import Sequence

from transdiff.errors import InputError
from transdiff.facts import Span
from transdiff.language.detect import check_tag, detect
from transdiff.model import Block, BlockKind, Document, digest


def parse_text(
    text: str,
    *,
    lang: str | None = None,
    id: str = "text",
    published: str = "",
    publisher: str = "",
    uri: str = "",
) -> Document:
    """Return *text* as a document with typed blocks; see ``Document.from_text``."""
    text = text.removeprefix("\ufeff")
    if not any(c.isalnum() for c in text):
        raise InputError(f"{id}: no text")
    blocks, at = [], 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            start = at + line.index(stripped)
            blocks.append(Block(BlockKind.BODY, Span(start, start + len(stripped))))
        at += len(line) + 1
    return Document(
        id=id,
        text=text,
        lang=check_tag(lang) if lang else detect(text),
        blocks=tuple(blocks),
        published=published,
        publisher=publisher,
        uri=uri,
        sha256=digest(text),
    )


def keep_sentences(
    sentences: Sequence[str],
    *,
    lang: str | None = None,
    id: str = "text",
    published: str = "",
    publisher: str = "",
) -> Document:
    """Return *sentences* as given, one body segment each; see ``Document.from_sentences``."""
    text = "\n".join(sentences)
    spans, at = [], 0
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 1
    return Document(
        id=id,
        text=text,
        lang=check_tag(lang) if lang else detect(text),
        blocks=tuple(Block(BlockKind.BODY, span) for span in spans),
        published=published,
        publisher=publisher,
        sha256=digest(text),
        sentences=tuple(spans),
    )
