"""Deeds that two readings tell with their parties the other way round, by whatever tells it.

Each function asks one kind of deed or wording, and returns the words of either reading: a contest,
a payment, a deed with another side (*sell*, *buy*), a deed of another language, any two deeds.
"""

from __future__ import annotations

from transdiff.facts import Span
from transdiff.language.addressed import turned_address
from transdiff.language.contests import turned_outcome
from transdiff.language.counted_doers import counted_doer
from transdiff.language.crossing import crossed_parties
from transdiff.language.events import oppositions
from transdiff.language.other_doers import other_doer
from transdiff.language.pairing import Pairing
from transdiff.language.parties import exchanged_parties
from transdiff.language.past import past_grammar
from transdiff.language.payments import reversed_payment
from transdiff.language.reading import Reading
from transdiff.language.roles import deed_roles, tells_by_order
from transdiff.language.ties import turned_tie
from transdiff.language.turned import turned_voices
from transdiff.language.voices import voice_of
from transdiff.language.words import Range


def converse_deed(pairing: Pairing) -> tuple[Span, Span] | None:
    """Return a deed that is told from the other side, with the same party doing it.

    Who *sold* the club did not *buy* it.
    """
    mine, theirs = _sides(pairing.mine), _sides(pairing.theirs)
    for event, i in mine.items():
        for other in oppositions().converse[event]:
            if event in theirs or other in mine or other not in theirs:
                continue
            j = theirs[other]
            here, there = _doers(pairing.mine, i), _doers(pairing.theirs, j)
            if pairing.images(here) & there:
                whole = pairing.mine.span(min(i, *here), max(i, *here) + 1)
                return whole, pairing.theirs.words[j].span
    return None


def _doers(reading: Reading, index: int) -> frozenset[int]:
    """Return who does the deed at *index*, by the order of words or by what marks them."""
    if not tells_by_order(reading.lang):
        voice = voice_of(reading, index)
        return voice.agent if voice else frozenset()
    roles = deed_roles(reading, index)
    return frozenset(roles.agent if roles else ())


def _sides(reading: Reading) -> dict[str, int]:
    """The events of a reading that have another side, each where it is first."""
    found: dict[str, int] = {}
    for cue in reading.of_kind("event"):
        if cue.marker.value in oppositions().converse:
            found.setdefault(cue.marker.value, cue.first)
    return found


def turned_abroad(pairing: Pairing) -> tuple[Span, Span] | None:
    """Return the deed that the other side tells with its parties the other way round.

    In another language, or in one whose verbs have no forms: there only the order tells who acts.
    """
    formless = past_grammar(pairing.mine.lang).formless
    return _spans(pairing, turned_voices(pairing)) if pairing.foreign or formless else None


def crossed_deeds(pairing: Pairing) -> tuple[Span, Span] | None:
    """Return what two parties do to each other the other way round, in whichever words."""
    return _spans(pairing, crossed_parties(pairing))


def another_doer(pairing: Pairing) -> tuple[Span, Span] | None:
    """Return one deed that another of the same parties does."""
    return _spans(pairing, other_doer(pairing))


def counted_doers(pairing: Pairing) -> tuple[Span, Span] | None:
    """Return the count of those to whom a deed is done, given to those who do it."""
    return _spans(pairing, counted_doer(pairing))


def _spans(pairing: Pairing, found: tuple[Range, Range] | None) -> tuple[Span, Span] | None:
    if found is None:
        return None
    mine, theirs = found
    return pairing.mine.span(*mine), pairing.theirs.span(*theirs)


def turned_contest(pairing: Pairing) -> tuple[Span, Span] | None:
    """Return who won and lost the other way round."""
    turned = turned_outcome(pairing)
    if turned is None:
        return None
    mine, theirs = turned
    return pairing.mine.span(*mine), theirs.marker.span


def turned_ties(pairing: Pairing) -> tuple[Span, Span] | None:
    """Return whose first partner or market somebody is the other way round."""
    turned = turned_tie(pairing)
    if turned is None:
        return None
    return pairing.mine.span(*turned[0]), pairing.theirs.span(*turned[1])


def turned_payment(pairing: Pairing) -> tuple[Span, Span] | None:
    """Return who pays whom the other way round."""
    turned = reversed_payment(pairing)
    if turned is None:
        return None
    mine, theirs = (
        reading.span(min(p.first, *p.giver), max(p.end - 1, *p.giver) + 1)
        for reading, p in zip((pairing.mine, pairing.theirs), turned, strict=True)
    )
    return mine, theirs


def exchanged_doers(pairing: Pairing) -> tuple[Span, Span] | None:
    """Return the party that is told to have done what another one did, and the other way round."""
    turned = exchanged_parties(pairing)
    if turned is None:
        return None
    mine, theirs = (
        reading.span(told.party[0], told.party[-1] + 1)
        for reading, told in zip((pairing.mine, pairing.theirs), turned, strict=True)
    )
    return mine, theirs


def crossed_addresses(pairing: Pairing) -> tuple[Span, Span] | None:
    """Return who turns to or against whom, where that is the other way round or another one."""
    return _spans(pairing, turned_address(pairing))
