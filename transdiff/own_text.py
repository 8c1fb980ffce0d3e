"""The text below a headline as a witness of its own: whether it contradicts the headline too.

A headline is a few words, by which no reference is surely found. Where what the article itself
tells first says the contrary of it, by the same rule as a reference does, the headline is at odds
with its story.
"""

from __future__ import annotations

from dataclasses import replace

from transdiff.comparison import Article, Comparison
from transdiff.model import Alignment, BlockKind, Link, Story
from transdiff.rule import Mark, Rule

_OPENING = 2
"""Sentences below a headline that it sums up."""
_SURE = 1.0
_KEY = "text"


def contradicted_below(article: Article, by: Rule, mark: Mark) -> bool:
    """Whether *mark* is in a headline which *by* finds at odds with the text below it as well."""
    pair = article.comparison_at(mark.span)
    if by.scope != "pair" or pair is None or pair.segment.block.kind is not BlockKind.HEADLINE:
        return False
    return any(
        other.span.overlaps(mark.span) for below in pair.once(_below) for other in by.check(below)
    )


def _below(pair: Comparison) -> tuple[Comparison, ...]:
    """The headline beside each of the first sentences of its own text."""
    story = pair.whole.story
    body = [
        i for i, s in enumerate(story.segments) if s.compared and s.block.kind is BlockKind.BODY
    ]
    text = Story(_KEY, story.document, story.segments)
    return tuple(_beside(pair, text, i) for i in body[:_OPENING])


def _beside(pair: Comparison, text: Story, index: int) -> Comparison:
    link = Link((pair.index,), _KEY, (index,), _SURE)
    own = replace(
        pair.whole, references={_KEY: text}, alignment=Alignment((link,), (), {_KEY: ()})
    )
    return own.comparisons[0]
