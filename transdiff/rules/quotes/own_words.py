"""Where a reference itself has whoever speaks in the article say it, be it within a quotation."""

from __future__ import annotations

from collections.abc import Set

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Attribution
from transdiff.language.pairing import Pairing
from transdiff.language.reporting import is_reporting

_NEAR = 4
"""Words that may stand between who speaks and the verb."""


def same_words(pairing: Pairing, mine: Attribution) -> bool:
    """Whether the reference has the same verb after the same words: *that the crew complained*."""
    verbs = {pairing.forward[i] for i in pairing.mine.inside(mine.span)} - {None}
    return _stands_before(pairing, mine, {v for v in verbs if v is not None})


def tells_within(pair: Comparison, witness: Witness, mine: Attribution) -> bool:
    """Whether what a reference quotes has the same words before a verb of saying.

    *"The doctors call him stable," the minister said*: the doctors say so on either side.
    """
    pairing = pair.pairings[witness.key]
    quoted = (q.span for s in witness.segments for q in s.facts.quotations)
    told = (j for span in quoted for j in pairing.theirs.inside(span))
    verbs = {j for j in told if is_reporting(pairing.theirs.words[j], witness.lang)}
    return _stands_before(pairing, mine, verbs)


def _stands_before(pairing: Pairing, mine: Attribution, verbs: Set[int]) -> bool:
    """Whether the words for who speaks stand right before one of the *verbs* of the reference."""
    if mine.source_span is None:
        return False
    named = [i for i in pairing.mine.inside(mine.source_span) if pairing.mine.is_content[i]]
    there = [pairing.forward[i] for i in named]
    return bool(named) and all(
        j is not None and any(0 < v - j <= _NEAR for v in verbs) for j in there
    )
