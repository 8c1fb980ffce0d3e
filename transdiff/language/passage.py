"""The text of one segment as the extractors read it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from transdiff.facts import Span, Word, WordKind
from transdiff.language.pack import Pack
from transdiff.language.phrases import Piece, pieces_of
from transdiff.language.rows import Row
from transdiff.lazy import lazy

_SHORT, _FEW, _NEARLY_ALL = 3, 4, 0.75


@dataclass(frozen=True)
class Passage:
    """A segment's text with its words, pack and the date it was written.

    ``start`` is the offset of ``text`` in ``Document.text``: every fact's span counts from there
    (:meth:`span`). ``written`` is the dateline's or publication date, None where unknown.
    """

    text: str
    start: int
    pack: Pack
    words: tuple[Word, ...]
    written: datetime.date | None = None

    @lazy
    def lang(self) -> str:
        """Primary language subtag."""
        return self.pack.lang

    @lazy
    def pieces(self) -> Row[Piece]:
        """The words as phrases are looked up in them; offsets count into ``text``."""
        return pieces_of(self.words, self.start, self.lang)

    @lazy
    def titled(self) -> bool:
        """Whether nearly every long word has a capital, as in some headlines."""
        long = [w for w in self.words[1:] if w.kind is WordKind.WORD and len(w.text) > _SHORT]
        return len(long) >= _FEW and sum(w.text[0].isupper() for w in long) >= _NEARLY_ALL * len(
            long
        )

    def span(self, start: int, end: int) -> Span:
        """Turn offsets into ``text`` into a span of the document."""
        return Span(self.start + start, self.start + end)
