"""How much of a whole a sentence speaks of, as a range: *both*, *not one of*, *just under half*.

Two texts that give one thing portions that have nothing in common contradict each other, whatever
the words: ``[numbers.quantifiers]`` and ``[numbers.portions]`` of a pack, fractions and percent.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from transdiff.facts import Bound, Quantity, Span
from transdiff.language.counted_parts import (
    NOUNS,
    RANGES,
    Portion,
    excepting,
    included,
    of_counts,
    of_others,
    parted,
)
from transdiff.language.cues import Cue
from transdiff.language.dictionary import UNSPACED
from transdiff.language.events import oppositions
from transdiff.language.listed import listed_phrases
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.phrases import Phrases, pieces_of
from transdiff.language.reading import Reading

_MOST = 20
"""Portions of one sentence that are compared; a table run into a line has more."""
_DENIED = 6
"""Words on either side of a portion in which a denial may turn it round."""
_OF_ALL = 3
"""Words behind a figure in which the whole stands that it is of: *61 percent of all boats*."""
_JOINED = 5
"""Words behind *both* in which an *and* makes it mean no group: *both the mayor and the judge*."""
_FEW, _MANY = 0.5, 0.38
_HALF = 0.5
_TWO = 2
_ABOUT = 0.07
_BOUND = 3
"""Words of a phrase that bounds a figure."""


def other_portion(pairing: Pairing) -> tuple[Portion, Portion] | None:
    """Return what the texts give of the same thing and cannot both be true.

    In two languages a word that both know has to say what it is that they give so much of.
    """
    theirs = list(islice(portions(pairing.theirs), _MOST))
    mine = list(islice(portions(pairing.mine), _MOST)) if theirs else []
    alone = len(mine) == len(theirs) == 1 and not pairing.foreign
    for one in mine:
        same = [two for two in theirs if _one_thing(pairing, one, two, alone)]
        if (
            not same
            or (one.figure and same[0].figure and one.percent == same[0].percent)
            or not all(one.excludes(two) or one.overstates(two) for two in same)
        ):
            continue
        beside = [p for p in mine if p is not one and _one_thing(pairing, p, same[0], alone)]
        if not any(not p.excludes(same[0]) for p in beside) and _told_alike(pairing, one, same[0]):
            return one, same[0]
    return None


def part_of_number(pairing: Pairing) -> tuple[Portion, Portion] | None:
    """Return *all* of what is, in another language, so many of a number: *9 of the 31 shops*."""
    theirs = [p for p in islice(portions(pairing.theirs), _MOST) if p.figure]
    mine = [p for p in islice(portions(pairing.mine), _MOST) if p.low == 1.0] if theirs else []
    if len(mine) != 1 or len(theirs) != 1 or mine[0].near(theirs[0]):
        return None
    same = _one_thing(pairing, mine[0], theirs[0], alone=False)
    return (mine[0], theirs[0]) if same and _claims(pairing, mine[0], theirs[0]) else None


def turned_portions(pairing: Pairing) -> bool:
    """Whether one text says of few what the other says of most: the claims may be contrary then."""
    theirs = list(islice(portions(pairing.theirs), _MOST))
    mine = list(islice(portions(pairing.mine), _MOST)) if theirs else []
    return any(
        one.excludes(two) and _opposed(one, two) and _one_thing(pairing, one, two, alone=False)
        for one in mine
        for two in theirs
    )


def _opposed(one: Portion, two: Portion) -> bool:
    """Whether one of them is few or none and the other a good part or more."""
    return min(one.high, two.high) <= _FEW and max(one.low, two.low) >= _MANY


def portions(reading: Reading) -> Iterator[Portion]:
    """Yield the portions of *reading*, less those that a denial beside them may turn round."""
    figures = [q for f in reading.facts for q in f.quantities if not _is_both(q)]
    counted = [q for f in reading.facts for q in f.quantities]
    of_wholes = [*parted(reading, counted), *included(reading, counted)]
    figures = [q for q in figures if not any(q in parts for parts in of_wholes)]
    excepted = [q for q in counted if q.role == "except"]
    yield from of_counts(reading, of_wholes, excepted)
    yield from of_others(reading, counted, of_wholes)
    taken = {
        *reading.times,
        *excepting(reading, excepted),
        *reading.covered(q.span for q in figures if not _is_share(q)),
    }
    for q in filter(_is_share, figures):
        words = reading.inside(q.span)
        bound = reading.inside(q.bound_span) if q.bound_span else words
        first, end = min(bound.start, words.start), max(bound.stop, words.stop)
        nouns = reading.after(end, NOUNS)
        verb = bool(nouns) and nouns[0] in reading.pasts  # *a cut of 0.5% took most by surprise*
        if not verb and taken.isdisjoint(words) and not _counts(reading, first, end):
            more = q.bound in (Bound.MORE, Bound.AT_LEAST)
            percent = q.unit == "percent"
            yield Portion(*_share(q), first, end, nouns, True, percent, open_end=more)
        taken.update(range(first, end + _OF_ALL))
    denials = reading.of_kind("negation", "not")
    for value, first, end in _found(reading):
        if not taken.isdisjoint(range(first, end)) or _counts(reading, first, end):
            continue
        if not any(_turns(reading, c, first, end) for c in denials):
            nouns, unspaced = reading.after(end, NOUNS), reading.lang in UNSPACED
            before = value == "all" and (unspaced or _is_unanimous(reading, first, end))
            if before:
                nouns = (*nouns, *reading.up_to(first, 2 * NOUNS))
            yield Portion(*RANGES[value], first, end, nouns, parted=unspaced)


def _counts(reading: Reading, first: int, end: int) -> bool:
    """Whether a word is of a figure before it: *the first half*, *three in every 100 cells*."""
    if first and reading.is_figure(first - 1):
        return True
    between = first > 1 and reading.is_figure(first - 2)
    return between and end < len(reading.words) and reading.is_figure(end)


def _is_both(quantity: Quantity) -> bool:
    """Whether a figure may be a part of a phrase for a portion: *les deux*, *only one of*."""
    return quantity.kind == "article" or (quantity.kind == "cardinal" and quantity.value <= _TWO)


def _is_share(quantity: Quantity) -> bool:
    share = quantity.kind == "fraction" or quantity.unit == "percent"
    return share and not quantity.role and quantity.high is None


def _share(quantity: Quantity) -> tuple[float, float]:
    value = quantity.value / (100 if quantity.unit == "percent" else 1)
    if quantity.bound in (Bound.MORE, Bound.AT_LEAST):
        return value, 1.0
    if quantity.bound in (Bound.LESS, Bound.AT_MOST):
        return 0.001, value
    if quantity.bound is Bound.ALMOST:
        return value - 2 * _ABOUT, value
    slack = 0.02 if quantity.bound is Bound.EXACT else _ABOUT
    more = RANGES["most"][0] if value > _HALF else 0.0  # 51 percent are most
    return value - slack, max(value + slack, more)


def _found(reading: Reading) -> Iterator[tuple[str, int, int]]:
    """Yield the quantifiers with the words that they take: *quelques-uns* is one word."""
    phrases = _phrases(reading.lang)
    joining = load_pack(reading.lang).words("voice", "joining")
    almost = listed_phrases(reading.lang, "numbers.bounds", "almost")
    about = listed_phrases(reading.lang, "numbers.bounds", "about")
    pieces = pieces_of(reading.words, 0, reading.lang)
    for value, first, end in phrases.all(pieces):
        span = Span(pieces[first].start, pieces[end - 1].end)
        words = reading.inside(span)
        behind = reading.words[words.stop : words.stop + _JOINED]
        whole = reading.span(words.start, words.stop) == span  # not *all-round*
        if not whole or value == "vague":
            continue
        if value == "both" and any(w.fold in joining for w in behind):
            continue
        counts = words.stop < len(reading.words) and reading.is_figure(words.stop)  # some 300
        if value == "some" and (counts or _is_joined(reading, words.start)):
            continue
        told = "all" if value in ("both", "unanimous") else value
        if told == "all" and any(
            book.before(reading.words, words.start, _BOUND) for book in (almost, about)
        ):
            told = "nearly"
        yield told, words.start, words.stop


def _is_unanimous(reading: Reading, first: int, end: int) -> bool:
    """Whether a word says of whoever is named before that all of them agree: *unanimously*."""
    found = listed_phrases(reading.lang, "numbers.portions", "unanimous")
    match = found.match(reading.words, first)
    return match is not None and match[1] == end


def _is_joined(reading: Reading, first: int) -> bool:
    """Whether something belongs to a whole, and is no part spoken of: *is part of a line*."""
    before = reading.words[first - 1].fold if first else ""
    return before in load_pack(reading.lang).words("numbers", "copulas")


@lru_cache(maxsize=32)
def _phrases(lang: str) -> Phrases[str]:
    numbers = load_pack(lang).section("numbers")
    own, known = numbers.get("portions", {}), numbers.get("quantifiers", {})
    listed = {phrase for phrases in own.values() for phrase in phrases}
    plain = ((p, value) for value in RANGES for p in known.get(value, ()) if p not in listed)
    bare = (e for e in plain if e[1] != "none")  # *no* is a denial
    return Phrases([*bare, *((p, value) for value, phrases in own.items() for p in phrases)], lang)


def _turns(reading: Reading, cue: Cue, first: int, end: int) -> bool:
    """Whether a denial near a quantifier, in its clause and no part of it, may turn it round."""
    if first <= cue.first < end or reading.clauses[cue.first] != reading.clauses[first]:
        return False
    return cue.first < end + _DENIED and first - _DENIED < cue.end


def _one_thing(pairing: Pairing, one: Portion, two: Portion, alone: bool) -> bool:
    """Whether both are of a word that pairs, or are the only ones and are of unknown words."""
    if any(pairing.forward[i] in two.nouns for i in one.nouns):
        return True
    here, there = one.nouns[:1], two.nouns[:1]
    return (
        alone
        and not (_is_some(one) or _is_some(two))
        and bool(here and there)
        and pairing.forward[here[0]] is None
        and pairing.backward[there[0]] is None
    )


def _is_some(portion: Portion) -> bool:
    """Whether a word as vague as *some* is all that tells it: *some remarks* are of nothing."""
    one_word = portion.end - portion.first == 1
    return one_word and (portion.low, portion.high) == RANGES["some"]


def _told_alike(pairing: Pairing, one: Portion, two: Portion) -> bool:
    """Whether nothing else turns the claim round: *most lack a doctor*, *few have one*."""
    if not (_claims(pairing, one, two) and _claims(pairing.reversed, two, one)):
        return False
    if not _opposed(one, two):
        return True
    if _denied_alone(pairing, one) or _denied_alone(pairing.reversed, two):
        return False
    here, there = _events(pairing.mine, one), _events(pairing.theirs, two)
    opposed = any(there & oppositions().opposites.get(e, frozenset()) for e in here)
    return not opposed and _one_claim(pairing, one)


def _claims(pairing: Pairing, one: Portion, two: Portion) -> bool:
    """Whether the sentence of *one* has a word of what is told of a count that is *two*."""
    if not two.claim:
        return True
    if pairing.backward[two.first] is not None:
        return False  # the count is told as well
    own = pairing.mine.sentence(one.first)
    said = ((pairing.backward[j], j) for j in two.claim if j not in pairing.theirs.times)
    both = (i for i, j in said if i is not None and pairing.forward[i] == j)
    return any(i in own and i not in one.nouns[:1] for i in both)


def _one_claim(pairing: Pairing, portion: Portion) -> bool:
    """Whether a plain word of the sentence pairs, other than what the portion is of.

    *None came to harm* says of all what *all are well* says; what none does stands in its clause.
    """
    mine = pairing.mine
    named = next((n for n, i in enumerate(portion.nouns) if not mine.is_figure(i)), 0)
    passed = {*portion.nouns[: named + 1], *mine.source_words}
    clause = mine.clauses[portion.first]
    told = mine.sentence(portion.first)
    own = [i for i in told if mine.clauses[i] == clause] if not portion.high else told
    behind = (i for i in own if mine.is_content[i] and i not in passed)
    return any(
        pairing.forward[i] is not None and mine.words[i].text.islower() and not mine.is_figure(i)
        for i in behind
    )


def _denied_alone(pairing: Pairing, portion: Portion) -> bool:
    """Whether a word that denies by its meaning stands in the clause and has no counterpart."""
    mine = pairing.mine
    clause = mine.clauses[portion.first]
    words = (
        c.first
        for c in mine.of_kind("negation", "lexical", "not")
        if mine.clauses[c.first] == clause and not portion.first <= c.first < portion.end
    )
    return any(pairing.forward[i] is None for i in words)


def _events(reading: Reading, portion: Portion) -> set[str]:
    clause = reading.clauses[portion.first]
    return {c.marker.value for c in reading.of_kind("event") if reading.clauses[c.first] == clause}
