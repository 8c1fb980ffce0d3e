"""NewsML-G2: a news item, or a news message with several; stories in XHTML, NITF or plain text."""

from __future__ import annotations

from transdiff.model import BlockKind, Document
from transdiff.readers import html, nitf
from transdiff.readers.markup import (
    XML_LANG,
    Element,
    child,
    children,
    local,
    parse_xml,
    text_at,
)
from transdiff.readers.parts import Part, Told, compose
from transdiff.readers.source import Source

SUFFIXES = (".newsml", ".g2")
_ROOTS = ("newsItem", "newsMessage")


def recognises(source: Source) -> bool:
    """Whether the root element is a news item or a news message."""
    return source.root in _ROOTS


def read(source: Source) -> tuple[Document, ...]:
    """Read every news item that has text; pictures and planning items are left out.

    Raises InputError where the XML is broken or no item has text.
    """
    root = parse_xml(source)
    items = list(root.iter("{*}newsItem"))
    told = [(item, parts) for item in items if (parts := _body(item))]
    if not told:
        raise source.error("no news item with text; give one whose contentSet holds a story")
    several = len(told) > 1
    return tuple(
        compose(source, [*_head(item), *parts], _told(item), "newsml_g2", number=i * several)
        for i, (item, parts) in enumerate(told, 1)
    )


def _head(item: Element) -> list[Part]:
    meta = child(item, "contentMeta")
    title = text_at(meta, "headline") or text_at(item, "itemMeta", "title")
    parts = [
        Part(title, BlockKind.HEADLINE),
        Part(text_at(meta, "by"), BlockKind.BYLINE),
        Part(text_at(meta, "dateline"), BlockKind.DATELINE),
        Part(text_at(meta, "creditline"), BlockKind.CREDIT),
    ]
    return [part for part in parts if part.text]


def _body(item: Element) -> list[Part]:
    """Return the story in the richest form that the item has it in."""
    content = child(item, "contentSet")
    for inline in children(content, "inlineXML"):
        for root in inline.iterchildren("*"):
            parts = nitf.parts_of(root) if local(root) == "nitf" else html.parts_of(root)
            parts = [part for part in parts if part.kind is not BlockKind.HEADLINE]
            if parts:
                return parts
    for inline in children(content, "inlineData"):
        text, kind = "".join(map(str, inline.itertext())), inline.get("contenttype", "text/plain")
        if kind.startswith("text/html"):
            return html.fragment(text)
        if kind.startswith("text/") and text.strip():
            return [Part(line.strip()) for line in text.splitlines() if line.strip()]
    return []


def _told(item: Element) -> Told:
    meta, content = child(item, "itemMeta"), child(item, "contentMeta")
    language, status = child(content, "language"), child(meta, "pubStatus")
    provider = child(meta, "provider")
    coded = provider.get("literal", "") or provider.get("qcode", "") if provider is not None else ""
    signals = [signal.get("qcode", "").rpartition(":")[2] for signal in children(meta, "signal")]
    return Told(
        lang=(language.get("tag", "") if language is not None else "") or item.get(XML_LANG, ""),
        publisher=text_at(provider, "name")
        or text_at(item, "rightsInfo", "copyrightHolder", "name")
        or coded.rpartition(":")[2],
        published=text_at(meta, "versionCreated") or text_at(meta, "firstCreated"),
        version=item.get("version", ""),
        place=text_at(content, "located", "name"),
        embargo=text_at(meta, "embargoed"),
        status=status.get("qcode", "").rpartition(":")[2] if status is not None else "",
        signals=tuple(signals),
    )
