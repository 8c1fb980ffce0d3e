"""Every value that flows through the program; frozen, and with no behaviour but small properties.

``bytes → Document → Segments (with facts) → Alignment → Findings → Report``. Offsets are code
points into ``Document.text``, half-open, so that ``span.of(document.text)`` is always exactly what
a segment, a finding or its evidence quotes.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

import msgspec

from transdiff.errors import InputError
from transdiff.facts import Facts, Span

SCHEMA_VERSION = "1.0"
"""Version of the JSON report: minor adds fields, major is a new schema file."""

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
        return self.document.lang.partition("-")[0].lower()


@dataclass(frozen=True, slots=True)
class Link:
    """Article segments that say what segments of one reference say; either side may hold several.

    ``similarity`` is in 0..1; ``moved`` says that the link crosses the order of its neighbours;
    ``pinned`` that a person fixed it.
    """

    translation: tuple[int, ...]
    reference: str
    reference_segments: tuple[int, ...]
    similarity: float
    moved: bool = False
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Alignment:
    """What supports every article segment, and what is left over.

    ``unsupported``: compared article segments with no link. ``omitted``: for each reference its
    compared segments with no link. ``unsure``: links below the threshold that may still be right.
    ``encoder`` is the fingerprint of the sentence encoder that took part, empty for none.
    """

    links: tuple[Link, ...] = ()
    unsupported: tuple[int, ...] = ()
    omitted: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    unsure: tuple[Link, ...] = ()
    encoder: str = ""


class Severity(StrEnum):
    """MQM severity; ``weight`` is the penalty multiplier (0, 1, 5, 25)."""

    NEUTRAL = "neutral"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """0 for neutral up to 3 for critical."""
        return _ORDER.index(self)

    @property
    def weight(self) -> int:
        """MQM penalty multiplier."""
        return (0, 1, 5, 25)[self.rank]

    def step(self, by: int) -> Severity:
        """Return the severity *by* steps up or down, at most critical and at least minor."""
        return _ORDER[max(1, min(3, self.rank + by))]


_ORDER = (Severity.NEUTRAL, Severity.MINOR, Severity.MAJOR, Severity.CRITICAL)


class Role(StrEnum):
    """How a piece of evidence bears on its finding."""

    CONTRADICTS = "contradicts"
    MISSING = "missing"
    NEAREST = "nearest"
    SELF = "self"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Text that a finding leans on; ``reference`` is None where it is the article itself."""

    reference: str | None
    span: Span
    quote: str
    role: Role
    value: str = ""


class Standing(StrEnum):
    """Whether a finding counts: open ones do, accepted and known ones are only shown."""

    OPEN = "open"
    SUPPRESSED = "suppressed"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class Finding:
    """A divergence that an editor should look at, with evidence.

    ``span`` is empty (start = end) where something is missing; ``confidence`` is in 0..1;
    ``fingerprint`` stays the same when paragraphs move or unrelated text changes. ``standing`` is
    ``suppressed`` where somebody accepted the finding, for ``reason``, and ``known`` where the
    baseline has it.
    """

    rule: str
    group: str
    category: str
    severity: Severity
    span: Span
    quote: str
    message: str
    evidence: tuple[Evidence, ...] = ()
    confidence: float = 1.0
    suggestion: str = ""
    fingerprint: str = ""
    standing: Standing = Standing.OPEN
    reason: str = ""

    def said_of(self, document: Document) -> str:
        """The message, with its words where no line of the file of *document* leads to them."""
        quoted = document.lined or not self.quote or self.quote in self.message
        return self.message if quoted else f'{self.message}: "{self.quote}"'


class Status(StrEnum):
    """How an article sentence stands towards the references."""

    SUPPORTED = "supported"
    PARTLY = "partly"
    CONTRADICTED = "contradicted"
    ONLY_HERE = "only-here"
    RESIDUE = "residue"


@dataclass(frozen=True, slots=True)
class Support:
    """The segments of one reference that an article sentence is linked to."""

    reference: str
    segments: tuple[int, ...]
    similarity: float


@dataclass(frozen=True, slots=True)
class Sentence:
    """One article segment in the report; index = segment index of the article.

    ``kind`` is the kind of its block; ``fidelity`` is 0..100, None for what is not compared.
    """

    span: Span
    kind: BlockKind
    status: Status
    supports: tuple[Support, ...] = ()
    fidelity: float | None = None

    @property
    def compared(self) -> bool:
        """Whether the sentence took part in alignment and scores."""
        return self.status is not Status.RESIDUE


