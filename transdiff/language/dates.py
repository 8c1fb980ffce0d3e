"""Find dates: absolute, partial, numeric, relative; resolved against the day the text was written.

How a language writes dates is data: see :mod:`transdiff.language.date_templates`. What reads the
parts of a date is listed in :mod:`transdiff.language.date_text`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from transdiff.facts import Bound, Moment, Span, WordKind
from transdiff.language.calendar import complete, resolve, with_weekday
from transdiff.language.date_counts import counted
from transdiff.language.date_fields import read_element
from transdiff.language.date_portions import portion_behind, read_portion, told_by_hour
from transdiff.language.date_templates import (
    CLOCK,
    RELATED,
    RELATIVE,
    Template,
    parts_of,
    templates_for,
)
from transdiff.language.date_text import DateText
from transdiff.language.date_years import bare_year, is_count
from transdiff.language.listed import listed_phrases, listed_table
from transdiff.language.numeric_dates import Fields, numeric_date
from transdiff.language.passage import Passage

_EDGE = 4
"""Pieces of a phrase before a date that makes it an edge: *not later than*."""
_BESIDE = 2
"""Pieces between a time and its day: *at 7 p.m. on Tuesday, Moscow time*."""
_TWO = 2
"""Pieces from a month to another one before it: *March and April*."""
_LONG_WORD = 4
"""Letters of a word that has a capital in a headline of which all words have one."""
_GRAINS = ("day", "week", "month", "quarter", "half", "season", "year", "decade")
_LINK = 3
"""Letters of a word that joins a day to its year: *del próximo año*."""


def find_dates(passage: Passage) -> tuple[Moment, ...]:
    """Return the dates and times of *passage* in order of position."""
    lang, number = passage.lang, WordKind.NUMBER
    parts = [parts_of(lang, p.fold, p.kind is number) for p in passage.pieces]
    begun = [at for at, found in enumerate(parts) if found]
    if not begun:
        return ()
    told = _with_years(passage, _zoned(DateText(passage, parts), begun))
    return tuple(counted(passage, told))


def _with_years(passage: Passage, found: Iterable[Moment]) -> Iterator[Moment]:
    """Give the year that is named apart to the day beside it: *next year on 20 March*, 来年三月.

    One short word may stand between.
    """
    kept: list[Moment] = []
    for moment in found:
        before = kept[-1] if kept else None
        joined = before and _joined_year(passage, before, moment)
        if joined:
            kept[-1] = joined
        else:
            kept.append(moment)
    return iter(kept)


def _joined_year(passage: Passage, one: Moment, two: Moment) -> Moment | None:
    """Return both as one where the one is a year by its relation, the other a day or a month."""
    gap = passage.text[one.span.end - passage.start : two.span.start - passage.start].strip()
    if len(gap) > _LINK or any(not c.isalpha() for c in gap):
        return None
    for year, day in ((one, two), (two, one)):
        named = year.relative.startswith("year") and year.grain == "year" and year.month is None
        if named and year.year and day.month and day.year is None and not day.relative:
            return replace(day, span=Span(one.span.start, two.span.end), year=year.year)
    return None


def _zoned(text: DateText, begun: Sequence[int]) -> Iterator[Moment]:
    """Yield the dates that begin at one of the pieces *begun*, none overlapping.

    A time has the zone that stands beside its day: *at 7 p.m. on Tuesday, Moscow time*.
    """
    found = [*_found(text, begun)]
    for n, (moment, begins, ends) in enumerate(found):
        if moment.grain != "time":
            yield _of_hour(found, n)
            continue
        if moment.zone is not None:
            yield moment
            continue
        zone = None
        if n and found[n - 1][0].grain == "day" and begins - found[n - 1][2] <= _BESIDE:
            zone = text.grammar.clock.zone_ahead(text.pieces, found[n - 1][1])
        after = found[n + 1] if n + 1 < len(found) else None
        if zone is None and after and after[0].grain == "day" and after[1] - ends <= _BESIDE:
            zone = text.grammar.clock.zone_behind(text.pieces, after[2])
        yield moment if zone is None else replace(moment, zone=zone)


def _of_hour(found: Sequence[tuple[Moment, int, int]], n: int) -> Moment:
    """Return the date *n*, as its night or dawn where the hour right beside it says so."""
    moment, begins, ends = found[n]
    for time, first, last in (*found[n - 1 : n], *found[n + 1 : n + 2]):
        if time.grain == "time" and max(first - ends, begins - last) <= _BESIDE:
            return told_by_hour(moment, time)
    return moment


def _found(text: DateText, begun: Sequence[int]) -> Iterator[tuple[Moment, int, int]]:
    """Yield the dates with the pieces at which they begin and end."""
    done = 0
    for at in begun:
        if at < done:
            continue
        clock = CLOCK in text.parts[at]
        found = text.grammar.clock.read(text.passage, text.pieces, at) if clock else None
        found = found or read_portion(text, at, _read) or _read(text, at)
        if found is None:
            continue
        moment, done = portion_behind(text, *found)
        edge = _edge(text, at)
        if moment.grain == "time" and edge == "on" and _is_almost(text, at):
            edge = "before"
        dated = moment if edge == moment.edge else replace(moment, edge=edge)
        yield dated, at, done


def _read(text: DateText, at: int) -> tuple[Moment, int] | None:
    """Return the longest date that begins at piece *at*, and where it ends."""
    best: tuple[Fields, int] | None = None
    parts = text.parts[at]
    told = RELATIVE in parts and not text.is_span(at)
    relative = text.grammar.relative.match(text.pieces, at) if told else None
    templates = templates_for(text.passage.lang, parts, text.parts[at + 1])
    if not templates and relative is None and CLOCK not in parts:
        return None
    for template in templates:
        fields = _fits(text, template, at)
        if fields is not None and (best is None or fields[1] > best[1]):
            best = fields
    if relative is not None and (best is None or relative[1] >= best[1]):
        moment = resolve(relative[0], text.written)
        return replace(moment, span=text.span(at, relative[1])), relative[1]
    numeric = numeric_date(text.pieces, at, text.grammar.month_first)
    if best is None and numeric is None:
        best = bare_year(text, at)
    best = numeric or best
    return None if best is None else _moment(text, at, *best)


def _fits(text: DateText, template: Template, at: int) -> tuple[Fields, int] | None:
    """Return the fields of a date that is written as *template*, and where it ends."""
    if any(map(text.folds.isdisjoint, template.wanted)):
        return None
    if template.before and (at == 0 or text.pieces[at - 1].fold not in template.before):
        return None
    fields: Fields = {}
    here = at
    for names, optional in template.elements:
        end = read_element(text, names, here, fields)
        if end is None and not optional:
            return None
        here = here if end is None else end
    if "quarter" in fields and _runs_on(text, here):
        return None
    if template.before and set(fields) == {"year"} and is_count(text, fields["year"], here):
        return None
    if set(fields) <= {"month"} and not _sure_month(text, at, here, template):
        return None
    return (fields, here) if fields else None


def _runs_on(text: DateText, end: int) -> bool:
    """Whether a quarter is one of several in a row, and names no part of the year."""
    running = listed_phrases(text.passage.lang, "numbers", "running")
    return running.match(text.pieces, end) is not None


def _sure_month(text: DateText, at: int, end: int, template: Template) -> bool:
    """Whether a bare month name is no verb (``may``, ``march``) and nobody's first name."""
    if template.before:
        return True
    led = text.led(at) and not _joins_names(text, at)
    if led or _edge(text, at) != "on":
        return True
    doubtful = text.pieces[at].fold in text.grammar.doubtful
    return not (doubtful or _is_first_name(text, at, end))


