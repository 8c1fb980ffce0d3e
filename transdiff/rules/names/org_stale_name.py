"""Rule ``org-stale-name``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from transdiff.comparison import Comparison
from transdiff.rule import Mark, rule


@rule(group="names", category="org", severity="minor")
def org_stale_name(pair: Comparison) -> Iterator[Mark]:
    """Report a name that an organisation gave up, where the references use today's.

    Flagged:
        reference: The Organisation of Islamic Cooperation met in Jeddah.
        translation: The [[Organisation of the Islamic Conference]] met in Jeddah.

        reference: World Athletics confirmed the result.
        translation: The [[IAAF]] confirmed the result.

        reference[ru]: Роскосмос перенес запуск на август.
        translation: The [[Russian Space Agency]] put the launch off until August.

    Allowed:
        reference: World Athletics, then called the IAAF, confirmed the result.
        translation: The IAAF confirmed the result.

        reference: The Organisation of Islamic Cooperation met in Jeddah.
        translation: The OIC met in Jeddah.

        reference: The African Union met in Addis Ababa.
        translation: The African Union, successor of the OAU, met in Addis Ababa.
    """
    known = pair.whole.said_by_references.forms
    terms = pair.segment.facts.terms
    today = {t.concept for t in terms if t.form == "name"}
    for term in terms:
        if term.form != "stale" or (term.concept, "stale") in known:
            continue
        if term.concept in today and not _names_itself(pair, term.concept):
            continue
        for witness in pair.witnesses:
            current = [
                t
                for s in witness.segments
                for t in s.facts.terms
                if t.concept == term.concept and t.form == "name"
            ]
            if current:
                evidence = witness.evidence(current[0].span, value=term.concept)
                yield Mark.against(pair.evidence(term.span), evidence)
                break


def _names_itself(pair: Comparison, concept: str) -> bool:
    """Whether the old name stands right beside the new one, as one name of two parts."""
    spans = sorted(t.span for t in pair.segment.facts.terms if t.concept == concept)
    return any(b.start - a.end <= 2 for a, b in pairwise(spans))
