"""How a language writes dates: the templates and word lists of ``[dates]`` in its pack.

A template is a row of elements, such as ``month day ,? year?`` or ``year 年 month# 月 day 日|号``:
``day``, ``nth`` (``25th``), ``day2`` and ``nth2`` (the end of a range), ``month`` (by name),
``month#`` (by number), ``year``, ``quarter#``, ``q#`` (``Q3``), ``half#``, ``decade``, ``weekday``,
``last``/``this``/``next`` (the lists of these names), or words. ``a|b`` is a choice, ``?`` makes an
element optional, ``<…>`` must stand before the date and is not part of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import regex
import tomli

from transdiff.language.clock import ClockGrammar, clock_grammar
from transdiff.language.number_words import NumberWords, number_words
from transdiff.language.pack import Pack, load_pack
from transdiff.language.phrases import Phrases
from transdiff.lazy import lazy

RELATED = ("last", "this", "next")
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
SHORT_QUARTER = regex.compile(r"q([1-4])")
ELEMENTS = frozenset(
    [
        "day",
        "nth",
        "day2",
        "nth2",
        "month",
        "month#",
        "year",
        "quarter#",
        "q#",
        "half#",
        "decade",
        "weekday",
        "last",
        "this",
        "next",
    ]
)
"""Names that are read as a part of a date; every other name is a word of the template."""


Element = tuple[tuple[str, ...], bool]


@dataclass(frozen=True)
class Template:
    """A row of elements, each a choice of names and whether it may lack; what must stand before.

    ``wanted`` are the words of the row itself: of each set a sentence without any has no such date.
    """

    before: frozenset[str]
    elements: tuple[Element, ...]
    wanted: tuple[frozenset[str], ...]


@dataclass(frozen=True)
class DateGrammar:
    """How one language writes dates."""

    months: Phrases[int]
    weekdays: Phrases[int]
    templates: tuple[Template, ...]
    relative: Phrases[str]
    edges: Phrases[str]
    portions: Phrases[str]
    portions_behind: Phrases[str]
    portion_links: Phrases[int]
    night_links: Phrases[int]
    lists: Mapping[str, Phrases[int]]
    numbers: NumberWords
    clock: ClockGrammar
    capitalised: bool
    noun_capitals: bool
    doubtful: frozenset[str]
    led_by: frozenset[str]
    spans_led_by: frozenset[str]
    month_first: bool
    counted: frozenset[str]
    ordinal_days: bool

    def spells_days(self, fold: str) -> bool:
        """Whether the language writes the number of a day in words like *fold*."""
        spelt = self.ordinal_days or bool(self.numbers.infix) or self.numbers.glued
        return spelt or not fold.isascii()

    @lazy
    def words(self) -> frozenset[str]:
        """Every word in the templates."""
        names = (name for t in self.templates for names, _ in t.elements for name in names)
        return frozenset(names) - ELEMENTS


@lru_cache(maxsize=1)
def _calendar() -> Mapping[str, Any]:
    text = (resources.files("transdiff.language") / "calendar.toml").read_text(encoding="utf-8")
    return tomli.loads(text)


@lru_cache(maxsize=64)
def calendar_names(pack: Pack, key: str) -> tuple[tuple[str, int], ...]:
    """Return the names of the ``months`` or ``weekdays`` of the language, with their numbers."""
    tables = _calendar().get(pack.lang, {}).get(key, {}), pack.section("dates").get(key, {})
    return tuple((w, int(n)) for table in tables for n, words in table.items() for w in words)


@lru_cache(maxsize=32)
def date_grammar(pack: Pack) -> DateGrammar:
    """Return how the language of *pack* writes dates, built once."""
    data = pack.section("dates")
    never = frozenset(data.get("not-dates", ()))

    def table(key: str) -> Phrases[int]:
        pairs = [*calendar_names(pack, key)]
        pairs += [(w + end, n) for end in data.get("genitives", ()) for w, n in pairs]
        return Phrases([p for p in pairs if p[0] not in never], pack.lang)

    lists = {k: Phrases([(w, 0) for w in data.get(k, ())], pack.lang) for k in RELATED}
    return DateGrammar(
        months=table("months"),
        weekdays=table("weekdays"),
        templates=tuple(map(_parse, data.get("templates", ()))),
        relative=Phrases.inverted(data.get("relative", {}), pack.lang),
        edges=Phrases.inverted(data.get("edges", {}), pack.lang),
        portions=Phrases.inverted(data.get("portions", {}), pack.lang),
        portions_behind=Phrases.inverted(data.get("portions-behind", {}), pack.lang),
        portion_links=Phrases([(w, 0) for w in data.get("portion-links", ())], pack.lang),
        night_links=Phrases([(w, 0) for w in data.get("night-links", ())], pack.lang),
        lists=lists,
        numbers=number_words(pack),
        clock=clock_grammar(pack),
        capitalised=bool(data.get("capitalised", False)),
        noun_capitals=bool(pack.section("negation").get("capital-nouns", False)),
        doubtful=frozenset(data.get("doubtful", ())),
        led_by=frozenset(data.get("led-by", ())),
        spans_led_by=frozenset(data.get("spans-led-by", ())),
        month_first=bool(data.get("month-first", False)),
        counted=frozenset(pack.section("numbers").get("stop", ())),
        ordinal_days=bool(data.get("ordinal-days", False)),
    )


CLOCK, RELATIVE, NUMBER, PORTION = "<clock>", "<relative>", "<number>", "<portion>"
"""Not elements: what a time of day or a phrase of ``[dates.relative]`` begins with; figures; what a
phrase of ``[dates.portions]`` begins with."""
_ORDINALS = frozenset(["quarter#", "half#"])
_DAYS = frozenset(["day", "nth", "day2", "nth2", "month#"])
_FIGURES = _DAYS | {"year", "decade", "q#"}
Parts = frozenset[str]


@lru_cache(maxsize=65536)
def parts_of(lang: str, fold: str, number: bool) -> Parts:
    """Return what the word *fold* may be in a date or begin there; of most words, nothing."""
    grammar = date_grammar(load_pack(lang))
    found = set(_elements(grammar, fold, number))
    if fold in grammar.words:
        found.add(fold)
    if any(c.isdecimal() for c in fold) or grammar.clock.opens(fold):
        found.add(CLOCK)
    if grammar.relative.opens(fold):
        found.add(RELATIVE)
    if grammar.portions.opens(fold):
        found.add(PORTION)
    if number:
        found.add(NUMBER)
    return frozenset(found)


@lru_cache(maxsize=16384)
def templates_for(lang: str, first: Parts, second: Parts) -> tuple[Template, ...]:
    """Return the templates that a date may follow which begins with two such words."""
    grammar = date_grammar(load_pack(lang))
    return tuple(t for t in grammar.templates if _fits(t.elements, first, second))


def _fits(elements: Sequence[Element], first: Parts, second: Parts | None) -> bool:
    """Whether a row of elements may begin with two words; a name may be several words long.

    A day or a year in figures is one word.
    """
    for n, (names, optional) in enumerate(elements, 1):
        for name in names:
            if name not in first:
                continue
            complete = all(optional for _, optional in elements[n:])
            long = name in ELEMENTS and not (NUMBER in first and name in _FIGURES)
            if long or second is None or complete:
                return True
            if _fits(elements[n:], second, None):
                return True
        if not optional:
            return False
    return False


def _elements(grammar: DateGrammar, fold: str, number: bool) -> Iterator[str]:
    """Yield the elements that the word *fold* may be or begin."""
    tables = {"month": grammar.months, "weekday": grammar.weekdays, **grammar.lists}
    yield from (name for name, table in tables.items() if table.opens(fold))
    counts = number or grammar.numbers.opens(fold)
    if number or (counts and grammar.spells_days(fold)):
        yield from _DAYS
    if counts or fold in ROMAN:
        yield from _ORDINALS
    if number:
        yield from ("year", "decade")
    if SHORT_QUARTER.fullmatch(fold):
        yield "q#"


def _parse(source: str) -> Template:
    before: frozenset[str] = frozenset()
    elements = []
    for part in source.split():
        if part.startswith("<"):
            before = frozenset(part.strip("<>").split("|"))
            continue
        optional = len(part) > 1 and part.endswith("?")
        elements.append((tuple((part[:-1] if optional else part).split("|")), optional))
    wanted = (frozenset(names) for names, optional in elements if not optional)
    return Template(before, tuple(elements), tuple(w for w in wanted if not w & ELEMENTS))
