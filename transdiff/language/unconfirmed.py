"""What the one reading tells as denied and the other only as not confirmed."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.language.denials import denied_before, may_be_denied
from transdiff.language.flips import Flip, sure_flip
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading

_OBJECT = 4
"""Content words behind the verb among which the thing is that is denied or confirmed."""
_NEAR = 2
"""Words between a denial and the verb that it bears on: *has not yet confirmed*."""
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


def _answers(reading: Reading) -> list[tuple[str, int]]:
    """The events of *reading* by which somebody answers a question, with their words."""
    return [(c.marker.value, c.first) for c in reading.of_kind("event", *_ANSWERS)]
