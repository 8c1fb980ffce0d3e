"""Find figures in digits and words, with unit, bound, range, rate and what they count.

A figure is read from left to right: ``[bound] [currency] numeral [– numeral] [unit] [per …]``, then
the words that follow it say what is counted. All words come from the sections ``[numbers]`` and
``[units]`` of the pack; figures inside a date belong to the date.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from transdiff.facts import Bound, Moment, Quantity, Span, WordKind
from transdiff.language.dictionary import UNSPACED
from transdiff.language.fates import with_fates
from transdiff.language.figure_phrases import FigurePhrases, figure_phrases
from transdiff.language.measures import joined_measures
from transdiff.language.numerals import Numeral, read_numeral
from transdiff.language.passage import Passage
from transdiff.language.phrases import Piece
from transdiff.language.units import dimension_of, in_base

_CLOCK = regex.compile(r"\d{1,3}(?::\d{2}){1,2}(?:[.,]\d+)?")
_AFAR = 6
"""Pieces before a figure where a bound may stand that precedes the verb."""
_VERDICT = 3
"""Words from a verdict to its term, which is no bound: *засудили її до п'яти років*."""
_MEASURED = 2
"""Words for what is measured that may stand between a unit and its rate."""
_AHEAD = 10
"""Characters that a rate may stand before its figure."""
_NOUNS = 3
"""How many words after a figure may name what is counted."""
_TEN, _HUNDRED = 10, 100
_HUNDREDTH = 0.5
_TENTH = 5.0
"""Points of a percentage within which ``两成`` is true."""
_LETTERS = {"m": 1e6, "b": 1e9}
"""Letters that are scales after an amount of money in digits."""
_MOST_PARTS = 20
"""Parts that a whole is cut into by *two in five*; more are a count."""
_SHARE = 0.005
_DENIED = {
    Bound.LESS: Bound.AT_LEAST,
    Bound.AT_LEAST: Bound.LESS,
    Bound.MORE: Bound.AT_MOST,
    Bound.AT_MOST: Bound.MORE,
}
"""What a bound is that is denied."""
_LIMITS = frozenset({"at-least", "at-most"})
_DENIAL = 5
"""Pieces before a bound where its denial may begin."""
_MINUS = frozenset("-−–")
_ROLE = 3
"""Pieces of a phrase that says how a change uses the figure."""
_POUND, _POUND_OF_MASS = "pound", "pound-mass"
_PLAYED = "minute"
"""What an ordinal of is a time: *in the 28th minute* is *after 28 minutes*."""
_HALF_A_MINUTE = 0.5
_AGES = {"age": "year", "month-age": "month"}


def find_quantities(passage: Passage, moments: Sequence[Moment] = ()) -> tuple[Quantity, ...]:
    """Return the figures of *passage* in order of position, without those inside *moments*."""
    lexicon = figure_phrases(passage.pack)
    pieces = lexicon.numbers.expand(passage.pieces)
    begun = lexicon.beginnings(pieces)
    if not begun:
        return ()
    taken = [(m.span.start - passage.start, m.span.end - passage.start) for m in moments]
    found = tuple(_Scan(passage, lexicon, pieces, taken).run(begun))
    spans = [q.span for q in found if q.kind == "multiple"]
    whole = [q for q in found if not any(s != q.span and s.contains(q.span) for s in spans)]
    return with_fates(joined_measures(tuple(whole)), passage, pieces)


