"""A lead that tells what the references tell late, told by what it says and not by links.

A link joins a lead of two halves to everything it was made from. What the first clause says is
plainer: a late sentence says it, no reference opens with it, and what one opens with comes later.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from transdiff.comparison import Article
from transdiff.language.pairing import pair_words
from transdiff.language.reading import Reading, read
from transdiff.language.renderings import most_said, rendering
from transdiff.model import BlockKind, Segment, Story

_SAID = 0.5
"""Share of the first clause that one late sentence of a reference says."""
_MORE = 0.2
"""By how much more it says than any opening does."""
_WHOLE = 1.02
"""What nothing says more of; vectors are rounded, so that a word may say a little more than all."""
_LATER = 0.15
"""By how much more of a reference's opening a later sentence says than the lead."""
_CLAUSE = 5
"""Words before which a comma does not end the first clause: *On Monday, ...*."""
_NEXT = 4
"""Sentences after the lead in which buried news surfaces."""
_LEAST = 3
"""Content words of a clause that says enough to be found."""
_ENDS = frozenset([",", ";", ":", "，", "；", "、"])


class Opening(NamedTuple):
    """A sentence that a reference opens with, its headline or its first."""

    key: str
    segment: Segment


def buried_opening(article: Article) -> tuple[Segment, Opening] | None:
    """Return the lead that tells a late detail, and the opening of a reference that comes later."""
    if article.story.document.sentences:
        return None
    body = [s for s in _compared(article.story) if s.block.kind is BlockKind.BODY]
    if len(body) <= 1:
        return None
    lead = read([body[0].facts], article.story.lang)
    clause = _first_clause(lead)
    if len(clause) < _LEAST:
        return None
    openings = [o for key, story in article.references.items() for o in _openings(key, story)]
    opened = {id(o.segment) for o in openings}
    read_openings = [read([o.segment.facts], article.references[o.key].lang) for o in openings]
    first = max((_said(lead, other, clause) for other in read_openings), default=1.0)
    if first > _WHOLE - _MORE:
        return None
    late = (
        read([s.facts], story.lang)
        for story in article.references.values()
        for s in _compared(story)
        if id(s) not in opened
    )
    likely = (other for other in late if _is_buried(most_said(other, lead, clause), first))
    if not any(_is_buried(_said(lead, other, clause), first) for other in likely):
        return None
    later = [read([s.facts], article.story.lang) for s in body[1 : 1 + _NEXT]]
    for opening, reading in zip(openings, read_openings, strict=True):
        now = _said(reading, lead, reading.content)
        if max(_said(reading, other, reading.content) for other in later) - now >= _LATER:
            return body[0], opening
    return None


def _is_buried(said: float, first: float) -> bool:
    """Whether a late sentence that has *said* so much tells more than the *first* one does."""
    return said >= _SAID and said - first >= _MORE


def _compared(story: Story) -> list[Segment]:
    return [s for s in story.segments if s.compared]


def _openings(key: str, story: Story) -> Iterator[Opening]:
    """Yield the headline of a reference and its first sentence."""
    for segment in _compared(story):
        yield Opening(key, segment)
        if segment.block.kind is BlockKind.BODY:
            return


def _first_clause(lead: Reading) -> tuple[int, ...]:
    """The content words of the lead up to the first comma that is not right at its start."""
    end = next(
        (i for i, w in enumerate(lead.words) if i >= _CLAUSE and w.text in _ENDS), len(lead.words)
    )
    return tuple(i for i in lead.content if i < end)


def _said(told: Reading, by: Reading, words: tuple[int, ...]) -> float:
    """The share of the content words *words* of *told* that the reading *by* says."""
    return rendering(pair_words(by, told), words).share
