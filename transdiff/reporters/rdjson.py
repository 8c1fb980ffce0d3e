"""Reviewdog's diagnostic format; its columns count bytes of UTF-8, from one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from transdiff.display import line_and_column
from transdiff.facts import Span
from transdiff.model import Document, Finding, Report, Severity
from transdiff.reporters.json import encoded

_LEVELS = {
    Severity.CRITICAL: "ERROR",
    Severity.MAJOR: "ERROR",
    Severity.MINOR: "WARNING",
    Severity.NEUTRAL: "INFO",
}


def render(report: Report) -> str:
    """Return the open findings of *report*."""
    return render_many([report])


def render_many(reports: Iterable[Report]) -> str:
    """Return the open findings of all *reports*."""
    found = [_diagnostic(report, f) for report in reports for f in report.open_findings]
    values = {"source": {"name": "transdiff"}, "diagnostics": found}
    return encoded(values)


def _diagnostic(report: Report, finding: Finding) -> dict[str, Any]:
    document = report.article.document
    references = report.references
    related = [
        {
            "message": f"{piece.reference or 'article'}: {piece.quote}",
            "location": _location(
                references[piece.reference].document if piece.reference else document, piece.span
            ),
        }
        for piece in finding.evidence
    ]
    return {
        "message": finding.said_of(document),
        "location": _location(document, finding.span),
        "severity": _LEVELS[finding.severity],
        "code": {"value": finding.rule},
        "relatedLocations": related,
    }


def _location(document: Document, span: Span) -> dict[str, Any]:
    path = document.uri or document.id
    if not document.lined:  # lines of an extracted text are not those of the file
        return {"path": path}
    place = {
        "start": _position(document.text, span.start),
        "end": _position(document.text, span.end),
    }
    return {"path": path, "range": place}


def _position(text: str, offset: int) -> dict[str, int]:
    line, column = line_and_column(text, offset)
    before = text[offset - column + 1 : offset]
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
