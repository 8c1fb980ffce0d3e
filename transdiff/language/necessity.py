"""Need of one reading, of which the other says there was none: *had to tow*, *was not needed*."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.language.contraries import Flip
from transdiff.language.reading import Cue, Pairing, Reading

_BETWEEN = 2
"""Words between a denial and the need that it denies: *did not really have to*."""
_COMPANY = 2
"""Words before the need that both readings must share."""


def needless(pairing: Pairing) -> Iterator[Flip]:
    """Yield what somebody had to do where the other reading says that nothing had to be done.

    Each reading has one need only, and they tell the same before it.
    """
    here, there = _needs(pairing.mine), _needs(pairing.theirs)
    if len(here) != 1 or len(there) != 1 or any(map(_depends, (pairing.mine, pairing.theirs))):
        return
    (mine,), (theirs,) = here, there
    denied = _is_denied(pairing.mine, mine), _is_denied(pairing.theirs, theirs)
    if denied[0] != denied[1] and _one_story(pairing, mine, theirs):
        yield Flip((mine.first, mine.end), (theirs.first, theirs.end), added=denied[0], sure=True)


def _needs(reading: Reading) -> list[Cue]:
    return [c for c in reading.of_kind("event") if c.marker.value == "require"]


def _is_denied(reading: Reading, need: Cue) -> bool:
    """Whether a denial stands right before a need or behind it: *were not needed*, *must not*."""
    return any(
        0 <= need.first - c.end <= _BETWEEN or c.first == need.end
        for c in reading.of_kind("negation", "not")
    )


def _depends(reading: Reading) -> bool:
    """Whether it hangs on a condition that anything is needed: *unless they need to*."""
    return bool(reading.of_kind("condition", "if", "unless", "only-if"))


def _one_story(pairing: Pairing, mine: Cue, theirs: Cue) -> bool:
    """Whether words before both needs pair: whoever has to, or what is needed."""
    before = (pairing.forward[i] for i in pairing.mine.content if i < mine.first)
    return sum(j is not None and j < theirs.first for j in before) >= _COMPANY
