"""Rule ``comparison-swapped``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from transdiff.comparison import Comparison
from transdiff.facts import Quantity, Word, WordKind
from transdiff.language.amounts import kind_of
from transdiff.language.pack import load_pack
from transdiff.language.phrases import Phrases
from transdiff.model import Segment
from transdiff.rule import Mark, rule
from transdiff.rules.facts.changes import joined, shown

_BEHIND = 5
"""Words behind a figure among which an earlier time may stand: *against 388 a week before*."""
_AHEAD = 3
"""Words of a phrase before a figure that makes it the earlier one."""
_PLAIN = ("cardinal", "percent", "money", "measure", "fraction")


@rule(group="facts", category="comparison", severity="critical")
def comparison_swapped(pair: Comparison) -> Iterator[Mark]:
    """Report two figures of which the article takes the earlier for the later.

    *212 cases, down from 388* and *388 cases, against 212 the week before* have the same figures;
    what was a fall has become a rise. The earlier figure is known by a word before it (*from*,
    *against*, *compared with*) or a time behind it (*a year earlier*).

    Flagged:
    reference: The clinics saw 212 patients in May, down from 388 a month earlier.
    translation: The clinics saw [[388 patients in May, compared with 212]] in the month before.

    Allowed:
    reference: The clinics saw 212 patients in May, down from 388 a month earlier.
    translation: From 388 in April the number of patients at the clinics fell to 212 in May.

    reference: The clinics saw 212 patients in May, down from 388 a month earlier.
    translation: The clinics saw 388 patients in April and 212 in May.
    """
    mine = list(_changes(pair.segment, pair.lang))
    for witness in pair.witnesses if mine else ():
        theirs = [c for s in witness.segments for c in _changes(s, witness.lang)]
        for later, earlier in mine:
            for then, now in theirs:
                if _same(later, now) and _same(earlier, then):
                    span = joined(later.span, earlier.span)
                    yield shown(pair, span, witness, joined(then.span, now.span))
                    return


def _same(a: Quantity, b: Quantity) -> bool:
    return a.value == b.value and kind_of(a) == kind_of(b)


def _changes(segment: Segment, lang: str) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield (later, earlier) figures of one kind."""
    figures = [q for q in segment.facts.quantities if q.kind in _PLAIN and q.high is None]
    words = segment.facts.words if len(figures) > 1 else ()
    earlier = [q for q in figures if words and _is_earlier(q, words, lang)]
    for figure in earlier:
        others = [
            q
            for q in figures
            if q not in earlier and kind_of(q) == kind_of(figure) and q.value != figure.value
        ]
        if others:
            yield min(others, key=lambda q: abs(q.span.start - figure.span.start)), figure


def _is_earlier(figure: Quantity, words: tuple[Word, ...], lang: str) -> bool:
    led, times = _phrases(lang)
    start = figure.bound_span.start if figure.bound_span else figure.span.start
    start = min(start, figure.span.start)
    before = [w for w in words if w.span.end <= start]
    if led.before(before, len(before), _AHEAD) is not None:
        return True
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
