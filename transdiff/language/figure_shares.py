"""Figures that say what part of a whole is meant: *two in five*, *one farm in four*, 百分之三十.

And those which what stands before them makes a percentage or an ordinal, 第三. Of how much of a
whole a sentence speaks, in whatever words, is asked of :mod:`transdiff.language.portions`.
"""

from __future__ import annotations

from dataclasses import replace
from math import gcd

from transdiff.facts import WordKind
from transdiff.language.figure_text import FigureText
from transdiff.language.numeral_builder import Numeral
from transdiff.language.past import past_form
from transdiff.language.units import dimension_of

_NOUNS = 3
"""Words for what is counted that may stand between a *one* and its whole."""

_NOUNS_AHEAD = 7
"""Words after a whole within which its part is led up to."""
_WHOLES = (3, 4, 5, 10)
"""Wholes of which one tells a share of several: *two in three*."""
_PLAIN = 2
"""Words of a phrase that makes a share of whatever stands around it: *out of*, *in every*."""
_HUNDRED = 100
"""The largest whole of a share that names its whole first."""
_MOST_PARTS = 20
"""Parts that a whole is cut into by *two in five*; more are a count."""
_TENTHS = 10
"""The largest whole of a fraction in digits."""
_SHARE = 0.005
"""How precise a share in words is."""
_HUNDREDTH = 0.5
_TENTH = 5.0
"""Points of a percentage within which ``两成`` is true."""


def prefixed(text: FigureText, at: int) -> Numeral | None:
    """Read ``第三`` and ``百分之三十``: what stands before the figure says what it is."""
    for phrases in (text.lex.ordinal_prefix, text.lex.percent_prefix):
        found = phrases.match(text.pieces, at)
        if found is not None and found[1] < len(text.pieces):
            numeral = text.numeral(found[1])
            if numeral is None or (found[0] == "every" and not _is_every(text, numeral)):
                continue
            if found[0] == "every":
                part = 1 / numeral.value
                return replace(numeral, first=at, value=part, precision=_SHARE, kind="fraction")
            return replace(numeral, first=at, kind=found[0])
    return None


def _is_every(text: FigureText, numeral: Numeral) -> bool:
    """Whether ``jeder vierte`` is a quarter of people, rather than every fourth day."""
    timed = text.unit_at(numeral.end)
    return numeral.kind == "ordinal" and 1 < numeral.value <= _MOST_PARTS and not timed


def share(text: FigureText, part: Numeral) -> Numeral | None:
    """Read ``two in five``, ``three out of ten`` and ``one farm in four`` as a fraction.

    What is measured has no such shares (*one in five days*), but money: *two out of five crowns*.
    """
    if (whole_first := _share_of(text, part)) is not None:
        return whole_first
    if text.fold(part.end) == "/":
        return _slashed(text, part)
    found = text.lex.shares.match(text.pieces, part.end)
    if part.scale != 1 or part.kind not in ("cardinal", "article"):
        return None
    if not found and (found := _share_behind(text, part)) and _counts_on(text, found[1] + 1):
        return None  # "one farm in four villages"
    whole = text.numeral(found[1]) if found and found[1] < len(text.pieces) else None
    if whole is None or whole.kind != "cardinal" or whole.scale != 1 or whole.value % 1:
        return None  # *un alza de 1,5%* is no one in 1.5
    small = 0 < part.value < whole.value <= _MOST_PARTS
    unit = text.unit_at(whole.end)
    if not small or (unit and not (found and _is_spent(unit[0], found[1] - part.end))):
        return None
    value, end = part.value / whole.value, unit[1] if unit else whole.end
    return Numeral(part.first, end, value, precision=_SHARE, kind="fraction")


def _is_spent(unit: str, said: int) -> bool:
    """Whether a share is one of money, told by so many words: *two out of five crowns*."""
    return dimension_of(unit) == "money" and said >= _PLAIN


def shares_of(
    text: FigureText, low: Numeral, high: Numeral, end: int
) -> tuple[Numeral, Numeral, int] | None:
    """Read *three to six in every ten* as a range of shares; None where no whole follows."""
    found = text.lex.shares.match(text.pieces, end)
    whole = text.numeral(found[1]) if found and found[1] < len(text.pieces) else None
    if whole is None or whole.kind != "cardinal" or not high.value < whole.value <= _MOST_PARTS:
        return None
    ends = (
        replace(n, value=n.value / whole.value, precision=_SHARE, kind="fraction", end=whole.end)
        for n in (low, high)
    )
    return next(ends), next(ends), whole.end


