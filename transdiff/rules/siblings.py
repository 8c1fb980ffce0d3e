"""A concept put for another of its family, of which only one can be meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Term
from transdiff.language.concepts import concept, family
from transdiff.language.converses import turned_round
from transdiff.language.exchange import exchanged
from transdiff.model import Segment
from transdiff.rule import Mark

_NEAR = 6
"""Code points between a negation and the term that it denies."""
_BODY = "body:"
"""How the names of families begin whose members are institutions."""


def siblings(pair: Comparison, *, bodies: bool) -> Iterator[Mark]:
    """Yield a mark for each member of a family that stands for another one.

    With *bodies* families of institutions are looked at, without it all the others. A text that has
    several members of the family is left alone.
    """
    here = _families(pair.around)
    text = pair.whole.story.document.text
    for term in _related(pair.segment):
        kin = family(term.concept)
        if kin.startswith(_BODY) != bodies or here[kin] != {term.concept}:
            continue
        found = [(w, _families(w.around).get(kin, set())) for w in pair.witnesses]
        if any(term.concept in members for _, members in found):
            continue
        for witness, members in found:
            theirs = [t for s in witness.segments for t in _related(s) if family(t.concept) == kin]
            if len(members) == 1 and theirs and not _turned(pair, term, witness, theirs[0]):
                evidence = witness.evidence(theirs[0].span, value=theirs[0].concept)
                quote = term.span.of(text)
                message = f'article "{quote}" · {witness.key} "{evidence.quote}"'
                yield Mark(term.span, message, (evidence,))
                break


def _turned(pair: Comparison, mine: Term, witness: Witness, theirs: Term) -> bool:
    """Whether one is the other's other party in a sentence turned round.

    *His father* is *the son of*, and what one land exports to another the other imports.
    """
    entry = concept(mine.concept)
    here = tuple(pair.segment.facts.words), mine.span
    there = tuple(w for s in witness.segments for w in s.facts.words), theirs.span
    if entry is None or entry.converse != theirs.concept:
        return False
    pairing = pair.pairings[witness.key]
    both = pairing.mine.inside(mine.span), pairing.theirs.inside(theirs.span)
    return (
        witness.lang != pair.lang
        or turned_round(here, there, pair.lang)
        or exchanged(pairing, *both)
    )


def _related(segment: Segment) -> list[Term]:
    """The terms of the segment that have a family and are not denied: *was not a suspect*."""
    return [t for t in segment.facts.terms if family(t.concept) and not _denied(segment, t)]


def _denied(segment: Segment, term: Term) -> bool:
    """Whether a negation stands right before the term or its article: *refused to overturn*."""
    return any(
        m.kind == "negation"
        and m.value in ("not", "lexical")
        and 0 <= term.span.start - m.span.end <= _NEAR
        for m in segment.facts.markers
    )


def _families(segments: Sequence[Segment]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for segment in segments:
        for term in _related(segment):
            found.setdefault(family(term.concept), set()).add(term.concept)
    return found
