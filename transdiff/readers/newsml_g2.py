"""NewsML-G2: a news item, or a news message with several; stories in XHTML, NITF or plain text."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from transdiff.model import BlockKind, Document
from transdiff.readers import carried, html
from transdiff.readers.markup import (
    XML_LANG,
    Element,
    child,
    children,
    parse_xml,
    text_at,
    text_of,
)
from transdiff.readers.parts import Part, Told, compose, numbered, signalled
from transdiff.readers.source import Source

SUFFIXES = (".newsml", ".g2")
_SECOND = regex.compile(r"sub|short|alt|second|teaser|seo|web|mobile")
_ROOTS = ("newsItem", "newsMessage")


def recognises(source: Source) -> bool:
    """Whether the root element is a news item or a news message."""
    return source.root in _ROOTS


def read(source: Source) -> tuple[Document, ...]:
    """Read every news item that has text; pictures and planning items are left out.

    Raises InputError where the XML is broken or no item has text.
    """
    root = parse_xml(source)
    items = [(item, _head(item)) for item in root.iter("{*}newsItem")]
    told = [(item, [*head, *body]) for item, head in items if (body := _body(item, head))]
    if not told:
        raise source.error("no news item with text; give one whose contentSet holds a story")
    return tuple(
        compose(source, parts, _told(item), "newsml_g2", number=number)
        for number, (item, parts) in numbered(told)
    )


def _head(item: Element) -> list[Part]:
    meta = child(item, "contentMeta")
    heads = [(h.get("role", "").lower(), text_of(h)) for h in children(meta, "headline")]
    heads = [(role, text) for role, text in heads if text]
    main = [text for role, text in heads if not _SECOND.search(role)]
    parts = [
        Part(next(iter(main), "") or text_at(item, "itemMeta", "title"), BlockKind.HEADLINE),
        *(Part(text) for role, text in heads if "sub" in role),
        *(Part(text_of(by), BlockKind.BYLINE) for by in children(meta, "by")),
        Part(text_at(meta, "dateline"), BlockKind.DATELINE),
        Part(text_at(meta, "creditline"), BlockKind.CREDIT),
    ]
    return [part for part in parts if part.text]


def _body(item: Element, head: Sequence[Part]) -> list[Part]:
    """Return the story in the richest form that the item has it in."""
    content = child(item, "contentSet")
    for inline in children(content, "inlineXML"):
        for root in inline.iterchildren("*"):
            parts = carried.in_element(root, head)
            if parts:
                return parts
    for inline in children(content, "inlineData"):
        text, kind = "".join(map(str, inline.itertext())), inline.get("contenttype", "text/plain")
        if kind.startswith("text/") and text.strip():
            return html.fragment(text) if "html" in kind else carried.in_text(text)
    return []


def _told(item: Element) -> Told:
    meta, content = child(item, "itemMeta"), child(item, "contentMeta")
    language, status = child(content, "language"), child(meta, "pubStatus")
    signals = [signal.get("qcode", "").rpartition(":")[2] for signal in children(meta, "signal")]
    signals += [found for note in children(meta, "edNote") for found in signalled(text_of(note))]
    return Told(
        lang=(language.get("tag", "") if language is not None else "") or item.get(XML_LANG, ""),
        publisher=_publisher(item),
        published=text_at(meta, "versionCreated") or text_at(meta, "firstCreated"),
        version=item.get("version", ""),
        place=_named(child(content, "located")),
        embargo=text_at(meta, "embargoed"),
        status=status.get("qcode", "").rpartition(":")[2] if status is not None else "",
        signals=tuple(signals),
    )


def _publisher(item: Element) -> str:
    """Return the provider by name, else who holds the rights; an address or a code if need be."""
    provider = child(item, "itemMeta", "provider")
    holder = child(item, "rightsInfo", "copyrightHolder")
    names = [text_at(party, "name") for party in (provider, holder)]
    names += [_literal(party) for party in (provider, holder) if "." not in _literal(party)]
    coded = provider.get("qcode", "").rpartition(":")[2] if provider is not None else ""
    return next(filter(None, (*names, coded, _literal(provider))), "")


def _named(party: Element | None) -> str:
    return text_at(party, "name") or _literal(party)


def _literal(party: Element | None) -> str:
    return party.get("literal", "") if party is not None else ""
