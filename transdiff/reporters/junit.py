"""JUnit XML: a suite for each article, a case for each group of rules, so that clean ones pass.

The gate is one more case where there is one: a score that is too low is in no group.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from transdiff.display import line_and_column
from transdiff.model import Finding, Gate, Report, Severity
from transdiff.rule import GROUPS

# What XML 1.0 cannot hold at all, not even escaped.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def render(report: Report) -> str:
    """Return *report* as JUnit XML; see :func:`render_many`."""
    return render_many([report])


def render_many(reports: Iterable[Report]) -> str:
    """Return all *reports* as one JUnit file; a group fails on an open major finding or worse."""
    suites: list[str] = []
    tests = failures = 0
    for report in reports:
        cases = [_case(report, group) for group in GROUPS]
        if report.gate is not None:
            cases.append(_gate(report, report.gate))
        failed = sum("<failure" in case for case in cases)
        name = report.article.document.uri or report.article.document.id
        suites.append(
            f'  <testsuite name={_attribute(name)} tests="{len(cases)}" failures="{failed}"'
            f' errors="0" skipped="0">\n{"".join(cases)}  </testsuite>\n'
        )
        tests, failures = tests + len(cases), failures + failed
    head = f'<testsuites name="transdiff" tests="{tests}" failures="{failures}" errors="0">\n'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}{"".join(suites)}</testsuites>\n'


def _case(report: Report, group: str) -> str:
    found = [f for f in report.open_findings if f.group == group]
    bad = [f for f in found if f.severity.rank >= Severity.MAJOR.rank]
    rest = [f for f in found if f not in bad]
    name = report.article.document.uri or report.article.document.id
    head = f"    <testcase name={_attribute(group)} classname={_attribute(name)}"
    body = ""
    if bad:
        count = f"{len(bad)} {'finding' if len(bad) == 1 else 'findings'}"
        text = "\n".join(_line(report, finding) for finding in bad)
        body += f'      <failure type="{group}" message="{count}">{_text(text)}</failure>\n'
    if rest:
        text = "\n".join(_line(report, finding) for finding in rest)
        body += f"      <system-out>{_text(text)}</system-out>\n"
    return f"{head}>\n{body}    </testcase>\n" if body else f"{head}/>\n"


def _gate(report: Report, gate: Gate) -> str:
    """The gate as a case of its own."""
    name = report.article.document.uri or report.article.document.id
    head = f'    <testcase name="gate" classname={_attribute(name)}'
    if gate.passed:
        return f"{head}/>\n"
    reasons = "\n".join(gate.reasons)
    count = f"{len(gate.reasons)} {'reason' if len(gate.reasons) == 1 else 'reasons'}"
    body = f'      <failure type="gate" message="{count}">{_text(reasons)}</failure>\n'
    return f"{head}>\n{body}    </testcase>\n"


def _line(report: Report, finding: Finding) -> str:
    document = report.article.document
    line, column = line_and_column(document.text, finding.span.start)
    place = f"{document.uri or document.id}:{line}:{column}"
    return f"{place}: {finding.severity} {finding.rule} {finding.message}"


def _text(text: str) -> str:
    return escape(_ILLEGAL.sub("\ufffd", text))


def _attribute(text: str) -> str:
    return quoteattr(_ILLEGAL.sub("\ufffd", text))
