"""Units: what converts, what is the same, and that every pack names only known units."""

from __future__ import annotations

import pytest

from transdiff.language.pack import languages, load_pack
from transdiff.language.passage import Passage
from transdiff.language.quantities import find_quantities
from transdiff.language.units import convertible, in_base, same_unit, units
from transdiff.language.words import tokenize


@pytest.mark.parametrize(
    ("a", "x", "b", "y"),
    [
        ("nautical-mile", 12, "km", 22.224),
        ("mile", 57, "km", 91.73),
        ("fahrenheit", 212, "celsius", 100),
        ("basis-point", 50, "percentage-point", 0.5),
        ("year", 2.5, "month", 30),
        ("barrel", 1, "litre", 158.987),
    ],
)
def test_conversion(a: str, x: float, b: str, y: float) -> None:
    assert convertible(a, b)
    assert in_base(x, a) == pytest.approx(in_base(y, b), rel=1e-3)


@pytest.mark.parametrize(
    ("a", "b"),
    [("percent", "percentage-point"), ("USD", "EUR"), ("barrel", "tonne"), ("km", "kmh")],
)
def test_what_does_not_convert(a: str, b: str) -> None:
    assert not convertible(a, b)


def test_a_bare_dollar_is_any_dollar() -> None:
    assert same_unit("dollar", "USD")
    assert same_unit("CAD", "dollar")
    assert not same_unit("USD", "CAD")


@pytest.mark.parametrize("lang", languages())
def test_packs_name_known_units(lang: str) -> None:
    names = load_pack(lang).section("units")
    special = {"age", "month-age", "per", "prefixes"}
    unknown = {u.partition("/")[0] for u in names} - set(units()) - special
    assert not unknown


@pytest.mark.parametrize("lang", languages())
def test_every_pack_reads_figures(lang: str) -> None:
    pack = load_pack(lang)
    for section in ("numbers", "units", "dates", "comparison"):
        assert pack.section(section), f"{lang} lacks [{section}]"
    for table in ("cardinals", "scales", "bounds", "ordinals", "fractions", "quantifiers"):
        assert pack.section("numbers")[table], f"{lang} lacks [numbers.{table}]"
    assert pack.section("comparison")["directions"].keys() == {"up", "down"}
    assert pack.section("dates")["templates"]


@pytest.mark.parametrize(
    ("lang", "text", "value", "unit"),
    [
        ("en", "features of 28 nanometres", 28, "nm"),
        ("en", "three milligrams of the toxin", 3, "milligram"),
        ("de", "bei 4 Mikrosievert", 4, "microsievert"),
        ("fr", "environ 90 mégahertz", 90, "megahertz"),
        ("ru", "энергия 2 гигаджоуля", 2, "gigajoule"),
        ("zh", "每升310微克", 310, "microgram"),
        ("ja", "線量は5ミリシーベルト", 5, "millisievert"),
    ],
)
def test_prefixes_make_units(lang: str, text: str, value: float, unit: str) -> None:
    passage = Passage(text, 0, load_pack(lang), tokenize(text, 0, lang))
    (found,) = find_quantities(passage)
    assert (found.value, found.unit) == (value, unit)


def test_a_prefix_is_a_factor() -> None:
    assert in_base(5, "milligram") == pytest.approx(in_base(0.005, "gram"))
    assert convertible("gigajoule", "kilowatt-hour")
