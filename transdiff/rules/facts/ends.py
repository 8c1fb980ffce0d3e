"""The two ends of a change, told as two figures: *212 cases, against 388 a week before*.

The earlier one is known by a time behind it, by a word before it (*against 388*, *lower than the
388 seen in May*, *they had been 388 in May*), or by its year where both have one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import permutations

from transdiff.comparison import Comparison
from transdiff.facts import Quantity, Word, WordKind
from transdiff.language.amounts import kind_of
from transdiff.language.content import place_of
from transdiff.language.listed import listed_phrases
from transdiff.language.pack import load_pack
from transdiff.language.phrases import Phrases
from transdiff.language.units import in_base
from transdiff.model import Segment
from transdiff.rules.facts.apportioned import one_kind

_BEHIND = 5
"""Words behind a figure among which an earlier time may stand: *against 388 a week before*."""
_AHEAD = 8
"""Words of a phrase before a figure that makes it the earlier one; ideographs are words here."""
_COMPARED = 3
"""Words between *lower than* and the figure: *lower than the roughly 90 %*."""
_PLAIN = ("cardinal", "percent", "money", "measure", "fraction")


Ends = tuple[Quantity, Quantity]
"""The later and the earlier figure of a change, of one kind."""


def own_ends(pair: Comparison) -> tuple[Ends, ...]:
    """Return the ends of changes that the article's sentence tells."""
    return tuple(ends_of(pair.segment, pair.lang))


def linked_ends(pair: Comparison) -> Mapping[str, tuple[Ends, ...]]:
    """Return those that each reference tells in the linked sentences, by its key."""
    return {
        w.key: tuple(found for s in w.segments for found in ends_of(s, w.lang))
        for w in pair.witnesses
    }


def ends_of(segment: Segment, lang: str) -> Iterator[Ends]:
    """Yield the ends of the changes that a sentence tells by two figures."""
    figures = [
        q
        for q in segment.facts.quantities
        if q.kind in _PLAIN and q.high is None and q.role != "by"
    ]
    words = segment.facts.words if len(figures) > 1 else ()
    earlier = _earlier(figures, segment, lang) if words else []
    for figure in earlier:
        others = [
            q
            for q in figures
            if q not in earlier
            and _are_alike(q, figure)
            and q.value != figure.value
            and not (_is_told_of(q, figure, words, lang) or _is_told_of(figure, q, words, lang))
        ]
        if others:
            yield min(others, key=lambda q: abs(q.span.start - figure.span.start)), figure
    if words and not earlier:
        yield from _dated(figures, segment)


def is_part(part: Quantity, whole: Quantity, words: Sequence[Word], lang: str) -> bool:
    """Whether the words between two figures make one a part of the other: *300 of its 2,000*."""
    if part.span.end > whole.span.start:
        return False
    first, end = place_of(words, part.span)[1], place_of(words, whole.span)[0]
    found = listed_phrases(lang, "numbers", "of-which-parts").match(words, first)
    return found is not None and found[1] == end


def _is_told_of(part: Quantity, whole: Quantity, words: Sequence[Word], lang: str) -> bool:
    """Whether a part is no end of a change of its whole."""
    return part.role != "to" and is_part(part, whole, words, lang)


def _dated(figures: Sequence[Quantity], segment: Segment) -> Iterator[Ends]:
    """Yield two figures that both have their year behind them, the later first."""
    years = {q.span: year for q in figures if (year := _year_behind(q, figures, segment))}
    for one, other in permutations((q for q in figures if q.span in years), 2):
        if len(years) == 2 and years[one.span] > years[other.span] and _are_alike(one, other):
            yield one, other


def _year_behind(figure: Quantity, figures: Sequence[Quantity], segment: Segment) -> int:
    end = figure.span.end
    next_ = min((q.span.start for q in figures if q.span.start >= end), default=end + 10**6)
    moments = (m for m in segment.facts.moments if end <= m.span.start < next_)
    return next((m.year for m in moments if m.year and not m.relative), 0)


