"""Find figures in digits and words, with unit, bound, range, rate and what they count.

A figure is read from left to right: ``[bound] [currency] numeral [– numeral] [unit] [per …]``, then
the words that follow it say what is counted. All words come from the sections ``[numbers]`` and
``[units]`` of the pack; figures inside a date belong to the date. What reads each part is listed in
:mod:`transdiff.language.figure_text`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import regex

from transdiff.facts import Bound, Moment, Quantity, WordKind
from transdiff.language.fates import with_fates
from transdiff.language.figure_bounds import MARGIN, bound_of, role_of
from transdiff.language.figure_decades import decade
from transdiff.language.figure_phrases import figure_phrases
from transdiff.language.figure_ranges import first_of_two, repeated_end, scaled_like, upper_end
from transdiff.language.figure_shares import in_percent, prefixed, share, shares_of
from transdiff.language.figure_text import FigureText
from transdiff.language.figure_units import (
    PLAYED,
    count_rate,
    joins_units,
    unit_of,
    with_letter_scale,
    with_single,
)
from transdiff.language.measures import joined_measures
from transdiff.language.numeral_builder import Numeral
from transdiff.language.passage import Passage
from transdiff.language.units import dimension_of
from transdiff.language.words import stem_word

_NOUNS = 3
"""How many words after a figure may name what is counted."""
_MINUS = frozenset("-−–")
_RESULT = regex.compile(r"(\d{1,3}):(\d)")
_HALF_A_MINUTE = 0.5
_HALF = 0.5
"""Half of the last digit of a count."""
_ANNOUNCED = 2
"""Words before a figure that announce it as an age."""
_AGES = {"age": "year", "month-age": "month"}


def find_quantities(passage: Passage, moments: Sequence[Moment] = ()) -> tuple[Quantity, ...]:
    """Return the figures of *passage* in order of position, without those inside *moments*."""
    lexicon = figure_phrases(passage.pack)
    pieces = lexicon.numbers.expand(passage.pieces)
    begun = lexicon.beginnings(pieces)
    if not begun:
        return ()
    taken = [(m.span.start - passage.start, m.span.end - passage.start) for m in moments]
    idle = {n for _, first, end in lexicon.idle.all(pieces) for n in range(first, end)}
    begun = [at for at in begun if at not in idle]
    found = tuple(_figures(FigureText(passage, lexicon, pieces, taken), begun))
    spans = [q.span for q in found if q.kind == "multiple"]
    whole = [q for q in found if not any(s != q.span and s.contains(q.span) for s in spans)]
    played = _with_played(joined_measures(tuple(whole), passage, lexicon.span_of))
    return with_fates(_with_levels(played), passage, pieces)


def _with_levels(found: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Return *found* with the unit that a level has from what is beside it.

    *From 90 minutes to 40*, *by 20 tons to 80*.
    """
    levels = list(found)
    for n, (one, other) in enumerate(pairwise(found)):
        bare, told = (n + 1, one) if one.unit else (n, other)
        level = levels[bare]
        ends = {one.role, other.role} == {"from", "to"} or (
            (one.role, other.role) == ("by", "to") and dimension_of(one.unit) != "share"
        )
        bare_end = not level.unit and level.kind == "cardinal" and not level.nouns
        if ends and told.unit and bare_end:
            levels[bare] = replace(level, unit=told.unit, kind=told.kind)
    return tuple(levels)


