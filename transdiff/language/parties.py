"""Who is said to have done which of two things: *Ana drove, while Rita refused to plead*."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, permutations, takewhile

from transdiff.language.reading import Pairing, Reading

_TWO = 2
"""Names that both readings must have."""
_LEAST = 4
"""Words of both deeds that must stand beside the other party in the other reading."""


@dataclass(frozen=True)
class Part:
    """The words of a name that opens a clause, and what the sentence says until the next does."""

    party: tuple[int, ...]
    deed: frozenset[int]


def exchanged_parties(pairing: Pairing) -> tuple[Part, Part] | None:
    """Return a part of either reading where two parties have done each what the other did.

    Which words tell of the deed is seen by its other words: its verb need not pair.
    """
    if pairing.foreign or sum(_both_name(pairing, i) for i in pairing.mine.content) < _TWO:
        return None
    mine, theirs = list(_parts(pairing.mine)), list(_parts(pairing.theirs))
    for one, other in combinations(mine, 2):
        for told in permutations(theirs, 2):
            if _are_two(pairing, (one, other), told) and _cross(pairing, (one, other), told):
                return one, told[1]
    return None


def _both_name(pairing: Pairing, i: int) -> bool:
    return pairing.forward[i] is not None and pairing.mine.words[i].text[:1].isupper()


def _parts(reading: Reading) -> Iterator[Part]:
    """Yield the parts of each sentence that a name opens."""
    party: tuple[int, ...] = ()
    deed: set[int] = set()
    for first in _clause_starts(reading):
        opening = _opening_name(reading, first)
        fresh = first == reading.sentence(first).start
        if (opening or fresh) and party:
            yield Part(party, frozenset(deed))
        if opening or fresh:
            party, deed = opening, set()
        deed.update(_rest(reading, first))
    if party:
        yield Part(party, frozenset(deed))


def _clause_starts(reading: Reading) -> list[int]:
    """The first word of each clause."""
    clauses = reading.clauses
    return [i for i in range(len(clauses)) if not i or clauses[i] != clauses[i - 1]]


def _opening_name(reading: Reading, first: int) -> tuple[int, ...]:
    """The words of a name that is the first thing the clause says."""
    own = reading.clauses[first]
    content = (i for i in reading.content if i >= first and reading.clauses[i] == own)
    named = {i for f in reading.facts for n in f.names for i in reading.inside(n.span)}
    return tuple(takewhile(lambda i: i in named, content))


def _rest(reading: Reading, first: int) -> Iterator[int]:
    """Yield the words of a clause behind the name that opens it."""
    own, opening = reading.clauses[first], _opening_name(reading, first)
    yield from (i for i in reading.content if reading.clauses[i] == own and i not in opening)


def _are_two(pairing: Pairing, mine: tuple[Part, Part], theirs: tuple[Part, Part]) -> bool:
    """Whether the parties of both readings are the same two, in this order, and no third."""
    straight = [_same(pairing, a, b) for a, b in zip(mine, theirs, strict=True)]
    crossed = [_same(pairing, a, b) for a, b in zip(mine, theirs[::-1], strict=True)]
    return all(straight) and not any(crossed)


def _same(pairing: Pairing, mine: Part, theirs: Part) -> bool:
    """Whether two parties are one: a word is the same, or one of its mentions pairs."""
    written = {pairing.theirs.words[j].fold for j in theirs.party}
    return any(
        pairing.mine.words[i].fold in written or pairing.forward[i] in theirs.party
        for i in mine.party
    )


def _cross(pairing: Pairing, mine: tuple[Part, Part], theirs: tuple[Part, Part]) -> bool:
    """Whether each has done what the other reading tells of the other."""
    kept = [_shared(pairing, a, b) for a, b in zip(mine, theirs, strict=True)]
    turned = [_shared(pairing, a, b) for a, b in zip(mine, theirs[::-1], strict=True)]
    enough = min(turned) > 0 and sum(turned) >= _LEAST
    return enough and all(t > 2 * k for t, k in zip(turned, kept, strict=True))


def _shared(pairing: Pairing, mine: Part, theirs: Part) -> int:
    return sum(pairing.forward[i] in theirs.deed for i in mine.deed)
