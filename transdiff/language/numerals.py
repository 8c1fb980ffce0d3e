"""Read a number at a place in a sentence, in digits, words, or both (``2.3 million``).

One grammar serves all languages, over the tables of the pack's ``[numbers]``: cardinals add up
(``hundred and five``), scale words multiply what stands before them (``mil millones``,
``1200万``), halves follow (``two and a half million``, ``rưỡi``), denominators divide
(``two thirds``, ``三分之二``). Languages that write compounds in one word (``siebenundzwanzig``)
are cut into the words of the same tables first.
"""

from __future__ import annotations

from collections.abc import Sequence

from transdiff.facts import WordKind
from transdiff.language.digits import parse_digits
from transdiff.language.number_words import NumberWords
from transdiff.language.numeral_builder import Numeral, NumeralBuilder
from transdiff.language.numeral_start import begin
from transdiff.language.phrases import Piece

_HALF = 0.5
_THOUSAND = 1000
_DOZEN = 12
_FRACTION = 0.005
"""How precise a fraction in words is."""
_MANY = 100
"""Dozens or hundreds that are counted at most: more are a figure of another thing."""


def read_numeral(words: NumberWords, pieces: Sequence[Piece], at: int) -> Numeral | None:
    """Return the number that begins at piece *at*, or None."""
    if at >= len(pieces):
        return None
    if pieces[at].kind is not WordKind.NUMBER and not words.opens(pieces[at].fold):
        return None
    number = NumeralBuilder(words, pieces, at)
    if not begin(number):
        return None
    while number.kind not in ("ordinal", "vague") and _step(number):
        pass
    if number.kind == "ordinal" and words.reversed:
        _tens_of_ordinal(number)
    return number.finished()


def _step(number: NumeralBuilder) -> bool:
    """Read one more word of the number; false where it ends."""
    if number.at >= len(number.pieces):
        return False
    if number.pieces[number.at].kind is WordKind.NUMBER:
        return _digits_after_scale(number, number.at) or _half(number)
    if number.words.is_unit(number.pieces, number.at):
        return False
    return (
        _collective(number)
        or _fraction(number)
        or _half(number)
        or _scale_word(number)
        or _joined(number)
        or number.add_cardinal()
        or number.add_ordinal()
    )


def _digits_after_scale(number: NumeralBuilder, at: int) -> bool:
    """``1万2000``, ``1 million 300 thousand``, ``5 тысяч 420``: digits below the scale before.

    Apart from it they are of a smaller scale, or what is left of thousands.
    """
    if number.current is not None or number.last < _THOUSAND:
        return False
    read = parse_digits(number.pieces[at].fold, number.words.decimal)
    if read is None or read[0] >= number.last:
        return False
    adjacent = number.pieces[at].start == number.pieces[at - 1].end and number.digits
    scaled = (
        number.words.scales.match(number.pieces, at + 1) if at + 1 < len(number.pieces) else None
    )
    if scaled is None and at + 1 < len(number.pieces):
        scaled = number.words.short_scales.match(number.pieces, at + 1)
    smaller = scaled is not None and read[0] * scaled[0] < number.last
    left = number.last == _THOUSAND and number.digits and number.pieces[at].fold.isdecimal()
    if not (adjacent or smaller or (left and at == number.at)):
        return False
    number.current, number.precision = read
    number.at, number.digits = at + 1, True
    return True


def _fraction(number: NumeralBuilder) -> bool:
    """``two thirds``: a denominator divides what is before it."""
    if number.kind not in ("cardinal", "article") or number.current is None or number.groups:
        return False
    if _divided(number):
        return True
    found = number.find(number.words.denominators)
    if found is None or number.current >= found[0] + 20:
        return False
    number.current, number.kind, number.at = number.current / found[0], "fraction", found[1]
    number.precision = _FRACTION
    return True


def _divided(number: NumeralBuilder) -> bool:
    """``三分之二``, *hai phần ba*: words between two numbers make a fraction of them."""
    infix = number.words.infix_pieces
    start = number.at + len(infix)
    if not infix or tuple(p.fold for p in number.pieces[number.at : start]) != infix:
        return False
    other = read_numeral(number.words, number.pieces, start) if start < len(number.pieces) else None
    if other is None or not other.value or not number.current:
        return False
    first, second = number.current, other.value
    top, bottom = (second, first) if number.words.denominator_first else (first, second)
    number.current, number.kind, number.at = top / bottom, "fraction", other.end
    number.precision = _FRACTION
    return True


