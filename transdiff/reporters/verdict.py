"""What a report says first: one sentence that an editor can act on; of a finding, who disagrees."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import takewhile

from transdiff.display import counted
from transdiff.model import BlockKind, Finding, Report, Role, Severity, Source, Status

STATUS_WORDS = {
    Status.SUPPORTED: "supported",
    Status.PARTLY: "partly supported",
    Status.CONTRADICTED: "contradicted",
    Status.ONLY_HERE: "only here",
    Status.RESIDUE: "not compared",
}
"""What readers are told of a sentence."""
_LESSER = (
    (Status.PARTLY, "in part"),
    (Status.CONTRADICTED, "contradicted"),
    (Status.ONLY_HERE, "said by no reference"),
)
_TITLE = 90
"""Longest title made of a first sentence, in characters."""


def title_of(source: Source) -> str:
    """The title of a text, else its headline, else how it begins, else its id."""
    document = source.document
    heads = (b.span.of(document.text) for b in document.blocks if b.kind is BlockKind.HEADLINE)
    given = (document.title or next(heads, "")).strip()
    if given or not source.segments:
        return given or document.id
    first = next(iter(source.compared), 0)
    words = " ".join(source.segments[first].of(document.text).split())
    return words if len(words) <= _TITLE else words[:_TITLE].rpartition(" ")[0] + "…"


def severity_counts(report: Report) -> tuple[tuple[str, int], ...]:
    """How many open findings there are of every severity, critical first."""
    found = Counter(f.severity for f in report.open_findings)
    return tuple((s.value, found[s]) for s in sorted(Severity, key=lambda s: -s.rank))


def verdict(report: Report) -> str:
    """``3 critical divergences to check; 5 of 12 sentences supported, 4 in part, 3 contradicted.``

    A sentence is counted under the status that every other part of a report gives it.
    """
    counts = Counter(s.status for s in report.sentences)
    compared = counts.total() - counts[Status.RESIDUE]
    parts = [f"{counts[Status.SUPPORTED]} of {counted(compared, 'sentence')} supported"]
    parts += [f"{counts[status]} {words}" for status, words in _LESSER if counts[status]]
    return f"{_divergences(report)}; {', '.join(parts)}."


def unreliable(report: Report) -> str:
    """``The references support 0 of 9 sentences …``, to stand below the verdict; or nothing."""
    said = report.unreliable
    return f"{said[:1].upper()}{said[1:]}." if said else ""


def consensus(report: Report, finding: Finding) -> str:
    """Return in words how the references stand to *finding*, e.g. ``2 of 2 references disagree``.

    The second number counts the references that cover the place.
    """
    by_role = {e.role: set[str | None]() for e in finding.evidence}
    for piece in finding.evidence:
        by_role[piece.role].add(piece.reference)
    first = bisect_left(report.sentences, finding.span.start, key=lambda s: s.span.end)
    touched = takewhile(lambda s: s.span.start <= finding.span.end, report.sentences[first:])
    covering = {support.reference for sentence in touched for support in sentence.supports}
    for role, words in (
        (Role.CONTRADICTS, ("disagrees", "disagree")),
        (Role.MISSING, ("has what is missing here", "have what is missing here")),
    ):
        if role in by_role:
            have = by_role[role] - {None}
            total = len(have | covering)
            noun = "reference" if total == 1 else "references"
            return f"{len(have)} of {total} {noun} {words[len(have) != 1]}"
    return "no reference supports this" if Role.NEAREST in by_role else "in the article itself"


def _divergences(report: Report) -> str:
    counts = dict(severity_counts(report))
    serious = [f"{counts[s]} {s}" for s in ("critical", "major") if counts[s]]
    if serious:
        noun = "divergence" if counts["critical"] + counts["major"] == 1 else "divergences"
        return f"{' and '.join(serious)} {noun} to check"
    if report.unreliable:
        return "Too little in common to judge"
    return "Only minor divergences" if counts["minor"] else "No divergence found"
