"""Rule ``attribution-source-wrong-agency``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.rule import Mark, rule
from transdiff.rules.statements import attributions


@rule(group="meaning", category="attribution_source", severity="major")
def attribution_source_wrong_agency(pair: Comparison) -> Iterator[Mark]:
    """Report a statement made to one news agency that the article has made to another.

    Who was told is part of the attribution, and an exclusive. Dropping it is house style; naming
    another agency is false.

    Flagged:
    reference: The ferry will sail on Friday, the harbour master told Reuters.
    translation: The ferry will sail on Friday, the harbour master told [[AFP]].

    Allowed:
    reference: The ferry will sail on Friday, the harbour master told Agence France-Presse.
    translation: The harbour master told AFP that the ferry would sail on Friday.

    reference: The ferry will sail on Friday, the harbour master told Reuters.
    translation: The ferry will sail on Friday, the harbour master said.

    reference: The ferry will sail on Friday, the harbour master told Reuters.
    reference: The harbour master told TASS the ferry would sail on Friday.
    translation: The ferry will sail on Friday, the harbour master told TASS.
    """
    for mine in pair.segment.facts.attributions:
        if not mine.told or mine.told_span is None:
            continue
        others = [(w, a) for w in pair.witnesses for a in attributions(w.around) if a.told]
        if not others or any(a.told == mine.told for _, a in others):
            continue
        witness, other = others[0]
        if other.told_span is not None:
            evidence = witness.evidence(other.told_span, value=other.told)
            quote = mine.told_span.of(pair.whole.story.document.text)
            message = f'told to "{quote}" in article · told to "{evidence.quote}" in {witness.key}'
            yield Mark(mine.told_span, message, (evidence,))
