"""How every article sentence stands towards the references."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from transdiff.comparison import Article
from transdiff.facts import Span
from transdiff.model import Finding, Segment, Sentence, Severity, Status, Support


def sentences(
    article: Article, findings: Iterable[Finding], values: Sequence[float | None]
) -> tuple[Sentence, ...]:
    """Return one entry for each article segment; *values* is the fidelity of each of them.

    Only findings that show text of a reference tell on the status of a sentence: residue or mixed
    spelling does not make it less supported.
    """
    segments = article.story.segments
    worst = [0] * len(segments)
    for finding in findings:
        if any(evidence.reference is not None for evidence in finding.evidence):
            for i in _touched(segments, finding.span):
                worst[i] = max(worst[i], finding.severity.rank)
    supports = {c.index: c.witnesses for c in article.comparisons}
    return tuple(
        Sentence(
            span=part.span,
            kind=part.block.kind,
            status=_status(part, i in supports, worst[i]),
            supports=tuple(Support(w.key, w.indices, w.similarity) for w in supports.get(i, ())),
            fidelity=values[i],
        )
        for i, part in enumerate(segments)
    )


def _touched(segments: Sequence[Segment], span: Span) -> range:
    """The segments that *span* touches; an empty one belongs to the text before it."""
    if span.start == span.end:
        last = bisect_left(segments, span.start, key=lambda s: s.span.start)
        return range(max(0, last - 1), min(len(segments), max(1, last)))
    first = bisect_right(segments, span.start, key=lambda s: s.span.end)
    return range(first, bisect_left(segments, span.end, key=lambda s: s.span.start))


def _status(part: Segment, supported: bool, worst: int) -> Status:
    if not part.compared:
        return Status.RESIDUE
    if not supported:
        return Status.ONLY_HERE
    if worst >= Severity.MAJOR.rank:
        return Status.CONTRADICTED
    return Status.PARTLY if worst == Severity.MINOR.rank else Status.SUPPORTED
