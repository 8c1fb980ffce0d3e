"""Every value that flows through the program; frozen, and with no behaviour but small properties.

``bytes → Document → Segments (with facts) → Alignment → Findings → Report``. Offsets are code
points into ``Document.text``, half-open, so that ``span.of(document.text)`` is always exactly what
a segment, a finding or its evidence quotes. What a comparison starts from stands in
``transdiff.document``, what it makes stands here, and this is the door to both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import msgspec

from transdiff.document import PUBLISHERS_NOTES as PUBLISHERS_NOTES
from transdiff.document import Block as Block
from transdiff.document import BlockKind as BlockKind
from transdiff.document import Dateline as Dateline
from transdiff.document import Document as Document
from transdiff.document import ParallelText as ParallelText
from transdiff.document import Segment as Segment
from transdiff.document import Story as Story
from transdiff.document import digest as digest
from transdiff.document import is_worded as is_worded
from transdiff.document import iso_date as iso_date
from transdiff.document import primary as primary
from transdiff.facts import Span

SCHEMA_VERSION = "1.0"
"""Version of the JSON report: minor adds fields, major is a new schema file."""


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
