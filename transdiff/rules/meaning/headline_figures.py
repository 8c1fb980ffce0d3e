"""Figures of a headline that stand nowhere, and the one of the story that they are a slip for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transdiff.comparison import Article
from transdiff.facts import Quantity, Span
from transdiff.language.amounts import kind_of, states
from transdiff.language.slips import slipped
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
    compared = [q for q in headline.facts.quantities if _has_digits(q)]
    stories = [*article.references.values(), article.story] if compared else []
    every = [q for story in stories for q in _figures(_told(story))]
    openings = [(story, _figures(_told(story)[:_OPENING])) for story in stories]
    for mine in compared:
        if any(states(q, mine) for q in every):
            continue
        for story, stated in openings:
            slip = next((q for q in stated if _is_slip(mine, q)), None)
            if slip is not None:
                yield mine.span, story, slip.span
                break


def _has_digits(figure: Quantity) -> bool:
    """Whether a figure is plain, and has digits that may change places."""
    return figure.kind in _KINDS and figure.high is None and figure.value >= _LEAST


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
