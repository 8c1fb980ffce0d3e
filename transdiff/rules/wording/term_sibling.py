"""Rule ``term-sibling``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transdiff.comparison import Comparison
from transdiff.facts import Term
from transdiff.language.concepts import family
from transdiff.model import Segment
from transdiff.rule import Mark, rule


@rule(group="wording", category="term", severity="major")
def term_sibling(pair: Comparison) -> Iterator[Mark]:
    """Report a term put for another of its family: crew and passengers, exports and imports.

    The members of a family in the concept table exclude each other. Reported is a member that no
    reference has, where a reference has another one that the article lacks. A text that has
    several members of the family is left alone, and so is a difference that is said in other
    words.

    Flagged:
        reference: The ferry sank with nine crew on board.
        translation: The ferry sank with nine [[passengers]] on board.

        reference: Wheat exports fell by a tenth.
        translation: Wheat [[imports]] fell by a tenth.

        reference[ru]: Апелляционный суд отменил приговор.
        translation: The [[Supreme Court]] overturned the sentence.

        reference[fr]: L'inflation a ralenti en mai.
        translation: [[Unemployment]] slowed in May.

    Allowed:
        reference: The ferry sank with nine crew on board.
        translation: The ferry sank with its crew of nine.

        reference: The ferry carried nine crew and forty passengers.
        translation: The forty passengers were saved.

        reference: The drone hit a depot.
        translation: An unmanned aerial vehicle hit a depot.

        reference: Wheat exports fell by a tenth.
        reference: Imports of wheat fell by a tenth.
        translation: Wheat imports fell by a tenth.
    """
    here = _families(pair.around)
    text = pair.whole.story.document.text
    for term in _related(pair.segment):
        kin = family(term.concept)
        if here[kin] != {term.concept}:
            continue
        found = [(w, _families(w.around).get(kin, set())) for w in pair.witnesses]
        if any(term.concept in members for _, members in found):
            continue
        for witness, members in found:
            theirs = [t for s in witness.segments for t in _related(s) if family(t.concept) == kin]
            if len(members) == 1 and theirs:
                evidence = witness.evidence(theirs[0].span, value=theirs[0].concept)
                quote = term.span.of(text)
                message = f'article "{quote}" · {witness.key} "{evidence.quote}"'
                yield Mark(term.span, message, (evidence,))
                break


def _related(segment: Segment) -> list[Term]:
    """The terms of the segment that have a family."""
    return [t for t in segment.facts.terms if family(t.concept)]


def _families(segments: Sequence[Segment]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for segment in segments:
        for term in _related(segment):
            found.setdefault(family(term.concept), set()).add(term.concept)
    return found
