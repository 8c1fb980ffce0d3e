"""Opposites: words that exclude each other in one place of two sentences that follow each other.

What they turn round tells which finding they are: a comparison (*more*, *less*), what is said to
be or to happen (*is open*, *is closed*; *arrived*, *departed*), or what kind of thing is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Word
from transdiff.language.content import is_content
from transdiff.language.contests import from_the_other_side
from transdiff.language.contrasts import (
    are_verbs,
    contrary,
    has_contrasts,
    poles_of,
    words_by_class,
)
from transdiff.language.converses import are_converse, turned_round
from transdiff.language.cues import Cue
from transdiff.language.date_bounds import ends_as_other_begins
from transdiff.language.denials import opens_clause
from transdiff.language.done_without import is_off
from transdiff.language.exchange import exchanged
from transdiff.language.far_poles import compares, opposites_abroad, turn_abroad
from transdiff.language.pack import load_pack
from transdiff.language.portions import turned_portions
from transdiff.language.reading import Reading
from transdiff.language.reversals import one_outcome
from transdiff.language.shares import complementary
from transdiff.language.slots import Layout
from transdiff.rule import Mark
from transdiff.rules.layouts import closest

_ROOM = 5
"""Words of a slot beyond which its two sides are no longer one for the other."""
_BESIDE = 2
"""Words between a word and one that moved with it."""
_SINCE = "since"
_SCOPE = 5
"""Words before a word in which a negation may turn it round."""
_COPULA = 2
"""Words before an adjective among which the copula is that makes it a claim."""

Turns = Literal["comparison", "claim", "kind"]
"""What two opposites turn round."""


@dataclass(frozen=True, slots=True)
class Opposites:
    """A word of the article and its opposite in a reference."""

    witness: Witness
    mine: Word
    theirs: Word
    turn: Turns
    sure: bool = False


def opposites(pair: Comparison, turn: Turns) -> Iterator[Mark]:
    """Yield a mark for each word of *pair* whose opposite stands in its place and turns *turn*."""
    for found in pair.once(_opposites):
        if found.turn == turn:
            yield _mark(pair, found)


def _opposites(pair: Comparison) -> tuple[Opposites, ...]:
    return tuple(_all(pair))


def _all(pair: Comparison) -> Iterator[Opposites]:
    yield from _abroad(pair)
    found = closest(pair)
    if not has_contrasts(pair.lang):
        return
    if found is None:
        yield from _describing(pair)
        return
    witness, layout = found
    pairs = [*_found(layout)]
    if not pairs or complementary(layout.mine, layout.theirs) or turned_portions(layout.pairing):
        return
    if ends_as_other_begins(layout.pairing):
        return  # open until Monday, closed from Monday
    if from_the_other_side(layout.pairing):
        return  # one scored the goal that the other let in
    for i, j in pairs:
        if exchanged(layout.pairing, range(i, i + 1), range(j, j + 1)) or _turned(layout, i, j):
            continue
        if one_outcome(layout.pairing, range(i, i + 1), range(j, j + 1)):
            continue  # "allowed", "lifted its ban"
        if is_off(layout.mine, i) or is_off(layout.theirs, j):
            continue  # "without lights", "with the lights off"
        if _since(layout, i, j) or _remains(layout.mine, i) or _denied_within(layout, i, j):
            continue
        words = layout.mine.words[i], layout.theirs.words[j]
        yield Opposites(witness, *words, _turn(layout, i, j), sure=_accompanied(layout, i, j))


def _abroad(pair: Comparison) -> Iterator[Opposites]:
    """Yield the words whose opposite every witness has, all of them in another language."""
    told = [(w, [*opposites_abroad(pair.pairings[w.key])]) for w in pair.witnesses]
    if not told or any(w.lang == pair.lang or not found for w, found in told):
        return
    witness, found = told[0]
    pairing = pair.pairings[witness.key]
    if found and from_the_other_side(pairing):
        return  # *A beat B*, *B lost to A*
    for i, j in found:
        if one_outcome(pairing, range(i, i + 1), range(j, j + 1)):
            continue
        if all(i in {k for k, _ in others} for _, others in told):
            words = pairing.mine.words[i], pairing.theirs.words[j]
            yield Opposites(witness, *words, turn_abroad(pairing, i, j))


def _denied_within(layout: Layout, i: int, j: int) -> bool:
    """Whether a word that only one side has is denied by its prefix: *always untouched*."""
    sides = ((layout.pairing, i), (layout.pairing.reversed, j))
    prefixes = load_pack(layout.mine.lang).words("negation", "deniers")
    return any(
        pairing.forward[k] is None and pairing.mine.words[k].fold.startswith(prefixes)
        for pairing, at in sides
        for k in (*pairing.mine.before(at, _BESIDE), *pairing.mine.after(at + 1, _BESIDE))
    )


def _remains(reading: Reading, index: int) -> bool:
    """Whether a word says what is left of a figure right before it: *half a minute left*."""
    start = reading.words[index].span.start
    figures = (q for facts in reading.facts for q in facts.quantities)
    left = reading.words[index].fold in load_pack(reading.lang).words("numbers", "rest")
    return left and any(0 <= start - q.span.end <= 1 for q in figures)


def _mark(pair: Comparison, found: Opposites) -> Mark:
    theirs = found.witness.evidence(found.theirs.span)
    return Mark.against(pair.evidence(found.mine.span), theirs, sure=found.sure)


def _turn(layout: Layout, i: int, j: int) -> Turns:
    """Return what the opposites *i* and *j* turn round."""
    sides = ((layout.mine, i), (layout.theirs, j))
    if all(compares(reading, at) for reading, at in sides):
        return "comparison"
    here, there = (poles_of(reading.words[at], reading.lang) for reading, at in sides)
    if are_verbs(here, there, layout.mine.lang):
        return "claim"
    return "claim" if all(_follows_copula(reading, at) for reading, at in sides) else "kind"


def _follows_copula(reading: Reading, index: int) -> bool:
    """Whether a word says what something is: *is open*."""
    copulas = load_pack(reading.lang).words("hedges.modal", "copulas")
    return any(w.fold in copulas for w in reading.words[max(0, index - _COPULA) : index])


def _describing(pair: Comparison) -> Iterator[Opposites]:
    """Yield adjectives right before one and the same noun that exclude each other.

    Where the sentences are too unlike to be followed word by word: *full recount*, *partial
    recount*. Every linked text in this language has to have another adjective than the article's.
    """
    same = [w for w in pair.witnesses if w.lang == pair.lang]
    words = pair.segment.facts.words
    adjectives = words_by_class(pair.lang).get("adjectives", frozenset())
    for i, word in enumerate(words[:-1]):
        here = poles_of(word, pair.lang) if word.fold in adjectives else frozenset()
        if (
            not here
            or not is_content(words[i + 1], pair.lang)
            or any(poles_of(w, pair.lang) & here for g in same for w in _words(g))
        ):
            continue
        for witness in same:
            theirs = _before(witness, words[i + 1], pair.lang)
            other = next((t for t in theirs if contrary(here, poles_of(t, pair.lang))), None)
            if other is not None and not _denied_near(words, i, pair.lang):
                yield Opposites(witness, word, other, "kind")
                break


def _words(witness: Witness) -> Iterator[Word]:
    return (word for segment in witness.segments for word in segment.facts.words)


def _before(witness: Witness, noun: Word, lang: str) -> list[Word]:
    """The words of *witness* that stand right before *noun*, if none of them is denied."""
    found = []
    for segment in witness.segments:
        words = segment.facts.words
        found += [
            words[j]
            for j in range(len(words) - 1)
            if words[j + 1].stem == noun.stem and not _denied_near(words, j, lang)
        ]
    return found


def _denied_near(words: Sequence[Word], index: int, lang: str) -> bool:
    plain = load_pack(lang).words("negation", "not")
    return any(w.fold in plain for w in words[max(0, index - _SCOPE) : index])


def _found(layout: Layout) -> Iterator[tuple[int, int]]:
    """Yield the first pair of contraries of each slot, then those in phrases that moved."""
    done: set[int] = set()
    for slot in layout.slots:
        for i, j in _contrary(layout, slot.mine, slot.theirs):
            done.add(i)
            yield i, j
            break
    everywhere = layout.theirs.content
    for i in layout.mine.content:
        pairs = list(_contrary(layout, (i,), everywhere)) if i not in done else []
        if len(pairs) == 1 and _accompanied(layout, *pairs[0]):
            yield pairs[0]


def _contrary(
    layout: Layout, mine: Sequence[int], theirs: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Yield the words among *mine* and *theirs* that exclude each other and have no partner."""
    lang, exact = layout.mine.lang, len(mine) == len(theirs) == 1
    narrow = isinstance(theirs, range)
    if narrow and not (0 < len(mine) <= _ROOM and 0 < len(theirs) <= _ROOM):
        return
    for i in mine:
        here = poles_of(layout.mine.words[i], lang)
        if not here or layout.pairing.forward[i] not in (None, *(theirs if exact else ())):
            continue
        if _in_figure(layout.mine, i) or _leads_to_level(layout.mine, i):
            continue
        for j in theirs:
            there = poles_of(layout.theirs.words[j], lang)
            if layout.pairing.backward[j] not in (None, *(mine if exact else ())):
                continue
            if not contrary(here, there):
                continue
            if _in_name(layout.mine, i) != _in_name(layout.theirs, j) or _of_verbs(layout, i, j):
                continue
            if _denied(layout.mine, i) != _denied(layout.theirs, j):
                continue
            if exact or not (_has(layout.theirs, here) or _has(layout.mine, there)):
                yield i, j


