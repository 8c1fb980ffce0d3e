"""Rule ``date-immediate``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Moment
from transdiff.language.calendar import weekday_of
from transdiff.language.listed import listed_phrases
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading, read
from transdiff.model import Segment
from transdiff.rule import Mark, rule
from transdiff.rules.facts.changes import shown

_GRAINS = frozenset({"day", "month", "quarter", "half", "season", "year"})


@rule(group="facts", category="date", severity="major")
def date_immediate(pair: Comparison) -> Iterator[Mark]:
    """Report what happens at once in the article and on a day to come in the references.

    *With immediate effect* is no date, so nothing else compares it. The reference has to set a day
    from which something will hold, no linked text may speak of any haste, and the words about both
    times must have one in common, or both say that something begins. What begins on the day of the
    report begins at once.

    Flagged:
        reference: The ban on trawling will take effect on October 1.
        translation: The ban on trawling takes effect [[immediately]].

        reference[de]: Die neuen Preise gelten ab dem 1. Juni.
        translation[de]: Die neuen Preise gelten [[ab sofort]].

        reference[zh]: 新规自9月1日起施行。
        translation: The new rules take effect [[at once]].

        reference: Trawling will be banned from June.
        translation[fr]: Le chalutage est interdit [[avec effet immédiat]].

    Allowed:
        reference: The ban on trawling took effect on October 1.
        translation: The ban on trawling took effect immediately.

        reference: The ban on nets takes effect at once, that on traps on October 1.
        translation: The ban on nets takes effect immediately.

        reference: The ban on trawling takes effect today.
        translation: The ban on trawling takes effect immediately.

        reference: The minister stepped down at once. The ban will take effect on October 1.
        translation: The ban takes effect on October 1; the minister left immediately.

        reference: Police immediately closed the road, which will reopen on October 1.
        translation: The police closed the road immediately.

    Allowed with published=2025-10-01:
        reference: The ban on trawling takes effect on October 1.
        translation: The ban on trawling takes effect immediately.
    """
    mine = pair.reading
    if any(m.grain in _GRAINS for m in pair.segment.facts.moments):
        return  # it may be the day of something else
    for place in _at_once(mine):
        told = [(w, m) for w in pair.witnesses for m in _begun(pair, w, place)]
        hasty = any(_hurries(w.around, w.lang) for w in pair.witnesses)
        if told and not hasty:
            witness, moment = told[0]
            yield shown(pair, mine.span(place.start, place.stop), witness, moment.span)
            return


def _at_once(reading: Reading) -> Iterator[range]:
    """Yield where a text says that something happens at once, and is not denied it."""
    denied = {reading.clauses[c.first] for c in reading.of_kind("negation", "not")}
    for _, first, end in listed_phrases(reading.lang, "dates", "at-once").all(reading.words):
        if reading.clauses[first] not in denied:
            yield range(first, end)


def _hurries(segments: Sequence[Segment], lang: str) -> bool:
    """Whether sentences say anywhere that something happens at once."""
    reading = read([s.facts for s in segments], lang)
    return any(listed_phrases(lang, "dates", "at-once").all(reading.words))


def _begun(pair: Comparison, witness: Witness, place: range) -> Iterator[Moment]:
    """Yield the days to come on which the witness has begin what happens at once at *place*."""
    pairing = pair.pairings[witness.key]
    about = _about(pairing.mine, place)
    for segment in witness.segments:
        for moment in segment.facts.moments:
            inside = pairing.theirs.inside(moment.span)
            if not _is_to_come(pairing, moment, inside) or _is_of_the_day(pair, moment):
                continue
            there = {*_about(pairing.theirs, inside)}
            both = _starts(pairing.mine, place) and _starts(pairing.theirs, inside)
            if both or any(pairing.forward[i] in there for i in about):
                yield moment


def _is_to_come(pairing: Pairing, moment: Moment, inside: range) -> bool:
    """Whether something will begin on a day: *will apply on 1 May*, *starts on Monday*."""
    reading = pairing.theirs
    near = moment.relative.endswith(("+0", "-1"))
    if moment.grain not in _GRAINS or near or moment.edge not in ("on", "since", "after"):
        return False
    clause = reading.clauses[inside.start]
    told = {*reading.pasts, *(c.first for c in reading.of_kind("tense", "past"))}
    if any(reading.clauses[i] == clause for i in told):
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
