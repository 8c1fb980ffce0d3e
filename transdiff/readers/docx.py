"""DOCX: paragraphs, tables, captions, text boxes and notes of a Word document, as printed.

Inserted text counts, deleted and hidden text does not. Parts of the archive are measured before
they are unpacked.
"""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence

from transdiff.model import BlockKind, Document
from transdiff.readers.markup import (
    LONGEST_CELL,
    Element,
    child,
    children,
    local,
    parse_xml,
    raised,
    text_at,
)
from transdiff.readers.parts import Part, Told, compose
from transdiff.readers.source import Source

SUFFIXES = (".docx", ".docm", ".dotx")
_LARGEST_PART = 20 * 1024 * 1024  # bytes, unpacked
_MOST_ENTRIES = 5000
_STORY, _CORE, _APP = "word/document.xml", "docProps/core.xml", "docProps/app.xml"
_STYLE_NAMES = "word/styles.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_DELETED = frozenset({"del", "moveFrom", "instrText", "delText", "Fallback", "rubyBase"})
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
"""The same by the strict variant of the standard, which Word offers when a file is saved."""
_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    ArithmeticError,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What zipfile raises for an archive that is damaged, or made to do damage."""
_KINDS = {"title": BlockKind.HEADLINE, "caption": BlockKind.CAPTION}
Styles = Mapping[str, BlockKind]
"""What the paragraphs of a style are, by its id."""


def recognises(source: Source) -> bool:
    """Whether the file is a zip archive that names a Word document."""
    return source.data.startswith(b"PK") and _STORY.encode() in source.data


def read(source: Source) -> tuple[Document, ...]:
    """Read the document. Raises InputError for a broken, encrypted or oversized archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            if len(archive.infolist()) > _MOST_ENTRIES:
                raise source.error(f"an archive of more than {_MOST_ENTRIES} parts; not read")
            story = _part(source, archive, _STORY)
            styles = _styles(_part(source, archive, _STYLE_NAMES))
            notes = [_part(source, archive, name) for name in _NOTES]
            core = _part(source, archive, _CORE)
            app = _part(source, archive, _APP)
    except _BROKEN:
        raise source.error("a broken zip archive, cut off or damaged; save it again") from None
    if story is None:
        raise source.error(f"no {_STORY} in it; save it as DOCX")
    author = text_at(core, "creator")
    parts = [*_parts(children(story, "body"), styles)]
    parts += [part for root in notes if root is not None for part in _parts(_printed(root), styles)]
    if not any(part.kind is None for part in parts):
        raise source.error("no text in the document; give one that holds an article")
    told = Told(
        lang=text_at(core, "language"),
        publisher=text_at(app, "Company"),
        version=text_at(core, "version"),
    )
    document = compose(source, parts, told, "docx")
    if author and not document.byline:
        at = 1 if parts[0].kind is BlockKind.HEADLINE else 0
        parts.insert(at, Part(author, BlockKind.BYLINE))
        document = compose(source, parts, told, "docx")
    return (document,)


def _part(source: Source, archive: zipfile.ZipFile, name: str) -> Element | None:
    """Parse the part called *name*; None where the archive has none."""
    try:
        info = archive.getinfo(name)
    except KeyError:
        return None
    limit = f"{name}: larger than {_LARGEST_PART // 1024 // 1024} MB when unpacked; not read"
    if info.flag_bits & 1:
        raise source.error("protected by a password; save it without")
    if info.file_size > _LARGEST_PART:
        raise source.error(limit)
    try:
        with archive.open(info) as stream:  # its declared size may be a lie
            data = stream.read(_LARGEST_PART + 1)
    except _BROKEN:
        raise source.error(f"{name} is damaged; save the document again") from None
    if len(data) > _LARGEST_PART:
        raise source.error(limit)
    return parse_xml(source, data.replace(_STRICT, _WORD[1:-1].encode()), name)


def _printed(notes: Element) -> list[Element]:
    """Return the footnotes or endnotes that say something, not the rules drawn above them."""
    return [
        n
        for n in children(notes, "footnote", "endnote")
        if n.get(f"{_WORD}type", "normal") == "normal"
    ]


def _styles(root: Element | None) -> Styles:
    """Return what styles are by id: Word in other languages has ids like *Beschriftung* and *a3*.

    The names of the styles that it brings are the same in all languages.
    """
    named = {
        style.get(f"{_WORD}styleId", "").lower(): name.get(f"{_WORD}val", "").lower()
        for style in children(root, "style")
        if (name := child(style, "name")) is not None
    }
    return _KINDS | {id: _KINDS[name] for id, name in named.items() if name in _KINDS}


def _parts(roots: Sequence[Element], styles: Styles) -> Iterator[Part]:
    """Yield paragraphs and rows of tables in order, without recursion."""
    stack = list(reversed(roots))
    while stack:
        element = stack.pop()
        name = local(element)
        if name == "p":
            text = _text(element)
            yield from (Part(line, _kind(element, styles)) for line in text.split("\n") if line)
            boxes = list(element.iter(f"{_WORD}txbxContent"))
            stack += [b for b in reversed(boxes) if not _left_out(b, element)]
        elif name == "tr" and (row := _row(element)):
            yield Part(row)
        elif name not in _DELETED:
            stack += reversed(list(element.iterchildren("*")))


def _row(row: Element) -> str:
    """Return a row of short cells as one line; nothing where cells hold paragraphs of their own."""
    cells = []
    for cell in children(row, "tc"):
        lines = [text for p in children(cell, "p") if (text := _text(p))]
        if len(lines) > 1 or child(cell, "tbl") is not None or len("".join(lines)) > LONGEST_CELL:
            return ""
        cells += lines
    return "\t".join(cells)


def _text(paragraph: Element) -> str:
    """Return what is printed of *paragraph*, text boxes anchored in it aside."""
    found: list[str] = []
    for run in paragraph.iter(f"{_WORD}r"):
        if _left_out(run, paragraph) or _is_hidden(run):
            continue
        for piece in run.iterchildren("*"):
            name = local(piece)
            if name == "t":
                text = piece.text or ""
                found.append(raised(text, "".join(found[-2:])) if _is_raised(run) else text)
            elif name in ("br", "cr"):
                found.append("\n")
            elif name == "tab":
                found.append("\t")
            elif name == "noBreakHyphen":
                found.append("\u2011")
    lines = ("".join(found)).split("\n")
    return "\n".join(line for raw in lines if (line := raw.strip(" \t\u00a0")))


def _left_out(element: Element, within: Element) -> bool:
    """Whether *element* is deleted, an alternative, or in a text box anchored in *within*."""
    at = element.getparent()
    while at is not None and at is not within:
        if local(at) in _DELETED or local(at) == "txbxContent":
            return True
        at = at.getparent()
    return False


def _is_hidden(run: Element) -> bool:
    """Whether *run* is hidden, or struck through by who edits without tracking changes."""
    marks = children(child(run, "rPr"), "vanish", "strike", "dstrike")
    return any(mark.get(f"{_WORD}val", "1") not in ("0", "false", "off") for mark in marks)


def _is_raised(run: Element) -> bool:
    mark = child(run, "rPr", "vertAlign")
    return mark is not None and mark.get(f"{_WORD}val") == "superscript"


def _kind(paragraph: Element, styles: Styles) -> BlockKind | None:
    style = child(paragraph, "pPr", "pStyle")
    return styles.get(style.get(f"{_WORD}val", "").lower()) if style is not None else None
