"""Extremes: superlatives and records by their pole, *highest* and *lowest*, in every language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from transdiff.language.listed import listed_table
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.words import Range

OPPOSITES: Mapping[str, str] = {
    one: other
    for two in (
        ("high", "low"), ("large", "small"), ("strong", "weak"), ("good", "bad"),
        ("long", "short"), ("old", "young"), ("fast", "slow"), ("hot", "cold"),
        ("wet", "dry"), ("rich", "poor"), ("dear", "cheap"), ("deep", "shallow"),
    )
    for one, other in (two, two[::-1])
}  # fmt: skip
"""The poles of a pack's ``[comparison.extremes]``, each with the one that excludes it."""
_NEAR = 8
"""Words around an extreme that may say of what it is one."""


Turned = tuple[Range, Range]
"""An extreme of one reading, and its opposite in the other."""


def extremes(reading: Reading) -> dict[str, Range]:
    """Return the poles that *reading* names, with the words of the first that names each."""
    found: dict[str, Range] = {}
    for pole, first, end in listed_table(reading.lang, "comparison", "extremes").all(reading.words):
        found.setdefault(pole, (first, end))
    return found


def opposite_extremes(pairing: Pairing) -> Iterator[Turned]:
    """Yield the extremes of ``mine`` of which ``theirs`` has the opposite, both alone.

    What stands around them must be said in both, so that they are extremes of one thing.
    """
    mine = extremes(pairing.mine)
    theirs = extremes(pairing.theirs) if mine else {}
    for pole, here in mine.items():
        other = OPPOSITES[pole]
        if other in mine or pole in theirs or other not in theirs:
            continue
        if of_one_thing(pairing, here, theirs[other]):
            yield here, theirs[other]


def of_one_thing(pairing: Pairing, here: Range, there: Range, least: int = 2) -> bool:
    """Whether words near both extremes pair; across languages few can, so that one is enough."""
    if pairing.foreign and pairing.entire:
        return True
    around = range(max(0, here[0] - _NEAR), min(len(pairing.mine.words), here[1] + _NEAR))
    partners = pairing.images(i for i in around if not here[0] <= i < here[1])
    near = [j for j in partners if there[0] - _NEAR <= j < there[1] + _NEAR]
    since = pairing.theirs.once(_since)
    told = len(near) + any(j in since for j in near)  # "the lowest since 1994" is of one row
    return told >= (1 if pairing.foreign else least)


def _since(reading: Reading) -> frozenset[int]:
    """The words of the times since which something is so."""
    moments = (m for facts in reading.facts for m in facts.moments if m.edge == "since")
    return reading.covered([m.span for m in moments])