def _turned(layout: Layout, i: int, j: int) -> bool:
    """Whether the words name the two parties of one relation and the sentence is turned round."""
    mine, theirs = layout.mine, layout.theirs
    here, there = (mine.words, mine.words[i].span), (theirs.words, theirs.words[j].span)
    converse = are_converse(mine.words[i], theirs.words[j], mine.lang)
    return converse and turned_round(here, there, mine.lang)


def _since(layout: Layout, i: int, j: int) -> bool:
    """Whether the last in a year is the first since: *the last to win did so in 1998*."""
    counts = layout.mine.is_figure(i) or layout.theirs.is_figure(j)
    return counts and any(
        one.year == two.year and one.year is not None and _SINCE in (one.edge, two.edge)
        for one in (m for f in layout.mine.facts for m in f.moments)
        for two in (m for f in layout.theirs.facts for m in f.moments)
        if one.edge != two.edge
    )


def _in_figure(reading: Reading, index: int) -> bool:
    """Whether a word is part of a figure or a date, which are compared as such: *last year*."""
    span = reading.words[index].span
    known = [q.span for f in reading.facts for q in f.quantities]
    known += [m.span for f in reading.facts for m in f.moments]
    return any(s.overlaps(span) for s in known)


def _leads_to_level(reading: Reading, index: int) -> bool:
    """Whether a figure follows that says where something stood: *stood at 5.2 percent*."""
    levels = (q for facts in reading.facts for q in facts.quantities if q.role == "to")
    return any(index < reading.inside(q.span).start <= index + _BESIDE for q in levels)


