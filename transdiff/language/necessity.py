"""Need of one reading, of which the other says there was none: *had to tow*, *was not needed*."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.language.cues import STRICT, Cue
from transdiff.language.denials import (
    both_sides,
    denies_in_clause,
    listed_ranges,
    nouns_have_capitals,
)
from transdiff.language.flips import Flip, sure_flip
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading

_BETWEEN = 2
"""Words between a denial and the need that it denies: *did not really have to*."""
_OBLIGED = "duty:3"
_COMPANY = 2
"""Words before the need that both readings must share, or of what is barred and need not be."""
_DEED = 5
"""Content words beside a need, or a bar, that may say what is needed or barred."""


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
    """Yield what nobody has to do where the other reading says that nobody may do it.

    *Need not show* and *may not show*: whoever has both, or a condition, may mean two things.
    """
    for one, added in ((pairing, True), (pairing.reversed, False)):
        free = one.mine.once(freed)
        bars = one.theirs.once(_barred) if free else []
        if not bars or one.mine.once(_barred) or one.theirs.once(freed):
            continue
        found = (
            (f, b)
            for f in free
            for b in bars
            if _of_one_deed(one, f, b) and not (_hangs(one.mine, f) or _hangs(one.theirs, b))
        )
        here, there = next(found, (None, None))
        if here and there:
            yield sure_flip(here, there, added=added)


def freed(reading: Reading) -> list[tuple[int, int]]:
    """Return where *reading* says that something need not be done."""
    modals = load_pack(reading.lang).words("negation", "banning")
    cues = (*_needs(reading), *reading.of_kind("status", _OBLIGED))
    needs = [c for c in cues if reading.words[c.first].fold not in modals]
    denied = [(c.first, c.end) for c in needs if _is_denied(reading, c)]
    return [*denied, *listed_ranges(reading, "needless")]


def _barred(reading: Reading) -> list[tuple[int, int]]:
    """Where *reading* says that something may not be done."""
    forbidden = (c for c in reading.of_kind("event", "forbid") if not _is_denied(reading, c))
    refused = (c for c in reading.of_kind("event", "allow") if _is_denied(reading, c))
    closed = (i for i in _permitting(reading) if denies_in_clause(reading, i, "not"))
    return [
        *((c.first, c.end) for c in (*forbidden, *refused)),
        *((i, i + 1) for i in closed),
        *listed_ranges(reading, "barring"),
    ]


def _of_one_deed(pairing: Pairing, free: tuple[int, int], bar: tuple[int, int]) -> bool:
    """Whether what need not be done is what may not be done; in another language few words pair."""
    deed = pairing.images(_deed(pairing.mine, free)) & {*_deed(pairing.theirs, bar)}
    told = any(pairing.theirs.names_event(j) for j in deed)
    enough = pairing.entire if pairing.foreign else told
    return len(deed) >= _COMPANY or bool(deed and enough)


def _deed(reading: Reading, at: tuple[int, int]) -> tuple[int, ...]:
    """The words of what may not or need not be done; on either side where verbs close clauses."""
    own = reading.sentence(at[0])
    behind = tuple(i for i in reading.beyond(at[1], _DEED) if i in own)
    if nouns_have_capitals(reading.lang):
        return (*behind, *reading.before(at[0], _DEED))
    return behind


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
        if not any(reading.is_content[c.end : need.first])  # "don't feel you need to"
    )


def _hangs(reading: Reading, at: tuple[int, int]) -> bool:
    """Whether what need not or may not be done hangs on a condition.

    A plain *if* of a clause beside it tells whom or what for: *if he wants his money back*.
    """
    conditions = reading.of_kind("condition", *STRICT)
    own = reading.clauses[at[0]]
    return any(c.marker.value != "if" or reading.clauses[c.first] == own for c in conditions)


def _depends(reading: Reading) -> bool:
    """Whether it hangs on a condition that anything is needed: *unless they need to*."""
    return bool(reading.of_kind("condition", *STRICT))


def _one_story(pairing: Pairing, mine: Cue, theirs: Cue) -> bool:
    """Whether words before both needs pair: whoever has to, or what is needed."""
    before = (pairing.forward[i] for i in pairing.mine.content if i < mine.first)
    return sum(j is not None and j < theirs.first for j in before) >= _COMPANY
