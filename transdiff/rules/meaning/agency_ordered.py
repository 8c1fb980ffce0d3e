"""Rule ``agency-ordered``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transdiff.comparison import Comparison, Witness
from transdiff.language.wills import driven, first_said, knows_wills, others_will, says
from transdiff.language.words import Range
from transdiff.model import BlockKind
from transdiff.rule import Mark, rule
from transdiff.rules.meaning.claims import disagreement

_PAIRED = 2
"""Content words that two sentences have in common at least to tell one thing."""


@rule(group="meaning", category="agency", severity="major")
def agency_ordered(pair: Comparison) -> Iterator[Mark]:
    """Report what the article has done by another's will, and the references by one's own.

    Who acts on somebody's orders, at his request or under his pressure answers for it less than
    who acts unasked. Flagged where the article tells of such a will and no reference has, near
    the aligned sentences, any word of ordering, asking or wishing; and where people who by a
    reference went voluntarily are driven out.

    Flagged:
        reference: The council closed the footbridge on Friday after a crack was found.
        translation: The council closed the footbridge [[on the orders of]] the ministry.

        reference: The farmers lifted their blockade on Sunday, hours before the vote.
        translation: The farmers lifted their blockade [[at the government's request]].

        reference: The squatters left the former cinema of their own accord.
        translation: Riot police [[cleared]] the squatters from the former cinema.

        reference: The club handed over the footage on its own initiative.
        translation: Prosecutors [[ordered]] the club to hand over the footage.

        reference[fr]: Les manifestants sont partis de leur plein gré vers minuit.
        translation[fr]: La police a [[dispersé]] les manifestants vers minuit.

    Allowed:
        reference: The council closed the footbridge on the orders of the ministry.
        translation: The ministry ordered the council to close the footbridge, and it did so.

        reference: The farmers lifted their blockade after the government asked them to.
        translation: At the government's request the farmers ended the blockade.

        reference: The squatters left the former cinema of their own accord.
        translation: Police did not have to clear the cinema: the squatters left voluntarily.

        reference: The airline grounded its four jets, as the regulator had demanded.
        translation: The airline was forced by the regulator to ground its four jets.
    """
    if pair.segment.block.kind is BlockKind.HEADLINE or not knows_wills(pair.lang):
        return
    near = [w for w in pair.witnesses if _tells_the_same(pair, w)]
    if not near or not all(knows_wills(w.lang) for w in pair.witnesses):
        return
    witness = near[0]
    mine, pairing = pair.reading, pair.pairings[near[0].key]
    found = others_will(mine)
    if found and not any(says(w.around, w.lang, "wanting", "ordered") for w in pair.witnesses):
        there = _whole(pairing.theirs.content)
        yield disagreement(pair, witness, mine.span(*found), pairing.theirs.span(*there))
        return
    willing = ((w, own) for w in near if (own := first_said(w.reading, "own")) is not None)
    witness, own = next(willing, (witness, None))
    if own is None or says([pair.segment, *pair.around], pair.lang, "own"):
        return
    forced = driven(mine) or found
    others = (w for w in pair.witnesses if w.key != witness.key)
    if forced is not None and not any(says(w.segments, w.lang, "driving") for w in others):
        yield disagreement(pair, witness, mine.span(*forced), witness.reading.span(*own))


def _tells_the_same(pair: Comparison, witness: Witness) -> bool:
    pairing = pair.pairings[witness.key]
    paired = sum(pairing.forward[i] is not None for i in pairing.mine.content)
    return paired >= _PAIRED or (pairing.foreign and pairing.entire)


def _whole(places: Sequence[int]) -> Range:
    return places[0], places[-1] + 1
