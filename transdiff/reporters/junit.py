"""JUnit XML: a suite for each article, a case for each group of rules, so that clean ones pass.

The gate is one more case where there is one: a score that is too low is in no group. An article
that could not be compared is a suite with an error, so that it is not missed among those that pass.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from transdiff.display import for_xml, line_and_column
from transdiff.model import Failure, Finding, Gate, Report, Severity
from transdiff.rule import GROUPS


def render(report: Report) -> str:
    """Return *report* as JUnit XML; see :func:`render_many`."""
    return render_many([report])


def render_many(reports: Iterable[Report], *, failures: Sequence[Failure] = ()) -> str:
    """Return all *reports* as one JUnit file; a group fails on an open major finding or worse.

    *failures* are the articles that could not be compared.
    """
    suites: list[str] = []
    tests = bad = 0
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
        tests, bad = tests + len(cases), bad + failed
    suites += map(_error, failures)
    counts = f'tests="{tests + len(failures)}" failures="{bad}" errors="{len(failures)}"'
    head = f'<testsuites name="transdiff" {counts}>\n'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}{"".join(suites)}</testsuites>\n'


def _error(failure: Failure) -> str:
    name = _attribute(failure.id)
    return (
        f'  <testsuite name={name} tests="1" failures="0" errors="1" skipped="0">\n'
        f'    <testcase name="comparison" classname={name}>\n'
        f'      <error type="{failure.stage or "internal"}" message={_attribute(failure.error)}/>\n'
        "    </testcase>\n  </testsuite>\n"
    )


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
    return escape(for_xml(text))


def _attribute(text: str) -> str:
    return quoteattr(for_xml(text))
