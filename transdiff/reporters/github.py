"""Annotations of a GitHub workflow: at most nine of a level, the most severe first, then the rest.

An article that could not be compared is an error before all findings. GitHub shows ten annotations
of a level for a step and drops the others without a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from transdiff.display import line_and_column, visible
from transdiff.facts import Span
from transdiff.model import Failure, Finding, Report, Severity

_SHOWN = 9
_LEVELS = {
    Severity.CRITICAL: "error",
    Severity.MAJOR: "error",
    Severity.MINOR: "warning",
    Severity.NEUTRAL: "notice",
}


def render(report: Report) -> str:
    """Return the workflow commands of *report*."""
    return render_many([report])


def render_many(reports: Iterable[Report], *, failures: Sequence[Failure] = ()) -> str:
    """Return the workflow commands of all *reports*, most severe first.

    *failures* are the articles that could not be compared.
    """
    worst = -Severity.CRITICAL.rank - 1
    found: list[tuple[int, str, str]] = [(worst, "error", _error(f)) for f in failures]
    for report in reports:
        for finding in report.open_findings:
            level = _LEVELS[finding.severity]
            found.append((-finding.severity.rank, level, _annotation(report, finding, level)))
    found.sort(key=lambda row: row[0])
    lines = []
    for level in ("error", "warning", "notice"):
        mine = [text for _, of, text in found if of == level]
        lines += mine[:_SHOWN]
        if len(mine) > _SHOWN:
            left = len(mine) - _SHOWN
            lines.append(f"::{level} title=transdiff::and {left} more, see the job summary")
    return "".join(f"{line}\n" for line in lines)


def _error(failure: Failure) -> str:
    where = f"file={_property(failure.id)},title=not compared"
    return f"::error {where}::{_data(visible(failure.error))}"


def _annotation(report: Report, finding: Finding, level: str) -> str:
    document = report.article.document
    where = {
        "file": document.uri or document.id,
        **(_lines(document.text, finding.span) if document.lined else {}),
        "title": f"{finding.severity} {finding.rule}",
    }
    properties = ",".join(f"{key}={_property(value)}" for key, value in where.items())
    quotes = [f'{e.reference or "article"}: "{e.quote}"' for e in finding.evidence]
    said = map(visible, [finding.said_of(document), *quotes])
    return f"::{level} {properties}::{_data(chr(10).join(said))}"


def _lines(text: str, span: Span) -> dict[str, str]:
    line, column = line_and_column(text, span.start)
    end_line, end_column = line_and_column(text, span.end)
    where = {"line": str(line), "endLine": str(end_line)}
    if line == end_line:  # GitHub ignores columns of a range over several lines
        where |= {"col": str(column), "endColumn": str(max(column, end_column))}
    return where


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
