"""Whose something is, by what stands beside it: *Lund's bid*, *the bid of Lund*, *заявка Лунд*."""

from __future__ import annotations

from transdiff.language.deed_clauses import QUOTES
from transdiff.language.pack import load_pack
from transdiff.language.reading import Reading
from transdiff.language.understood import antecedent
from transdiff.language.voices import deed_clause

_NEAR = 4
"""Small words between a thing and its owner: *the bid of the former*."""
GENITIVE = ("'s", "’s", "s'", "s’")
"""What ends an owner before what is owned: *the mill's*, *the millers'*."""


def owners_of(reading: Reading, things: frozenset[int]) -> frozenset[int]:
    """Return the words that name whose *things* are."""
    return frozenset(i for at in things for i in (*_before(reading, at), *_behind(reading, at)))


def owning(reading: Reading, things: frozenset[int]) -> frozenset[int]:
    """Return whose *things* are, by a relative pronoun too: *the director, whose film won*."""
    clause = deed_clause(reading, min(things)) if things else None
    if clause is None:
        return frozenset()
    at = min(things) - 1
    while at > 0 and reading.words[at].fold in QUOTES | clause.grammar.articles:
        at -= 1
    whose = at > 0 and reading.words[at].fold in clause.grammar.owning
    return owners_of(reading, things) | (antecedent(clause, at) if whose else frozenset())


def is_somebodys(reading: Reading, things: frozenset[int]) -> bool:
    """Whether a possessive stands before *things*, which are of one named: *its press team*."""
    first = min(things, default=0)
    before = reading.words[first - 1].fold if first else ""
    return before in load_pack(reading.lang).words("converses", "owners")


def _before(reading: Reading, at: int) -> tuple[int, ...]:
    found = list[int]()
    for i in range(at - 1, max(-1, at - 1 - _NEAR), -1):
        if not reading.is_content[i]:
            break
        if found or reading.words[i].fold.endswith(GENITIVE):
            found.append(i)
    return tuple(found)


def _behind(reading: Reading, at: int) -> tuple[int, ...]:
    """Return the noun phrase that *of* makes an owner of what stands right before it."""
    of, articles = (load_pack(reading.lang).words("roles", kind) for kind in ("of", "articles"))
    if at + 1 >= len(reading.words) or reading.words[at + 1].fold not in of:
        return ()
    found = list[int]()
    for i in range(at + 2, min(len(reading.words), at + 2 + _NEAR)):
        if reading.is_content[i]:
            found.append(i)
        elif found or reading.words[i].fold not in articles:
            break
    return tuple(found)
