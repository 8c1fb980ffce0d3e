"""Headlines that tell as settled what the stories call provisional or agreed in principle."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Article
from transdiff.facts import Span
from transdiff.language.listed import listed_phrases, listed_places
from transdiff.language.reading import Reading, read
from transdiff.language.tense import governing
from transdiff.model import BlockKind, Story

_LEAD = 2
"""Sentences at the top of a story that say how far its matter has come."""
_DECIDED = ("accept", "sign", "appoint")
"""Events by which a matter is settled."""
_HELD = (("negation", "not", "lexical"), ("tense", "future", "set"), ("hedge",), ("condition",))


def unsettled(article: Article, headline: Reading) -> Iterator[tuple[Span, Story, Span]]:
    """Yield the word of *headline* that settles the matter, and what a story has instead.

    One story opens with a word of an unfinished stage (*in principle*, *second reading*), and none
    says anywhere that it is settled.
    """
    lang = article.story.lang
    settled = list(listed_phrases(lang, "tense", "settled").all(headline.words))
    if not settled or any(listed_phrases(lang, "tense", "pending").all(headline.words)):
        return
    _, first, end = max(settled, key=lambda one: one[2] - one[1])
    if any(governing(headline, first, *kind) for kind in _HELD[:3]):
        return
    stories = list(article.references.values())
    if any(_is_settled(story) for story in stories):
        return
    for story in stories:
        words = _pending(story)
        if words is not None:
            yield headline.span(first, end), story, words
            return


def _pending(story: Story) -> Span | None:
    """The words at the top of *story* that say that its matter is unfinished."""
    body = [s for s in story.segments if s.block.kind is BlockKind.BODY][:_LEAD]
    for segment in body:
        for place in listed_places(segment.facts.words, story.lang, "tense", "pending"):
            return place
    return None


def _is_settled(story: Story) -> bool:
    """Whether *story* says of anything that it is settled, and holds it back by nothing."""
    pending, settled = (listed_phrases(story.lang, "tense", n) for n in ("pending", "settled"))
    for segment in (s for s in story.segments if s.compared):
        if any(pending.all(segment.facts.words)):
            continue
        reading = read([segment.facts], story.lang)
        places = [first for _, first, _ in settled.all(segment.facts.words)]
        for first in (*places, *(c.first for c in reading.of_kind("event", *_DECIDED))):
            planned = reading.of_kind("status") or reading.of_kind("tense", "future", "set")
            if not planned and not any(governing(reading, first, *kind) for kind in _HELD):
                return True
    return False
