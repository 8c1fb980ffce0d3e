"""What the words of a text say how to compute: a rate over a time, a multiple, what is left.

Unlike ``language.derived`` each asks for the word that tells the operation, so that it may use
figures of the neighbouring sentences, and of either text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, combinations, pairwise

from transdiff.comparison import Comparison
from transdiff.facts import Quantity
from transdiff.language.amounts import kind_of
from transdiff.language.one_unit import TIMES_A_YEAR, equal, in_percent
from transdiff.language.pack import load_pack
from transdiff.language.shares import is_rest
from transdiff.language.units import dimension_of, in_base, same_unit
from transdiff.language.words import stem_word
from transdiff.model import Segment
from transdiff.rules.facts.counterparts import Figure, of_another
from transdiff.rules.facts.sharing import is_difference

_ROUGH = 0.2
"""Share by which half of a unit may be rounded."""
_SLACK = 0.02
"""Share by which a computed figure may be rounded."""
_TELLS_APART = ("", "person")
_NEAR = 24
"""Code points between a part and its whole: *two of the board's nine members*."""


def is_computed(pair: Comparison, figure: Figure, others: Sequence[Figure]) -> bool:
    """Whether a figure follows from those of the references as the words of a text say."""
    quantity = figure.quantity
    if quantity.kind in ("ordinal", "identifier", "score", "vague") or quantity.high is not None:
        return False
    return (
        any(_over_time(figure, other) for other in others)
        or any(_multiplied(pair, figure, other) for other in others)
        or _done_and_left(figure, pair.segment, others)
        or _rest(pair, figure, others)
        or _share_of_them(pair, figure, others)
        or _gap(pair, figure, others)
        or _is_nearly_apart(pair, figure)
    )


def _over_time(figure: Figure, other: Figure) -> bool:
    """Whether one is a rate and the other what it comes to in a time that a sentence names.

    *3 million a month* are *36 million over a year*, *1.2 billion over six years* 200 a year.
    """
    one, two = figure.quantity, other.quantity
    if bool(one.per) == bool(two.per) or not same_unit(one.unit, two.unit):
        return False
    rate, amount = (one, two) if one.per else (two, one)
    times = TIMES_A_YEAR.get(rate.per)
    if times is None or not amount.value:
        return False
    spans = chain(figure.segment.facts.quantities, other.segment.facts.quantities)
    periods = (q.value * times / TIMES_A_YEAR[q.unit] for q in spans if q.unit in TIMES_A_YEAR)
    return any(
        n > 1 and equal(rate.value * n, amount.value, _SLACK * amount.value) for n in periods
    )


def _multiplied(pair: Comparison, figure: Figure, other: Figure) -> bool:
    """Whether one is a multiple of the other that a reference tells: *312, twice as many as*.

    The article tells the other figure, or the multiple, as well.
    """
    one, two = figure.quantity, other.quantity
    if one.unit != two.unit or (one.fate and two.fate and one.fate != two.fate):
        return False
    own = [q for s in pair.around for q in s.facts.quantities]
    for factor in _factors(other.segment.facts.quantities, other.lang):
        told = any(q.value == two.value for q in own) or factor in {*_factors(own, pair.lang)}
        results = (two.value * factor, two.value / factor)
        if told and any(equal(one.value, r, _SLACK * abs(r)) for r in results):
            return True
    return False


def _factors(quantities: Iterable[Quantity], lang: str) -> Iterator[float]:
    return (
        q.value
        for q in quantities
        if q.kind == "multiple"
        or (q.kind == "fraction" and q.unit != "percent")
        or (q.nouns and q.nouns[0] in _times(lang))
        if q.value > 0 and q.value != 1
    )


@lru_cache(maxsize=32)
def _times(lang: str) -> frozenset[str]:
    """The stems of what counts how often, and by which something is multiplied: *three times*."""
    return frozenset(stem_word(w, lang) for w in load_pack(lang).words("numbers", "occasions"))


