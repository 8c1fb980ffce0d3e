"""Findings as JSON Lines: one object for each finding, for streaming and ``jq``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from transdiff.display import line_and_column
from transdiff.model import Report
from transdiff.reporters.json import encoded, in_order


def render(report: Report) -> str:
    """Return the findings of *report*."""
    return render_many([report])


def render_many(reports: Iterable[Report]) -> str:
    """Return the findings of all *reports*; each names its article, line and column."""
    return "".join(line for report in reports for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    document = report.article.document
    for finding in report.findings:
        line, column = line_and_column(document.text, finding.span.start)
        values = {
            **msgspec.to_builtins(finding),
            "article": document.uri or document.id,
            "line": line,
            "column": column,
        }
        yield encoded(in_order(values), indent=0)
