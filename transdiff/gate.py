"""The gate: whether a report passes what its settings ask for, and the reasons where not.

A score decides nothing unless a minimum was asked for: a wrong death toll costs less BLEU than a
good paraphrase.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from transdiff.errors import ConfigError, did_you_mean
from transdiff.model import Finding, Gate, Report, Severity
from transdiff.settings import Settings


def judge(report: Report, settings: Settings) -> Gate | None:
    """Return how *report* stands to the gates of *settings*; None where there are none.

    Raises ConfigError where a gate asks for a score that the report does not have.
    """
    asked = (settings.fail_on, settings.max_major, settings.max_minor)
    if all(value is None for value in asked) and not settings.min_score:
        return None
    reasons = (*_findings(report.open_findings, settings), *_scores(report, settings))
    return Gate(not reasons, reasons)


def _findings(findings: Iterable[Finding], settings: Settings) -> Iterator[str]:
    ranks = [f.severity.rank for f in findings]
    if settings.fail_on not in (None, "never"):
        limit = Severity(settings.fail_on).rank
        count = sum(rank >= limit for rank in ranks)
        if count:
            worse = "" if settings.fail_on == "critical" else " or worse"
            yield f"{count} {_plural(count)} {settings.fail_on}{worse}"
    for severity, most in (
        (Severity.MAJOR, settings.max_major),
        (Severity.MINOR, settings.max_minor),
    ):
        count = ranks.count(severity.rank)
        if most is not None and count > most:
            yield f"{count} {severity} {_plural(count)}, at most {most} allowed"


def _plural(count: int) -> str:
    return "finding" if count == 1 else "findings"


def _scores(report: Report, settings: Settings) -> Iterator[str]:
    for name, least in sorted(settings.min_score.items()):
        value = report.fidelity if name == "fidelity" else report.score(name)
        if value is None:
            raise ConfigError(_no_score(report, name))
        if value < least:
            yield f"{name} {value:.4g} is below {least:.4g}"


def _no_score(report: Report, name: str) -> str:
    known = {"fidelity", *(score.name for score in report.scores)}
    if name not in known:
        return f'min-score: unknown score "{name}"{did_you_mean(name, known)}'
    where = report.article.document.uri or report.article.document.id
    reason = next((s.reason for s in report.skipped if s.name == name), "not computed")
    return f"min-score: {where} has no score {name}: {reason}"
