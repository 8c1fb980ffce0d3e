"""What changes places between two readings: *A is older than B*, *B is younger than A*."""

from __future__ import annotations

from collections.abc import Collection

from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading

_WINDOW = 10
"""Words on either side of a word that are its surroundings."""
_THAN = 5
"""Words from *more* to its *than*."""

Moves = list[tuple[bool, bool]]
"""For each word that both readings have: whether it stands before the middle here, and there."""


def moves(
    pairing: Pairing,
    mine: range,
    theirs: range,
    passed_over: tuple[Collection[int], Collection[int]] = ((), ()),
) -> Moves:
    """Tell on which side of the words *mine* and *theirs* the words around them stand."""
    found = []
    for i in pairing.mine.content:
        j = pairing.forward[i]
        if j is None or i in passed_over[0] or j in passed_over[1] or i in mine or j in theirs:
            continue
        if abs(i - mine.start) <= _WINDOW and abs(j - theirs.start) <= _WINDOW:
            found.append((i < mine.start, j < theirs.start))
    return found


def crossed(found: Moves) -> tuple[int, int]:
    """Return how many words went from before the middle to behind it, and the other way."""
    return found.count((True, False)), found.count((False, True))


def exchanged(pairing: Pairing, mine: range, theirs: range) -> bool:
    """Whether something before *mine* stands behind *theirs*, and something behind it before."""
    both = middle(pairing.mine, mine), middle(pairing.theirs, theirs)
    return all(crossed(moves(pairing, *both)))


def middle(reading: Reading, words: range) -> range:
    """Return what parts the things compared: *words*, or the *than* of *more men than women*."""
    than = load_pack(reading.lang).words("comparison", "than")
    after = range(words.stop, min(len(reading.words), words.stop + _THAN))
    return next((range(i, i + 1) for i in after if reading.words[i].fold in than), words)
