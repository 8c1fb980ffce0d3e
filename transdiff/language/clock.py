"""Find times of day with their zone: ``9:14 p.m.``, ``1614 GMT``, ``17h30``, ``下午5时40分``.

In words they need the half of the day: ``seven in the morning``, ``half past six in the evening``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from transdiff.facts import Moment, WordKind
from transdiff.language.pack import Pack
from transdiff.language.passage import Passage
from transdiff.language.phrases import Phrases, Piece
from transdiff.language.words import fold_word

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
    minutes: Phrases[int]
    words: Mapping[str, int]
    parts: Phrases[str]

    def opens(self, fold: str) -> bool:
        """Whether a time of day without a figure may begin with the word *fold*."""
        phrases = (self.named, self.halves, self.parts)
        return fold in self.words or any(p.opens(fold) for p in phrases)

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
        if first >= len(pieces) or pieces[first].kind is not WordKind.NUMBER:
            return None
        return self._digits(passage, pieces, at, first, before[0] if before else "")

    def _in_words(
        self, passage: Passage, pieces: Sequence[Piece], at: int
    ) -> tuple[Moment, int] | None:
        """Return ``half past six in the evening``.

        Without the half of the day it may be either: behind ``at`` it is a time, of unknown hour.
        """
        part = self.parts.match(pieces, at)
        minute, end = (int(part[0]), part[1]) if part else (0, at)
        hour = self.words.get(pieces[end].fold) if end < len(pieces) else None
        if hour is None:
            return None
        sharp = self.hours.match(pieces, end + 1)
        half = self.halves.match(pieces, sharp[1] if sharp else end + 1)
        if half is None:
            return self._either_half(passage, pieces, at, end, minute) if part else None
        time = 60 * (hour % 12 + (12 if half[0] == "pm" else 0)) + minute
        return self._moment(passage, pieces, at, time // 60 % 24, time % 60, half[1])

    def _either_half(
        self, passage: Passage, pieces: Sequence[Piece], at: int, end: int, minute: int
    ) -> tuple[Moment, int] | None:
        """Return ``at a quarter to twelve``, be it noon or midnight."""
        if at == 0 or pieces[at - 1].fold not in self.led_by:
            return None
        span = passage.span(pieces[at].start, pieces[end].end)
        return Moment(span, minute=minute % 60, grain="time"), end + 1

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
            sure = sure or (led and ":" in fold)
        elif four is not None and (
            self.zones.match(pieces, end) is not None or self._is_time(pieces, at, fold)
        ):
            hour, minute, sure = int(four[1]), int(four[2]), True
        elif _HOUR.fullmatch(fold):
            hour = int(fold)
            spelled = self._spelled(pieces, end)
            if spelled is not None:
                minute, end = spelled
                sure = (
                    sure
                    or end > first + 2
                    or bool(self.led_by & {pieces[at - 1].fold if at else ""})
                )
                if not (sure or self.zones.match(pieces, end)):
                    return None
        else:
            return None
        after = self.halves.match(pieces, end)
        if after is not None and not half:
            half, end, sure = after[0], after[1], True
        if half:
            hour = hour % 12 + (12 if half == "pm" else 0)
        if not sure and (colon is None or self._zone(pieces, end)[1] == end):
            return None
        return self._moment(passage, pieces, at, hour, minute, end)

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
        if end < len(pieces) and pieces[end].kind is WordKind.NUMBER:
            if not _MINUTE.fullmatch(pieces[end].fold):
                return 0, end
            minutes = self.minutes.match(pieces, end + 1)
            return int(pieces[end].fold), minutes[1] if minutes else end + 1
        return 0, end

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
        for first in range(max(0, at - _ZONE_WORDS), at):
            found = self.zones.match(pieces, first)
            if found is not None and found[1] == at:
                return (None if found[0] == "local" else int(found[0])), first
        return None, at

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
        return Moment(span, hour=hour, minute=minute, zone=zone, grain="time"), end


@lru_cache(maxsize=32)
def clock_grammar(pack: Pack) -> ClockGrammar:
    """Return how the language of *pack* tells the time, built once."""
    data = pack.section("dates").get("clock", {})
    zones = [(abbreviation, str(east)) for abbreviation, east in _ZONES.items()]
    zones += [(w, v) for v, words in data.get("zones", {}).items() for w in words]
    return ClockGrammar(
        halves=Phrases.inverted({"am": data.get("am", ()), "pm": data.get("pm", ())}, pack.lang),
        zones=Phrases(zones, pack.lang),
        named=Phrases.inverted(data.get("named", {}), pack.lang),
        led_by=frozenset(data.get("led-by", ())),
        hours=Phrases([(w, 0) for w in data.get("hours", ())], pack.lang),
        minutes=Phrases([(w, 0) for w in data.get("minutes", ())], pack.lang),
        words=_hours_in_words(pack) if "parts" in data else {},
        parts=Phrases.inverted(data.get("parts", {}), pack.lang),
    )


def _hours_in_words(pack: Pack) -> Mapping[str, int]:
    cardinals = pack.section("numbers").get("cardinals", {})
    hours = {n: ws for n, ws in cardinals.items() if n.isdigit() and 0 < int(n) <= 12}
    return {fold_word(w): int(n) for n, ws in hours.items() for w in ws}
