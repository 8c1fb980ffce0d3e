"""NITF, the IPTC's News Industry Text Format: one story with its head and document data."""

from __future__ import annotations

from collections.abc import Collection

from transdiff.model import BlockKind, Document
from transdiff.readers.markup import (
    XML_LANG,
    Element,
    child,
    children,
    local,
    paragraphs_in,
    parse_xml,
    text_at,
    text_of,
)
from transdiff.readers.parts import Part, Told, compose, signalled
from transdiff.readers.source import Source

SUFFIXES = (".nitf",)
_INLINE = frozenset({
    "a", "alt-code", "b", "bdo", "chron", "city", "classifier", "copyrite.holder", "copyrite.year",
    "copyrite", "country", "em", "event", "frac", "frac-den", "frac-num", "frac-sep", "function",
    "i", "lang", "location", "money", "name.family", "name.given", "num", "object.title", "org",
    "person", "postaddr", "pronounce", "q", "region", "state", "strong", "sub", "sublocation",
    "sup", "u", "virtloc",
})  # fmt: skip
_DROPPED = frozenset({
    "alt-code", "media-reference", "media-metadata", "media-object", "nitf-table-metadata",
    "pronounce", "datasource", "bibliography",
})  # fmt: skip
_KINDS = {
    "byline": BlockKind.BYLINE,
    "media-caption": BlockKind.CAPTION,
    "media-producer": BlockKind.CREDIT,
    "tagline": BlockKind.CREDIT,
    "copyrite": BlockKind.CREDIT,
    "dateline": BlockKind.DATELINE,
}


def recognises(source: Source) -> bool:
    """Whether the root element is ``nitf``."""
    return source.root == "nitf"


def read(source: Source) -> tuple[Document, ...]:
    """Read the story. Raises InputError where the XML is broken or holds no text."""
    root = parse_xml(source)
    return (compose(source, parts_of(root), _told(root), "nitf"),)


def parts_of(root: Element) -> list[Part]:
    """Return the paragraphs of the ``nitf`` element *root*, the headline first."""
    head = child(root, "body", "body.head")
    title = text_at(head, "hedline", "hl1") or text_at(head, "headline", "hl1")
    parts = [Part(title or text_at(root, "head", "title"), BlockKind.HEADLINE)]
    parts += [Part(text_of(more)) for more in children(child(head, "hedline"), "hl2")]
    parts += [Part(_byline(line), BlockKind.BYLINE) for line in children(head, "byline")]
    parts += [Part(_dateline(line), BlockKind.DATELINE) for line in children(head, "dateline")]
    for name in ("body.content", "body.end"):
        inner = child(root, "body", name)
        if inner is not None:
            parts += paragraphs_in(inner, _INLINE, _kind, _DROPPED)
    return [part for part in parts if part.text]


def body_of(root: Element, given: Collection[Part]) -> list[Part]:
    """Return the paragraphs of *root* where another format carries it, with fields of its own.

    The headline is one of them; the byline where it is among the parts *given*.
    """
    kinds = {BlockKind.HEADLINE, *(part.kind for part in given if part.kind is BlockKind.BYLINE)}
    return [part for part in parts_of(root) if part.kind not in kinds]


def _byline(element: Element) -> str:
    """``By ANN OLSEN`` with the title of the author's post left out."""
    post = text_at(element, "byttl")
    return text_of(element).removesuffix(post).strip() if post else text_of(element)


def _dateline(element: Element) -> str:
    """``HAVN, May 3``: place and date are elements of their own, often with nothing between."""
    for place in children(element, "location"):
        if place.getnext() is not None and not (place.tail or "").strip():
            place.tail = ", "
    return text_of(element)


def _kind(element: Element) -> BlockKind | None:
    return _KINDS.get(local(element))


def _told(root: Element) -> Told:
    data = child(root, "head", "docdata")

    def stated(name: str, key: str) -> str:
        found = child(data, name)
        return found.get(key, "") if found is not None else ""

    publication = child(root, "head", "pubdata")
    published = publication.get("date.publication", "") if publication is not None else ""
    publisher = publication.get("name", "") if publication is not None else ""
    holder = stated("doc.copyright", "holder") or stated("doc.rights", "owner")
    version = stated("du-key", "version")
    issued, released = stated("date.issue", "norm"), stated("date.release", "norm")
    return Told(
        lang=root.get(XML_LANG, "") or root.get("lang", "") or root.get("baselang", ""),
        publisher=text_at(root, "body", "body.head", "distributor") or publisher or holder,
        published=issued or published,
        version=version,
        embargo=released if released > (issued or published) else "",
        status=data.get("management-status", "") if data is not None else "",
        signals=signalled(stated("ed-msg", "info")),
    )