def _collective(number: NumeralBuilder) -> bool:
    """``dos docenas``, ``полтора десятка``, ``docena y media``: so many times so many."""
    found = number.find(number.words.collectives)
    single = number.current is not None and 0 < number.current < _MANY and not number.groups
    half = number.kind == "fraction" and number.current == _HALF
    plain = half or number.kind in ("cardinal", "article")
    if found is None or not single or number.about or not plain:
        return False
    assert number.current is not None
    number.current, number.last, number.at = number.current * found[0], found[0], found[1]
    number.kind, number.counted, number.precision = "cardinal", found[0], found[0] / 2
    return True


def _half(number: NumeralBuilder) -> bool:
    """``two and a half million``, *hai triệu rưỡi*: half of what was read last."""
    found = number.find(number.words.halves)
    if found is None or number.kind == "fraction":
        return False
    if number.current is not None:
        rough = number.precision > 1  # a dozen and a half, not twelve and a half thousand
        dozens = rough and number.last == _DOZEN == number.current
        number.current += found[0] * (_DOZEN if dozens else number.counted)
    else:
        number.groups.append(found[0] * number.scale)
    number.precision, number.at = min(number.precision, 0.25), found[1]
    number.kind = "cardinal" if number.kind == "article" else number.kind
    return True


def _scale_word(number: NumeralBuilder) -> bool:
    """``200 million``, ``20多万``: a scale word multiplies what is before it."""
    at = number.at + (_linked(number) or _hyphened(number))
    if number.pieces[at].fold in number.words.inner_more and at + 1 < len(number.pieces):
        found = number.words.scales.match(number.pieces, at + 1)
        number.more = number.more or found is not None
    else:
        found = number.words.scales.match(number.pieces, at)
        if found is None and number.digits:
            found = number.words.short_scales.match(number.pieces, at)
    if found is None:
        return False
    number.multiply(found[0])
    number.at = found[1]
    number.kind = "cardinal"
    return True


def _linked(number: NumeralBuilder) -> bool:
    """Whether a word links a fraction to its scale: *a quarter of a million*."""
    linked = number.kind == "fraction" and number.pieces[number.at].fold in number.words.scale_links
    return linked and number.at + 1 < len(number.pieces)


def _hyphened(number: NumeralBuilder) -> bool:
    """Whether a hyphen joins digits to what follows them: *a 480-million-euro deal*."""
    return (
        number.digits
        and number.pieces[number.at].fold == "-"
        and number.at + 1 < len(number.pieces)
        and number.pieces[number.at - 1].end == number.pieces[number.at].start
        and number.pieces[number.at].end == number.pieces[number.at + 1].start
    )


def _joined(number: NumeralBuilder) -> bool:
    """A joiner and what it joins: ``hundred and five``, ``vingt et un``, ``خمسة وعشرون``."""
    if number.pieces[number.at].fold not in number.words.joiners or number.at + 1 >= len(
        number.pieces
    ):
        return False
    if number.pieces[number.at + 1].kind is WordKind.NUMBER:
        return _digits_after_scale(number, number.at + 1)
    found = number.words.cardinals.match(number.pieces, number.at + 1)
    if found is None and number.words.reversed and not number.digits:
        return _reversed_ordinal(number)
    if found is None or (number.digits and number.current is not None):
        return False
    turned = number.words.reversed and number.last < 10 and 20 <= found[0] < 100
    if not turned and (number.last < number.words.joiner_after or not number.fits(found[0])):
        return False
    number.current = (number.current or 0.0) + found[0]
    number.last, number.at = found[0], found[1]
    number.kind = "cardinal"
    return True


def _reversed_ordinal(number: NumeralBuilder) -> bool:
    """``fünfundzwanzigste``: the tens end it, behind a joiner."""
    found = number.words.ordinals.match(number.pieces, number.at + 1)
    if found is None or not (number.last < 10 and 20 <= found[0] < 100):
        return False
    number.current = (number.current or 0.0) + found[0]
    number.kind, number.at = "ordinal", found[1]
    return True


def _tens_of_ordinal(number: NumeralBuilder) -> None:
    """``الخامسة والأربعين``: the tens behind the ordinal of a one."""
    joined = (
        number.at + 1 < len(number.pieces) and number.pieces[number.at].fold in number.words.joiners
    )
    found = number.words.cardinals.match(number.pieces, number.at + 1) if joined else None
    if found and 0 < (number.current or 0.0) < 10 and 20 <= found[0] < 100:
        number.current, number.at = (number.current or 0.0) + found[0], found[1]