def _slashed(text: FigureText, part: Numeral) -> Numeral | None:
    """Read a fraction in digits before what it is of: *1/4 percentage point*, *2/3 of the seats*.

    Days are no figures; *24/7* is no fraction, and what parts into more than ten is none.
    """
    after = part.end + 1
    whole = text.numeral(after) if after < len(text.pieces) else None
    if whole is None or not (part.digits and whole.digits) or part.scale * whole.scale != 1:
        return None
    tight = text.pieces[after].start - text.pieces[part.end - 1].end == 1
    small = tight and 0 < part.value < whole.value <= _TENTHS
    if not small or gcd(int(part.value), int(whole.value)) > 1 or text.fold(whole.end) == "/":
        return None
    end = whole.end + (text.fold(whole.end) in text.lex.links)
    noun = text.counts(end) and not text.lex.is_grammar(text.pieces[end])
    if end == whole.end and not noun and not text.unit_at(end):
        return None
    value = part.value / whole.value
    return Numeral(part.first, end, value, precision=_SHARE, kind="fraction", digits=True)


def _share_of(text: FigureText, whole: Numeral) -> Numeral | None:
    """Read a share whose whole stands first: *5人に1人*, one in five."""
    found = text.lex.wholes.match(text.pieces, whole.end) or _whole_behind(text, whole)
    part = text.numeral(found[1]) if found and found[1] < len(text.pieces) else None
    if part is None or whole.kind != "cardinal" or not 0 < part.value < whole.value:
        return None
    small = whole.value <= _HUNDRED and part.scale == whole.scale == 1
    value = part.value / whole.value
    return (
        Numeral(whole.first, part.end, value, precision=_SHARE, kind="fraction") if small else None
    )


def _whole_behind(text: FigureText, whole: Numeral) -> tuple[str, int] | None:
    """What leads from a whole to the part of it: 每五名矿工里有四名, *cứ mười lò thì chín*."""
    if text.fold(whole.first - 1) not in text.lex.ranges.get("each", ()):
        return None
    for at in range(whole.end + 1, min(whole.end + _NOUNS_AHEAD, len(text.pieces))):
        if text.pieces[at].kind is not WordKind.WORD:
            return None
        found = text.lex.wholes_behind.match(text.pieces, at)
        if found:
            return found
    return None


def _share_behind(text: FigureText, part: Numeral) -> tuple[str, int] | None:
    """What makes a share behind the words for what is counted: *one child in ten*.

    Of more than one it takes plainer words, *three dollars in every five*, or a whole of which one
    speaks so: *three voters in five*.
    """
    for at in range(part.end + 1, min(part.end + _NOUNS, len(text.pieces) - 1) + 1):
        if not text.counts(at - 1):
            return None
        found = text.lex.shares.match(text.pieces, at)
        if found and (found[1] - at >= _PLAIN or _is_plain(text, part, found[1])):
            return found
    return None


def _is_plain(text: FigureText, part: Numeral, at: int) -> bool:
    """Whether one word makes *part* a share of the whole at *at*: *one in 9*, *three in five*."""
    if part.value == 1:
        return True
    whole = text.numeral(at) if at < len(text.pieces) else None
    return whole is not None and whole.value in _WHOLES and part.value < whole.value


def _counts_on(text: FigureText, at: int) -> bool:
    """Whether a number counts what stands behind it: no word for a deed, *one in ten died*."""
    return text.counts(at) and not past_form(text.fold(at), text.passage.lang)


def in_percent(text: FigureText, tenths: Numeral) -> tuple[Numeral, int]:
    """Return tenths, with the hundredths behind them, as a percentage, and where it ends."""
    more, end = _hundredths(text, tenths.end)
    value, precision = 100 * tenths.value + more, _TENTH if not more else _HUNDREDTH
    return replace(tenths, value=value, precision=precision, digits=False), end


def _hundredths(text: FigureText, end: int) -> tuple[float, int]:
    """Return what follows tenths (2 in *一成二*, 5 in *三成半*) and where it ends."""
    if end >= len(text.pieces):
        return 0.0, end
    half = text.lex.numbers.halves.match(text.pieces, end)
    if half is not None:
        return 5.0, half[1]
    digit = text.lex.numbers.cardinals.match(text.pieces, end)
    counts = digit is not None and text.unit_at(digit[1]) is not None
    if digit is None or counts or not 0 < digit[0] < _TENTH * 2:
        return 0.0, end
    after = text.fold(digit[1])
    return digit if not after.isalnum() or after in text.lex.stop else (0.0, end)
