"""Saved web pages by trafilatura (extra ``html``), only where named: ``--reader trafilatura``.

It knows more layouts than the reader of transdiff and leaves out captions, which are put back here;
on a page of a few lines it returns them as one. Both read the same page differently, so which of
them did is in the document's ``format`` and notes.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import version
from typing import Any

from transdiff.errors import InputError
from transdiff.model import BlockKind, Document
from transdiff.readers import html
from transdiff.readers.encoding import decode
from transdiff.readers.html_meta import page_meta
from transdiff.readers.markup import paragraphs_in, parse_xml
from transdiff.readers.parts import Part, Told, compose
from transdiff.readers.source import Source

SUFFIXES: tuple[str, ...] = ()
INSTEAD_OF = "html"
_INLINE = frozenset({"hi", "ref", "del", "code", "graphic"})


def recognises(source: Source) -> bool:
    """Never by itself: an installed extra changes no result."""
    return False


def read(source: Source) -> tuple[Document, ...]:
    """Read a saved page. Raises InputError where trafilatura is missing or finds no story."""
    try:
        trafilatura: Any = import_module("trafilatura")
    except ImportError:
        raise source.error("trafilatura is not installed; pip install 'transdiff[html]'") from None
    decoded = decode(source.data, source.name, markup=True)
    page = html.parsed(decoded.text, source.name)
    meta = page_meta(page)
    try:
        found = trafilatura.extract(decoded.text, output_format="xml", include_comments=False)
    except (ValueError, RecursionError, InputError):
        found = None
    story = [*_paragraphs(source, found or ""), *_captions(page)]
    if not any(part.kind is None for part in story):
        raise source.error("trafilatura finds no story in the page; leave --reader out")
    title = meta.headline or next((" ".join(h.text_content().split()) for h in page.iter("h1")), "")
    head = [Part(title, BlockKind.HEADLINE), Part(meta.author, BlockKind.BYLINE)]
    told = Told(lang=meta.lang, publisher=meta.publisher, published=meta.published)
    notes = (*((decoded.note,) if decoded.note else ()), _signature())
    parts = [*(part for part in head if part.text), *story]
    return (compose(source, parts, told, "trafilatura", notes=notes),)


def _signature() -> str:
    return f"extracted by trafilatura {version('trafilatura')}"


def _paragraphs(source: Source, found: str) -> Iterator[Part]:
    """Yield the paragraphs of trafilatura's XML."""
    if not found:
        return
    root = parse_xml(source, found.encode("utf-8"), "trafilatura")
    for element in root.iter("lb"):
        element.tag = "br"
    for main in root.iter("main"):
        yield from paragraphs_in(main, _INLINE, lambda _: None)


def _captions(page: Any) -> Iterator[Part]:
    for element in page.iter("figcaption"):
        text = " ".join(element.text_content().split())
        if text:
            yield Part(text, BlockKind.CAPTION)