def _joins_names(text: DateText, at: int) -> bool:
    """Whether *and* stands before a month, and no month before that: *Anna and April Stone*."""
    joining = text.passage.pack.words("numbers.ranges", "and")
    if text.pieces[at - 1].fold not in joining:
        return False
    return at < _TWO or read_element(text, ("month",), at - _TWO, {}) is None


def _is_first_name(text: DateText, at: int, end: int) -> bool:
    """Whether a name follows a month, as a surname does: *April Stone*.

    Not where all nouns, or all words of a headline, have capitals.
    """
    if text.grammar.noun_capitals or end >= len(text.pieces):
        return False
    behind, letters = text.pieces[end], text.passage.text
    capital = behind.kind is WordKind.WORD and letters[behind.start].isupper()
    if not (capital and letters[text.pieces[at].start].isupper()):
        return False
    long = (p for p in text.pieces if p.kind is WordKind.WORD and len(p.fold) >= _LONG_WORD)
    return any(letters[p.start].islower() for p in long)


def _moment(text: DateText, at: int, fields: Fields, end: int) -> tuple[Moment, int]:
    """Return the moment that *fields* are, a year behind them by its relation included."""
    year_after = text.grammar.relative.match(text.pieces, end)
    if "year" not in fields and year_after and year_after[0].startswith("year"):
        when = resolve(year_after[0], text.written)
        if when.year is not None:
            fields, end = {**fields, "year": when.year}, year_after[1]
    grain = next((g for g in _GRAINS if g in fields), "day")
    moment = Moment(
        text.span(at, end),
        fields.get("year"),
        fields.get("month"),
        fields.get("day"),
        weekday=fields.get("weekday"),
        grain=grain,
    )
    if "day2" in fields and moment.month is not None:
        moment = replace(moment, high=(moment.year or 0, moment.month, fields["day2"]))
    if "quarter" in fields:
        moment = replace(moment, month=3 * fields["quarter"] - 2)
    if "half" in fields:
        moment = replace(moment, month=6 * fields["half"] - 5)
    if "decade" in fields:
        moment = replace(moment, year=fields["decade"])
    turned = next((k for k in RELATED if k in fields), "")
    return with_weekday(complete(moment, turned, text.written), text.written), end


def _is_almost(text: DateText, at: int) -> bool:
    """Whether the hour at *at* has almost come: *at nearly four*."""
    bounds = listed_table(text.passage.lang, "numbers", "bounds")
    found = bounds.before(text.pieces, at, _EDGE)
    return found is not None and found[0] == Bound.ALMOST


def _edge(text: DateText, at: int) -> str:
    found = text.grammar.edges.before(text.pieces, at, _EDGE)
    return found[0] if found else "on"
