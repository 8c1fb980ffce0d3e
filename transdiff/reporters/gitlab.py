"""GitLab's code quality report: a JSON array that a merge request shows beside the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from transdiff.display import line_and_column
from transdiff.model import Report, Severity
from transdiff.reporters.json import encoded

_LEVELS = {
    Severity.CRITICAL: "critical",
    Severity.MAJOR: "major",
    Severity.MINOR: "minor",
    Severity.NEUTRAL: "info",
}


def render(report: Report) -> str:
    """Return the open findings of *report*."""
    return render_many([report])


def render_many(reports: Iterable[Report]) -> str:
    """Return the open findings of all *reports*; findings alike in all articles stay apart."""
    rows = [row for report in reports for row in _rows(report)]
    return encoded(rows)


def _rows(report: Report) -> Iterator[dict[str, Any]]:
    document = report.article.document
    for finding in report.open_findings:
        first = last = 1  # it wants a line, and one of an extracted text is another one
        if document.lined:
            first, _ = line_and_column(document.text, finding.span.start)
            last, _ = line_and_column(document.text, finding.span.end)
        yield {
            "type": "issue",
            "check_name": finding.rule,
            "description": f"{finding.rule}: {finding.said_of(document)}",
            "categories": ["Bug Risk" if finding.severity.rank > 1 else "Style"],
            "severity": _LEVELS[finding.severity],
            "fingerprint": finding.fingerprint,
            "location": {
                "path": document.uri or document.id,
                "lines": {"begin": first, "end": last},
            },
        }
