"""A number while it is read: what its words have come to so far, and what the next may add.

The arithmetic of number words is here, which words there are in
:mod:`transdiff.language.number_words`, and how a number goes on in
:mod:`transdiff.language.numerals`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transdiff.facts import WordKind
from transdiff.language.number_words import NumberWords
from transdiff.language.phrases import Phrases, Piece

_DOZEN = 12


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number over the pieces ``[first, end)``; see :class:`~transdiff.facts.Quantity`.

    ``kind`` is ``cardinal``, ``ordinal``, ``fraction``, ``vague`` (``hundreds``) or ``article``
    (``one``, which may be no number at all). ``digits`` says that it is written in digits, ``more``
    and ``about`` that the word itself is a bound (``20多万``, ``une trentaine``).
    """

    first: int
    end: int
    value: float
    scale: float = 1.0
    precision: float = 0.5
    kind: str = "cardinal"
    digits: bool = False
    more: bool = False
    about: bool = False


class NumeralBuilder:
    """A number over the pieces from ``first`` on, as far as piece ``at``, which is read next.

    ``groups`` are complete (two million), ``current`` is being built (three hundred and); ``last``
    is the value of the word read last, ``counted`` what a half is a half of.
    """

    def __init__(self, words: NumberWords, pieces: Sequence[Piece], at: int) -> None:
        self.words, self.pieces, self.first, self.at = words, pieces, at, at
        self.groups: list[float] = []
        self.current: float | None = None
        self.last = 0.0
        self.scale = 1.0
        self.precision = 0.5
        self.kind = "cardinal"
        self.digits = False
        self.more = False
        self.about = False
        self.counted = 1.0

    def find(self, table: Phrases[float]) -> tuple[float, int] | None:
        """Return the value that *table* has for what is read next, and where that ends."""
        return table.match(self.pieces, self.at)

    def word_at(self, at: int) -> bool:
        """Whether piece *at* is a word."""
        return at < len(self.pieces) and self.pieces[at].kind is WordKind.WORD

    def add_cardinal(self) -> bool:
        """``hundred five``: a number word adds to what is before it, where it can."""
        found = self.find(self.words.cardinals)
        if found is None or self.digits:  # "9 million twelve months earlier"
            return False
        after_ten = self.last == 10 and self.pieces[self.at].fold in self.words.not_after_ten
        if after_ten or not self.fits(found[0]):
            return False
        self.current = (self.current or 0.0) + found[0]
        if self.kind == "article":
            self.kind = "cardinal"
        no_hundreds = found[0] == 0 and bool(self.groups)  # không trăm
        self.last, self.at = 100.0 if no_hundreds else found[0], found[1]
        return True

    def add_ordinal(self) -> bool:
        """``twenty-third``: an ordinal ends the number."""
        if self.digits:
            return False
        found = self.find(self.words.ordinals)
        if found is None or not ((self.current is None and not self.groups) or self.fits(found[0])):
            return False
        self.current = (self.current or 0.0) + found[0]
        self.kind, self.at = "ordinal", found[1]
        return True

    def fits(self, value: float) -> bool:
        """Whether *value* can be added to the group: 20 + 7, 100 + 27, 60 + 15, not 7 + 20."""
        if self.current is None:
            return not self.groups or value < self.scale
        if value <= 0 or (self.current <= 0 and self.last < 100) or self.kind == "fraction":
            return False
        last = self.last
        if last >= 100:
            return value < last
        if last in (60, 80) and value < 20:
            return True
        return last >= 10 and last % 10 == 0 and value < 10

    def multiply(self, factor: float) -> None:
        """Apply a scale word: below a thousand to the group, above it to all smaller groups."""
        if factor < 1000:
            self.current = self._scaled(factor)
            self.last = factor
            if factor == _DOZEN:
                self.precision = factor / 2  # who counts in dozens counts no ones
            return
        base = 0.0 if self.current is None else self.current
        while self.groups and self.groups[-1] < factor:
            base += self.groups.pop()
        if self.current is None and not base:
            base = 1.0
        self.groups.append(base * factor)
        self.scale = factor if self.scale < factor else self.scale
        self.current, self.last = None, factor

    def _scaled(self, factor: float) -> float:
        """Apply a small scale word: to 五 alone in 百五十, to all of ``twenty-five hundred``."""
        current, last = self.current, self.last
        if current is None:
            return factor
        if last == 10 * factor:  # 百十
            return current + factor
        own = last if last < factor <= current - last else current
        return current - own + own * factor

    def finished(self) -> Numeral:
        """Return what was read; it is no more precise than its last scale word."""
        value = sum(self.groups) + (self.current or 0.0)
        smallest = self.last if self.current is None and self.groups else 1.0
        return Numeral(
            self.first,
            self.at,
            value,
            self.scale,
            self.precision * smallest,
            self.kind,
            self.digits,
            self.more,
            self.about,
        )
