"""Read a number at a place in a sentence, in digits, words, or both (``2.3 million``).

One grammar serves all languages, over the tables of the pack's ``[numbers]``: cardinals add up
(``hundred and five``), scale words multiply what stands before them (``mil millones``,
``1200万``), halves follow (``two and a half million``, ``rưỡi``), denominators divide
(``two thirds``, ``三分之二``). Languages that write compounds in one word (``siebenundzwanzig``)
are cut into the words of the same tables first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transdiff.facts import WordKind
from transdiff.language.digits import parse_digits
from transdiff.language.number_words import NumberWords
from transdiff.language.phrases import Piece

_HALF = 0.5
_THOUSAND = 1000
_MANY = 100
"""Dozens or hundreds that are counted at most: more are a figure of another thing."""


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


def read_numeral(words: NumberWords, pieces: Sequence[Piece], at: int) -> Numeral | None:
    """Return the number that begins at piece *at*, or None."""
    if pieces[at].kind is not WordKind.NUMBER and not words.opens(pieces[at].fold):
        return None
    return _Reading(words, pieces, at).run()


class _Reading:
    """One attempt to read a number: groups that are complete, and the one being built."""

    def __init__(self, words: NumberWords, pieces: Sequence[Piece], at: int) -> None:
        self.g, self.pieces, self.first, self.at = words, pieces, at, at
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

    def run(self) -> Numeral | None:
        if not self._begin():
            return None
        while self.kind not in ("ordinal", "vague") and self._step():
            pass
        if self.kind == "ordinal" and self.g.reversed:
            self._tens_of_ordinal()
        return self._finished()

    def _begin(self) -> bool:
        piece = self.pieces[self.at]
        if piece.kind is WordKind.NUMBER:
            return self._begin_digits(piece)
        if piece.kind is not WordKind.WORD:
            return False
        return self._begin_words(piece)

    def _begin_digits(self, piece: Piece) -> bool:
        read = parse_digits(piece.fold, self.g.decimal)
        if read is None:
            return False
        self.current, self.precision = read
        self.digits = True
        self.at += 1
        self.last = 1.0
        if piece.fold.endswith(("st", "nd", "rd", "th")) or self._ordinal_suffix():
            self.kind = "ordinal"
        return True

    def _ordinal_suffix(self) -> bool:
        """``3-й``, ``2e``, ``18.`` before a word: what makes digits an ordinal, joined to them."""
        at = self.at + (self.at < len(self.pieces) and self.pieces[self.at].fold == "-")
        if at >= len(self.pieces) or self.pieces[at].fold not in self.g.ordinal_suffixes:
            return False
        joined = self.pieces[at].start - self.pieces[self.at - 1].end == at - self.at
        if self.pieces[at].kind is WordKind.PUNCT:
            joined = joined and self.pieces[at - 1].fold.isdecimal() and self._word_at(at + 1)
        self.at = at + 1 if joined else self.at
        return joined

    def _word_at(self, at: int) -> bool:
        return at < len(self.pieces) and self.pieces[at].kind is WordKind.WORD

    def _begin_words(self, piece: Piece) -> bool:
        for table, kind in ((self.g.fractions, "fraction"), (self.g.vague, "vague")):
            found = table.match(self.pieces, self.at)
            if found:
                self.current, self.at, self.kind = found[0], found[1], kind
                return True
        found = self.g.approximate.match(self.pieces, self.at)
        if found:
            self.current, self.at, self.about = found[0], found[1], True
            if self.g.collectives.match(self.pieces, self.at - 1):
                self.counted = found[0]
            return True
        if piece.fold in self.g.articles and self._bare_fraction():
            return True
        if piece.fold in self.g.articles:
            found = self.g.scales.match(self.pieces, self.at + 1)
            found = found or self.g.denominators.match(self.pieces, self.at + 1)
            if found is None:
                return False
            self.current, self.at = 1.0, self.at + 1
            return True
        found = self.g.ones.match(self.pieces, self.at)
        longer = self.g.cardinals.match(self.pieces, self.at)
        if found and not (longer and longer[1] > found[1]):  # أحد عشر is eleven
            self.current, self.at, self.kind, self.last = found[0], found[1], "article", 1.0
            return True
        found = self.g.standalone.match(self.pieces, self.at) or self._bare_scale()
        if found:
            self._multiply(found[0])
            self.at = found[1]
            return True
        if self._half_unit():
            return True
        return self._add_cardinal() or self._ordinal()

    def _bare_scale(self) -> tuple[float, int] | None:
        """``近百名``: a scale word alone behind a bound."""
        before = self.pieces[self.at - 1].fold if self.at else ""
        return self.g.scales.match(self.pieces, self.at) if before in self.g.bare_after else None

    def _half_unit(self) -> bool:
        """``半个月``: a half right before a unit."""
        found = self.g.halves.match(self.pieces, self.at) if self.g.bare_after else None
        if found is None or self.g.units.match(self.pieces, found[1]) is None:
            return False
        self.current, self.at, self.kind, self.precision = found[0], found[1], "fraction", 0.25
        return True

    def _bare_fraction(self) -> bool:
        """``about a fifth,``, ``a third were``: an ordinal before nothing that it puts in order."""
        found = self.g.ordinals.match(self.pieces, self.at + 1)
        after = self.pieces[found[1] :] if found else ()
        noun = after and after[0].kind is not WordKind.PUNCT and after[0].fold not in self.g.stop
        if found is None or found[0] <= 2 or noun:
            return False
        self.current, self.at, self.kind = 1 / found[0], found[1], "fraction"
        return True

    def _step(self) -> bool:
        """Read one more word of the number; false where it ends."""
        if self.at >= len(self.pieces):
            return False
        if self.pieces[self.at].kind is WordKind.NUMBER:
            return self._digits_after_scale(self.at) or self._half()
        if self.g.is_unit(self.pieces, self.at):
            return False
        return (
            self._collective()
            or self._fraction()
            or self._half()
            or self._scale_word()
            or self._joined()
            or self._add_cardinal()
            or self._ordinal()
        )

    def _digits_after_scale(self, at: int) -> bool:
        """``1万2000``, ``1 million 300 thousand``, ``5 тысяч 420``: digits below the scale before.

        Apart from it they are of a smaller scale, or what is left of thousands.
        """
        if self.current is not None or self.last < _THOUSAND:
            return False
        read = parse_digits(self.pieces[at].fold, self.g.decimal)
        if read is None or read[0] >= self.last:
            return False
        adjacent = self.pieces[at].start == self.pieces[at - 1].end and self.digits
        scaled = self.g.scales.match(self.pieces, at + 1) if at + 1 < len(self.pieces) else None
        if scaled is None and at + 1 < len(self.pieces):
            scaled = self.g.short_scales.match(self.pieces, at + 1)
        smaller = scaled is not None and read[0] * scaled[0] < self.last
        left = self.last == _THOUSAND and self.digits and self.pieces[at].fold.isdecimal()
        if not (adjacent or smaller or (left and at == self.at)):
            return False
        self.current, self.precision = read
        self.at, self.digits = at + 1, True
        return True

    def _fraction(self) -> bool:
        if self.kind not in ("cardinal", "article") or self.current is None or self.groups:
            return False
        infix = self.g.infix_pieces
        if infix and tuple(p.fold for p in self.pieces[self.at :][: len(infix)]) == infix:
            other = (
                read_numeral(self.g, self.pieces, self.at + len(infix))
                if self._room(infix)
                else None
            )
            if other is not None and other.value and self.current:
                first, second = self.current, other.value
                top, bottom = (second, first) if self.g.denominator_first else (first, second)
                self.current, self.kind, self.at = top / bottom, "fraction", other.end
                self.precision = 0.005
                return True
        found = self.g.denominators.match(self.pieces, self.at)
        if found is None or self.current >= found[0] + 20:
            return False
        self.current, self.kind, self.at = self.current / found[0], "fraction", found[1]
        self.precision = 0.005
        return True

    def _collective(self) -> bool:
        """``dos docenas``, ``полтора десятка``, ``docena y media``: so many times so many."""
        found = self.g.collectives.match(self.pieces, self.at)
        single = self.current is not None and 0 < self.current < _MANY and not self.groups
        half = self.kind == "fraction" and self.current == _HALF
        plain = half or self.kind in ("cardinal", "article")
        if found is None or not single or self.about or not plain:
            return False
        assert self.current is not None
        self.current, self.last, self.at = self.current * found[0], found[0], found[1]
        self.kind, self.counted = "cardinal", found[0]
        return True

    def _room(self, infix: tuple[str, ...]) -> bool:
        return self.at + len(infix) < len(self.pieces)

    def _half(self) -> bool:
        found = self.g.halves.match(self.pieces, self.at)
        if found is None or self.kind == "fraction":
            return False
        if self.current is not None:
            self.current += found[0] * self.counted
        else:
            self.groups.append(found[0] * self.scale)
        self.precision, self.at = min(self.precision, 0.25), found[1]
        self.kind = "cardinal" if self.kind == "article" else self.kind
        return True

    def _scale_word(self) -> bool:
        at = self.at + (self._linked() or self._hyphened())
        if self.pieces[at].fold in self.g.inner_more and at + 1 < len(self.pieces):
            found = self.g.scales.match(self.pieces, at + 1)
            self.more = self.more or found is not None
        else:
            found = self.g.scales.match(self.pieces, at)
            if found is None and self.digits:
                found = self.g.short_scales.match(self.pieces, at)
        if found is None:
            return False
        self._multiply(found[0])
        self.at = found[1]
        self.kind = "cardinal"
        return True

    def _linked(self) -> bool:
        """Whether a word links a fraction to its scale: *a quarter of a million*."""
        linked = self.kind == "fraction" and self.pieces[self.at].fold in self.g.scale_links
        return linked and self.at + 1 < len(self.pieces)

    def _hyphened(self) -> bool:
        """Whether a hyphen joins digits to what follows them: *a 480-million-euro deal*."""
        return (
            self.digits
            and self.pieces[self.at].fold == "-"
            and self.at + 1 < len(self.pieces)
            and self.pieces[self.at - 1].end == self.pieces[self.at].start
            and self.pieces[self.at].end == self.pieces[self.at + 1].start
        )

    def _multiply(self, factor: float) -> None:
        if factor < 1000:
            self.current = self._scaled(factor)
            self.last = factor
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

    def _add_cardinal(self) -> bool:
        found = self.g.cardinals.match(self.pieces, self.at)
        if found is None or self.digits:  # "9 million twelve months earlier"
            return False
        after_ten = self.last == 10 and self.pieces[self.at].fold in self.g.not_after_ten
        if after_ten or not self._fits(found[0]):
            return False
        self.current = (self.current or 0.0) + found[0]
        if self.kind == "article":
            self.kind = "cardinal"
        no_hundreds = found[0] == 0 and bool(self.groups)  # không trăm
        self.last, self.at = 100.0 if no_hundreds else found[0], found[1]
        return True

    def _fits(self, value: float) -> bool:
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

    def _joined(self) -> bool:
        """A joiner and what it joins: ``hundred and five``, ``vingt et un``, ``خمسة وعشرون``."""
        if self.pieces[self.at].fold not in self.g.joiners or self.at + 1 >= len(self.pieces):
            return False
        if self.pieces[self.at + 1].kind is WordKind.NUMBER:
            return self._digits_after_scale(self.at + 1)
        found = self.g.cardinals.match(self.pieces, self.at + 1)
        if found is None and self.g.reversed and not self.digits:
            return self._reversed_ordinal()
        if found is None or (self.digits and self.current is not None):
            return False
        turned = self.g.reversed and self.last < 10 and 20 <= found[0] < 100
        if not turned and (self.last < self.g.joiner_after or not self._fits(found[0])):
            return False
        self.current = (self.current or 0.0) + found[0]
        self.last, self.at = found[0], found[1]
        self.kind = "cardinal"
        return True

    def _reversed_ordinal(self) -> bool:
        """``fünfundzwanzigste``: the tens end it, behind a joiner."""
        found = self.g.ordinals.match(self.pieces, self.at + 1)
        if found is None or not (self.last < 10 and 20 <= found[0] < 100):
            return False
        self.current = (self.current or 0.0) + found[0]
        self.kind, self.at = "ordinal", found[1]
        return True

    def _tens_of_ordinal(self) -> None:
        """``الخامسة والأربعين``: the tens behind the ordinal of a one."""
        joined = self.at + 1 < len(self.pieces) and self.pieces[self.at].fold in self.g.joiners
        found = self.g.cardinals.match(self.pieces, self.at + 1) if joined else None
        if found and 0 < (self.current or 0.0) < 10 and 20 <= found[0] < 100:
            self.current, self.at = (self.current or 0.0) + found[0], found[1]

    def _ordinal(self) -> bool:
        """``twenty-third``: an ordinal ends the number."""
        if self.digits:
            return False
        found = self.g.ordinals.match(self.pieces, self.at)
        if found is None or not (
            (self.current is None and not self.groups) or self._fits(found[0])
        ):
            return False
        self.current = (self.current or 0.0) + found[0]
        self.kind, self.at = "ordinal", found[1]
        return True

    def _finished(self) -> Numeral:
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
