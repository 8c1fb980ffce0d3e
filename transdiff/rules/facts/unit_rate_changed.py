"""Rule ``unit-rate-changed``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Quantity, Word, WordKind
from transdiff.language.amounts import same_amount
from transdiff.language.pack import load_pack
from transdiff.language.phrases import Phrases
from transdiff.rule import Mark, rule
from transdiff.rules.facts.changes import shown
from transdiff.rules.facts.counterparts import Figure
from transdiff.rules.facts.frequency import frequencies, same_times
from transdiff.rules.facts.sharing import EACH, TOTAL, spread

_PERIODS = ("second", "minute", "hour", "day", "week", "month", "year")
_TIMES = "times"
_BEFORE = 6
"""Words before a figure among which stands what it is a rate of: *a weekly wage of about*."""
_AFTER = 4
"""Words behind a figure among which its period stands: *25,000 blood samples a day*."""


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
    translation: The laboratory tests [[900]] samples each week.

    reference: The clinic is open twice a week.
    translation: The clinic is open [[twice]] a day.

    reference[ru]: Клиника принимает два раза в неделю.
    translation[en]: The clinic is open [[twice]] a day.

    reference: The two skippers were fined 9,000 euros each.
    translation: The two skippers were fined [[9,000 euros]] in total.

    reference: The council is elected every two years.
    translation: The council is elected [[twice]] a year.

    reference[vi]: Tàu cập bến ba năm một lần.
    translation[vi]: Tàu cập bến mỗi năm [[ba]] lần.

    Allowed:
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
        mine = _period(Figure(quantity, pair.segment, pair.lang))
        share = spread(Figure(quantity, pair.segment, pair.lang)) if quantity.unit else ""
        told = bool(mine or share)
        same = [(w, f) for w, f in theirs if _one_amount(quantity, f.quantity)] if told else []
        periods = [_period(f) for _, f in same]
        other = bool(mine) and all(period and period != mine for period in periods)
        if same and (other or _shared_otherwise(share, [f for _, f in same])):
            witness, figure = same[0]
            yield shown(pair, quantity.span, witness, figure.quantity.span)
        elif not same:
            yield from _as_often(pair, Figure(quantity, pair.segment, pair.lang), theirs)


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


def _period(figure: Figure) -> str:
    """Return the period of a rate, empty where the figure is none or has another measure."""
    quantity = figure.quantity
    counts = quantity.kind in ("cardinal", "money", "measure") or quantity.unit == _TIMES
    if quantity.per or not counts:
        return quantity.per if quantity.per in _PERIODS else ""
    words, span = figure.segment.facts.words, quantity.span
    behind = _run([w for w in words if w.span.start >= span.end][:_AFTER])
    phrases, single = _phrases(figure.lang), _single(figure.lang)
    for at in range(len(behind)):
        found = phrases.match(behind, at)
        if found is not None:
            return found[0]
    before = _run([w for w in words if w.span.end <= span.start][: -_BEFORE - 1 : -1])
    return next((single[w.fold] for w in before if w.fold in single), "")


def _run(words: list[Word]) -> list[Word]:
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
    return Phrases.inverted({p: table.get(p, ()) for p in _PERIODS}, lang)


@lru_cache(maxsize=32)
def _single(lang: str) -> dict[str, str]:
    """The single words that make a rate of what they stand with: ``daily``, ``monthly``."""
    table = load_pack(lang).section("units").get("per", {})
    return {
        word: period for period in _PERIODS for word in table.get(period, ()) if " " not in word
    }
