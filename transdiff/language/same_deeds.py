"""Which deeds of two readings are one deed, whatever words tell it.

Verbs that pair are; so is a verb with what another verb has for its object, where that verb only
carries it (*received a warning*, *warned*), two verbs that hand over one thing (*lent two boats*,
*got two boats*), and two verbs that nothing else pairs with and that are done to one thing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from transdiff.language.deeds import (
    Deed,
    deed_at,
    hands_over,
    is_mutual,
    names_of,
    opens_infinitive,
    told_deeds,
)
from transdiff.language.glossary import is_listed
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.past import past_form, past_grammar
from transdiff.language.reading import Reading
from transdiff.language.roles import DASHES
from transdiff.language.turned import verb_stems
from transdiff.language.verbs import is_verb
from transdiff.language.voices import deed_clause

_MOST = 20
"""Deeds of one sentence that are compared; a table run into a line has more."""


@dataclass(frozen=True)
class SameDeed:
    """One deed as either reading tells it; ``sure`` where both tell it by a verb that pairs."""

    mine: Deed
    theirs: Deed
    sure: bool
    carried: bool = False
    unpaired: bool = False


def same_deeds(pairing: Pairing) -> list[SameDeed]:
    """Return the deeds of both readings that are one."""
    mine, theirs = (r.once(_by_index) for r in (pairing.mine, pairing.theirs))
    found = dict[tuple[int, int], SameDeed]()
    for told in (_verbs, _carried, _carried_there, _handed):
        for i, j in told(pairing):
            one, two = _deed(pairing.mine, i, mine), _deed(pairing.theirs, j, theirs)
            if one is None or two is None or len(found) == _MOST:
                continue
            sure = told is not _handed and (i in mine or one.got) and (j in theirs or two.got)
            alone = pairing.forward[i] is None and pairing.backward[j] is None
            found.setdefault((i, j), SameDeed(one, two, sure, told is not _verbs, alone))
    return [*found.values()]


def _by_index(reading: Reading) -> dict[int, Deed]:
    return {deed.index: deed for deed in reading.once(told_deeds)}


def _deed(reading: Reading, index: int, told: dict[int, Deed]) -> Deed | None:
    return told.get(index) or deed_at(reading, index, [*told.values()])


def _verbs(pairing: Pairing) -> Iterator[tuple[int, int]]:
    """Yield the words that pair where one of them tells a deed and the other one may."""
    mine, theirs = (r.once(_by_index) for r in (pairing.mine, pairing.theirs))
    formless = past_grammar(pairing.mine.lang).formless and not pairing.foreign
    for i, j in _paired(pairing):
        told = i in mine or j in theirs
        if formless and told and pairing.mine.words[i].fold == pairing.theirs.words[j].fold:
            yield i, j
        told = told or (formless and _in_words(pairing.mine, i))
        if told and _may_tell(pairing.mine, i, mine) and _may_tell(pairing.theirs, j, theirs):
            yield i, j


def _paired(pairing: Pairing) -> Iterator[tuple[int, int]]:
    yield from ((i, j) for i, j in enumerate(pairing.forward) if j is not None)
    back = ((i, j) for j, i in enumerate(pairing.backward) if i is not None)
    yield from ((i, j) for i, j in back if pairing.forward[i] != j)


def _in_words(reading: Reading, index: int) -> bool:
    """Whether several signs tell an event there, in a language whose verbs have no forms: 警告."""
    clause = deed_clause(reading, index)
    return clause is not None and len(clause.deed) > 1 and reading.names_event(index)


def _may_tell(reading: Reading, index: int, told: dict[int, Deed]) -> bool:
    """Whether a word that pairs with a verb may be one, as far as its form and meaning tell."""
    word = reading.words[index]
    hedged = any(c.first <= index < c.end for c in reading.of_kind("hedge"))
    if hedged or index in reading.once(names_of):
        return False
    if index in told:
        return True
    if reading.is_figure(index) or word.text[:1].isupper() or is_mutual(reading, index):
        return False
    if _is_counted(reading, index):
        return False
    if past_grammar(reading.lang).formless:
        return _in_words(reading, index)
    if load_pack(reading.lang).section("negation").get("capital-nouns"):
        return True
    if not verb_stems().isdisjoint(reading.meanings[index]) or is_verb(word, reading.lang):
        return True
    formed = past_form(word.fold, reading.lang) or opens_infinitive(reading, index)
    return formed and reading.names_event(index)


def _is_counted(reading: Reading, index: int) -> bool:
    """Whether a word is what a figure counts: *by 312 votes to 208*, no *2-1 win*."""
    counts = index > 0 and reading.is_figure(index - 1)
    return counts and (index < 2 or reading.words[index - 2].text not in DASHES)


def _carried(pairing: Pairing) -> Iterator[tuple[int, int]]:
    """Yield the verbs here whose object is the deed of a verb there: *had a warning from*."""
    theirs = pairing.theirs.once(_by_index)
    for deed in pairing.mine.once(told_deeds):
        if hands_over(pairing.mine, deed.index):
            for k in deed.voice.patient:
                j = pairing.forward[k]
                if j is not None and k != deed.index and _may_tell(pairing.theirs, j, theirs):
                    yield deed.index, j


def _carried_there(pairing: Pairing) -> Iterator[tuple[int, int]]:
    yield from ((i, j) for j, i in _carried(pairing.reversed))


def _handed(pairing: Pairing) -> Iterator[tuple[int, int]]:
    """Yield the verbs that hand over one thing, or that are done to one and pair with nothing."""
    mine, theirs = (r.once(told_deeds) for r in (pairing.mine, pairing.theirs))
    for one, two in product(mine, theirs):
        i, j = one.index, two.index
        handed = hands_over(pairing.mine, i) and hands_over(pairing.theirs, j)
        unpaired = pairing.forward[i] is None and pairing.backward[j] is None
        if handed and not _figures(pairing.mine, one).isdisjoint(_figures(pairing.theirs, two)):
            yield i, j
        elif handed or unpaired:
            shared = pairing.images(one.voice.patient) & two.voice.patient
            if any(not is_named(pairing.theirs, frozenset({k})) for k in shared):
                yield i, j


def is_named(reading: Reading, party: frozenset[int]) -> bool:
    """Whether a party is told by a name, which a calling may stand for: *Brno*, *the city*."""
    names = [n for f in reading.facts for n in f.names]
    told = ((n, i) for n in names for i in reading.inside(n.span) if i in party)
    return any(n.sure or not is_listed(reading.words[i].fold, reading.lang) for n, i in told)


def _figures(reading: Reading, deed: Deed) -> frozenset[float]:
    """Return the figures behind a verb in its clause."""
    clause = deed_clause(reading, deed.index)
    around = frozenset(clause.around()) if clause else frozenset()
    told = (q for f in reading.facts for q in f.quantities)
    inside = (q for q in told if not around.isdisjoint(reading.inside(q.span)))
    return frozenset(q.value for q in inside if q.value > 1)
