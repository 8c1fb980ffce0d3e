"""Units of measure and money: what converts into what, and what a word or symbol means.

``units.toml`` holds what is true everywhere (dimension, factor, symbols), the section ``[units]``
of a pack the names in one language. A unit written ``barrel/day`` carries its rate.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import tomli

from transdiff.language.pack import Pack, load_pack
from transdiff.language.phrases import Phrases
from transdiff.language.words import stem_word

_PREFIXES = "prefixes"
"""The table of the metric prefixes: what they are worth, and in a pack what they are called."""
EXACT_SHARE = 0.03
"""Share of a value that a conversion between systems may be off by rounding."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit; ``value * factor + offset`` is the amount in the base unit of its dimension.

    ``stems`` begin its name in languages that have no pack.
    """

    id: str
    dimension: str
    factor: float = 1.0
    offset: float = 0.0
    family: str = ""
    symbols: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    of: str = ""
    prefix: str = ""
    stems: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def units() -> Mapping[str, Unit]:
    """Return every unit by its identifier."""
    text = (resources.files("transdiff.language") / "units.toml").read_text(encoding="utf-8")
    tables = tomli.loads(text)
    prefixes = tables.pop(_PREFIXES)
    return {
        name: Unit(
            name,
            dimension,
            _factor(table, data, prefixes),
            float(data.get("offset", 0.0)),
            str(data.get("family", "")),
            tuple(data.get("symbols", ())),
            tuple(data.get("whole", ())),
            str(data.get("of", "")),
            str(data.get("prefix", "")),
            tuple(data.get("stems", ())),
        )
        for dimension, table in tables.items()
        for name, data in table.items()
    }


def _factor(
    table: Mapping[str, Mapping[str, Any]], data: Mapping[str, Any], prefixes: Mapping[str, float]
) -> float:
    """Return how many base units one is: what its prefix makes of the unit that it is of."""
    if "of" not in data:
        return float(data.get("factor", 1.0))
    return prefixes[data["prefix"]] * _factor(table, table[data["of"]], prefixes)


@lru_cache(maxsize=32)
def unit_phrases(pack: Pack) -> Phrases[str]:
    """Return the names and symbols of units after a figure."""
    return Phrases(_names(pack), pack.lang)


def _names(pack: Pack) -> Iterator[tuple[str, str]]:
    for unit in units().values():
        stems = unit.stems if pack.generic else ()
        for name in (*unit.symbols, *unit_names(pack, unit), *stems):
            yield name, unit.id
    for unit_id, names in pack.section("units").items():
        if isinstance(names, list) and unit_id not in units():
            for name in names:
                yield name, unit_id


def unit_names(pack: Pack, unit: Unit) -> tuple[str, ...]:
    """Return what a unit is called: as the pack lists it, or by a prefix: *milli* and *gram*."""
    section = pack.section("units")
    listed = tuple(section.get(unit.id, ()))
    ways = section.get(_PREFIXES, {}).get(unit.prefix, ()) if unit.of else ()
    return (*listed, *(way + name for way in ways for name in section.get(unit.of, ())))


@lru_cache(maxsize=32)
def currency_phrases(pack: Pack) -> Phrases[str]:
    """Return what stands for money before a figure: ``$``, ``US$``, ``EUR``, ``Rs``."""
    found = [(s, u.id) for u in units().values() if u.dimension == "money" for s in u.symbols]
    return Phrases(found, pack.lang)


@lru_cache(maxsize=32)
def time_stems(lang: str) -> dict[str, str]:
    """Return the unit of time that each stem of *lang* names."""
    return {
        stem_word(name, lang): unit
        for unit, forms in load_pack(lang).section("units").items()
        if dimension_of(unit) == "time"
        for name in forms
    }


def dimension_of(unit: str) -> str:
    """Return what *unit* measures; a unit of no table (and none) measures nothing known."""
    known = units().get(unit.partition("/")[0])
    return known.dimension if known else ""


def divides(coin: str, unit: str) -> bool:
    """Whether a hundred of *coin* are one *unit*: pence are of pounds, cents of dollars."""
    small, large = units().get(coin), units().get(unit)
    if small is None or large is None:
        return False
    return not {unit, large.family}.isdisjoint(small.whole)


def same_unit(a: str, b: str) -> bool:
    """Whether two units are one, or one is the bare name of the other's family (``dollar``)."""
    if a == b:
        return True
    one, two = units().get(a), units().get(b)
    if one is None or two is None:
        return False
    if {a, b} <= {"yen-or-yuan", "JPY", "CNY"}:
        return "yen-or-yuan" in (a, b)
    if {"degree"} & {a, b} and one.dimension == two.dimension == "temperature":
        return True
    return bool(one.family) and one.family == two.family and one.family in (a, b)


def is_other_dollar(unit: str) -> bool:
    """Whether a unit is the dollar of another country than the United States."""
    known = units().get(unit)
    return known is not None and known.family == "dollar" and unit not in ("dollar", "USD")


def convertible(a: str, b: str) -> bool:
    """Whether an amount in *a* can be given in *b*."""
    dimension = dimension_of(a)
    if same_unit(a, b):
        return True
    return bool(dimension) and dimension == dimension_of(b) and dimension != "money"


def in_base(value: float, unit: str) -> float:
    """Return *value* in the base unit of its dimension; money and bare counts stay as they are."""
    known = units().get(unit.partition("/")[0])
    return value if known is None else value * known.factor + known.offset


def days_in(unit: str) -> float:
    """Return how many days a *unit* of time has."""
    return in_base(1.0, unit) / in_base(1.0, "day")


def in_base_step(step: float, unit: str) -> float:
    """Return a difference of values in base units (an offset does not touch it)."""
    known = units().get(unit.partition("/")[0])
    return step if known is None else step * known.factor
