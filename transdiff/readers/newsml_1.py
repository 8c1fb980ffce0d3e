"""NewsML 1, which some agencies still deliver: news items with nested components."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transdiff.model import BlockKind, Document
from transdiff.readers import carried
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

SUFFIXES: tuple[str, ...] = ()
_LINES = (
    ("HeadLine", BlockKind.HEADLINE),
    ("SubHeadLine", None),
    ("ByLine", BlockKind.BYLINE),
    ("DateLine", BlockKind.DATELINE),
    ("CreditLine", BlockKind.CREDIT),
)


def recognises(source: Source) -> bool:
    """Whether the root element is ``NewsML``, as it is in version 1."""
    return source.root == "NewsML"


def read(source: Source) -> tuple[Document, ...]:
    """Read every news item that has text.

    Raises InputError where the XML is broken or no item has text.
    """
    root = parse_xml(source)
    items = [(item, _head(item)) for item in children(root, "NewsItem")]
    told = [(item, [*head, *body]) for item, head in items if (body := list(_body(item, head)))]
    if not told:
        raise source.error("no news item with text; give one whose DataContent holds a story")
    return tuple(
        compose(source, parts, _told(item), "newsml_1", number=number)
        for number, (item, parts) in numbered(told)
    )


def _head(item: Element) -> list[Part]:
    """Return the lines of the outermost component that has some."""
    lines = next(item.iter("{*}NewsLines"), None)
    found = [(children(lines, name)[:1], kind) for name, kind in _LINES]
    parts = [Part(text_of(line), kind) for given, kind in found for line in given]
    return [part for part in parts if part.text]


def _body(item: Element, head: Sequence[Part]) -> Iterator[Part]:
    """Yield the text of every component in order; of several that say the same, of the first."""
    stack = list(reversed(children(item, "NewsComponent")))
    while stack:
        component = stack.pop()
        inner = children(component, "NewsComponent", "ContentItem")
        alike = component.get("EquivalentsList", "no") == "yes"
        stack += reversed(inner[:1] if alike else inner)
        if local(component) == "ContentItem":
            caption = "caption" in _formal(child(component.getparent(), "Role")).lower()
            for data in children(component, "DataContent"):
                for part in _parts(data, head):
                    yield Part(part.text, BlockKind.CAPTION) if caption else part


def _parts(data: Element, head: Sequence[Part]) -> list[Part]:
    story = next(iter(children(data, "nitf", "html")), None)
    if story is not None:
        return carried.in_element(story, head)
    return carried.in_element(data, head) if len(data) else carried.in_text(data.text or "")


def _told(item: Element) -> Told:
    management = child(item, "NewsManagement")

    def text(*names: str) -> str:
        found = (next(item.iter(f"{{*}}{name}"), None) for name in names)
        return next((text_of(e) for e in found if e is not None), "")

    def formal(name: str) -> str:
        return _formal(next(item.iter(f"{{*}}{name}"), None))

    party = next(iter(item.iterfind(".//{*}Provider/{*}Party")), None)
    return Told(
        lang=formal("Language") or item.get(XML_LANG, ""),
        publisher=_formal(party) or text("CopyrightLine", "ProviderId"),
        published=text("ThisRevisionCreated", "FirstCreated"),
        version=text("RevisionId"),
        embargo=_embargo(management),
        status=_formal(child(management, "Status")),
    )


def _embargo(management: Element | None) -> str:
    """Return when a story that may not be used yet becomes usable."""
    if _formal(child(management, "Status")).casefold() != "embargoed":
        return ""
    return text_at(management, "StatusWillChange", "DateAndTime")


def _formal(element: Element | None) -> str:
    return element.get("FormalName", "") if element is not None else ""
