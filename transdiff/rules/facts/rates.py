"""Of how long a figure is said: *40 tons a day*, *a weekly wage of 900 euros*; and rates lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from transdiff.facts import Quantity, Span, Word, WordKind
from transdiff.language.content import place_of
from transdiff.language.pack import load_pack
from transdiff.language.phrases import Phrases
from transdiff.model import Segment
from transdiff.rules.facts.counterparts import Figure, followed

_PERIODS = ("day", "week", "month", "year", "hour")
"""What a rate is told by."""
_SPANS = ("second", "minute", *_PERIODS)
_TIMES = "times"
_BEFORE = 6
"""Words before a figure among which stands what it is a rate of: *a weekly wage of about*."""
_AFTER = 4
"""Words behind a figure among which its period stands: *25,000 blood samples a day*."""


def period_of(figure: Figure) -> str:
    """Return the period of a rate, empty where the figure is none or has another measure."""
    quantity = figure.quantity
    if quantity.per or not _may_be_rate(quantity):
        return quantity.per if quantity.per in _SPANS else ""
    behind = _behind(figure)
    if behind is not None:
        return behind[0]
    words, single = figure.segment.facts.words, _single(figure.lang)
    first, _ = place_of(words, quantity.span)
    before = _run(words[max(0, first - _BEFORE) : first][::-1])
    return next((single[w.fold] for w in before if w.fold in single), "")


def with_rate(figure: Figure) -> Span:
    """Return where a figure stands with the words behind it that make it a rate."""
    behind = _behind(figure)
    span = figure.quantity.span
    return span if behind is None else Span(span.start, max(span.end, behind[1]))


def _may_be_rate(quantity: Quantity) -> bool:
    return quantity.kind in ("cardinal", "money", "measure") or quantity.unit == _TIMES


def _behind(figure: Figure) -> tuple[str, int] | None:
    """Return the period that stands behind a figure, and where its words end."""
    words = figure.segment.facts.words
    _, end = place_of(words, figure.quantity.span)
    behind, phrases = _run(words[end : end + _AFTER]), _phrases(figure.lang)
    for at in range(len(behind)):
        found = phrases.match(behind, at)
        if found is not None:
            return found[0], behind[found[1] - 1].span.end
    return None


def _run(words: Sequence[Word]) -> list[Word]:
    """Return the words up to the first mark or number."""
    found = []
    for word in words:
        if word.kind is not WordKind.WORD:
            break
        found.append(word)
    return found


@lru_cache(maxsize=32)
def _phrases(lang: str) -> Phrases[str]:
    table = load_pack(lang).section("units").get("per", {})
    return Phrases.inverted({p: table.get(p, ()) for p in _SPANS}, lang)


@lru_cache(maxsize=32)
def _single(lang: str) -> dict[str, str]:
    """The single words that make a rate of what they stand with: ``daily``, ``monthly``."""
    table = load_pack(lang).section("units").get("per", {})
    return {word: period for period in _SPANS for word in table.get(period, ()) if " " not in word}


@lru_cache(maxsize=32)
def _period_words(lang: str) -> Phrases[str]:
    """Phrases that make a rate wherever they stand, and what a period is called: *for the year*."""
    units = load_pack(lang).section("units")
    rates = units.get("per", {})
    named = {p: (*rates.get(p, ()), *units.get(p, ())) for p in _PERIODS}
    return Phrases.inverted(named, lang)


def lost_rate(figure: Figure, linked: Sequence[Figure], mine: Sequence[Figure]) -> Figure | None:
    """Return the reference's rate (``barrels per day``) where the article has a mere amount."""
    one = figure.quantity
    if one.per or one.unit == "percent" or any(f.quantity.per for f in mine):
        return None
    same = [f for f in linked if f.quantity.unit == one.unit and f.quantity.value == one.value]
    if not one.unit:
        same = [f for f in same if set(f.quantity.nouns) & set(one.nouns)]
    timed = [f for f in same if f.quantity.per in _PERIODS]
    if not timed or len(timed) < len(same):
        return None
    if followed(figure, "such"):
        return None  # "15 such days": the context has said how often
    told = {period for period, _ in named_periods(figure.segment, figure.lang)}
    return None if timed[0].quantity.per in told else timed[0]


def named_periods(segment: Segment, lang: str) -> Iterator[tuple[str, Span]]:
    """Yield the periods that a sentence names, as a rate or in itself, and where."""
    words = segment.facts.words
    for period, first, end in _period_words(lang).all(words):
        yield period, Span(words[first].span.start, words[end - 1].span.end)
    whole = load_pack(lang).section("numbers").get("whole-periods", {})
    yield from ((p, w.span) for p, told in whole.items() for w in words if w.fold in told)
