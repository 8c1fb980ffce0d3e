"""Rule ``tense-future-as-past``."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.facts import Moment
from transdiff.language.pack import load_pack
from transdiff.language.reading import Reading
from transdiff.language.tense import governing
from transdiff.model import Segment, Severity
from transdiff.rule import Mark, rule
from transdiff.rules.meaning.claims import disagreement, with_auxiliaries
from transdiff.rules.meaning.foretold import AHEAD
from transdiff.rules.meaning.progress import leaps

_NEAR = 6
"""Words between a verb and its date."""
_FRAME = 15
"""Words from an auxiliary to the participle that ends its clause."""
_ENDS = ("until", "before")
_GAP = 4
"""Code points between an hour and its day."""
_SOON = 30
"""Days ahead within which a date without a year is not last year's."""


@rule(group="meaning", category="tense", severity="major")
def tense_future_as_past(pair: Comparison) -> Iterator[Mark]:
    """Report an event that the references expect and the article reports as over.

    A vote scheduled for Sunday has no result on Friday. A past verb beside a date after the day of
    publication settles it without asking any reference, and is critical.

    Flagged:
        reference: The ferry's licence runs out in June, the harbour master said.
        translation: The ferry's licence [[ran]] out in June, according to the harbour master.

        reference: The family of the collector is to receive the painting from the bank in Vienna.
        translation: The bank [[gave]] the painting back to the family of the collector in Vienna.

        reference: The ministers will meet in Oslo on Friday.
        translation: The ministers [[met]] in Oslo on Friday.

        reference[es]: El enviado debía visitar el molino el martes y hablar con los dueños.
        translation[es]: El enviado [[visitó]] el molino el martes y habló con los dueños.

        reference[pt]: O enviado devia visitar o moinho na terça-feira.
        translation[pt]: O enviado [[visitou]] o moinho na terça-feira.

    Flagged with published=2024-05-03:
        reference: The ministers agreed a further session for May 9.
        translation: The ministers [[gathered]] again on May 9.

    Flagged:
        reference: The lock on the canal will be free of charge from May, the mayor said.
        translation: The lock on the canal [[was free]] of charge from May, the mayor said.

        reference: The new bridge is scheduled to open in autumn.
        translation: The new bridge [[opened]] in autumn.

        reference: The Danes filed a protest against the result; the jury will rule on Monday.
        translation: The jury [[rejected]] a protest of the Danes against the result.

        reference[es]: La nueva central entrará en servicio en otoño.
        translation[es]: La nueva central [[entró]] en servicio en otoño.

        reference[zh]: 部长原定周二视察这座水库。
        translation[zh]: 部长周二[[视察]]了这座水库。

        reference[vi]: Bộ trưởng dự kiến thăm thung lũng vào thứ Ba.
        translation[vi]: Bộ trưởng đã [[thăm]] thung lũng vào thứ Ba.

        reference[ar]: تعتزم البلدية إغلاق مدرستين في الجنوب.
        translation[ar]: [[أغلقت]] البلدية مدرستين في الجنوب.

        reference: The abbot will step down in May and stay on as a reader.
        translation: The abbot [[has stepped]] down; he will remain as a reader.

        reference[ru]: Комиссия представит доклад в четверг.
        translation[ru]: Комиссия [[представила]] доклад в четверг.

        reference: The first 6 million is expected to be disbursed in April, if the port agrees.
        translation: An initial 6 million [[was paid]] out in April after the port agreed.

    Allowed with published=2024-05-03:
        reference: The port has bought two cranes, which start work on May 9.
        translation: The port has bought two cranes, and on May 9 they will start work.

    Allowed:
        reference: The skipper will miss the regatta after rupturing a tendon, the club said.
        translation: The skipper, who tore a tendon, will miss the regatta, the club said.

        reference: The yard will get a further 5 million euros in May.
        translation: The yard got 3 million euros at once and will get another 5 million in May.

        reference: The engine had passed a scheduled inspection on Monday.
        translation: The engine had come through a routine inspection on Monday.

        reference: The first protest was rejected; the jury will rule on the second on Monday.
        translation: The jury rejected the first protest, and will rule on the second on Monday.

        reference: The chairman said the club will not take on more debt.
        translation: The chairman ruled out more debt for the club.

        reference: The ministers will meet in Oslo on Friday.
        translation: The ministers are to meet in Oslo on Friday.

        reference[zh]: 渔民将其中9人救出。
        translation[zh]: 9人已被救出。

        reference[ar]: مقتل ثلاثة عمال في انهيار منجم.
        translation[ar]: قتل ثلاثة عمال في انهيار منجم.

        reference: The ministers met in Oslo on Friday and will meet again in May.
        translation: The ministers met in Oslo on Friday.

        reference: A decision on the sale of the mine is expected on Monday.
        translation: Officials confirmed that the sale of the mine would be on the agenda.

        reference: A decision on the sale of the mine is expected on Monday.
        translation: The strike has dented the hopes of a sale of the mine.

        reference[de]: Die Entscheidung über den Verkauf der Mine wird am Montag erwartet.
        translation[de]: Die Stadt bestätigte, dass der Verkauf der Mine ihr nichts nütze.

        reference: The bridge will stay closed until May, the mayor said.
        translation: The mayor said the bridge would remain closed until May.

        reference: The president said he would not run for a second term.
        translation: The president ruled out a second term.

        reference: The minister said she would resign.
        translation: The minister announced that she was resigning.

        reference[de]: Der Kassierer soll das Geld gestohlen haben.
        translation[de]: Der Kassierer hat das Geld laut Zeugen gestohlen.

        reference[fr]: Une réunion publique est prévue dimanche avec les habitants.
        translation[fr]: Les habitants sont conviés dimanche à une réunion publique.
    """
    dated = dict(_past_after_publication(pair))
    for witness, leap in leaps(pair, 2):
        if leap.cue is None or not leap.future:
            continue
        pairing = pair.pairings[witness.key]
        certain = dated.pop(leap.mine, None) is not None or leap.final
        yield disagreement(
            pair,
            witness,
            pairing.mine.span(*with_auxiliaries(pairing.mine, leap.mine, leap.mine + 1)),
            pairing.theirs.span(leap.cue.first, max(leap.theirs + 1, leap.cue.end)),
            value=leap.cue.marker.value,
            severity=Severity.CRITICAL if certain else Severity.MAJOR,
        )
    for place, moment in dated.items():
        yield _too_early(pair, place, moment)


