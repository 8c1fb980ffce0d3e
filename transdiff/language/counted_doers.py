"""Who did it to so many becomes so many to whom it is done: *12 guards were freed*, not by guards.

The count stands with those who act, and the deed may be told in other words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from transdiff.facts import Quantity
from transdiff.language.deeds import told_deeds
from transdiff.language.pairing import Pairing
from transdiff.language.past import past_form
from transdiff.language.reading import Reading
from transdiff.language.words import Range

_LEAST = 2
"""*One* is often no count at all."""
_KIND = "cardinal"


def counted_doer(pairing: Pairing) -> tuple[Range, Range] | None:
    """Return a count with its noun, here of those who do the deed there to as many others."""
    mine, theirs = pairing.mine.once(counted), pairing.theirs.once(counted)
    for value in mine.keys() & theirs.keys():
        here, there = mine[value], theirs[value]
        if _suffer(pairing.mine, here) and _act_upon(pairing, here, there):
            return (here[0] - 1, here[-1] + 1), (there[0] - 1, there[-1] + 1)
    return None


def counted(reading: Reading) -> Mapping[float, tuple[int, ...]]:
    """Return the words right behind each count that a reading has once: *nine armed guards*."""
    told = [(q.value, reading.inside(q.span)) for q in _counts(reading)]
    often = Counter(value for value, _ in told)
    found = ((value, tuple(_noun(reading, inside.stop))) for value, inside in told if inside)
    return {value: noun for value, noun in found if noun and often[value] == 1}


def _counts(reading: Reading) -> Iterator[Quantity]:
    for facts in reading.facts:
        yield from (q for q in facts.quantities if q.kind == _KIND and q.value >= _LEAST)


def _noun(reading: Reading, at: int) -> Iterator[int]:
    """Yield the content words from *at* on, up to a small word, a mark or another figure."""
    while at < len(reading.words) and reading.is_content[at] and not reading.is_figure(at):
        yield at
        at += 1


def _suffer(reading: Reading, noun: tuple[int, ...]) -> bool:
    """Whether something is done to those counted, by nobody that is named."""
    deeds = (d.voice for d in reading.once(told_deeds))
    return any(v.marked & {*noun} and not v.agent for v in deeds)


def _act_upon(pairing: Pairing, here: tuple[int, ...], there: tuple[int, ...]) -> bool:
    """Whether those counted here act there, where as many others are acted upon."""
    kept = [i for i in here if not past_form(pairing.mine.words[i].fold, pairing.mine.lang)]
    images = [pairing.forward[i] for i in kept]
    return any(
        {*there} & deed.voice.patient
        and images
        and all(j in deed.voice.agent and j not in there for j in images)
        for deed in pairing.theirs.once(told_deeds)
    )
