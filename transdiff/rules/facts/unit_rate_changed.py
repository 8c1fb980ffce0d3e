"""Rule ``unit-rate-changed``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Quantity, WordKind
from transdiff.language.amounts import same_amount
from transdiff.language.content import is_content, place_of
from transdiff.language.figure_phrases import PRICED
from transdiff.language.listed import listed_phrases
from transdiff.language.units import dimension_of, time_stems
from transdiff.rule import Mark, rule
from transdiff.rules.facts.changes import shown
from transdiff.rules.facts.counterparts import Figure
from transdiff.rules.facts.frequency import frequencies, same_times
from transdiff.rules.facts.rates import period_of, with_rate
from transdiff.rules.facts.sharing import EACH, TOTAL, spread

_TIMES = "times"
_MEASURE, _THING = "measure", "thing"


@rule(group="facts", category="unit", severity="major")
def unit_rate_changed(pair: Comparison) -> Iterator[Mark]:
    """Report a rate whose period was swapped: so much a week became so much a month.

    The period may stand behind the figure (*a week*, *per month*, *daily*) or before it
    (*a weekly wage of*). Flagged where every reference that gives the figure has another period,
    or where an amount of each became that of all together.

    Flagged:
    reference: The goalkeeper's weekly wage is around 40,000 euros.
    translation: The goalkeeper earns [[40,000 euros a month]].

    reference: The laboratory tests 900 samples a day.
    translation: The laboratory tests [[900 samples each week]].

    reference: The clinic is open twice a week.
    translation: The clinic is open [[twice a day]].

    reference[ru]: Клиника принимает два раза в неделю.
    translation[en]: The clinic is open [[twice a day]].

    reference: The two skippers were fined 9,000 euros each.
    translation: The two skippers were fined [[9,000 euros]] in total.

    reference: The council is elected every two years.
    translation: The council is elected [[twice]] a year.

    reference: The levy is 4 euros per tonne of fish.
    translation: The levy is [[4 euros]] per animal.

    reference[de]: Der Preis beträgt 30 Euro je Kiste.
    translation[de]: Der Preis beträgt [[30 Euro je Tonne]].

    reference[vi]: Tàu cập bến ba năm một lần.
    translation[vi]: Tàu cập bến mỗi năm [[ba]] lần.

    Allowed:
    reference: The levy is 4 euros per head.
    translation: The levy is 4 euros per animal.

    reference: The goalkeeper's weekly wage is around 40,000 euros.
    translation: The goalkeeper earns about 40,000 euros a week.

    reference: The council meets every six months.
    translation: The council meets twice a year.

    reference: The two skippers were fined 9,000 euros each.
    translation: Each of the two skippers was fined 9,000 euros.

    reference: The ferry carries 900 people a day in summer.
    translation: The ferry carries 900 people in summer.

    reference: The goalkeeper's weekly wage is around 40,000 euros.
    translation: The goalkeeper earns about 40,000 euros, and is paid a monthly bonus.
    """
    theirs = [
        (w, Figure(q, s, w.lang, w))
        for w in pair.witnesses
        for s in w.around
        for q in s.facts.quantities
    ]
    for quantity in pair.segment.facts.quantities:
        own = Figure(quantity, pair.segment, pair.lang)
        mine = period_of(own)
        share = spread(own) if quantity.unit else ""
        told = bool(mine or share)
        same = [(w, f) for w, f in theirs if _one_amount(quantity, f.quantity)] if told else []
        periods = [period_of(f) for _, f in same]
        other = bool(mine) and all(period and period != mine for period in periods)
        if same and (other or _shared_otherwise(share, [f for _, f in same])):
            witness, figure = same[0]
            yield shown(pair, with_rate(own), witness, with_rate(figure))
            continue
        priced = _priced(own)
        alike = [(w, f) for w, f in theirs if same_amount(quantity, f.quantity)] if priced else []
        if alike and all({priced, _priced(f)} == {_MEASURE, _THING} for _, f in alike):
            witness, figure = alike[0]
            yield shown(pair, quantity.span, witness, figure.quantity.span)
        elif not same:
            yield from _as_often(pair, own, theirs)


def _priced(figure: Figure) -> str:
    """What an amount of money is for: so much of a measure, *a tonne*, or a thing, *per animal*."""
    quantity = figure.quantity
    if quantity.kind != "money":
        return ""
    if quantity.per:
        return _MEASURE if dimension_of(quantity.per) in PRICED else ""
    words = figure.segment.facts.words
    _, end = place_of(words, quantity.span)
    opened = listed_phrases(figure.lang, "numbers.rates", "each").match(words, end)
    if opened is None or opened[1] >= len(words):
        return ""
    thing = words[opened[1]]
    plain = thing.kind is WordKind.WORD and is_content(thing, figure.lang)
    return _THING if plain and thing.stem not in time_stems(figure.lang) else ""


def _as_often(
    pair: Comparison, figure: Figure, theirs: list[tuple[Witness, Figure]]
) -> Iterator[Mark]:
    """Yield a mark where one figure is an interval here and a number of times there."""
    for own in frequencies([figure]):
        told = list(frequencies(f for _, f in theirs))
        if any(same_times(own.times, f.times) for f in told):
            return
        other = next((f for f in told if f.figure.quantity.value == figure.quantity.value), None)
        if other is not None and other.figure.witness is not None:
            yield shown(
                pair, figure.quantity.span, other.figure.witness, other.figure.quantity.span
            )


def _shared_otherwise(share: str, figures: list[Figure]) -> bool:
    """Whether one amount is of each here and of all in every reference, or the reverse."""
    spreads = {spread(f) for f in figures}
    return bool(share) and len(spreads) == 1 and spreads == {EACH, TOTAL} - {share}


def _one_amount(one: Quantity, other: Quantity) -> bool:
    """Whether both state one amount; *twice* is two of what is counted in times."""
    if {one.unit, other.unit} == {_TIMES, ""} and {one.kind, other.kind} == {
        "multiple",
        "cardinal",
    }:
        return one.value == other.value
    return same_amount(one, other)
