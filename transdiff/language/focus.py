"""Who alone is meant and who too: *only members may vote*, *members may vote as well*."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.facts import WordKind
from transdiff.language.denials import listed_ranges
from transdiff.language.flips import Flip, sure_flip
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading

_GAP = 2
"""Words from *only* or *also* to what it stands before."""
_BEHIND = 5
"""Words from a subject to the *also* behind it."""

_OPPOSED = (("only", "also"), ("only", "whole"), ("exceptions", "including"))
"""What narrows, and what says the contrary."""


def opposed_focus(pairing: Pairing) -> Iterator[Flip]:
    """Yield what the one reading says of somebody alone and the other of them too, or of all.

    *Only foreign banks*, *all foreign banks*; *except Lom*, *including Lom*. Neither reading has
    the words of the other, nor denies anything.
    """
    if pairing.foreign or any(r.of_kind("negation", "not") for r in (pairing.mine, pairing.theirs)):
        return
    for one, added in ((pairing, True), (pairing.reversed, False)):
        if listed_ranges(one.theirs, "exceptions"):
            continue  # every village except Lom
        for narrow, wide in _OPPOSED:
            narrowed = listed_ranges(one.mine, narrow)
            if not narrowed or listed_ranges(one.theirs, narrow):
                continue
            for first, end in narrowed:
                found = _widened(one, (first, end), wide)
                if found is not None:
                    i, there = found
                    here = min(first, i), max(end, i + 1)
                    yield sure_flip(here, there, added=added)


def _widened(
    pairing: Pairing, at: tuple[int, int], wide: str
) -> tuple[int, tuple[int, int]] | None:
    """Return what *at* bears on, and the words of ``theirs`` that say it of others too."""
    mine, theirs = pairing.mine, pairing.theirs
    for i in _focus(mine, *at):
        j = pairing.forward[i]
        if j is None or mine.is_figure(i):
            continue
        if at[0] and mine.words[at[0] - 1].fold in load_pack(mine.lang).words("roles", "articles"):
            continue  # the only village
        for first, end in listed_ranges(theirs, wide):
            if theirs.clauses[first] == theirs.clauses[j] and (
                0 <= j - end < _GAP or (wide == "also" and 0 < first - j < _BEHIND)
            ):
                return i, (min(first, j), max(end, j + 1))
    return None


def _focus(reading: Reading, first: int, end: int) -> tuple[int, ...]:
    """What a word like *only* bears on: the word behind it, or at the clause's end before it."""
    behind = reading.after(end, 1)
    if behind:
        return behind if behind[0] - end < _GAP else ()
    closes = end == len(reading.words) or reading.words[end].kind is WordKind.PUNCT
    return reading.before(first, 1) if closes else ()
