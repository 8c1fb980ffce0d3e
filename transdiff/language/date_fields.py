"""The fields of a date, each read at one piece: day, month, weekday, quarter, what is *last*."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import regex

from transdiff.facts import WordKind
from transdiff.language.date_templates import RELATED, ROMAN, SHORT_QUARTER
from transdiff.language.date_text import DateText
from transdiff.language.date_years import decade_at, year_at
from transdiff.language.numerals import read_numeral
from transdiff.language.numeric_dates import Fields
from transdiff.language.rows import Row

_DAY = regex.compile(r"([0-9٠-٩۰-۹]{1,2})(?:st|nd|rd|th)?")
_FIELDS = {"nth": "day", "nth2": "day2", "q#": "quarter"}
"""Elements that are another field."""
_COUNTS = ("cardinal", "article")
"""Kinds of number that a day or a month may be; where words are glued or a pack says so
(``ordinal-days``), ordinals too."""

_SPELT = 4
"""Words of a day or a month in words: *Tag vierundzwanzig*, *vingt et un*, الثاني والعشرين."""


def _month(text: DateText, at: int) -> tuple[int, int] | None:
    found = text.grammar.months.match(text.pieces, at) if text.proper(at) else None
    if found is None:
        return None
    end = found[1]
    dotted = end < len(text.pieces) and text.pieces[end].fold == "."
    short = len(text.pieces[at].fold) <= 4 and text.pieces[end - 1].kind is WordKind.WORD
    return found[0], end + (dotted and short and end + 1 < len(text.pieces))


def _weekday(text: DateText, at: int) -> tuple[int, int] | None:
    found = text.grammar.weekdays.match(text.pieces, at) if text.proper(at) else None
    if found is None:
        return None
    word = text.pieces[at].fold
    bracketed = at > 0 and text.pieces[at - 1].fold in "(（"
    if len(word) <= 3 and word.isascii() and found[1] == at + 1 and not bracketed:
        return None
    if word in text.grammar.doubtful and not text.led(at):
        last = text.pieces[found[1] - 1]
        if not text.passage.text[last.start].isupper():
            return None
    return found


def _number(text: DateText, at: int, low: int, high: int) -> tuple[int, int] | None:
    piece = text.pieces[at]
    if piece.kind is WordKind.NUMBER:
        match = _DAY.fullmatch(piece.fold)
        value = int(match[1]) if match else -1
        return (value, at + 1) if low <= value <= high else None
    if not text.grammar.spells_days(piece.fold):
        return None
    words = text.grammar.numbers
    pieces = words.expand(Row(text.pieces[at : at + _SPELT]))
    read = read_numeral(words, pieces, 0)
    ordinals = text.grammar.ordinal_days or text.grammar.numbers.glued
    kinds = (*_COUNTS, "ordinal") if ordinals else _COUNTS
    if read is None or read.kind not in kinds or not low <= read.value <= high:
        return None
    last = pieces[read.end - 1].end
    return int(read.value), at + sum(p.end <= last for p in text.pieces[at : at + _SPELT])


def _nth(text: DateText, at: int) -> tuple[int, int] | None:
    """``the 25th`` as a day: nothing that is counted follows."""
    if not text.pieces[at].fold.endswith(("st", "nd", "rd", "th")):
        return None
    if at + 1 < len(text.pieces):
        follows = text.pieces[at + 1]
        if follows.kind is WordKind.WORD and follows.fold not in text.grammar.counted:
            return None
    return _number(text, at, 1, 31)


def _ordinal(text: DateText, at: int, high: int) -> tuple[int, int] | None:
    read = read_numeral(text.grammar.numbers, text.pieces, at)
    if read is not None and read.kind != "fraction" and 1 <= read.value <= high:
        return int(read.value), read.end
    roman = ROMAN.get(text.pieces[at].fold, 0)
    return (roman, at + 1) if 1 <= roman <= high else None


def _short_quarter(text: DateText, at: int) -> tuple[int, int] | None:
    match = SHORT_QUARTER.fullmatch(text.pieces[at].fold)
    return (int(match[1]), at + 1) if match else None


def _listed(key: str) -> Callable[[DateText, int], tuple[int, int] | None]:
    return lambda text, at: text.grammar.lists[key].match(text.pieces, at)


_READERS: Mapping[str, Callable[[DateText, int], tuple[int, int] | None]] = {
    "day": lambda text, at: _number(text, at, 1, 31),
    "day2": lambda text, at: _number(text, at, 1, 31),
    "nth2": lambda text, at: _number(text, at, 1, 31),
    "nth": _nth,
    "month": _month,
    "month#": lambda text, at: _number(text, at, 1, 12),
    "year": year_at,
    "quarter#": lambda text, at: _ordinal(text, at, 4),
    "q#": _short_quarter,
    "half#": lambda text, at: _ordinal(text, at, 2),
    "decade": decade_at,
    "weekday": _weekday,
    **{key: _listed(key) for key in RELATED},
}


def read_element(text: DateText, names: tuple[str, ...], at: int, fields: Fields) -> int | None:
    """Read one of the elements *names* at piece *at* into *fields*, and return where it ends.

    An element is a field or a word that stands as it is: *of*, 年.
    """
    if at >= len(text.pieces):
        return None
    for name in names:
        reader = _READERS.get(name)
        if reader is None:
            if text.pieces[at].fold == name:
                return at + 1
            continue
        found = reader(text, at)
        if found is not None:
            fields[_FIELDS.get(name, name.removesuffix("#"))] = found[0]
            return found[1]
    return None
