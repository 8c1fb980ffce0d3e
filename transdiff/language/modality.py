"""How sure a claim is, event by event: the hedges of one reading that the other lacks.

A hedge belongs to the content words it governs. Where the other reading has those words with no
hedge in reach, whatever its wording, the claim has become surer; ``will`` or ``confirmed`` beside
them makes it plain.
"""

from __future__ import annotations

from dataclasses import dataclass

from transdiff.facts import Span
from transdiff.language.abilities import told_by_adjective
from transdiff.language.certainties import certain_of_rest, certain_word, depends, governs
from transdiff.language.cues import HEDGES, STRICT, VOUCHED, Cue
from transdiff.language.denials import nouns_have_capitals
from transdiff.language.hedges import (
    deeds_of,
    hedged_words,
    is_ability,
    is_claim,
    is_hedge,
    is_predicate,
    is_set_off,
    only_names_source,
    sources_in,
)
from transdiff.language.listed import listed_phrases
from transdiff.language.namings import both_name
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.reporting import ACCORDING, reporting
from transdiff.language.reworded_hedges import told_in_other_words
from transdiff.language.tense import is_past
from transdiff.language.units import dimension_of

_REACH = 3
_NEAR = 7
_AROUND = 3
"""Words before a word among which its preposition stands."""
_BELIEVES = "believe"
_SUSPECTED = "alleged"
_ACCUSED = "suspect"
"""Role of whoever is accused."""
_APPEAL = "appeal"
_AHEAD = 12
"""Words that a hedge may stand before the claim it softens."""


@dataclass(frozen=True)
class Shift:
    """A claim that is hedged in one reading only.

    ``hedge`` is the hedge, ``bare`` the words ``[first, end)`` of the other reading that state the
    claim without one, ``certain`` the word there that makes it certain, if any.
    """

    hedge: Cue
    bare: tuple[int, int]
    certain: Cue | None = None


def unhedged(pairing: Pairing, *, reworded: bool = False) -> tuple[Shift, ...]:
    """Return the hedges of ``pairing.theirs`` whose claim ``pairing.mine`` makes without one.

    With *reworded* the hedged verb may be another one, between the same subject and object.
    """
    found = []
    theirs, mine = pairing.theirs, pairing.mine
    if not pairing.comparable:
        return ()
    for cue in theirs.of_kind("hedge", *HEDGES):
        if not is_hedge(theirs, cue) or _rendered(pairing, cue) or both_name(pairing, cue):
            continue
        place = _counterpart(pairing, cue)
        place = _adjunct(pairing, cue) if place is None else place
        if place is None and reworded:
            place = told_in_other_words(pairing, cue)
        if place is None or _softened(pairing, place, cue, own=reworded):
            continue
        if told_by_adjective(pairing, cue, place) or _is_case(mine, cue, place):
            continue
        if _is_remedy(pairing, cue, place):
            continue
        certain = certain_word(mine, place)
        if certain is None and cue.marker.value == "expected":
            place, certain = certain_of_rest(pairing, cue) or (place, None)
        if (
            certain is not None
            and cue.marker.value == "expected"
            and not governs(mine, certain, place)
        ):
            continue  # "will do everything to win"
        if certain is None and is_ability(theirs, cue) and _is_soft(mine):
            continue
        more = _conditions(mine) > _conditions(theirs)
        if certain is not None and more and depends(mine, certain):
            continue
        if certain is not None or cue.marker.value != "expected":
            found.append(Shift(cue, (place, place + 1), certain))
    return tuple(found)


def _is_case(reading: Reading, cue: Cue, place: int) -> bool:
    """Whether a crime is what a court looks into: *the trial over the murder of the judge*."""
    if cue.marker.value != "alleged" or place in reading.pasts:
        return False
    cases = listed_phrases(reading.lang, "hedges.modal", "cases")
    before = range(max(0, place - _AROUND - 1), place)
    return any(cases.match(reading.words, k) for k in before)


def _is_remedy(pairing: Pairing, cue: Cue, place: int) -> bool:
    """Whether both name a right to go to a higher court: *may appeal*, *has a week to appeal*."""
    there, mine = hedged_words(pairing.theirs, cue), pairing.mine
    named = any(_APPEAL in pairing.theirs.events(j) for j in there)
    timed = any(dimension_of(q.unit) == "time" for f in mine.facts for q in f.quantities)
    right = timed and cue.marker.value == "possible" and place not in mine.pasts
    return named and right and _APPEAL in mine.events(place) and not mine.futures


