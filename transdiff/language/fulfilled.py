"""Conditions told as facts: *as the bank lowers the rate* for *if the bank lowers the rate*."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from transdiff.language.conditions import SUPPOSED, Claim, held_under
from transdiff.language.cues import STRICT, Cue
from transdiff.language.denials import listed_ranges
from transdiff.language.listed import listed_phrases
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.verbs import is_verb

_OPENER = 3
"""Words of the longest conjunction that opens a fact: *in view of*."""
_CLAIMED = 2
"""Words of the claim outside its condition that the other reading must have."""
_SHORT = 2
"""Words of a condition so short that one of them stands for it."""
_OPEN = ("possible", "likely", "doubt")


def fulfilled(pairing: Pairing) -> Iterator[Claim]:
    """Yield the conditions of ``theirs`` that ``mine`` tells as facts, with the words that do so.

    The words of the condition, its verb among them, stand in one clause of ``mine`` that a word
    for a cause or a time opens, or that tells them as past; of the claim that depends on it
    ``mine`` has something too.
    """
    if not pairing.comparable:
        return
    kept, strict = (r.of_kind("condition", *STRICT) for r in (pairing.mine, pairing.theirs))
    supposed = pairing.theirs.of_kind("condition", SUPPOSED)
    if pairing.theirs.of_kind("condition", "only-if") and listed_ranges(pairing.mine, "only"):
        return  # only members who joined before 2010 may vote
    if len(kept) >= max(1, len(strict)):
        return  # the condition is there, in other words
    for cue in (*strict, *supposed):
        found = _caused(pairing, cue) or _done(pairing, cue)
        if found is not None and _claims(pairing, cue, found):
            yield Claim(cue, (found.start, found.stop))


def given_as_fact(pairing: Pairing, claim: Claim) -> tuple[int, int] | None:
    """Return the clause of ``mine`` that gives a fact where *claim* has a condition in other words.

    Nothing of it stands in the other reading outside the condition.
    """
    mine = pairing.mine
    held = held_under(pairing.theirs, claim.condition)
    own = mine.sentence(claim.stated[0])
    for number in sorted({mine.clauses[i] for i in own}):
        clause = range(bisect_left(mine.clauses, number), bisect_right(mine.clauses, number))
        inside = [i for i in mine.content if i in clause]
        at = _opener(mine, clause.start) if inside else None
        apart = all((j := pairing.forward[i]) is None or j in held for i in inside)
        if at is not None and apart and any(_acts(mine, i) for i in inside):
            return at, inside[-1] + 1
    return None


def _caused(pairing: Pairing, cue: Cue) -> range | None:
    """Return the clause of ``mine`` by which a cause or a time is told that *cue* has as open."""
    mine = pairing.mine
    for places, clause in _clauses_of(pairing, cue, mine.clauses):
        at = _opener(mine, clause.start)
        if at is None or _turned(pairing, clause, held_under(pairing.theirs, cue)):
            continue
        reason = listed_phrases(mine.lang, "events", "causes").match(mine.words, at) is not None
        verbal = reason or any(_may_be_verb(pairing, i, j) for i, j in places.items())
        if verbal and not _is_open(mine, clause, reason=reason):
            return range(at, max(i for i in mine.content if i in clause) + 1)
    return None


def _done(pairing: Pairing, cue: Cue) -> range | None:
    """Return the words of ``mine`` that tell as past what *cue* has as open.

    What joins two clauses ends the first: *the talks failed and they will strike*.
    """
    mine, theirs = pairing.mine, pairing.theirs
    held = held_under(theirs, cue)
    for places, clause in _clauses_of(pairing, cue, _parts(mine)):
        past = (i for i in places if i in mine.pasts and _acts(theirs, places[i]))
        told = any(not _told_twice(theirs, places[i], held) for i in past)
        if not told or _turned(pairing, clause, held) or _is_open(mine, clause):
            continue
        if _opener(mine, clause.start) is None:
            return range(min(places), max(i for i in mine.content if i in clause) + 1)
    return None


def _clauses_of(
    pairing: Pairing, cue: Cue, numbers: Sequence[int]
) -> Iterator[tuple[dict[int, int], range]]:
    """Yield the parts of ``mine`` that hold most of a condition, with the words of it."""
    held = held_under(pairing.theirs, cue)
    places = {i: j for j in held if (i := pairing.backward[j]) is not None}
    least = 1 if len(held) <= _SHORT else 2
    for number in sorted({numbers[i] for i in places}):
        inside = {i: j for i, j in places.items() if numbers[i] == number}
        if len(inside) >= least and 2 * len(inside) >= len(held):
            yield inside, range(bisect_left(numbers, number), bisect_right(numbers, number))


def _parts(reading: Reading) -> list[int]:
    """Number the parts of the clauses: a word that joins two begins the next one."""
    joining = load_pack(reading.lang).words("numbers.ranges", "and")
    joined = accumulate(w.fold in joining for w in reading.words)
    return [own + more for own, more in zip(reading.clauses, joined, strict=True)]


def _opener(reading: Reading, start: int) -> int | None:
    """Return where a word stands that opens the clause from *start* on as one of a fact.

    A mark may stand before it, and a conjunction may end in one that opens a clause itself: *now
    that*.
    """
    book = listed_phrases(reading.lang, "events", "facts")
    for at in range(max(0, start - _OPENER + 1), min(len(reading.words), start + 2)):
        found = book.match(reading.words, at)
        if found is not None and found[1] > start:
            return at
    return None


def _is_open(reading: Reading, words: range, *, reason: bool = False) -> bool:
    """Whether anything makes the words no fact: a condition, a doubt, what is to come.

    A reason is given as one though it is to come: *because the tenants will pay*.
    """
    book = listed_phrases(reading.lang, "events", "facts")
    facts = {end for _, _, end in book.all(reading.words)}
    conditions = reading.of_kind("condition", *(STRICT if reason else ()))
    doubts = (
        *(c for c in conditions if c.end not in facts or _is_strict(c)),
        *reading.of_kind("hedge", *_OPEN),
        *reading.of_kind("tense", "asked"),
        *(() if reason else reading.futures),
    )
    if any(c.end - 1 in words for c in doubts):
        return True
    own = reading.sentence(words.start)
    strict = reading.of_kind("condition", *STRICT)
    before = [c for c in strict if own.start <= c.first < words.start]
    # what is supposed may hold a clause: if it is shown that the city paid
    if reading.words[words.start].fold in load_pack(reading.lang).words("attribution", "that"):
        return any(reading.clauses[words.start] - reading.clauses[c.first] == 1 for c in before)
    # an aside parts the subject of a condition from its verb: if the city, next door, paid
    return any(not any(_acts(reading, i) for i in range(c.end, words.start)) for c in before)


def _is_strict(cue: Cue) -> bool:
    return cue.marker.value in STRICT


def _may_be_verb(pairing: Pairing, i: int, j: int) -> bool:
    """Whether two words that pair are no nouns: of *the result of such a ban* none is a verb."""
    mine, theirs = pairing.mine, pairing.theirs
    if mine.names_thing(i) or _describes(mine, i):
        return False
    return _acts(mine, i) or _acts(theirs, j)


def _acts(reading: Reading, index: int) -> bool:
    """Whether the word *index* is a verb, and no participle before its noun: *cooked properly*."""
    known = reading.names_event(index) or is_verb(reading.words[index], reading.lang)
    return known or index in reading.pasts


def _turned(pairing: Pairing, clause: range, held: tuple[int, ...]) -> bool:
    """Whether the fact is the contrary of what is supposed: *if they had not worn belts*."""
    sides = ((pairing.mine, clause), (pairing.theirs, range(min(held), max(held) + 1)))
    denied = [any(c.first in w for c in r.of_kind("negation", "not")) for r, w in sides]
    return denied[0] != denied[1]


def _describes(reading: Reading, index: int) -> bool:
    """Whether an article or the like stands right before the word *index*."""
    articles = load_pack(reading.lang).words("roles", "articles")
    return index > 0 and reading.words[index - 1].fold in articles


def _told_twice(reading: Reading, index: int, held: tuple[int, ...]) -> bool:
    """Whether the reading has what the word *index* says outside the condition too."""
    keys = set(reading.keys[index])
    return any(keys & set(reading.keys[k]) for k in reading.content if k not in held)


def _claims(pairing: Pairing, cue: Cue, found: range) -> bool:
    """Whether ``mine`` has something of what depends on the condition, elsewhere than in it."""
    theirs = pairing.theirs
    inside, own = theirs.clauses[cue.end - 1], theirs.sentence(cue.first)
    rest = [j for j in theirs.content if j in own and theirs.clauses[j] != inside]
    told = [i for j in rest if (i := pairing.backward[j]) is not None and i not in found]
    return bool(told) and len(told) >= min(_CLAIMED, len(rest))
