"""What happened to those whom a figure counts: killed, hurt, missing, saved, held, freed.

A toll lists several figures, and which fate belongs to which is a matter of order: *killed three
and wounded 19*, *three dead and 19 wounded*, *погибли трое, 19 ранены*. Where two fates are one
figure's (*killed or wounded*) none is told. The words are those of ``[numbers.fates]`` in the pack.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from transdiff.facts import Quantity
from transdiff.language.dictionary import UNSPACED
from transdiff.language.pack import Pack
from transdiff.language.passage import Passage
from transdiff.language.phrases import Phrases, Piece

_BEFORE = 14
"""Code points between a fate and the figure after it."""
_AFTER = 48
"""Code points between a figure and the fate after it."""
_JOINED = 6
"""Code points between two fates of one figure: *killed or wounded*."""
_NEXT = 1
"""Code points between a fate and its figure right behind it."""
_COUNTS = ("cardinal", "article", "vague")
_Fate = tuple[int, int, str]


def with_fates(
    found: Sequence[Quantity], passage: Passage, pieces: Sequence[Piece]
) -> tuple[Quantity, ...]:
    """Return *found* with the fates of the people that they count."""
    counted = [q for q in found if q.kind in _COUNTS and q.unit in ("", "person")]
    fates = _fates(passage, pieces, counted) if counted else []
    if not fates:
        return tuple(found)
    share = 4 if passage.lang in UNSPACED else 1
    first = _start(counted[0])
    fate_first = any(0 <= first - end <= _BEFORE for _, end, _ in fates)
    named = {
        q.span: _fate(q, before, after, fates, fate_first, share)
        for before, q, after in zip(
            [None, *counted[:-1]], counted, [*counted[1:], None], strict=True
        )
    }
    return tuple(replace(q, fate=named[q.span]) if named.get(q.span) else q for q in found)


def _start(quantity: Quantity) -> int:
    """Where a figure begins with its bound."""
    bound = quantity.bound_span
    return min(quantity.span.start, bound.start) if bound else quantity.span.start


def _fate(
    quantity: Quantity,
    before: Quantity | None,
    after: Quantity | None,
    fates: Sequence[_Fate],
    fate_first: bool,
    share: int,
) -> str:
    low = before.span.end if before else 0
    high = after.span.start if after else 1 << 40
    start, end = _start(quantity), quantity.span.end
    left = [f for f in fates if low <= f[0] and f[1] <= start and start - f[1] <= _BEFORE // share]
    right = [f for f in fates if end <= f[0] < high and f[0] - end <= _AFTER // share]
    near, far = (left[-1:], right[:1]) if fate_first else (right[:1], left[-1:])
    return next((value for _, _, value in (*near, *far)), "")


def _fates(passage: Passage, pieces: Sequence[Piece], counted: Sequence[Quantity]) -> list[_Fate]:
    """The fates in the text, in order, without those that are told together."""
    found = [
        (passage.start + pieces[first].start, passage.start + pieces[end - 1].end, value)
        for value, first, end in _phrases(passage.pack).all(pieces)
    ]
    joined = {
        k
        for n, (one, two) in enumerate(pairwise(found))
        if two[0] - one[1] <= _JOINED and one[2] != two[2] and not _apart(one, two, counted)
        for k in (n, n + 1)
    }
    return [f for n, f in enumerate(found) if n not in joined]


def _apart(one: _Fate, two: _Fate, counted: Sequence[Quantity]) -> bool:
    """Whether each of two fates side by side has a figure of its own: *17人死亡、42人受伤*."""
    if any(one[1] <= q.span.start < two[0] for q in counted):
        return True
    own = any(0 <= one[0] - q.span.end <= _BEFORE for q in counted)
    return own and any(0 <= _start(q) - two[1] <= _NEXT for q in counted)


@lru_cache(maxsize=32)
def _phrases(pack: Pack) -> Phrases[str]:
    return Phrases.inverted(pack.section("numbers").get("fates", {}), pack.lang)
