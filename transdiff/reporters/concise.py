"""One line for each finding, ``path:line:column: severity rule message``, as editors read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from transdiff.display import line_and_column, visible
from transdiff.model import Finding, Report


def render(report: Report) -> str:
    """Return the open findings of *report* in order of position; nothing where there are none."""
    return "".join(f"{line}\n" for line in _lines(report))


def render_many(reports: Iterable[Report]) -> str:
    """Return the findings of all *reports*, article by article."""
    return "".join(map(render, reports))


def _lines(report: Report) -> Iterator[str]:
    for finding in report.open_findings:
        yield f"{location(report, finding)}: {finding.severity} {finding.rule} {_said(finding)}"


def location(report: Report, finding: Finding) -> str:
    """Return ``path:line:column`` of *finding*; the document's id stands in for a missing path."""
    document = report.article.document
    line, column = line_and_column(document.text, finding.span.start)
    return f"{visible(document.uri or document.id)}:{line}:{column}"


def _said(finding: Finding) -> str:
    return visible(finding.message)
