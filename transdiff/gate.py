"""The gate: whether a report passes what its settings ask for, and the reasons where not.

A score decides nothing unless a minimum was asked for: a wrong death toll costs less BLEU than a
good paraphrase.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from transdiff.errors import ConfigError, InputError, did_you_mean
from transdiff.model import Finding, Gate, Report, Severity
from transdiff.settings import Settings


def judge(
    report: Report,
    settings: Settings,
    before: Report | None = None,
    origins: Mapping[str, str] | None = None,
) -> Gate | None:
    """Return how *report* stands to the gates of *settings*; None where there are none.

    *before* is the stored report of the same article, which ``max_drop`` is about; *origins* says
    where the key ``min-score.bleu`` came from. Raises ConfigError for a gate on a score that does
    not exist, InputError where this one article lacks a figure that a gate needs.
    """
    asked = (settings.fail_on, settings.max_major, settings.max_minor)
    floors = settings.min_score or settings.max_drop
    if all(value is None for value in asked) and not floors:
        return None
    _check_names(report, settings, origins or {})
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
        value, _ = _value(report, name, _where(report))
        if value < least:
            yield f"{name} {value:.4g} is below {least:.4g}"


def _drops(report: Report, before: Report | None, settings: Settings) -> Iterator[str]:
    for name, most in sorted(settings.max_drop.items()):
        if before is None:
            raise InputError(f"{_where(report)}: max-drop: no stored report (--against PATH)")
        now, signature = _value(report, name, _where(report))
        old, same = _value(before, name, f"{_where(report)}: the stored report")
        if signature != same:
            raise InputError(f"{_where(report)}: max-drop: {name}: the signatures differ")
        if old - now > most:
            yield f"{name} fell from {old:.4g} to {now:.4g}, by more than {most:.4g}"


def _check_names(report: Report, settings: Settings, origins: Mapping[str, str]) -> None:
    """Every report has every score, if without a value: what it does not know is misspelt."""
    known = {"fidelity", *(score.name for score in report.scores)}
    for key, gate in (("min-score", settings.min_score), ("max-drop", settings.max_drop)):
        for name in gate:
            if name not in known:
                origin = origins.get(f"{key}.{name}", key)
                where = origin if origin.endswith(key) else f"{origin}: {key}"
                hint = did_you_mean(name, known) or f" (one of {', '.join(sorted(known))})"
                raise ConfigError(f'{where}: unknown score "{name}"{hint}')


def _value(report: Report, name: str, where: str) -> tuple[float, str]:
    """The score *name* with its signature. Raises InputError, *where* in front, without one."""
    if name == "fidelity":
        return report.fidelity, report.signature
    found = next((s for s in report.scores if s.name == name), None)
    if found is None or found.value is None:
        reason = next((s.reason for s in report.skipped if s.name == name), "not computed")
        raise InputError(f"{where} has no score {name}: {reason}")
    return found.value, found.signature


def _where(report: Report) -> str:
    return report.article.document.uri or report.article.document.id
