"""Rule ``date-immediate``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Moment, Quantity, Span
from transdiff.language.calendar import weekday_of
from transdiff.language.listed import listed_phrases
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading, read
from transdiff.model import Segment
from transdiff.rule import Mark, rule
from transdiff.rules.facts.changes import shown

_GRAINS = frozenset({"day", "month", "quarter", "half", "season", "year"})
_EDGES = ("on", "since", "after", "by", "until")
_LENGTHS = frozenset({"day", "week", "month", "year", "decade"})
_LEADING = 4
"""Words of what leads to a length of time."""


@rule(group="facts", category="date", severity="major")
def date_immediate(pair: Comparison) -> Iterator[Mark]:
    """Report what happens at once in the article and later or by and by in the references.

    *With immediate effect* is no date, so nothing else compares it. The reference has to set a day
    from which something will hold, to have it done in stages, or over a length of time to come; no
    linked text may speak of any haste, and the words about both times must have one in common, or
    both say that something begins. What begins on the day of the report begins at once.

    Flagged:
        reference: The ban on trawling will take effect on October 1.
        translation: The ban on trawling takes effect [[immediately]].

        reference[de]: Die neuen Preise gelten ab dem 1. Juni.
        translation[de]: Die neuen Preise gelten [[ab sofort]].

        reference[zh]: 新规自9月1日起施行。
        translation: The new rules take effect [[at once]].

        reference: Trawling will be banned from June.
        translation[fr]: Le chalutage est interdit [[avec effet immédiat]].

        reference: The fee for moorings will rise by 12% over three years.
        translation: The fee for moorings goes up by 12% [[at once]].

        reference[ru]: Сборы в порту повысят на 12% в два этапа - в мае и в октябре.
        translation[ru]: Порт [[немедленно]] повышает сборы на 12%.

        reference[de]: Das Hafenamt erstattet die Gebühr binnen zehn Tagen.
        translation[fr]: Le port rembourse la taxe [[immédiatement]].

    Allowed:
        reference: The ban on trawling took effect on October 1.
        translation: The ban on trawling took effect immediately.

        reference: The ban on nets takes effect at once, that on traps on October 1.
        translation: The ban on nets takes effect immediately.

        reference: The ban on trawling takes effect today.
        translation: The ban on trawling takes effect immediately.

        reference: The minister stepped down at once. The ban will take effect on October 1.
        translation: The ban takes effect on October 1; the minister left immediately.

        reference: The fee will rise by 12% over three years, by 5% of it now.
        translation: The fee goes up by 5% at once.

        reference: The crew was to be relieved in two weeks, said the captain, who left at once.
        translation: The captain left immediately; the crew is to be relieved in two weeks.

        reference: Police immediately closed the road, which will reopen on October 1.
        translation: The police closed the road immediately.

    Allowed with published=2025-10-01:
        reference: The ban on trawling takes effect on October 1.
        translation: The ban on trawling takes effect immediately.
    """
    mine = pair.reading
    for place in _at_once(mine):
        if _is_dated(pair, place):
            continue  # it may be the day of something else
        told = [(w, span) for w in pair.witnesses for span in _not_yet(pair, w, place)]
        hasty = any(_hurries(w.around, w.lang) for w in pair.witnesses)
        if told and not hasty:
            witness, span = told[0]
            yield shown(pair, mine.span(place.start, place.stop), witness, span)
            return


def _is_dated(pair: Comparison, place: range) -> bool:
    """Whether a date stands by what happens at once, or a day to come in its sentence."""
    mine = pair.reading
    dated = (m for m in pair.segment.facts.moments if m.grain in _GRAINS)
    inside = (mine.inside(m.span).start for m in dated)
    clause = mine.clauses[place.start]
    return any(mine.clauses[i] == clause or mine.looks_ahead(i) for i in inside)


def _at_once(reading: Reading) -> Iterator[range]:
    """Yield where a text says that something happens at once, and is not denied it."""
    denied = {reading.clauses[c.first] for c in reading.of_kind("negation", "not")}
    for _, first, end in listed_phrases(reading.lang, "dates", "at-once").all(reading.words):
        if reading.clauses[first] not in denied:
            yield range(first, end)


def _hurries(segments: Sequence[Segment], lang: str) -> bool:
    """Whether sentences say anywhere that something happens at once, or now."""
    reading = read([s.facts for s in segments], lang)
    books = (listed_phrases(lang, "dates", name) for name in ("at-once", "now"))
    return any(True for book in books for _ in book.all(reading.words))


def _not_yet(pair: Comparison, witness: Witness, place: range) -> Iterator[Span]:
    """Yield where the witness has what happens at once at *place* happen later, or by and by."""
    pairing = pair.pairings[witness.key]
    about = _about(pairing.mine, place)
    for span, begins in (*_days(pair, witness), *_stretches(pairing.theirs)):
        inside = pairing.theirs.inside(span)
        there = {*_about(pairing.theirs, inside)}
        both = begins and _starts(pairing.mine, place)
        if both or any(pairing.forward[i] in there for i in about):
            yield span


def _days(pair: Comparison, witness: Witness) -> Iterator[tuple[Span, bool]]:
    """Yield the days to come of the witness, and whether something begins on each."""
    pairing = pair.pairings[witness.key]
    for segment in witness.segments:
        for moment in segment.facts.moments:
            inside = pairing.theirs.inside(moment.span)
            if _is_to_come(pairing, moment, inside) and not _is_of_the_day(pair, moment):
                yield moment.span, moment.edge == "since" or _starts(pairing.theirs, inside)


def _stretches(reading: Reading) -> Iterator[tuple[Span, bool]]:
    """Yield what says that something to come takes its time: *in stages*, *over three years*."""
    for _, first, end in listed_phrases(reading.lang, "dates", "gradual").all(reading.words):
        if not _is_past(reading, first):
            yield reading.span(first, end), False
    for quantity in (q for f in reading.facts for q in f.quantities):
        inside = reading.inside(quantity.span)
        if _is_length(reading, quantity, inside) and not _is_past(reading, inside.start):
            yield quantity.span, _starts(reading, inside)


def _is_length(reading: Reading, quantity: Quantity, inside: range) -> bool:
    """Whether a figure is a length of time that something takes, or after which it comes."""
    if quantity.unit not in _LENGTHS or quantity.kind == "age":
        return False
    before = listed_phrases(reading.lang, "dates", "spread-over")
    behind = listed_phrases(reading.lang, "dates", "spread-behind")
    led = before.before(reading.words, inside.start, _LEADING) is not None
    return led or behind.match(reading.words, inside.stop) is not None


def _is_past(reading: Reading, index: int) -> bool:
    """Whether what the clause of the word *index* tells is over, and nothing in it to come."""
    if reading.looks_ahead(index):
        return False
    told = {*reading.pasts, *(c.first for c in reading.of_kind("tense", "past"))}
    return any(reading.clauses[i] == reading.clauses[index] for i in told)


def _is_to_come(pairing: Pairing, moment: Moment, inside: range) -> bool:
    """Whether something will begin on a day: *will apply on 1 May*, *starts on Monday*."""
    reading = pairing.theirs
    near = moment.relative.endswith(("+0", "-1"))
    if moment.grain not in _GRAINS or near or moment.edge not in _EDGES:
        return False
    if _is_past(reading, inside.start):
        return False
    if moment.edge == "since" or reading.looks_ahead(inside.start):
        return True
    return _starts(reading, inside)


def _starts(reading: Reading, place: range) -> bool:
    """Whether the clause of a time says that something begins then: *takes effect*."""
    begins = listed_phrases(reading.lang, "dates", "starting").all(reading.words)
    clause = reading.clauses[place.start]
    return any(reading.clauses[first] == clause for _, first, _ in begins)


def _is_of_the_day(pair: Comparison, moment: Moment) -> bool:
    """Whether a day is that of the report."""
    today = pair.whole.story.document.dated
    if today is None:
        return False
    if moment.month is None and moment.year is None:
        return weekday_of(moment) in (None, today.weekday())
    return moment.month in (None, today.month) and moment.day in (None, today.day)


def _about(reading: Reading, place: range) -> tuple[int, ...]:
    """The content words of the clause of a time, without those of times."""
    return tuple(i for i in reading.of_clause(place.start) if i not in reading.times)