def _rendered(pairing: Pairing, cue: Cue) -> bool:
    """Whether the glossaries know a word of the hedge in the other language: *версия*, "theory"."""
    theirs, mine = pairing.theirs, pairing.mine
    if not pairing.foreign:
        return False
    places = mine.meaning_places
    return any(not places.keys().isdisjoint(theirs.meanings[k]) for k in range(cue.first, cue.end))


def _is_soft(reading: Reading) -> bool:
    """Whether any word softens what is said, other than by naming a source."""
    return any(not only_names_source(reading, c) for c in reading.of_kind("hedge", "soft"))


def _counterpart(pairing: Pairing, cue: Cue) -> int | None:
    """Return the word of the other side that states the hedged claim: head and company pair."""
    hedged = deeds_of(pairing.theirs, hedged_words(pairing.theirs, cue))
    figures = pairing.theirs.once(_counted)
    words = tuple(j for j in hedged if j not in figures)
    heads = words[: _heads(words, pairing.theirs)]
    heads = words if is_set_off(pairing.theirs, cue) else heads
    counted = pairing.mine.once(_counted)
    pairs = [(i, j) for j in heads if (i := pairing.backward[j]) is not None and i not in counted]
    if _inflected(pairing, cue):
        pairs = [(i, cue.first) for i in pairing.backward[cue.first : cue.end] if i is not None]
    place = next((i for i, j in pairs if _states(pairing, i, j)), None)
    if place is None:
        return None
    if pairing.foreign:
        others = {i for i in pairing.backward if i is not None and i != place}
        return place if others else None
    around = (*pairing.theirs.up_to(cue.first, _REACH), *pairing.theirs.beyond(cue.end, _REACH + 1))
    company = {pairing.backward[j] for j in around if j not in words[:1]} - {None, place}
    return place if any(i is not None and abs(i - place) <= _NEAR for i in company) else None


def _counted(reading: Reading) -> frozenset[int]:
    """The words of figures and of their bounds, which claim nothing by themselves: *35*, *超过*."""
    found = [q for facts in reading.facts for q in facts.quantities]
    spans = [span for q in found if q.kind != "article" for span in (q.span, q.bound_span) if span]
    return reading.covered(spans)


def _states(pairing: Pairing, place: int, there: int) -> bool:
    """Whether the word *place* may be the deed, or what something is, that *there* has hedged."""
    predicates = is_predicate(pairing.mine, place) and is_predicate(pairing.theirs, there)
    return is_claim(pairing.mine, place) or _same_deed(pairing, place, there) or predicates


def _adjunct(pairing: Pairing, cue: Cue) -> int | None:
    """Return the word behind the preposition that a hedge stands before: *apparently from oil*."""
    theirs, mine = pairing.theirs, pairing.mine
    leads = load_pack(theirs.lang).words("hedges.modal", "before_adjuncts")
    led = theirs.words[cue.end].fold if cue.end < len(theirs.words) else ""
    if pairing.foreign or led not in leads:
        return None
    for j in theirs.after(cue.end + 1, 1):
        i = pairing.backward[j]
        if i is not None and any(w.fold == led for w in mine.words[max(0, i - _AROUND) : i]):
            return i
    return None


def _same_deed(pairing: Pairing, place: int, there: int) -> bool:
    """Whether a noun is the deed that is hedged: a term of both sides, or part of a verb phrase.

    *Nhiều khả năng sẽ từ chức*, *вероятно, уйдёт в отставку*: the resignation is what is likely.
    """
    mine = pairing.mine
    shared = set(mine.keys[place]) & set(pairing.theirs.keys[there])
    if any(key[0] == "!" for key in shared):
        return mine.names_event(place)
    phrases = (c for c in mine.of_kind("event") if c.end - c.first > 1)
    return any(c.first <= place < c.end for c in phrases)


def _heads(words: tuple[int, ...], reading: Reading) -> int:
    """Return how many words may be the hedged verb: one, or the ideographs of two words."""
    ideograph = words and len(reading.words[words[0]].fold) == 1
    return _REACH + 1 if ideograph else 1


def _inflected(pairing: Pairing, cue: Cue) -> bool:
    """Whether the hedge is the verb itself, in a form of its own, and the other side has it."""
    single = cue.end - cue.first == 1 and pairing.backward[cue.first] is not None
    return single and cue.marker.value == "reported"


