"""The table of contents of a batch: one row for each article, worst first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from transdiff.model import Report, Severity, Standing
from transdiff.reporters.html.charts import bar
from transdiff.reporters.html.context import Label
from transdiff.reporters.html.inline import direction, plain, visible
from transdiff.reporters.verdict import title_of, unreliable


@dataclass(frozen=True)
class Summary:
    """A report as a row: counts are of open findings, ``known`` of those in the baseline.

    Titles repeat: ``id``, ``outlet`` and ``date`` tell which of several articles a row is.
    """

    href: str
    label: Label
    title: Markup
    id: str
    outlet: str
    date: str
    references: str
    gate: str
    unreliable: str
    critical: int
    major: int
    minor: int
    known: int
    backed: int
    compared: int
    coverage: float
    fidelity: float
    bar: Markup


def summaries(reports: Iterable[Report], names: Sequence[str]) -> tuple[Summary, ...]:
    """Return a row for each of *reports*, whose files are called *names*; the worst come first."""
    rows = [_summary(report, name) for report, name in zip(reports, names, strict=True)]
    return tuple(
        sorted(rows, key=lambda r: (-r.critical, -r.major, not r.unreliable, r.fidelity, r.href))
    )


def _summary(report: Report, name: str) -> Summary:
    document = report.article.document
    counts = Counter(f.severity for f in report.open_findings)
    compared = [s for s in report.sentences if s.compared]
    backed = sum(bool(s.supports) for s in compared)
    return Summary(
        href=quote(name),
        label=Label("article", 0, document.lang, direction(document.lang)),
        title=visible(title_of(report.article)),
        id=plain(document.id),
        outlet=plain(document.publisher),
        date=plain(document.published),
        references=", ".join(map(plain, report.references)),
        gate="" if report.gate is None else "passed" if report.gate.passed else "failed",
        unreliable=unreliable(report),
        critical=counts[Severity.CRITICAL],
        major=counts[Severity.MAJOR],
        minor=counts[Severity.MINOR],
        known=sum(f.standing is Standing.KNOWN for f in report.findings),
        backed=backed,
        compared=len(compared),
        coverage=100 * backed / max(1, len(compared)),
        fidelity=report.fidelity,
        bar=bar(report.fidelity, 100),
    )
