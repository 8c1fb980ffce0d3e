"""What stands around a phrase: how much of it both texts say, and what lies between it there."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Span
from transdiff.language.pairing import Pairing

_ROOM = 6
"""Words by which the place of a name in the reference may be wider than the name."""
_CLOSE = 5
"""Words before two things within which one word has to stand that both texts have."""
_LOOK = 3
"""Content words on either side of a name that are searched for a partner."""


def shared_part(pair: Comparison, witness: Witness) -> float:
    """The share of the sentence's content words that the linked text says too."""
    pairing = pair.pairings[witness.key]
    content = pairing.mine.content
    return sum(pairing.forward[i] is not None for i in content) / max(1, len(content))


def place_between(pairing: Pairing, span: Span) -> Span | None:
    """The words of the reference between the partners of the words around *span*.

    Both neighbours must have partners, close together; at the edge of the text one is enough.
    """
    mine, theirs = pairing.mine, pairing.theirs
    inside = mine.inside(span)
    if not inside:
        return None
    before = _partner(pairing, reversed([i for i in mine.content if i < inside.start]))
    after = _partner(pairing, iter([i for i in mine.content if i >= inside.stop]))
    first = -1 if before is None else before
    last = len(theirs.words) if after is None else after
    if (before is None and after is None) or not 0 < last - first - 1 <= len(inside) + _ROOM:
        return None
    return theirs.span(first + 1, last)


def behind_one_word(pairing: Pairing, mine: Span, theirs: Span) -> bool:
    """Whether both stand right behind one word: *a wall fell on a school*, *collapsed onto a*."""
    here, there = pairing.mine.inside(mine), pairing.theirs.inside(theirs)
    if not here or not there:
        return False
    near = [i for i in pairing.mine.content if here.start - _CLOSE <= i < here.start]
    anchors = (pairing.forward[i] for i in near)
    return any(j is not None and there.start - _CLOSE <= j < there.start for j in anchors)


def _partner(pairing: Pairing, indices: Iterator[int]) -> int | None:
    """The partner of the nearest content word that has one, within a few words."""
    for n, i in enumerate(indices):
        if n == _LOOK:
            return None
        partner = pairing.forward[i]
        if partner is not None:
            return partner
    return None
