"""Whether a figure is the sum of a list: *two planes and six helicopters* are eight aircraft."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from transdiff.facts import Bound, Quantity
from transdiff.language.amounts import kind_of, states
from transdiff.language.content import place_of
from transdiff.language.fates import fates_of
from transdiff.language.pack import load_pack
from transdiff.language.past import past_form
from transdiff.rules.facts.counterparts import Figure, followed, preceded

_JOINT, _LOOSE = 40, 90
"""Code points between two figures of one list, with what each of them counts, and of a long one."""
_FATES = 6
"""Words behind a figure that may tell the fates of those whom it counts."""
_MOST = 12
"""Figures of one list."""
_PAIR = 2
_ROLES = frozenset({"", "by"})
"""Roles of what is added up; *by* may stand before those who did it: *fought by two planes*."""
_ADDED = frozenset({"cardinal", "percent", "fraction", "money", "measure"})


def is_total(figure: Figure, mine: Sequence[Figure], others: Sequence[Figure]) -> bool:
    """Whether *figure* is what the figures of a list of the reference come to together.

    Among the sentence's own figures *mine* it must not stand in the place of one of the list:
    *eight planes and six helicopters* are no *two planes and six helicopters*.
    """
    if figure.quantity.kind not in _ADDED or figure.quantity.high is not None:
        return False
    beside = [f for f in mine if f is not figure]
    return any(
        _sums(parts, figure.quantity)
        and (
            len(parts) > _PAIR
            or bool(figure.quantity.unit)
            or _is_joined(*parts)
            or {f.quantity.fate for f in parts} == _fates_behind(figure)
        )
        and (_is_rest(figure) or not _stands_among(figure, parts, beside))
        for parts in _lists(figure, others)
    )


def _lists(figure: Figure, others: Sequence[Figure]) -> Iterator[Sequence[Figure]]:
    """Yield the lists of figures that *figure* may sum up, each with its shorter beginnings."""
    found: list[Figure] = []
    fates = _fates_behind(figure)
    for other in others:
        if found and not _continues(found[-1], other, fates):
            yield from _beginnings(found)
            found = []
        if _may_be_part(other, figure):
            found.append(other)
    yield from _beginnings(found)
    if _is_rest(figure):
        yield from (found[at:] for at in range(1, min(len(found), _MOST) - 1))


def _is_rest(figure: Figure) -> bool:
    """Whether a figure counts what is left when the first of a list are told: *the other nine*."""
    return preceded(figure, "rest") or followed(figure, "rest")


def _beginnings(found: Sequence[Figure]) -> Iterator[Sequence[Figure]]:
    """Yield the lists that begin as *found*; two figures only where they stand close together."""
    close = len(found) > 1 and found[0].quantity.span.gap(found[1].quantity.span) <= _JOINT
    return (found[:size] for size in range(_PAIR + (not close), min(len(found), _MOST) + 1))


def _fates_behind(figure: Figure) -> frozenset[str]:
    """The fates that one figure is said to have met: *seven are dead or missing*."""
    words, end = figure.segment.facts.words, figure.quantity.span.end
    return fates_of([w for w in words if w.span.start >= end][:_FATES], figure.lang)


def _continues(last: Figure, figure: Figure, fates: frozenset[str]) -> bool:
    """Whether two figures of one unit, and of no two fates but *fates*, are beside one another."""
    one, two = last.quantity, figure.quantity
    if one.unit != two.unit:
        return False
    if one.fate and two.fate and one.fate != two.fate and not {one.fate, two.fate} <= fates:
        return False
    return last.segment is figure.segment and one.span.gap(two.span) <= _LOOSE


def _may_be_part(part: Figure, figure: Figure) -> bool:
    one, claim = part.quantity, figure.quantity
    if one.high is not None or one.role not in _ROLES or kind_of(one) != kind_of(claim):
        return False
    return one.kind in _ADDED and not (claim.fate and one.fate and claim.fate != one.fate)


def _sums(parts: Sequence[Figure], claim: Quantity) -> bool:
    values = [f.quantity.value for f in parts]
    first, step = parts[0].quantity, max(f.quantity.precision for f in parts)
    total = replace(first, value=sum(values), bound=Bound.EXACT, precision=step)
    return states(total, claim)


def _is_joined(one: Figure, two: Figure) -> bool:
    """Whether two counts did one thing: *12 countries backed it and two abstained* are no 14."""
    words = one.segment.facts.words
    _, behind = place_of(words, one.quantity.span)
    at, end = place_of(words, two.quantity.span)
    pack = load_pack(one.lang)
    joins = (*pack.words("roles", "coordinators"), *pack.words("voice", "joining"))
    joined = at > 0 and words[at - 1].fold in joins
    describes = behind + (behind + 1 < at - 1)  # "12 elevated stations", no "12 backed it"
    return joined and not any(past_form(w.fold, one.lang) for w in words[describes : end + 1])


def _is_of_them(figure: Figure) -> bool:
    """Whether a figure is said to be a part of another one: *six of them*, 其中六架."""
    return followed(figure, "anaphors") or preceded(figure, "among") or followed(figure, "among")


def _stands_among(figure: Figure, parts: Sequence[Figure], beside: Sequence[Figure]) -> bool:
    """Whether a figure, with all others of the list or alone, counts what one of the list counts.

    Without a noun in common two languages show nothing, unless the others are said to be *of them*.
    """
    said = Counter(f.quantity.value for f in beside)
    told = [f for f in parts if f.quantity.value in said]
    if len(told) == len(parts) or any(_is_of_them(f) for f in beside):
        return False
    left = [f for f in parts if f not in told]
    if told and len(left) > 1:
        return False
    if any(f.lang != figure.lang for f in left):
        return len(left) == 1 or len(parts) == _PAIR
    nouns = {f.quantity.noun for f in parts if f.quantity.noun}
    shared = len(nouns) == 1 and not told
    return not shared and (not figure.quantity.noun or figure.quantity.noun in nouns)