def _done_and_left(figure: Figure, segment: Segment, others: Sequence[Figure]) -> bool:
    """Whether a figure is what a repeated one and the next of a reference come to together.

    *40 metres are done, some 25 are left* are 65 metres, 40 of which are done. People are told to
    be a part: *seven were for it, two against* are two of nine.
    """
    one = figure.quantity
    units = {one.unit, ""}
    apart = one.unit in _TELLS_APART
    own = (q for q in segment.facts.quantities if q is not one and q.unit in units)
    done = {q.value for q in own if not apart or _is_part_of(q, one)}
    return any(
        a.segment is b.segment
        and {a.quantity.unit, b.quantity.unit} <= units
        and (a.quantity.value in done or (apart and b.quantity.value in done))
        and a.quantity.value + b.quantity.value == one.value
        for a, b in pairwise(others)
    )


def _is_part_of(part: Quantity, whole: Quantity) -> bool:
    """Whether a count is said to be some of another one right behind it: *two of the nine men*."""
    near = 0 < whole.span.start - part.span.end <= _NEAR
    return near and bool(whole.noun) and whole.noun in part.nouns


def _rest(pair: Comparison, figure: Figure, others: Sequence[Figure]) -> bool:
    """Whether both texts speak of a rest, and a figure is what another one leaves of a whole.

    *1,400 of the 2,300 jobs go here and the rest there*: the others are 900.
    """
    one = figure.quantity
    if not _names_rest(figure.segment):
        return False
    parts = [f.quantity for f in others if _names_rest(f.segment) and _alike(one, f.quantity)]
    wholes = {q.value for q in _told(pair) if _alike(one, q)}
    return any(one.value + part.value in wholes for part in parts if part.value != one.value)


def _share_of_them(pair: Comparison, figure: Figure, others: Sequence[Figure]) -> bool:
    """Whether a figure is what a share *of them* comes to, or what it leaves.

    *60,000 homes had no power; two thirds of them have it again*: a third, 20,000, do not.
    """
    one = figure.quantity
    own = [q for s in pair.around for q in s.facts.quantities]
    for whole, share in pairwise(others):
        size, part = whole.quantity, share.quantity
        of_them = part.kind in ("fraction", "percent") and of_another(share)
        if not of_them or whole.segment is not share.segment or not _alike(one, size):
            continue
        value = in_percent(part) / 100 * size.value
        left = size.value - value
        slack = _SLACK * size.value
        if equal(one.value, value, slack) and any(equal(q.value, part.value, 0.01) for q in own):
            return True
        if equal(one.value, left, slack) and any(is_rest(q, part) for q in own):
            return True
    return False


def _gap(pair: Comparison, figure: Figure, others: Sequence[Figure]) -> bool:
    """Whether a figure tells how far one of a reference is from one that the article has told.

    *Nine years*; *prosecutors had wanted three years more* where the reference has twelve.
    """
    one = figure.quantity
    if not one.unit or not is_difference(figure):
        return False
    own = {q.value for s in pair.whole.story.segments for q in s.facts.quantities if _alike(one, q)}
    theirs = {f.quantity.value for f in others if _alike(one, f.quantity)}
    return any(abs(a - b) == one.value for a in own for b in theirs)


def _is_nearly_apart(pair: Comparison, figure: Figure) -> bool:
    """Whether half of a unit is about how far two figures are apart: *half a minute* for 28 s."""
    one = figure.quantity
    if one.kind != "fraction" or not one.unit:
        return False
    size, dimension = in_base(one.value, one.unit), dimension_of(one.unit)
    told = (q for q in _told(pair) if q is not one and dimension_of(q.unit) == dimension)
    ends = {in_base(q.value, q.unit) for q in told}
    return any(equal(abs(a - b), size, _ROUGH * size) for a, b in combinations(ends, 2))


def _told(pair: Comparison) -> Iterator[Quantity]:
    """Yield all figures of the article and of what it is compared with."""
    stories = (pair.whole.story, *pair.whole.references.values())
    return (q for story in stories for s in story.segments for q in s.facts.quantities)


def _alike(one: Quantity, other: Quantity) -> bool:
    return kind_of(one) == kind_of(other) and same_unit(one.unit, other.unit)


def _names_rest(segment: Segment) -> bool:
    return any(m.kind == "rest" for m in segment.facts.markers)
