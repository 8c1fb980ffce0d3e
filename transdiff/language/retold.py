"""What one reading holds open, doubted or to come and the other one tells without a weak word.

No verb need pair: the clause that tells it is found by its words (:mod:`renderings`), in either
direction, and nothing in its sentence may weaken it. ``short`` clauses of a few words are told by
the clause that has nearly all of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from transdiff.language.cues import STRICT, Cue
from transdiff.language.hedges import only_names_source
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.renderings import rendering
from transdiff.language.rungs import (
    AHEAD,
    ASKED,
    OPEN,
    Matter,
    Weak,
    listed_at,
    matter,
    telling_words,
    weak_words,
)

_SAID, _TOLD, _WELL = 0.5, 0.5, 0.75
"""Share of what is held, and of the clause that tells it, that must be there; and to be sure."""
_SHORT, _SHORT_SAID, _LEAST = 4, 0.6, 2
"""Content words of a short clause, its share that must be there, and in how many words."""
_MAIN = 3
"""How many times as many words another clause must have not to be the one of the head."""


class Retold(NamedTuple):
    """What ``weak`` holds there, and the content words of the clause here that tell it."""

    weak: Weak
    matter: Matter
    clause: tuple[int, ...]
    will: Cue | None


def retold(pairing: Pairing, *rungs: str) -> Iterator[Retold]:
    """Yield what ``theirs`` holds on one of *rungs* and ``mine`` tells with nothing weak."""
    for weak in weak_words(pairing.theirs):
        if weak.rung in rungs:
            held = matter(pairing.theirs, weak)
            clause = _clause(pairing, weak, held)
            if not clause or not _is_told(pairing, held, clause):
                continue
            will = _will(pairing.mine, clause) if weak.rung != AHEAD else None
            if not _is_weak(pairing, weak, clause, will):
                yield Retold(weak, held, clause, will)


def _clause(pairing: Pairing, weak: Weak, held: Matter) -> tuple[int, ...]:
    """Return the content words of the clause of ``mine`` that tells what is held, none without.

    It is the clause of what *weak* bears on first, or the one that has most of it.
    """
    mine, theirs = pairing.mine, pairing.theirs
    said = rendering(pairing, held.words)
    heads = [j for j in theirs.after(weak.end, 2) if not theirs.words[j].fold.endswith("ly")][:1]
    head = rendering(pairing, heads)
    behind = rendering(pairing, [j for j in held.words if j >= weak.end])
    if not said.places or (heads and not head.places and behind.share < _SAID):
        return ()  # "cut its rate and may pause"
    count = Counter(mine.clauses[i] for i in said.places)
    best = max(sorted(count), key=lambda c: count[c])
    for i in head.places:
        if _MAIN * count[mine.clauses[i]] >= count[best]:
            best = mine.clauses[i]
    telling = telling_words(mine)
    own = tuple(i for i in mine.content if mine.clauses[i] == best and i not in telling)
    return own if _is_matched(pairing, held, own) else ()


def _is_matched(pairing: Pairing, held: Matter, own: tuple[int, ...]) -> bool:
    """Whether what is held is what the clause *own* says, as far as the words of both tell."""
    mine = pairing.mine
    said, back = rendering(pairing, held.words), rendering(pairing.reversed, own)
    if not own or back.share < _TOLD:
        return False
    named = [i for i in said.places if not mine.is_figure(i)]
    whole = said.share >= _SAID and len(said.places) >= _LEAST
    whole = whole and (len(named) >= _LEAST or said.share >= _WELL)
    short = _LEAST <= len(own) <= _SHORT and back.share >= _SHORT_SAID
    return whole or (short and len(back.places) >= _LEAST)


def _is_told(pairing: Pairing, held: Matter, own: tuple[int, ...]) -> bool:
    """Whether no other clause of ``theirs`` says more of the clause *own* than what is held."""
    clauses = pairing.theirs.clauses
    count = Counter(clauses[j] for j in rendering(pairing.reversed, own).places)
    return max(count.values()) <= max(count[c] for c in held.clauses)


def _will(mine: Reading, own: tuple[int, ...]) -> Cue | None:
    """Return the future of the clause *own*."""
    return next((c for c in mine.futures if mine.clauses[c.first] == mine.clauses[own[0]]), None)


def _is_weak(pairing: Pairing, weak: Weak, own: tuple[int, ...], will: Cue | None) -> bool:
    """Whether anything in the sentence of *own* weakens what it tells, but for its future.

    A plan of another clause does not, nor a soft word that both have; a denial answers no question
    but one that is left open.
    """
    mine = pairing.mine
    clause, sentence = mine.clauses[own[0]], mine.sentence(own[0])
    future = range(will.first, will.end) if will else range(0)
    for other in weak_words(mine):
        far = other.rung in (AHEAD, ASKED) and mine.clauses[other.first] != clause
        if other.first in sentence and not far and other.first not in future:
            return True
    open_ = (*mine.of_kind("condition", *STRICT), *mine.of_kind("tense", "asked"))
    soft = (
        c
        for c in mine.of_kind("hedge")
        if not only_names_source(mine, c) and not _has_too(pairing, c, weak)
    )
    if any(c.first in sentence for c in (*open_, *soft)):
        return True
    denied = (
        c for c in mine.of_kind("negation", "not", "lexical") if mine.clauses[c.first] == clause
    )
    if not weak.asks and any(not _has_too(pairing, c, weak) for c in denied):
        return True
    unsure = listed_at(mine, "surmising", sentence)
    unsure = unsure or (will is None and listed_at(mine, "believing", sentence))
    return unsure or (weak.rung == OPEN and listed_at(mine, "examining", sentence))


def _has_too(pairing: Pairing, cue: Cue, weak: Weak) -> bool:
    """Whether the witness has the word of *cue* too, and not for what is *weak* there."""
    there = pairing.forward[cue.first]
    return there is not None and not weak.first <= there < weak.end
