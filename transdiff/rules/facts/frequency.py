"""How often something happens, however a text counts it: *every six months*, *twice a year*."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from transdiff.facts import Bound, Word
from transdiff.language.content import place_of
from transdiff.language.listed import listed_phrases
from transdiff.language.one_unit import TIMES_A_YEAR, equal
from transdiff.language.pack import load_pack
from transdiff.language.phrases import Phrases
from transdiff.rules.facts.counterparts import Figure

_LONGEST = 4
"""Words of a phrase that makes an interval of a span of time: *una vez cada*."""
_NEAR = 2
"""Words behind what happens so often that its period may stand after."""
_SLACK = 0.02


@dataclass(frozen=True)
class Frequency:
    """How often a year something happens, by the figure that tells it."""

    figure: Figure
    times: float


def frequencies(figures: Iterable[Figure]) -> Iterator[Frequency]:
    """Yield the figures that say how often."""
    for figure in figures:
        times = _often(figure)
        if times:
            yield Frequency(figure, times)


def as_often(figure: Figure, others: Sequence[Figure]) -> bool:
    """Whether a reference tells in another way how often: *every six months*, *twice a year*."""
    own = _often(figure)
    return bool(own) and any(same_times(own, f.times) for f in frequencies(others))


def same_times(one: float, two: float) -> bool:
    """Whether two frequencies are one: three times a day, every eight hours."""
    return equal(one, two, _SLACK * one)


def _often(figure: Figure) -> float:
    quantity = figure.quantity
    if quantity.high is not None or quantity.bound is not Bound.EXACT or quantity.value <= 0:
        return 0.0
    words, span = figure.segment.facts.words, quantity.span
    first, end = place_of(words, span)
    before, after = words[max(0, first - _LONGEST) : first], words[end : end + _LONGEST]
    period = TIMES_A_YEAR.get(quantity.unit, 0.0)
    if period:
        once = listed_phrases(figure.lang, "numbers", "once").match(after, 0) is not None
        book = listed_phrases(figure.lang, "numbers", "every")
        every = book.before(before, len(before), _LONGEST) is not None
        return period / quantity.value if once or every else 0.0
    if not (quantity.unit == "times" or _counts_times(figure, words, first, after)):
        return 0.0
    ahead = [period for period, _, _ in _periods(figure.lang).all(before)]
    told = quantity.per or _begins(figure.lang, after) or (ahead[-1] if ahead else "")
    return quantity.value * TIMES_A_YEAR.get(told, 0.0)


def _counts_times(figure: Figure, words: Sequence[Word], first: int, after: Sequence[Word]) -> bool:
    occasions = listed_phrases(figure.lang, "numbers", "occasions")
    return occasions.match(words, first) is not None or occasions.match(after, 0) is not None


def _begins(lang: str, words: Sequence[Word]) -> str:
    """Return the period that stands right behind *times*."""
    found = (_periods(lang).match(words, at) for at in range(_NEAR))
    return next((value for value, _ in filter(None, found)), "")


@lru_cache(maxsize=32)
def _periods(lang: str) -> Phrases[str]:
    table = load_pack(lang).section("units").get("per", {})
    return Phrases.inverted({p: table.get(p, ()) for p in TIMES_A_YEAR}, lang)
