"""Harm that few, none or all escaped in one reading, and in the other few, none or all suffered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from transdiff.language.denials import is_nominal, is_within, listed_ranges
from transdiff.language.flips import Flip, sure_flip
from transdiff.language.pairing import Pairing
from transdiff.language.quantifiers import quantifiers
from transdiff.language.reading import Reading
from transdiff.language.roles import is_passive

_COUNTED = 3
"""Content words behind *hardly any* among which those stand of whom it is said."""
_TOLD = 6
"""Words from those to what is told of them."""
_HARMS = frozenset(
    {"damage", "destroy", "injure", "kill", "burn", "flood", "attack", "affect", "infect", "sink"}
)


@dataclass(frozen=True)
class _Share:
    """How many of ``counted`` are meant by the words ``[first, end)``: few, none, most or all."""

    amount: str
    first: int
    end: int
    counted: tuple[int, ...]


def spared(pairing: Pairing) -> Iterator[Flip]:
    """Yield what as many suffer in one reading as escape it in the other.

    *Hardly any house escaped damage* and *hardly a house was damaged* have the same words for how
    many, and tell the contrary.
    """
    if pairing.foreign:
        return
    for one, added in ((pairing, True), (pairing.reversed, False)):
        if not listed_ranges(one.mine, "escaping") or listed_ranges(one.theirs, "escaping"):
            continue
        flip = next(_exchanged(one), None)
        if flip is not None:
            yield sure_flip(*flip, added=added)
            return


def _exchanged(pairing: Pairing) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    theirs = list(_shares(pairing.theirs))
    for mine in _shares(pairing.mine):
        listed = listed_ranges(pairing.mine, "escaping")
        told = (i for i in _told(pairing.mine, mine) if is_within(listed, i))
        at = next((i for i in told if pairing.forward[i] is None), None)
        if at is None:
            continue
        for other in theirs:
            same = pairing.images(mine.counted) & {*other.counted}
            harmed = [j for j in _told(pairing.theirs, other) if _suffers(pairing.theirs, j)]
            if same and harmed and mine.amount == other.amount:
                yield (mine.first, at + 1), (other.first, harmed[0] + 1)


def _shares(reading: Reading) -> Iterator[_Share]:
    """Yield how many are spoken of: *few*, *hardly any*, *none*, *all*."""
    found = [(v, s, e) for v, s, e in quantifiers(reading.lang).all(reading.words)]
    found += [("few", s, e) for s, e in listed_ranges(reading, "barely")]
    cues = reading.of_kind("negation", "not")
    found += [("none", c.first, c.end) for c in cues if is_nominal(reading, c)]
    for amount, first, end in found:
        yield _Share(amount, first, end, reading.after(end, _COUNTED))


def _told(reading: Reading, share: _Share) -> tuple[int, ...]:
    """The words of what is told of those who are counted, up to the end of their clause."""
    start = share.counted[0] if share.counted else share.end
    own = reading.clauses[share.end - 1]
    last = min(len(reading.words), start + 1 + 2 * _TOLD)
    return tuple(i for i in range(start, last) if reading.clauses[i] == own)


def _suffers(reading: Reading, index: int) -> bool:
    return is_passive(reading, index) or not _HARMS.isdisjoint(reading.events(index))
