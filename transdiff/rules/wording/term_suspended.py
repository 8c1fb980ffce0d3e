"""Rule ``term-suspended``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Quantity, Span
from transdiff.language.patterns import listed_spans
from transdiff.model import Segment
from transdiff.rule import Mark, rule

_TIME = frozenset({"year", "month", "week", "day"})
_REACH = 40
"""Code points between a term and what says that it is suspended."""


@rule(group="wording", category="term", severity="critical")
def term_suspended(pair: Comparison) -> Iterator[Mark]:
    """Report a prison term that is suspended on one side alone.

    Who gets three years suspended goes home; who gets three years in prison does not. Compared are
    terms of the same length. The words that suspend are the pack's ``[sentencing] suspended``; a
    reference that gives this term as the article does, in the linked sentences or beside them,
    settles it.

    Flagged:
        reference: The clerk was handed a three-year suspended sentence for forgery.
        translation: The clerk received [[three years]] in prison for forgery.

        reference: The court sentenced her to eighteen months in jail.
        translation: The court gave her [[eighteen months]], suspended.

        reference[de]: Der Buchhalter wurde zu zwei Jahren auf Bewährung verurteilt.
        translation: The accountant was sentenced to [[two years]] in prison.

        reference[fr]: Elle a été condamnée à six mois de prison avec sursis.
        translation[fr]: Elle a été condamnée à [[six mois]] de prison ferme.

    Allowed:
        reference: The clerk was handed a three-year suspended sentence for forgery.
        translation: The clerk got three years for forgery; the sentence was suspended.

        reference: The clerk was jailed for three years, her aide for two years, suspended.
        translation: The clerk was given three years in prison, the aide two years on probation.

        reference: She was suspended for two years by the federation.
        translation: The federation banned her for two years.
    """
    mine = _terms([pair.segment], pair.lang)
    if not mine or not _of_prison(pair):
        return
    article_suspends = any(_cues(s, pair.lang) for s in pair.around)
    for term, suspended in mine:
        if article_suspends and not suspended:
            continue
        found = _opposed(pair, term, suspended)
        if found is not None:
            witness, theirs = found
            yield Mark.against(pair.evidence(term.span), witness.evidence(theirs.span))


def _of_prison(pair: Comparison) -> bool:
    """Whether the sentence or a linked text speaks of prison; clubs suspend players too."""
    return _prison([pair.segment], pair.lang) or any(
        _prison(w.segments, w.lang) for w in pair.witnesses
    )


def _prison(segments: Sequence[Segment], lang: str) -> bool:
    return any(listed_spans(s, lang, "sentencing", "prison") for s in segments)


def _opposed(pair: Comparison, term: Quantity, suspended: bool) -> tuple[Witness, Quantity] | None:
    """Return a linked term of this length that is suspended, or not, against *term*."""
    opposed = None
    for witness in pair.witnesses:
        around = _terms(witness.around, witness.lang)
        same = [(t, s) for t, s in around if t.value == term.value and t.unit == term.unit]
        if any(s == suspended for _, s in same):
            return None
        linked = {q.span for s in witness.segments for q in s.facts.quantities}
        served = suspended and not _is_served(witness)
        if not opposed and not served:
            opposed = next(((witness, t) for t, _ in same if t.span in linked), None)
    return opposed


def _is_served(witness: Witness) -> bool:
    """Whether the linked text speaks of prison, and nothing about it of a suspended term."""
    prison = _prison(witness.segments, witness.lang)
    return prison and not any(_cues(s, witness.lang) for s in witness.around)


def _terms(segments: Sequence[Segment], lang: str) -> list[tuple[Quantity, bool]]:
    """Return the stretches of time in *segments*, and whether each is a suspended term."""
    found = []
    for segment in segments:
        times = [q for q in segment.facts.quantities if q.unit in _TIME and q.high is None]
        cues = _cues(segment, lang) if times else []
        nearest = {min(times, key=lambda q: q.span.gap(cue)).span for cue in cues}
        near = {q.span for q in times for cue in cues if q.span.gap(cue) <= _REACH}
        found += [(q, q.span in nearest & near) for q in times]
    return found


def _cues(segment: Segment, lang: str) -> list[Span]:
    return listed_spans(segment, lang, "sentencing", "suspended")
