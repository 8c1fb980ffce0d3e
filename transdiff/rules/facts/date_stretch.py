"""Rule ``date-stretch``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from transdiff.company import weighed
from transdiff.comparison import Comparison
from transdiff.facts import Moment, Quantity, Span, Word
from transdiff.language.content import place_of
from transdiff.language.listed import listed_table
from transdiff.language.units import in_base
from transdiff.model import Segment
from transdiff.rule import Mark, rule
from transdiff.rules.facts.changes import shown

_LEADING = 3
"""Words of what leads to a stretch of time."""
_UNITS = {"hour", "day", "week", "month", "year", "decade"}
_OPPOSITE = {"past": "coming", "coming": "past"}
_ROUNDED = 0.15
"""The part by which two stretches may differ and be one: *a month*, *four weeks*."""
_ARTICLE = "article"

_COMPANY = 0.2
"""The share of the words about a mark that must stand about its evidence."""


class Stretch(NamedTuple):
    """A stretch of time, which way it lies (empty where nothing says), and its words."""

    quantity: Quantity
    way: str
    span: Span


@rule(group="facts", category="date", severity="major")
def date_stretch(pair: Comparison) -> Iterator[Mark]:
    """Report a stretch of time that lies ahead where it lay behind, or that has another length.

    *The past three years* are not *the next three years*. Lengths with figures are compared by
    ``number-value``; here by words: *a year later* is not *18 months later*.

    Flagged:
    reference: The fund will spend the money over the next three years.
    translation: The fund will spend the money over the [[past three years]].

    reference: The diver was found three days later in a flooded quarry.
    translation: The diver was found [[a month later]] in a flooded quarry.

    reference: The mine closed two years ago after a flood.
    translation: The mine closed [[a year ago]] after a flood.

    reference[fr]: Le préfet a fermé le bassin pour dix jours.
    translation[fr]: Le bassin est fermé [[depuis dix jours]] par le préfet.

    reference[de]: In den vergangenen fünf Jahren stiegen die Mieten um ein Viertel.
    translation: Rents are to rise by a quarter in the [[next five years]].

    Allowed:
    reference: The fund will spend the money over the next three years.
    translation: The fund will spend the money in the coming three years.

    reference: The diver was found four weeks later in a flooded quarry.
    translation: The diver was found a month later in a flooded quarry.

    reference: The mine closed twelve months ago after a flood.
    translation: The mine closed a year ago after a flood.

    reference: Ten years ago the mine closed, and two years later the mill.
    translation: The mine closed ten years ago; the mill followed after another two years.

    reference: He led the firm for three years, and stays for another three years.
    translation: He will stay for three more years, having led the firm for the past three years.
    """
    own = _stretches(pair.segment, pair.lang)
    theirs = [(w, s) for w in pair.witnesses for g in w.segments for s in _stretches(g, w.lang)]
    for mine in own:
        same = [(w, s) for w, s in theirs if _lasts_as_long(mine, s)]
        turned = [(w, s) for w, s in same if s.way == _OPPOSITE.get(mine.way)]
        if turned and len(turned) == len(same):
            yield weighed(shown(pair, mine.span, turned[0][0], turned[0][1].span), pair, _COMPANY)
        ways = {mine.way} - {"", *_OPPOSITE}
        alike = [(w, s) for w, s in theirs if s.way in ways]
        by_word = [(w, s) for w, s in alike if _ARTICLE in (mine.quantity.kind, s.quantity.kind)]
        told = any(_lasts_as_long(other, s) for other in own for _, s in by_word)
        if by_word and not same and not told:
            yield weighed(shown(pair, mine.span, by_word[0][0], by_word[0][1].span), pair, _COMPANY)


def _lasts_as_long(one: Stretch, other: Stretch) -> bool:
    a, b = (in_base(s.quantity.value, s.quantity.unit) for s in (one, other))
    return abs(a - b) <= _ROUNDED * max(a, b)


def _stretches(segment: Segment, lang: str) -> list[Stretch]:
    """Return every stretch of time of a sentence that is one figure."""
    words = segment.facts.words
    found = [
        _placed(words, quantity, lang)
        for quantity in segment.facts.quantities
        if quantity.unit in _UNITS and quantity.high is None and quantity.kind != "age"
    ]
    known = [s.span for s in found]
    single = (s for m in segment.facts.moments for s in _single(words, m, lang))
    return [*found, *(s for s in single if not any(s.span.overlaps(k) for k in known))]


def _single(words: tuple[Word, ...], moment: Moment, lang: str) -> Iterator[Stretch]:
    """Yield a relative date that is one unit away: *a year ago*, *a month earlier*."""
    unit = moment.relative.partition("-")[0]
    _, end = place_of(words, moment.span)
    led = listed_table(lang, "dates", "stretches-behind").before(words, end, _LEADING)
    if unit in _UNITS and led is not None:
        quantity = Quantity(moment.span, 1.0, unit=unit, kind=_ARTICLE)
        yield Stretch(quantity, led[0], moment.span)


def _placed(words: tuple[Word, ...], quantity: Quantity, lang: str) -> Stretch:
    """Find the words before a stretch, or behind it, that say which way it lies."""
    first, end = place_of(words, quantity.span)
    behind = listed_table(lang, "dates", "stretches-behind").match(words, end)
    if behind is not None:
        last = words[behind[1] - 1].span.end
        return Stretch(quantity, behind[0], Span(quantity.span.start, last))
    before = listed_table(lang, "dates", "stretches").before(words, first, _LEADING)
    if before is not None:
        way, at = before
        return Stretch(quantity, way, Span(words[at].span.start, quantity.span.end))
    return Stretch(quantity, "", quantity.span)
