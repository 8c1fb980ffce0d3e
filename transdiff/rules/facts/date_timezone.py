"""Rule ``date-timezone``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.facts import Moment
from transdiff.language.pack import load_pack
from transdiff.model import Segment
from transdiff.rule import Mark, rule
from transdiff.rules.facts.date_clashes import Clash, clashes, shown
from transdiff.rules.facts.dated import Dated
from transdiff.rules.facts.moment_agreement import shown_time

_GMT = 0


@rule(group="facts", category="date", severity="major")
def date_timezone(pair: Comparison) -> Iterator[Mark]:
    """Report a time of day that was kept while its zone was changed.

    Flagged:
    reference: The train left at 10:20 Moscow time.
    translation: The train left at [[10:20 GMT]].

    reference[ru]: Поезд отправился в 10:20 мск.
    translation: The train left at [[10:20 GMT]].

    reference: The shelling began at 3:30 local time, the army said.
    translation: The army said the shelling began at [[3:30 GMT]].

    reference[es]: El ataque comenzó a las 3:30 GMT.
    translation[es]: El ataque comenzó a las [[3:30 hora local]].

    reference: The train left at about 10:20 local time (09:20 BST).
    translation: The train left at about [[09:20 local time]].

    Allowed:
    reference: The train left at about 10:20 local time (09:20 BST).
    translation: The train left at about 10:20 local time.

    reference: The train left at 10:20 Moscow time.
    translation: The train left at 0720 GMT.

    reference: The train left at 10:20 local time (0720 GMT).
    translation: The train left at 0720 GMT.

    reference[ru]: Поезд отправился в 17:40 мск.
    translation: The train left at 5:40 p.m. Moscow time.

    reference: The train left at 10:20.
    translation: The train left at 10:20 a.m. local time.
    """
    found = [clash for clash in clashes(pair) if clash.zone]
    for clash in found or _from_local(pair):
        yield shown(pair, clash)


def _from_local(pair: Comparison) -> Iterator[Clash]:
    """Yield the times of which one side says that they are local and the other that they are GMT.

    Of other zones the story itself may tell that they are the local one.
    """
    for mine in _times(pair.segment):
        for witness in pair.witnesses:
            same = [
                (m, s)
                for s in witness.segments
                for m in _times(s)
                if shown_time(m) == shown_time(mine)
            ]
            for theirs, segment in same[:1] if len(same) == 1 else ():
                one = _is_local(mine, pair.segment, pair.lang)
                two = _is_local(theirs, segment, witness.lang)
                gmt = mine.zone if two else theirs.zone
                kept = gmt == _GMT and not _both(segment)
                if one != two and (kept or (one and _local_is_other(mine, segment, witness.lang))):
                    yield Clash(Dated(mine, pair.segment), Dated(theirs, segment, witness), True)


def _times(segment: Segment) -> list[Moment]:
    return [m for m in segment.facts.moments if m.grain == "time"]


def _is_local(moment: Moment, segment: Segment, lang: str) -> bool:
    """Whether the time is said to be local in so many words."""
    start = segment.span.start
    text = segment.text[moment.span.start - start : moment.span.end - start].casefold()
    zones = load_pack(lang).section("dates").get("clock", {}).get("zones", {})
    return any(phrase in text for phrase in zones.get("local", ()))


def _local_is_other(mine: Moment, segment: Segment, lang: str) -> bool:
    """Whether the sentence says what the local time was, and that it was not this one."""
    local = [shown_time(m) for m in _times(segment) if _is_local(m, segment, lang)]
    return bool(local) and shown_time(mine) not in local


def _both(segment: Segment) -> bool:
    """Whether the sentence gives the time in a second zone as well."""
    return len({m.zone for m in _times(segment)}) > 1
