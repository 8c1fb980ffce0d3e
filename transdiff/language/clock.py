"""Find times of day with their zone: ``9:14 p.m.``, ``1614 GMT``, ``17h30``, ``下午5时40分``.

In words they need the half of the day: ``seven in the morning``, ``half past six in the evening``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import regex

from transdiff.facts import Moment, WordKind
from transdiff.language.dictionary import UNSPACED
from transdiff.language.number_words import number_words
from transdiff.language.numerals import read_numeral
from transdiff.language.pack import Pack
from transdiff.language.passage import Passage
from transdiff.language.phrases import Phrases, Piece
from transdiff.language.units import unit_phrases

_COLON = regex.compile(r"([01]?[0-9٠-٩۰-۹]|2[0-4])[:٫.]([0-5][0-9٠-٩۰-۹])")
_FOUR = regex.compile(r"([01][0-9٠-٩۰-۹]|2[0-3])([0-5][0-9٠-٩۰-۹])")
_HOUR = regex.compile(r"[01]?[0-9٠-٩۰-۹]|2[0-4]")
_MINUTE = regex.compile(r"[0-5]?[0-9٠-٩۰-۹]")
_GLUED = regex.compile(r"h([0-5][0-9٠-٩۰-۹])?")
_ZONES = {
    "gmt": 0, "utc": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180,
    "est": -300, "edt": -240, "cst": -360, "cdt": -300, "pst": -480, "pdt": -420, "et": -300,
    "jst": 540, "kst": 540, "ist": 330, "мск": 180, "гринвич": 0, "mez": 60, "mesz": 120,
}  # fmt: skip
"""Minutes east of UTC of the abbreviations that newswires use."""

_BEFORE_ZONE = frozenset({"(", "（", "по", "giờ", "theo", ".", ","})
"""What may stand between a time and its zone: *14h30, heure de Moscou*."""
_CASES = frozenset({"-", "ին", "ից", "ում", "ի"})
"""What an Armenian case adds to a time in figures: *14:30-ին*."""
_PARTS = ("am", "pm", "night", "noon")
"""Parts of the day by which an hour of the clock face is told; night has hours of both halves."""
_HALF = 30
"""Minutes behind an hour that may as well be half an hour: *three hours and a half*."""
_DAY = 24
_FACE = 12
_DAWN = 6
"""The first hour that is no longer of the night."""
_FORENOON = frozenset({10, 11})
"""Hours that are told to be at noon, and are before it."""
_FEW = (2, 4)
"""Figures behind which a Slavic noun has the form that also names a part of the day: *два дня*."""
_ZONE_WORDS = 8
"""Words, or signs, of a zone before the time."""


@dataclass(frozen=True)
class ClockGrammar:
    """How one language tells the time."""

    halves: Phrases[str]
    zones: Phrases[str]
    named: Phrases[str]
    led_by: frozenset[str]
    hours: Phrases[int]
    oclock: Phrases[int]
    minutes: Phrases[int]
    words: Phrases[int]
    ordinals: Phrases[int]
    led_ordinals: bool
    counted: frozenset[str]
    parts: Phrases[str]
    behind: Phrases[str]
    closing: Phrases[str]
    units: Phrases[str]
    pointed: bool
    small: frozenset[str]

    def opens(self, fold: str) -> bool:
        """Whether a time of day without a figure may begin with the word *fold*."""
        phrases = (self.named, self.halves, self.parts)
        spelt = self.words.opens(fold) or self.ordinals.opens(fold)
        return spelt or any(p.opens(fold) for p in phrases)

    def read(self, passage: Passage, pieces: Sequence[Piece], at: int) -> tuple[Moment, int] | None:
        """Return the time of day that begins at piece *at*, and where it ends."""
        named = self.named.match(pieces, at)
        if named is not None:
            return self._moment(passage, pieces, at, int(named[0]), 0, named[1])
        spelt = self._in_words(passage, pieces, at)
        if spelt is not None:
            return spelt
        before = self.halves.match(pieces, at)
        first = before[1] if before else at
        if before and passage.pack.lang in UNSPACED:
            ideographs = self._ideographs(passage, pieces, at, first, before[0])
            if ideographs is not None:
                return ideographs
        if first >= len(pieces) or pieces[first].kind is not WordKind.NUMBER:
            return None
        return self._digits(passage, pieces, at, first, before[0] if before else "")

    def _ideographs(
        self, passage: Passage, pieces: Sequence[Piece], at: int, first: int, half: str
    ) -> tuple[Moment, int] | None:
        """Return 下午三点, 晚上九点半: figures in words behind a half of the day."""
        table = number_words(passage.pack)
        hour = read_numeral(table, pieces, first)
        hours = self.hours.match(pieces, hour.end) if hour else None
        if hour is None or hours is None or not (0 <= hour.value <= _DAY and hour.value % 1 == 0):
            return None
        end, minute = hours[1], 0
        later = read_numeral(table, pieces, end)
        minutes = self.minutes.match(pieces, later.end) if later else None
        if later and minutes:
            end, minute = minutes[1], int(later.value)
        elif end < len(pieces) and pieces[end].fold == "半":
            end, minute = end + 1, _HALF
        return self._moment(passage, pieces, at, hour_of_day(int(hour.value), half), minute, end)

    def _in_words(
        self, passage: Passage, pieces: Sequence[Piece], at: int
    ) -> tuple[Moment, int] | None:
        """Return ``half past six in the evening``.

        Without the half of the day it may be either: behind ``at`` it is a time, of unknown hour.
        """
        part = self.parts.match(pieces, at)
        minute, end = (int(part[0]), part[1]) if part else (0, at)
        counts_on = at > 0 and self.words.opens(pieces[at - 1].fold)
        spelt = None if counts_on else self._hour(pieces, at, end)
        if spelt is None:
            return None
        hour, end = spelt
        told = self.oclock.match(pieces, end) is not None
        sharp = self.hours.match(pieces, end)
        half = self.halves.match(pieces, end)  # "uhr morgens"
        end = sharp[1] if sharp else end
        later = None if part else self.behind.match(pieces, end)
        if later is not None:
            minute, end = int(later[0]), later[1]
        half = half or self._half_behind(pieces, end, marked=bool(sharp or later))
        if half is not None:
            if not (part or later) and self._counts(pieces, at, hour, half[1]):
                return None
            return self._moment(passage, pieces, at, hour_of_day(hour, half[0]), minute, half[1])
        lasts = sharp is not None and minute > 0
        if told or ((part or later) and not lasts and self._is_led(pieces, at)):
            either = hour <= _FACE
            shown = hour % _FACE if either else hour
            moment, end = self._moment(passage, pieces, at, shown, minute, end)
            return replace(moment, either=either), end
        return None

    def _hour(self, pieces: Sequence[Piece], at: int, end: int) -> tuple[int, int] | None:
        """Return the hour that is named at *end*, be it counted: *половина шестого*.

        A counted hour without a part of it must be led by *at*: *о шостій вечора*.
        """
        led = self.led_ordinals and at > 0 and pieces[at - 1].fold in self.led_by
        counted = self.ordinals.match(pieces, end) if end > at or led else None
        return self.words.match(pieces, end) or counted

    def _half_behind(
        self, pieces: Sequence[Piece], end: int, *, marked: bool
    ) -> tuple[str, int] | None:
        """Return the half of the day behind an hour; some words for it need an hour *marked* so."""
        half = self.halves.match(pieces, end)
        return half or (self.closing.match(pieces, end) if marked else None)

    def _is_led(self, pieces: Sequence[Piece], at: int) -> bool:
        """Whether a word like *at* stands before piece *at*."""
        return at > 0 and pieces[at - 1].fold in self.led_by

    def _digits(
        self, passage: Passage, pieces: Sequence[Piece], at: int, first: int, half: str
    ) -> tuple[Moment, int] | None:
        fold = pieces[first].fold
        end, minute = first + 1, 0
        colon, four = _COLON.fullmatch(fold), _FOUR.fullmatch(fold)
        sure = bool(half)
        if colon is not None:
            hour, minute = int(colon[1]), int(colon[2])
            hours = self.hours.match(pieces, end)
            if hours:
                sure, end = True, hours[1]
            led = at > 0 and pieces[at - 1].fold in self.led_by
            sure = sure or (led and (":" in fold or self._is_pointed(pieces, end)))
        elif four is not None and (
            self.zones.match(pieces, end) is not None or self._is_time(pieces, at, fold)
        ):
            hour, minute, sure = int(four[1]), int(four[2]), True
        elif _HOUR.fullmatch(fold):
            hour = int(fold)
            spelled = self._spelled(pieces, end)
            if spelled is not None:
                minute, end = spelled
                closed = self._half_behind(pieces, end, marked=True) is not None
                led = at > 0 and pieces[at - 1].fold in self.led_by
                tells = end > first + 2 and minute != _HALF
                told = self.oclock.match(pieces, first + 1) is not None
                sure = sure or tells or led or closed or told
                if not (sure or self.zones.match(pieces, end)):
                    return None
        else:
            return None
        after = self._half_behind(pieces, end, marked=sure or colon is not None)
        if after is not None and not half:
            half, end, sure = after[0], after[1], True
        if half:
            if after and colon is None and self._counts(pieces, at, hour, end):
                return None
            hour = hour_of_day(hour, half)
        if not sure and (colon is None or self._zone(pieces, end)[1] == end):
            return None
        return self._moment(passage, pieces, at, hour, minute, end)

    def _is_pointed(self, pieces: Sequence[Piece], end: int) -> bool:
        """Whether a point parts the hour from the minutes, not a decimal: *a las 22.15*."""
        follows = end < len(pieces) and pieces[end].kind is WordKind.WORD
        return self.pointed and not (follows and pieces[end].fold not in self.small)

    def _counts(self, pieces: Sequence[Piece], at: int, hour: int, end: int) -> bool:
        """Whether the word before *end* is what a small figure counts: *за три дня*."""
        counts = _FEW[0] <= hour <= _FEW[1] and pieces[end - 1].fold in self.counted
        return counts and not (at > 0 and pieces[at - 1].fold in self.led_by)

    def _is_time(self, pieces: Sequence[Piece], at: int, fold: str) -> bool:
        """Whether four figures can be nothing else: *at 0650*."""
        return fold.startswith("0") and at > 0 and pieces[at - 1].fold in self.led_by

    def _spelled(self, pieces: Sequence[Piece], at: int) -> tuple[int, int] | None:
        """Return minute and end of ``h30``, ``giờ 40``, ``点40分`` after the hour."""
        if at >= len(pieces):
            return None
        glued = _GLUED.fullmatch(pieces[at].fold)
        if glued is not None and self.hours.match(pieces, at) is None:
            return (int(glued[1] or 0), at + 1) if glued[1] else None
        hours = self.hours.match(pieces, at)
        if hours is None:
            return None
        end = hours[1]
        later = self.behind.match(pieces, end)
        if later is not None:
            return int(later[0]), later[1]
        if end < len(pieces) and pieces[end].kind is WordKind.NUMBER:
            if not _MINUTE.fullmatch(pieces[end].fold):
                return 0, end
            minutes = self.minutes.match(pieces, end + 1)
            last = minutes[1] if minutes else end + 1
            return None if self._lasts(pieces, last) else (int(pieces[end].fold), last)
        return 0, end

    def _lasts(self, pieces: Sequence[Piece], end: int) -> bool:
        """Whether seconds follow, so that it tells how long something took: *2 giờ 5 phút 22*."""
        counted = end + 1 < len(pieces) and pieces[end].kind is WordKind.NUMBER
        unit = self.units.match(pieces, end + 1) if counted else None
        return unit is not None and unit[0] == "second"

    def zone_behind(self, pieces: Sequence[Piece], end: int) -> int | None:
        """Return the zone that stands behind a time and its day: *1 giờ Chủ nhật giờ Hà Nội*."""
        return self._zone(pieces, end)[0]

    def zone_ahead(self, pieces: Sequence[Piece], at: int) -> int | None:
        """Return the zone that stands before a day and its time: *北京时间周五上午9时*."""
        return self._zone_before(pieces, at)[0]

    def _zone(self, pieces: Sequence[Piece], end: int) -> tuple[int | None, int]:
        at = end
        while at < len(pieces) and pieces[at].fold in _CASES:
            at += 1
        if at < len(pieces) and pieces[at].fold in _BEFORE_ZONE:
            at += 1
        found = self.zones.match(pieces, at)
        if found is None:
            return None, end
        return (None if found[0] == "local" else int(found[0])), found[1]

    def _zone_before(self, pieces: Sequence[Piece], at: int) -> tuple[int | None, int]:
        """Return the zone that stands right before the time, as in 北京时间7时, and its start."""
        found = self.zones.before(pieces, at, _ZONE_WORDS)
        if found is None:
            return None, at
        return (None if found[0] == "local" else int(found[0])), found[1]

    def _moment(
        self,
        passage: Passage,
        pieces: Sequence[Piece],
        at: int,
        hour: int,
        minute: int,
        end: int,
    ) -> tuple[Moment, int]:
        zone, end = self._zone(pieces, end)
        if zone is None:
            zone, at = self._zone_before(pieces, at)
        span = passage.span(pieces[at].start, pieces[end - 1].end)
        time = 60 * hour + minute
        hour, minute = (time // 60 % 24, time % 60) if minute < 0 else (hour, minute)
        return Moment(span, hour=hour, minute=minute, zone=zone, grain="time"), end


def hour_of_day(hour: int, half: str) -> int:
    """Return the hour that a clock face shows, in this part of the day: twelve at night is 0."""
    face = hour % _FACE
    if half == "night":
        return face if face < _DAWN else face + 12
    if half == "noon":
        return hour if hour in _FORENOON else face + 12
    return face + 12 if half == "pm" else face


@lru_cache(maxsize=32)
def clock_grammar(pack: Pack) -> ClockGrammar:
    """Return how the language of *pack* tells the time, built once."""
    data = pack.section("dates").get("clock", {})
    zones = [(abbreviation, str(east)) for abbreviation, east in _ZONES.items()]
    zones += [(w, v) for v, words in data.get("zones", {}).items() for w in words]
    return ClockGrammar(
        halves=Phrases.inverted({half: data.get(half, ()) for half in _PARTS}, pack.lang),
        zones=Phrases(zones, pack.lang),
        named=Phrases.inverted(data.get("named", {}), pack.lang),
        led_by=frozenset(data.get("led-by", ())),
        hours=Phrases([(w, 0) for w in data.get("hours", ())], pack.lang),
        oclock=Phrases([(w, 0) for w in data.get("oclock", ())], pack.lang),
        minutes=Phrases([(w, 0) for w in data.get("minutes", ())], pack.lang),
        words=Phrases(
            _hours_in_words(pack, "cardinals") if {"parts", "behind"} & data.keys() else (),
            pack.lang,
        ),
        ordinals=Phrases(
            _hours_in_words(pack, "ordinals") if "ordinal-hours" in data else (), pack.lang
        ),
        led_ordinals=data.get("ordinal-hours") == "led",
        counted=frozenset(data.get("counted", ())),
        parts=Phrases.inverted(data.get("parts", {}), pack.lang),
        behind=Phrases.inverted(data.get("behind", {}), pack.lang),
        closing=Phrases.inverted(data.get("closing", {}), pack.lang),
        units=unit_phrases(pack),
        pointed=pack.section("numbers").get("decimal") == ",",
        small=frozenset(pack.words("numbers", "stop")),
    )


def _hours_in_words(pack: Pack, table: str) -> Iterator[tuple[str, int]]:
    for number, words in pack.section("numbers").get(table, {}).items():
        if number.isdigit() and 0 < int(number) <= 12:
            yield from ((word, int(number)) for word in words)
