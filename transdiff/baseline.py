"""The baseline: findings that a project knows and does not fix now; only new ones count.

An entry is keyed by the finding's fingerprint (rule, document, normalised span, normalised
evidence, occurrence), so it survives moved paragraphs and line endings, and a finding whose
reference changed is new. The file is sorted and holds no line numbers: it merges well.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from transdiff.errors import InputError, plainly
from transdiff.model import Finding, Notice, Report, Standing

FILE = ".transdiff-baseline.json"
SUFFIX = ".json"
VERSION = "1"
_REMEDY = "restore it from version control, or use baseline create --force"


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """A finding of the baseline; all but ``document`` and ``fingerprint`` is for the reader."""

    document: str
    rule: str
    fingerprint: str
    severity: str
    quote: str
    message: str


@dataclass(frozen=True, slots=True)
class _File:
    """What a baseline file holds, the entries not decoded yet."""

    version: str
    findings: list[Any]


def known(report: Report) -> tuple[Known, ...]:
    """Return the entries of the findings of *report* that count or are known already."""
    document = report.article.document.id
    return tuple(
        Known(document, f.rule, f.fingerprint, str(f.severity), f.quote, f.message)
        for f in report.findings
        if f.standing is not Standing.SUPPRESSED
    )


def dumps(entries: Iterable[Known]) -> str:
    """Return the text of a baseline file."""
    rows = [msgspec.to_builtins(entry) for entry in sorted(set(entries))]
    values = {"version": VERSION, "findings": [dict(sorted(row.items())) for row in rows]}
    return msgspec.json.format(msgspec.json.encode(values), indent=2).decode("utf-8") + "\n"


def loads(data: bytes, name: str) -> tuple[Known, ...]:
    """Read the baseline file called *name*. Raises InputError where it is none."""
    try:
        found = msgspec.json.decode(data, type=_File)
        if found.version != VERSION:
            raise InputError(
                f"{name}: a baseline of version {found.version}, not {VERSION}; {_REMEDY}"
            )
        return msgspec.convert(found.findings, tuple[Known, ...])
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        remedy = _REMEDY if name.endswith(SUFFIX) else "give the file that baseline create wrote"
        raise InputError(f"{name}: not a transdiff baseline: {plainly(error)}; {remedy}") from None


def marked(report: Report, entries: Sequence[Known]) -> Report:
    """Return *report* with its known findings marked, and a notice for each stale entry."""
    document = report.article.document.id
    mine = {entry.fingerprint: entry for entry in entries if entry.document == document}
    findings = tuple(_marked(f, mine) for f in report.findings)
    present = {f.fingerprint for f in report.findings}
    notices = [
        Notice("stale-baseline", f"baseline entry {e.rule} {e.fingerprint} is fixed: {e.message}")
        for e in sorted(mine.values())
        if e.fingerprint not in present
    ]
    return replace(report, findings=findings, notices=(*report.notices, *notices))


def _marked(finding: Finding, mine: dict[str, Known]) -> Finding:
    if finding.standing is Standing.OPEN and finding.fingerprint in mine:
        return replace(finding, standing=Standing.KNOWN)
    return finding


@dataclass(frozen=True, slots=True)
class Change:
    """What an update does to a baseline."""

    entries: tuple[Known, ...]
    added: tuple[Known, ...]
    removed: tuple[Known, ...]


def updated(
    entries: Sequence[Known],
    reports: Iterable[Report],
    *,
    add: bool = False,
    prune: bool = False,
) -> Change:
    """Remove what is fixed; with *add*, take in what is new.

    Entries of articles that were not checked stay, unless *prune*.
    """
    found: set[Known] = set()
    checked: set[str] = set()
    for report in reports:
        found.update(known(report))
        checked.add(report.article.document.id)
    keys = {(entry.document, entry.fingerprint) for entry in found}
    kept = {
        e
        for e in entries
        if (e.document, e.fingerprint) in keys or (not prune and e.document not in checked)
    }
    have = {(entry.document, entry.fingerprint) for entry in kept}
    new = {e for e in found if add and (e.document, e.fingerprint) not in have}
    removed = set(entries) - kept
    return Change(tuple(sorted(kept | new)), tuple(sorted(new)), tuple(sorted(removed)))
