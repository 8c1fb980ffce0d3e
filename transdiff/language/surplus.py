"""Surplus denials: what one reading denies where the other one tells as much and denies nothing.

A denial may be put in many words, but something carries it: a *not*, a word like *fail* or
*without*, one with a prefix, a limit, or a word that sets one thing against another. Where the
other side has nothing of the kind that is its own, a *not* has come from nowhere, be the verb that
it denies put in other words.
"""

from __future__ import annotations

from typing import NamedTuple

from transdiff.language.cues import STRICT, Cue
from transdiff.language.denial_limits import sets_end, sets_limit
from transdiff.language.denial_pairs import partners_of
from transdiff.language.denials import (
    denials,
    governed,
    is_elliptic,
    is_part_of,
    is_within,
    listed_ranges,
    too_early,
)
from transdiff.language.dictionary import UNSPACED
from transdiff.language.inner_denials import denies_itself
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading

_SHARE, _LEAST, _CLEAR = 0.3, 2, 3
"""Share of the denied clause that the other side must have, its words at least; and how many are
enough for a word that only limits to answer nothing."""
_TURNING = frozenset(
    {
        "exclude",
        "deny",
        "reject",
        "refuse",
        "doubt",
        "prevent",
        "oppose",
        "cancel",
        "end",
        "close",
        "leave",
        "stop",
        "suspend",
        "fail",
        "lose",
    }
)
"""Events that hold a denial: whoever does not exclude a thing says that it may be, and what is not
cancelled takes place."""


class Surplus(NamedTuple):
    """A denial of ``mine`` that nothing answers, and the nearest word of ``theirs`` to it."""

    cue: Cue
    there: int | None


def surplus_denials(pairing: Pairing) -> tuple[Surplus, ...]:
    """Return the denials of ``mine`` that nothing in ``theirs`` answers.

    ``there`` is None where too little of the sentence is in ``theirs`` to tell anything by it.
    """
    mine = pairing.mine
    if not pairing.comparable or not mine.of_kind("negation", "not"):
        return ()
    here, there = mine.once(denials), pairing.theirs.once(denials)
    partners = partners_of(pairing, here, there)
    taken = set(partners.values())
    if any(r.marker.value == "not" and r not in taken for r in there) or _denies(pairing, taken):
        return ()
    told = {mine.clauses[c.first] for c in partners}
    limited = _is_limited(pairing)
    return tuple(
        Surplus(cue, _counterpart(pairing, cue))
        for cue in here
        if cue.marker.value == "not"
        and mine.clauses[cue.first] not in told  # никто не: one denial
        and not _is_aside(mine, cue, limited=limited)
        and not (limited and not _says_enough(pairing, cue))
    )


def _denies(pairing: Pairing, taken: set[Cue]) -> bool:
    """Whether a word that ``theirs`` has for itself holds a denial, or sets a limit."""
    theirs = pairing.theirs
    held = (c for c in theirs.of_kind("negation", "lexical") if c not in taken)
    ended = theirs.of_kind("event", *sorted(_TURNING))
    if any(_is_own(pairing, c) for c in (*held, *ended, *theirs.of_kind("limit"))):
        return True
    if listed_ranges(theirs, "idioms"):
        return True  # nicht einmal, 不只, not only
    left = (j for j in theirs.content if pairing.backward[j] is None)
    return any(denies_itself(theirs.words[j], theirs.lang) for j in left)


def _is_limited(pairing: Pairing) -> bool:
    """Whether ``theirs`` has a word of its own that may stand in for a denial: *only*, *still*."""
    weak = pairing.theirs.of_kind("negation", "weak", "peak")
    return any(_is_own(pairing, c) for c in weak)


def _is_own(pairing: Pairing, cue: Cue) -> bool:
    """Whether ``mine`` does not have the words of *cue* as well."""
    places = range(cue.first, cue.end)
    if any(pairing.backward[j] is not None for j in places):
        return False
    said = {w.fold for w in pairing.mine.words}
    return any(pairing.theirs.words[j].fold not in said for j in places)


def _is_aside(mine: Reading, cue: Cue, *, limited: bool) -> bool:
    """Whether *cue* denies nothing that is told as a fact, or what it denies is a denial."""
    if sets_limit(mine, cue) if limited else sets_end(mine, cue):
        return True
    if is_elliptic(mine, cue) or is_part_of(mine, cue, "no-comment"):
        return True
    if any(e in _TURNING for i in governed(mine, cue)[:2] for e in mine.events(i)):
        return True
    clause = mine.clauses[cue.first]
    open_ = (*mine.of_kind("condition", *STRICT), *mine.of_kind("tense", "asked"))
    if any(mine.clauses[c.first] == clause for c in open_) or is_within(too_early(mine), cue.first):
        return True
    hedges = mine.of_kind("hedge")
    return any(c.first <= cue.first < c.end for c in hedges)


def _said(pairing: Pairing, cue: Cue) -> list[int]:
    """The words of the denied clause that ``theirs`` has, if they say more than who it is about."""
    mine = pairing.mine
    said = [i for i in mine.of_clause(cue.first) if pairing.forward[i] is not None]
    who = mine.source_words | mine.office_words
    who |= mine.covered(n.span for f in mine.facts for n in f.names)
    told = (i for i in said if i not in who)
    tells = any(pairing.forward[i] not in pairing.theirs.source_words for i in told)
    return said if tells else []


def _says_enough(pairing: Pairing, cue: Cue) -> bool:
    """Whether ``theirs`` has so much of the clause that what limits something is no answer."""
    return len(_said(pairing, cue)) >= _CLEAR * _by_sign(pairing)


def _by_sign(pairing: Pairing) -> int:
    """How many words stand for one of other languages: each sign is one where none are parted."""
    return 3 if pairing.mine.lang in UNSPACED else 1


def _counterpart(pairing: Pairing, cue: Cue) -> int | None:
    """Return the nearest word to *cue* that ``theirs`` has, where it has enough of the clause.

    Of a clause that is put wholly in other words: where it has half of the sentence.
    """
    said, clause = _said(pairing, cue), pairing.mine.of_clause(cue.first)
    if len(said) < _LEAST * _by_sign(pairing) or len(said) < _SHARE * len(clause):
        said = [i for i in pairing.mine.content if pairing.forward[i] is not None]
        if len(said) < _LEAST * _by_sign(pairing) or 2 * len(said) < len(pairing.mine.content):
            return None
    return pairing.forward[min(said, key=lambda i: abs(i - cue.first))]
