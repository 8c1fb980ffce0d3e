"""Years and decades, be it with nothing that says so: *1750*, *in 2019*, *the 1970s and 80s*."""

from __future__ import annotations

import regex

from transdiff.facts import WordKind
from transdiff.language.date_text import DateText
from transdiff.language.numeric_dates import Fields
from transdiff.language.past import past_form
from transdiff.language.patterns import has_spaces
from transdiff.language.units import dimension_of, unit_phrases

_MODERN = 1900
_LIFE = 150
"""Years that a range of years may have."""
_JOINING = ("and", "or", "to")
"""Lists of words between the ends of a range."""
_YEAR = regex.compile(r"[12][0-9٠-٩۰-۹]{3}")
_DECADE = regex.compile(r"([12][0-9٠-٩۰-۹]{2}0)s")
_SHORT_DECADE = regex.compile(r"([0-9]0)s")


def year_at(text: DateText, at: int) -> tuple[int, int] | None:
    """Return the year in digits at piece *at*, and where it ends."""
    piece = text.pieces[at]
    number = piece.kind is WordKind.NUMBER and _YEAR.fullmatch(piece.fold)
    if number and not _measured(text, at + 1):
        return int(piece.fold), at + 1
    return None


def _measured(text: DateText, end: int) -> bool:
    """Whether money follows: *eine Zahlung von 1200 Euro*, where nouns have capitals too."""
    unit = unit_phrases(text.passage.pack).match(text.pieces, end)
    return unit is not None and dimension_of(unit[0]) == "money"


def _counts(text: DateText, end: int) -> bool:
    """Whether people or units follow, so that the number counts them: *до 1200 человек*."""
    unit = unit_phrases(text.passage.pack).match(text.pieces, end)
    return unit is not None and dimension_of(unit[0]) != "time"


def is_count(text: DateText, year: int, end: int) -> bool:
    """Whether a number behind *until* counts what follows: *hasta 1200 espectadores*.

    A year before 1900 is followed by a mark, or by a word of grammar.
    """
    if _counts(text, end):
        return True
    if year >= _MODERN or end >= len(text.pieces):
        return False
    piece = text.pieces[end]
    named = piece.kind is WordKind.WORD and piece.fold not in text.grammar.counted
    return named and text.passage.text[piece.start].islower()


def decade_at(text: DateText, at: int) -> tuple[int, int] | None:
    """Return the first year of the decade at piece *at*, and where it ends."""
    match = _DECADE.fullmatch(text.pieces[at].fold)
    if match:
        return int(match[1]), at + 1
    short = _SHORT_DECADE.fullmatch(text.pieces[at].fold)
    before = _DECADE.fullmatch(text.pieces[at - 2].fold) if short and at > 1 else None
    if not short or not before:
        return None
    return int(before[1][:2] + short[1]), at + 1  # "the 1970s and 80s"


def bare_year(text: DateText, at: int) -> tuple[Fields, int] | None:
    """A year with nothing that says so; ``1,500 people`` and ``2000 people`` are no years."""
    found = decade_at(text, at)
    if found:
        return {"decade": found[0]}, found[1]
    if text.pieces[at].fold[0] not in "12":
        return None
    found = year_at(text, at)
    led = text.led(at)
    if found is None:
        return None
    end = found[1]
    old = led or _ends_with(text, end)
    if not (1000 if old else 1900) <= found[0] < 2100:
        return None
    if _glued(text, at) or _counts(text, end):
        return None
    if end < len(text.pieces) and text.pieces[end].kind is WordKind.WORD:
        follows = text.pieces[end]
        first = text.passage.text[follows.start]
        lower = first.islower() or (not first.isupper() and has_spaces(first))
        sure = (
            (led and found[0] >= 1900) or _ends_with(text, end) or _ends_range(text, at, found[0])
        )
        if not sure and lower and follows.fold not in text.grammar.counted:
            return None
    return {"year": found[0]}, end


def _ends_range(text: DateText, at: int, year: int) -> bool:
    """Whether an earlier year and a dash, or a word like *and*, stand before: *2021-2023*."""
    if at < 2 or not _YEAR.fullmatch(text.pieces[at - 2].fold):
        return False
    pack, join = text.passage.pack, text.pieces[at - 1].fold
    joined = any(join in pack.words("numbers.ranges", name) for name in _JOINING)
    return joined and 0 < year - int(text.pieces[at - 2].fold) < _LIFE


def _ends_with(text: DateText, end: int) -> bool:
    """Whether a verb alone follows to the end of its clause, where nouns have capitals.

    *Die Kirche wurde 1750 gebaut*: what is counted would stand behind the figure, with a capital,
    be it made of a verb: *1750 Beschäftigte*.
    """
    if end >= len(text.pieces) or not text.grammar.noun_capitals:
        return False
    if not text.passage.text[text.pieces[end].start].islower():
        return False
    closes = end + 1 == len(text.pieces) or text.pieces[end + 1].kind is WordKind.PUNCT
    return closes and past_form(text.pieces[end].fold, text.passage.lang)


def _glued(text: DateText, at: int) -> bool:
    """Whether the number belongs to the word before it: ``1万2000``."""
    before = text.pieces[at - 1] if at else None
    return before is not None and (before.kind, before.end) == (
        WordKind.WORD,
        text.pieces[at].start,
    )
