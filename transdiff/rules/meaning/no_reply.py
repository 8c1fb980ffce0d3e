"""Offers that the article has refused and that, by the references, have had no answer yet."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Span
from transdiff.language.denials import may_be_denied
from transdiff.language.left_open import denied_events
from transdiff.language.reading import Reading, read

_NO, _SETTLED = ("reject", "refuse"), ("reject", "refuse", "accept", "agree")
_OFFERS = ("offer", "ask")
_ANSWER = frozenset({"answer"})


def refused_unanswered(pair: Comparison) -> Iterator[tuple[Span, Witness, Span]]:
    """Yield a refusal, with the words by which a neighbour of the linked sentences has no answer.

    *Norway offered a ship. Oslo has not replied* is no *Norway offered a ship, but Oslo refused*:
    the article tells of offer and answer in one sentence, which is linked with the offer alone.
    """
    mine = pair.reading
    told = (c for c in mine.of_kind("event", *_NO) if not may_be_denied(mine, c.first))
    refusal = next(told, None)
    if refusal is None or not mine.of_kind("event", *_OFFERS):
        return
    for witness in pair.witnesses:
        theirs = witness.reading
        offers = {c.first for c in theirs.of_kind("event", *_OFFERS)}
        own = (c.first for c in mine.of_kind("event", *_OFFERS))
        if offers.isdisjoint(pair.pairings[witness.key].images(own)):
            continue
        beside = [read([s.facts], witness.lang) for s in witness.around]
        if any(r.of_kind("event", *_SETTLED) for r in beside):
            return
        found = (r.span(*at) for r in beside if (at := _no_answer(r)))
        if (there := next(found, None)) is not None:
            yield mine.span(refusal.first, refusal.end), witness, there
            return


def _no_answer(reading: Reading) -> tuple[int, int] | None:
    """Where *reading* says that nobody has answered."""
    for cue in reading.of_kind("negation", "not"):
        for i in denied_events(reading, cue, _ANSWER):
            return min(cue.first, i), max(cue.end, i + 1)
    return None
