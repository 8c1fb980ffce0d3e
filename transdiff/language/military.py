"""Military ranks beside a name, whatever the language and the spelling (``[names.army]``)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

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

_APPOSED = regex.compile(r",\s(?:\p{Ll}+\s){0,2}")
"""What stands between a name and a rank behind it: *Petrov, a retired colonel,*."""
_SET_OFF = (",", ".", ")", ";")
"""What ends such a rank."""


class Officer(NamedTuple):
    """A rank with the span of its words, and the surname of who holds it."""

    rank: str
    span: Span
    surname: str


def officers(segment: Segment, lang: str) -> Iterator[Officer]:
    """Yield the people of *segment* whose rank stands before the name, in it, or set off behind."""
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
    """Whether *name* stands right behind *rank*, begins with it, or has it set off behind."""
    if name.concept or not name.parts or name.kind not in ("person", "unknown"):
        return False
    start = segment.span.start
    if name.span.end < rank.start:
        apposed = _APPOSED.fullmatch(segment.text[name.span.end - start : rank.start - start])
        return bool(apposed) and segment.text[rank.end - start :].startswith(_SET_OFF)
    if name.span.start < rank.end or name.span.end <= rank.end:
        return rank.end < name.span.end
    between = segment.text[rank.end - start : name.span.start - start]
    return between.strip(" .\u00a0") == ""
