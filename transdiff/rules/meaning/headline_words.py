"""What the readings of a headline share: whether it asks, and what else a sentence has of it."""

from __future__ import annotations

from transdiff.facts import Span
from transdiff.language.reading import Reading
from transdiff.model import Story

Told = tuple[Story, Span]
"""Where a text tells something."""
Place = tuple[Span, Story, Span]
"""What a headline says, and where a text tells otherwise."""
_MARKS = ("?", "？")
_NONE = range(0)


def asks(headline: Reading) -> bool:
    """Whether a headline is a question, which claims nothing."""
    return headline.words[-1].fold in _MARKS


def is_about(headline: Reading, words: range, reading: Reading, besides: range = _NONE) -> bool:
    """Whether a sentence, but for *besides*, has another word of the headline than *words*.

    Of two languages too few words of a headline pair for that to tell.
    """
    if headline.lang != reading.lang:
        return True
    named = {k for i in headline.content if i not in words for k in headline.keys[i]}
    return any(not named.isdisjoint(reading.keys[j]) for j in reading.content if j not in besides)