@dataclass(frozen=True, slots=True)
class Score:
    """A named figure with the signature of what produced it; ``value`` None = not computable."""

    name: str
    value: float | None
    signature: str = ""


@dataclass(frozen=True, slots=True)
class Cost:
    """A line of the fidelity breakdown: points that ``cause`` took off, and why."""

    cause: str
    points: float
    fingerprints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A rule, score or stage that did not run (fully), and why. Never silent."""

    name: str
    reason: str


def signature(tool: str, settings_hash: str) -> str:
    """Return what two values made by rules must have in common to be comparable."""
    return f"{tool}|{settings_hash}"


RELIABILITY = "reliability"
"""The name under which a report skips being relied on: the references support too little of it."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Upkeep that is due: ``unused-suppression``, ``expired-suppression``, ``stale-baseline``;
    ``no-stored-report`` where a new article has nothing that its score could have fallen from.
    """

    kind: str
    message: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a source states an entry of the ledger; ``reference`` None is the article.

    ``value`` is what is stated here, normalised; of a name, the name without its title.
    """

    reference: str | None
    span: Span
    quote: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A number, date, quotation or name and how every source states it.

    ``kind`` is ``number``, ``date``, ``quotation`` or ``name``; ``value`` is the normalised value.
    """

    kind: str
    value: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A compared text as it stands in the report; ``key`` None is the article.

    ``segments`` are the spans that ``Link`` indices count.
    """

    key: str | None
    document: Document
    segments: tuple[Span, ...]

    @property
    def compared(self) -> tuple[int, ...]:
        """Indices of the segments that were compared: no byline, credit, caption or residue."""
        apart = [block.span for block in self.document.blocks if not block.kind.compared]
        return tuple(
            i
            for i, s in enumerate(self.segments)
            if is_worded(s.of(self.document.text)) and not any(a.contains(s) for a in apart)
        )


@dataclass(frozen=True, slots=True)
class Gate:
    """Whether the comparison passed what was asked of it, and the reasons where it did not."""

    passed: bool
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The result of a comparison; every output is a function of this value.

    ``documents``: the article first, then the references sorted by key. ``sentences`` has one entry
    for each article segment. ``ledger`` lists what numbers, dates, quotations and names each source
    states. ``costs`` explains ``fidelity`` (0..100, higher is more faithful).
    """

    documents: tuple[Source, ...]
    alignment: Alignment
    sentences: tuple[Sentence, ...]
    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...]
    scores: tuple[Score, ...]
    fidelity: float
    costs: tuple[Cost, ...] = ()
    ledger: tuple[Entry, ...] = ()
    gate: Gate | None = None
    notices: tuple[Notice, ...] = ()
    tool: str = ""
    settings_hash: str = ""

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """The findings that count: neither suppressed nor in the baseline."""
        return tuple(f for f in self.findings if f.standing is Standing.OPEN)

    @property
    def unreliable(self) -> str:
        """Why nothing here can be relied on, in one line; empty where it can."""
        return next((s.reason for s in self.skipped if s.name == RELIABILITY), "")

    @property
    def article(self) -> Source:
        """The compared article."""
        return self.documents[0]

    @property
    def references(self) -> dict[str, Source]:
        """The references by key, in sorted order."""
        return {source.key: source for source in self.documents[1:] if source.key is not None}

    @property
    def signature(self) -> str:
        """What produced the findings, and so fidelity: the version of the tool and the settings."""
        return signature(self.tool, self.settings_hash)

    def score(self, name: str) -> float | None:
        """Return the value of the score called *name*, None where it was not computed."""
        return next((s.value for s in self.scores if s.name == name), None)

    def to_dict(self) -> dict[str, Any]:
        """Return what its JSON report holds, in plain values; ``load_report`` is the way back."""
        values: dict[str, Any] = _listed(msgspec.to_builtins(self))
        return {"schema": SCHEMA_VERSION, **dict(sorted(values.items()))}


def _listed(value: Any) -> Any:
    """*value* with lists for tuples: what JSON gives back, and what a schema calls an array."""
    if isinstance(value, dict):
        return {key: _listed(inner) for key, inner in value.items()}
    return [_listed(inner) for inner in value] if isinstance(value, tuple) else value


@dataclass(frozen=True, slots=True)
class Failure:
    """A batch record that could not be compared; ``error`` is one line."""

    id: str
    error: str
    stage: str = ""
