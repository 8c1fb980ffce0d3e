"""Findings as CSV: a row for each piece of evidence, for spreadsheets and data frames."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from transdiff.display import line_and_column, visible
from transdiff.model import Evidence, Finding, Report

COLUMNS = (
    "article",
    "line",
    "column",
    "start",
    "end",
    "severity",
    "rule",
    "group",
    "category",
    "quote",
    "message",
    "reference",
    "role",
    "evidence_start",
    "evidence_end",
    "evidence",
    "confidence",
    "standing",
    "reason",
    "fingerprint",
)


def render(report: Report) -> str:
    """Return the findings of *report*, with a header."""
    return render_many([report])


def render_many(reports: Iterable[Report]) -> str:
    """Return the findings of all *reports* under one header, suppressed and known ones too."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(COLUMNS)
    for report in reports:
        for finding in report.findings:
            for piece in finding.evidence or (None,):
                writer.writerow(spreadsheet_row(_row(report, finding, piece)))
    return target.getvalue()


def _row(report: Report, finding: Finding, piece: Evidence | None) -> Iterator[object]:
    document = report.article.document
    yield document.uri or document.id
    yield from line_and_column(document.text, finding.span.start)
    yield from (finding.span.start, finding.span.end, finding.severity, finding.rule)
    yield from (finding.group, finding.category, finding.quote, finding.message)
    if piece is None:
        yield from ("", "", "", "", "")
    else:
        yield from (piece.reference or "article", piece.role)
        yield from (piece.span.start, piece.span.end, piece.quote)
    yield from (finding.confidence, finding.standing, finding.reason, finding.fingerprint)


def spreadsheet_row(row: Iterable[object]) -> list[object]:
    """Keep a spreadsheet from running text that begins like a formula or hides what it says."""
    return [_cell(value) if isinstance(value, str) else value for value in row]


def _cell(text: str) -> str:
    return f"'{visible(text)}" if text[:1] in tuple("=+-@\t\r") else visible(text)
