"""Figures that count otherwise than the reference's and say the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from transdiff.facts import Moment, Quantity
from transdiff.language.figure_units import PLAYED
from transdiff.language.listed import listed_phrases
from transdiff.language.pack import load_pack
from transdiff.language.units import dimension_of, in_base, time_stems
from transdiff.language.words import fold_word, stem_word
from transdiff.rules.facts.counterparts import Figure, followed, preceded

_PERSONS, _LISTED = 6, 8
"""Persons of a list of ages, and the code points between two of them."""
_GAMES = (45, 60, 80, 90, 120)
"""Minutes after which a half or a game ends."""
_RESULTS = ("score", "cardinal")
"""What 6-4 and 4-6 are taken for, the latter as a range."""
_YEARS = 100
"""Years of a century."""


def is_left(figure: Figure, others: Iterable[Figure]) -> bool:
    """Whether a figure is what remains of a whole that the others count: *all but ten* of 93."""
    excepts = figure.quantity.role == "except"
    return excepts and not any(other.quantity.role == "except" for other in others)


def with_one_more(figure: Figure, others: Iterable[Figure]) -> bool:
    """Whether one is counted in who is named apart: *four, including the captain*.

    The reference has *the captain and three others*.
    """
    quantity, lang = figure.quantity, figure.lang
    counts = quantity.kind == "cardinal" and not quantity.unit
    among = listed_phrases(lang, "numbers", "among").all(figure.segment.facts.words)
    if not counts or next(iter(among), None) is None:
        return False
    return any(f.quantity.value + 1 == quantity.value and followed(f, "besides") for f in others)


def counts_ages(figure: Figure, others: Sequence[Figure]) -> bool:
    """Whether a figure counts persons whose ages a reference lists: *men aged 57, 44 and 39*."""
    quantity = figure.quantity
    if quantity.kind not in ("cardinal", "article") or quantity.unit or quantity.value > _PERSONS:
        return False
    return any(len(run) == quantity.value for run in _runs(others))


def _runs(figures: Sequence[Figure]) -> Iterator[Sequence[Figure]]:
    """Yield the figures that are listed one by one, behind an age."""
    run: list[Figure] = []
    for figure in figures:
        one = figure.quantity
        if run and run[-1].segment is figure.segment and _goes_on(run[-1].quantity, one):
            run.append(figure)
            continue
        yield run
        run = [figure] if one.kind == "age" or preceded(figure, "age-before") else []
    yield run


def _goes_on(last: Quantity, one: Quantity) -> bool:
    bare = one.high is None and one.unit in ("", "year")
    anew = one.kind == "age" != last.kind  # "men aged 57 and 44 and a 12-year-old boy"
    return last.span.gap(one.span) <= _LISTED and bare and not anew


def is_before_end(figure: Figure, others: Iterable[Figure]) -> bool:
    """Whether a minute of a game is counted from its end: *two minutes from the end*, the 88th."""
    if figure.quantity.unit != PLAYED or not followed(figure, "to-the-end"):
        return False
    minutes = {o.quantity.value for o in others if o.quantity.unit == PLAYED}
    return any(whole - figure.quantity.value in minutes for whole in _GAMES)


def from_other_end(figure: Figure, others: Iterable[Figure]) -> bool:
    """Whether a point of a course is told from its start here, and from its end there.

    *At the 37-km mark* of a marathon, *with 5 km to go*.
    """
    dimension, end = dimension_of(figure.quantity.unit), followed(figure, "to-the-end")
    if not dimension or not (end or followed(figure, "marks")):
        return False
    return any(
        dimension_of(other.quantity.unit) == dimension
        and followed(other, "marks" if end else "to-the-end")
        for other in others
    )


def lists_scores(figure: Figure, others: Iterable[Figure]) -> bool:
    """Whether a count is of the sets or games whose results a reference lists: *in five*."""
    quantity = figure.quantity
    plain = quantity.kind == "cardinal" and not quantity.unit
    results = (o for o in others if o.quantity.high is not None and o.quantity.kind in _RESULTS)
    return plain and sum(not o.quantity.unit for o in results) == quantity.value > 1


def lies_between(figure: Figure, others: Iterable[Figure]) -> bool:
    """Whether a span of time is from one minute of a game to another: the 70th, the 85th."""
    quantity = figure.quantity
    if dimension_of(quantity.unit) != "time" or quantity.high is not None:
        return False
    size = in_base(quantity.value, quantity.unit) / in_base(1.0, PLAYED)
    minutes = sorted({o.quantity.value for o in others if o.quantity.unit == PLAYED})
    return any(b - a == size for a, b in combinations(minutes, 2))


def same_storey(figure: Figure, others: Iterable[Figure]) -> bool:
    """Whether the storeys of a house count from the street in one language, above it in another."""
    return figure.quantity.kind == "ordinal" and any(
        other.lang != figure.lang
        and other.quantity.kind == "ordinal"
        and abs(other.quantity.value - figure.quantity.value) == 1
        and _is_storey(figure)
        and _is_storey(other)
        for other in others
    )


def of_century(figure: Figure, moments: Iterable[Moment]) -> bool:
    """Whether a figure counts a century that a year of the others is in: *in 1750*, *the 18th*."""
    quantity = figure.quantity
    if quantity.kind != "ordinal" or time_stems(figure.lang).get(quantity.noun) != "century":
        return False
    return any(m.year is not None and (m.year - 1) // _YEARS + 1 == quantity.value for m in moments)


def _is_storey(figure: Figure) -> bool:
    beside = [w for w in figure.segment.facts.words if w.span.start >= figure.quantity.span.start]
    return any(w.stem in _storeys(figure.lang) for w in beside[:3])


@lru_cache(maxsize=32)
def _storeys(lang: str) -> frozenset[str]:
    words = load_pack(lang).words("numbers", "storeys")
    return frozenset(stem_word(fold_word(w), lang) for w in words)
