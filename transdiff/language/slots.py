"""Slots: where two closely matching texts part, between words that both have.

Two renderings of one sentence run along each other: the same words in the same order, with places
between them where one has other words than the other, or none. Such a place is a :class:`Slot`. In
a close pair a slot is narrow, and what stands in it can be weighed against what stands in it on the
other side.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from transdiff.facts import WordKind
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.lazy import lazy

_QUOTES = frozenset("“”„«»‟\"'‘’")


class Slot(NamedTuple):
    """Words of either reading between the same neighbours; a range may be empty."""

    mine: range
    theirs: range


@dataclass(frozen=True, eq=False)
class Layout:
    """Two readings of one language laid along each other."""

    pairing: Pairing

    @lazy
    def mine(self) -> Reading:
        """The article's words."""
        return self.pairing.mine

    @lazy
    def theirs(self) -> Reading:
        """The reference's words."""
        return self.pairing.theirs

    @lazy
    def closeness(self) -> float:
        """The share of the content words of both sides that the other side has too, 0..1."""
        mine, theirs = self.mine.content, self.theirs.content
        shared = sum(self.pairing.forward[i] is not None for i in mine)
        shared += sum(self.pairing.backward[j] is not None for j in theirs)
        return shared / max(1, len(mine) + len(theirs))

    @lazy
    def slots(self) -> tuple[Slot, ...]:
        """The slots in order."""
        return tuple(_slots(_labels(self.mine), _labels(self.theirs)))

    @lazy
    def partners(self) -> dict[int, int]:
        """For each word of the article outside the slots, the word of the reference beside it."""
        found: dict[int, int] = {}
        i = j = 0
        size = len(self.mine.words), len(self.theirs.words)
        for slot in (*self.slots, Slot(range(size[0], size[0]), range(size[1], size[1]))):
            found.update(zip(range(i, slot.mine.start), range(j, slot.theirs.start), strict=True))
            i, j = slot.mine.stop, slot.theirs.stop
        return found

    def only_mine(self, slot: Slot) -> list[int]:
        """The content words in the slot that the reference says nowhere."""
        pairing = self.pairing
        return [i for i in slot.mine if self.mine.is_content[i] and pairing.forward[i] is None]

    def only_theirs(self, slot: Slot) -> list[int]:
        """The content words in the slot that the article says nowhere."""
        pairing = self.pairing
        return [j for j in slot.theirs if self.theirs.is_content[j] and pairing.backward[j] is None]


def _labels(reading: Reading) -> list[str]:
    """What makes two words the same word here; quotation marks are all alike."""
    return [
        w.stem if w.kind is WordKind.WORD else '"' if w.text in _QUOTES else w.fold
        for w in reading.words
    ]


def _slots(mine: list[str], theirs: list[str]) -> Iterator[Slot]:
    """Yield the runs between what a longest common subsequence has in common."""
    start: tuple[int, int] | None = None
    for step in LCSseq.opcodes(mine, theirs):
        if step.tag == "equal":
            if start is not None:
                yield Slot(range(start[0], step.src_start), range(start[1], step.dest_start))
            start = None
        elif start is None:
            start = step.src_start, step.dest_start
    if start is not None:
        yield Slot(range(start[0], len(mine)), range(start[1], len(theirs)))
