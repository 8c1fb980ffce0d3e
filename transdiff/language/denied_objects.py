"""What one reading says of a thing and the other denies of the same: a cause, a verdict."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from transdiff.language.cues import Cue
from transdiff.language.denials import listed_ranges
from transdiff.language.flips import Flip, sure_flip
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.roles import is_passive

_OBJECTS, _LISTED = 3, 7
"""Content words behind a cause that may name it; behind a conviction, what one is convicted of."""
_BEFORE = 10
"""Words before a cause among which its denial stands."""
_COMPANY = 2
"""Words beside the thing itself that both readings must share."""


@dataclass(frozen=True)
class _Said:
    """Words ``[first, end)`` that say or deny something of the words ``objects``."""

    first: int
    end: int
    objects: frozenset[int]


_Find = Callable[[Reading], list[_Said]]


def denied_objects(pairing: Pairing) -> Iterator[Flip]:
    """Yield the causes that the other reading says are none, and the guilt that is acquitted.

    *Died of the drug*, *deaths unrelated to the drug*; *guilty of fraud and theft*, *acquitted of
    theft*.
    """
    if pairing.foreign:
        return
    for told, denied in ((_causes, _no_causes), (_convictions, _acquittals)):
        yield from _contradicted(pairing, told, denied, False)
        yield from _contradicted(pairing.reversed, told, denied, True)


def _contradicted(pairing: Pairing, told: _Find, denied: _Find, added: bool) -> Iterator[Flip]:
    """Yield what ``mine`` says of a thing and ``theirs`` denies, where neither does both."""
    refusals = denied(pairing.theirs)
    if not refusals or denied(pairing.mine):
        return
    also = {j for said in told(pairing.theirs) for j in said.objects}
    shared = sum(i is not None for i in pairing.backward)
    for said in told(pairing.mine):
        for refused in refusals:
            things = [i for i in said.objects if pairing.forward[i] in refused.objects - also]
            if things and shared - len(things) >= _COMPANY:
                here = (said.first, said.end) if added else (min(things), max(things) + 1)
                there = (refused.first, refused.end)
                yield sure_flip(there, here, added=added)
                return


def _causes(reading: Reading) -> list[_Said]:
    return [said for said, denied in _links(reading) if not denied]


def _no_causes(reading: Reading) -> list[_Said]:
    return [said for said, denied in _links(reading) if denied]


def _links(reading: Reading) -> list[tuple[_Said, bool]]:
    """Every phrase that names a cause, and whether it is denied."""
    found = []
    for first, end in listed_ranges(reading, "links"):
        said = _Said(first, end, frozenset(reading.after(end, _OBJECTS)))
        found.append((said, _is_denied(reading, first)))
    return found


def _is_denied(reading: Reading, index: int) -> bool:
    """Whether a denial bears on the cause at *index* itself, not on what it is the cause of.

    It stands right before it, or before what is said of the cause: *not thought to be linked to*.
    """
    own = reading.sentence(index)
    most = _OBJECTS if is_passive(reading, index) else 0
    return any(
        c.first in own
        and 0 <= index - c.end < _BEFORE
        and sum(reading.is_content[c.end : index]) <= most
        for c in reading.of_kind("negation", "not")
    )


def _convictions(reading: Reading) -> list[_Said]:
    return [_judged(reading, c, _LISTED) for c in reading.of_kind("status", "legal:5", "legal:6")]


def _acquittals(reading: Reading) -> list[_Said]:
    return [_judged(reading, c, _OBJECTS) for c in reading.of_kind("status", "legal:0")]


def _judged(reading: Reading, cue: Cue, most: int) -> _Said:
    return _Said(cue.first, cue.end, frozenset(reading.after(cue.end, most)))
