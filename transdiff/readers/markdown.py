"""Markdown: the reader's text without the marks; offsets count in the extracted text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import regex

from transdiff.model import BlockKind, Document
from transdiff.readers.encoding import decode
from transdiff.readers.parts import Part, date_of, joined, remarks_in, tag_of
from transdiff.readers.source import Source
from transdiff.readers.text import build_document

_FRONT = regex.compile(
    r"---[ \t]*\n(?P<fields>(?:(?!---|\.\.\.)[^\n]*\n)*+)(?:---|\.\.\.)[ \t]*(?:\n|$)"
)
_FIELD = regex.compile(r"(?P<key>[\w-]+)[ \t]*:[ \t]*(?P<value>.*?)[ \t]*$")
_HEADING = regex.compile(r"(?P<marks>#{1,6})[ \t]+(?P<text>.*?)[ \t]*#*$")
_UNDERLINE = regex.compile(r"(?:=+|-{2,})[ \t]*$")
_RULE = regex.compile(r"(?:[-*_][ \t]*){3,}$")
_ITEM = regex.compile(r"(?:>[ \t]?)*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?")
_MARKED_ITEM = regex.compile(r"(?:>[ \t]?)*(?:[-*+]|\d{1,3}[.)])[ \t]+\S")
_DEFINITION = regex.compile(r"\[[^\]\n]{1,80}\]:[ \t]*\S+.*$")
_IMAGE = regex.compile(r"!\[(?P<alt>[^\]\n]*)\](?:\([^)\n]*\)|\[[^\]\n]*\])")
_EMPHASISED = regex.compile(r"([*_])[^*_\n]+\1")
"""A line below a picture that is set apart: its caption."""
_ROW = regex.compile(r"\|.*\|")
_DIVIDER = regex.compile(r"\|(?:[ \t]*:?-+:?[ \t]*\|)+")
_PIPE = regex.compile(r"(?<!\\)\|")
_LINK = regex.compile(r"\[(?P<text>[^\]\n]+)\](?:\([^)\n]*\)|\[[^\]\n]*\])")
_AUTOLINK = regex.compile(r"<(https?://[^>\s]+)>")
_FOOTNOTE = regex.compile(r"\[\^[^\]\n]+\]:?")
_CODE = regex.compile(r"(`+)(.+?)\1")
_STRONG = regex.compile(
    r"(?<![\p{L}\p{N}])(\*{1,3}|_{1,3})(?=\S)([^*_\n]+?)(?<=\S)\1(?![\p{L}\p{N}])"
)
_STRIKE = regex.compile(r"~~[^~\n]+~~[ \t]?")
_COMMENT = regex.compile(r"<!--.*?-->", regex.DOTALL)
_TAG = regex.compile(r"</?[a-zA-Z][^<>\n]{0,200}>")
_ESCAPE = regex.compile(r"\\([\\`*_{}\[\]()#+\-.!>~|])")


SUFFIXES = (".md", ".markdown", ".mdown")


def recognises(source: Source) -> bool:
    """Never by its content: Markdown is text."""
    return False


def read(source: Source) -> tuple[Document, ...]:
    """Read Markdown with or without front matter."""
    decoded = decode(source.data, source.name)
    document = parse_markdown(
        decoded.text,
        lang=source.lang,
        id=source.id,
        uri=source.name,
        notes=(decoded.note,) if decoded.note else (),
    )
    return (document,)


def parse_markdown(
    text: str,
    *,
    lang: str | None = None,
    id: str = "text",
    uri: str = "",
    notes: tuple[str, ...] = (),
) -> Document:
    """Return the reader's text of a Markdown file as a document.

    Front matter may give ``title``, ``date``, ``lang``, ``author`` and ``publisher``.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT.match(text)
    fields = _fields(front["fields"]) if front else {}
    parts = list(_parts(_COMMENT.sub("", text[front.end() :] if front else text)))
    title = fields.get("title", "")
    if title and not any(part.kind is BlockKind.HEADLINE for part in parts):
        parts.insert(0, Part(title, BlockKind.HEADLINE))
    author = fields.get("author", "")
    if author and not any(author in part.text for part in parts):
        headed = bool(parts) and parts[0].kind is BlockKind.HEADLINE
        parts.insert(int(headed), Part(author, BlockKind.BYLINE))
    body, pieces = joined(parts)
    document = build_document(
        body,
        pieces,
        lang=lang or tag_of(fields.get("lang", "") or fields.get("language", "")),
        id=id,
        title=title,
        published=date_of(fields.get("date", "") or fields.get("published", "")),
        publisher=fields.get("publisher", ""),
        uri=uri,
        notes=notes,
        format="markdown",
    )
    return replace(document, remarks=remarks_in(text))


def _fields(block: str) -> Mapping[str, str]:
    found = {}
    for line in block.splitlines():
        match = _FIELD.match(line)
        if match:
            found[match["key"].lower()] = match["value"].strip("\"'")
    return found


def _parts(text: str) -> Iterator[Part]:
    """Yield the paragraphs in reading form; lines of one paragraph are joined by a space."""
    lines: list[str] = []
    headed = pictured = False

    def flush(kind: BlockKind | None = None) -> Iterator[Part]:
        plain = _plain(" ".join(lines))
        lines.clear()
        if plain:
            yield Part(plain, kind)

    for raw in [*text.split("\n"), ""]:
        line = raw.strip()
        heading = _HEADING.match(line)
        shown = _IMAGE.fullmatch(line) or (pictured and _EMPHASISED.fullmatch(line))
        pictured = bool(shown) or (pictured and not line)
        if shown or _ROW.fullmatch(line):
            yield from flush()
            if not _DIVIDER.fullmatch(line):
                lines.append(line if shown else "\t".join(_cells(line)))
            yield from flush(BlockKind.CAPTION if shown else None)
        elif heading:
            yield from flush()
            lines.append(heading["text"])
            first = not headed and len(heading["marks"]) <= 2
            headed = headed or first
            yield from flush(BlockKind.HEADLINE if first else None)
        elif lines and _UNDERLINE.match(line) and len(lines) == 1:
            yield from flush(None if headed else BlockKind.HEADLINE)
            headed = True
        elif not line or _RULE.match(line) or line.startswith(("```", "~~~")):
            yield from flush()
        elif not _DEFINITION.match(line):
            if _MARKED_ITEM.match(line):
                yield from flush()
            lines.append(_ITEM.sub("", line, count=1))


def _cells(row: str) -> list[str]:
    return [cell for raw in _PIPE.split(row) if (cell := raw.strip())]


def _plain(text: str) -> str:
    """Strip inline marks."""
    text = _IMAGE.sub(lambda m: m["alt"], text)
    text = _LINK.sub(lambda m: m["text"], text)
    text = _AUTOLINK.sub(lambda m: m[1], text)
    text = _FOOTNOTE.sub("", text)
    text = _CODE.sub(lambda m: m[2], text)
    for _ in range(3):
        text = _STRONG.sub(lambda m: m[2], text)
    text = _STRIKE.sub("", text)
    return _ESCAPE.sub(lambda m: m[1], _TAG.sub("", text)).strip()
