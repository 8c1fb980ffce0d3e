"""Rule ``number-rank``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.language.ranks import other_ranks
from transdiff.rule import Mark, rule
from transdiff.rules.facts.changes import shown


@rule(group="facts", category="number", severity="major")
def number_rank(pair: Comparison) -> Iterator[Mark]:
    """Report the first in a row where the references have a later one, or the other way round.

    The second-highest figure is not the highest, and one of the oldest is not the oldest.

    Flagged:
    reference: It was the second-highest number of burglaries since the survey began.
    translation: It was the [[highest]] number of burglaries since the survey began.

    reference: The abbey owns the third oldest library in the duchy, founded in 1480.
    translation: The abbey's library, founded in 1480, is the [[oldest]] in the duchy.

    reference: Plum brandy is the most common cause of the fires, inspectors said.
    translation: Plum brandy is the [[second most common]] cause of the fires, inspectors said.

    reference[de]: Der Hafen ist der zweitgrößte des Landes und gehört der Stadt.
    translation[de]: Der Hafen ist der [[größte]] des Landes und gehört der Stadt.

    reference[fr]: La ville a la deuxième plus grande patinoire du pays.
    translation[fr]: La ville a la [[plus grande]] patinoire du pays.

    Allowed:
    reference: It was the second-highest number of burglaries since the survey began.
    translation: Only once since the survey began was the number of burglaries higher.

    reference: The abbey owns the third oldest library in the duchy, founded in 1480.
    translation: The abbey's library, founded in 1480, is one of the oldest in the duchy.

    reference: The third-largest bank closed branches in the largest towns of the north.
    translation: In the north the third-largest bank closed its branches in the largest towns.
    """
    found = [list(other_ranks(pair.pairings[w.key])) for w in pair.witnesses]
    if not found or not all(found):
        return
    witness, (mine, theirs) = pair.witnesses[0], found[0][0]
    pairing = pair.pairings[witness.key]
    yield shown(
        pair,
        pairing.mine.span(mine.first, mine.end),
        witness,
        pairing.theirs.span(theirs.first, theirs.end),
    )
