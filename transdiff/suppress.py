"""Accepted findings: which suppression covers what, which are unused, which have expired."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from transdiff.model import Finding, Notice, Report, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """A finding that somebody accepts: one by ``fingerprint``, or a term of a rule by ``match``."""

    rule: str
    """Rule whose finding is accepted."""
    reason: str
    """Why it is accepted; required."""
    match: str = ""
    """The flagged words (for something missing: the missing words), without regard to case."""
    fingerprint: str = ""
    """Fingerprint of the one finding that is meant, instead of ``match``."""
    by: str = ""
    """Who decided."""
    expires: str = ""
    """ISO 8601 date from which the finding counts again."""

    def covers(self, finding: Finding) -> bool:
        """Whether *finding* is what was accepted."""
        if self.rule != finding.rule:
            return False
        if self.fingerprint:
            return self.fingerprint == finding.fingerprint
        quotes = [finding.quote] if finding.quote else [e.quote for e in finding.evidence]
        return _folded(self.match) in map(_folded, quotes)

    def expired(self, today: datetime.date) -> bool:
        """Whether the finding counts again on *today*."""
        return bool(self.expires) and self.expires <= today.isoformat()

    def __str__(self) -> str:
        return f"{self.rule} {self.fingerprint or chr(34) + self.match + chr(34)}"


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def suppressed(
    report: Report,
    own: Sequence[Suppression],
    project: Sequence[Suppression],
    today: datetime.date,
) -> Report:
    """Return *report* with the findings marked that its *own* or the *project*'s list accepts.

    An expired suppression covers nothing and is noticed, as is one of the article's own that no
    finding needs.
    """
    notices = [
        Notice("expired-suppression", f"suppression of {s} expired on {s.expires}")
        for s in own
        if s.expired(today)
    ]
    valid = [s for s in (*own, *project) if not s.expired(today)]
    used: set[Suppression] = set()
    findings = []
    for finding in report.findings:
        by = next((s for s in valid if s.covers(finding)), None)
        if by is not None:
            used.add(by)
            finding = replace(finding, standing=Standing.SUPPRESSED, reason=by.reason)
        findings.append(finding)
    notices += [
        Notice("unused-suppression", _unused(s, report.findings))
        for s in own
        if s not in used and not s.expired(today)
    ]
    return replace(report, findings=tuple(findings), notices=(*report.notices, *notices))


def _unused(one: Suppression, findings: Iterable[Finding]) -> str:
    """What to say of a suppression that covers nothing: a part of the words is too little."""
    match = _folded(one.match)
    for finding in findings:
        quote = _folded(finding.quote)
        if finding.rule == one.rule and match and quote and (match in quote or quote in match):
            return f'suppression of {one} covers nothing; match has to be "{finding.quote}"'
    return f"suppression of {one} is not needed any more"


def upkeep(
    project: Sequence[Suppression], findings: Iterable[Finding], today: datetime.date
) -> tuple[str, ...]:
    """Return what is due in the *project*'s list, given the *findings* of all its articles."""
    left = {s for s in project if not s.expired(today)}
    for finding in findings:
        left = {s for s in left if not s.covers(finding)}
    expired = [f"suppression of {s} expired on {s.expires}" for s in project if s.expired(today)]
    unused = [f"suppression of {s} is not needed any more" for s in project if s in left]
    return (*expired, *unused)
