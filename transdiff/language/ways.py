"""Ways: from where and to where, as the words before the name of a place say.

``[ways]`` of a pack has what says so for certain (``away``: *out of*, *procedente de*; ``toward``:
*bound for*, *con destino a*) and what may say something else as well (``away-loose``, ``toward-
loose``: *de*, *a*). With ``behind`` they stand behind the name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations

from transdiff.facts import Name
from transdiff.language.listed import listed_phrases
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.vocabulary import is_ordinary

_SECTION = "ways"
_LISTS = (
    ("away-loose", "away", False),
    ("toward-loose", "toward", False),
    ("away", "away", True),
    ("toward", "toward", True),
)
_ARTICLES = 2
"""Words between a preposition and the name."""


@dataclass(frozen=True)
class Way:
    """A place, its words, whether something goes ``away`` from it or ``toward`` it, and from what
    word on this is said; ``sure`` where nothing else can be meant."""

    name: Name
    places: range
    value: str
    first: int
    sure: bool


def turned_ways(pairing: Pairing) -> tuple[Way, Way] | None:
    """Return a place to which something goes in one text and from which it comes in the other.

    Either two places have changed, whatever the languages, or what goes there is the same word
    right before.
    """
    mine, theirs = list(_ways(pairing.mine)), list(_ways(pairing.theirs))
    turned = [
        (m, t) for m in mine for t in theirs if _same(m, t) and _only(m, mine) and _only(t, theirs)
    ]
    turned = [(m, t) for m, t in turned if m.value != t.value]
    for (one, other), (second, _) in permutations(turned, 2):
        if one.value == "away" and second.value == "toward":
            return one, other
    if pairing.mine.lang != pairing.theirs.lang:
        return None
    for one, other in turned:
        if one.sure and other.sure and _of_one_thing(pairing, one, other):
            return one, other
    return None


def _ways(reading: Reading) -> Iterator[Way]:
    """Yield the places of *reading* with a word of direction beside them."""
    if not load_pack(reading.lang).section(_SECTION):
        return
    behind = bool(load_pack(reading.lang).section(_SECTION).get("behind", False))
    said = _said(reading, behind)
    for name in (n for f in reading.facts for n in f.names):
        places = reading.inside(name.span)
        known = name.sure or name.concept or not is_ordinary(name.text, reading.lang)
        if not places or name.kind == "person" or not name.text or not known:
            continue
        beside = [places.stop] if behind else range(places.start, places.start - _ARTICLES - 1, -1)
        for at in beside:
            if at in said:
                value, first, sure = said[at]
                yield Way(name, places, value, first, sure)
                break
            if at - 1 < 0 or reading.is_content[at - 1]:
                break


def _said(reading: Reading, behind: bool) -> Mapping[int, tuple[str, int, bool]]:
    """The words of direction by the place where the name's words end, or begin."""
    found: dict[int, tuple[str, int, bool]] = {}
    for key, value, sure in _LISTS:
        for _, first, end in listed_phrases(reading.lang, _SECTION, key).all(reading.words):
            found[first if behind else end] = (value, first, sure)
    return found


def _same(mine: Way, theirs: Way) -> bool:
    if mine.name.concept or theirs.name.concept:
        return mine.name.concept == theirs.name.concept
    return mine.name.parts[-1:] == theirs.name.parts[-1:] and bool(mine.name.parts)


def _only(way: Way, ways: list[Way]) -> bool:
    """Whether a text has the place in this one direction: no way there and back."""
    return all(w.value == way.value for w in ways if _same(w, way))


def _of_one_thing(pairing: Pairing, mine: Way, theirs: Way) -> bool:
    """Whether the content word before either direction is the same one."""
    here, there = pairing.mine.up_to(mine.first, 1), pairing.theirs.up_to(theirs.first, 1)
    return bool(here and there) and pairing.forward[here[0]] == there[0]
