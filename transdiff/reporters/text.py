"""The report for a terminal: a summary, then every finding with the text on both sides."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from transdiff.display import Excerpt, counted, cut, excerpt, line_and_column, visible, width
from transdiff.facts import Span
from transdiff.model import (
    Evidence,
    Finding,
    Report,
    Score,
    Severity,
    Source,
    Standing,
    Status,
)
from transdiff.reporters.verdict import STATUS_WORDS, consensus, unreliable, verdict

_COLORS = {
    Severity.CRITICAL: "1;31",
    Severity.MAJOR: "31",
    Severity.MINOR: "33",
    Severity.NEUTRAL: "36",
}
_BOLD, _DIM, _GREEN = "1", "2", "32"
_MAIN_COSTS = 5
_NAME = 4
"""The name of a reference takes at most this part of a line."""


def render(report: Report, *, color: bool = False, cells: int = 100, quiet: bool = False) -> str:
    """Return *report* as text at most *cells* wide; ``quiet`` leaves out the summary."""
    paint = _Paint(color)
    blocks = [] if quiet else ["\n".join(_summary(report, paint, cells))]
    blocks += ["\n".join(_finding(report, f, paint, cells)) for f in report.open_findings]
    return "\n\n".join(blocks) + "\n" if blocks else ""


def render_many(
    reports: Iterable[Report], *, color: bool = False, cells: int = 100, quiet: bool = False
) -> str:
    """Return *reports* one after the other; of an article without findings only the verdict."""
    texts = (
        render(report, color=color, cells=cells, quiet=quiet)
        if report.open_findings or report.notices or report.unreliable
        else f"{_name(report)}: {_verdict(report, _Paint(color))}\n"
        for report in reports
    )
    return "\n".join(texts)


def _named(key: str, cells: int) -> str:
    """The name of a reference, cut where it would leave no room for its text."""
    return cut(visible(key), cells // _NAME)


def _name(report: Report) -> str:
    return visible(report.article.document.uri or report.article.document.id)


class _Paint:
    """Adds SGR colours, or nothing."""

    def __init__(self, color: bool) -> None:
        self._color = color

    def __call__(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._color and text else text


def _summary(report: Report, paint: _Paint, cells: int) -> Iterator[str]:
    keys = ", ".join(map(visible, report.references))
    yield f"{paint(_BOLD, _name(report))} compared with {keys or 'no reference'}"
    yield _verdict(report, paint, cells)
    if report.unreliable:
        yield paint("31", unreliable(report))
    yield ""
    rows = [
        ("sentences", _sentences(report)),
        ("findings", _found(report)),
        *((_named(key, cells), _coverage(report, key)) for key in report.references),
        ("scores", " · ".join(_score(s) for s in report.scores if s.value is not None) or "none"),
        ("fidelity", _fidelity(report)),
    ]
    if report.notices:
        rows.append(("upkeep", " · ".join(visible(n.message) for n in report.notices)))
    if skipped := _skipped(report):
        rows.append(("not run", skipped))
    column = max(width(label) for label, _ in rows) + 2
    for label, value in rows:
        pad = " " * (column - width(label))
        yield from _wrapped(f"  {paint(_DIM, label)}{pad}", value, column + 2, cells)


def _wrapped(first: str, value: str, indent: int, cells: int) -> Iterator[str]:
    """Break *value* at its separators so that it fits beside its label."""
    line, used = first, indent
    for n, part in enumerate(value.split(" · ")):
        sep = " · " if n else ""
        if n and used + width(sep + part) > cells:
            yield line
            line, used, sep = " " * indent, indent, ""
        line, used = line + sep + part, used + width(sep + part)
    yield line


def _verdict(report: Report, paint: _Paint, cells: int | None = None) -> str:
    """The verdict and the gate, the verdict in lines of whole words where *cells* is given."""
    worst = max((f.severity for f in report.open_findings), key=lambda s: s.rank, default=None)
    lines = textwrap.wrap(verdict(report), cells) if cells else [verdict(report)]
    said = "\n".join(paint(_COLORS[worst] if worst else _GREEN, line) for line in lines)
    if report.gate is None:
        return said
    if report.gate.passed:
        return f"{said} · {paint(_GREEN, 'gate passed')}"
    return f"{said} · {paint('31', 'gate failed')}: {'; '.join(report.gate.reasons)}"


def _sentences(report: Report) -> str:
    counts = Counter(s.status for s in report.sentences)
    parts = [f"{counts[status]} {STATUS_WORDS[status]}" for status in Status if counts[status]]
    return " · ".join(parts) or "none"


def _counts(findings: Sequence[Finding]) -> str:
    counts = Counter(f.severity for f in findings)
    return " · ".join(f"{counts[s]} {s}" for s in reversed(Severity) if counts[s])


def _found(report: Report) -> str:
    parts = [_counts(report.open_findings) or "none"]
    for standing in (Standing.SUPPRESSED, Standing.KNOWN):
        count = sum(f.standing is standing for f in report.findings)
        if count:
            parts.append(f"{count} {standing}")
    return " · ".join(parts)


def _coverage(report: Report, key: str) -> str:
    compared = [s for s in report.sentences if s.compared]
    covered = sum(any(u.reference == key for u in s.supports) for s in compared)
    share = f" ({100 * covered / len(compared):.0f} %)" if compared else ""
    unused = len(report.alignment.omitted.get(key, ()))
    document = report.references[key].document
    language = visible(document.lang) + (", by a pivot" if document.pivot else "")
    return (
        f"supports {covered} of {counted(len(compared), 'sentence')}{share}"
        f" · {unused} of its sentences not used · {language}"
    )


def _score(score: Score) -> str:
    value = score.value or 0.0
    return (
        f"{score.name} {value:.1f}"
        if "unit:ratio" not in score.signature
        else (f"{score.name} {value:.2f}")
    )


def _fidelity(report: Report) -> str:
    costs = sorted(report.costs, key=lambda c: (-c.points, c.cause))
    main = [f"−{c.points:.1f} {visible(c.cause)}" for c in costs[:_MAIN_COSTS] if c.points >= 0.05]
    rest = sum(c.points for c in costs[_MAIN_COSTS:])
    if rest >= 0.05:
        main.append(f"−{rest:.1f} other")
    return " · ".join([f"{report.fidelity:.1f} of 100", *main])


def _skipped(report: Report) -> str:
    unselected = sum(s.reason == "not selected" for s in report.skipped)
    said = ("not selected", report.unreliable)
    parts = [f"{s.name}: {s.reason}" for s in report.skipped if s.reason not in said]
    if unselected:
        parts.append(f"{counted(unselected, 'rule')} not selected")
    return " · ".join(map(visible, parts))


def _finding(report: Report, finding: Finding, paint: _Paint, cells: int) -> Iterator[str]:
    text = report.article.document.text
    line, column = line_and_column(text, finding.span.start)
    label = paint(_COLORS[finding.severity], f"{finding.severity} {finding.rule}")
    place = paint(_BOLD, f"{_name(report)}:{line}:{column}:")
    yield f"{place} {label}   {consensus(report, finding)}"
    shown = excerpt(text, _surroundings(report.article, finding.span), finding.span, cells - 4)
    bar = paint(_DIM, "  │ ")
    mark = _COLORS[finding.severity]
    yield bar + shown.before + paint(mark, shown.marked) + shown.after
    yield bar + paint(mark, shown.carets)
    labels = [_label(report, e, cells) for e in finding.evidence]
    column_width = max(map(width, labels), default=0)
    for piece, name in zip(finding.evidence, labels, strict=True):
        pad = " " * (column_width - width(name))
        quoted = _quoted(report, piece, cells - column_width - 8)
        yield f"  = {name}{pad}   " + quoted.before + paint(_BOLD, quoted.marked) + quoted.after
    yield f"  = note: {visible(finding.message)}"
    if finding.suggestion:
        yield f"  = suggestion: {visible(finding.suggestion)}"
    yield paint(_DIM, f"  = help: transdiff explain {finding.rule}")


def _surroundings(source: Source, span: Span) -> Span:
    """The segments that *span* touches, else the line that it is on."""
    touched = [s for s in source.segments if s.start <= span.end and span.start <= s.end]
    inside = [s for s in touched if s.overlaps(span)] or touched[-1:]
    if inside:
        return Span(min(span.start, inside[0].start), max(span.end, inside[-1].end))
    text = source.document.text
    end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end)


def _label(report: Report, piece: Evidence, cells: int) -> str:
    source = report.article if piece.reference is None else report.references[piece.reference]
    line, _ = line_and_column(source.document.text, piece.span.start)
    return f"{_named(piece.reference or 'article', cells)}:{line}"


def _quoted(report: Report, piece: Evidence, cells: int) -> Excerpt:
    source = report.article if piece.reference is None else report.references[piece.reference]
    return excerpt(source.document.text, _surroundings(source, piece.span), piece.span, cells)
