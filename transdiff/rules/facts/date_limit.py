"""Rule ``date-limit``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transdiff.comparison import Comparison
from transdiff.facts import Moment, Span
from transdiff.language.calendar import compatible, shared
from transdiff.language.listed import listed_table
from transdiff.language.phrases import pieces_of
from transdiff.model import Segment
from transdiff.rule import Mark, rule

_BESIDE = 5
"""Code points between a date and the words that set it as a limit: *frühestens am 4. Mai*."""
_OPPOSITE = {"earliest": "latest", "latest": "earliest"}
_DEADLINES = frozenset({"by"})


@rule(group="facts", category="date", severity="major")
def date_limit(pair: Comparison) -> Iterator[Mark]:
    """Report a first possible day that became the last one, or the other way round.

    ``Not before 10 March`` and ``by 10 March`` name one day and say the reverse of it.

    Flagged:
    reference: The commission will report no earlier than 10 March.
    translation: The commission will report by [[10 March at the latest]].

    reference[ru]: Мост откроют не ранее 4 мая.
    translation[en]: The bridge will open [[no later than 4 May]].

    reference[en]: The results are due on 4 May at the latest.
    translation[de]: Die Ergebnisse kommen [[frühestens am 4. Mai]].

    Allowed:
    reference: The commission will report no earlier than 10 March.
    translation: The commission will not report before 10 March.

    reference[de]: Frühestens am 4. Mai liegt der Bericht vor.
    translation[en]: The report will be ready on 4 May at the earliest.

    reference: The commission will report by 10 March.
    translation: The commission will report on 10 March at the latest.
    """
    for moment, side, span in _limits([pair.segment], pair.lang):
        told = [
            (w, other)
            for w in pair.witnesses
            for other in _limits(w.segments, w.lang)
            if shared(moment, other[0]) and compatible(moment, other[0])
        ]
        if not told or any(other[1] != _OPPOSITE[side] for _, other in told):
            continue
        witness, (_, opposite, there) = told[0]
        evidence = witness.evidence(there, value=opposite)
        quote = span.of(pair.whole.story.document.text)
        yield Mark(span, f'article "{quote}" · {witness.key} "{evidence.quote}"', (evidence,))


def _limits(segments: Sequence[Segment], lang: str) -> Iterator[tuple[Moment, str, Span]]:
    """Yield the dates that are the first or the last possible ones, with the words that say so."""
    limits = listed_table(lang, "dates", "limits")
    for segment in segments:
        words = segment.facts.words
        phrases: list[tuple[str, Span]] = []
        if segment.facts.moments and any(limits.opens(w.fold) for w in words):
            start = segment.span.start
            pieces = pieces_of(words, start, lang)
            phrases = [
                (side, Span(start + pieces[first].start, start + pieces[end - 1].end))
                for side, first, end in limits.all(pieces)
            ]
        for moment in segment.facts.moments:
            beside = [(s, p) for s, p in phrases if _gap(moment.span, p) <= _BESIDE]
            if beside:
                side, span = beside[0]
                first, last = min(span.start, moment.span.start), max(span.end, moment.span.end)
                yield moment, side, Span(first, last)
            elif moment.edge in _DEADLINES and not _denies(segment):
                yield moment, "latest", moment.span


def _denies(segment: Segment) -> bool:
    return any(m.kind == "negation" and m.value == "not" for m in segment.facts.markers)


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end)
