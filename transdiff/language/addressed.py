"""Who accuses, blames, thanks or warns whom: verbs by which one party turns to another.

A closed list of verbs (``[addressed]`` of a pack) is read by the order of words, with pronouns, in
the present too (*parents accuse teachers*), so that two parties that have changed places are seen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from transdiff.facts import WordKind
from transdiff.language.callings import of_other_callings, roles_of
from transdiff.language.listed import listed_table
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.words import Range

_REACH = 9
"""Words from a verb to the end of a party."""
_AUXILIARY = 3
"""Words before a participle among which its auxiliary stands."""


@dataclass(frozen=True)
class Address:
    """An act at word ``index``, of which party, to which; a pronoun is ``spoken`` of."""

    act: str
    index: int
    by: frozenset[int]
    to: frozenset[int]
    pronoun: bool = False

    @property
    def range(self) -> Range:
        """The words from one party to the other."""
        words = (self.index, *self.by, *self.to)
        return min(words), max(words) + 1


def turned_address(pairing: Pairing) -> tuple[Range, Range] | None:
    """Return an act whose parties have changed places, or that is done to one of another side."""
    if pairing.foreign:
        return None
    if keeps_address(pairing):
        return None
    for one, two in pairing.once(_same_acts):
        if _crossed(pairing, one, two) or _to_others(pairing, one, two):
            return one.range, two.range
    return None


def keeps_address(pairing: Pairing) -> bool:
    """Whether an act of both readings is done to the same party."""
    return any(_straight(pairing, one, two) for one, two in pairing.once(_same_acts))


def _same_acts(pairing: Pairing) -> list[tuple[Address, Address]]:
    """Return the acts that both readings tell, each with the other's."""
    mine, theirs = (r.once(_addresses) for r in (pairing.mine, pairing.theirs))
    return [(one, two) for one in mine for two in theirs if one.act == two.act]


def _straight(pairing: Pairing, one: Address, two: Address) -> bool:
    by, to = pairing.images(one.by), pairing.images(one.to)
    return bool(to & two.to or (by & two.by and not one.to))


def _crossed(pairing: Pairing, one: Address, two: Address) -> bool:
    """Whether each party is here what the other one is there; a pronoun may be anybody."""
    by, to = pairing.images(one.by), pairing.images(one.to)
    if by & two.by:
        return False
    if one.pronoun and two.pronoun:
        return bool((by & two.to and not one.to) or (to & two.by and not two.to))
    return bool(by & two.to and to & two.by)


def _to_others(pairing: Pairing, one: Address, two: Address) -> bool:
    """Whether one party does it to people whose callings nobody has at once: nurses, a ministry."""
    if not (pairing.images(one.by) & two.by) or not one.to or not two.to:
        return False
    if pairing.images(one.to) or pairing.reversed.images(two.to):
        return False
    here, there = roles_of(pairing.mine, one.to), roles_of(pairing.theirs, two.to)
    return of_other_callings(here, there)


def _addresses(reading: Reading) -> list[Address]:
    """Return the acts of a reading of which at least one party is told."""
    if not load_pack(reading.lang).section("addressed"):
        return []
    return [*_told(reading)]


def _told(reading: Reading) -> Iterator[Address]:
    pack = load_pack(reading.lang)
    for act, first, end in listed_table(reading.lang, "addressed", "verbs").all(reading.words):
        if end - first != 1 or (first and reading.words[first].text[:1].isupper()):
            continue
        passive = _passive(reading, first)
        after = [*_behind(reading, first)]
        if passive is not None:
            agent = next((k for k in after if _is(reading, k, pack.words("roles", "agent"))), None)
            if agent is not None:
                by, to = _party(reading, agent + 1, "objects"), _before(reading, passive)
                yield Address(act, first, by[0], to[0], by[1] or to[1])
            continue
        by, to = _before(reading, first), _party(reading, first + 1, "objects")
        shifts = _is(reading, first, pack.words("addressed", "shifting"))
        shifted = [k for k in after if _is(reading, k, pack.words("addressed", "shifted"))]
        if shifts and shifted:  # blamed the delay on the ministry
            to = _party(reading, shifted[0] + 1, "objects")
        if (by[0] or by[1]) and (to[0] or to[1]):
            yield Address(act, first, by[0], to[0], by[1] or to[1])


def _is(reading: Reading, at: int, words: tuple[str, ...]) -> bool:
    return reading.words[at].fold in words


def _behind(reading: Reading, index: int) -> Iterator[int]:
    """Yield the words behind a verb up to the next mark."""
    for at in range(index + 1, min(len(reading.words), index + 1 + _REACH)):
        if reading.words[at].kind is WordKind.PUNCT:
            return
        yield at


def _passive(reading: Reading, index: int) -> int | None:
    """Return the auxiliary that makes the verb a passive one."""
    auxiliaries = load_pack(reading.lang).words("roles", "passive")
    before = range(max(0, index - _AUXILIARY), index)
    return next((k for k in before if _is(reading, k, auxiliaries)), None)


def _party(reading: Reading, first: int, pronouns: str) -> tuple[frozenset[int], bool]:
    """Return who stands from the word *first* on, and whether that is a pronoun."""
    pack = load_pack(reading.lang)
    stops, small = pack.words("addressed", "stops"), pack.words("addressed", "to")
    found = list[int]()
    for at in range(first, min(len(reading.words), first + _REACH)):
        word = reading.words[at]
        if not found and word.fold in pack.words("addressed", pronouns):
            beyond = at + 1 < len(reading.words) and reading.is_content[at + 1]
            if not beyond:
                return frozenset(), True
        if word.kind is WordKind.PUNCT or (word.fold in stops and word.fold not in small):
            break
        if at in reading.pasts and at > first:
            break
        if reading.is_content[at] and not reading.is_figure(at):
            found.append(at)
        elif found and word.fold in stops:
            break
    return frozenset(found), False


def _before(reading: Reading, index: int) -> tuple[frozenset[int], bool]:
    """Return who stands before a verb, or before an earlier one that it is joined to."""
    pack = load_pack(reading.lang)
    start = reading.sentence(index).start
    at = index - 1
    if at > start and _is(reading, at, pack.words("roles", "coordinators")):
        return _opening(reading, start, at)
    found = list[int]()
    while at >= start and index - at <= _REACH:
        word = reading.words[at]
        if word.fold in pack.words("addressed", "subjects"):
            return frozenset(), not found
        if word.kind is WordKind.PUNCT or at in reading.pasts:
            break
        if word.fold in pack.words("addressed", "stops") and found and word.fold != "of":
            break
        if reading.is_content[at] and not reading.is_figure(at):
            found.append(at)
        at -= 1
    return frozenset(found), False


def _opening(reading: Reading, start: int, end: int) -> tuple[frozenset[int], bool]:
    """Return the party that opens a sentence, which a joined verb has for its own."""
    found = list[int]()
    for at in range(start, end):
        word = reading.words[at]
        if word.fold in load_pack(reading.lang).words("addressed", "subjects"):
            return frozenset(), True
        if at in reading.pasts or word.kind is WordKind.PUNCT:
            break
        if reading.is_content[at] and not reading.is_figure(at):
            found.append(at)
    return frozenset(found), False
