"""Renderings: what words of one reading say, found in the other reading in whatever words.

A pairing knows which word stands for which, by keys and lists. In a sentence that is told quite
differently few words pair; there vectors of words (``nearness``) tell which word of the other side
comes nearest. Words of other languages are as near as what they may be in English.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from transdiff.language.glossary import headwords
from transdiff.language.nearness import LENGTH, Rows, load_vectors
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading

_PIVOT = "en"
_NEAR = 0.5
"""How near, as a cosine, a word must be to say something of what another one says."""
_SENSES = 4
"""Meanings of a word of another language that are held against the words of the other side."""

Nearest = tuple[float, int | None]
"""How near the nearest word of the other side is, 1 for a word that pairs, and which it is."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """How much of some words the other reading says, 0 to 1, and the words it says it with."""

    share: float
    places: tuple[int, ...]


def rendering(pairing: Pairing, words: Iterable[int]) -> Rendering:
    """Return what ``pairing.mine`` says of the content words *words* of ``pairing.theirs``."""
    nearest = pairing.once(_nearest)
    found = [nearest[j] for j in words]
    said = [(near, i) for near, i in found if near >= _NEAR and i is not None]
    share = sum(near for near, _ in said) / max(1, len(found))
    return Rendering(share, tuple(sorted({i for _, i in said})))


def most_said(mine: Reading, theirs: Reading, words: Sequence[int]) -> float:
    """Return what :func:`rendering` finds at most of *words*, which takes no pairing to tell."""
    if mine.lang != theirs.lang:
        return math.inf
    near = _nearness(mine, theirs)
    said = 0.0
    for j in words:
        paired = not mine.places.keys().isdisjoint(theirs.keys[j])
        if paired or not mine.all_groups.isdisjoint(theirs.groups[j]):
            said += max(1.0, near.get(j, 0.0))
        elif near.get(j, 0.0) >= _NEAR:
            said += near[j]
    return said / max(1, len(words))


def _nearness(mine: Reading, theirs: Reading) -> dict[int, float]:
    """Return how near any word of *mine* comes to each plain word of *theirs*."""
    here, there = mine.once(_plain), theirs.once(_plain)
    if here is None or there is None:
        return {}
    found: dict[int, float] = {}
    for j, best in zip(there.places, (there.rows @ here.rows.T).max(axis=1).tolist(), strict=True):
        found[j] = max(found.get(j, 0.0), best / (LENGTH * LENGTH))
    return found


def _nearest(pairing: Pairing) -> list[Nearest]:
    """Return for each word of ``theirs`` the word of ``mine`` that comes nearest to it.

    Names, figures and dates are near to nothing but themselves.
    """
    mine, theirs = pairing.mine, pairing.theirs
    found: list[Nearest] = [(0.0, None) if i is None else (1.0, i) for i in pairing.backward]
    here, there = mine.once(_plain), theirs.once(_plain)
    if here is None or there is None:
        return found
    alone = [n for n, j in enumerate(there.places) if pairing.backward[j] is None]
    products = there.rows[alone] @ here.rows.T
    nearest = products.argmax(axis=1).tolist()
    for n, at, best in zip(alone, nearest, products.max(axis=1).tolist(), strict=True):
        j, near = there.places[n], best / (LENGTH * LENGTH)
        if near > found[j][0]:
            found[j] = (near, here.places[at])
    return found


class _Plain(NamedTuple):
    """The words that are no names or figures: their place and vector for each of their forms."""

    places: list[int]
    rows: Rows


def _plain(reading: Reading) -> _Plain | None:
    vectors, forms = load_vectors(_PIVOT), _forms(reading)
    if vectors is None or not forms:
        return None
    rows, _ = vectors.of([form for _, form in forms])
    return _Plain([i for i, _ in forms], rows)


def _forms(reading: Reading) -> list[tuple[int, str]]:
    """Return the words that are no names or figures, with the English words they may be."""
    plain = [i for i in reading.content if not reading.names_thing(i)]
    if reading.lang == _PIVOT:
        return [(i, reading.words[i].fold) for i in plain]
    return [(i, form) for i in plain for form in headwords(reading.meanings[i])[:_SENSES]]
