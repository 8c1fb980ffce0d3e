"""Figures of a headline that stand nowhere, and the one of the story that they are a slip for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transdiff.comparison import Article
from transdiff.facts import Quantity, Span
from transdiff.language.amounts import kind_of, slipped, states
from transdiff.model import BlockKind, Segment, Story

_KINDS = frozenset({"cardinal", "money", "percent", "measure"})
_LEAST = 10
"""Smaller figures have no digits to change places."""
_OPENING = 4
"""Segments at the top of a story that say what its headline is about."""


def misprinted(article: Article, headline: Segment) -> Iterator[tuple[Span, Story, Span]]:
    """Yield the figures of *headline* that no text has, with the slip's true figure.

    A headline with a wrong figure may be linked with nothing, so that nobody compares it.
    """
    stories = [*article.references.values(), article.story]
    every = [_figures(_told(story)) for story in stories]
    for mine in headline.facts.quantities:
        if mine.kind not in _KINDS or mine.high is not None or mine.value < _LEAST:
            continue
        if any(states(q, mine) for stated in every for q in stated):
            continue
        for story in stories:
            slip = next((q for q in _figures(_told(story)[:_OPENING]) if _is_slip(mine, q)), None)
            if slip is not None:
                yield mine.span, story, slip.span
                break


def _is_slip(mine: Quantity, other: Quantity) -> bool:
    same = kind_of(mine) == kind_of(other) and mine.unit == other.unit and other.high is None
    scaled = mine.scale != other.scale and mine.value / mine.scale == other.value / other.scale
    return same and (slipped(mine.value, other.value) or scaled)


def _told(story: Story) -> list[Segment]:
    """What a story tells: of the article the body, as its headline is what is judged."""
    kinds = {BlockKind.BODY} if story.key is None else {BlockKind.BODY, BlockKind.HEADLINE}
    return [s for s in story.segments if s.block.kind in kinds]


def _figures(segments: Sequence[Segment]) -> list[Quantity]:
    """The figures of *segments*; *dozens* support whatever they are held against."""
    return [q for s in segments for q in s.facts.quantities if q.kind != "vague"]
