"""The report as Markdown, for a pull-request comment, a chat or an e-mail.

Only what GitHub, GitLab and mail programs show alike: headings, tables, lists and ``<details>``.
Quoted text is escaped; it can neither format the comment nor mention anybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from transdiff.display import visible
from transdiff.model import Evidence, Failure, Finding, Report, Role, Severity
from transdiff.reporters.verdict import title_of, unreliable, verdict

_SPECIAL = re.compile(r"[\\`*_\[\]|~$<>&]|[@#](?=\w)|:(?=//)|(?<=www)\.")
_INERT = {
    "<": "&lt;",
    ">": "&gt;",
    "&": "&amp;",
    "@": "@\u200b",  # mentions and issue numbers are read from the finished text
    "#": "#\u200b",
    ":": "&#58;",
    ".": "&#46;",
}
_LONGEST = 240
_SHOWN = 50
"""Findings of one severity and omitted sentences of one reference that are listed at most."""


def render(report: Report) -> str:
    """Return *report* as Markdown: verdict, findings by severity, what was left out, scores."""
    return "\n".join(_lines(report)) + "\n"


def render_many(reports: Sequence[Report], *, failures: Sequence[Failure] = ()) -> str:
    """Return *reports* as one document, a section for each article.

    *failures* are the articles that could not be compared; they come first.
    """
    errors = [f"### {escape(f.id)}\n\n**Not compared.** {escape(f.error)}\n" for f in failures]
    return "\n".join([*errors, *map(render, reports)])


def _lines(report: Report) -> Iterator[str]:
    yield f"### {escape(title_of(report.article))}"
    yield ""
    yield f"**{verdict(report)}** Fidelity {report.fidelity:.1f} of 100.{_gate(report)}"
    if report.unreliable:
        yield from ("", f"**{escape(unreliable(report))}**")
    yield from _compared(report)
    serious = [f for f in report.open_findings if f.severity.rank >= Severity.MAJOR.rank]
    lesser = [f for f in report.open_findings if f.severity.rank < Severity.MAJOR.rank]
    yield from _table(report, sorted(serious, key=lambda f: -f.severity.rank))
    yield from _folded(f"{len(lesser)} minor", list(_table(report, lesser)))
    for key, omitted in sorted(report.alignment.omitted.items()):
        noun = "sentence" if len(omitted) == 1 else "sentences"
        summary = f"{len(omitted)} {noun} of {escape(key)} that the article leaves out"
        yield from _folded(summary, list(_omitted(report, key, omitted)))
    scores = [f"{s.name} {s.value:.2f}" for s in report.scores if s.value is not None]
    if scores:
        yield from ("", f"Scores: {', '.join(map(escape, scores))}.")


def _gate(report: Report) -> str:
    if report.gate is None:
        return ""
    if report.gate.passed:
        return " Gate passed."
    return f" **Gate failed**: {escape('; '.join(report.gate.reasons))}."


def _compared(report: Report) -> Iterator[str]:
    texts = [f"{escape(key)} ({s.document.lang})" for key, s in report.references.items()]
    document = report.article.document
    yield ""
    yield f"{escape(document.uri or document.id)}, compared with {', '.join(texts)}."


def _table(report: Report, findings: Sequence[Finding]) -> Iterator[str]:
    if not findings:
        return
    yield from (
        "",
        "| Severity | Rule | Sentence | Article | References |",
        "|---|---|--:|---|---|",
    )
    for finding in findings[:_SHOWN]:
        quote = _quoted(finding.quote) if finding.quote.strip() else "*nothing*"
        cells = (
            str(finding.severity),
            f"`{finding.rule}`",
            str(_sentence(report, finding)),
            quote,
            "<br>".join(map(_evidence, finding.evidence)) or escape(finding.message),
        )
        yield f"| {' | '.join(cells)} |"
    if len(findings) > _SHOWN:
        yield from ("", f"… and {len(findings) - _SHOWN} more.")


def _sentence(report: Report, finding: Finding) -> int:
    spans = report.article.segments
    return 1 + max((i for i, s in enumerate(spans) if s.start <= finding.span.start), default=0)


def _evidence(evidence: Evidence) -> str:
    source = "article" if evidence.reference is None else escape(evidence.reference)
    near = " (nearest)" if evidence.role is Role.NEAREST else ""
    return f"{source}{near}: {_quoted(evidence.quote)}"


def _omitted(report: Report, key: str, indices: Sequence[int]) -> Iterator[str]:
    if not indices:
        return
    source = report.references[key]
    yield ""
    for j in indices[:_SHOWN]:
        yield f"- **{j + 1}** {escape(source.segments[j].of(source.document.text))}"
    if len(indices) > _SHOWN:
        yield f"- … and {len(indices) - _SHOWN} more"


def _folded(summary: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield from ("", "<details>", f"<summary>{summary}</summary>", *lines, "", "</details>")


def _quoted(text: str) -> str:
    return f"“{escape(text)}”"


def escape(text: str) -> str:
    """Return *text* on one line, shortened, with nothing in it that Markdown would obey."""
    line = visible(" ".join(text.split()))
    line = line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
    return _SPECIAL.sub(_inert, line)


def _inert(match: re.Match[str]) -> str:
    return _INERT.get(match[0], "\\" + match[0])
