"""Verbs of both texts whose agent and patient have changed places."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison, Witness
from transdiff.language.converses import are_converse
from transdiff.language.ongoing import tells_now
from transdiff.language.pairing import Pairing
from transdiff.language.past import past_grammar
from transdiff.language.reading import Reading
from transdiff.language.roles import Roles, is_passive, roles_of
from transdiff.language.same_deeds import is_named
from transdiff.rule import Mark
from transdiff.rules.meaning.claims import disagreement


def exchanged_roles(pair: Comparison) -> Iterator[Mark]:
    """Yield the events whose agent and patient have changed places."""
    verdicts: dict[int, list[tuple[Witness, int, bool]]] = {}
    for witness in pair.witnesses:
        pairing = pair.pairings[witness.key]
        for i in pairing.mine.content:
            j = pairing.forward[i]
            if j is None or (i not in pairing.mine.pasts and not tells_now(pairing.mine, i)):
                continue
            if (swapped := _swapped(pairing, i, j)) is not None:
                verdicts.setdefault(i, []).append((witness, j, swapped))
    for i, told in verdicts.items():
        if all(swapped for _, _, swapped in told):
            witness, j, _ = told[0]
            yield _mark(pair, witness, (i, j))
            return


def _swapped(pairing: Pairing, i: int, j: int) -> bool | None:
    """Whether agent and patient of an event are exchanged; None where either is not told."""
    mine, theirs = roles_of(pairing.mine, i), roles_of(pairing.theirs, j)
    if mine is None or theirs is None:
        return None
    agents, patients = pairing.images(mine.agent), pairing.images(mine.patient)
    if are_converse(pairing.mine.words[i], pairing.theirs.words[j], pairing.mine.lang):
        return _from_one_side(pairing, mine, theirs)
    if not theirs.agent or not theirs.patient or not mine.agent or not mine.patient:
        once = pairing.forward.count(j) == pairing.backward.count(i) == 1
        done = mine.agent or is_passive(pairing.mine, i)
        suffered = theirs.agent or is_passive(pairing.theirs, j)
        same = set(_deeds(pairing.mine, i)) & set(_deeds(pairing.theirs, j))
        told = once and done and suffered and same
        return _other_sufferer(pairing, mine, theirs) if told else None
    if not agents or not patients:
        return None
    crossed = agents & set(theirs.patient) and patients & set(theirs.agent)
    straight = agents & set(theirs.agent) or patients & set(theirs.patient)
    return bool(crossed) and not straight


def _from_one_side(pairing: Pairing, mine: Roles, theirs: Roles) -> bool | None:
    """Whether two verbs for the two sides of one deed have the same party on one side.

    A club that signs a player is the one that he joins; it joins nobody, and he no other club.
    """
    agents, patients = pairing.images(mine.agent), pairing.images(mine.patient)
    doers = pairing.reversed.images(theirs.agent)
    if not agents or not patients or not doers:
        return None
    if patients & set(theirs.agent) or doers & set(mine.patient):
        return False
    if agents & set(theirs.patient):
        named = is_named(pairing.mine, frozenset(mine.patient))
        return named and is_named(pairing.theirs, frozenset(theirs.agent))
    return bool(agents & set(theirs.agent) and patients & set(theirs.patient))


def _deeds(reading: Reading, index: int) -> tuple[str, ...]:
    """What a verb may be recognised by, less a mere common beginning."""
    return tuple(key for key in reading.keys[index] if key[0] != "~")


def _other_sufferer(pairing: Pairing, mine: Roles, theirs: Roles) -> bool | None:
    """Whether who does it in one text is whom it is done to in the other, which names no doer.

    *Two fans were hurt by guards* says another thing than *two guards were hurt as fans ran*.
    """
    if mine.agent and theirs.agent:
        return None
    agents, patients = pairing.images(mine.agent), pairing.images(mine.patient)
    others = pairing.reversed.images(theirs.patient)
    if not patients or not others or patients & set(theirs.patient) or others & set(mine.patient):
        return None
    if mine.agent:
        return True if agents & set(theirs.patient) else None
    if theirs.agent:
        return True if patients & set(theirs.agent) else None
    return True


def _mark(pair: Comparison, witness: Witness, places: tuple[int, int]) -> Mark:
    pairing = pair.pairings[witness.key]
    mine, theirs = roles_of(pairing.mine, places[0]), roles_of(pairing.theirs, places[1])
    assert mine is not None
    assert theirs is not None
    left = (places[0], _end(pairing.mine, places[0]), *mine.agent[:1], *mine.patient[:1])
    right = (places[1], _end(pairing.theirs, places[1]), *theirs.agent[:1], *theirs.patient[:1])
    return disagreement(
        pair,
        witness,
        pairing.mine.span(min(left), max(left) + 1),
        pairing.theirs.span(min(right), max(right) + 1),
    )


def _end(reading: Reading, index: int) -> int:
    """Return the last word of a deed that is written in several signs: 逮捕."""
    if not past_grammar(reading.lang).formless:
        return index
    own = (c.end - 1 for c in reading.of_kind("event") if c.first <= index < c.end)
    return max(own, default=index)
