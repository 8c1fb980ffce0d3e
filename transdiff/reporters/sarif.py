"""SARIF 2.1.0 for code scanning: each finding with the reference text it diverges from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from transdiff.display import line_and_column
from transdiff.facts import Span
from transdiff.manual import markdown, prose, summary
from transdiff.model import Document, Failure, Finding, Report, Severity, Source, Standing
from transdiff.reporters.json import encoded
from transdiff.rule import CATEGORIES, Rule

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_DESCRIPTION = 1024
_LEVELS = {
    Severity.CRITICAL: "error",
    Severity.MAJOR: "error",
    Severity.MINOR: "warning",
    Severity.NEUTRAL: "note",
}


def render(report: Report, *, rules: Sequence[Rule] = ()) -> str:
    """Return *report* as a SARIF log; see :func:`render_many`."""
    return render_many([report], rules=rules)


def render_many(
    reports: Iterable[Report], *, rules: Sequence[Rule] = (), failures: Sequence[Failure] = ()
) -> str:
    """Return one SARIF run over all *reports*; *rules* lends the rules found their manuals.

    *failures* are the articles that could not be compared, as notifications of the run, and so is
    that the findings of an article are unreliable.
    """
    manuals = {rule.name: rule for rule in rules}
    found: dict[str, dict[str, Any]] = {}
    results, tool = [], "transdiff"
    notifications = [_notification(_in_root(f.id), f.error, "error") for f in failures]
    for report in reports:
        if report.unreliable:
            place = _artifact(report.article.document)
            notifications.append(_notification(place, report.unreliable, "warning"))
        tool = report.tool or tool
        for finding in report.findings:
            found.setdefault(finding.rule, _rule(finding, manuals.get(finding.rule)))
            results.append(_result(report, finding))
    order = sorted(found)
    for result in results:
        result["ruleIndex"] = order.index(result["ruleId"])
    name, _, version = tool.partition(" ")
    driver = {"name": name, "version": version or "0", "rules": [found[name] for name in order]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": "The root of the checkout."}}},
        "invocations": [
            {
                "executionSuccessful": not failures,
                "toolExecutionNotifications": notifications,
            }
        ],
        "results": results,
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return encoded(log)


def _notification(artifact: dict[str, str], said: str, level: str) -> dict[str, Any]:
    place = {"physicalLocation": {"artifactLocation": artifact}}
    return {"level": level, "message": {"text": said}, "locations": [place]}


def _rule(finding: Finding, rule: Rule | None) -> dict[str, Any]:
    mqm, its = CATEGORIES.get(finding.category, ("", ""))
    described: dict[str, Any] = {
        "id": finding.rule,
        "properties": {
            "category": finding.category,
            "group": finding.group,
            "mqm": mqm,
            "its": its,
        },
    }
    if rule is not None:
        described |= {
            "shortDescription": {"text": summary(rule)},
            "fullDescription": {"text": _shortened(prose(rule))},
            "help": {"text": prose(rule), "markdown": markdown(rule)},
            "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        }
    return described


def _shortened(text: str) -> str:
    """Code scanning takes no longer description; the whole of it is the help."""
    if len(text) <= _DESCRIPTION:
        return text
    return text[:_DESCRIPTION].rpartition(". ")[0] + "."


def _result(report: Report, finding: Finding) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.said_of(report.article.document)},
        "locations": [_location(report.article, finding.span)],
        "relatedLocations": [
            {
                "id": number,
                **_location(_source(report, piece.reference), piece.span),
                "message": {"text": f"{piece.reference or 'article'}: {piece.quote}"},
            }
            for number, piece in enumerate(finding.evidence, 1)
        ],
        "partialFingerprints": {"transdiff/v1": finding.fingerprint},
        "rank": round(100 * finding.confidence, 1),
        "properties": {"severity": str(finding.severity)},
    }
    if finding.standing is Standing.SUPPRESSED:
        result["suppressions"] = [{"kind": "external", "justification": finding.reason}]
    else:
        result["suppressions"] = []
    result["baselineState"] = "unchanged" if finding.standing is Standing.KNOWN else "new"
    return result


def _source(report: Report, key: str | None) -> Source:
    return report.article if key is None else report.references[key]


def _location(source: Source, span: Span) -> dict[str, Any]:
    document = source.document
    place = {"artifactLocation": _artifact(document)}
    if not document.lined:  # code scanning wants a line; one of the extracted text is another one
        return {"physicalLocation": {**place, "region": {"startLine": 1}}}
    start_line, start_column = line_and_column(document.text, span.start)
    end_line, end_column = line_and_column(document.text, span.end)
    region = {
        "startLine": start_line,
        "startColumn": start_column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": span.start,
        "charLength": len(span),
    }
    if len(span):
        region |= {"snippet": {"text": span.of(document.text)}}  # type: ignore[dict-item]
    return {"physicalLocation": {**place, "region": region}}


def _artifact(document: Document) -> dict[str, str]:
    """Where *document* is; without a path that holds elsewhere it is not claimed to be there."""
    if not document.uri:
        return {"uri": quote(document.id)}
    return _in_root(document.uri)


def _in_root(path: str) -> dict[str, str]:
    return {"uri": quote(path), "uriBaseId": "SRCROOT"}
