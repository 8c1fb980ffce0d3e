"""What is more than what: *more ships than lorries*, *as many*, *fell behind*, in each language.

``[comparison.relations]`` of a pack has the words of degree that count beside a *than* (``more``,
``less``), what says it by itself (``ahead``, ``behind``), and what makes two things equal
(``equal``; ``equal-pairs`` in two parts, *as … as*).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from transdiff.facts import Word
from transdiff.language.contrasts import contrary, poles_of
from transdiff.language.dictionary import UNSPACED
from transdiff.language.exchange import moves
from transdiff.language.listed import listed_phrases
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading

_SECTION = "comparison.relations"
_REACH = 6
"""Words between a word of degree and its *than*."""
_PARTS = 5
"""Words from the one part of *as … as* to the other."""
_WIDE = 3
"""Words on either side of a *than* that may name what is compared."""
_COMMON = 2
"""Words that two comparisons must share."""


@dataclass(frozen=True)
class Relation:
    """``more``, ``less`` or ``equal``, with its words and the word that parts the two things."""

    value: str
    first: int
    end: int
    middle: int


def relations(reading: Reading) -> list[Relation]:
    """Return how *reading* compares things with each other, less the bounds of figures."""
    bounds = (q.bound_span for f in reading.facts for q in f.quantities if q.bound_span)
    bounded = reading.covered(bounds)
    return [r for r in _found(reading) if bounded.isdisjoint(range(r.first, r.end))]


def _found(reading: Reading) -> Iterator[Relation]:
    for value, name in (("more", "ahead"), ("less", "behind"), ("equal", "equal")):
        for _, first, end in listed_phrases(reading.lang, _SECTION, name).all(reading.words):
            yield Relation(value, first, end, first)
    yield from _with_than(reading)
    yield from _in_pairs(reading)


def _with_than(reading: Reading) -> Iterator[Relation]:
    """Yield a *than* with the word of degree on the side where the language has it."""
    than = load_pack(reading.lang).words(_SECTION, "than")
    degrees = _degrees(reading.lang)
    step = 1 if reading.lang in UNSPACED else -1
    for at, word in enumerate(reading.words):
        if word.fold not in than or (at + 1 < len(reading.words) and reading.is_figure(at + 1)):
            continue
        for k in range(at + step, at + step * (_REACH * (1 + (step > 0))), step):
            if not 0 <= k < len(reading.words):
                break
            value = degrees.get(reading.words[k].fold)
            if value:
                yield Relation(value, min(at, k), max(at, k) + 1, at)
                break


@lru_cache(maxsize=64)
def _degrees(lang: str) -> Mapping[str, str]:
    """The words of degree of *lang*: ``more`` or ``less``."""
    pack = load_pack(lang)
    return {word: value for value in ("more", "less") for word in pack.words(_SECTION, value)}


def _in_pairs(reading: Reading) -> Iterator[Relation]:
    """Yield *as many trucks as*; *a fifth as much* is none, nor *as soon as*."""
    pack = load_pack(reading.lang)
    idle = pack.words(_SECTION, "not-equal")
    for entry in pack.words(_SECTION, "equal-pairs"):
        one, _, other = entry.partition(" … ")
        for at, word in enumerate(reading.words):
            if word.fold != one or (at and _multiplies(reading, at - 1)):
                continue
            for k in range(at + 2, min(len(reading.words), at + 2 + _PARTS)):
                if reading.words[k].fold == other:
                    if k > at + 2 or reading.words[at + 1].fold not in idle:
                        yield Relation("equal", at, k + 1, k)
                    break


def _multiplies(reading: Reading, index: int) -> bool:
    """Whether a figure or a multiple stands there: *twice as many as*."""
    span = reading.words[index].span
    figures = (q.span for f in reading.facts for q in f.quantities)
    return reading.is_figure(index) or any(s.overlaps(span) for s in figures)


def other_relation(pairing: Pairing) -> tuple[Relation, Relation] | None:
    """Return how the texts compare the same two things otherwise.

    *Less than* is *more than* where the things change places, and *more than* is not; equal is
    neither, whatever the order.
    """
    mine, theirs = relations(pairing.mine), relations(pairing.theirs)
    if not (mine and theirs):
        return _other_cased(pairing, mine, theirs)
    one, two = {r.value for r in mine}, {r.value for r in theirs}
    if len(one) != 1 or len(two) != 1:
        return None
    if len(pairing.mine.of_kind("negation", "not")) != len(
        pairing.theirs.of_kind("negation", "not")
    ):
        return None
    here, there = mine[0], theirs[0]
    turned = _turned(pairing, here, there)
    if not (one != two if turned is None else turned):
        alone = len(mine) == len(theirs) == 1 and "equal" not in one
        return (here, there) if alone and _exchanged(pairing, here, there) else None
    shared = moves(
        pairing,
        range(here.middle, here.middle + 1),
        range(there.middle, there.middle + 1),
    )
    if len(shared) < _COMMON:
        return None
    if "equal" in one | two or _straight(pairing, here, there):
        return here, there
    return None


def _turned(pairing: Pairing, mine: Relation, theirs: Relation) -> bool | None:
    """Whether one thing is more by the one degree and less by the other, if either has two words.

    *More slowly than* is *less quickly than*, and neither is *faster than*. None where the degrees
    are of one word, or of different things.
    """
    if pairing.foreign:
        return None
    degrees = [_degree(r, rel) for r, rel in ((pairing.mine, mine), (pairing.theirs, theirs))]
    (more, here, split), (other, there, parted) = degrees
    poles = [poles_of(w, pairing.mine.lang) for w in (here, there)]
    if not (split or parted) or not (contrary(*poles) or poles[0] & poles[1]):
        return None
    return (more != other) != contrary(*poles)


def _degree(reading: Reading, relation: Relation) -> tuple[bool, Word, bool]:
    """Return whether a thing is more, of what, and whether two words say it: *less quickly than*.

    One word says more of what it names: *slower than*.
    """
    inner = reading.words[relation.first + 1 : relation.end - 1]
    if not inner:
        return True, reading.words[relation.first], False
    return relation.value == "more", inner[0], True


def _straight(pairing: Pairing, mine: Relation, theirs: Relation) -> bool:
    """Whether the two things stand in the same order, as far as the words next to *than* tell."""
    widths = (_met(pairing, mine, theirs, width) for width in (1, 2))
    met = next(filter(None, widths), [])
    if not pairing.foreign:  # *three years older than her rival*
        met += _met(pairing, mine, theirs, _WIDE) if met else []
    return bool(met) and all(side == other for side, other in met)


def _other_cased(
    pairing: Pairing, mine: list[Relation], theirs: list[Relation]
) -> tuple[Relation, Relation] | None:
    """Return two comparisons whose things have changed places, one at least without a *than*."""
    here, there = mine or [*_cased(pairing.mine)], theirs or [*_cased(pairing.theirs)]
    denied = any(r.of_kind("negation", "not") for r in (pairing.mine, pairing.theirs))
    if len(here) != 1 or len(there) != 1 or denied or here[0].value != there[0].value:
        return None
    return (here[0], there[0]) if _crossed(pairing, here[0], there[0]) else None


def _cased(reading: Reading) -> Iterator[Relation]:
    """Yield a word of degree whose second thing a case or a preposition behind it marks.

    *Поезд быстрее автобуса*, *потяг швидший за автобус*.
    """
    pack = load_pack(reading.lang)
    cases, next_ = (tuple(pack.words(_SECTION, n)) for n in ("than-case", "than-next"))
    endings = tuple(pack.words(_SECTION, "degree-endings"))
    idle = pack.words(_SECTION, "no-degree")
    for k, word in enumerate(reading.words[:-1] if cases or next_ else ()):
        value = _degrees(reading.lang).get(word.fold)
        if value is None and word.fold.endswith(endings) and word.fold not in idle:
            value = word.stem
        behind = reading.words[k + 1].fold
        cased = bool(cases) and reading.is_content[k + 1] and behind.endswith(cases)
        if value and endings and (behind in next_ or cased):
            yield Relation(value, k, k + 1, k)


def _crossed(pairing: Pairing, mine: Relation, theirs: Relation) -> bool:
    """Whether each of two things stands where the other one does: *in Kazan more than in Samara*.

    What is said of both may stand on either side.
    """
    met = {*_met(pairing, mine, theirs, _WIDE)}
    return {(0, 1), (1, 0)} <= met and (1, 1) not in met


def _exchanged(pairing: Pairing, mine: Relation, theirs: Relation) -> bool:
    """Whether the two things have changed places."""
    if pairing.mine.lang in UNSPACED or pairing.theirs.lang in UNSPACED:
        return False
    met = next(filter(None, (_met(pairing, mine, theirs, width) for width in (1, 2))), [])
    if met and all(side != other for side, other in met):
        return True
    return _crossed(pairing, mine, theirs) or _put_first(pairing, mine, theirs)


def _put_first(pairing: Pairing, mine: Relation, theirs: Relation) -> bool:
    """Whether what opens the second thing here stands in the first one there, and so back.

    *Electric cars overtook diesel models*, *diesel cars overtook electric models*.
    """
    (first, second), (one, other) = (
        (_before(r, relation), _things(r, relation, 1)[1])
        for r, relation in ((pairing.mine, mine), (pairing.theirs, theirs))
    )
    return (
        bool(second and other)
        and pairing.forward[second[0]] in one
        and pairing.backward[other[0]] in first
    )


def _before(reading: Reading, relation: Relation) -> set[int]:
    """The words of a comparison's clause that may name the first thing."""
    own = reading.clauses[relation.middle]
    return {i for i in range(relation.first) if reading.clauses[i] == own}