def _with_played(found: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Return *found* with minutes for ordinals of nothing: *in the 70th minute, then in the 78th*.

    Where a sentence counts the minutes of a game, these are what such an ordinal is of.
    """
    plays = next((n for n, q in enumerate(found) if q.unit == PLAYED), len(found))
    return tuple(
        replace(q, unit=PLAYED, kind="measure", precision=_HALF_A_MINUTE)
        if n > plays and q.kind == "ordinal" and not q.nouns
        else q
        for n, q in enumerate(found)
    )


def _figures(text: FigureText, begun: Sequence[int]) -> Iterator[Quantity]:
    """Yield the figures that begin at one of the pieces *begun*, none overlapping."""
    done = 0
    for at in begun:
        if at < done or text.in_moment(text.pieces[at]) or joins_units(text, at):
            continue
        times = _multiple(text, at) if text.pieces[at].kind is WordKind.NUMBER else None
        if times is not None:  # 3倍
            yield times
            end = times.span.end - text.passage.start
            done = next(
                (n for n in range(at, len(text.pieces)) if text.pieces[n].start >= end),
                len(text.pieces),
            )
            continue
        result = _result(text, at)
        if result is not None:  # 1:2
            yield result
            done = at + 1
            continue
        age = decade(text, at)
        if age is not None:
            yield age[0]
            done = age[1]
            continue
        numeral = prefixed(text, at) or text.numeral(at)
        numeral = (numeral and share(text, numeral)) or numeral
        if numeral is None:
            counted = _multiple(text, at) or _with_unit(text, at)
            if counted is not None:
                yield counted
            continue
        quantity, done = _quantity(text, numeral)
        if quantity is not None:
            yield with_single(text, quantity, numeral.first)


def _multiple(text: FigureText, at: int) -> Quantity | None:
    found = text.lex.multiples.match(text.pieces, at)
    if found is None:
        return None
    span = text.passage.span(text.pieces[at].start, text.pieces[found[1] - 1].end)
    if _counts_occasions(text, at, found[1]):
        noun = stem_word(text.passage.pack.words("numbers", "occasions")[0], text.passage.lang)
        return Quantity(span, float(found[0]), noun=noun, nouns=(noun,), precision=_HALF)
    return Quantity(span, float(found[0]), unit="times", kind="multiple")


def _counts_occasions(text: FigureText, at: int, end: int) -> bool:
    """Whether a word says how often and multiplies nothing: *warned twice*, not *twice as much*."""
    pack = text.passage.pack
    behind = text.pieces[end].fold if end < len(text.pieces) else ""
    often = text.pieces[at].fold in pack.words("numbers", "how_often")
    return often and behind not in pack.words("numbers", "multiplied")


def _result(text: FigureText, at: int) -> Quantity | None:
    """Return a result with a colon, as no clock shows it: *1:2*."""
    found = _RESULT.fullmatch(text.pieces[at].fold)
    if found is None or text.in_moment(text.pieces[at]):
        return None
    one, other = (Numeral(at, at + 1, float(figure), digits=True) for figure in found.groups())
    return _made(text, one, other, "", "score", at + 1)


def _with_unit(text: FigureText, at: int) -> Quantity | None:
    """Return a number and its unit in one word: *شهرين* is two months, *полгода* half a year."""
    found = text.lex.counted.match(text.pieces, at)
    if found is None:
        return None
    (value, unit), end = found
    kind = "fraction" if value < 1 else "measure"
    return _made(text, Numeral(at, end, value), None, unit, kind, end)


def _quantity(text: FigureText, numeral: Numeral) -> tuple[Quantity | None, int]:
    """Return the figure that a number is, None for an article that counts nothing, and its end."""
    if numeral.kind == "percent":
        return _made(text, numeral, None, "percent", "percent", numeral.end), numeral.end
    if numeral.kind == "fraction" and text.pieces[numeral.end - 1].fold in text.lex.tenths:
        tenths, end = in_percent(text, numeral)
        return _made(text, tenths, None, "percent", "percent", end), end
    if numeral.kind == "clock":
        return _made(text, numeral, None, "clock", "score", numeral.end), numeral.end
    unit, first = text.lex.currency(text.pieces, numeral.first)
    if unit:
        numeral = with_letter_scale(text, numeral)
    numeral, high, end = _ends(text, numeral, first)
    if high is not None and (parts := shares_of(text, numeral, high, end)):
        numeral, high, end = parts
    plain = numeral.scale == 1 and numeral.kind in ("cardinal", "article")
    if plain and not unit and _labelled(text, first) and not text.unit_at(end):
        return _made(text, numeral, high, "", "identifier", end), end
    unit, end, extra = unit_of(text, numeral, unit, end)
    if high is None and unit and numeral.kind == "cardinal":
        high, end = repeated_end(text, numeral, unit, end)
    if numeral.kind == "ordinal" and unit == PLAYED:  # it lasts from the 27th to the 28th
        numeral = replace(numeral, kind="cardinal", precision=_HALF_A_MINUTE)
    if extra:  # *a year and a half*: a number, however it begins
        numeral = replace(numeral, value=numeral.value + extra, kind="cardinal")
    counts = unit or (text.counts(end) and not _is_period(text, numeral))
    if numeral.kind == "article" and not counts:
        return None, numeral.end
    unit, done = _below_zero_unit(text, numeral, unit, end)
    kind = _kind(text, numeral, high, unit, first)
    return _made(text, numeral, high, unit, kind, end), done


def _below_zero_unit(text: FigureText, numeral: Numeral, unit: str, end: int) -> tuple[str, int]:
    """Return the unit with what *24 below zero Fahrenheit* says of it, and where that ends."""
    found = text.lex.minus_after.match(text.pieces, end)
    if found is None or numeral.kind != "cardinal" or dimension_of(unit) not in ("", "temperature"):
        return unit, end
    scale = text.unit_at(found[1])
    if scale is None or dimension_of(scale[0]) != "temperature":
        return unit or "degree", found[1]
    return scale[0], scale[1]


def _ends(text: FigureText, low: Numeral, first: int) -> tuple[Numeral, Numeral | None, int]:
    """Return the number from its currency at *first* on, its upper end, and where both end."""
    high, end = None, low.end
    if low.kind in ("cardinal", "article"):  # "two or three", "one or two"
        low, end = first_of_two(text, low)
        high, end = upper_end(text, first, low, end)
    if high is not None:
        low = scaled_like(text, low, high)
    return (low if low.first == first else replace(low, first=first)), high, end


def _is_period(text: FigureText, numeral: Numeral) -> bool:
    """Whether what may count names a period: *mỗi năm hai lần*, twice a year."""
    found = text.lex.per.match(text.pieces, numeral.first - 1) if numeral.first else None
    return found is not None and found[1] == numeral.end


def _labelled(text: FigureText, first: int) -> bool:
    """Whether the figure names its noun (``Article 4``, ``No. 5``) rather than counts."""
    before = first - 2 if text.fold(first - 1) == "." else first - 1
    fold = text.fold(before)
    if fold == "no":
        return before == first - 2
    pointed = text.fold(before - 1) in text.lex.deictic  # so far this season 61 people
    return fold in text.lex.labels and not pointed


def _kind(text: FigureText, numeral: Numeral, high: Numeral | None, unit: str, first: int) -> str:
    if high is not None and numeral.value >= high.value:
        return "score"
    if numeral.kind == "fraction" and dimension_of(unit) == "points":
        return "percent"  # a quarter of a percentage point
    if numeral.kind != "cardinal":
        return numeral.kind
    if unit in _AGES or _follows_age(text, text.before_bound(first), unit):
        return "age"
    kinds = {"share": "percent", "points": "percent", "money": "money"}
    return kinds.get(dimension_of(unit), "measure" if unit else "cardinal")


def _follows_age(text: FigureText, before: int, unit: str) -> bool:
    """Whether an age is announced: *aged 5*, *at the age of 5*; *à l'âge de 5 ans* has its unit."""
    found = text.lex.age_before.before(text.pieces, before + 1, _ANNOUNCED)
    return found is not None and (not unit or found[1] == before)


def _made(
    text: FigureText, numeral: Numeral, high: Numeral | None, unit: str, kind: str, end: int
) -> Quantity:
    first = numeral.first
    plain, _, per = unit.partition("/")
    if kind == "cardinal" and not unit:
        per = count_rate(text, end)
    if kind == "age" and not plain:
        plain = "year"
    bound, bound_at = bound_of(text, numeral, high, plain, end)
    role = role_of(text, first)
    bare = not plain and bound is Bound.EXACT and role != MARGIN and _follows_minus(text, first)
    if (dimension_of(plain) == "temperature" and _below_zero(text, first, end)) or bare:
        numeral = replace(numeral, value=-numeral.value)
    start = text.pieces[first].start
    nouns = _label(text, first) if kind == "identifier" else _nouns(text, end)
    return Quantity(
        text.passage.span(start, text.pieces[end - 1].end),
        numeral.value,
        None if high is None else high.value,
        _AGES.get(plain, plain),
        bound,
        nouns[0] if nouns else "",
        per,
        kind,
        numeral.scale,
        numeral.precision,
        nouns=nouns,
        role=role,
        bound_span=None if bound_at is None else text.passage.span(*bound_at),
    )


def _follows_minus(text: FigureText, first: int) -> bool:
    """Whether a minus in words stands right before the figure: *fell to minus 47*."""
    return first > 0 and text.lex.minus.match(text.pieces, first - 1) is not None


def _below_zero(text: FigureText, first: int, end: int) -> bool:
    """Whether a minus stands before the figure, or words that mean it around it."""
    before = text.pieces[first - 1] if first else None
    if before is not None and before.fold in _MINUS:
        return before.end == text.pieces[first].start
    ahead = (text.lex.minus.match(text.pieces, first - n) for n in (1, 2, 3) if first >= n)
    named = any(found is not None and found[1] <= first for found in ahead)
    return named or text.lex.minus_after.match(text.pieces, end) is not None


def _label(text: FigureText, first: int) -> tuple[str, ...]:
    at = first - 2 if text.fold(first - 1) == "." else first - 1
    return (text.pieces[at].stem,)


def _nouns(text: FigureText, end: int) -> tuple[str, ...]:
    found: list[str] = []
    for piece in text.pieces[end + (text.fold(end) == "-") :]:
        full = len(found) == _NOUNS or piece.kind is not WordKind.WORD
        if full or piece.fold in text.lex.stop:
            break
        if piece.fold not in text.lex.links:
            found.append(piece.stem)
    return tuple(found)
