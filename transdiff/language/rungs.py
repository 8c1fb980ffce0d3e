"""Rungs: what keeps a thing from being so, or from being so yet, and which words are kept so.

Certainty and progress are ladders: what is *examined*, *undecided* or *not known* is less than what
somebody thinks *likely*, and that less than a fact; what is *asked for*, *promised* or *due* has
not been done. The words for a rung are the hedges, the futures and the steps of an act that the
reading knows, and the pack's ``[rungs]``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from transdiff.language.cues import HEDGES, Cue
from transdiff.language.hedges import is_hedge, names_source
from transdiff.language.listed import listed_phrases
from transdiff.language.pack import load_pack
from transdiff.language.reading import Reading

OPEN, DOUBTED, AHEAD, ASKED = "open", "doubted", "ahead", "asked"
"""Nobody knows or has decided; somebody thinks so; it is to come; somebody asks for it."""
_STEPS = ("act:2", "act:3")
_ASKED = 8
"""Words before a word of openness where its question may begin: *whether it failed is unknown*."""
_FEW, _SUBJECT = 3, 3
"""Words of a matter that do not tell what it is, and of a sentence that say who decides."""


class Weak(NamedTuple):
    """A word that holds something on a rung; ``asks``: it leaves a yes and a no open."""

    first: int
    end: int
    rung: str
    asks: bool = False


class Matter(NamedTuple):
    """The content words that a weak word holds, and the clauses that they are held in."""

    words: tuple[int, ...]
    clauses: frozenset[int]


def weak_words(reading: Reading) -> tuple[Weak, ...]:
    """Return what holds anything in *reading* on a rung, in order."""
    return reading.once(_weak_words)


def _weak_words(reading: Reading) -> tuple[Weak, ...]:
    asked = {c.first for c in reading.of_kind("tense", "asked")}
    found = {*_listed(reading), *_cues(reading)}
    return tuple(
        sorted(
            w._replace(asks=not asked.isdisjoint(range(w.first - _ASKED, w.end + 2)))
            if w.rung == OPEN
            else w
            for w in found
            if not _is_measure(reading, w)
        )
    )


def _listed(reading: Reading) -> Iterator[Weak]:
    """Yield the listed words, but those of an idiom: who *asked forgiveness* has apologised."""
    idioms = listed_phrases(reading.lang, "status", "idioms").all(reading.words)
    meant = {i for _, first, end in idioms for i in range(first, end)}
    for rung in (OPEN, DOUBTED, AHEAD, ASKED):
        for _, first, end in listed_phrases(reading.lang, "rungs", rung).all(reading.words):
            if first not in meant:
                yield Weak(first, end, rung)


def _cues(reading: Reading) -> Iterator[Weak]:
    """Yield the hedges, the futures and the steps of an act; the noun *demand* is none."""
    for cue in reading.of_kind("hedge", *HEDGES):
        if is_hedge(reading, cue) and not names_source(reading, cue):
            yield Weak(cue.first, cue.end, AHEAD if cue.marker.value == "expected" else DOUBTED)
    nouns = load_pack(reading.lang).words("rungs", "things")
    steps = (c for c in reading.of_kind("status", *_STEPS) if _fold(reading, c) not in nouns)
    backshift = load_pack(reading.lang).words("tense", "backshift")
    for at in (*reading.futures, *steps):
        yield Weak(at.first, at.end, AHEAD)
    for i, word in enumerate(reading.words):
        if word.fold in backshift:
            yield Weak(i, i + 1, AHEAD)


def _fold(reading: Reading, cue: Cue) -> str:
    return reading.words[cue.first].fold


def _is_measure(reading: Reading, weak: Weak) -> bool:
    """Whether a figure follows a verb that is a unit as well: *half a point to 4.25*."""
    following = reading.words[weak.end : weak.end + 1]
    units = load_pack(reading.lang).words("rungs", "units")
    return reading.words[weak.first].fold in units and any(w.fold[:1].isdigit() for w in following)


def matter(reading: Reading, weak: Weak) -> Matter:
    """Return what *weak* holds: its clause, and the next one where nothing follows in its own.

    An adverb that a comma sets off holds what follows. A word on who has to decide, or on what
    went before, may say too little: then the clause before and the head of the sentence count.
    """
    clauses, own = reading.clauses, reading.sentence(weak.first)
    words = [j for j in reading.content if j in own and not weak.first <= j < weak.end]
    told = [j for j in words if j not in _telling(reading, weak)]
    held = {clauses[weak.first]}
    behind = [j for j in told if j >= weak.end and clauses[j] in held]
    if not behind or weak.rung == OPEN:
        last = clauses[weak.end - 1]  # "that" and "whether" open the clause that is held
        held.add(last if last > clauses[weak.first] else last + 1)
    same = {j for j in told if clauses[j] in held}
    set_off = weak.first > 0 and reading.words[weak.first - 1].fold == ","
    if set_off and behind and weak.rung == DOUBTED:
        same = {j for j in same if j >= weak.end}
    elif len(same) < _FEW:
        same |= {*words[:_SUBJECT]} if weak.rung == OPEN and behind else set[int]()
        same |= {j for j in told if clauses[j] == clauses[weak.first] - 1}
    return Matter(tuple(sorted(same)), frozenset(clauses[j] for j in same))


def _telling(reading: Reading, weak: Weak) -> frozenset[int]:
    """The words that only say who tells it; who promises is part of the promise."""
    held = {*range(weak.first, weak.end)}
    told = [a for f in reading.facts for a in f.attributions]
    others = (a for a in told if held.isdisjoint(reading.inside(a.span)))
    sources = (a.source_span for a in others if a.source_span)
    return reading.covered([*(a.span for a in told), *sources])


def telling_words(reading: Reading) -> frozenset[int]:
    """Return the words that say who tells what."""
    return reading.once(_all_telling)


def _all_telling(reading: Reading) -> frozenset[int]:
    told = (a.span for f in reading.facts for a in f.attributions)
    return reading.covered(told) | reading.source_words


def listed_at(reading: Reading, name: str, places: Iterable[int]) -> bool:
    """Whether a phrase of the list *name* of ``[rungs]`` begins at one of *places*."""
    found = listed_phrases(reading.lang, "rungs", name).all(reading.words)
    return not {first for _, first, _ in found}.isdisjoint(places)
