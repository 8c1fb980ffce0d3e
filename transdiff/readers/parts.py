"""Paragraphs as a structured format gives them, and the document that they make."""

from __future__ import annotations

import datetime
import html
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime
from typing import TypeVar

import regex

from transdiff.errors import ConfigError, InputError
from transdiff.facts import Span
from transdiff.language.detect import check_tag
from transdiff.model import BlockKind, Dateline, Document, ParallelText, iso_date
from transdiff.readers.paragraphs import paragraphs
from transdiff.readers.source import Source
from transdiff.readers.text import build_document, keep_sentences
from transdiff.readers.wired import Piece, is_point

Item = TypeVar("Item")

_GAP = "\n\n"
_MOMENT = regex.compile(r"\d{4}-?\d\d-?\d\d(?:[T ][\d:.]{4,15}(?:Z|[+-][\d:]{2,5})?)?")
_HOLDER = regex.compile(r"(?i:\(c\)|©|copyright\b|\s)++(?:(?:19|20)\d\d\b[\s,]*+)?")
_HELD_SINCE = regex.compile(r"[\s,]*+(?:19|20)\d\d\.?$")
_TERMS = regex.compile(r"\s*(?:[(,;]|\.\s|\s[-–—]\s|\ball rights\b)", regex.IGNORECASE)
_ESCAPED = regex.compile(r"&(?:(?!lt;|gt;)[a-zA-Z][a-zA-Z\d]{1,30}|#\d{2,6}|#[xX][\da-fA-F]{2,5});")
_HEAD = 10
"""Paragraphs that may open a body before the headline is repeated in it."""
_SIGNALS = frozenset({"correction", "update", "recall", "kill", "withhold"})
_IN_NOTES = {
    "correction": regex.compile(
        r"\b(?:correct(?:s|ed|ion|ing)|corrig\w+|rectif\w+|korrig\w+|korrektur|berichtig\w+)\b"
        r"|исправл|виправл|更正|訂正|đính chính",
        regex.IGNORECASE,
    ),
    "kill": regex.compile(
        r"\b(?:kills?|withdraw(?:s|n)|annul\w+|zurückgezogen)\b", regex.IGNORECASE
    ),
}
_NOT_USABLE = frozenset({"canceled", "cancelled", "withheld", "withdrawn", "killed"})
_REMARK = regex.compile(r"<!--\s*+transdiff:(?P<text>(?:(?!-->).)*+)-->", regex.DOTALL)


