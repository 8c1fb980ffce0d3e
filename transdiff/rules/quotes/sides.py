"""Speakers of two languages who are told by what they are, and are on different sides of things."""

from __future__ import annotations

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Span, Speaker
from transdiff.language.callings import of_other_callings, roles_of

_LIKELY = 0.5
"""How sure the link of two sentences must be."""


def is_of_another_side(
    pair: Comparison,
    witness: Witness,
    speakers: tuple[Speaker | None, Speaker | None],
    spans: tuple[Span | None, Span | None],
) -> bool:
    """Whether two nameless *speakers*, mine and theirs, have callings that nobody has at once.

    *spans* are the words that name them, none of which may pair or mean the same.
    """
    if witness.lang == pair.lang or witness.similarity < _LIKELY or None in spans:
        return False
    if any(s is not None and (s.names or not s.named) for s in speakers):
        return False
    pairing = pair.pairings[witness.key]
    mine, theirs = spans
    assert mine is not None and theirs is not None
    here, there = pairing.mine.inside(mine), pairing.theirs.inside(theirs)
    if any(pairing.forward[i] in there for i in here):
        return False
    meant = {m for i in here for m in pairing.mine.meanings[i]}
    if any(not meant.isdisjoint(pairing.theirs.meanings[j]) for j in there):
        return False
    ours = speakers[0].roles if speakers[0] else frozenset[str]()
    others = speakers[1].roles if speakers[1] else frozenset[str]()
    return of_other_callings(
        ours or roles_of(pairing.mine, here), others or roles_of(pairing.theirs, there)
    )
