"""An event that has come further in the article, and what keeps one from being told as a fact."""

from __future__ import annotations

from dataclasses import dataclass

from transdiff.facts import WordKind
from transdiff.language.cues import Cue
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.tense import governing

DOUBTS = (("hedge",), ("negation", "not", "lexical"), ("condition",), ("tense", "asked"))
"""What keeps an event from being told as a fact."""
_ARTICLE = ("condition", "generic")
"""What may open a condition (*a driver who*) and mostly is an article: *filed an appeal*."""


_NEAR = 8


@dataclass(frozen=True)
class Leap:
    """An event at word *mine* of the article that the witness tells at word *theirs* as unfinished.

    ``cue`` is the word that says how far it has come there; ``future`` says that it is a plain
    future (*will*, *scheduled*); ``final`` that the event cannot be undone.
    """

    mine: int
    theirs: int
    cue: Cue | None
    future: bool
    final: bool


def held_back(pairing: Pairing, i: int) -> bool:
    """Whether the article doubts, denies, conditions or only expects the event at *i*."""
    return held_back_by(pairing.mine, i, (*DOUBTS, ("tense", "future")))


def held_back_by(mine: Reading, i: int, kinds: tuple[tuple[str, ...], ...]) -> bool:
    """Whether a word of one of *kinds* governs the event at *i*."""
    held = (c.marker for kind in kinds for c in governing(mine, i, *kind))
    return any((m.kind, m.value) != _ARTICLE for m in held) or _is_possible(mine, i)


def _is_possible(mine: Reading, i: int) -> bool:
    """Whether the event itself is called possible: *a challenge is possible*."""
    copulas = load_pack(mine.lang).words("roles", "passive")
    return any(
        i < c.first <= i + 2 and mine.words[c.first - 1].fold in copulas
        for c in mine.of_kind("hedge", "possible")
    ) or any(c.first == i + 1 for c in mine.of_kind("hedge", "possible") if c.end - c.first > 1)


def says_alike(pairing: Pairing, cue: Cue) -> bool:
    """Whether ``mine`` asks or weighs in the very words of ``theirs``: *要求*, verb or noun."""
    said = pairing.theirs.wording(cue)
    return any(pairing.mine.wording(c) == said for c in pairing.mine.of_kind("status"))


def is_limit(mine: Reading, i: int) -> bool:
    """Whether a clause has the event at *i* as what ends it: *until a heir has been found*."""
    openers = load_pack(mine.lang).words("negation", "fronted-limits")
    own = mine.clauses[i]
    return any(
        w.fold in openers and mine.clauses[k] == own
        for k, w in enumerate(mine.words[max(0, i - _NEAR) : i], max(0, i - _NEAR))
    )


def under_future(mine: Reading, i: int) -> bool:
    """Whether a clause before looks ahead: *will have to prove that they have been vaccinated*."""
    pack = load_pack(mine.lang)
    openers = (*pack.words("events", "clause"), *pack.words("attribution", "that"))
    future = [c for c in mine.of_kind("tense", "future") if c.first < i]
    if not future or mine.clauses[future[-1].first] == mine.clauses[i]:
        return False
    own = (
        w for w, clause in zip(mine.words, mine.clauses, strict=True) if clause == mine.clauses[i]
    )
    return next(w.fold for w in own if w.kind is not WordKind.PUNCT) in openers


def company(pairing: Pairing, i: int, j: int) -> int:
    """Count the content words near *i* whose counterparts are near *j*."""
    near = (
        pairing.forward[k]
        for k in range(max(0, i - _NEAR), min(len(pairing.forward), i + _NEAR + 1))
        if k != i
    )
    return len({k for k in near if k is not None and k != j and abs(k - j) <= _NEAR})
