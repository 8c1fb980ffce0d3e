"""Two counts and two parties told by turns: *31 by the navy, 12 by a trawler*.

Whatever the words between and whichever comes first, the first count goes with the first party: who
has which count has changed if only one of the two orders has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from transdiff.facts import WordKind
from transdiff.language.amounts import kind_of
from transdiff.language.events import oppositions
from transdiff.language.pairing import Pairing
from transdiff.language.past import past_form
from transdiff.language.reading import Reading
from transdiff.language.voice_grammar import VoiceGrammar, voice_grammar

_KINDS = ("cardinal", "percent", "money", "measure")
_LEAST = 2
"""*One* is often no count at all."""
_MOST = 8
"""Counts of a reading that are compared; a table run into a line has more."""
_PARTIES = 2
_REACH = 10
"""Words between a count and its party."""

_Count = tuple[str, float]
_Two = tuple[int, int]


@dataclass(frozen=True)
class Turns:
    """Two counts and the words of two parties that stand by turns in either reading."""

    counts: tuple[_Count, _Count]
    mine: _Two
    theirs: _Two
    exchanged: bool


def turns(pairing: Pairing) -> Iterator[Turns]:
    """Yield the counts and parties that stand by turns in both readings."""
    here, there = pairing.mine.once(_counts), pairing.theirs.once(_counts)
    shared = sorted(here.keys() & there.keys())
    if len(shared) < _PARTIES or _told_from_two_sides(pairing):
        return
    parties = _parties(pairing)
    for a, b in combinations(shared, 2):
        if a[0] != b[0]:
            continue
        for one, two in combinations(parties, 2):
            mine, theirs = zip(one, two, strict=True)
            own = _in_order(pairing.mine, (here[a], here[b]), mine)
            other = _in_order(pairing.theirs, (there[a], there[b]), theirs)
            if own is not None and other is not None:
                yield Turns((a, b), mine, theirs, own != other)


def _counts(reading: Reading) -> Mapping[_Count, int]:
    """Return where each count stands that a reading has once."""
    told = [
        ((kind_of(q), q.value), reading.inside(q.span))
        for facts in reading.facts
        for q in facts.quantities
        if q.kind in _KINDS and q.value >= _LEAST and q.high is None
    ]
    often = Counter(count for count, _ in told)
    if len(told) > _MOST:
        return {}
    return {count: inside.start for count, inside in told if inside and often[count] == 1}


def _told_from_two_sides(pairing: Pairing) -> bool:
    """Whether one reading tells what is given where the other tells what is got."""
    mine, theirs = (
        {c.marker.value for c in r.of_kind("event")} for r in (pairing.mine, pairing.theirs)
    )
    return any(theirs & set(oppositions().converse.get(event, ())) for event in mine)


def _parties(pairing: Pairing) -> Sequence[_Two]:
    """Return the words that may name a party and pair with one word, that with them alone."""
    often = Counter(j for i in pairing.mine.content if (j := pairing.forward[i]) is not None)
    return [
        (i, j)
        for i in pairing.mine.content
        if (j := pairing.forward[i]) is not None
        and often[j] == 1
        and pairing.backward[j] == i
        and _may_name(pairing.mine, i)
        and _may_name(pairing.theirs, j)
    ]


def _may_name(reading: Reading, index: int) -> bool:
    """Whether a word is nothing that one counts, no figure, time, verb or word of an event."""
    if _is_deed(reading, index):
        return False
    return index not in reading.once(_counted) and index not in reading.times


def _is_deed(reading: Reading, index: int) -> bool:
    past = index in reading.pasts or past_form(reading.words[index].fold, reading.lang)
    return bool(past) or reading.names_event(index)


def _counted(reading: Reading) -> frozenset[int]:
    """Return the figures with what stands right behind each of them: *31 stranded migrants*."""
    found = set[int]()
    for i in reading.content:
        follows = i - 1 in found and not _is_deed(reading, i)
        if reading.is_figure(i) or follows:
            found.add(i)
    return frozenset(found)


def _in_order(reading: Reading, counts: _Two, parties: _Two) -> bool | None:
    """Whether the party named first goes with the count named first, None if not by turns."""
    swapped = counts[0] > counts[1], parties[0] > parties[1]
    (c, d), (p, q) = sorted(counts), sorted(parties)
    by_turns = p < c < q < d or c < p < d < q
    near = max(abs(p - c), abs(q - d)) <= _REACH
    if not (by_turns and near and d in reading.sentence(c) and q in reading.sentence(p)):
        return None
    alike = _marker(reading, p) == _marker(reading, q)
    return swapped[0] == swapped[1] if alike else None


def _marker(reading: Reading, index: int) -> str:
    """Return the preposition that opens the phrase of the word *index*, nothing for a doer's."""
    grammar = voice_grammar(reading.lang)
    if grammar is None:
        return ""
    at = index - 1
    while at >= 0 and _goes_on(reading, at, grammar):
        at -= 1
    word = reading.words[at] if at >= 0 else None
    if word is None or word.kind is not WordKind.WORD or reading.is_content[at]:
        return ""
    no_prepositions = grammar.agent | grammar.joining | grammar.breaks | grammar.auxiliaries
    return "" if word.fold in no_prepositions | grammar.passive else word.fold


def _goes_on(reading: Reading, at: int, grammar: VoiceGrammar) -> bool:
    """Whether a phrase may have begun before the word *at*."""
    if reading.words[at].fold in grammar.articles:
        return True
    return reading.is_content[at] and not (reading.is_figure(at) or _is_deed(reading, at))
