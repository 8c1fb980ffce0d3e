"""Rule ``unit-currency-bare``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Article, Comparison
from transdiff.language.amounts import same_amount
from transdiff.language.units import is_other_dollar
from transdiff.rule import Mark, rule

_BARE = "dollar"


@rule(group="facts", category="unit", severity="major")
def unit_currency_bare(pair: Comparison) -> Iterator[Mark]:
    """Report dollars of another country that became plain dollars, which are read as American.

    An article that names the currency anywhere may leave it at *dollars* elsewhere.

    Flagged:
        reference: Canada and India traded goods worth C$13.3 billion last year.
        translation: Canada and India traded goods worth [[$13.3 billion]] last year.

        reference: The fund lost 40 million Australian dollars.
        translation: The fund lost [[40 million dollars]].

    Allowed:
        reference: Canada and India traded goods worth C$13.3 billion last year.
        translation: Canada and India traded goods worth 13.3 billion Canadian dollars last year.

        reference: The fine was 40 million US dollars.
        translation: The fine was $40 million.

        reference: The fund lost A$40 million. It had lost A$12 million before.
        translation: The fund lost 40 million Australian dollars. It had lost $12 million before.
    """
    bare = [q for q in pair.segment.facts.quantities if q.unit == _BARE]
    if not bare or pair.whole.once(_names_a_dollar):
        return
    for mine in bare:
        told = [
            (witness, theirs)
            for witness in pair.witnesses
            for segment in witness.around
            for theirs in segment.facts.quantities
            if same_amount(mine, theirs)
        ]
        if told and all(is_other_dollar(theirs.unit) for _, theirs in told):
            witness, theirs = told[0]
            yield Mark.against(
                pair.evidence(mine.span), witness.evidence(theirs.span, value=theirs.unit)
            )


def _names_a_dollar(article: Article) -> bool:
    """Whether the article says anywhere whose dollars it counts in."""
    return any(is_other_dollar(q.unit) for s in article.story.segments for q in s.facts.quantities)
