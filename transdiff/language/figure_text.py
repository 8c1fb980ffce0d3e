"""One sentence as its figures are read: its pieces, the phrases around figures, the bounds in it.

The modules ``figure_*`` each read one part of a figure from it: :mod:`figure_shares` a part of a
whole, :mod:`figure_ranges` a second end, :mod:`figure_units` unit and rate, :mod:`figure_bounds`
bound and role; :mod:`transdiff.language.quantities` puts them together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from transdiff.facts import Bound, WordKind
from transdiff.language.figure_phrases import FigurePhrases
from transdiff.language.numeral_builder import Numeral
from transdiff.language.numerals import read_numeral
from transdiff.language.passage import Passage
from transdiff.language.phrases import Piece
from transdiff.language.units import dimension_of

_CLOCK = regex.compile(r"\d{1,3}(?::\d{2}){1,2}(?:[.,]\d+)?")
_DENIAL = 5
"""Pieces before a verb of reaching where its denial may begin."""
_VERDICT = 3
"""Words from a verdict to its term, which is no bound: *засудили її до п'яти років*."""


def _is_particle(kind: str, pieces: Sequence[Piece], lexicon: FigurePhrases) -> bool:
    """Whether a bound is part of the verb before it: *went up to 5 %*, *handed over 40 men*."""
    verb, first, *more = (piece.fold for piece in pieces)
    if kind == "at-most":
        return verb in lexicon.moved
    return not more and first in lexicon.loose and verb in lexicon.verbal


class FigureText:
    """One sentence as its figures are read.

    ``taken`` are the offsets of its dates, whose numbers are no figures; ``bounds`` has, by the
    piece behind it, the kind of each bound and where it begins.
    """

    def __init__(
        self,
        passage: Passage,
        lexicon: FigurePhrases,
        pieces: Sequence[Piece],
        taken: Sequence[tuple[int, int]],
    ) -> None:
        self.passage, self.lex, self.pieces, self.taken = passage, lexicon, pieces, taken
        self.bounds = {
            **{end: (Bound.LESS.value, first) for first, end in self._not_reached()},
            **self._bounds(),
        }

    def _bounds(self) -> dict[int, tuple[str, int]]:
        pieces, lexicon = self.pieces, self.lex
        return {
            end: (kind, first)
            for kind, first, end in lexicon.bounds.all(pieces)
            if not any(lexicon.sentenced.all(pieces[max(0, first - _VERDICT) : first]))
            and not (first and _is_particle(kind, pieces[first - 1 : end], lexicon))
        }

    def _not_reached(self) -> Iterator[tuple[int, int]]:
        """Yield from where to where it is denied that a figure is met: *has not turned two*."""
        for _, first, end in self.lex.reaching.all(self.pieces):
            for at in range(max(0, first - _DENIAL), first):
                found = self.lex.denials.match(self.pieces, at)
                between = self.pieces[found[1] : first] if found else ()
                content = sum(not self.lex.is_grammar(piece) for piece in between)
                if found and found[1] <= first and content <= 1:
                    yield at, end
                    break

    def fold(self, at: int) -> str:
        """Return the folded form of piece *at*, empty beyond the sentence."""
        return self.pieces[at].fold if 0 <= at < len(self.pieces) else ""

    def in_moment(self, piece: Piece) -> bool:
        """Whether *piece* is part of a date."""
        return any(a < piece.end and piece.start < b for a, b in self.taken)

    def numeral(self, at: int) -> Numeral | None:
        """Return the number that begins at piece *at*, a time that was run (*1:58.3*) as well."""
        piece = self.pieces[at]
        if piece.kind is WordKind.NUMBER and _CLOCK.fullmatch(piece.fold):
            seconds = 0.0
            for part in piece.fold.replace(",", ".").split(":"):
                seconds = seconds * 60 + float(part)
            return Numeral(at, at + 1, seconds, kind="clock", digits=True)
        numeral = read_numeral(self.lex.numbers, self.pieces, at)
        if numeral is None and piece.fold in self.lex.numbers.articles:
            found = None if self._is_nth(at + 1) else self.unit_at(at + 1)
            if found and (dimension_of(found[0]) == "time" or self._goes_on(*found)):
                return Numeral(at, at + 1, 1.0, kind="article")
        if numeral is not None and any(self.in_moment(p) for p in self.pieces[at : numeral.end]):
            return None
        return numeral

    def _is_nth(self, at: int) -> bool:
        """Whether a word counts what follows and names no unit of time: *a second term*."""
        read = read_numeral(self.lex.numbers, self.pieces, at) if at < len(self.pieces) else None
        return read is not None and read.kind == "ordinal" and self.counts(read.end)

    def _goes_on(self, unit: str, end: int) -> bool:
        """Whether a smaller unit follows: *a metre and ninety centimetres*, no *a mile away*."""
        joined = self.fold(end) in self.lex.numbers.joiners_of_units
        if not joined or dimension_of(unit) not in ("length", "mass"):
            return False
        more = read_numeral(self.lex.numbers, self.pieces, end + 1)
        smaller = self.unit_at(more.end) if more else None
        return smaller is not None and dimension_of(smaller[0]) == dimension_of(unit)

    def unit_at(self, at: int) -> tuple[str, int] | None:
        """Return the unit of measure or money named at piece *at*, and where it ends."""
        return self.lex.units.match(self.pieces, at)

    def counts(self, end: int) -> bool:
        """Whether a word that could be counted follows ``one``."""
        return (
            end < len(self.pieces)
            and self.pieces[end].kind is WordKind.WORD
            and self.pieces[end].fold not in self.lex.stop
        )

    def before_bound(self, first: int) -> int:
        """Return the piece before the figure at *first* and before the bound that it has."""
        bound = self.bounds.get(first)
        return (bound[1] if bound else first) - 1