def _softened(pairing: Pairing, place: int, cue: Cue, *, own: bool) -> bool:
    """Whether a hedge, or for a reported claim a source, is in reach of the word *place*.

    With *own* a soft word must not answer another word of the other side.
    """
    mine = pairing.mine
    new_source = sources_in(mine) > sources_in(pairing.theirs) and not _who_suspects(pairing, cue)
    hedges = (
        c
        for c in mine.of_kind("hedge")
        if (new_source or not only_names_source(mine, c))
        and not (own and _of_another(pairing, c, cue))
        and not (_names_accused(mine, c) and certain_word(mine, place) is not None)
    )
    if any(0 <= place - c.end <= 1 for c in mine.of_kind("hedge", cue.marker.value)):
        return True  # "suspected of taking bribes", whatever else is suspected there
    if any(-_NEAR <= place - c.first <= _AHEAD or _closes(mine, c, place) for c in hedges):
        return True
    if is_ability(pairing.theirs, cue) and is_past(mine, place):
        return True
    if _conditions(mine) > _conditions(pairing.theirs):
        return True
    if cue.marker.value not in VOUCHED:
        return False
    if len(_beliefs(mine)) > len(_beliefs(pairing.theirs)):
        return any(span.contains(mine.words[place].span) for span in _beliefs(mine))
    return new_source or (sources_in(mine) > 0 and _is_according(pairing.theirs, cue))


def _beliefs(reading: Reading) -> list[Span]:
    """What somebody only believes: *les pompiers pensent que*, for what is *reported* to be so."""
    told = (a for facts in reading.facts for a in facts.attributions)
    return [a.scope for a in told if a.verb == _BELIEVES and a.scope is not None]


def _who_suspects(pairing: Pairing, cue: Cue) -> bool:
    """Whether who tells it here is who only suspects it there: *police suspect*, *police say*."""
    before = set(pairing.theirs.up_to(cue.first, _NEAR))
    if cue.marker.value != _SUSPECTED or not before:
        return False
    mine = pairing.mine
    sources = (a.source_span for f in mine.facts for a in f.attributions if a.source_span)
    return any(pairing.forward[i] in before for span in sources for i in mine.inside(span))


def _names_accused(reading: Reading, cue: Cue) -> bool:
    """Whether a soft word is what somebody is called, whatever he will do: *the second suspect*."""
    found = reporting(reading.lang).roles.match(reading.words, cue.first)
    return cue.marker.value == "soft" and found is not None and found[0] == _ACCUSED


def _closes(reading: Reading, cue: Cue, place: int) -> bool:
    """Whether a hedge ends the clause of a claim: *ein Ausbruch ist möglich*."""
    framed = nouns_have_capitals(reading.lang) and place < cue.first
    return framed and reading.clauses[cue.first] == reading.clauses[place]


def _is_according(reading: Reading, cue: Cue) -> bool:
    """Whether the hedge is who vouches for the claim: *by the account of the inquiry*."""
    sources = (a for facts in reading.facts for a in facts.attributions)
    return any(a.verb == ACCORDING and a.span.overlaps(cue.marker.span) for a in sources)


def _of_another(pairing: Pairing, own: Cue, cue: Cue) -> bool:
    """Whether a hedge of this side only answers a word of the other side that is not *cue*.

    *The suspect left* for *the suspect is thought to have left*: both have the *suspect*.
    """
    mine, theirs = pairing.mine, pairing.theirs
    if own.marker.value != "soft":
        said = mine.wording(own)
        others = theirs.of_kind("hedge", own.marker.value)
        return said != theirs.wording(cue) and any(theirs.wording(c) == said for c in others)
    there = pairing.forward[own.first]
    if there is not None:
        same = theirs.words[there].stem == mine.words[own.first].stem
        same = same or pairing.foreign or own.first in pairing.loose
        return same and not cue.first <= there < cue.end
    if is_ability(theirs, cue):
        return False
    fold = mine.words[own.first].fold
    return any(
        theirs.words[c.first].fold == fold and not cue.first <= c.first < cue.end
        for c in theirs.of_kind("hedge", "soft")
    )


def _conditions(reading: Reading) -> int:
    return len({c.end for c in reading.of_kind("condition", *STRICT)})


def asserted(pairing: Pairing, place: int) -> bool:
    """Whether ``pairing.theirs`` too makes the claim at the word *place* of ``mine`` unhedged."""
    there = pairing.forward[place]
    if there is None:
        return False
    return all(abs(c.first - there) > _NEAR for c in pairing.theirs.of_kind("hedge"))
