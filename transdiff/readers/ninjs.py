"""ninjs 1, 2 and 3, the IPTC's news in JSON; one item, or a list of items.

Version 1 has one ``headline`` and ``body_…`` fields, later ones have lists (``headlines``,
``bodies``) whose entries state role and content type; 3 writes names in camel case.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec
import regex

from transdiff.errors import InputError
from transdiff.model import BlockKind, Document
from transdiff.readers import html, nitf
from transdiff.readers.markup import parse_xml
from transdiff.readers.parts import Part, Told, compose, numbered, plain, signalled
from transdiff.readers.source import Source

SUFFIXES = (".ninjs", ".json")
_SIGNS = regex.compile(
    r'"(?:body_?(?:text|x?html|nitf)|bodies|headlines?|version_?created|pub_?status|versionCreated)"'
    r"\s*:",
    regex.IGNORECASE,
)
_BODIES = frozenset({"bodytext", "bodyhtml", "bodyxhtml", "bodynitf", "bodies"})
_DECLARED = regex.compile(r"^\s*+<\?xml[^>]{0,200}\?>")
_SECTIONS = regex.compile(r"\s*+<(?:section|article|div|p|html|body|h[1-6])\b", regex.IGNORECASE)
"""What a body in XHTML starts with, whatever its content type is said to be."""
_MOST_NODES = 200_000
_CAPTIONS = ("descriptiontext", "descriptioncaption", "caption", "bodytext")
_AT_BYTE = regex.compile(r"\(byte (\d+)\)")
Item = Mapping[str, Any]


def recognises(source: Source) -> bool:
    """Whether the file is JSON and starts with fields of a news item."""
    return source.head.lstrip()[:1] in ("{", "[") and bool(_SIGNS.search(source.head))


def read(source: Source) -> tuple[Document, ...]:
    """Read every item that has a body. Raises InputError, with the byte, for broken JSON."""
    items = [(item, _head(item)) for item in _items(_decoded(source))]
    told = [(item, [*head, *body]) for item, head in items if (body := _body(source, item, head))]
    if not told:
        raise source.error("no news item with a body; give ninjs 1, 2 or 3 with a text in it")
    return tuple(
        compose(source, parts, _told(item), "ninjs", number=number)
        for number, (item, parts) in numbered(told)
    )


def _decoded(source: Source) -> Any:
    text = source.unicode()
    try:
        return msgspec.json.decode(text.encode("utf-8"))
    except (msgspec.DecodeError, RecursionError) as error:
        found = _AT_BYTE.search(str(error))
        at = found[1] if found else "its end" if "truncated" in str(error) else "some depth"
        raise source.error(f"not valid JSON at {'byte ' * bool(found)}{at}") from None


def _items(tree: Any) -> Iterator[Item]:
    """Yield the news items in whatever they come in: a list, ``items``, ``data`` of an interface.

    What is associated with an item (pictures, boxes) is no item of its own.
    """
    queue, seen = deque([tree]), 0
    while queue and seen < _MOST_NODES:
        node = queue.popleft()
        seen += 1
        if isinstance(node, list):
            queue.extend(node)
        elif isinstance(node, dict):
            item = _plain(node)
            if not _BODIES.isdisjoint(item):
                yield item
            else:
                queue.extend(v for k, v in node.items() if k != "associations")


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
        *(Part(name, BlockKind.BYLINE) for name in _bylines(item)),
        Part(_text(item.get("dateline")), BlockKind.DATELINE),
        Part(credit, BlockKind.CREDIT),
    ]
    return [part for part in parts if part.text]


def _bylines(item: Item) -> list[str]:
    """Return who wrote the story: one line, or a list of them as the Associated Press has it."""
    one = _text(item.get("byline")) or _text(item.get("by"))
    return [one] if one else [_text(entry.get("by")) for entry in _entries(item.get("bylines"))]


def _body(source: Source, item: Item, head: Sequence[Part]) -> list[Part]:
    """Return the story in the richest form that the item has it in, then its pictures' captions."""
    rich = [("html", item.get("bodyxhtml")), ("html", item.get("bodyhtml"))]
    rich.append(("nitf", item.get("bodynitf")))
    bodies = sorted(_entries(item.get("bodies")), key=lambda b: _text(b.get("role")) != "main")
    rich += [(_form(body), body.get("value")) for body in bodies]
    rich.append(("text", item.get("bodytext")))
    for form in ("html", "nitf", "text"):
        for value in (_text(value) for kind, value in rich if kind == form):
            parts = _parts(source, form, value, head) if value else []
            if parts:
                return [*parts, *_captions(item)]
    return []


def _form(body: Item) -> str:
    """Say how a body is written: ``html``, ``nitf``, ``text``, or nothing for another markup."""
    kind = f"{_text(body.get('contenttype'))} {_text(body.get('role'))}".lower()
    start = _DECLARED.sub("", _text(body.get("value"))[:1000])
    if "html" in kind or _SECTIONS.match(start):
        return "html"
    if "nitf" in kind or "xml" in kind or start != _text(body.get("value"))[:1000]:
        return "nitf" if "<nitf" in start else ""
    return "text"


def _parts(source: Source, form: str, value: str, head: Sequence[Part]) -> list[Part]:
    if form == "html":
        return html.fragment(value)
    if form == "text":
        return plain(value)
    try:
        root = parse_xml(source, _DECLARED.sub("", value).encode("utf-8"), "NITF body")
    except InputError:
        return []  # the item may have it in another form
    return nitf.body_of(root, head)


def _captions(item: Item) -> list[Part]:
    linked = item.get("associations")
    pictures = list(linked.values()) if isinstance(linked, dict) else linked
    captions = []
    for picture in _entries(pictures):
        if _text(picture.get("type")) in ("picture", "graphic", "video"):
            named = (picture.get(name) for name in _CAPTIONS)
            described = [*named, _main(picture.get("descriptions"), "caption", "main")]
            captions += [_text(d) for d in described if _text(d)][:1]
    return [Part(" ".join(caption.split()), BlockKind.CAPTION) for caption in captions]


def _entries(values: Any) -> list[Item]:
    return [_plain(v) for v in values if isinstance(v, dict)] if isinstance(values, list) else []


def _main(values: Any, *roles: str) -> str:
    """Return the text of the entry with the first of the *roles* that there is, else of the first.

    Without *roles* it is the entry whose role is ``main``.
    """
    entries: Sequence[Item] = _entries(values)
    named = [e for role in roles or ("main",) for e in entries if e.get("role") == role]
    return next((_text(e.get("value")) for e in (*named, *entries)), "")


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _told(item: Item) -> Told:
    def first(*names: str) -> str:
        return next((text for name in names if (text := _text(item.get(name)))), "")

    version = item.get("version")
    return Told(
        lang=first("language"),
        publisher=first("copyrightholder", "provider", "source")
        or next((_text(e.get("name")) for e in _entries(item.get("infosources"))), "")
        or first("copyrightnotice"),
        published=first("versioncreated", "firstcreated", "contentcreated"),
        version=str(version) if isinstance(version, int) else _text(version),
        place=first("located"),
        embargo=first("embargoed", "embargoeduntil"),
        status=first("pubstatus"),
        signals=signalled(first("ednote")),
    )
