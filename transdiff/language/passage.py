"""The text of one segment as the extractors read it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from transdiff.facts import Span, Word
from transdiff.language.pack import Pack


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

    @property
    def lang(self) -> str:
        """Primary language subtag."""
        return self.pack.lang

    def span(self, start: int, end: int) -> Span:
        """Turn offsets into ``text`` into a span of the document."""
        return Span(self.start + start, self.start + end)
