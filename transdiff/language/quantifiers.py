"""Quantifiers: how much of a group is meant: ``all``, ``most``, ``some``, ``few`` or ``none``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from transdiff.facts import Span
from transdiff.language.cues import Cue
from transdiff.language.dictionary import UNSPACED
from transdiff.language.listed import listed_table
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.phrases import Phrases, pieces_of
from transdiff.language.reading import Reading

_BETWEEN = 1
"""Words between *not* and the quantifier that it denies."""
_SECOND = 3
"""Words from the first word of a denial to its second: *n'ont pas*."""
_NOUNS = 3
"""Content words behind a quantifier that may be what it counts."""
_MOST = 20
"""Quantifiers of one sentence that are compared; a table run into a line has more."""
_DENIED = 6
"""Words on either side of a quantifier in which a denial may turn it round."""
_APART = {
    "all": frozenset({"most", "some", "few"}),
    "most": frozenset({"all", "some", "few"}),
    "some": frozenset({"all", "most"}),
    "few": frozenset({"all", "most"}),
}
"""What does not go together with each of them."""


@dataclass(frozen=True)
class Part:
    """How much of a group: the words of the quantifier, and of what may be counted."""

    value: str
    first: int
    end: int
    nouns: tuple[int, ...]


def quantifiers(lang: str) -> Phrases[str]:
    """Return the phrases of the pack's ``[numbers.quantifiers]`` with their values."""
    return listed_table(lang, "numbers", "quantifiers")


def quantifies(reading: Reading, *values: str) -> bool:
    """Whether *reading* speaks of such a part of anything."""
    return not reading.once(_quantities).isdisjoint(values)


def _quantities(reading: Reading) -> frozenset[str]:
    return frozenset(value for value, _, _ in quantifiers(reading.lang).all(reading.words))


def ranges_beside(reading: Reading, at: int, *values: str) -> list[tuple[int, int]]:
    """Return the words of such quantifiers in the clause of the word *at*."""
    own = reading.clauses[at]
    found = quantifiers(reading.lang).all(reading.words)
    return [(s, e) for value, s, e in found if value in values and reading.clauses[s] == own]


def denies_all(reading: Reading, cue: Cue) -> bool:
    """Whether the denial *cue* is of *all*, and not of what they do: ``not all of the ships``.

    Who stopped all ships denies none of them anything else.
    """
    if cue.marker.value != "not":
        return False
    for at in _behind(reading, cue):
        found = quantifiers(reading.lang).match(reading.words, at)
        if found is not None and found[0] == "all":
            return True
    return False


def _behind(reading: Reading, cue: Cue) -> range:
    """The places right behind a denial, or behind the second word of one: *n'ont pas tous été*."""
    full = load_pack(reading.lang).words("negation", "full")
    ahead = range(cue.end, min(len(reading.words), cue.end + _BETWEEN + _SECOND + 1))
    second = (i for i in ahead if reading.words[i].fold in full)
    end = next(second, cue.end - 1) + 1 if full else cue.end
    return range(end, min(len(reading.words), end + _BETWEEN + 1))


def denies_every(reading: Reading, cue: Cue) -> bool:
    """Whether *cue* denies of each: *none*, *aucun*, *ни один*."""
    own = ranges_beside(reading, cue.first, "none")
    return any(abs(first - cue.first) <= _DENIED for first, _ in own)


def parts_of(reading: Reading) -> Iterator[Part]:
    """Yield the quantifiers of *reading* with what they may count.

    One that a denial may turn round, or that belongs to a figure, is left out.
    """
    denials = reading.of_kind("negation", "not")
    for value, first, end in _found(reading):
        if any(c.first < end + _DENIED and first - _DENIED < c.end for c in denials):
            continue
        if first and reading.is_figure(first - 1):
            continue  # 十几个
        yield Part(value, first, end, _counted(reading, first, end))


def _found(reading: Reading) -> Iterator[tuple[str, int, int]]:
    """Yield the quantifiers with the words that they take: *quelques-uns* is one word."""
    phrases = quantifiers(reading.lang)
    if not any(map(phrases.opens, _openings(reading))):
        return
    pieces = pieces_of(reading.words, 0, reading.lang)
    for value, first, end in phrases.all(pieces):
        words = reading.inside(Span(pieces[first].start, pieces[end - 1].end))
        yield value, words.start, words.stop


def _openings(reading: Reading) -> Iterator[str]:
    return (part for w in reading.words for part in (w.fold, w.fold.partition("-")[0]))


def _counted(reading: Reading, first: int, end: int) -> tuple[int, ...]:
    """Return what a quantifier may count, the likeliest first, figures too: *all 32 boats*.

    Where scripts part no words it may stand before it: 酒蔵の大半.
    """
    after = reading.after(end, 2 * _NOUNS)
    if reading.lang not in UNSPACED:
        return after[:_NOUNS]
    before = reading.up_to(first, 2 * _NOUNS)[::-1]
    linked = first > 0 and not reading.is_content[first - 1]
    return (*before, *after) if linked else (*after, *before)


def exchanged_parts(pairing: Pairing) -> Iterator[tuple[Part, Part]]:
    """Yield the quantifiers of one thing that do not go together, in two languages.

    Each text must have no other of the same thing that would.
    """
    theirs = [p for p in islice(parts_of(pairing.theirs), _MOST) if p.value in _APART]
    mine = [p for p in islice(parts_of(pairing.mine), _MOST) if p.value in _APART] if theirs else []
    alone = len(mine) == len(theirs) == 1
    for one in mine:
        same = [two for two in theirs if _same_thing(pairing, one, two)]
        if alone and _unknown(pairing, one) and _unknown(pairing.reversed, theirs[0]):
            same = theirs
        if same and all(two.value in _APART[one.value] for two in same):
            others = (p for p in mine if p is not one and _same_thing(pairing, p, same[0]))
            if all(p.value == one.value for p in others):
                yield one, same[0]


def _same_thing(pairing: Pairing, mine: Part, theirs: Part) -> bool:
    """Whether both count a word that pairs."""
    return any(pairing.forward[i] in theirs.nouns for i in mine.nouns)


def _unknown(pairing: Pairing, part: Part) -> bool:
    """Whether what a quantifier counts has no pair: both may well count one thing."""
    return bool(part.nouns) and pairing.forward[part.nouns[0]] is None
