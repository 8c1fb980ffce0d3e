"""Findings under the article they are in, aligned: for reading long lists."""

from __future__ import annotations

from collections.abc import Iterable

from transdiff.display import line_and_column, table, visible
from transdiff.model import Report


def render(report: Report) -> str:
    """Return the open findings of *report* under its name; nothing where there are none."""
    if not report.open_findings:
        return ""
    document = report.article.document
    rows = []
    for finding in report.open_findings:
        line, column = line_and_column(document.text, finding.span.start)
        place = f"{line}:{column}"
        rows.append((place, str(finding.severity), finding.rule, visible(finding.message)))
    lines = (f"  {line}" for line in table(rows, left=range(4)))
    return "\n".join([f"{visible(document.uri or document.id)}:", *lines]) + "\n"


def render_many(reports: Iterable[Report]) -> str:
    """Return the articles that have findings, with an empty line between them."""
    return "\n".join(filter(None, map(render, reports)))
