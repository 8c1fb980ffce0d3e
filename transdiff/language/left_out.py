"""Items that one reading leaves out of a list, *but not clinics*, and the other has in it."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.facts import WordKind
from transdiff.language.cues import HEDGES, STRICT, Cue
from transdiff.language.denials import is_elliptic, listed_ranges
from transdiff.language.flips import Flip, sure_flip
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.unsettled import unsettled

_ITEM = 3
"""Content words of an item, right behind what leaves it out."""
_ALSO = "also"
_COMMAS = frozenset(",、،")


def left_out(pairing: Pairing) -> Iterator[Flip]:
    """Yield what the one reading takes out of a list and the other counts among it.

    *The strike hits trains and schools, but not clinics*, *hits trains, schools and clinics*;
    *took the names, but no passwords*, *the passwords were taken as well*.
    """
    for one, added in ((pairing, True), (pairing.reversed, False)):
        for cue in one.mine.of_kind("negation", "not", "weak"):
            if not _turns(one.mine, cue) or _is_guarded(one.theirs):
                continue
            item = _item(one.mine, cue)
            there = [j for i in item if (j := one.forward[i]) is not None]
            if there and 2 * len(there) >= len(item) and _is_counted(one, cue, item, there):
                here, told = (cue.first, item[-1] + 1), (min(there), max(there) + 1)
                yield sure_flip(here, told, added=added)


def _turns(reading: Reading, cue: Cue) -> bool:
    """Whether *cue* denies a verb that is not said again, right behind *but*."""
    turns = load_pack(reading.lang).words("coverage", "contrast")
    full = load_pack(reading.lang).words("negation", "full")  # "pas" without its "ne"
    before = reading.words[cue.first - 1].fold if cue.first else ""
    denies = cue.marker.value == "not" or reading.words[cue.first].fold in full
    return denies and before in turns and is_elliptic(reading, cue)


def _item(reading: Reading, cue: Cue) -> list[int]:
    """The content words right behind *cue*, as far as none is left out between them."""
    item: list[int] = []
    for i in reading.after(cue.end, _ITEM):
        if item and i != item[-1] + 1:
            break
        item.append(i)
    return item


def _is_guarded(reading: Reading) -> bool:
    """Whether a reading denies, doubts, excepts or leaves open anything itself."""
    return bool(
        reading.of_kind("negation", "not", "lexical")
        or reading.of_kind("hedge", *HEDGES)
        or reading.of_kind("condition", *STRICT)
        or listed_ranges(reading, "exceptions")
        or reading.once(unsettled)
    )


def _is_counted(pairing: Pairing, cue: Cue, item: list[int], there: list[int]) -> bool:
    """Whether the other reading has the item beside what stands before *cue*, or has it *also*."""
    mine, theirs = pairing.mine, pairing.theirs
    if len({theirs.clauses[j] for j in there}) > 1:
        return False
    stems = {mine.words[i].stem for i in item}
    others = [i for i in mine.sentence(cue.first) if i < cue.first and mine.is_content[i]]
    if any(mine.words[i].stem in stems for i in others):
        return False  # "half of the boats, but not all boats"
    clause, sentence = theirs.clauses[there[0]], theirs.sentence(there[0])
    beside = {j for i in others if (j := pairing.forward[i]) in sentence}
    listed = any(_joined(theirs, j, there) for j in beside if j is not None)
    also = any(theirs.clauses[first] == clause for first, _ in listed_ranges(theirs, _ALSO))
    return also or (listed and 2 * len(beside) >= len(others) > 1)


def _joined(reading: Reading, index: int, item: list[int]) -> bool:
    """Whether a comma or *and*, and no word that tells anything, parts a word from an item."""
    first, end = (index + 1, min(item)) if index < min(item) else (max(item) + 1, index)
    between = range(first, end)
    joining = {*load_pack(reading.lang).words("numbers.ranges", "and"), *_COMMAS}
    marks = [k for k in between if reading.words[k].kind is WordKind.PUNCT]
    return (
        any(reading.words[k].fold in joining for k in between)
        and all(reading.words[k].fold in _COMMAS for k in marks)
        and not any(reading.is_content[k] for k in between)
    )
