"""Bind each quotation to the words that attribute it, or to the speaker it goes on with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from transdiff.facts import Attribution, Quotation, Span
from transdiff.model import Segment

_NEAR = 80
"""Code points between a quotation and the words that attribute it."""


def bind_quotations(
    segments: Sequence[Segment], resolved: Sequence[Sequence[Attribution]]
) -> dict[Span, Quotation]:
    """Return every quotation by its span, with speaker and verb where they can be told."""
    touching: dict[Span, tuple[Quotation, list[int]]] = {}
    for n, segment in enumerate(segments):
        for quotation in segment.facts.quotations:
            touching.setdefault(quotation.span, (quotation, []))[1].append(n)
    bound: dict[Span, Quotation] = {}
    before: Quotation | None = None
    for quotation, where in touching.values():
        near = [a for n in where for a in resolved[n]]
        closest = min(near, key=lambda a: _distance(a, quotation.span), default=None)
        if closest is not None and _distance(closest, quotation.span) <= _NEAR:
            done = replace(
                quotation,
                speaker=closest.speaker,
                speaker_span=closest.source_span,
                verb=closest.verb,
                scare=quotation.scare
                and not _is_spoken(quotation.span, closest, segments[where[0]]),
            )
        else:
            done = _carried(quotation, before, segments[where[0]], _previous(resolved, where[0]))
        bound[quotation.span] = done
        before = done if not done.scare else before
    return bound


def _is_spoken(quoted: Span, one: Attribution, segment: Segment) -> bool:
    """Whether a short quotation is set off as speech: *«Да», — сказал он*, *he said: “No”*."""
    start = segment.span.start
    if one.span.start >= quoted.end:
        between = segment.text[quoted.end - start : quoted.end - start + 3]
        return any(c in between for c in ",，、—–と")
    between = segment.text[max(0, quoted.start - start - 3) : quoted.start - start]
    return any(c in between for c in ":：")


def _previous(resolved: Sequence[Sequence[Attribution]], index: int) -> Attribution | None:
    return resolved[index - 1][-1] if index and resolved[index - 1] else None


def _carried(
    quotation: Quotation, before: Quotation | None, segment: Segment, said: Attribution | None
) -> Quotation:
    """A quotation that fills its sentence goes on with the speaker of the sentence before."""
    fills = quotation.span.start - segment.span.start <= 2
    if not fills or quotation.scare:
        return quotation
    if said is not None and said.speaker is not None:
        return replace(quotation, speaker=said.speaker, verb=said.verb)
    if before is not None and segment.span.start - before.span.end <= 4:
        return replace(quotation, speaker=before.speaker, verb=before.verb)
    return quotation


def _distance(one: Attribution, quoted: Span) -> int:
    spans = [one.span, *filter(None, (one.source_span,))]
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    if quoted.start >= end:
        return 0 if quoted.start - end <= 4 else quoted.start - end
    return max(start - quoted.end, 0)
