"""Reference sentences that a sentence of the article echoes though the alignment gave them away.

An article merges sentences, and one of a pair may have little in common with the other but a
figure: *he will earn £95,000 a month*, at the end of a sentence on his contract. The alignment
links the sentence as a whole; what else of a reference it draws upon is told by a figure or a time
of day that the reference has once, with a word or a name beside it. A figure that has another unit
of the same dimension there needs two: *18 kilometres south of the island*, *18 nautical miles*.
In another language no words can be compared: two figures tell there, or one of four digits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from transdiff.facts import Facts, Quantity
from transdiff.language.content import content_stems
from transdiff.language.units import dimension_of, units
from transdiff.lazy import lazy
from transdiff.model import Segment, Story

Key = tuple[str, float, str]

_FIGURE, _MEASURE = "figure", "measure"
_PLAIN = frozenset({"cardinal", "percent", "money", "measure", "age", "score"})
_LARGE = 13
"""Counts below this are too common to tell one sentence from another."""
_RARE = 100
_TELLING = 1000
"""Counts from this on tell a sentence of a text in another language."""
_COMPANY = 2
"""Words that must come with a figure that is not rare by itself."""


@dataclass(frozen=True)
class Echoes:
    """The figures of one reference, and which of its sentences have them."""

    story: Story

    @lazy
    def _places(self) -> dict[Key, list[int]]:
        found: dict[Key, list[int]] = {}
        for j, segment in enumerate(self.story.segments):
            if segment.compared:
                for key in set(_keys(segment.facts)):
                    found.setdefault(key, []).append(j)
        return found

    def of(self, segment: Segment, lang: str, linked: Iterable[int]) -> Iterator[int]:
        """Yield the sentences that *segment* echoes beyond those that are *linked* with it."""
        known = set(linked)
        shared: dict[int, list[Key]] = {}
        mine = set(_keys(segment.facts))
        exact = {value for kind, value, _ in mine & self._places.keys() if kind == _FIGURE}
        for key in mine:
            places = self._places.get(key, [])
            told = key[0] == _MEASURE and key[1] in exact
            if len(places) == 1 and not told and not known.intersection(places):
                shared.setdefault(places[0], []).append(key)
        for j in sorted(shared):
            keys = shared[j]
            if lang != self.story.lang:
                if len(keys) > 1 or any(map(_is_telling, keys)):
                    yield j
                continue
            needed = 0 if len(keys) > 1 else 1 if any(map(_is_rare, keys)) else _COMPANY
            if self._company(segment, j, lang) >= needed:
                yield j

    def _company(self, segment: Segment, j: int, lang: str) -> int:
        """Count the words and names that *segment* has in common with sentence *j*."""
        mine = content_stems(segment.facts.words, lang)
        return len(mine & content_stems(self.story.segments[j].facts.words, lang))


def _keys(facts: Facts) -> Iterator[Key]:
    """What may tell a sentence by itself: figures with a unit or above a dozen, times of day."""
    for quantity in facts.quantities:
        if quantity.kind in _PLAIN and (quantity.unit or quantity.value >= _LARGE):
            yield _FIGURE, quantity.value, _unit(quantity)
            dimension = dimension_of(quantity.unit)
            if quantity.value >= _LARGE and dimension not in ("", "money"):
                yield _MEASURE, quantity.value, dimension
    for moment in facts.moments:
        if moment.hour is not None:
            yield "time", 60 * moment.hour + (moment.minute or 0), ""


def _unit(quantity: Quantity) -> str:
    """Return the unit; of money the bare name: *£84m* is *84 million pounds*."""
    if quantity.kind == "age":
        return "year"
    known = units().get(quantity.unit) if quantity.kind == "money" else None
    return known.family or quantity.unit if known else quantity.unit


def _is_telling(key: Key) -> bool:
    kind, value, _ = key
    return kind == _FIGURE and value >= _TELLING


def _is_rare(key: Key) -> bool:
    kind, value, unit = key
    if kind == _MEASURE:
        return False
    return kind == "time" or value >= _RARE or (bool(unit) and value >= _LARGE)
