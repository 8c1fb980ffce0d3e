"""Keep licensed wire text out of what is published: of the references only the evidence stays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from transdiff.facts import Span
from transdiff.model import Entry, Report, Source

_BLANK = "\N{FULL BLOCK}"


def redacted(report: Report) -> Report:
    """Return *report* with everything in its references blanked out that no finding leans on.

    Offsets, line breaks and spaces stay, so every span still means the same place.
    """
    kept: dict[str | None, list[Span]] = {}
    for finding in report.findings:
        for piece in finding.evidence:
            kept.setdefault(piece.reference, []).append(piece.span)
    article, *references = report.documents
    return replace(
        report,
        documents=(
            article,
            *(_redacted(source, kept.get(source.key, [])) for source in references),
        ),
        ledger=tuple(_own(entry) for entry in report.ledger),
    )


def _redacted(source: Source, kept: Iterable[Span]) -> Source:
    text = source.document.text
    blank = [char if char.isspace() else _BLANK for char in text]
    for span in kept:
        blank[span.start : span.end] = text[span.start : span.end]
    return replace(
        source, document=replace(source.document, text="".join(blank), title="", pivot=())
    )


def _own(entry: Entry) -> Entry:
    """An entry of the ledger with the references' values, but not their words."""
    mentions = tuple(m if m.reference is None else replace(m, quote="") for m in entry.mentions)
    return replace(entry, mentions=mentions)
