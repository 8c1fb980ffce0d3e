"""Denials that nothing in the references answers, and denials beside what is linked."""

from __future__ import annotations

from collections.abc import Set
from typing import NamedTuple

from transdiff.comparison import Comparison, Witness
from transdiff.language.corrected import denies_only_so
from transdiff.language.cues import Cue
from transdiff.language.denials import governed
from transdiff.language.reading import read
from transdiff.language.surplus import surplus_denials
from transdiff.model import Severity
from transdiff.rule import Mark
from transdiff.rules.meaning.claims import disagreement, with_auxiliaries

SEEN = 5
"""Words between a deed and its denial that are quoted with both."""


class Unanswered(NamedTuple):
    """A denial, the witness that is nearest to it, and the nearest word there."""

    witness: Witness
    cue: Cue
    there: int


def unanswered(pair: Comparison) -> dict[int, Unanswered]:
    """Return the denials that no witness and no neighbour of one answers, by their first word."""
    every = [
        (w, {s.cue.first: s for s in surplus_denials(pair.pairings[w.key])}) for w in pair.witnesses
    ]
    found: dict[int, Unanswered] = {}
    for witness, denied in every:
        pairing = pair.pairings[witness.key]
        for first, (cue, there) in denied.items():
            if denies_only_so(pairing, first):
                continue
            shared = all(first in others for _, others in every)
            if shared and there is not None and not _denied_nearby(pair, cue):
                found.setdefault(first, Unanswered(witness, cue, there))
    return found


def _denied_nearby(pair: Comparison, cue: Cue) -> bool:
    """Whether a neighbour of what is linked denies anything that is in the clause of *cue*."""
    mine = pair.reading
    clause = {key for i in mine.of_clause(cue.first) for key in mine.keys[i]}
    return any(denied_beside(witness, clause) for witness in pair.witnesses)


def denied_beside(witness: Witness, keys: Set[str]) -> bool:
    """Whether a neighbour of the linked sentences denies what is recognised by any of *keys*."""
    beside = [s.facts for s in witness.around if s not in witness.segments]
    for reading in (read([facts], witness.lang) for facts in beside):
        for cue in reading.of_kind("negation", "not", "lexical"):
            if any(not keys.isdisjoint(reading.keys[j]) for j in governed(reading, cue)):
                return True
    return False


def shown(pair: Comparison, denial: Unanswered) -> Mark:
    """Return a mark that quotes a denial and the clause that it is nearest to."""
    witness, cue, there = denial
    mine, theirs = pair.reading, pair.pairings[witness.key].theirs
    words = governed(mine, cue)[:1]
    first, end = min((cue.first, *words)), max((cue.end, *(i + 1 for i in words)))
    if end - first > SEEN:
        first, end = cue.first, cue.end
    own = theirs.of_clause(there)
    clause = theirs.span(own[0], own[-1] + 1) if own else theirs.span(there, there + 1)
    span = mine.span(*with_auxiliaries(mine, first, end))
    return disagreement(pair, witness, span, clause, severity=Severity.MAJOR, sure=True)
