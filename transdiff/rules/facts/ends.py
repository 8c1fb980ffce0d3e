"""The two ends of a change, told as two figures: *212 cases, against 388 a week before*.

The earlier one is known by a time behind it, or by a word before it where no time tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from transdiff.comparison import Comparison
from transdiff.facts import Quantity, Word, WordKind
from transdiff.language.amounts import kind_of
from transdiff.language.pack import load_pack
from transdiff.language.phrases import Phrases
from transdiff.model import Segment
from transdiff.rules.facts.apportioned import one_kind

_BEHIND = 5
"""Words behind a figure among which an earlier time may stand: *against 388 a week before*."""
_AHEAD = 3
"""Words of a phrase before a figure that makes it the earlier one."""
_PLAIN = ("cardinal", "percent", "money", "measure", "fraction")


Ends = tuple[Quantity, Quantity]
"""The later and the earlier figure of a change, of one kind."""


def own_ends(pair: Comparison) -> tuple[Ends, ...]:
    """Return the ends of changes that the article's sentence tells."""
    return tuple(_ends(pair.segment, pair.lang))


def linked_ends(pair: Comparison) -> Mapping[str, tuple[Ends, ...]]:
    """Return those that each reference tells in the linked sentences, by its key."""
    return {
        w.key: tuple(found for s in w.segments for found in _ends(s, w.lang))
        for w in pair.witnesses
    }


def _ends(segment: Segment, lang: str) -> Iterator[Ends]:
    figures = [q for q in segment.facts.quantities if q.kind in _PLAIN and q.high is None]
    words = segment.facts.words if len(figures) > 1 else ()
    timed = [q for q in figures if words and _has_time(q, words, lang)]
    earlier = timed or [q for q in figures if words and _is_led(q, words, lang)]
    for figure in earlier:
        others = [
            q
            for q in figures
            if q not in earlier and _are_alike(q, figure) and q.value != figure.value
        ]
        if others:
            yield min(others, key=lambda q: abs(q.span.start - figure.span.start)), figure


def _are_alike(one: Quantity, other: Quantity) -> bool:
    return kind_of(one) == kind_of(other) or one_kind(one, other)


def ended_up(later: Quantity, earlier: Quantity) -> int:
    """Return 1 where the later figure is the larger one, -1 where it is the smaller one."""
    return (later.value > earlier.value) - (later.value < earlier.value)


def _is_led(figure: Quantity, words: tuple[Word, ...], lang: str) -> bool:
    """Whether what stands before a figure makes it the earlier one: *from*, *against*."""
    start = figure.bound_span.start if figure.bound_span else figure.span.start
    start = min(start, figure.span.start)
    before = [w for w in words if w.span.end <= start]
    return _phrases(lang)[0].before(before, len(before), _AHEAD) is not None


def _has_time(figure: Quantity, words: tuple[Word, ...], lang: str) -> bool:
    """Whether an earlier time stands behind a figure: *388 the week before*."""
    times = _phrases(lang)[1]
    behind: list[Word] = []
    for word in (w for w in words if w.span.start >= figure.span.end):
        if word.kind is WordKind.NUMBER or len(behind) >= _BEHIND + 3:
            break
        behind.append(word)
    return any(times.match(behind, at) is not None for at in range(min(len(behind), _BEHIND)))


@lru_cache(maxsize=32)
def _phrases(lang: str) -> tuple[Phrases[str], Phrases[str]]:
    data = load_pack(lang).section("comparison").get("earlier", {})
    led, times = (Phrases(((p, "") for p in data.get(k, ())), lang) for k in ("led-by", "times"))
    return led, times
