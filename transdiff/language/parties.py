"""Who is said to have done which of two things: *Ana drove, while Rita refused to plead*."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, combinations, groupby, islice, product, takewhile

from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading

_TWO = 2
"""Names that both readings must have."""
_MOST = 20
"""Parties of a sentence that are looked at; a table run into a line has more."""
_LEAST = 4
"""Words of both deeds that must stand beside the other party in the other reading."""


@dataclass(frozen=True)
class Told:
    """The words of a name that opens a clause, and what the sentence says until the next does."""

    party: tuple[int, ...]
    deed: frozenset[int]


def exchanged_parties(pairing: Pairing) -> tuple[Told, Told] | None:
    """Return what either reading tells of a party where two have done each what the other did.

    Which words tell of the deed is seen by its other words: its verb need not pair.
    """
    if pairing.foreign or sum(_both_name(pairing, i) for i in pairing.mine.content) < _TWO:
        return None
    mine = list(islice(_told(pairing.mine), _MOST))
    theirs = list(islice(_told(pairing.theirs), _MOST))
    same = [frozenset(k for k, t in enumerate(theirs) if _same(pairing, m, t)) for m in mine]
    for a, b in combinations(range(len(mine)), 2):
        for x, y in product(same[a] - same[b], same[b] - same[a]):  # the same two, and no third
            if _cross(pairing, (mine[a], mine[b]), (theirs[x], theirs[y])):
                return mine[a], theirs[y]
    return None


def _both_name(pairing: Pairing, i: int) -> bool:
    return pairing.forward[i] is not None and pairing.mine.words[i].text[:1].isupper()


def _told(reading: Reading) -> Iterator[Told]:
    """Yield what each sentence tells of the names that open its clauses."""
    named = {i for f in reading.facts for n in f.names for i in reading.inside(n.span)}
    firsts = {0, *accumulate(len(f.words) for f in reading.facts)}
    party: tuple[int, ...] = ()
    deed: set[int] = set()
    for first, content in _clauses(reading):
        opening = tuple(takewhile(named.__contains__, content))
        if opening or first in firsts:
            if party:
                yield Told(party, frozenset(deed))
            party, deed = opening, set()
        deed.update(content[len(opening) :])
    if party:
        yield Told(party, frozenset(deed))


def _clauses(reading: Reading) -> Iterator[tuple[int, list[int]]]:
    """Yield the first word of each clause, with the content words in it."""
    content = {*reading.content}
    for _, words in groupby(range(len(reading.words)), key=reading.clauses.__getitem__):
        inside = list(words)
        yield inside[0], [i for i in inside if i in content]


def _same(pairing: Pairing, mine: Told, theirs: Told) -> bool:
    """Whether two parties are one: a word is the same, or one of its mentions pairs."""
    written = {pairing.theirs.words[j].fold for j in theirs.party}
    return any(
        pairing.mine.words[i].fold in written or pairing.forward[i] in theirs.party
        for i in mine.party
    )


def _cross(pairing: Pairing, mine: tuple[Told, Told], theirs: tuple[Told, Told]) -> bool:
    """Whether each has done what the other reading tells of the other."""
    kept = [_shared(pairing, a, b) for a, b in zip(mine, theirs, strict=True)]
    turned = [_shared(pairing, a, b) for a, b in zip(mine, theirs[::-1], strict=True)]
    enough = min(turned) > 0 and sum(turned) >= _LEAST
    return enough and all(t > 2 * k for t, k in zip(turned, kept, strict=True))


def _shared(pairing: Pairing, mine: Told, theirs: Told) -> int:
    return sum(pairing.forward[i] in theirs.deed for i in mine.deed)
