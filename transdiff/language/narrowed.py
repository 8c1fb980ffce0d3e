"""What holds of a part only: *partly due to the frost*, *72% of those who voted*.

The words are the pack's ``[numbers.narrowed]``: ``partly`` says that there is more to it, ``asked``
names those among whom a share was counted, ``whole`` those whom they may be taken for.
"""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.language.denials import listed_ranges
from transdiff.language.listed import listed_table
from transdiff.language.pairing import Pairing
from transdiff.language.quantifiers import quantifies
from transdiff.language.reading import Reading

_AROUND = 3
"""Content words on either side of *partly* by which one knows what it is said of."""
_OF = 5
"""Words from a share to what it is of."""

Places = tuple[tuple[int, int], tuple[int, int]]


def told_whole(pairing: Pairing) -> Iterator[Places]:
    """Yield the words of ``mine`` that tell of a whole what ``theirs`` tells of a part of it."""
    found = _narrowed(pairing.theirs)
    once = sum(value == "partly" for value, _, _ in found) == 1  # "partly here and partly there"
    for value, first, end in found:
        if value == "partly" and once and not _is_partial(pairing.mine):
            here = _without_part(pairing, first, end)
        else:
            here = _of_whole(pairing, first) if value == "asked" else None
        if here is not None:
            yield here, (first, end)


def _narrowed(reading: Reading) -> tuple[tuple[str, int, int], ...]:
    return reading.once(_all_narrowed)


def _all_narrowed(reading: Reading) -> tuple[tuple[str, int, int], ...]:
    """The words of the table, none of them part of a figure: *một phần ba* is a third."""
    table = listed_table(reading.lang, "numbers", "narrowed")
    found = table.all(reading.words)
    return tuple(f for f in found if f[0] == "among" or not reading.is_figure(f[1]))


def _is_partial(reading: Reading) -> bool:
    """Whether a reading leaves room for more: *partly*, *one of*, *some*, *also*, *may*."""
    if any(value in ("partly", "among") for value, _, _ in _narrowed(reading)):
        return True
    if reading.of_kind("hedge") or reading.of_kind("negation") or listed_ranges(reading, "also"):
        return True
    return quantifies(reading, "some", "most", "few")


def _without_part(pairing: Pairing, first: int, end: int) -> tuple[int, int] | None:
    """Return what ``mine`` tells of the same as *partly* at ``[first, end)`` is said of."""
    theirs = pairing.theirs
    near = (*theirs.up_to(first, _AROUND), *theirs.beyond(end, _AROUND))
    told = sorted(i for j in near if (i := pairing.backward[j]) is not None)
    if not told or (not pairing.entire and (len(told) < 2 or 2 * len(told) < len(near))):
        return None
    return told[0], told[-1] + 1


def _of_whole(pairing: Pairing, at: int) -> tuple[int, int] | None:
    """Return the whole that ``mine`` gives the share of that ``theirs`` counts among some only."""
    mine, theirs = pairing.mine, pairing.theirs
    named = _narrowed(mine)
    if any(value == "asked" for value, _, _ in named):
        return None
    asked = {q.value for f in theirs.facts for q in f.quantities if q.unit == "percent"}
    for quantity in (q for f in mine.facts for q in f.quantities if q.unit == "percent"):
        stop = mine.inside(quantity.span).stop
        whole = next((e for v, s, e in named if v == "whole" and 0 <= s - stop <= _OF), None)
        if whole is not None and quantity.value in asked:
            return stop, whole
    return None
