"""Plain text: paragraphs, then typed blocks."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from transdiff.errors import InputError
from transdiff.facts import Span
from transdiff.language.detect import detect, stated
from transdiff.model import Block, BlockKind, Document, digest, is_worded
from transdiff.readers.blocks import Page, type_blocks
from transdiff.readers.encoding import decode
from transdiff.readers.paragraphs import paragraphs
from transdiff.readers.source import Source
from transdiff.readers.wired import Piece

SUFFIXES = (".txt", ".text")


def recognises(source: Source) -> bool:
    """Never by its content: plain text is what nothing else claims."""
    return False


def read(source: Source) -> tuple[Document, ...]:
    """Read plain text, as a wire sends it or as an editor saves it."""
    if source.head.lstrip().startswith("<?xml"):
        raise source.error(f"XML of an unknown kind (<{source.root}>); save the article as text")
    decoded = decode(source.data, source.name)
    document = parse_text(
        decoded.text,
        lang=source.lang,
        id=source.id,
        uri=source.name,
        notes=(decoded.note,) if decoded.note else (),
    )
    return (document,)


def parse_text(
    text: str,
    *,
    lang: str | None = None,
    id: str = "text",
    published: str = "",
    publisher: str = "",
    uri: str = "",
    notes: tuple[str, ...] = (),
) -> Document:
    """Return *text* as a document with typed blocks; see ``Document.from_text``."""
    text = text.removeprefix("\ufeff")
    return build_document(
        text,
        [Piece(span) for span in paragraphs(text)],
        lang=lang,
        id=id,
        published=published,
        publisher=publisher,
        uri=uri,
        notes=notes,
    )


def build_document(
    text: str,
    pieces: Sequence[Piece],
    *,
    lang: str | None = None,
    id: str = "text",
    title: str = "",
    published: str = "",
    publisher: str = "",
    uri: str = "",
    notes: tuple[str, ...] = (),
    format: str = "text",
    version: str = "",
) -> Document:
    """Return the document whose paragraphs are *pieces* of *text*, as every reader makes it.

    Raises InputError where *text* has no letter or digit, ConfigError where *lang* is no tag.
    """
    if not is_worded(text):
        raise InputError(f"{id}: no text; give a file that holds an article")
    page = type_blocks(text, pieces)
    return Document(
        id=id,
        text=text,
        lang=stated(lang) or detect(_compared(text, page)),
        title=title or page.title,
        blocks=page.blocks,
        published=published or _published(page),
        publisher=publisher or (page.dateline.agency if page.dateline else ""),
        uri=uri,
        sha256=digest(text),
        notes=(*notes, *(note for note in page.notes if note not in notes)),
        dateline=page.dateline,
        format=format,
        version=version or page.version,
    )


def keep_sentences(
    sentences: Sequence[str],
    *,
    lang: str | None = None,
    id: str = "text",
    published: str = "",
    publisher: str = "",
    uri: str = "",
    notes: tuple[str, ...] = (),
    format: str = "text",
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
        lang=stated(lang) or detect(text),
        blocks=tuple(Block(BlockKind.BODY, span) for span in spans),
        published=published,
        publisher=publisher,
        uri=uri,
        sha256=digest(text),
        sentences=tuple(spans),
        notes=notes,
        format=format,
    )


def _compared(text: str, page: Page) -> str:
    """Return what counts for the language: the story without the buttons around it."""
    parts = [b.span.of(text) for b in page.blocks if b.kind is BlockKind.BODY]
    parts = parts or [b.span.of(text) for b in page.blocks if b.kind.compared]
    return "\n".join(parts) or text


def _published(page: Page) -> str:
    """Return the dateline's date where it states the year, else nothing."""
    found: datetime.date | None = page.dateline.date() if page.dateline else None
    return found.isoformat() if found else ""
