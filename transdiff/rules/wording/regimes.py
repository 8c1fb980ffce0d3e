"""Regimes: where the references name a place alone, *Kyiv* for *the Kyiv regime*."""

from __future__ import annotations

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Facts, Span, Term

_GOVERNMENT = "loaded.government"
_APART = 2
"""Words between the place and what judges its government: *the regime in Tehran*."""


def bare_place(pair: Comparison, witness: Witness, term: Term) -> Span | None:
    """Return the reference's bare name of the place whose government the article calls a regime.

    Only of whom the sentence speaks as of somebody who acts: there the place is its government.
    """
    if term.concept != _GOVERNMENT or _governs(witness):
        return None
    places = {c for name in _beside(pair, term) for c in _places(pair.segment.facts, name)}
    for segment in witness.segments:
        for told in segment.facts.attributions:
            source = told.source_span
            here = told.speaker.concepts if told.speaker else frozenset[str]()
            if source is not None and here and here <= places:
                return source
    return None


def _governs(witness: Witness) -> bool:
    """Whether the linked sentences have a word for a government at all."""
    return any(t.concept == _GOVERNMENT for s in witness.segments for t in s.facts.terms)


def _beside(pair: Comparison, term: Term) -> list[Span]:
    """The words for places right before or behind the term."""
    reading = pair.reading
    own = reading.inside(term.span)
    found = []
    for name in pair.segment.facts.names:
        at = reading.inside(name.span)
        gap = max(own.start - at.stop, at.start - own.stop)
        if 0 <= gap <= _APART and name.kind != "person":
            found.append(name.span)
    return found


def _places(facts: Facts, span: Span) -> set[str]:
    """The places and countries that the words name."""
    return {
        t.concept
        for t in facts.terms
        if t.span.overlaps(span) and t.concept.startswith(("place.", "country."))
    }
