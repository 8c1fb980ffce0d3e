"""The phrases around figures in one language: units, bounds, ranges, rates, labels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from transdiff.language.number_words import NumberWords, number_words
from transdiff.language.pack import Pack
from transdiff.language.phrases import Phrases
from transdiff.language.units import currency_phrases, unit_phrases, units


@dataclass(frozen=True)
class FigurePhrases:
    """The phrases around figures in one language."""

    numbers: NumberWords
    units: Phrases[str]
    money: Phrases[str]
    per: Phrases[str]
    bounds: Phrases[str]
    bounds_after: Phrases[str]
    roles: Phrases[str]
    changes: Phrases[str]
    multiples: Phrases[str]
    ordinal_prefix: Phrases[str]
    percent_prefix: Phrases[str]
    labels: frozenset[str]
    age_before: frozenset[str]
    stop: frozenset[str]
    links: frozenset[str]
    ranges: Mapping[str, frozenset[str]]
    loose: frozenset[str]
    by_symbol: Mapping[str, str] = field(default_factory=dict)


@lru_cache(maxsize=32)
def figure_phrases(pack: Pack) -> FigurePhrases:
    """Return the phrases around figures of *pack*, built once."""
    data = pack.section("numbers")
    names = pack.section("units")
    ranges = data.get("ranges", {})
    symbols = {s.casefold(): u.id for u in units().values() for s in u.symbols}
    return FigurePhrases(
        numbers=number_words(pack),
        units=unit_phrases(pack),
        money=currency_phrases(pack),
        per=Phrases.inverted(names.get("per", {}), pack.lang),
        bounds=Phrases.inverted(data.get("bounds", {}), pack.lang),
        bounds_after=Phrases.inverted(data.get("bounds-after", {}), pack.lang),
        roles=Phrases.inverted(pack.section("comparison").get("roles", {}), pack.lang),
        changes=Phrases.inverted(pack.section("comparison").get("directions", {}), pack.lang),
        multiples=Phrases.inverted(data.get("multiples", {}), pack.lang),
        ordinal_prefix=Phrases([(w, "ordinal") for w in data.get("ordinal-prefix", ())], pack.lang),
        percent_prefix=Phrases([(w, "percent") for w in data.get("percent-prefix", ())], pack.lang),
        labels=frozenset(data.get("labels", ())),
        age_before=frozenset(data.get("age-before", ())),
        stop=frozenset(data.get("stop", ())),
        links=frozenset(data.get("links", ())),
        ranges={k: frozenset(v) for k, v in ranges.items()},
        loose=frozenset(data.get("bounds-not-time", ("over",))),
        by_symbol=symbols,
    )
