"""What stands on either side of a word of order: *A three weeks after B*."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from transdiff.facts import Quantity, Span, Word, WordKind
from transdiff.language.listed import listed_phrases
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.units import dimension_of, in_base

Arrangement = Literal["alike", "turned", ""]
"""How two words of order stand between what both readings have; empty where nothing tells."""
_FRONTED = 2
"""Words behind a word of order that opens the sentence, where no mark says where they end."""
_BEHIND = 8
_GAP = 3
"""The longest wording of how far two events are apart: *a short while*."""
_APART = 0.05
"""Share by which one length of time may miss another that is the same: *half a year*."""


class _Sides(NamedTuple):
    """The content words before and behind a word of order, and how far apart the events are.

    A word is in both where nothing marks where the one ends: *before talks Zambia signed*.

    ``gap`` is in days, 0 where the words give no figure: *shortly*, *minutes*; None if none do.
    """

    main: frozenset[int]
    behind: frozenset[int]
    gap: float | None


class _Shared(NamedTuple):
    """How many words pair before both words of order, behind both, and across, there and back."""

    before: int
    behind: int
    away: int
    back: int


def arranged(pairing: Pairing, mine: Span, theirs: Span) -> Arrangement:
    """Tell how two words of order stand between what both readings have.

    ``alike`` with the same on the same sides, and nothing on the other; ``turned`` where what
    happens before the one is behind the other, and the other way round; else nothing tells.
    """
    one, other = _sides(pairing.mine, mine), _sides(pairing.theirs, theirs)
    if one is None or other is None:
        return ""
    shared = _shared(pairing, one, other)
    if _stand_alike(pairing, one, other, shared):
        return "alike"
    return "turned" if _is_turned_about(pairing, one, other, shared) else ""


def _stand_alike(pairing: Pairing, one: _Sides, other: _Sides, shared: _Shared) -> bool:
    """Whether two words of order have the same on the same sides, and nothing on the other.

    With the distance told on both sides it is enough that what comes before is the same.
    """
    before, behind, away, back = shared
    if away or back or not before or not _lead_alike(pairing, one, other):
        return False
    if one.gap is not None and other.gap is not None:
        known = min(one.gap, other.gap) > 0
        if known and abs(one.gap - other.gap) > _APART * max(one.gap, other.gap):
            return False
        return bool(behind) or before > 1
    fewest = min(len(one.behind), len(other.behind))
    return before > 1 and behind > 0 and behind * 2 >= fewest


def _lead_alike(pairing: Pairing, one: _Sides, other: _Sides) -> bool:
    """Whether the last word before each has no partner elsewhere: *fell before*, *recovered after*.

    It is what the word of order places.
    """
    there, here = pairing.forward[max(one.main)], pairing.backward[max(other.main)]
    return (there is None or there in other.main) and (here is None or here in one.main)


def _is_turned_about(pairing: Pairing, one: _Sides, other: _Sides, shared: _Shared) -> bool:
    """Whether what happens before one word of order is behind the other, and the other way round.

    Things may stand on either side for other reasons: *retook the radio after a failed putsch*,
    *foiled a coup after rebels seized the radio*.
    """
    before, behind, away, back = shared
    if not (min(away, back) > 0 and away + back > 2 and not behind and before <= 1):
        return False
    deeds = [i for i in one.main if _happens(pairing.mine, i)]
    ends = [i for i in one.behind if _happens(pairing.mine, i)]
    there, here = pairing.images(deeds), pairing.images(ends)
    return not there.isdisjoint(other.behind) and not here.isdisjoint(other.main)


def _happens(reading: Reading, index: int) -> bool:
    return index in reading.pasts or reading.names_event(index)


def _shared(pairing: Pairing, one: _Sides, other: _Sides) -> _Shared:

    shared = [(i, j) for i in {*one.main, *one.behind} if (j := pairing.forward[i]) is not None]
    mutual = [(i, j) for i, j in shared if pairing.backward[j] == i]
    away = {j for i, j in mutual if i not in one.behind and j not in other.main}
    back = {j for i, j in mutual if i not in one.main and j not in other.behind}
    return _Shared(
        len({j for i, j in shared if i in one.main} & other.main),
        len({j for i, j in shared if i in one.behind} & other.behind),
        len(away & other.behind),
        len(back & other.main),
    )


def _sides(reading: Reading, edge: Span) -> _Sides | None:
    """Tell what stands on either side of a word of order, in its own sentence."""
    facts = next((f for f in reading.facts if f.words and _holds(f.words, edge)), None)
    if facts is None:
        return None
    place = reading.inside(edge)
    own = reading.inside(Span(facts.words[0].span.start, facts.words[-1].span.end))
    gap, start = _gap(reading, place.start, facts.quantities)
    content = [i for i in reading.content if i in own]
    if openers := load_pack(reading.lang).words("dates", "placed-behind"):
        cuts = [*_marks(reading, own.start, start)]
        cuts += [i for i in range(own.start, start) if reading.words[i].fold in openers]
        behind = [i for i in content if max(cuts, default=-1) < i < start]
        return _Sides(frozenset(content) - {*behind}, frozenset(behind), gap)
    ahead = [i for i in content if i < start]
    rest = [i for i in content if i >= place.stop]
    stop = next(_marks(reading, place.stop, own.stop), own.stop)
    behind = [i for i in rest if i < stop][:_BEHIND]
    unmarked = not ahead and stop >= own.stop - 1
    if unmarked:
        behind = behind[:_FRONTED]
    main = ahead or (rest[1:] if unmarked else [i for i in rest if i not in behind])
    return _Sides(frozenset(main), frozenset(behind), gap)


def _holds(words: Sequence[Word], span: Span) -> bool:
    return words[0].span.start <= span.start and span.end <= words[-1].span.end


def _marks(reading: Reading, first: int, end: int) -> Iterator[int]:
    """Yield the marks among the words ``[first, end)``."""
    return (i for i in range(first, end) if reading.words[i].kind is WordKind.PUNCT)


def _gap(reading: Reading, place: int, told: Iterable[Quantity]) -> tuple[float | None, int]:
    """Return the time told right before a word of order, in days, and where its words begin."""
    for quantity in told:
        words = reading.inside(quantity.span)
        if words.stop == place and dimension_of(quantity.unit) == "time":
            return in_base(quantity.value, quantity.unit), words.start
    found = listed_phrases(reading.lang, "dates", "apart").before(reading.words, place, _GAP)
    return (0.0, found[1]) if found else (None, place)
