"""Where a reference itself has whoever speaks in the article say it, be it within a quotation."""

from __future__ import annotations

from collections.abc import Sequence, Set

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Attribution, Quantity
from transdiff.language.amounts import same_amount
from transdiff.language.identity import same_speaker
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.reporting import is_reporting
from transdiff.rules.statements import attributions

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


def counts_too(pair: Comparison, mine: Attribution) -> bool:
    """Whether the figure that somebody gives here stands by him there too, with no verb of saying.

    *The police put the crowd at 300; the organisers counted 900.*
    """
    own = [a for a in pair.segment.facts.attributions if a is not mine]
    source, scope = mine.source_span, mine.scope
    if not own or source is None or scope is None:
        return False
    heard = (a for w in pair.witnesses for a in attributions(w.segments))
    if not all(any(same_speaker(a.speaker, o.speaker) for o in own) for a in heard):
        return False
    given = [q for q in pair.segment.facts.quantities if scope.contains(q.span)]
    pairings = pair.pairings.values() if given else ()
    named = ((p, j) for p in pairings for i in p.mine.inside(source) if (j := p.forward[i]))
    return any(_stands_by(p.theirs, j, given) for p, j in named)


def _stands_by(reading: Reading, index: int, given: Sequence[Quantity]) -> bool:
    """Whether the figure next to a word is one of *given*."""
    span = reading.words[index].span
    figures = [q for facts in reading.facts for q in facts.quantities if q.kind != "article"]
    near = min(figures, key=lambda q: q.span.gap(span), default=None)
    return near is not None and any(same_amount(near, q) for q in given)
