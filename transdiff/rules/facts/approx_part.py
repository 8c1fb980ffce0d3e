"""Rule ``approx-part``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.language.narrowed import told_whole
from transdiff.rule import Mark, rule
from transdiff.rules.facts.changes import shown


@rule(group="facts", category="approx", severity="major")
def approx_part(pair: Comparison) -> Iterator[Mark]:
    """Report a claim told of the whole that every reference limits to a part.

    What is *partly* due to the frost is not due to it alone, and a share of those who voted is no
    share of the members. The words are the pack's ``[numbers.narrowed]``.

    Flagged:
        reference: The outage was partly caused by an old cable, the operator said.
        translation: The [[outage was caused by an old cable]], the operator said.

        reference: Of those who voted, 72% backed the merger.
        translation: 72 percent [[of the members]] were in favour of the merger.

    Allowed:
        reference: The outage was partly caused by an old cable, the operator said.
        translation: An old cable was one of the causes of the outage, the operator said.

        reference: The gas comes partly from wells and partly from mines.
        translation: The gas comes from wells or from mines.

        reference: Of those who voted, 72% backed the merger.
        translation: The merger was approved by 72 percent of the votes cast.

        reference: Of those who voted, 72% backed the merger.
        translation: Among the members who took part 72 percent were in favour.
    """
    told = [(w, next(told_whole(pair.pairings[w.key]), None)) for w in pair.witnesses]
    found = [(w, places) for w, places in told if places is not None]
    if not found or len(found) < len(told):
        return
    witness, (here, there) = found[0]
    pairing = pair.pairings[witness.key]
    yield shown(pair, pairing.mine.span(*here), witness, pairing.theirs.span(*there))
