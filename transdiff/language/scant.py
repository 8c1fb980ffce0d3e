"""What the one reading lacks, hardly does or rules out, and the other has, does or leaves open."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.language.contraries import exclusions
from transdiff.language.denials import denied_before, denies_in_clause, listed_ranges
from transdiff.language.flips import Flip, sure_flip
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading

_OBJECTS = 2
"""Content words behind *lacks* that may be what is missing."""
_OWNED = 3
"""Words from *has* or *enough* to what there is."""
_DENIED = 2
"""Words from a denial to what it denies."""
_BEFORE = 3
"""Words before *lacks* among which its own denial stands."""
_EXCLUDED = 4
"""Content words behind *ruled out* that may be what is excluded."""
_DENYING = ("not", "lexical", "weak", "peak")


def lacked(pairing: Pairing) -> Iterator[Flip]:
    """Yield what the one reading has and the other lacks: *has enough beds*, *lacks beds*."""
    for one, added in ((pairing, True), (pairing.reversed, False)):
        for first, end in listed_ranges(one.mine, "lacking"):
            taken = denied_before(one.mine, first, _DENIED) or _is_bound(one.mine, end - 1)
            there = None if taken else _owned(one, end)
            if there is not None:
                yield sure_flip((first, end), there, added=added)


def _is_bound(reading: Reading, index: int) -> bool:
    """Whether a word that denies a thing only opens a bound: *had no more than a minute*."""
    denying = reading.words[index].fold in load_pack(reading.lang).words("negation", "nominal")
    return denying and not any(c.first <= index < c.end for c in reading.of_kind("negation", "not"))


def _owned(pairing: Pairing, behind: int) -> tuple[int, int] | None:
    """Return where ``theirs`` has what ``mine`` lacks from the word *behind* on."""
    theirs = pairing.theirs
    having = listed_ranges(theirs, "owning")
    denials = theirs.of_kind("negation", *_DENYING)
    for i in pairing.mine.after(behind, _OBJECTS):
        j = pairing.forward[i]
        if j is None:
            continue
        own = ((s, e) for s, e in having if e <= j < e + _OWNED and _one_clause(theirs, s, j))
        found = next(own, None)
        if found is None or not theirs.pasts.isdisjoint(range(found[1], j)):
            continue
        if not any(found[0] - _BEFORE <= c.first < j for c in denials):
            return found[0], j + 1
    return None


def hardly(pairing: Pairing) -> Iterator[Flip]:
    """Yield what the one reading tells outright and the other of hardly: *hardly met resistance*.

    The other reading has neither a denial nor a limit about it.
    """
    for one, added in ((pairing, True), (pairing.reversed, False)):
        for first, end in listed_ranges(one.mine, "barely"):
            deed = one.mine.after(end, 1)
            if not deed or one.mine.names_thing(deed[0]) or denied_before(one.mine, first, _DENIED):
                continue
            j = one.forward[deed[0]]
            if j is None or _is_limited(one.theirs, j):
                continue
            if j in one.theirs.pasts and not listed_ranges(one.theirs, "barely"):
                yield sure_flip((first, deed[0] + 1), (j, j + 1), added=added)


def left_open(pairing: Pairing) -> Iterator[Flip]:
    """Yield what the one reading rules out and the other calls possible."""
    for one, added in ((pairing, True), (pairing.reversed, False)):
        plain, open_ = one.mine.once(exclusions)
        if not plain or open_ or any(one.theirs.once(exclusions)):
            continue
        for j in (one.forward[i] for i in one.mine.after(plain[0][1], _EXCLUDED)):
            if j is None or denies_in_clause(one.theirs, j):
                continue
            hedges = one.theirs.of_kind("hedge", "possible")
            own = [c for c in hedges if _one_clause(one.theirs, c.first, j)]
            if own:
                yield sure_flip(plain[0], (own[0].first, own[0].end), added=added)
                break


def _is_limited(reading: Reading, index: int) -> bool:
    """Whether a denial stands before the word *index*, or a limit in its clause."""
    before = (c for c in reading.of_kind("negation", "lexical", "peak") if c.first < index)
    cues = (*before, *reading.of_kind("negation", "not", "weak"))
    return any(_one_clause(reading, c.first, index) for c in cues)


def _one_clause(reading: Reading, one: int, other: int) -> bool:
    return reading.clauses[one] == reading.clauses[other]
