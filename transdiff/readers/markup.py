"""XML parsed so that it can do no harm, and any element tree walked as paragraphs."""

from __future__ import annotations

import html.entities
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import regex
from lxml import etree

from transdiff.model import BlockKind
from transdiff.readers.paragraphs import hard_wrapped, paragraphs
from transdiff.readers.parts import Part
from transdiff.readers.source import Source

Element = etree._Element
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

LONGEST_CELL = 80
"""Characters of a cell that is one of a row on one line; a longer one holds text of its own."""

_CELL = "\x1f"  # no markup can hold it
_BREAK = "\x1e"  # nor this
_CELLS = regex.compile(rf" *{_CELL}[ {_CELL}]*")
_SPACES = regex.compile(r"[ \t\r\n\f\u200b]+")
_AROUND = " \t\u00a0\u3000"  # Chinese and Japanese paragraphs are indented by full spaces
_RAISED = regex.compile(r"\s*(\d{1,2})\s*")
_LABELS = frozenset({"span", "time", "a"})
_GLUED = regex.compile(r"[\p{Ll}\d]\x00\p{Lu}[\p{Ll} ]")
"""Two labels that only a style sheet sets apart: *Ann Olsen*, *Transport correspondent*."""
_NOTED = regex.compile(r"(?:\p{L}{4}|[^\p{L}\p{M}\p{N}\s])$")
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ENTITY_ERRORS = ("ERR_ENTITY_LOOP", "ERR_ENTITY_BOUNDARY")


def parse_xml(source: Source, data: bytes | None = None, inside: str = "") -> Element:
    """Return the root of an XML file; *data* and *inside* are those of a part of an archive.

    Entities, external files and DTDs are never read. Raises InputError, with line and column, for
    what is not well formed and for a file that declares entities of its own.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    prefix = f"{inside}: " if inside else ""
    raw = source.data if data is None else data
    # Many a site has a blank line before its feed, which no parser takes.
    blank = raw[: len(raw) - len(raw.lstrip(b" \t\r\n"))]
    try:
        root = etree.fromstring(raw[len(blank) :], parser)
    except etree.XMLSyntaxError as error:
        raise source.error(prefix + _reason(error, blank.count(b"\n"))) from None
    except ValueError:
        raise source.error(f"{prefix}not well-formed XML") from None
    declared: Any = root.getroottree().docinfo.internalDTD
    if declared is not None and next(declared.iterentities(), None) is not None:
        raise source.error(f"{prefix}declares XML entities, which are never read; remove them")
    _resolve(source, root, prefix)
    return root


def _reason(error: etree.XMLSyntaxError, above: int) -> str:
    """Say what is wrong and where, *above* lines down; lxml's own message may quote the text."""
    log: Any = error.error_log
    kind = log.last_error.type_name if log and log.last_error is not None else ""
    if kind in _ENTITY_ERRORS:
        return "declares XML entities, which are never read; remove them"
    line, column = error.position
    line += above
    if kind == "ERR_RESOURCE_LIMIT":
        return f"nested too deeply, or one text too long, at line {line}, column {column}"
    what = kind.removeprefix("ERR_").replace("_", " ").lower() or "syntax error"
    return f"not well-formed XML at line {line}, column {column} ({what})"


def _resolve(source: Source, root: Element, prefix: str) -> None:
    """Put the characters of HTML's named entities in their place; others are an error."""
    for entity in list(root.iter(etree.Entity)):
        name = str(entity.text).strip("&;")
        char = html.entities.html5.get(f"{name};")
        if char is None:
            line = entity.sourceline
            raise source.error(f"{prefix}an undeclared XML entity at line {line}; write it out")
        drop(entity, char)


def drop(element: Element, instead: str = "") -> None:
    """Take *element* out of its tree, with *instead* in its place; what follows it stays."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    rest = instead + (element.tail or "")
    if before is not None:
        before.tail = (before.tail or "") + rest
    else:
        parent.text = (parent.text or "") + rest
    element.tail = None
    parent.remove(element)


def local(element: Element) -> str:
    """Return the name of *element* without its namespace."""
    return str(element.tag).rpartition("}")[2]


def children(element: Element | None, *names: str) -> list[Element]:
    """Return the children of *element* that are called one of *names*, in any namespace."""
    if element is None:
        return []
    return [child for child in element.iterchildren(etree.Element) if local(child) in names]


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first element at *path* below *element*, in any namespace."""
    for name in path:
        element = next(iter(children(element, name)), None)
    return element