def _met(pairing: Pairing, mine: Relation, theirs: Relation, width: int) -> list[tuple[int, int]]:
    """On which side of *than* each of the words next to it stands, here and there."""
    if any(_both_before(lang) for lang in (pairing.mine.lang, pairing.theirs.lang)):
        return []
    here, there = _things(pairing.mine, mine, width), _things(pairing.theirs, theirs, width)
    return [
        (side, other)
        for side, words in enumerate(here)
        for other, opposite in enumerate(there)
        if {pairing.forward[i] for i in words} & {*opposite}
    ]


def _both_before(lang: str) -> bool:
    """Whether a language puts both things before its *than*, so that it parts nothing."""
    relations_of = load_pack(lang).section("comparison").get("relations", {})
    return bool(relations_of.get("both-before", False))


def _things(reading: Reading, relation: Relation, width: int) -> tuple[list[int], list[int]]:
    """Return the content words next to the middle of a comparison, before it and behind it."""
    ends = (relation.first, relation.end - 1)  # the degree and its *than*
    figures = (q.span for f in reading.facts for q in f.quantities)
    passed = reading.covered(figures).union(ends)  # *three years older*
    content = [i for i in reading.content if i not in passed]
    before = [i for i in content if i < relation.middle]
    after = [i for i in content if i > relation.middle]
    return before[-width:], after[:width]