def remarks_in(source: str) -> tuple[str, ...]:
    """Return what the comments of a Markdown or HTML source tell transdiff."""
    return tuple(" ".join(m["text"].split()) for m in _REMARK.finditer(source))


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph; ``kind`` is None where the format does not say what it is."""

    text: str
    kind: BlockKind | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What a format says about a story beside its text, as it stands there; empty for unknown.

    ``published`` is an ISO 8601 or RFC 822 date, ``place`` where the story was filed, ``embargo``
    until when it must not appear, ``status`` what its publisher says of it (``canceled``), and
    ``signals`` what this version is sent for (``correction``).
    """

    title: str = ""
    lang: str = ""
    publisher: str = ""
    published: str = ""
    version: str = ""
    place: str = ""
    embargo: str = ""
    status: str = ""
    signals: tuple[str, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """What whoever uses the story must know, without a word of the story."""
        found = [f"under embargo until {self.embargo}"] if _MOMENT.fullmatch(self.embargo) else []
        if self.status.casefold() in _NOT_USABLE:
            found.append(f"the publisher says: {self.status.casefold()}")
        signals = dict.fromkeys(s for s in self.signals if s in _SIGNALS)
        return (*found, *(f"the publisher signals: {s}" for s in signals))


def signalled(note: str) -> tuple[str, ...]:
    """Return what a note to editors signals, ``CORRECTS spelling in paragraph 2``, if anything."""
    return tuple(signal for signal, pattern in _IN_NOTES.items() if pattern.search(note))


def joined(parts: Iterable[Part]) -> tuple[str, list[Piece]]:
    """Return the text that *parts* make, a blank line between them, and where each stands.

    Soft hyphens are left out: they are for whoever sets the page, and cut words in two here.
    """
    bare = (replace(part, text=part.text.replace("\u00ad", "")) for part in parts)
    kept = [part for part in bare if part.text]
    pieces, at = [], 0
    for part in kept:
        pieces.append(Piece(Span(at, at + len(part.text)), part.kind))
        at += len(part.text) + len(_GAP)
    return _GAP.join(part.text for part in kept), pieces


def numbered(items: Sequence[Item]) -> Iterator[tuple[int, Item]]:
    """Count the stories of a file from 1; the only one of a file has the number 0."""
    return enumerate(items, start=int(len(items) > 1))


def compose(
    source: Source,
    parts: Sequence[Part],
    told: Told,
    format: str,
    *,
    notes: tuple[str, ...] = (),
    number: int = 0,
) -> Document:
    """Return the story that *parts* make; *number* counts from 1 where a file holds several.

    Raises InputError where there is no text.
    """
    text, pieces = joined(_said_once([replace(p, text=unescaped(p.text)) for p in parts]))
    suffix = f"#{number}" if number else ""
    document = build_document(
        text,
        pieces,
        lang=source.lang or tag_of(told.lang),
        id=source.id + suffix,
        title=unescaped(told.title),
        published=date_of(told.published),
        publisher=_holder(unescaped(told.publisher)),
        uri=source.name + suffix,
        notes=(*notes, *told.notes),
        format=format,
        version=told.version,
    )
    if told.place and not (document.dateline and document.dateline.place):
        dateline = replace(document.dateline or Dateline(), place=told.place)
        return replace(document, dateline=dateline)
    return document


def _holder(publisher: str) -> str:
    """A publisher's name out of a line of copyright: ``(c) Copyright Fjord News 2025. Terms``."""
    start = _HOLDER.match(publisher)
    if not start:
        return publisher
    return _HELD_SINCE.sub("", _TERMS.split(publisher[start.end() :], maxsplit=1)[0])


def unescaped(text: str) -> str:
    """Return *text* with the entities read that were escaped once too often: ``&amp;quot;``."""
    return _ESCAPED.sub(lambda m: html.unescape(m[0]), text) if "&" in text else text


def _said_once(parts: Sequence[Part]) -> list[Part]:
    """Drop what opens the body but repeats what the fields gave, and what a kind has said twice."""
    given = {part.text.casefold(): part.kind for part in parts if part.kind is not None}
    free = [i for i, part in enumerate(parts) if part.kind is None and not is_point(part.text)]
    repeated = {i for i in free[:3] if parts[i].text.casefold() in given}
    heads = {text for text, kind in given.items() if kind is BlockKind.HEADLINE}
    repeated |= {i for i in free[:_HEAD] if parts[i].text.casefold() in heads}
    seen: set[Part] = set()
    for i, part in enumerate(parts):
        if part.kind is not None and part in seen:
            repeated.add(i)
        seen.add(part)
    return [part for i, part in enumerate(parts) if i not in repeated]


def plain(text: str) -> list[Part]:
    """Return the paragraphs of a body in plain text, hard-wrapped or a paragraph to a line."""
    return [Part(" ".join(span.of(text).split())) for span in paragraphs(text)]


@dataclass(frozen=True, slots=True)
class Rows:
    """Aligned sentences: one column for the article, one for each reference by label."""

    article: Sequence[str]
    references: dict[str, Sequence[str]]
    lang: str = ""
    reference_lang: str = ""
    notes: tuple[str, ...] = ()
    whole: bool = False
    """Whether the only row holds whole texts rather than sentences."""


def parallel(source: Source, rows: Rows, format: str, number: int = 0) -> ParallelText:
    """Return both sides of *rows* as documents; *number* counts where a file holds several."""

    def side(column: Sequence[str], lang: str | None, part: str) -> Document:
        name = f"{f'#{number}' if number else ''}{part}"
        if rows.whole:
            own = Source.of(b"", source.name + name, source.id + name, lang=lang)
            parts = [Part(line) for line in column[0].splitlines() if line.strip()]
            return compose(own, parts, Told(), format, notes=rows.notes)
        return keep_sentences(
            column,
            lang=lang,
            id=source.id + name,
            uri=source.name + name,
            notes=rows.notes,
            format=format,
        )

    return ParallelText(
        side(rows.article, source.lang or tag_of(rows.lang), ""),
        {
            label: side(column, tag_of(rows.reference_lang), f"@{label}")
            for label, column in rows.references.items()
        },
    )


def tag_of(value: str) -> str | None:
    """Return *value* as a BCP 47 tag, None where it is none."""
    try:
        return check_tag(value.strip().replace("_", "-")) if value.strip() else None
    except ConfigError:
        return None


def date_of(value: str) -> str:
    """Return the ISO 8601 date of *value* (ISO 8601, basic or extended, or RFC 822), or nothing."""
    value = value.strip()
    if len(value) >= 8 and value[:8].isdigit():
        value = f"{value[:4]}-{value[4:6]}-{value[6:8]}"
    try:
        return iso_date(value)
    except InputError:
        pass
    try:
        found: datetime.datetime = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
    return found.date().isoformat()