def text_at(element: Element | None, *path: str) -> str:
    """Return the text at *path* below *element* in one line, empty where there is none."""
    found = child(element, *path)
    return "" if found is None else text_of(found)


def text_of(element: Element, dropped: Callable[[Element], bool] | None = None) -> str:
    """Return the text in *element* in one line, without that of the elements *dropped*.

    A code that stands for a line break keeps the words around it apart.
    """
    found: list[str] = []
    skipping = 0
    for event, at in etree.iterwalk(element, events=("start", "end")):
        left_out = dropped is not None and dropped(at)
        if event == "start":
            skipping += left_out
            text = at.text
        else:
            skipping -= left_out
            text = at.tail if at is not element else ""
            if at.get("type", at.get("ctype")) == "lb":
                found.append(" ")
        if text and not skipping:
            found.append(text)
    return " ".join("".join(found).split())


def paragraphs_in(
    root: Element,
    inline: frozenset[str],
    kind_of: Callable[[Element], BlockKind | None],
    dropped: frozenset[str] = frozenset(),
) -> Iterator[Part]:
    """Yield the paragraphs of *root*, walking without recursion.

    Elements *inline* do not interrupt one, a ``br`` does, nor do the cells of a table's row where
    they are short; text that came off a wire and stands in one element as it was typed, or in a
    ``pre``, is cut where its lines say so; text inside of *dropped* is left out; *kind_of* says
    what an element and all that is in it is.
    """
    cells = _short_cells(root, inline)
    buffer: list[str] = []
    kinds: list[BlockKind | None] = [None]
    skipping = typed = 0

    def flush() -> Iterator[Part]:
        for text in "".join(buffer).split(_BREAK):
            for line in _lines(text, typed > 0):
                bare = _CELLS.sub("\t", _SPACES.sub(" ", line)).strip(_AROUND)
                if bare:
                    yield Part(bare, kinds[-1])
        buffer.clear()

    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = local(element)
        outside = not skipping
        if name in dropped:
            skipping += 1 if event == "start" else -1
            outside = not skipping
        if event == "start":
            if name == "br" and outside:
                buffer.append("\n" if typed else _BREAK)
            elif name not in inline and element not in cells:
                yield from flush()
                kinds.append(kind_of(element) or kinds[-1])
                typed += name == "pre"
            if outside:
                text = _own_text(element, name, buffer)
                if name in _LABELS and _GLUED.search("".join((*buffer[-2:], "\0", text[:2]))):
                    buffer.append(" ")
                buffer.append(text)
        else:
            if element in cells:
                buffer.append(_CELL)
            elif name not in inline and name != "br":
                yield from flush()
                kinds.pop()
                typed -= name == "pre"
            if element is not root and outside:
                buffer.append(element.tail or "")
    yield from flush()


def _own_text(element: Element, name: str, before: Sequence[str]) -> str:
    """Return the text that *element* opens with, so that its figures stay apart from those before.

    *Since 2019<sup>1</sup>* is no year 20191, *1<frac>1/2</frac>* no eleven.
    """
    text = element.text or ""
    if name == "sup":
        return raised(text, "".join(before[-2:]))
    return f" {text}" if name == "frac" and before and before[-1][-1:].isdigit() else text


def raised(text: str, before: str) -> str:
    """Return *text* that is set above the line after *before*: a power, ``km²``, as such.

    The number of a note, after a word or the end of a sentence, is none of the story's words.
    """
    match = _RAISED.fullmatch(text)
    if match is None:
        return text
    return "" if _NOTED.search(before) else match[1].translate(_SUPERSCRIPTS)


def _lines(text: str, typed: bool) -> list[str]:
    """Return the paragraphs of *text*: one, but for a text whose line breaks mean something."""
    if typed or hard_wrapped(text):
        return [span.of(text) for span in paragraphs(text)]
    return [text]


def _short_cells(root: Element, inline: frozenset[str]) -> frozenset[Element]:
    """The cells of rows that are one line each, as a table of figures has them."""
    found: list[Element] = []
    for row in root.iter("tr", "{*}tr"):
        cells = [cell for cell in row.iterchildren("*") if local(cell) in ("td", "th")]
        if len(cells) > 1 and all(_is_short(cell, inline) for cell in cells):
            found += cells
    return frozenset(found)


def _is_short(cell: Element, inline: frozenset[str]) -> bool:
    length = 0
    for element in cell.iter("*"):
        if element is not cell and local(element) not in inline:
            return False
        length += len(element.text or "") + len(element.tail or "")
        if length > LONGEST_CELL:
            return False
    return True
