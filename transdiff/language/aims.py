"""What an outcome is the outcome of, and whose it is: *she rules out* **a recount**."""

from __future__ import annotations

from transdiff.language.deeds import opens_infinitive
from transdiff.language.denials import nouns_have_capitals
from transdiff.language.dictionary import UNSPACED
from transdiff.language.outcomes import Outcome
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.renderings import rendering
from transdiff.language.roles import is_passive

_MOST, _CHARACTERS = 2, 6
"""Content words in a row that name an aim, and characters where no spaces part words."""
_DOERS = 8
"""Content words before an outcome among which stands who brings it about."""


def aim(reading: Reading, outcome: Outcome) -> tuple[int, ...]:
    """Return the words that name what the outcome is of: its object, or the subject of a passive.

    They stand in a row: whoever opposes *the closing of the mill* does not oppose the mill, and
    whoever wants *the levy scrapped* does not want the levy. An infinitive has its own object
    there: *no reason to open* **an inquiry**.
    """
    parted = tuple(i for i in outcome.parted if i in reading.groups)
    if parted and nouns_have_capitals(reading.lang):
        return parted
    most = _CHARACTERS if reading.lang in UNSPACED else _MOST
    if is_done_to(reading, outcome):
        return _row(_named(reading, reading.before(outcome.first, most)))
    after = _named(reading, reading.after(outcome.end, 2 * most))
    found = _row(after)
    if len(found) == 1 and is_infinitive_form(reading, found[0]):
        found += _row(after[1:])
    return () if not reading.pasts.isdisjoint(found[1:]) else found[:most]


def _named(reading: Reading, places: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(i for i in places if i in reading.groups and i not in reading.times)


def is_infinitive_form(reading: Reading, index: int) -> bool:
    """Whether a word is an infinitive, by its mark or by its ending: *to open*, *ouvrir*."""
    endings = load_pack(reading.lang).words("tense", "headline-infinitives")
    return opens_infinitive(reading, index) or reading.words[index].fold.endswith(endings)


def is_done_to(reading: Reading, outcome: Outcome) -> bool:
    """Whether the outcome is a passive: *was ruled out*."""
    auxiliaries = load_pack(reading.lang).words("roles", "passive")
    opening = reading.words[outcome.first].fold in auxiliaries
    return opening or is_passive(reading, outcome.first)


def _row(places: tuple[int, ...]) -> tuple[int, ...]:
    """The words up to the first gap between them."""
    row = places[:1]
    for at in places[1:]:
        if abs(at - row[-1]) > 1:
            break
        row = (*row, at)
    return row


def one_aim(pairing: Pairing, a: Outcome, w: Outcome) -> bool:
    """Whether both outcomes are told of the same thing."""
    mine, theirs = aim(pairing.mine, a), aim(pairing.theirs, w)
    if not mine or not theirs:
        return not mine and not theirs
    return bool(set(rendering(pairing, theirs).places) & set(mine))


def of_others(pairing: Pairing, a: Outcome, w: Outcome) -> bool:
    """Whether both clauses say who brings the outcome about, and it is not the same one."""
    mine, theirs = _doers(pairing.mine, a), _doers(pairing.theirs, w)
    if not mine or not theirs:
        return False
    return not set(rendering(pairing, theirs).places) & set(mine)


def _doers(reading: Reading, outcome: Outcome) -> tuple[int, ...]:
    if is_done_to(reading, outcome):
        return ()
    before = reading.before(outcome.first, _DOERS)
    return tuple(i for i in before if i not in reading.times)