class _Scan:
    """One pass over the pieces of a sentence."""

    def __init__(
        self,
        passage: Passage,
        lexicon: FigurePhrases,
        pieces: Sequence[Piece],
        taken: Sequence[tuple[int, int]],
    ) -> None:
        self.passage, self.lex, self.pieces, self.taken = passage, lexicon, pieces, taken
        self.bounds = {
            end: (kind, first)
            for kind, first, end in lexicon.bounds.all(pieces)
            if not any(lexicon.sentenced.all(pieces[max(0, first - _VERDICT) : first]))
            and not (
                kind == "at-most" and first and pieces[first - 1].fold in lexicon.moved
            )  # "went up to 5 percent"
        }

    def run(self, begun: Sequence[int]) -> Iterator[Quantity]:
        """Yield the figures that begin at one of the pieces *begun*, none overlapping."""
        done = 0
        for at in begun:
            if at < done or self._in_moment(self.pieces[at]) or self._joins_units(at):
                continue
            times = self._multiple(at) if self.pieces[at].kind is WordKind.NUMBER else None
            if times is not None:  # 3倍
                yield times
                end = times.span.end - self.passage.start
                done = next(
                    (n for n in range(at, len(self.pieces)) if self.pieces[n].start >= end),
                    len(self.pieces),
                )
                continue
            numeral = self._prefixed(at) or self._read(at)
            numeral = (numeral and self._share(numeral)) or numeral
            if numeral is None:
                counted = self._multiple(at) or self._dual(at)
                if counted is not None:
                    yield counted
                continue
            quantity, done = self._quantity(numeral)
            if quantity is not None:
                yield self._with_single(quantity, numeral.first)

    def _in_moment(self, piece: Piece) -> bool:
        return any(a < piece.end and piece.start < b for a, b in self.taken)

    def _read(self, at: int) -> Numeral | None:
        piece = self.pieces[at]
        if piece.kind is WordKind.NUMBER and _CLOCK.fullmatch(piece.fold):
            seconds = 0.0
            for part in piece.fold.replace(",", ".").split(":"):
                seconds = seconds * 60 + float(part)
            return Numeral(at, at + 1, seconds, kind="clock", digits=True)
        numeral = read_numeral(self.lex.numbers, self.pieces, at)
        if numeral is None and piece.fold in self.lex.numbers.articles:
            found = self.lex.units.match(self.pieces, at + 1)
            if found and dimension_of(found[0]) == "time":
                return Numeral(at, at + 1, 1.0, kind="article")
        if numeral is not None and any(self._in_moment(p) for p in self.pieces[at : numeral.end]):
            return None
        return numeral

    def _prefixed(self, at: int) -> Numeral | None:
        """Read ``第三`` and ``百分之三十``: what stands before the figure says what it is."""
        for phrases in (self.lex.ordinal_prefix, self.lex.percent_prefix):
            found = phrases.match(self.pieces, at)
            if found is not None and found[1] < len(self.pieces):
                numeral = self._read(found[1])
                if numeral is None or (found[0] == "every" and not self._is_every(numeral)):
                    continue
                if found[0] == "every":
                    share = 1 / numeral.value
                    return replace(
                        numeral, first=at, value=share, precision=_SHARE, kind="fraction"
                    )
                return replace(numeral, first=at, kind=found[0])
        return None

    def _is_every(self, numeral: Numeral) -> bool:
        """Whether ``jeder vierte`` is a quarter of people, rather than every fourth day."""
        timed = self.lex.units.match(self.pieces, numeral.end)
        return numeral.kind == "ordinal" and 1 < numeral.value <= _MOST_PARTS and not timed

    def _share(self, part: Numeral) -> Numeral | None:
        """Read ``two in five``, ``three out of ten`` and ``one farm in four`` as a fraction."""
        if (whole_first := self._share_of(part)) is not None:
            return whole_first
        found = self.lex.shares.match(self.pieces, part.end)
        if part.scale != 1 or part.kind not in ("cardinal", "article"):
            return None
        if not found and (found := self._share_behind(part)) and self._counts(found[1] + 1):
            return None  # "one farm in four villages"
        whole = self._read(found[1]) if found and found[1] < len(self.pieces) else None
        if whole is None or whole.kind != "cardinal" or whole.scale != 1:
            return None
        small = 0 < part.value < whole.value <= _MOST_PARTS
        if not small or self.lex.units.match(self.pieces, whole.end):
            return None
        value = part.value / whole.value
        return Numeral(part.first, whole.end, value, precision=_SHARE, kind="fraction")

    def _share_of(self, whole: Numeral) -> Numeral | None:
        """Read a share whose whole stands first: *5人に1人*, one in five."""
        found = self.lex.wholes.match(self.pieces, whole.end)
        part = self._read(found[1]) if found and found[1] < len(self.pieces) else None
        if part is None or whole.kind != "cardinal" or not 0 < part.value < whole.value:
            return None
        small = whole.value <= _HUNDRED and part.scale == whole.scale == 1
        value = part.value / whole.value
        return (
            Numeral(whole.first, part.end, value, precision=_SHARE, kind="fraction")
            if small
            else None
        )

    def _share_behind(self, part: Numeral) -> tuple[str, int] | None:
        """What makes a share of *one* behind the words for what is counted."""
        if part.value != 1:
            return None
        for at in range(part.end + 1, min(part.end + _NOUNS, len(self.pieces) - 1) + 1):
            if not self._counts(at - 1):
                return None
            if found := self.lex.shares.match(self.pieces, at):
                return found
        return None

    def _multiple(self, at: int) -> Quantity | None:
        found = self.lex.multiples.match(self.pieces, at)
        if found is None:
            return None
        span = self.passage.span(self.pieces[at].start, self.pieces[found[1] - 1].end)
        return Quantity(span, float(found[0]), unit="times", kind="multiple")

    def _dual(self, at: int) -> Quantity | None:
        """Return two of a unit where the number is a form of the noun: *شهرين*, two months."""
        found = self.lex.duals.match(self.pieces, at)
        if found is None:
            return None
        return self._made(Numeral(at, found[1], 2.0), None, found[0], "measure", found[1])

    def _quantity(self, numeral: Numeral) -> tuple[Quantity | None, int]:
        if numeral.kind == "percent":
            return self._made(numeral, None, "percent", "percent", numeral.end), numeral.end
        if numeral.kind == "fraction" and self.pieces[numeral.end - 1].fold in self.lex.tenths:
            more, end = self._hundredths(numeral.end)
            value, precision = 100 * numeral.value + more, _TENTH if not more else _HUNDREDTH
            share = replace(numeral, value=value, precision=precision, digits=False)
            return self._made(share, None, "percent", "percent", end), end
        if numeral.kind == "clock":
            return self._made(numeral, None, "clock", "score", numeral.end), numeral.end
        unit, first = self.lex.currency(self.pieces, numeral.first)
        end = numeral.end
        letter = end + (self._fold(end) == "-")
        power = _LETTERS.get(self._fold(letter), 0.0) if unit and numeral.digits else 0.0
        if power:  # $53m, $250-M
            numeral = replace(numeral, value=numeral.value * power, scale=power, end=letter + 1)
            numeral = replace(numeral, precision=numeral.precision * power)
            end = letter + 1
        ranged = numeral.kind in ("cardinal", "article")  # "two or three", "one or two"
        numeral, end = self._parted(numeral) if ranged else (numeral, end)
        high, end = self._range(first, numeral, end) if ranged else (None, end)
        if high is not None and numeral.kind == "article":
            numeral = replace(numeral, kind="cardinal")
        if high is not None and high.scale > 1 and numeral.scale == 1 and numeral.value < 1000:
            numeral = replace(numeral, value=numeral.value * high.scale, scale=high.scale)
        if high is not None and not numeral.digits:
            shared = self._shared_scale(numeral.value, high)
            numeral = replace(numeral, value=numeral.value * shared)
        numeral = numeral if numeral.first == first else replace(numeral, first=first)
        plain = numeral.scale == 1 and numeral.kind in ("cardinal", "article")
        if (
            plain
            and not unit
            and self._labelled(first)
            and not self.lex.units.match(self.pieces, end)
        ):
            return self._made(numeral, high, "", "identifier", end), end
        unit, end, extra = self._unit(numeral, unit, end)
        if high is None and unit and numeral.kind == "cardinal":
            high, end = self._repeated(numeral, unit, end)
        if numeral.kind == "ordinal" and unit == _PLAYED:  # it lasts from the 27th to the 28th
            numeral = replace(numeral, kind="cardinal", precision=_HALF_A_MINUTE)
        if extra:  # *a year and a half*: a number, however it begins
            numeral = replace(numeral, value=numeral.value + extra, kind="cardinal")
        counts = unit or (self._counts(end) and not self._is_period(numeral))
        if numeral.kind == "article" and not counts:
            return None, numeral.end
        kind = self._kind(numeral, high, unit, first)
        return self._made(numeral, high, unit, kind, end), end

    def _is_period(self, numeral: Numeral) -> bool:
        """Whether what may count names a period: *mỗi năm hai lần*, twice a year."""
        found = self.lex.per.match(self.pieces, numeral.first - 1) if numeral.first else None
        return found is not None and found[1] == numeral.end

    def _with_single(self, quantity: Quantity, first: int) -> Quantity:
        """Add the one unit before a figure where a language has no article: *год и два месяца*."""
        joined = first > 1 and self._fold(first - 1) in self.lex.numbers.joiners_of_units
        whole = self.lex.units.match(self.pieces, first - 2) if joined else None
        if whole is None or whole[1] != first - 1 or self._read_before(first - 2):
            return quantity
        if not dimension_of(quantity.unit) == dimension_of(whole[0]) == "time":
            return quantity
        more = in_base(1.0, whole[0]) / in_base(1.0, quantity.unit)
        if quantity.value >= more or quantity.high is not None:
            return quantity
        span = Span(self.passage.start + self.pieces[first - 2].start, quantity.span.end)
        return replace(quantity, span=span, value=round(quantity.value + more), kind="measure")

    def _joins_units(self, at: int) -> bool:
        """Whether a zero only stands between two units of one measure: *一年零两个月*."""
        if not 0 < at < len(self.pieces) - 1:
            return False
        joins = self._fold(at) in self.lex.numbers.joiners_of_units
        more = self._read(at + 1) if joins and self.lex.units.match(self.pieces, at - 1) else None
        return more is not None and self.lex.units.match(self.pieces, more.end) is not None

    def _read_before(self, at: int) -> bool:
        """Whether the piece before *at* counts or puts in order what stands at *at*."""
        before = self.pieces[at - 1] if at else None
        return before is not None and (
            before.kind is WordKind.NUMBER or self.lex.numbers.opens(before.fold)
        )

    def _hundredths(self, end: int) -> tuple[float, int]:
        """Return what follows tenths (2 in *一成二*, 5 in *三成半*) and where it ends."""
        if end >= len(self.pieces):
            return 0.0, end
        half = self.lex.numbers.halves.match(self.pieces, end)
        if half is not None:
            return 5.0, half[1]
        digit = self.lex.numbers.cardinals.match(self.pieces, end)
        counts = digit is not None and self.lex.units.match(self.pieces, digit[1]) is not None
        if digit is None or counts or not 0 < digit[0] < _TENTH * 2:
            return 0.0, end
        after = self._fold(digit[1])
        return digit if not after.isalnum() or after in self.lex.stop else (0.0, end)

    def _counts(self, end: int) -> bool:
        """Whether a word that could be counted follows ``one``."""
        return (
            end < len(self.pieces)
            and self.pieces[end].kind is WordKind.WORD
            and self.pieces[end].fold not in self.lex.stop
        )

    def _fold(self, at: int) -> str:
        return self.pieces[at].fold if 0 <= at < len(self.pieces) else ""

    def _labelled(self, first: int) -> bool:
        """Whether the figure names its noun (``Article 4``, ``No. 5``) rather than counts."""
        before = first - 2 if self._fold(first - 1) == "." else first - 1
        fold = self._fold(before)
        if fold == "no":
            return before == first - 2
        pointed = self._fold(before - 1) in self.lex.deictic  # so far this season 61 people
        return fold in self.lex.labels and not pointed

    def _parted(self, numeral: Numeral) -> tuple[Numeral, int]:
        """Return the first of two numbers that look like one: *بين عشرة آلاف وخمسة عشر ألفا*."""
        ranges, before = self.lex.ranges, self._before_bound(numeral.first)
        if self._fold(before) not in ranges.get("between", ()):
            return numeral, numeral.end
        for at in range(numeral.first + 1, numeral.end - 1):
            if self._fold(at) not in ranges.get("and", ()):
                continue
            low = read_numeral(self.lex.numbers, self.pieces[:at], numeral.first)
            high = read_numeral(self.lex.numbers, self.pieces, at + 1)
            ends = (low and low.end, high and high.end)
            if low and high and ends == (at, numeral.end) and low.value < high.value:
                return low, at
        return numeral, numeral.end

    def _range(self, first: int, low: Numeral, end: int) -> tuple[Numeral | None, int]:
        """Return the upper end of a range, and where it ends."""
        ranges, before = self.lex.ranges, self._before_bound(first)
        split = self._fold(end) == "-" and self._fold(end + 1) in ranges.get("to", ())
        end += split  # zwei- bis dreihundert
        word = self._fold(end)
        between = self._fold(before) in ranges.get("between", ())
        joins = word in ranges.get("or", ()) or (between and word in ranges.get("and", ()))
        if word in ranges.get("to", ()):
            turned = self._fold(before) in ranges.get("from", ()) or self._role(first) == "by"
            joins = word in "-–—‑" or not turned
        opened = joins
        joins = joins or word in ranges.get("score", ())
        if not joins or end + 1 >= len(self.pieces):
            return None, end
        at = end + 1 + (self._fold(end + 1) == "+")
        high = read_numeral(self.lex.numbers, self.pieces, at) if at < len(self.pieces) else None
        if high is None or high.kind != "cardinal" or self._in_moment(self.pieces[at]):
            return None, end
        whole = low.value * (high.scale if low.scale == 1 else 1)
        if word in ranges.get("score", ()) and whole >= high.value:
            glued = self.pieces[high.first].start == self.pieces[end].end
            digits = glued and low.digits and high.digits and word.isalpha()  # 3比1
            plain = low.scale == high.scale == 1 and (high.value > 1 or digits)
            plain = plain and not self.lex.units.match(self.pieces, high.end)
            plain = plain and self.pieces[high.end - 1].fold[-1] not in self.lex.by_symbol
            return (high, high.end) if plain and not self._before_change(first) else (None, end)
        if not opened or self._measures_apart(end, high.end):
            return None, end
        tight = self.pieces[end].end == self.pieces[at].start
        if whole >= high.value and not (word in "-–—‑:" and tight):
            return None, end
        return high, high.end

    def _shared_scale(self, low: float, high: Numeral) -> float:
        """The hundred or the dozen that is said of both ends: *five or six hundred*."""
        if high.value % _HUNDRED == 0 and low < high.value / _HUNDRED < _TEN:
            return _HUNDRED
        for table in (self.lex.numbers.scales, self.lex.numbers.collectives):
            found = table.match(self.pieces, high.end - 1)
            if found is not None and found[0] < _HUNDRED and low < high.value / found[0] < _TEN:
                return found[0]
        return 1.0

    def _measures_apart(self, low: int, high: int) -> bool:
        """Whether only the lower figure has a sign, and another unit follows: *4.1% to 37.9 tons*.

        The arguments are where the figures end; a range may give its unit at its end alone.
        """
        by = self.lex.by_symbol
        one, two = (self.pieces[end - 1].fold[-1] for end in (low, high))
        if one not in by or two in by:
            return False
        unit = self.lex.units.match(self.pieces, high)
        return unit is None or unit[0] != by[one]

    def _before_change(self, first: int) -> bool:
        """Whether the figure is how far something fell or rose: *slowed from 5 to 3*."""
        return self._role(first) == "from" or self.lex.changed(self.pieces, first)

    def _repeated(self, low: Numeral, unit: str, end: int) -> tuple[Numeral | None, int]:
        """Read on in ``100 m to 300 m``; ``rose 5 percent to 71 percent`` is no range."""
        moved = self._fold(low.first - 1) in self.lex.ranges.get("moved", ())
        changed = moved or self.lex.changed(self.pieces, low.first)
        high, at = (None, end) if changed else self._range(low.first, low, end)
        if high is None:
            return None, end
        other, at, _ = self._unit(high, "", at)
        return (high, at) if other == unit else (None, end)

    def _before_bound(self, first: int) -> int:
        bound = self.bounds.get(first)
        return (bound[1] if bound else first) - 1

    def _unit(self, numeral: Numeral, unit: str, end: int) -> tuple[str, int, float]:
        """Return the unit with its rate, where it ends, and a half that follows it."""
        last = self.pieces[end - 1]
        extra = 0.0
        if last.kind is WordKind.NUMBER and last.fold[-1] in "%‰٪":
            unit = self.lex.by_symbol[last.fold[-1]]
        elif not unit:
            at = end + 1 if self._fold(end) == "-" else end
            found = self.lex.units.match(self.pieces, at)
            if found is None and self._fold(at) in self.lex.numbers.further:
                found = self.lex.units.match(self.pieces, at + 1)
            if found is not None and (numeral.kind != "ordinal" or found[0] == _PLAYED):
                unit, end = found
                half = self.lex.numbers.halves.match(self.pieces, end)
                if half and (dimension_of(unit) == "time" or self._closes(half[1])):
                    extra, end = half
        elif self._fold(end) and numeral.kind != "ordinal":
            found = self.lex.units.match(self.pieces, end)
            if found is not None and dimension_of(found[0]) == "money":
                end = found[1]
        if unit == _POUND and self._weighs(numeral.first, end):
            unit = _POUND_OF_MASS
        if "/" not in unit:
            per = self._per(end)
            if per is not None and (unit or self._fold(end) in ("per", "/")):
                unit, end = f"{unit}/{per[0]}", per[1]
            elif unit and (rate := self._rate_after(end) or self._rate_before(numeral.first)):
                unit = f"{unit}/{rate}"
        return unit, end, extra

    def _closes(self, at: int) -> bool:
        """Whether a figure ends at piece *at*, so that a half before it counts nothing else."""
        return not self._fold(at).isalpha() or self.lex.is_grammar(self.pieces[at])

    def _weighs(self, first: int, end: int) -> bool:
        """Whether something weighs so much: *weighs 84 pounds*, *84 pounds lighter*."""
        beside = {self._fold(self._before_bound(first)), self._fold(end)}
        return not beside.isdisjoint(self.lex.weighing)

    def _per(self, at: int) -> tuple[str, int] | None:
        """Return the rate named at piece *at*, and where it ends; *a year earlier* is none."""
        found = self.lex.per.match(self.pieces, at)
        return None if found and self._fold(found[1]) in self.lex.no_rate else found

    def _rate_after(self, end: int) -> str:
        """Return the rate behind what is measured: *80 tonnes of fine dust per year*."""
        linked = self._fold(end) in self.lex.links
        for at in range(end + 1 + linked, end + _MEASURED + 1 + linked):
            between = self.pieces[end + linked : at]
            if any(p.kind is not WordKind.WORD for p in between):
                return ""
            if not linked and any(p.fold in self.lex.stop for p in between):
                return ""
            found = self._per(at)
            if found is not None:
                return found[0]
        return ""

    def _count_rate(self, end: int) -> str:
        """Return the rate behind what is counted: *14 flights a day*."""
        rate = self._rate_after(end)
        return rate if dimension_of(rate) == "time" else ""

    def _rate_before(self, first: int) -> str:
        """Return the rate before its figure, in Chinese and Japanese: *每月运煤100吨*."""
        if self.passage.lang not in UNSPACED:
            return ""
        for at in range(first - 1, max(-1, first - _AHEAD), -1):
            if self.pieces[at].kind is not WordKind.WORD:
                return ""
            found = self._per(at)
            if found is not None:
                return found[0]
        return ""

    def _kind(self, numeral: Numeral, high: Numeral | None, unit: str, first: int) -> str:
        if high is not None and numeral.value >= high.value:
            return "score"
        if numeral.kind == "fraction" and dimension_of(unit) == "points":
            return "percent"  # a quarter of a percentage point
        if numeral.kind != "cardinal":
            return numeral.kind
        if unit in _AGES or self._fold(self._before_bound(first)) in self.lex.age_before:
            return "age"
        kinds = {"share": "percent", "points": "percent", "money": "money"}
        return kinds.get(dimension_of(unit), "measure" if unit else "cardinal")

    def _made(
        self, numeral: Numeral, high: Numeral | None, unit: str, kind: str, end: int
    ) -> Quantity:
        first = numeral.first
        plain, _, per = unit.partition("/")
        if kind == "cardinal" and not unit:
            per = self._count_rate(end)
        if kind == "age" and not plain:
            plain = "year"
        bound, bound_at = self._bound(numeral, high, plain, end)
        bare = not plain and bound is Bound.EXACT and self._follows_minus(first)
        if (dimension_of(plain) == "temperature" and self._below_zero(first, end)) or bare:
            numeral = replace(numeral, value=-numeral.value)
        start = self.pieces[first].start
        nouns = self._label(first) if kind == "identifier" else self._nouns(end)
        return Quantity(
            self.passage.span(start, self.pieces[end - 1].end),
            numeral.value,
            None if high is None else high.value,
            _AGES.get(plain, plain),
            bound,
            nouns[0] if nouns else "",
            per,
            kind,
            numeral.scale,
            numeral.precision,
            nouns=nouns,
            role=self._role(first),
            bound_span=None if bound_at is None else self.passage.span(*bound_at),
        )

    def _follows_minus(self, first: int) -> bool:
        """Whether a minus in words stands right before the figure: *fell to minus 47*."""
        return first > 0 and self.lex.minus.match(self.pieces, first - 1) is not None

    def _below_zero(self, first: int, end: int) -> bool:
        """Whether a minus stands before the figure, or words that mean it around it."""
        before = self.pieces[first - 1] if first else None
        if before is not None and before.fold in _MINUS:
            return before.end == self.pieces[first].start
        ahead = (self.lex.minus.match(self.pieces, first - n) for n in (1, 2, 3) if first >= n)
        named = any(found is not None and found[1] <= first for found in ahead)
        return named or self.lex.minus_after.match(self.pieces, end) is not None

    def _bound(
        self, numeral: Numeral, high: Numeral | None, unit: str, end: int
    ) -> tuple[Bound, tuple[int, int] | None]:
        first = numeral.first
        before = self.bounds.get(first) or self._bound_before_role(first)
        if before is not None and not (before[0] == "about" and self._limited(end)):
            if self.lex.is_role(self.pieces, before[1], first):
                return Bound.EXACT, None
            loose = self.pieces[before[1]].fold in self.lex.loose and first - before[1] == 1
            if not (loose and dimension_of(unit) == "time"):
                bound, opened = self._turned(Bound(before[0]), before[1])
                return bound, (self.pieces[opened].start, self.pieces[first - 1].end)
        for at in (end, end + 1):
            after = self.lex.bounds_after.match(self.pieces, at)
            if after is not None:
                return Bound(after[0]), (self.pieces[at].start, self.pieces[after[1] - 1].end)
        afar = self._bound_afar(first)
        if afar is not None:
            return afar
        if numeral.more:
            return Bound.MORE, None
        if numeral.about:
            return Bound.ABOUT, None
        return (Bound.RANGE if high is not None else Bound.EXACT), None

    def _limited(self, end: int) -> bool:
        """Whether a limit stands behind a figure that is only about right: *some 700 at most*."""
        found = (self.lex.bounds_after.match(self.pieces, at) for at in (end, end + 1))
        return any(after is not None and after[0] in _LIMITS for after in found)

    def _bound_afar(self, first: int) -> tuple[Bound, tuple[int, int]] | None:
        """Return the bound before the verb of the figure: 至少造成九人死亡."""
        for at in range(first - 1, max(-1, first - _AFAR - 1), -1):
            if self.pieces[at].kind is not WordKind.WORD:
                return None
            found = self.lex.bounds_afar.match(self.pieces, at)
            if found is not None and found[1] <= first:
                return Bound(found[0]), (self.pieces[at].start, self.pieces[found[1] - 1].end)
        return None

    def _bound_before_role(self, first: int) -> tuple[str, int] | None:
        """Return the bound in ``более чем на 60 %``, where the word of change follows it.

        Or a preposition: ``не менее чем в 300 млн``, at a cost of no less.
        """
        if first < 2:
            return None
        role = self.lex.roles.match(self.pieces, first - 1)
        governed = f"{self._fold(first - 2)} {self._fold(first - 1)}" in self.lex.through
        return self.bounds.get(first - 1) if governed or (role and role[1] == first) else None

    def _turned(self, bound: Bound, first: int) -> tuple[Bound, int]:
        """Return the bound that a denial before it makes, and where it begins.

        *Will not exceed ten* is *at most ten*; *will not cost less than ten* is *at least ten*.
        """
        if bound not in _DENIED:
            return bound, first
        for at in range(max(0, first - _DENIAL), first):
            found = self.lex.denials.match(self.pieces, at)
            between = self.pieces[found[1] : first] if found else ()
            verbs = sum(not self.lex.is_grammar(piece) for piece in between)
            if found and found[1] <= first and verbs <= (bound is Bound.LESS):
                return _DENIED[bound], at
        return bound, first

    def _role(self, first: int) -> str:
        """``to``, ``by`` or ``from``: how a change uses the figure."""
        own = self.lex.roles.match(self.pieces, first)  # "by a third" is listed as it stands
        if own:
            return own[0]
        before = self._before_bound(first)
        bound = self.bounds.get(first)
        if bound is not None and self.lex.is_role(self.pieces, bound[1], first):
            before = first - 1
        if self._fold(before) in self.lex.ranges.get("between", ()):
            before -= 1
        found = self.lex.roles.before(self.pieces, before + 1, _ROLE)  # "alle bis auf", not "auf"
        return found[0] if found else ""

    def _label(self, first: int) -> tuple[str, ...]:
        at = first - 2 if self._fold(first - 1) == "." else first - 1
        return (self.pieces[at].stem,)

    def _nouns(self, end: int) -> tuple[str, ...]:
        found: list[str] = []
        for piece in self.pieces[end + (self._fold(end) == "-") :]:
            full = len(found) == _NOUNS or piece.kind is not WordKind.WORD
            if full or piece.fold in self.lex.stop:
                break
            if piece.fold not in self.lex.links:
                found.append(piece.stem)
        return tuple(found)