def _accompanied(layout: Layout, i: int, j: int) -> bool:
    """Whether the words next to *i* are said next to *j*."""
    forward = layout.pairing.forward
    beside = [k for k in layout.mine.content if k != i and abs(k - i) <= _BESIDE]
    return any((there := forward[k]) is not None and abs(there - j) <= _BESIDE for k in beside)


def _said(reading: Reading, poles: frozenset[tuple[int, int]]) -> bool:
    """Whether a text has a word of the same poles."""
    return any(poles <= poles_of(w, reading.lang) for w in reading.words)


def _has(reading: Reading, poles: frozenset[tuple[int, int]]) -> bool:
    """Whether a text says what has these poles, in a word or by denying the opposite."""
    return _said(reading, poles) or _denies(reading, poles)


def _denies(reading: Reading, poles: frozenset[tuple[int, int]]) -> bool:
    """Whether a text denies the opposite: *do not consider it necessary*, *unnecessary*."""
    return any(
        _denied(reading, n) and contrary(poles, poles_of(reading.words[n], reading.lang))
        for n in reading.content
    )


def _in_name(reading: Reading, index: int) -> bool:
    """Whether a word is part of a name: *Northgate High School*."""
    span = reading.words[index].span
    names = (n for facts in reading.facts for n in facts.names)
    return any(n.span.contains(span) and n.span != span for n in names)


def _of_verbs(layout: Layout, i: int, j: int) -> bool:
    """Whether both words only make a verb of a verb: *locks up*, *closes down*."""
    mine, theirs = layout.mine, layout.theirs
    particles = load_pack(mine.lang).words("grammar", "particles")
    if not i or not j or {mine.words[i].fold, theirs.words[j].fold} - {*particles}:
        return False
    return (
        mine.is_content[i - 1] and theirs.is_content[j - 1] and layout.partners.get(i - 1) != j - 1
    )


def _is_subject(reading: Reading, cue: Cue, index: int) -> bool:
    """Whether a denial opens the clause of a word: *none of the crew of the ferry was hurt*."""
    own = reading.clauses[cue.first] == reading.clauses[index]
    return own and cue.marker.value == "not" and opens_clause(reading, cue)


def _denied(reading: Reading, index: int) -> bool:
    """Whether an odd number of negations stands shortly before a word, or *no* right after it.

    One that opens the clause denies it from afar.
    """
    cues = reading.of_kind("negation", "not", "lexical")
    near = {c.first for c in cues if index - _SCOPE <= c.first <= index + 1}
    near |= {c.first for c in cues if c.first < index and _is_subject(reading, c, index)}
    near -= {c.first for c in cues if c.first <= index < c.end}
    plain = load_pack(reading.lang).words("negation", "not")
    if index and reading.words[index - 1].fold in plain:
        near.add(index - 1)  # also in "not far from", which denies nothing else
    return len(near) % 2 == 1
