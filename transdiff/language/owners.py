"""Who a count belongs to: *Arvenia freed nine sailors and the rebels five*."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from transdiff.facts import Span, WordKind
from transdiff.language.amounts import kind_of
from transdiff.language.one_unit import in_percent
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading

_REACH = 5
"""Words from a party to its count."""
_TRADED = 2
"""Counts that may change places."""


def owners(reading: Reading) -> dict[float, tuple[int, ...]]:
    """Return for each count the words of the party nearest before it; nothing for a single one."""
    return reading.once(_counted)


def shareholders(reading: Reading) -> dict[float, tuple[int, ...]]:
    """Return the same for shares: *the Greens won 34%, ahead of the Liberals on 29%*."""
    return reading.once(_shared)


def _counted(reading: Reading) -> dict[float, tuple[int, ...]]:
    counts = [q for f in reading.facts for q in f.quantities if q.kind == "cardinal"]
    return _owners(reading, [(q.value, q.span) for q in counts])


def _shared(reading: Reading) -> dict[float, tuple[int, ...]]:
    shares = [q for f in reading.facts for q in f.quantities if kind_of(q) == "share"]
    return _owners(reading, [(in_percent(q), q.span) for q in shares])


def _owners(reading: Reading, counts: Sequence[tuple[float, Span]]) -> dict[float, tuple[int, ...]]:
    if len(counts) < _TRADED:
        return {}
    found: dict[float, tuple[int, ...]] = {}
    parties = sorted(_parties(reading), key=lambda party: party.start)
    for value, span in counts:
        at = reading.inside(span)
        near = [n for n in parties if n and 0 <= at.start - n.stop <= _REACH]
        if at and near and value not in found:
            found[value] = tuple(near[-1])
    return found


def _parties(reading: Reading) -> Iterator[range]:
    """Yield the names, and the nouns with their article right before a verb or a count."""
    for facts in reading.facts:
        yield from (reading.inside(n.span) for n in facts.names)
    articles = load_pack(reading.lang).words("roles", "articles")
    for i in reading.content:
        following = i + 1 < len(reading.words) and (
            i + 1 in reading.pasts or reading.words[i + 1].kind is WordKind.NUMBER
        )
        if following and i and i not in reading.pasts and reading.words[i - 1].fold in articles:
            yield range(i, i + 1)


def owned_by(pairing: Pairing, mine: tuple[int, ...], theirs: tuple[int, ...]) -> bool:
    """Whether two owners are the same name."""
    return any(pairing.forward[i] in theirs for i in mine)


def same_counts(pairing: Pairing) -> bool:
    """Whether two parties keep their counts, in whatever order they are told."""
    mine, theirs = owners(pairing.mine), owners(pairing.theirs)
    kept = [mine[n] for n in mine.keys() & theirs.keys() if owned_by(pairing, mine[n], theirs[n])]
    return len(set(kept)) > 1


def exchanged_counts(
    pairing: Pairing, held: Callable[[Reading], dict[float, tuple[int, ...]]] = owners
) -> tuple[float, ...]:
    """Return the counts that two names have exchanged: *A freed nine, B five*, turned round."""
    mine, theirs = held(pairing.mine), held(pairing.theirs)
    shared = sorted(mine.keys() & theirs.keys())
    return tuple(
        one
        for one in shared
        for other in shared
        if mine[one] != mine[other]
        and owned_by(pairing, mine[one], theirs[other])
        and owned_by(pairing, mine[other], theirs[one])
    )
