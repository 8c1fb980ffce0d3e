"""How a number begins: with digits, an article before a scale (*a million*), a half, a word."""

from __future__ import annotations

from itertools import pairwise

from transdiff.facts import WordKind
from transdiff.language.digits import parse_digits
from transdiff.language.numeral_builder import NumeralBuilder
from transdiff.language.phrases import Piece

_MIXED = 5
"""Pieces of a whole and a fraction joined to it: *4-1/2*."""
_DENOMINATORS = ("2", "3", "4", "8", "16", "32")


def begin(number: NumeralBuilder) -> bool:
    """Read the first word of *number*; false where no number begins."""
    piece = number.pieces[number.at]
    if piece.kind is WordKind.NUMBER:
        return _begin_digits(number, piece)
    if piece.kind is not WordKind.WORD:
        return False
    return _begin_words(number, piece)


def _begin_digits(number: NumeralBuilder, piece: Piece) -> bool:
    read = parse_digits(piece.fold, number.words.decimal)
    if read is None:
        return False
    number.current, number.precision = read
    number.digits = True
    number.at += 1
    number.last = 1.0
    if piece.fold.endswith(("st", "nd", "rd", "th")) or _ordinal_suffix(number):
        number.kind = "ordinal"
    else:
        _mixed(number)
    return True


def _mixed(number: NumeralBuilder) -> None:
    """``4-1/2``: the fraction that agencies join to a whole with a hyphen."""
    parts = number.pieces[number.at - 1 : number.at + 4]
    if len(parts) < _MIXED or (parts[1].fold, parts[3].fold) != ("-", "/"):
        return
    tight = all(a.end == b.start for a, b in pairwise(parts))
    whole, top, bottom = (parts[n].fold for n in (0, 2, 4))
    if not (tight and whole.isdecimal() and top.isdecimal() and bottom in _DENOMINATORS):
        return
    if int(top) < int(bottom):
        number.current = int(whole) + int(top) / int(bottom)
        number.precision, number.at = 0.5 / int(bottom), number.at + 4


def _ordinal_suffix(number: NumeralBuilder) -> bool:
    """``3-й``, ``2e``, ``18.`` before a word: what makes digits an ordinal, joined to them."""
    at = number.at + (number.at < len(number.pieces) and number.pieces[number.at].fold == "-")
    if at >= len(number.pieces) or number.pieces[at].fold not in number.words.ordinal_suffixes:
        return False
    joined = number.pieces[at].start - number.pieces[number.at - 1].end == at - number.at
    if number.pieces[at].kind is WordKind.PUNCT:
        joined = joined and number.pieces[at - 1].fold.isdecimal() and number.word_at(at + 1)
    number.at = at + 1 if joined else number.at
    return joined


def _begin_words(number: NumeralBuilder, piece: Piece) -> bool:
    for table, kind in ((number.words.fractions, "fraction"), (number.words.vague, "vague")):
        found = table.match(number.pieces, number.at)
        if found:
            number.current, number.at, number.kind = found[0], found[1], kind
            return True
    found = number.find(number.words.approximate)
    if found:
        number.current, number.at, number.about = found[0], found[1], True
        if number.words.collectives.match(number.pieces, number.at - 1):
            number.counted = found[0]
        return True
    if piece.fold in number.words.articles and _bare_fraction(number):
        return True
    if piece.fold in number.words.articles:
        found = number.words.scales.match(number.pieces, number.at + 1)
        found = found or number.words.denominators.match(number.pieces, number.at + 1)
        if found is None:
            return False
        number.current, number.at = 1.0, number.at + 1
        return True
    found = number.find(number.words.ones)
    longer = number.find(number.words.cardinals)
    if found and not (longer and longer[1] > found[1]):  # أحد عشر is eleven
        number.current, number.at, number.kind, number.last = found[0], found[1], "article", 1.0
        return True
    found = number.find(number.words.standalone) or _bare_scale(number)
    if found:
        number.multiply(found[0])
        number.at = found[1]
        return True
    if _half_unit(number):
        return True
    return number.add_cardinal() or number.add_ordinal()


def _bare_scale(number: NumeralBuilder) -> tuple[float, int] | None:
    """``近百名``: a scale word alone behind a bound."""
    before = number.pieces[number.at - 1].fold if number.at else ""
    return number.find(number.words.scales) if before in number.words.bare_after else None


def _half_unit(number: NumeralBuilder) -> bool:
    """``半个月``: a half right before a unit."""
    found = number.find(number.words.halves) if number.words.bare_after else None
    if found is None or number.words.units.match(number.pieces, found[1]) is None:
        return False
    number.current, number.at, number.kind, number.precision = found[0], found[1], "fraction", 0.25
    return True


def _bare_fraction(number: NumeralBuilder) -> bool:
    """``about a fifth,``, ``a third were``: an ordinal before nothing that it puts in order."""
    found = number.words.ordinals.match(number.pieces, number.at + 1)
    after = number.pieces[found[1] :] if found else ()
    noun = after and after[0].kind is not WordKind.PUNCT and after[0].fold not in number.words.stop
    if found is None or found[0] <= 2 or noun:
        return False
    number.current, number.at, number.kind = 1 / found[0], found[1], "fraction"
    return True