def _too_early(pair: Comparison, place: int, moment: Moment) -> Mark:
    """Mark a past verb beside a date that had not come when the article was published."""
    reading = next(iter(pair.pairings.values())).mine
    span = reading.span(*with_auxiliaries(reading, place, place + 1))
    evidence = [pair.evidence(moment.span)]
    for witness in pair.witnesses:
        same = (
            m
            for s in witness.segments
            for m in s.facts.moments
            if (m.month, m.day) == (moment.month, moment.day)
        )
        evidence[:0] = [witness.evidence(m.span) for m in same][:1]
    text = pair.whole.story.document.text
    published = pair.whole.story.document.published
    message = f'article "{span.of(text)}" · {moment.span.of(text)} is after {published}'
    return Mark(span, message, tuple(evidence), severity=Severity.CRITICAL)


def _past_after_publication(pair: Comparison) -> Iterator[tuple[int, Moment]]:
    """Yield the past verbs of the article that stand beside a day after its publication."""
    published = pair.whole.story.document.published
    if not published or not pair.witnesses:
        return
    reading = next(iter(pair.pairings.values())).mine
    today = datetime.date.fromisoformat(published)
    for moment in pair.segment.facts.moments:
        day = _day(moment, today)
        if day is None or day <= today or _is_end(pair.segment, moment):
            continue
        place = reading.inside(moment.span)
        for i in _told_as_past(reading):
            if abs(i - place.start) <= _NEAR and not _in_a_plan(reading, i, place.start):
                yield i, moment


def _in_a_plan(reading: Reading, verb: int, place: int) -> bool:
    """Whether the date is in another clause, on what is to come: *and on May 9 it will open*."""
    return reading.looks_ahead(place) and reading.clauses[place] != reading.clauses[verb]


def _is_end(segment: Segment, moment: Moment) -> bool:
    """Whether something lasts until then, or until an hour of that day: *till noon on May 9*."""
    ends = (m for m in segment.facts.moments if m.edge in _ENDS)
    return any(0 <= moment.span.start - m.span.end <= _GAP or m == moment for m in ends)


def _told_as_past(reading: Reading) -> Iterator[int]:
    """Yield the past verbs that nothing holds back: no plan, hedge, denial or condition.

    A verb that reports has its own time: *will open on May 9, he announced*.
    """
    kinds = (("status",), ("tense", "future"), ("hedge",), ("negation", "not"), ("condition",))
    said = {i for f in reading.facts for a in f.attributions for i in reading.inside(a.span)}
    ahead = (*reading.of_kind("tense", "future", "set"), *reading.of_kind("status", *AHEAD))
    plans = {i for cue in ahead for i in range(cue.first, cue.end)}  # "são esperados"
    reported = {reading.clauses[cue.first] for cue in reading.of_kind("hedge", "reported")}
    for i in sorted(reading.pasts - said - plans):
        held = reading.clauses[i] in reported  # "soll am 4. Mai begonnen haben"
        held = held or any(governing(reading, i, *kind) for kind in kinds)
        if not held and not _is_state(reading, i):
            yield i


def _is_state(reading: Reading, i: int) -> bool:
    """Whether *is* or *get* makes a present of a participle: *sont conviés*, *gets married*.

    With verbs of motion and of change they tell the past: *sont partis*, *sind abgereist*.
    """
    pack = load_pack(reading.lang)
    present, moved = pack.words("tense", "present-auxiliaries"), pack.words("tense", "with-be")
    if not present or reading.words[i].fold.endswith(moved):
        return False
    if i and reading.words[i - 1].fold in present:
        return True
    own = [c for c in reading.of_kind("tense", "past") if 0 <= i - c.end <= _FRAME]
    return bool(own) and reading.words[own[-1].first].fold in present


def _day(moment: Moment, today: datetime.date) -> datetime.date | None:
    """Return the day that is meant; without a year only a day of the next weeks is certain."""
    if moment.month is None or moment.day is None:
        return None
    try:
        day = datetime.date(moment.year or today.year, moment.month, moment.day)
    except ValueError:
        return None
    soon = today + datetime.timedelta(days=_SOON)
    return day if moment.year or today < day <= soon else None
