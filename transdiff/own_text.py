"""The text below a headline as a witness of its own: whether it contradicts the headline too.

A headline is a few words, by which no reference is surely found. Where what the article itself
tells first says the contrary of it, by the same rule as a reference does, the headline is at odds
with its story.
"""

from __future__ import annotations

from collections.abc import Iterator
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
    if pair is None or pair.segment.block.kind is not BlockKind.HEADLINE:
        return False
    return any(
        other.span.overlaps(mark.span)
        for below in pair.once(_below)
        for other in by.check(below if by.scope == "article" else below.comparisons[0])
    )


def _below(pair: Comparison) -> tuple[Article, ...]:
    """The article with its own text as the only reference, the headline beside its opening."""
    return tuple(_readings(pair))


def _readings(pair: Comparison) -> Iterator[Article]:
    story = pair.whole.story
    body = tuple(s for s in story.segments if s.block.kind is BlockKind.BODY)
    text = Story(_KEY, story.document, body)
    opening = [i for i, s in enumerate(body) if s.compared][:_OPENING]
    for i in opening:
        link = Link((pair.index,), _KEY, (i,), _SURE)
        alone = Alignment((link,), (), {_KEY: ()})
        yield replace(pair.whole, references={_KEY: text}, alignment=alone)
