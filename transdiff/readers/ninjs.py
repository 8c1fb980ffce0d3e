"""ninjs 1, 2 and 3, the IPTC's news in JSON; one item, or a list of items.

Version 1 has one ``headline`` and ``body_…`` fields, later ones have lists (``headlines``,
``bodies``) whose entries state role and content type; 3 writes names in camel case.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
import regex

from transdiff.model import BlockKind, Document
from transdiff.readers import html
from transdiff.readers.parts import Part, Told, compose
from transdiff.readers.source import Source

SUFFIXES = (".ninjs", ".json")
_SIGNS = regex.compile(
    r'"(?:body_?(?:text|x?html|nitf)|bodies|headlines?|version_?created|pub_?status|versionCreated)"'
    r"\s*:",
    regex.IGNORECASE,
)
_AT_BYTE = regex.compile(r"\(byte (\d+)\)")
Item = Mapping[str, Any]


def recognises(source: Source) -> bool:
    """Whether the file is JSON and starts with fields of a news item."""
    return source.head.lstrip()[:1] in ("{", "[") and bool(_SIGNS.search(source.head))


def read(source: Source) -> tuple[Document, ...]:
    """Read every item that has a body. Raises InputError, with the byte, for broken JSON."""
    values = _decoded(source)
    values = values.get("items", values) if isinstance(values, dict) else values
    items = [_plain(v) for v in (values if isinstance(values, list) else [values])]
    told = [(item, parts) for item in items if (parts := _body(item))]
    if not told:
        raise source.error("no news item with a body; give ninjs 1, 2 or 3 with a text in it")
    several = len(told) > 1
    return tuple(
        compose(source, [*_head(item), *parts], _told(item), "ninjs", number=i * several)
        for i, (item, parts) in enumerate(told, 1)
    )


def _decoded(source: Source) -> Any:
    text = source.unicode()
    try:
        return msgspec.json.decode(text.encode("utf-8"))
    except (msgspec.DecodeError, RecursionError) as error:
        found = _AT_BYTE.search(str(error))
        at = found[1] if found else "its end" if "truncated" in str(error) else "some depth"
        raise source.error(f"not valid JSON at {'byte ' * bool(found)}{at}") from None


def _plain(item: Any) -> Item:
    """Return *item* with the field names of any version in one form: ``versioncreated``."""
    if not isinstance(item, dict):
        return {}
    return {key.lower().replace("_", ""): value for key, value in item.items()}


def _head(item: Item) -> list[Part]:
    title = _text(item.get("headline")) or _main(item.get("headlines")) or _text(item.get("title"))
    credit = _text(item.get("creditline")) or _text(item.get("credit"))
    parts = [
        Part(title, BlockKind.HEADLINE),
        Part(_text(item.get("byline")) or _text(item.get("by")), BlockKind.BYLINE),
        Part(_text(item.get("dateline")), BlockKind.DATELINE),
        Part(credit, BlockKind.CREDIT),
    ]
    return [part for part in parts if part.text]


def _body(item: Item) -> list[Part]:
    """Return the story in the richest form that the item has it in, then its pictures' captions."""
    rich = [item.get("bodyxhtml"), item.get("bodyhtml")]
    plain = [item.get("bodytext")]
    for body in _entries(item.get("bodies")):
        kind = _text(body.get("contenttype"))
        (rich if "html" in kind else plain).append(body.get("value"))
    for value in rich:
        parts = html.fragment(_text(value))
        if parts:
            return [*parts, *_captions(item)]
    for value in plain:
        lines = [line.strip() for line in _text(value).splitlines() if line.strip()]
        if lines:
            return [*map(Part, lines), *_captions(item)]
    return []


def _captions(item: Item) -> list[Part]:
    linked = item.get("associations")
    pictures = list(linked.values()) if isinstance(linked, dict) else linked
    captions = []
    for picture in _entries(pictures):
        if _text(picture.get("type")) in ("picture", "graphic", "video"):
            named = (picture.get(name) for name in ("descriptiontext", "caption", "bodytext"))
            described = [*named, _main(picture.get("descriptions"))]
            captions += [_text(d) for d in described if _text(d)][:1]
    return [Part(" ".join(caption.split()), BlockKind.CAPTION) for caption in captions]


def _entries(values: Any) -> list[Item]:
    return [_plain(v) for v in values if isinstance(v, dict)] if isinstance(values, list) else []


def _main(values: Any) -> str:
    """Return the text of the entry whose role is ``main``, else of the first."""
    entries: Sequence[Item] = _entries(values)
    main = [e for e in entries if e.get("role") == "main"] or list(entries)
    return _text(main[0].get("value")) if main else ""


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _told(item: Item) -> Told:
    def first(*names: str) -> str:
        return next((text for name in names if (text := _text(item.get(name)))), "")

    version = item.get("version")
    return Told(
        lang=first("language"),
        publisher=first("copyrightholder", "provider", "source"),
        published=first("versioncreated", "firstcreated", "contentcreated"),
        version=str(version) if isinstance(version, int) else _text(version),
        place=first("located"),
        embargo=first("embargoed", "embargoeduntil"),
        status=first("pubstatus"),
    )
