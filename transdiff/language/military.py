"""Military ranks before a name, whatever the language and the spelling (``[names.army]``)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from transdiff.facts import Name, Span
from transdiff.language.listed import listed_table
from transdiff.language.phrases import pieces_of
from transdiff.model import Segment

_CALLED = {
    "colonel": {"lieutenant-colonel"},
    "general": {"brigadier", "major-general", "lieutenant-general"},
    "admiral": {"commodore", "rear-admiral", "vice-admiral"},
}
"""How officers of other ranks are spoken of for short."""
_ABROAD = {
    "commodore": {"brigadier", "colonel", "captain"},
    "rear-admiral": {"major-general"},
    "vice-admiral": {"lieutenant-general"},
    "admiral": {"general"},
}
"""What an officer of the navy may be where army and navy have one set of ranks."""


class Officer(NamedTuple):
    """A rank with the span of its words, and the surname of who holds it."""

    rank: str
    span: Span
    surname: str


def officers(segment: Segment, lang: str) -> Iterator[Officer]:
    """Yield the people of *segment* before whose names, or as their first word, a rank stands."""
    book, words = listed_table(lang, "names", "army"), segment.facts.words
    if not any(book.opens(w.fold.partition("-")[0]) for w in words):
        return
    pieces = pieces_of(words, segment.span.start, lang)
    for rank, first, end in book.all(pieces):
        start = segment.span.start
        span = Span(start + pieces[first].start, start + pieces[end - 1].end)
        holder = next((n for n in segment.facts.names if _holds(n, span, segment)), None)
        if holder is not None:
            yield Officer(rank, span, holder.parts[-1])


def may_be_one(mine: str, theirs: str) -> bool:
    """Whether two ranks are one, or one is how the other is called for short."""
    return mine == theirs or any(
        mine in known.get(theirs, ()) or theirs in known.get(mine, ())
        for known in (_CALLED, _ABROAD)
    )


def _holds(name: Name, rank: Span, segment: Segment) -> bool:
    """Whether *name* stands right behind the words of *rank*, or begins with them."""
    if name.concept or not name.parts or name.kind not in ("person", "unknown"):
        return False
    if name.span.start < rank.end or name.span.end <= rank.end:
        return rank.end < name.span.end
    between = segment.text[rank.end - segment.span.start : name.span.start - segment.span.start]
    return between.strip(" .\u00a0") == ""
