"""The gate: what fails it, with which reason, and what never does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from transdiff.errors import ConfigError, InputError
from transdiff.gate import judge
from transdiff.model import (
    RELIABILITY,
    Alignment,
    Document,
    Finding,
    Gate,
    Report,
    Score,
    Severity,
    Skipped,
    Source,
    Span,
)
from transdiff.settings import Settings


def report(*severities: str, fidelity: float = 90.0) -> Report:
    document = Document("article", "text", uri="article.txt")
    findings = tuple(
        Finding("some-rule", "facts", "number", Severity(s), Span(0, 1), "t", "m")
        for s in severities
    )
    return Report(
        documents=(Source(None, document, ()),),
        alignment=Alignment(),
        sentences=(),
        findings=findings,
        skipped=(Skipped("ter", "too long"),),
        scores=(Score("bleu", 40.0, "s"), Score("ter", None)),
        fidelity=fidelity,
    )


def test_without_a_gate_there_is_no_verdict() -> None:
    assert judge(report("critical"), Settings()) is None


@pytest.mark.parametrize(
    ("level", "severities", "passed"),
    [
        ("critical", ["major"], True),
        ("critical", ["critical"], False),
        ("major", ["critical"], False),
        ("major", ["minor", "neutral"], True),
        ("minor", ["minor"], False),
        ("minor", ["neutral"], True),
        ("never", ["critical", "major"], True),
    ],
)
def test_fail_on_counts_findings_of_that_severity_or_worse(
    level: str, severities: list[str], passed: bool
) -> None:
    gate = judge(report(*severities), Settings(fail_on=level))  # type: ignore[arg-type]
    assert gate is not None and gate.passed is passed


def test_a_budget_allows_so_many_and_no_more() -> None:
    settings = Settings(max_major=1, max_minor=0)
    assert judge(report("major"), settings).passed  # type: ignore[union-attr]
    failed = judge(report("major", "major", "minor"), settings)
    assert failed is not None
    assert failed.reasons == (
        "2 major findings, at most 1 allowed",
        "1 minor finding, at most 0 allowed",
    )


def test_a_score_decides_only_when_asked() -> None:
    assert judge(report(fidelity=1.0), Settings(fail_on="major")).passed  # type: ignore[union-attr]
    gate = judge(report(fidelity=79.5), Settings(min_score={"fidelity": 80, "bleu": 40}))
    assert gate is not None and gate.reasons == ("fidelity 79.5 is below 80",)


def test_a_gate_whose_score_is_missing_cannot_be_judged() -> None:
    with pytest.raises(InputError, match=r"article\.txt has no score ter: too long"):
        judge(report(), Settings(min_score={"ter": 10}))


def test_a_misspelt_score_is_named_with_where_it_is_asked_for() -> None:
    settings = Settings(min_score={"blue": 10})
    said = 'unknown score "blue"; did you mean "bleu"'
    for origin, where in (("a.toml", "a.toml: min-score: "), ("--min-score", "--min-score: ")):
        with pytest.raises(ConfigError, match=f"^{where}{said}"):
            judge(report(), settings, origins={"min-score.blue": origin})


def test_a_failed_gate_names_every_reason() -> None:
    gate = judge(report("critical"), Settings(fail_on="critical", min_score={"fidelity": 99}))
    assert gate is not None
    assert gate.reasons == ("1 finding critical", "fidelity 90 is below 99")
    assert replace(report(), gate=gate).gate == gate


def test_a_drop_is_measured_against_the_stored_report() -> None:
    settings = Settings(max_drop={"fidelity": 2})
    assert judge(report(fidelity=88.5), settings, report()).passed  # type: ignore[union-attr]
    gate = judge(report(fidelity=87), settings, report())
    assert gate is not None
    assert gate.reasons == ("fidelity fell from 90 to 87, by more than 2",)


def test_a_drop_without_a_stored_report_or_with_other_settings_cannot_be_judged() -> None:
    settings = Settings(max_drop={"fidelity": 2})
    with pytest.raises(InputError, match="no stored report"):
        judge(report(), settings)
    with pytest.raises(InputError, match="the signatures differ"):
        judge(report(), settings, replace(report(), settings_hash="other"))


def test_findings_that_are_accepted_or_known_do_not_fail_the_gate() -> None:
    from transdiff.model import Standing

    (finding,) = report("critical").findings
    for standing in (Standing.SUPPRESSED, Standing.KNOWN):
        accepted = replace(report(), findings=(replace(finding, standing=standing),))
        assert judge(accepted, Settings(fail_on="minor")).passed  # type: ignore[union-attr]


def hardly_supported() -> Report:
    return replace(report(), skipped=(Skipped(RELIABILITY, "the references support 0 of 9"),))


@pytest.mark.parametrize(
    "settings",
    [Settings(fail_on="major"), Settings(max_minor=9), Settings(min_score={"fidelity": 1.0})],
)
def test_no_gate_passes_an_article_that_the_references_hardly_support(settings: Settings) -> None:
    reasons = ("cannot be judged: the references support too little of the article",)
    assert judge(hardly_supported(), settings) == Gate(passed=False, reasons=reasons)


def test_where_nothing_can_fail_unrelated_references_do_not_either() -> None:
    assert judge(hardly_supported(), Settings(fail_on="never")) == Gate(passed=True)
