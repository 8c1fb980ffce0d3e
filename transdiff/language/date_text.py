"""One sentence as its dates are read: its pieces, and how its language writes dates.

What reads each part of a date from it: :mod:`date_years` years and decades, :mod:`date_fields` the
other fields; :mod:`transdiff.language.dates` puts them together.
"""

from __future__ import annotations

from collections.abc import Sequence

from transdiff.facts import Span
from transdiff.language.date_templates import Parts, date_grammar, parts_of
from transdiff.language.passage import Passage


class DateText:
    """One sentence as its dates are read.

    ``parts`` says of each piece which parts of a date may begin with it, and of none behind them.
    """

    def __init__(self, passage: Passage, parts: Sequence[Parts]) -> None:
        self.passage, self.pieces, self.written = passage, passage.pieces, passage.written
        self.parts = [*parts, parts_of(passage.lang, "", False)]
        self.grammar = date_grammar(passage.pack)
        self.folds = {piece.fold for piece in self.pieces}

    def proper(self, at: int) -> bool:
        """Whether piece *at* has the capital that names of months have, where they have one."""
        start = self.pieces[at].start
        return not self.grammar.capitalised or self.passage.text[start].isupper()

    def led(self, at: int) -> bool:
        """Whether a word that leads to a date stands before piece *at*: *in May*."""
        return at > 0 and self.pieces[at - 1].fold in self.grammar.led_by

    def is_span(self, at: int) -> bool:
        """Whether *last* or *next* at piece *at* counts in a row: *the last night of the talks*."""
        before = self.pieces[at - 1].fold if at else ""
        if before not in self.grammar.spans_led_by:
            return False
        return any(
            self.grammar.lists[name].opens(self.pieces[at].fold) for name in ("last", "next")
        )

    def span(self, first: int, end: int) -> Span:
        """Return the span of the pieces ``[first, end)``."""
        return self.passage.span(self.pieces[first].start, self.pieces[end - 1].end)
