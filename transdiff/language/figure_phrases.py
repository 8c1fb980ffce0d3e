"""The phrases around figures in one language: units, bounds, ranges, rates, labels."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from transdiff.facts import WordKind
from transdiff.language.content import function_words
from transdiff.language.number_words import NumberWords, number_words
from transdiff.language.pack import Pack
from transdiff.language.patterns import has_spaces
from transdiff.language.phrases import Phrases, Piece
from transdiff.language.units import currency_phrases, unit_names, unit_phrases, units
from transdiff.lazy import lazy

PRICED = frozenset({"length", "area", "volume", "mass", "energy"})
"""What goods are measured in, so that a price or a yield is one of it."""


@dataclass(frozen=True)
class FigurePhrases:
    """The phrases around figures in one language."""

    numbers: NumberWords
    units: Phrases[str]
    money: Phrases[str]
    per: Phrases[str]
    bounds: Phrases[str]
    sentenced: Phrases[str]
    bounds_after: Phrases[str]
    bounds_afar: Phrases[str]
    qualifiers: Phrases[str]
    roles: Phrases[str]
    changes: Phrases[str]
    multiples: Phrases[str]
    counted: Phrases[tuple[float, str]]
    ordinal_prefix: Phrases[str]
    percent_prefix: Phrases[str]
    tenths: frozenset[str]
    labels: frozenset[str]
    deictic: frozenset[str]
    age_before: Phrases[str]
    stop: frozenset[str]
    links: frozenset[str]
    ranges: Mapping[str, frozenset[str]]
    shares: Phrases[str]
    wholes: Phrases[str]
    wholes_behind: Phrases[str]
    denials: Phrases[str]
    denying: frozenset[str]
    reaching: Phrases[str]
    minus: Phrases[str]
    minus_after: Phrases[str]
    grammar: frozenset[str]
    no_rate: frozenset[str]
    loose: frozenset[str]
    moved: frozenset[str]
    verbal: frozenset[str]
    through: frozenset[str]
    across: frozenset[str]
    definite: frozenset[str]
    idle: Phrases[str]
    decades: Phrases[float]
    decade_parts: Phrases[str]
    span_of: frozenset[str]
    points: frozenset[str]
    weighing: frozenset[str]
    by_symbol: Mapping[str, str] = field(default_factory=dict)

    def beginnings(self, pieces: Sequence[Piece]) -> list[int]:
        """Where any figure may begin: most words are passed over."""
        opens, word, number = self._opens, WordKind.WORD, WordKind.NUMBER
        return [
            at
            for at, piece in enumerate(pieces)
            if (opens(piece.fold) if piece.kind is word else piece.kind is number)
        ]

    @lazy
    def _opens(self) -> Callable[[str], bool]:
        named = (self.multiples, self.counted, self.decades, self.decade_parts)
        tables = (self.ordinal_prefix, self.percent_prefix, self.numbers, *named)
        return lru_cache(maxsize=16384)(lambda fold: any(table.opens(fold) for table in tables))

    def is_grammar(self, piece: Piece) -> bool:
        """Whether *piece* is a function word."""
        return piece.fold in self.grammar

    def currency(self, pieces: Sequence[Piece], at: int) -> tuple[str, int]:
        """Return the currency before a figure and where the figure begins with it."""
        piece = pieces[at]
        symbol = piece.fold[0]
        if piece.kind is WordKind.NUMBER and not symbol.isdecimal():
            before = pieces[at - 1] if at else None
            glued = before is not None and before.end == piece.start
            wide = self.by_symbol.get(before.fold + symbol) if glued and before else None
            return (wide, at - 1) if wide else (self.by_symbol.get(symbol, ""), at)
        for back in (1, 2, 3):
            found = self.money.match(pieces, at - back) if at >= back else None
            if found and found[1] == at:
                return found[0], at - back
        return "", at

    def is_role(self, pieces: Sequence[Piece], start: int, end: int) -> bool:
        """Whether ``до`` or ``hasta`` after a verb of change means *to*, not *up to*."""
        found = self.roles.match(pieces, start)
        if found is None or found[1] != end:
            return False
        return self.changed(pieces, start)

    def changed(self, pieces: Sequence[Piece], first: int) -> bool:
        """Whether a word of rise or fall stands just before piece *first*."""
        near = range(max(0, first - 5), first)
        return any(self.changes.match(pieces, at) for at in near)


def _rates(pack: Pack) -> Mapping[str, Sequence[str]]:
    """Return what makes a rate: the listed phrases, and the names of goods' measures behind *per*.

    A price is one of a tonne, a litre or a megawatt hour.
    """
    names = pack.section("units")
    openers = pack.section("numbers").get("rates", {}).get("each", ())
    found = {unit: [*phrases] for unit, phrases in names.get("per", {}).items()}
    for unit in (u for u in units().values() if u.dimension in PRICED):
        called = (*unit_names(pack, unit), *unit.symbols)
        found.setdefault(unit.id, []).extend(_joined(o, name) for o in openers for name in called)
    return found


def _counted(numbers: Mapping[str, Any]) -> Iterator[tuple[str, tuple[float, str]]]:
    """Yield the words that are a number and its unit in one: *شهرين*, *полгода*."""
    for name, value in (("duals", 2.0), ("half-units", 0.5)):
        for unit, phrases in numbers.get(name, {}).items():
            yield from ((phrase, (value, unit)) for phrase in phrases)


def _joined(opener: str, name: str) -> str:
    """Put *opener* before *name*, apart where the script parts words: *per tonne*, 每吨."""
    apart = opener[-1].isalpha() and has_spaces(opener[-1])
    return f"{opener} {name}" if apart else opener + name


@lru_cache(maxsize=32)
def figure_phrases(pack: Pack) -> FigurePhrases:
    """Return the phrases around figures of *pack*, built once."""
    data = pack.section("numbers")
    ranges = data.get("ranges", {})
    symbols = {s.casefold(): u.id for u in units().values() for s in u.symbols}
    return FigurePhrases(
        numbers=number_words(pack),
        units=unit_phrases(pack),
        money=currency_phrases(pack),
        per=Phrases.inverted(_rates(pack), pack.lang),
        bounds=Phrases.inverted(data.get("bounds", {}), pack.lang),
        sentenced=Phrases([(w, "term") for w in data.get("sentenced", ())], pack.lang),
        bounds_after=Phrases.inverted(data.get("bounds-after", {}), pack.lang),
        bounds_afar=Phrases.inverted(data.get("bounds-afar", {}), pack.lang),
        qualifiers=Phrases(((p, "") for p in data.get("qualifiers", ())), pack.lang),
        roles=Phrases.inverted(pack.section("comparison").get("roles", {}), pack.lang),
        changes=Phrases.inverted(pack.section("comparison").get("directions", {}), pack.lang),
        multiples=Phrases.inverted(data.get("multiples", {}), pack.lang),
        counted=Phrases(_counted(data), pack.lang),
        ordinal_prefix=Phrases(
            [
                *((w, "ordinal") for w in data.get("ordinal-prefix", ())),
                *((w, "every") for w in ranges.get("every", ())),
            ],
            pack.lang,
        ),
        percent_prefix=Phrases([(w, "percent") for w in data.get("percent-prefix", ())], pack.lang),
        tenths=frozenset(data.get("tenths", ())),
        labels=frozenset(data.get("labels", ())),
        deictic=frozenset(data.get("deictic", ())),
        age_before=Phrases([(w, "age") for w in data.get("age-before", ())], pack.lang),
        stop=frozenset(data.get("stop", ())),
        links=frozenset(data.get("links", ())),
        ranges={k: frozenset(v) for k, v in ranges.items()},
        wholes=Phrases([(w, "whole") for w in ranges.get("whole", ())], pack.lang),
        wholes_behind=Phrases([(w, "whole") for w in ranges.get("whole-behind", ())], pack.lang),
        shares=Phrases([(w, "share") for w in ranges.get("share", ())], pack.lang),
        denials=Phrases([(w, "not") for w in pack.words("negation", "not")], pack.lang),
        denying=frozenset(pack.words("negation", "second")),
        reaching=Phrases([(w, "") for w in data.get("reaching", ())], pack.lang),
        minus=Phrases([(w, "minus") for w in data.get("minus", ())], pack.lang),
        minus_after=Phrases([(w, "minus") for w in data.get("minus-after", ())], pack.lang),
        grammar=function_words(pack.lang),
        no_rate=frozenset(data.get("rates", {}).get("not-before", ())),
        loose=frozenset(data.get("bounds-not-time", ("over",))),
        moved=frozenset(data.get("bounds-moved", ())),
        verbal=frozenset(data.get("bounds-verbal", ())),
        through=frozenset(data.get("bounds-through", ())),
        across=frozenset(data.get("bounds-across", ())),
        definite=frozenset(data.get("definite", ())),
        idle=Phrases(((p, p) for p in data.get("idle", ())), pack.lang),
        span_of=frozenset(data.get("span-of", ())),
        decades=Phrases(
            ((w, float(n)) for n, ws in data.get("decades", {}).items() for w in ws), pack.lang
        ),
        decade_parts=Phrases.inverted(data.get("decade-parts", {}), pack.lang),
        points=frozenset(data.get("points", ())),
        weighing=frozenset(data.get("weighing", ())),
        by_symbol=symbols,
    )
