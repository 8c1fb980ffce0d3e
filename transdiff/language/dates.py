"""Find dates: absolute, partial, numeric, relative; resolved against the day the text was written.

How a language writes dates is data: see :mod:`transdiff.language.date_templates`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import regex

from transdiff.facts import Moment, Span, WordKind
from transdiff.language.calendar import complete, resolve, with_weekday
from transdiff.language.date_templates import (
    CLOCK,
    RELATED,
    RELATIVE,
    ROMAN,
    SHORT_QUARTER,
    Parts,
    Template,
    date_grammar,
    parts_of,
    templates_for,
)
from transdiff.language.listed import listed_phrases
from transdiff.language.numerals import read_numeral
from transdiff.language.numeric_dates import Fields, numeric_date
from transdiff.language.passage import Passage
from transdiff.language.past import past_form
from transdiff.language.units import dimension_of, unit_phrases

_DAY = regex.compile(r"([0-9٠-٩۰-۹]{1,2})(?:st|nd|rd|th)?")
_YEAR = regex.compile(r"[12][0-9٠-٩۰-۹]{3}")
_DECADE = regex.compile(r"([12][0-9٠-٩۰-۹]{2}0)s")
_SHORT_DECADE = regex.compile(r"([0-9]0)s")
_COUNTS = ("cardinal", "article")
"""Kinds of number that a day or a month may be; where words are glued, ordinals too."""
_EDGE = 4
"""Pieces of a phrase before a date that makes it an edge: *not later than*."""
_BESIDE = 2
"""Pieces between a time and its day: *at 7 p.m. on Tuesday, Moscow time*."""
_FIELDS = {"nth": "day", "nth2": "day2", "q#": "quarter"}
_GRAINS = ("day", "week", "month", "quarter", "half", "season", "year", "decade")

_LINK = 3
"""Letters of a word that joins a day to its year: *del próximo año*."""


def find_dates(passage: Passage) -> tuple[Moment, ...]:
    """Return the dates and times of *passage* in order of position."""
    lang, number = passage.lang, WordKind.NUMBER
    parts = [parts_of(lang, p.fold, p.kind is number) for p in passage.pieces]
    begun = [at for at, found in enumerate(parts) if found]
    return tuple(_with_years(passage, _Scan(passage, parts).run(begun))) if begun else ()


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


class _Scan:
    """One pass over the pieces of a sentence."""

    def __init__(self, passage: Passage, parts: Sequence[Parts]) -> None:
        self.passage, self.g, self.pieces = passage, date_grammar(passage.pack), passage.pieces
        self.written = passage.written
        self.folds = {piece.fold for piece in self.pieces}
        self.parts = [*parts, parts_of(passage.lang, "", False)]

    def run(self, begun: Sequence[int]) -> Iterator[Moment]:
        """Yield the dates that begin at one of the pieces *begun*, none overlapping."""
        found = [*self._found(begun)]
        for n, (moment, begins, ends) in enumerate(found):
            if moment.grain != "time" or moment.zone is not None:
                yield moment
                continue
            zone = None
            if n and found[n - 1][0].grain == "day" and begins - found[n - 1][2] <= _BESIDE:
                zone = self.g.clock.zone_ahead(self.pieces, found[n - 1][1])
            after = found[n + 1] if n + 1 < len(found) else None
            if zone is None and after and after[0].grain == "day" and after[1] - ends <= _BESIDE:
                zone = self.g.clock.zone_behind(self.pieces, after[2])
            yield moment if zone is None else replace(moment, zone=zone)

    def _found(self, begun: Sequence[int]) -> Iterator[tuple[Moment, int, int]]:
        """Yield the dates with the pieces at which they begin and end."""
        done = 0
        for at in begun:
            if at < done:
                continue
            clock = CLOCK in self.parts[at]
            found = self.g.clock.read(self.passage, self.pieces, at) if clock else None
            found = found or self._read(at)
            if found is None:
                continue
            moment, done = found
            edge = self._edge(at)
            dated = moment if edge == moment.edge else replace(moment, edge=edge)
            yield dated, at, done

    def _read(self, at: int) -> tuple[Moment, int] | None:
        best: tuple[Fields, int] | None = None
        parts = self.parts[at]
        relative = self.g.relative.match(self.pieces, at) if RELATIVE in parts else None
        templates = templates_for(self.passage.lang, parts, self.parts[at + 1])
        if not templates and relative is None and CLOCK not in parts:
            return None
        for template in templates:
            fields = self._fits(template, at)
            if fields is not None and (best is None or fields[1] > best[1]):
                best = fields
        if relative is not None and (best is None or relative[1] >= best[1]):
            moment = resolve(relative[0], self.written)
            return replace(moment, span=self._span(at, relative[1])), relative[1]
        numeric = numeric_date(self.pieces, at, self.g.month_first)
        if best is None and numeric is None:
            best = self._bare_year(at)
        best = numeric or best
        return None if best is None else self._moment(at, *best)

    def _fits(self, template: Template, at: int) -> tuple[Fields, int] | None:
        if any(map(self.folds.isdisjoint, template.wanted)):
            return None
        if template.before and (at == 0 or self.pieces[at - 1].fold not in template.before):
            return None
        fields: Fields = {}
        here = at
        for names, optional in template.elements:
            end = self._element(names, here, fields)
            if end is None and not optional:
                return None
            here = here if end is None else end
        if "quarter" in fields and self._runs_on(here):
            return None
        if set(fields) <= {"month"} and not self._sure_month(at, template):
            return None
        return (fields, here) if fields else None

    def _runs_on(self, end: int) -> bool:
        """Whether a quarter is one of several in a row, and names no part of the year."""
        running = listed_phrases(self.passage.lang, "numbers", "running")
        return running.match(self.pieces, end) is not None

    def _sure_month(self, at: int, template: Template) -> bool:
        """Whether a bare month name is no verb (``may``, ``march``)."""
        if self.pieces[at].fold not in self.g.doubtful or template.before:
            return True
        return at > 0 and self.pieces[at - 1].fold in self.g.led_by

    def _element(self, names: tuple[str, ...], at: int, fields: Fields) -> int | None:
        if at >= len(self.pieces):
            return None
        for name in names:
            reader = _READERS.get(name)
            if reader is None:
                if self.pieces[at].fold == name:
                    return at + 1
                continue
            found = reader(self, at)
            if found is not None:
                fields[_FIELDS.get(name, name.removesuffix("#"))] = found[0]
                return found[1]
        return None

    def _proper(self, at: int) -> bool:
        start = self.pieces[at].start
        return not self.g.capitalised or self.passage.text[start].isupper()

    def _month(self, at: int) -> tuple[int, int] | None:
        found = self.g.months.match(self.pieces, at) if self._proper(at) else None
        if found is None:
            return None
        end = found[1]
        dotted = end < len(self.pieces) and self.pieces[end].fold == "."
        short = len(self.pieces[at].fold) <= 4 and self.pieces[end - 1].kind is WordKind.WORD
        return found[0], end + (dotted and short and end + 1 < len(self.pieces))

    def _weekday(self, at: int) -> tuple[int, int] | None:
        found = self.g.weekdays.match(self.pieces, at) if self._proper(at) else None
        if found is None:
            return None
        word = self.pieces[at].fold
        bracketed = at > 0 and self.pieces[at - 1].fold in "(（"
        if len(word) <= 3 and word.isascii() and found[1] == at + 1 and not bracketed:
            return None
        if word in self.g.doubtful and not (at > 0 and self.pieces[at - 1].fold in self.g.led_by):
            last = self.pieces[found[1] - 1]
            if not self.passage.text[last.start].isupper():
                return None
        return found

    def _number(self, at: int, low: int, high: int) -> tuple[int, int] | None:
        piece = self.pieces[at]
        if piece.kind is WordKind.NUMBER:
            match = _DAY.fullmatch(piece.fold)
            value = int(match[1]) if match else -1
            return (value, at + 1) if low <= value <= high else None
        if not self.g.spells_days(piece.fold):
            return None
        read = read_numeral(self.g.numbers, self.pieces, at)
        kinds = ("cardinal", "article", "ordinal") if self.g.numbers.glued else _COUNTS
        if read is None or read.kind not in kinds or not low <= read.value <= high:
            return None
        return int(read.value), read.end

    def _nth(self, at: int) -> tuple[int, int] | None:
        """``the 25th`` as a day: nothing that is counted follows."""
        if not self.pieces[at].fold.endswith(("st", "nd", "rd", "th")):
            return None
        if at + 1 < len(self.pieces):
            follows = self.pieces[at + 1]
            if follows.kind is WordKind.WORD and follows.fold not in self.g.counted:
                return None
        return self._number(at, 1, 31)

    def _ordinal(self, at: int, high: int) -> tuple[int, int] | None:
        read = read_numeral(self.g.numbers, self.pieces, at)
        if read is not None and read.kind != "fraction" and 1 <= read.value <= high:
            return int(read.value), read.end
        roman = ROMAN.get(self.pieces[at].fold, 0)
        return (roman, at + 1) if 1 <= roman <= high else None

    def _short_quarter(self, at: int) -> tuple[int, int] | None:
        match = SHORT_QUARTER.fullmatch(self.pieces[at].fold)
        return (int(match[1]), at + 1) if match else None

    def _year(self, at: int) -> tuple[int, int] | None:
        piece = self.pieces[at]
        number = piece.kind is WordKind.NUMBER and _YEAR.fullmatch(piece.fold)
        if number and not self._measured(at + 1):
            return int(piece.fold), at + 1
        return None

    def _decade(self, at: int) -> tuple[int, int] | None:
        match = _DECADE.fullmatch(self.pieces[at].fold)
        if match:
            return int(match[1]), at + 1
        short = _SHORT_DECADE.fullmatch(self.pieces[at].fold)
        before = _DECADE.fullmatch(self.pieces[at - 2].fold) if short and at > 1 else None
        if not short or not before:
            return None
        return int(before[1][:2] + short[1]), at + 1  # "the 1970s and 80s"

    def _bare_year(self, at: int) -> tuple[Fields, int] | None:
        """A year with nothing that says so; ``1,500 people`` and ``2000 people`` are no years."""
        found = self._decade(at)
        if found:
            return {"decade": found[0]}, found[1]
        if self.pieces[at].fold[0] not in "12":
            return None
        found = self._year(at)
        led = at > 0 and self.pieces[at - 1].fold in self.g.led_by
        if found is None:
            return None
        end = found[1]
        old = led or self._ends_with(end)
        if not (1000 if old else 1900) <= found[0] < 2100:
            return None
        if self._glued(at):
            return None
        if end < len(self.pieces) and self.pieces[end].kind is WordKind.WORD:
            follows = self.pieces[end]
            lower = self.passage.text[follows.start].islower()
            sure = (led and found[0] >= 1900) or self._ends_with(end)
            if not sure and lower and follows.fold not in self.g.counted:
                return None
        return {"year": found[0]}, end

    def _ends_with(self, end: int) -> bool:
        """Whether a verb alone follows to the end of its clause, where nouns have capitals.

        *Die Kirche wurde 1750 gebaut*: what is counted would stand behind the figure.
        """
        if end >= len(self.pieces) or not self.g.noun_capitals:
            return False
        closes = end + 1 == len(self.pieces) or self.pieces[end + 1].kind is WordKind.PUNCT
        return closes and past_form(self.pieces[end].fold, self.passage.lang)

    def _measured(self, end: int) -> bool:
        """Whether money follows: *eine Zahlung von 1200 Euro*, where nouns have capitals too."""
        unit = unit_phrases(self.passage.pack).match(self.pieces, end)
        return unit is not None and dimension_of(unit[0]) == "money"

    def _glued(self, at: int) -> bool:
        """Whether the number belongs to the word before it: ``1万2000``."""
        before = self.pieces[at - 1] if at else None
        return before is not None and (before.kind, before.end) == (
            WordKind.WORD,
            self.pieces[at].start,
        )

    def _moment(self, at: int, fields: Fields, end: int) -> tuple[Moment, int]:
        year_after = self.g.relative.match(self.pieces, end)
        if "year" not in fields and year_after and year_after[0].startswith("year"):
            when = resolve(year_after[0], self.written)
            if when.year is not None:
                fields, end = {**fields, "year": when.year}, year_after[1]
        grain = next((g for g in _GRAINS if g in fields), "day")
        moment = Moment(
            self._span(at, end),
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
        return with_weekday(complete(moment, turned, self.written), self.written), end

    def _edge(self, at: int) -> str:
        found = self.g.edges.before(self.pieces, at, _EDGE)
        return found[0] if found else "on"

    def _span(self, first: int, end: int) -> Span:
        return self.passage.span(self.pieces[first].start, self.pieces[end - 1].end)


def _listed(key: str) -> Callable[[_Scan, int], tuple[int, int] | None]:
    return lambda scan, at: scan.g.lists[key].match(scan.pieces, at)


_READERS: Mapping[str, Callable[[_Scan, int], tuple[int, int] | None]] = {
    "day": lambda scan, at: scan._number(at, 1, 31),
    "day2": lambda scan, at: scan._number(at, 1, 31),
    "nth2": lambda scan, at: scan._number(at, 1, 31),
    "nth": lambda scan, at: scan._nth(at),
    "month": lambda scan, at: scan._month(at),
    "month#": lambda scan, at: scan._number(at, 1, 12),
    "year": lambda scan, at: scan._year(at),
    "quarter#": lambda scan, at: scan._ordinal(at, 4),
    "q#": lambda scan, at: scan._short_quarter(at),
    "half#": lambda scan, at: scan._ordinal(at, 2),
    "decade": lambda scan, at: scan._decade(at),
    "weekday": lambda scan, at: scan._weekday(at),
    **{key: _listed(key) for key in RELATED},
}
