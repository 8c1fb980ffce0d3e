"""The gate: whether a report passes what its settings ask for, and the reasons where not.

A score decides nothing unless a minimum was asked for: a wrong death toll costs less BLEU than a
good paraphrase.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from transdiff.errors import ConfigError, did_you_mean
from transdiff.model import Finding, Gate, Report, Severity
from transdiff.settings import Settings


def judge(report: Report, settings: Settings, before: Report | None = None) -> Gate | None:
    """Return how *report* stands to the gates of *settings*; None where there are none.

    *before* is the stored report of the same article, which ``max_drop`` is about. Raises
    ConfigError where a gate asks for a score that a report does not have.
    """
    asked = (settings.fail_on, settings.max_major, settings.max_minor)
    floors = settings.min_score or settings.max_drop
    if all(value is None for value in asked) and not floors:
        return None
    reasons = (
        *_unjudged(report, settings),
        *_findings(report.open_findings, settings),
        *_scores(report, settings),
        *_drops(report, before, settings),
    )
    return Gate(not reasons, reasons)


def _unjudged(report: Report, settings: Settings) -> Iterator[str]:
    """Few findings are no merit where the references hardly speak of the article."""
    limits = (settings.max_major, settings.max_minor)
    floors = settings.min_score or settings.max_drop
    nothing_can_fail = settings.fail_on == "never" and not floors and limits == (None, None)
    if report.unreliable and not nothing_can_fail:
        yield "cannot be judged: the references support too little of the article"


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
        value, _ = _value(report, name, "min-score")
        if value < least:
            yield f"{name} {value:.4g} is below {least:.4g}"


def _drops(report: Report, before: Report | None, settings: Settings) -> Iterator[str]:
    for name, most in sorted(settings.max_drop.items()):
        if before is None:
            raise ConfigError(f"max-drop: no stored report of {_where(report)} (--against PATH)")
        old, signature = _value(before, name, "max-drop")
        now, same = _value(report, name, "max-drop")
        if signature != same:
            raise ConfigError(f"max-drop: {name} of {_where(report)}: the signatures differ")
        if old - now > most:
            yield f"{name} fell from {old:.4g} to {now:.4g}, by more than {most:.4g}"


def _value(report: Report, name: str, gate: str) -> tuple[float, str]:
    """The score *name* with its signature. Raises ConfigError where there is none."""
    if name == "fidelity":
        return report.fidelity, report.signature
    found = next((s for s in report.scores if s.name == name), None)
    if found is None:
        known = {"fidelity", *(score.name for score in report.scores)}
        raise ConfigError(f'{gate}: unknown score "{name}"{did_you_mean(name, known)}')
    if found.value is None:
        reason = next((s.reason for s in report.skipped if s.name == name), "not computed")
        raise ConfigError(f"{gate}: {_where(report)} has no score {name}: {reason}")
    return found.value, found.signature


def _where(report: Report) -> str:
    return report.article.document.uri or report.article.document.id
