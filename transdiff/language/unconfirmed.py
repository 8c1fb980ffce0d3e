"""What the one reading tells as denied, or as not excluded, and the other as not confirmed."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.language.contraries import exclusions
from transdiff.language.denials import both_sides, denied_before, governed, may_be_denied
from transdiff.language.flips import Flip, sure_flip
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading

_OBJECT = 4
"""Content words behind the verb among which the thing is that is denied or confirmed."""
_NEAR = 2
"""Words between a denial and the verb that it bears on: *has not yet confirmed*."""
_AWAY, _MATTER = 6, 3
"""Words from a denial to the missing proof; content words that may be what is not proven."""
_PROOFS = ("find", "confirm", "evidence")
_ANSWERS = ("deny", "reject", "confirm", "admit", "refuse", "exclude")


def denied_unconfirmed(pairing: Pairing) -> Iterator[Flip]:
    """Yield a denial where the other reading has the same thing as not confirmed.

    *Denied that there are contacts* is not *did not confirm that there are contacts*. Whoever
    answers in any other way in either reading may have said both.
    """
    for one, added in ((pairing, True), (pairing.reversed, False)):
        here, there = _answers(one.mine), _answers(one.theirs)
        if [e for e, _ in here] != ["deny"] or [e for e, _ in there] != ["confirm"]:
            continue
        i, j = here[0][1], there[0][1]
        if may_be_denied(one.mine, i) or not denied_before(one.theirs, j, _NEAR):
            continue
        things = one.images(one.mine.beyond(i + 1, _OBJECT)) & {*one.theirs.beyond(j + 1, _OBJECT)}
        if things:
            at, other = (i, i + 1), (j, j + 1)
            yield sure_flip(at, other, added=added)


def unproven_unexcluded(pairing: Pairing) -> Iterator[Flip]:
    """Yield what the one reading does not rule out and the other only has no proof of.

    *Nothing allowed it to rule out fraud*, *nothing allowed it to find fraud*: who says both says
    that it is open, who says one of them leans to one side.
    """
    for one, added in ((pairing, True), (pairing.reversed, False)):
        open_ = one.mine.once(exclusions)[1]
        if len(open_) != 1 or any(one.theirs.once(exclusions)) or _unproven(one.mine):
            continue
        first, end = open_[0]
        matter = one.images(_matter(one.mine, first, end))
        for at, i in _unproven(one.theirs):
            if matter & {*_matter(one.theirs, i, i + 1)}:
                yield sure_flip((first, end), (min(at, i), max(at, i) + 1), added=added)
                return


def _unproven(reading: Reading) -> list[tuple[int, int]]:
    """Where *reading* denies that something is found or proven: the denial, and its word."""
    proofs = {c.first for c in reading.of_kind("event", *_PROOFS)}
    return [
        (c.first, i)
        for c in reading.of_kind("negation", "not")
        for i in governed(reading, c)
        if i in proofs and abs(i - c.first) <= _AWAY
    ]


def _matter(reading: Reading, first: int, end: int) -> tuple[int, ...]:
    """The words of what is not proven; on either side where verbs close clauses."""
    behind = reading.beyond(end, _MATTER)
    return (*behind, *reading.up_to(first, _MATTER)) if both_sides(reading.lang) else behind


def _answers(reading: Reading) -> list[tuple[str, int]]:
    """The events of *reading* by which somebody answers a question, with their words."""
    return [(c.marker.value, c.first) for c in reading.of_kind("event", *_ANSWERS)]
