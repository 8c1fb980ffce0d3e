"""Need of one reading, of which the other says there was none: *had to tow*, *was not needed*."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.language.cues import STRICT, Cue
from transdiff.language.denials import both_sides, denies_in_clause
from transdiff.language.flips import Flip, sure_flip
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading

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


def barred(pairing: Pairing) -> Iterator[Flip]:
    """Yield what nobody has to do where the other reading says that nobody may: *may wear none*.

    Only where denials close the clause of such a verb: *müssen keine, dürfen keine*.
    """
    for one, added in ((pairing, True), (pairing.reversed, False)):
        needs = [c for c in _needs(one.mine) if _is_denied(one.mine, c)]
        leaves = [i for i in _permitting(one.theirs) if denies_in_clause(one.theirs, i, "not")]
        if len(needs) != 1 or len(leaves) != 1 or any(map(_depends, (one.mine, one.theirs))):
            continue
        if _needs(one.theirs) or any(_permitting(one.mine)):
            continue
        pairs = (one.forward[i] for i in one.mine.content if i != needs[0].first)
        if sum(j is not None for j in pairs) > _COMPANY:
            here, there = (needs[0].first, needs[0].end), (leaves[0], leaves[0] + 1)
            yield sure_flip(here, there, added=added)


def _permitting(reading: Reading) -> Iterator[int]:
    """Yield the modal verbs that give leave, where a denial behind them takes it."""
    if both_sides(reading.lang):
        modals = load_pack(reading.lang).words("status", "permitting")
        yield from (i for i, w in enumerate(reading.words) if w.fold in modals)


def _is_denied(reading: Reading, need: Cue) -> bool:
    """Whether a denial stands right before a need or behind it: *were not needed*, *must not*."""
    if both_sides(reading.lang) and denies_in_clause(reading, need.first, "not"):
        return True
    return any(
        0 <= need.first - c.end <= _BETWEEN or c.first == need.end
        for c in reading.of_kind("negation", "not")
    )


def _depends(reading: Reading) -> bool:
    """Whether it hangs on a condition that anything is needed: *unless they need to*."""
    return bool(reading.of_kind("condition", *STRICT))


def _one_story(pairing: Pairing, mine: Cue, theirs: Cue) -> bool:
    """Whether words before both needs pair: whoever has to, or what is needed."""
    before = (pairing.forward[i] for i in pairing.mine.content if i < mine.first)
    return sum(j is not None and j < theirs.first for j in before) >= _COMPANY
