"""A text as it was read, and as it is compared: in blocks, then in sentences with their facts."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from transdiff.errors import InputError
from transdiff.facts import Facts, Span

PUBLISHERS_NOTES = ("under embargo", "the publisher ")
"""How the notes of a document begin that are its publisher's word on whether it may be used."""


class BlockKind(StrEnum):
    """What a block of a page is; only headline and body are compared."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    BYLINE = "byline"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"
    RESIDUE = "residue"

    @property
    def compared(self) -> bool:
        """Whether text of this kind takes part in alignment and scores."""
        return self in _COMPARED


_COMPARED = (BlockKind.HEADLINE, BlockKind.BODY)


@dataclass(frozen=True, slots=True)
class Block:
    """A typed run of text: a paragraph, a headline, a credit line, residue."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when a story was filed, by whom: ``MOSCOW, March 13. /TASS/.``

    ``month``, ``day`` and ``year`` are None where the dateline does not state them.
    """

    place: str = ""
    agency: str = ""
    month: int | None = None
    day: int | None = None
    year: int | None = None

    def date(self, near: datetime.date | None = None) -> datetime.date | None:
        """Return the date of filing; a missing year is the one that comes closest to *near*."""
        if self.month is None or self.day is None or (self.year is None and near is None):
            return None
        years = [self.year] if self.year or near is None else [near.year + n for n in (-1, 0, 1)]
        found = [_date(year, self.month, self.day) for year in years]
        return min(
            (d for d in found if d is not None),
            key=lambda d: abs(d - near) if near else datetime.timedelta(),
            default=None,
        )


def _date(year: int | None, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year or 0, month, day)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Document:
    """A decoded text with its typed blocks.

    ``text`` is never normalised: it is what was read, less a byte-order mark. ``lang`` is a BCP 47
    tag or ``und``. ``published`` is an ISO 8601 date or empty. ``sentences`` holds the given
    sentence spans of :meth:`from_sentences` and is empty for a text that is yet to be segmented.
    ``notes`` says in words what reading had to decide (an encoding that was guessed); ``remarks``
    holds what comments of the source tell transdiff (``allow RULE "words": reason``). ``format`` is
    the name of the reader: ``text``, ``html``, ``nitf``. ``version`` is what the source says of
    it: ``3``, ``UPDATE 2``, ``CORRECTED``. ``pivot`` holds a sentence in the article's language for
    each segment of a foreign reference, where somebody supplied a translation.
    """

    id: str
    text: str
    lang: str = "und"
    title: str = ""
    blocks: tuple[Block, ...] = ()
    publisher: str = ""
    published: str = ""
    uri: str = ""
    sha256: str = ""
    sentences: tuple[Span, ...] = ()
    notes: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    dateline: Dateline | None = None
    format: str = "text"
    version: str = ""
    pivot: tuple[str, ...] = ()

    @property
    def lined(self) -> bool:
        """Whether the lines of ``text`` are those of its file: nothing was extracted from it."""
        return self.format == "text"

    @property
    def byline(self) -> str:
        """Who wrote the story, as it says, or nothing."""
        return self._first(BlockKind.BYLINE)

    @property
    def credit(self) -> str:
        """Whom the story credits, as it says, or nothing."""
        return self._first(BlockKind.CREDIT)

    def _first(self, kind: BlockKind) -> str:
        return next((b.span.of(self.text) for b in self.blocks if b.kind is kind), "")

    @property
    def written(self) -> datetime.date | None:
        """The day the story was filed: the dateline's, else that of publication, else None."""
        near = datetime.date.fromisoformat(self.published) if self.published else None
        return (self.dateline.date(near) if self.dateline else None) or near

    @property
    def dated(self) -> datetime.date | None:
        """The day of this version: that of publication, else the dateline's, else None."""
        return datetime.date.fromisoformat(self.published) if self.published else self.written

    @classmethod
    def from_text(
        cls,
        text: str,
        lang: str | None = None,
        *,
        id: str = "text",
        published: str | datetime.date | None = None,
        publisher: str = "",
    ) -> Document:
        """Parse a plain text: headline, dateline, paragraphs, credit and residue become blocks.

        *lang* is a BCP 47 tag, detected when None. *published* is an ISO 8601 string or a date.
        Raises InputError for text without a letter or digit, ConfigError for an invalid tag.
        """
        from transdiff.readers.text import parse_text

        _expect_texts(text=text, id=id, publisher=publisher)
        return parse_text(
            text, lang=lang, id=id, published=iso_date(published), publisher=publisher
        )

    @classmethod
    def from_sentences(
        cls,
        sentences: Sequence[str],
        lang: str | None = None,
        *,
        id: str = "text",
        published: str | datetime.date | None = None,
        publisher: str = "",
    ) -> Document:
        """Keep *sentences* as given: one body segment each, joined by newlines, none removed."""
        from transdiff.readers.text import keep_sentences

        if isinstance(sentences, str):
            raise TypeError("sentences: a list of str is expected, not str; see from_text")
        given = list(sentences)
        _expect_texts(
            id=id, publisher=publisher, **{f"sentences[{i}]": s for i, s in enumerate(given)}
        )
        return keep_sentences(
            given, lang=lang, id=id, published=iso_date(published), publisher=publisher
        )

    def with_lang(self, lang: str) -> Document:
        """Return the same document in another declared language."""
        return replace(self, lang=lang)


@dataclass(frozen=True, slots=True)
class ParallelText:
    """Both sides of a translation memory, an XLIFF file or a table, aligned as they stand there.

    Sentence *i* of the article says what sentence *i* of every reference says; a table that holds
    whole texts is the exception: its documents have no ``sentences`` yet.
    """

    article: Document
    references: Mapping[str, Document]


def _expect_texts(**given: object) -> None:
    """What is no text would be noticed far from here, in whatever first reads it."""
    for name, value in given.items():
        if not isinstance(value, str):
            raise TypeError(f"{name}: a str is expected, not {type(value).__name__}")


def primary(lang: str) -> str:
    """Return the primary subtag of a language tag: ``pt`` for ``pt-BR``."""
    return lang.partition("-")[0].lower()


def is_worded(text: str) -> bool:
    """Whether *text* has a letter or digit; without one it says nothing that could be compared."""
    return any(map(str.isalnum, text))


def digest(text: str) -> str:
    """Return the SHA-256 of *text* in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def iso_date(value: str | datetime.date | None) -> str:
    """Return *value* as ``YYYY-MM-DD``, empty for none. Raises InputError for anything else."""
    if value is None or value == "":
        return ""
    if isinstance(value, datetime.date):
        return value.isoformat()[:10]
    if not isinstance(value, str):
        raise TypeError(f"published: a str or a date is expected, not {type(value).__name__}")
    try:
        return datetime.date.fromisoformat(value[:10]).isoformat()
    except ValueError:
        raise InputError(f"not an ISO 8601 date: {value!r} (expected YYYY-MM-DD)") from None


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence (or headline, caption, residue line) of a document, with its facts."""

    span: Span
    text: str
    block: Block
    facts: Facts = field(default_factory=Facts)

    @property
    def compared(self) -> bool:
        """Whether the segment takes part in alignment and scores: ``* * *`` says nothing."""
        return self.block.kind in _COMPARED and is_worded(self.text)


@dataclass(frozen=True, slots=True)
class Story:
    """An annotated document: the article (``key`` None) or one witness (the caller's key)."""

    key: str | None
    document: Document
    segments: tuple[Segment, ...]

    @property
    def lang(self) -> str:
        """The primary language subtag, e.g. ``pt`` for ``pt-BR``."""
        return primary(self.document.lang)
