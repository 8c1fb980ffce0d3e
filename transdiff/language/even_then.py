"""What will not be even after something in one reading, and in the other only until then."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.language.denials import both_sides, denies_in_clause, listed_ranges
from transdiff.language.dictionary import UNSPACED
from transdiff.language.flips import Flip, sure_flip
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading

_MOMENT = 4
"""Content words behind *even after*, or *until*, that may be what it depends on."""
_CLOSE = 4
"""Words from *until* to what it depends on: *until after the talks*."""


def even_then(pairing: Pairing) -> Iterator[Flip]:
    """Yield a deed that is denied even after something, where it is only denied until then.

    *Will not disarm even after a deal*, *will not disarm until after a deal*: both deny, and the
    one leaves nothing of what the other promises.
    """
    for one, added in ((pairing, True), (pairing.reversed, False)):
        firm = listed_ranges(one.mine, "even-then")
        if not firm or listed_ranges(one.theirs, "even-then") or not one.theirs.words:
            continue
        limits = listed_ranges(one.theirs, "only-then")
        for first, end in firm:
            moment = one.images(_depends_on(one.mine, first, end, _MOMENT))
            there = next((r for r in limits if moment & {*_close(one.theirs, *r)}), None)
            if there is not None and _denied(one.mine, first) and not _held(one.mine, end):
                yield sure_flip((first, end), there, added=added)
                return


def _depends_on(reading: Reading, first: int, end: int, most: int) -> tuple[int, ...]:
    """The words of what *even after* stands before; behind which it may stand where verbs close."""
    own = reading.sentence(first)
    behind = tuple(i for i in reading.beyond(end, most) if i in own)
    if reading.lang in UNSPACED or both_sides(reading.lang):
        return (*behind, *(i for i in reading.up_to(first, most) if i in own))
    return behind


def _close(reading: Reading, first: int, end: int) -> tuple[int, ...]:
    words = _depends_on(reading, first, end, _MOMENT)
    return tuple(i for i in words if -_CLOSE <= i - end <= _CLOSE)


def _denied(reading: Reading, index: int) -> bool:
    """Whether the sentence of the word *index* denies what is to come even then."""
    own = reading.sentence(index)
    return any(c.first in own for c in reading.of_kind("negation", "not"))


def _held(reading: Reading, end: int) -> bool:
    """Whether what is conceded is a denial itself: *even if they do not pay*."""
    return end < len(reading.words) and denies_in_clause(reading, end, "not")
