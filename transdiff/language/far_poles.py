"""Opposites in two languages: *open*, *fermé*, by what the foreign word may be in English.

A foreign word may be several English words. Two words exclude each other if any of these do, and
none of them is what the other one may be, or stands with it at one pole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from transdiff.language.contrasts import Pole, are_verbs, contrary, poles_of, poles_of_form
from transdiff.language.exchange import exchanged
from transdiff.language.lists import base_forms
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.relations import relations
from transdiff.language.synonyms import groups_of

_PIVOT = "en"
_BESIDE = 2
"""Content words on either side of a word that are its neighbours."""
_NEAR = 3
"""Content words from the partner of such a neighbour to the opposite."""
_LEAST = 1
"""Neighbours that must be said beside the opposite."""
_DENIED = 5
"""Words on either side of a word in which a denial may bear on it."""
_ROOM = 0.34
"""Share of the words of either sentence without which nothing tells that they say the same."""

_MOSTLY = 4
"""One in so many meanings of a word must at least exclude the other word."""
_WHERE = frozenset({"stand", "lie", "sit"})
"""Verbs that a language takes one of to say where a thing is, and none says how it holds itself."""

Poles = frozenset[Pole]


def opposites_abroad(pairing: Pairing) -> Iterator[tuple[int, int]]:
    """Yield each word and the one that excludes it in its place in the other language."""
    if not pairing.foreign or not _tell_the_same(pairing):
        return
    mine, theirs = pairing.mine.once(_poles), pairing.theirs.once(_poles)
    taken: set[int] = set()
    for i in _free(pairing):
        found = [j for j in _free(pairing.reversed) if contrary(mine[i], theirs[j])]
        if len(found) != 1 or not _accompanied(pairing, i, found[0]):
            continue
        j = found[0]
        if not (_is_mostly(pairing.mine, i, theirs[j]) and _is_mostly(pairing.theirs, j, mine[i])):
            continue
        if _said(pairing.theirs, theirs, mine[i]) or _said(pairing.mine, mine, theirs[j]):
            continue
        if _related(pairing, i, j) or _denied(pairing.mine, i) or _denied(pairing.theirs, j):
            continue
        if exchanged(pairing, range(i, i + 1), range(j, j + 1)):
            continue
        if j not in taken:  # a word that is written as several is told once
            taken.add(j)
            yield i, j


def turn_abroad(pairing: Pairing, i: int, j: int) -> Literal["comparison", "claim", "kind"]:
    """Return what two opposites turn round: what is more or less, what is said, or its kind."""
    sides = ((pairing.mine, i), (pairing.theirs, j))
    if any(compares(reading, at) for reading, at in sides):
        return "comparison"
    here, there = (reading.once(_poles)[at] for reading, at in sides)
    if are_verbs(here, there, _PIVOT):
        return "claim"
    return "claim" if any(_follows_copula(reading, at) for reading, at in sides) else "kind"


def compares(reading: Reading, index: int) -> bool:
    """Whether a word is part of what compares or tells a direction."""
    cues = (*reading.of_kind("comparison"), *reading.of_kind("direction"))
    told = [*((c.first, c.end) for c in cues), *((r.first, r.end) for r in relations(reading))]
    return any(first <= index < end for first, end in told)


def _follows_copula(reading: Reading, index: int) -> bool:
    """Whether a word says what something is, and not how it is done: *is open*."""
    if any(reading.is_content[index + 1 : index + 2]):
        return False
    copulas = load_pack(reading.lang).words("hedges.modal", "copulas")
    return any(w.fold in copulas for w in reading.words[max(0, index - _BESIDE) : index])


def _poles(reading: Reading) -> tuple[Poles, ...]:
    """The poles of each content word, by what it may be in English."""
    content = frozenset(reading.content)
    return tuple(
        [_poles_at(reading, i) if i in content else frozenset() for i in range(len(reading.words))]
    )


def _poles_at(reading: Reading, index: int) -> Poles:
    if reading.lang == _PIVOT:
        return poles_of(reading.words[index], _PIVOT)
    return frozenset(p for m in reading.meanings[index] for p in poles_of_form(m, m, _PIVOT))


def _is_mostly(reading: Reading, index: int, against: Poles) -> bool:
    """Whether most of what a word may be in English excludes what stands *against* it.

    Of an English word the list of those that are too many things tells: *leave*, *keep*.
    """
    if reading.lang == _PIVOT:
        vague = load_pack(_PIVOT).words("grammar", "vague")
        return base_forms(reading.words[index].fold, reading.words[index].stem, _PIVOT).isdisjoint(
            vague
        )
    found = reading.meanings[index]
    turned = [m for m in found if contrary(poles_of_form(m, m, _PIVOT), against)]
    return len(turned) * _MOSTLY >= len(found)


def _tell_the_same(pairing: Pairing) -> bool:
    sides = ((pairing.mine, pairing.forward), (pairing.theirs, pairing.backward))
    return all(
        sum(way[i] is not None for i in reading.content) >= _ROOM * len(reading.content)
        for reading, way in sides
    )


def _free(pairing: Pairing) -> Sequence[int]:
    """The words of the one reading that may stand for what the other one does not say."""
    reading = pairing.mine
    poles = reading.once(_poles)
    return [
        i
        for i in reading.content
        if poles[i] and pairing.forward[i] is None and not reading.names_thing(i)
    ]


def _accompanied(pairing: Pairing, i: int, j: int) -> bool:
    """Whether the words next to *i* are said next to *j*."""
    mine, theirs = pairing.mine.content, pairing.theirs.content
    at, there = mine.index(i), theirs.index(j)
    around = mine[max(0, at - _BESIDE) : at + _BESIDE + 1]
    partners = [k for n in around if n != i and (k := pairing.forward[n]) is not None]
    near = theirs[max(0, there - _NEAR) : there + _NEAR + 1]
    return sum(k in near for k in partners) >= _LEAST


def _said(reading: Reading, poles: Sequence[Poles], own: Poles) -> bool:
    """Whether any word of a reading stands where a word of the other one stands."""
    return any(own & poles[k] for k in reading.content)


def _related(pairing: Pairing, i: int, j: int) -> bool:
    """Whether the words may be synonyms, or one event."""
    if pairing.mine.events(i) & pairing.theirs.events(j):
        return True
    here, there = (r.meanings[k] for r, k in ((pairing.mine, i), (pairing.theirs, j)))
    if all(_places(r, k) for r, k in ((pairing.mine, i), (pairing.theirs, j))):
        return True
    groups = [{g for m in found for g in groups_of(m, m, _PIVOT)} for found in (here, there)]
    return bool(here & there or groups[0] & groups[1])


def _places(reading: Reading, index: int) -> bool:
    """Whether a verb may tell where a thing is: a tower *stands*, *liegt*, *nằm* by a river."""
    word = reading.words[index]
    own = base_forms(word.fold, word.stem, _PIVOT) if reading.lang == _PIVOT else frozenset()
    return not _WHERE.isdisjoint(own | reading.meanings[index])


def _denied(reading: Reading, index: int) -> bool:
    """Whether anything near a word may turn it round."""
    near = range(index - _DENIED, index + _DENIED + 1)
    cues = reading.of_kind("negation", "not", "lexical")
    plain = load_pack(reading.lang).words("negation", "not")
    return any(c.first in near and not c.first <= index < c.end for c in cues) or (
        index > 0 and reading.words[index - 1].fold in plain
    )
