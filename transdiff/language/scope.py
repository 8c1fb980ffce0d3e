"""Scope of a denial: what is not required, what is required not to be, what is only proposed."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.language.cues import STRICT, Cue
from transdiff.language.denials import both_sides, governed, is_nominal, is_part_of, raises
from transdiff.language.equal_denials import is_told_as_event
from transdiff.language.flips import Flip, sure_flip
from transdiff.language.pairing import Pairing
from transdiff.language.past import past_grammar
from transdiff.language.reading import Reading
from transdiff.language.tense import governing

_APART = 12
"""Words from a word that takes a deed as its object to what denies the deed."""


def moved_scope(pairing: Pairing) -> Iterator[Flip]:
    """Yield the denial that bears on a word in one reading, and in the other on what hangs on it.

    *Was not told to lower it* leaves one free, *was told not to lower it* does not; *no evidence
    that they knew* proves nothing, *evidence that they did not know* does. Verbs that hand their
    denial on are no case of it: *does not think it will*.
    """
    for one, added in ((pairing, True), (pairing.reversed, False)):
        for outer in one.mine.of_kind("negation", "not"):
            moved = None if is_told_as_event(one, outer) else _moved(one, outer)
            if moved is not None:
                yield sure_flip(*moved, added=added)
                return


def _moved(pairing: Pairing, outer: Cue) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return what *outer* denies, with the words that deny in ``theirs`` what hangs on it."""
    mine, theirs = pairing.mine, pairing.theirs
    i = _denied(mine, outer)
    j = None if i is None else pairing.forward[i]
    if i is None or j is None or i in pairing.loose or raises(mine, outer):
        return None
    if _is_denied(theirs, j) or not _takes(theirs, j):
        return None
    if not (_takes(mine, i) or (mine.names_event(i) and not is_nominal(mine, outer))):
        return None
    for inner in theirs.of_kind("negation", "not"):
        if not _hangs_on(theirs, j, inner) or _denied(theirs, inner) in (None, j):
            continue
        if is_nominal(theirs, inner) and not any(theirs.is_content[j + 1 : inner.first]):
            continue  # "has paid nothing" is "has not paid"
        words = (pairing.backward[p] for p in governed(theirs, inner) if p not in (j, *_own(inner)))
        q = next((q for q in words if q is not None and q != i), None)
        if q is not None and _one_story(mine, i, q) and not _is_denied(mine, q):
            span = min(j, inner.first), max(j + 1, inner.end)
            return (min(i, outer.first), max(i + 1, outer.end)), span
    return None


def _denied(reading: Reading, cue: Cue) -> int | None:
    """Return the word that *cue* surely denies: the one behind it, in its clause."""
    words = governed(reading, cue)
    if both_sides(reading.lang):
        own = reading.clauses[cue.first]
        words = tuple(i for i in words if reading.clauses[i] == own)
        behind = tuple(i for i in words if i > cue.first)
        return next(iter(behind or words), None)
    return next((i for i in words if i > cue.first), None)


def _is_denied(reading: Reading, index: int) -> bool:
    cues = reading.of_kind("negation", "not", "lexical")
    return any(_denied(reading, c) == index or c.first <= index < c.end for c in cues)


def _takes(reading: Reading, index: int) -> bool:
    """Whether a word takes a deed as its object: a verb told as past, or one of orders or of proof.

    *No attack was confirmed* is *the attack was not confirmed*: there the noun is the subject.
    """
    if "evidence" in reading.events(index) or index in reading.pasts:
        return True
    if past_grammar(reading.lang).syllables and reading.names_event(index):
        return True
    orders = (c for c in reading.of_kind("status") if c.marker.value.startswith("duty:"))
    return any(c.first <= index < c.end for c in orders)


def _hangs_on(reading: Reading, index: int, inner: Cue) -> bool:
    """Whether *inner* denies what may hang on the word *index*."""
    return 0 < inner.first - index <= _APART and inner.first in reading.sentence(index)


def _own(cue: Cue) -> range:
    return range(cue.first, cue.end)


def _one_story(reading: Reading, index: int, deed: int) -> bool:
    """Whether *deed* may hang on the word *index*: behind it, or where verbs close clauses."""
    one = deed in reading.sentence(index)
    return one and (deed > index or both_sides(reading.lang))


def is_proposed(pairing: Pairing, cue: Cue, there: int) -> bool:
    """Whether *cue* only proposes what the other reading asks too, at the word *there*.

    *Whether it should not be moved* asks the same as *whether to move it*.
    """
    if not is_part_of(pairing.mine, cue, "proposing"):
        return False
    return is_asked(pairing.mine, cue.first) and is_asked(pairing.theirs, there)


def is_asked(reading: Reading, index: int) -> bool:
    """Whether the clause of the word *index* asks: *whether it should be moved*."""
    conditions = {c.first for c in reading.of_kind("condition", *STRICT)}
    asked = governing(reading, index, "tense", "asked")
    return any(c.first not in conditions for c in asked)
