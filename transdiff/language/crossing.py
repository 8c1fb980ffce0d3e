"""Two parties that have changed places, whatever the verb: *a guard pulled a diver out*.

In a reworded sentence the verb seldom pairs with the verb of the other text. Where one party does
something to another in the one reading, and the other does something to the one in the other, the
two have changed places, unless the verbs are the two sides of one deed (*sell*, *buy*).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

from transdiff.language.converses import are_converse
from transdiff.language.deed_clauses import Voice
from transdiff.language.deeds import Deed, told_deeds
from transdiff.language.events import oppositions
from transdiff.language.listed import listed_phrases
from transdiff.language.owners import same_counts
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.words import Range

_MOST = 20
"""Deeds of one sentence that are compared; a table run into a line has more."""


def crossed_parties(pairing: Pairing) -> tuple[Range, Range] | None:
    """Return the words of two deeds, each done by whom the other one is done to."""
    for one, two in pairing.once(_pairs):
        if _crossed(pairing, one, two) and not other_sides(pairing, one, two):
            return one.range, two.range
    return None


def keep_places(pairing: Pairing) -> bool:
    """Whether a deed of both readings is done by one party, and to one, or counts go with both."""
    straight = any(_straight(pairing, one.voice, two.voice) for one, two in pairing.once(_pairs))
    return straight or same_counts(pairing)


def _pairs(pairing: Pairing) -> list[tuple[Deed, Deed]]:
    if pairing.foreign:
        return []
    theirs = list(islice(_deeds(pairing.theirs, set(pairing.forward)), _MOST))
    mine = islice(_deeds(pairing.mine, set(pairing.backward)), _MOST) if theirs else ()
    return [*product(mine, theirs)]


def _deeds(reading: Reading, paired: set[int | None]) -> Iterator[Deed]:
    """Yield the verbs of *reading* whose parties both stand in the other reading too."""
    for deed in reading.once(_all_deeds):
        voice = deed.voice
        if voice.agent & paired and (voice.struck | voice.given) & paired:
            yield deed


def _all_deeds(reading: Reading) -> tuple[Deed, ...]:
    """Return the verbs of *reading* with who does it and to whom, where both are told."""
    both = (d for d in reading.once(told_deeds) if d.voice.struck or d.voice.given)
    return tuple([d for d in both if d.voice.agent])


def _crossed(pairing: Pairing, one: Deed, two: Deed) -> bool:
    """Whether each of the parties does here what is done to it there."""
    if pairing.images(one.voice.agent) & two.voice.agent:
        return False
    suffer = (_suffering(pairing, one, two), _suffering(pairing.reversed, two, one))
    here, there = (d.voice.agent for d in (one, two))
    return bool(pairing.images(here) & suffer[1] and pairing.images(suffer[0]) & there)


def _suffering(pairing: Pairing, one: Deed, two: Deed) -> frozenset[int]:
    """To whom *one* is done; to whom something is given too, where the verbs are the same."""
    same = pairing.forward[one.index] == two.index
    return one.voice.struck | one.voice.given if same else one.voice.struck


def _straight(pairing: Pairing, mine: Voice, theirs: Voice) -> bool:
    agents, patients = pairing.images(mine.agent), pairing.images(mine.struck)
    return bool(agents & theirs.agent and patients & theirs.struck)


def other_sides(pairing: Pairing, one: Deed, two: Deed) -> bool:
    """Whether the verbs may be two sides of one deed: *sell* and *buy*, *please* and *like*."""
    sides = ((pairing.mine, one.index), (pairing.theirs, two.index))
    if _one_verb(pairing, one.index, two.index):
        return False
    one_word, other = (r.words[i] for r, i in sides)
    if are_converse(one_word, other, pairing.mine.lang):
        return True
    book = listed_phrases(pairing.mine.lang, "voice", "two-sided")
    if any(book.match(r.words, i) for r, i in sides):
        return True
    first, second = (r.events(i) for r, i in sides)
    if ("win" in first and "lose" in second) or ("lose" in first and "win" in second):
        return True  # who wins and who loses is held against the order of names
    return any(second & set(oppositions().converse.get(event, ())) for event in first)


def _one_verb(pairing: Pairing, i: int, j: int) -> bool:
    """Whether both words are forms of one verb."""
    return pairing.mine.words[i].stem == pairing.theirs.words[j].stem