def _are_alike(one: Quantity, other: Quantity) -> bool:
    return kind_of(one) == kind_of(other) or one_kind(one, other)


def ended_up(later: Quantity, earlier: Quantity) -> int:
    """Return 1 where the later figure is the larger one, -1 where it is the smaller one."""
    now, before = (in_base(q.value, q.unit) if q.unit else q.value for q in (later, earlier))
    return (now > before) - (now < before)


def _earlier(figures: Sequence[Quantity], segment: Segment, lang: str) -> list[Quantity]:
    """Return the figures that are the earlier ones by the surest sign that a sentence has."""
    phrases = _phrases(lang)

    def led_by(name: str) -> list[Quantity]:
        return [q for q in figures if _is_led(q, segment, phrases[name])]

    return (
        led_by("led-by")
        or [q for q in figures if _is_compared(q, segment)]
        or [q for q in figures if _has_time(q, segment.facts.words, phrases["times"])]
        or led_by("led-weakly")
        or [q for q in led_by("were") if is_dated(q, segment, lang)]
    )


def _start_of(figure: Quantity, segment: Segment) -> int:
    """Return the place of the first word of a figure with its bound."""
    start = min(s.start for s in (figure.span, figure.bound_span) if s)
    return bisect_left(segment.facts.words, start, key=lambda w: w.span.start)


def _is_led(figure: Quantity, segment: Segment, led: Phrases[str]) -> bool:
    """Whether what stands before a figure makes it the earlier one: *from*, *against*."""
    return led.before(segment.facts.words, _start_of(figure, segment), _AHEAD) is not None


def _is_compared(figure: Quantity, segment: Segment) -> bool:
    """Whether the first figure of a comparison is this one: *lower than the roughly 90 %*."""
    at = _start_of(figure, segment)
    near = segment.facts.words[max(0, at - _COMPARED - 1) : at]
    return any(
        m.kind == "comparison" and any(m.span.end == w.span.end for w in near)
        for m in segment.facts.markers
    )


def is_dated(figure: Quantity, segment: Segment, lang: str) -> bool:
    """Whether a time stands by a figure: *they were 64 in March*, *the week before it was 64*."""
    words = segment.facts.words
    at, end = _start_of(figure, segment), place_of(words, figure.span)[1]
    behind, before = words[end : end + _BEHIND], words[max(0, at - _AHEAD) : at]
    moments = any(w.span.overlaps(m.span) for m in segment.facts.moments for w in behind)
    return moments or names_earlier(behind, lang) or names_earlier(before, lang)


def _has_time(figure: Quantity, words: Sequence[Word], times: Phrases[str]) -> bool:
    """Whether an earlier time stands behind a figure: *388 the week before*."""
    behind: list[Word] = []
    for word in (w for w in words if w.span.start >= figure.span.end):
        if word.kind is not WordKind.WORD or len(behind) >= _BEHIND + 3:
            break
        behind.append(word)
    return any(times.match(behind, at) is not None for at in range(min(len(behind), _BEHIND)))


def names_earlier(words: Sequence[Word], lang: str) -> bool:
    """Whether *words* name an earlier time: *the year before*."""
    return any(True for _ in _phrases(lang)["times"].all(words))


def leads_earlier(words: Sequence[Word], lang: str) -> bool:
    """Whether *words* hold one that makes what follows the earlier of two: *compared with*."""
    return any(True for _ in _phrases(lang)["led-by"].all(words))


@lru_cache(maxsize=32)
def _phrases(lang: str) -> Mapping[str, Phrases[str]]:
    data = load_pack(lang).section("comparison").get("earlier", {})
    lists = ("led-by", "led-weakly", "times", "were")
    return {name: Phrases(((p, "") for p in data.get(name, ())), lang) for name in lists}
