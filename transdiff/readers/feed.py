"""RSS 2 and 1, and Atom: every item with text is a story."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import regex

from transdiff.model import BlockKind, Document
from transdiff.readers import html
from transdiff.readers.markup import (
    XML_LANG,
    Element,
    child,
    children,
    local,
    parse_xml,
    text_at,
    text_of,
)
from transdiff.readers.parts import Part, Told, compose, numbered
from transdiff.readers.source import Source

SUFFIXES = (".rss", ".atom", ".rdf")
_ITEMS = ("item", "entry")
_ADDRESS = regex.compile(r"\S+@\S+(?:\s+\((?P<name>[^()]*)\))?$")
_MOST_AUTHORS = 6
_MEDIA = "{http://search.yahoo.com/mrss/}"


def recognises(source: Source) -> bool:
    """Whether the root element is ``rss``, ``feed`` or an ``RDF`` that holds a channel."""
    return source.root in ("rss", "feed") or (source.root == "RDF" and "channel" in source.head)


def read(source: Source) -> tuple[Document, ...]:
    """Read every item. Raises InputError where the XML is broken or no item has text."""
    root = parse_xml(source)
    channel = root if local(root) == "feed" else child(root, "channel")
    items = [e for e in root.iter("{*}*") if local(e) in _ITEMS]
    told = [(item, [*parts, *_captions(item)]) for item in items if (parts := _body(item))]
    if not told:
        raise source.error("a feed without a story; give one whose items have text")
    return tuple(
        compose(source, [*_head(item), *parts], _told(item, channel, root), "feed", number=number)
        for number, (item, parts) in numbered(told)
    )


def _head(item: Element) -> list[Part]:
    named = children(item, "creator") or children(item, "author")
    author = ", ".join(dict.fromkeys(filter(None, map(_author, named[:_MOST_AUTHORS]))))
    title = child(item, "title")
    headline = " ".join(part.text for part in _content(title)) if title is not None else ""
    headline = headline.removesuffix(f" - {text_at(item, 'source')}")  # as Google News has it
    parts = [Part(headline, BlockKind.HEADLINE), Part(author, BlockKind.BYLINE)]
    return [part for part in parts if part.text]


def _author(element: Element) -> str:
    """Return a name: of Atom's person, or out of RSS's ``desk@example.org (Ann Olsen)``."""
    named = text_at(element, "name") or text_of(element)
    address = _ADDRESS.match(named)
    return (address["name"] or "") if address else named


def _body(item: Element) -> list[Part]:
    """Return the whole story where the feed has it, else the summary."""
    for name in ("encoded", "content", "description", "summary"):
        for found in children(item, name):
            parts = _content(found)
            if parts and not _repeats(item, parts):
                return parts
    return []


def _repeats(item: Element, parts: Sequence[Part]) -> bool:
    """Whether *parts* say nothing but the headline and the site, as those of Google News do."""
    site = text_at(item, "source")
    title = text_at(item, "title").removesuffix(f" - {site}")
    return bool(site) and _words(part.text for part in parts) == _words((title, site))


def _words(texts: Iterable[str]) -> str:
    return " ".join(" ".join(texts).casefold().split())


def _captions(item: Element) -> list[Part]:
    """What Media RSS says of the pictures of an item."""
    told = (" ".join(part.text for part in _content(e)) for e in item.iter(f"{_MEDIA}description"))
    return [Part(caption, BlockKind.CAPTION) for caption in dict.fromkeys(told) if caption]


def _content(element: Element) -> list[Part]:
    """Return the paragraphs of a text construct: escaped HTML, XHTML elements or plain text."""
    if len(element):
        return html.parts_of(element)
    text = element.text or ""
    if element.get("type") == "text":
        return [Part(line.strip()) for line in text.splitlines() if line.strip()]
    return html.fragment(text)


def _told(item: Element, channel: Element | None, root: Element) -> Told:
    def first(*names: str) -> str:
        return next((text for name in names if (text := text_at(item, name))), "")

    return Told(
        lang=item.get(XML_LANG, "")
        or first("language")
        or text_at(channel, "language")
        or root.get(XML_LANG, ""),
        publisher=first("publisher", "source") or text_at(channel, "title"),
        published=first("updated", "pubDate", "published", "date"),
    )
