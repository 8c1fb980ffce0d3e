"""Rule ``negation-exception``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.facts import Quantity
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.rule import Mark, rule
from transdiff.rules.meaning.claims import disagreement

_BEHIND = 12
"""Words behind a count in which its verb stands: *three of the 14 villages in the hills were*."""


@rule(group="meaning", category="negation", severity="critical")
def negation_exception(pair: Comparison) -> Iterator[Mark]:
    """Report a count of exceptions that is told as the count itself, or the other way round.

    *All but three pleaded guilty* says it of everybody else, *three pleaded guilty* of the three.
    Both texts have the figure and the verb; one that denies the verb, or has its opposite, says the
    same. A reference that has the figure as the article has it settles the matter.

    Flagged:
        reference: All but three of the 14 villages were reached on Monday.
        translation: Only [[three]] of the 14 villages were reached on Monday.

        reference: Five of the clinics have closed since May.
        translation: All but [[five]] of the clinics have closed since May.

        reference[de]: Alle bis auf drei Zeugen widerriefen ihre Aussage.
        translation[de]: Nur [[drei]] Zeugen widerriefen ihre Aussage.

    Allowed:
        reference: All but three of the 14 villages were reached on Monday.
        translation: Three of the 14 villages were not reached on Monday.

        reference: All but three of the 14 boats survived the storm.
        translation: Three of the 14 boats sank in the storm.

        reference: All but three of the 14 villages were reached on Monday.
        translation: All except three of the 14 villages were reached on Monday.
    """
    stated = [q for w in pair.witnesses for s in w.around for q in s.facts.quantities]
    if not any(map(_excepts, (*pair.segment.facts.quantities, *stated))):
        return
    for mine in pair.segment.facts.quantities:
        told = [
            (witness, theirs)
            for witness in pair.witnesses
            for segment in witness.around
            for theirs in segment.facts.quantities
            if theirs.value == mine.value and theirs.kind == mine.kind
        ]
        if not told or any(_excepts(theirs) == _excepts(mine) for _, theirs in told):
            continue
        witness, theirs = told[0]
        if _of_one_verb(pair.pairings[witness.key], mine, theirs):
            yield disagreement(pair, witness, mine.span, theirs.span)


def _excepts(quantity: Quantity) -> bool:
    return quantity.role == "except"


def _of_one_verb(pairing: Pairing, mine: Quantity, theirs: Quantity) -> bool:
    """Whether the same is said of both counts, denied in both or in neither."""
    here, there = _behind(pairing.mine, mine), _behind(pairing.theirs, theirs)
    if _denials(pairing.mine, here) != _denials(pairing.theirs, there):
        return False
    verb = next((i for i in here if i in pairing.mine.pasts), None)
    if verb is None:
        verb = next((i for i in here if pairing.mine.names_event(i)), None)
    return verb is not None and verb not in pairing.loose and pairing.forward[verb] in there


def _behind(reading: Reading, quantity: Quantity) -> range:
    """The words behind a count in its clause."""
    first = reading.inside(quantity.span).stop
    last = min(len(reading.words), first + _BEHIND)
    own = reading.clauses[first - 1] if first else 0
    return range(first, next((i for i in range(first, last) if reading.clauses[i] != own), last))


def _denials(reading: Reading, words: range) -> int:
    return sum(c.first in words for c in reading.of_kind("negation", "not", "lexical"))
