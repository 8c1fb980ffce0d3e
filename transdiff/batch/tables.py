"""What results come to: counts by outlet, month and rule; findings for a spreadsheet.

Counts are whole numbers, so that the tables of shards add up to exactly the table of the whole.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import msgspec

from transdiff.model import Severity
from transdiff.reporters.csv import spreadsheet_row

_LEVELS = (Severity.CRITICAL, Severity.MAJOR, Severity.MINOR)
_MONTH = re.compile(r"\d{4}-\d\d(?!\d)")
SUMMARY = (
    *("outlet", "month", "rule", "records", "failed", "sentences", "fidelity"),
    *map(str, _LEVELS),
)
FINDINGS = (
    *("index", "id", "outlet", "published", "lang", "fidelity", "line", "column", "severity"),
    *("rule", "group", "category", "quote", "message", "reference", "role", "evidence"),
    *("confidence", "fingerprint"),
)


@dataclass(frozen=True, slots=True)
class _Article:
    lang: str | None = None
    published: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class _Evidence:
    reference: str | None
    quote: str
    role: str


@dataclass(frozen=True, slots=True)
class _Finding:
    rule: str
    group: str
    category: str
    severity: str
    quote: str
    message: str
    line: int
    column: int
    evidence: tuple[_Evidence, ...] = ()
    confidence: float = 1.0
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What the tables need of a line of results."""

    index: int
    id: str
    article: _Article
    fidelity: float | None = None
    findings: tuple[_Finding, ...] = ()
    sentences: dict[str, int] = field(default_factory=dict)
    failure: dict[str, str] | None = None

    @property
    def group(self) -> tuple[str, str]:
        """The outlet and the month, empty where unknown."""
        return (self.article.publisher or "", _month(self.article.published or ""))


def _month(published: str) -> str:
    """The month of an ISO 8601 date, empty of what is none."""
    return published[:7] if _MONTH.match(published) else ""


_DECODER = msgspec.json.Decoder(Result)


class Summary:
    """Counts of a batch; :meth:`add` takes its lines one by one."""

    def __init__(self) -> None:
        self.records: Counter[tuple[str, str]] = Counter()
        self.failed: Counter[tuple[str, str]] = Counter()
        self.sentences: Counter[tuple[str, str]] = Counter()
        self.millipoints: Counter[tuple[str, str]] = Counter()
        self.findings: Counter[tuple[tuple[str, str], str, str]] = Counter()

    def add(self, line: bytes) -> None:
        """Count one line of results."""
        result = _DECODER.decode(line)
        group = result.group
        self.records[group] += 1
        self.failed[group] += result.failure is not None
        self.sentences[group] += sum(result.sentences.values())
        self.millipoints[group] += round(1000 * (result.fidelity or 0))
        for finding in result.findings:
            self.findings[group, finding.rule, finding.severity] += 1

    def rows(self) -> Iterator[tuple[str | int, ...]]:
        """Yield the table: for each outlet and month all rules (``*``), then each rule alone.

        ``fidelity`` is the mean of the records that were compared, to one decimal place.
        """
        rules = sorted({rule for _, rule, _ in self.findings})
        for group in sorted(self.records):
            compared = self.records[group] - self.failed[group]
            mean = f"{self.millipoints[group] / compared / 1000:.1f}" if compared else ""
            total = (self.records[group], self.failed[group], self.sentences[group], mean)
            levels = [sum(self.findings[group, r, s] for r in rules) for s in _LEVELS]
            yield (*group, "*", *total, *levels)
            for rule in rules:
                levels = [self.findings[group, rule, level] for level in _LEVELS]
                if any(levels):
                    yield (*group, rule, "", "", "", "", *levels)

    def csv(self) -> str:
        """Return the table as CSV."""
        return _csv([SUMMARY, *self.rows()])


def findings_csv(lines: Iterable[bytes]) -> Iterator[str]:
    """Yield CSV text: a header, then a row for each piece of evidence of each finding."""
    yield _csv([FINDINGS])
    for line in lines:
        rows = list(_findings(_DECODER.decode(line)))
        if rows:
            yield _csv(rows)


def _findings(result: Result) -> Iterator[tuple[object, ...]]:
    about = result.article
    for f in result.findings:
        for piece in f.evidence or (_Evidence("", "", ""),):
            yield (
                *(result.index, result.id, about.publisher, about.published, about.lang),
                *(f"{result.fidelity:.1f}", f.line, f.column, f.severity, f.rule, f.group),
                *(f.category, f.quote, f.message),
                "article" if piece.reference is None else piece.reference,
                *(piece.role, piece.quote, f.confidence, f.fingerprint),
            )


def _csv(rows: Iterable[Iterable[object]]) -> str:
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerows(spreadsheet_row(row) for row in rows)
    return target.getvalue()
