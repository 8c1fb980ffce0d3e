"""Rule ``place-loaded-variant``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.facts import Term
from transdiff.language.concepts import concept
from transdiff.rule import Mark, rule

_PLAIN = frozenset({"name", "demonym", "capital", "seat", "nickname"})


@rule(group="names", category="place", severity="minor")
def place_loaded_variant(pair: Comparison) -> Iterator[Mark]:
    """Report a name of a place that follows another naming policy than every reference.

    Kyiv and Kiev, Persian and Arabian Gulf name one place and two policies. If any reference uses
    the article's form there is no finding; which form is preferred is the desk's decision.

    Flagged:
        reference: The delegation arrived in Kyiv on Monday.
        translation: The delegation arrived in [[Kiev]] on Monday.

        reference: Tankers wait in the Persian Gulf.
        translation: Tankers wait in the [[Arabian Gulf]].

        reference: The road to Stepanakert was closed.
        translation: The road to [[Khankendi]] was closed.

        reference: The road to Khankendi was closed.
        translation: The road to [[Stepanakert]] was closed.

    Allowed:
        reference: The delegation arrived in Kyiv on Monday.
        reference: The delegation reached Kiev on Monday.
        translation: The delegation arrived in Kiev on Monday.

        reference: Tankers wait in the Persian Gulf.
        translation: Tankers wait in the Gulf.

        reference[ru]: Делегация прибыла в Киев.
        translation: The delegation arrived in Kyiv.

        reference: The menu in Kyiv had changed.
        translation: The menu had chicken Kiev.
    """
    known = pair.whole.said_by_references.forms
    text = pair.whole.story.document.text
    for term in pair.segment.facts.terms:
        if not _policy(term) or (term.concept, term.form) in known:
            continue
        if term.form == pair.whole.style.preferred(term.concept):
            continue
        if text[max(0, term.span.start - 8) : term.span.start].lower().endswith("chicken "):
            continue
        if any(q.span.contains(term.span) for q in pair.segment.facts.quotations):
            continue
        for witness in pair.witnesses:
            others = [t for s in witness.segments for t in s.facts.terms if _policy(t)]
            other = next((t for t in others if t.concept == term.concept), None)
            if other is not None:
                evidence = witness.evidence(other.span, value=f"{other.concept}:{other.form}")
                yield Mark.against(pair.evidence(term.span), evidence)
                break


def _policy(term: Term) -> bool:
    """Whether the phrase is one of several policies for a place."""
    if term.form in _PLAIN or not term.concept.startswith("place."):
        return False
    entry = concept(term.concept)
    return entry is not None and len(entry.forms) > 1
