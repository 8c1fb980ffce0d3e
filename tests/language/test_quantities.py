"""Figures: one meaning is one value, in every language and notation."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transdiff.facts import Bound, Quantity
from transdiff.language.dates import find_dates
from transdiff.language.digits import parse_digits
from transdiff.language.pack import load_pack
from transdiff.language.passage import Passage
from transdiff.language.quantities import find_quantities
from transdiff.language.words import tokenize


def figures(text: str, lang: str = "en") -> tuple[Quantity, ...]:
    passage = Passage(text, 0, load_pack(lang), tokenize(text, 0, lang))
    return find_quantities(passage, find_dates(passage))


def figure(text: str, lang: str = "en") -> Quantity:
    found = figures(text, lang)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("en", "two hundred and five ships", 205),
        ("en", "twenty-seven ships", 27),
        ("en", "1.2 million people", 1.2e6),
        ("en", "half a million people", 5e5),
        ("en", "a quarter of a million people", 2.5e5),
        ("en", "three quarters of a million people", 7.5e5),
        ("de", "eine Viertelmillion Menschen", 2.5e5),
        ("fr", "un quart de million de personnes", 2.5e5),
        ("es", "un cuarto de millón de personas", 2.5e5),
        ("pt", "um quarto de milhão de pessoas", 2.5e5),
        ("en", "two and a half years", 2.5),
        ("en", "two-thirds of voters", 2 / 3),
        ("fr", "2/3 des électeurs", 2 / 3),
        ("vi", "khoảng 7/10 câu hỏi", 0.7),
        ("zh", "约2/3的选民", 2 / 3),
        ("en", "half a year's notice", 0.5),
        ("en", "1/4 of a percentage point", 0.25),
        ("en", "a dozen boats", 12),
        ("en", "two dozen boats", 24),
        ("en", "$38.4 billion", 38.4e9),
        ("en", "US$5m", 5e6),
        ("fr", "quatre-vingt-dix-sept maires", 97),
        ("fr", "soixante-quinze maires", 75),
        ("fr", "vingt et un maires", 21),
        ("fr", "1,8 million d'euros", 1.8e6),
        ("fr", "trois milliards d'euros", 3e9),
        ("fr", "12 400 habitants", 12400),
        ("fr", "une trentaine de rames", 30),
        ("de", "siebenundzwanzig Schiffe", 27),
        ("de", "zweihundertfünfzig Schiffe", 250),
        ("de", "12,4 Milliarden Euro", 12.4e9),
        ("de", "drei Billionen Euro", 3e12),
        ("de", "anderthalb Jahre", 1.5),
        ("de", "1.234,5 Tonnen", 1234.5),
        ("es", "1,5 billones de pesos", 1.5e12),
        ("es", "300 mil millones de dólares", 3e11),
        ("es", "treinta y dos mil personas", 32000),
        ("pt", "dois bilhões de reais", 2e9),
        ("pt", "vinte e três navios", 23),
        ("ru", "полтора миллиона рублей", 1.5e6),
        ("ru", "двадцать семь кораблей", 27),
        ("ru", "1,2 тыс. человек", 1200),
        ("ru", "2,8 млрд долларов", 2.8e9),
        ("uk", "півтора мільйона гривень", 1.5e6),
        ("uk", "12 тис. гривень", 12000),
        ("vi", "24.500 tỷ đồng", 24.5e12),
        ("vi", "1,2 nghìn tỷ đồng", 1.2e12),
        ("vi", "ba tuần rưỡi", 3.5),
        ("vi", "hai mươi lăm tàu", 25),
        ("vi", "hai mươi năm", 20),
        ("vi", "một phần mười số tàu", 0.1),
        ("zh", "三分之二的船", 2 / 3),
        ("zh", "三成的船", 30.0),
        ("zh", "5480万人次", 5.48e7),
        ("zh", "3.6亿元", 3.6e8),
        ("zh", "一亿二千万人", 1.2e8),
        ("zh", "1.5万亿元", 1.5e12),
        ("zh", "四十二辆", 42),
        ("ja", "1万2000人", 12000),
        ("ja", "3分の2の船", 2 / 3),
        ("ar", "خمسة وعشرون جريحا", 25),
        ("ar", "40 مليون دينار", 4e7),
        ("ar", "٣٫٥ في المئة", 3.5),
        ("hy", "քսանհինգ նավ", 25),
        ("hy", "1,2 մլն դրամ", 1.2e6),
    ],
)
def test_value(lang: str, text: str, value: float) -> None:
    assert figure(text, lang).value == pytest.approx(value)


@pytest.mark.parametrize(
    ("lang", "text", "bound"),
    [
        ("en", "no fewer than nine people", Bound.AT_LEAST),
        ("en", "up to 900 people", Bound.AT_MOST),
        ("en", "more than 150 people", Bound.MORE),
        ("en", "just under ten miles", Bound.ALMOST),
        ("en", "some 300 people", Bound.ABOUT),
        ("en", "30 people or more", Bound.AT_LEAST),
        ("ru", "не менее девяти человек", Bound.AT_LEAST),
        ("ru", "свыше 150 человек", Bound.MORE),
        ("ru", "сократился на 15%, до 19%", Bound.EXACT),
        ("vi", "ít nhất 25 người", Bound.AT_LEAST),
        ("vi", "tối đa 25 người", Bound.AT_MOST),
        ("zh", "逾150人", Bound.MORE),
        ("zh", "20多人", Bound.MORE),
        ("zh", "至多30人", Bound.AT_MOST),
        ("ja", "1000人以上", Bound.AT_LEAST),
        ("de", "knapp zehn Kilometer", Bound.ALMOST),
        ("de", "gut zehn Kilometer", Bound.MORE),
        ("fr", "près d'un million de voix", Bound.ALMOST),
        ("fr", "plus de 30 rames", Bound.MORE),
        ("es", "unos 2.300 miembros", Bound.ABOUT),
        ("ar", "ما لا يقل عن 25 قتيلا", Bound.AT_LEAST),
        ("hy", "առնվազն 25 նավ", Bound.AT_LEAST),
    ],
)
def test_bound(lang: str, text: str, bound: Bound) -> None:
    assert figures(text, lang)[-1].bound is bound


@pytest.mark.parametrize(
    ("lang", "text", "unit", "per"),
    [
        ("en", "135,000 barrels per day", "barrel", "day"),
        ("en", "$71.40 per barrel", "dollar", "barrel"),
        ("en", "0.3 percentage points", "percentage-point", ""),
        ("en", "50 basis points", "basis-point", ""),
        ("en", "12,000 square meters", "m2", ""),
        ("en", "30 nautical miles", "nautical-mile", ""),
        ("en", "850 kilometers per hour", "kmh", ""),
        ("en", "CZK 34,125", "CZK", ""),
        ("ru", "850 метров в секунду", "ms", ""),
        ("ru", "1,2 тыс. кв. м", "m2", ""),
        ("ru", "2 процентных пункта", "percentage-point", ""),
        ("zh", "0.4个百分点", "percentage-point", ""),
        ("vi", "0,4 điểm phần trăm", "percentage-point", ""),
        ("vi", "1/4 điểm phần trăm", "percentage-point", ""),
        ("ru", "1/4 процентного пункта", "percentage-point", ""),
        ("en", "half an hour's wait", "hour", ""),
        ("de", "2,3 Prozentpunkte", "percentage-point", ""),
        ("fr", "10 milles marins", "nautical-mile", ""),
        ("ar", "40 مليون دينار", "dinar", ""),
    ],
)
def test_unit(lang: str, text: str, unit: str, per: str) -> None:
    found = figure(text, lang)
    assert (found.unit, found.per) == (unit, per)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("three or four explosions", 3, 4),
        ("between 88 and 91 percent", 88, 91),
        ("five to 36 months", 5, 36),
        ("14-15 percent", 14, 15),
        ("2 to 3 million people", 2e6, 3e6),
        ("100 m to 300 m", 100, 300),
        ("one or two boats", 1, 2),
        ("five or six hundred metres", 500, 600),
        ("from +22 to +25 degrees", 22, 25),
        ("5 years old to 11 years old", 5, 11),
    ],
)
def test_range(text: str, low: float, high: float) -> None:
    found = figure(text)
    assert (found.value, found.high) == (low, high)


def test_a_change_from_one_figure_to_another_is_no_range() -> None:
    assert [(q.value, q.role) for q in figures("slipped from 68 percent to 61 percent")] == [
        (68, "from"),
        (61, "to"),
    ]
    assert [q.value for q in figures("rose by 22 to 3,288")] == [22, 3288]


@pytest.mark.parametrize(
    "text",
    [
        "costs rose from 1.8 to 2.3 billion euros",
        "costs fell to 2.3 billion euros from 1.8",
        "costs rise from 1.8 to an expected 2.3 billion euros",
    ],
)
def test_both_ends_of_a_change_have_one_scale(text: str) -> None:
    assert {(q.value, q.unit) for q in figures(text)} == {(1.8e9, "EUR"), (2.3e9, "EUR")}


def test_digits_take_no_number_word_behind_their_scale() -> None:
    assert [q.value for q in figures("9 million euros, 2 million twelve months ago")] == [
        9e6,
        2e6,
        12,
    ]


def test_a_minute_that_is_played_is_a_time() -> None:
    found = figure("in the 28th minute")
    assert (found.value, found.unit, found.kind) == (28, "minute", "measure")


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("the third month in a row", "ordinal", 3),
        ("the 24-year-old", "age", 24),
        ("aged 31", "age", 31),
        ("Article 4", "identifier", 4),
        ("Resolution 2231", "identifier", 2231),
        ("hundreds of thousands fled", "vague", 1e5),
        ("a 3-1 win", "score", 3),
        ("the price doubled", "multiple", 2),
        ("one member", "article", 1),
        ("one in five", "fraction", 0.2),
    ],
)
def test_kind(text: str, kind: str, value: float) -> None:
    found = figure(text)
    assert (found.kind, found.value) == (kind, value)


@pytest.mark.parametrize(
    "text", ["F-16 jets", "COVID-19", "version 1.2.3", "on March 12, 2024", "one of them", "a year"]
)
def test_what_counts_nothing(text: str) -> None:
    assert [q for q in figures(text) if q.kind not in ("identifier", "article")] == []


def test_compound_measures_are_one() -> None:
    one, other = figure("a year and four months"), figure("9 м 18 см", "ru")
    assert (one.value, one.unit) == (16, "month")
    assert (other.value, other.unit) == (918, "cm")


@pytest.mark.parametrize(
    ("text", "decimal", "value"),
    [
        ("1.234,5", ".", 1234.5),
        ("1,234.5", ",", 1234.5),
        ("1.234", ",", 1234),
        ("1.234", ".", 1.234),
        ("1,234", ".", 1234),
        ("3,5", ".", 3.5),
        ("1.234.567", ".", 1234567),
        ("12\u202f400", ",", 12400),
        ("10:20", ".", None),
        ("1.2.3", ".", None),
    ],
)
def test_digits_in_any_locale(text: str, decimal: str, value: float | None) -> None:
    read = parse_digits(text, decimal)
    assert (read and read[0]) == value


@given(st.integers(0, 10**9).filter(lambda n: not 1000 <= n < 2200))
def test_english_and_german_grouping_agree(number: int) -> None:
    english = f"{number:,} boats"
    german = f"{number:,}".replace(",", ".") + " Boote"
    assert figures(english)[0].value == figures(german, "de")[0].value == number


@given(st.text(max_size=120), st.sampled_from(["en", "de", "fr", "ru", "vi", "zh", "ar", "hy"]))
def test_spans_lie_in_the_text(text: str, lang: str) -> None:
    for found in figures(text, lang):
        assert 0 <= found.span.start < found.span.end <= len(text)


@pytest.mark.parametrize("unit", ["nine ", "dreizehn", "9,", "1 000 ", "and a half ", "三", "-5"])
def test_hostile_text_takes_linear_time(unit: str) -> None:
    text = unit * 2000
    began = time.perf_counter()
    figures(text, "de")
    assert time.perf_counter() - began < 5


def test_a_zero_counts_unless_it_joins_two_units() -> None:
    assert figures("零增长两年", "zh")[0].value == 0
    assert figures("零伤亡已持续三年", "zh")[0].value == 0
    assert figure("一年零两个月", "zh").value == 14


@pytest.mark.parametrize(
    ("text", "value"),
    [("One dairy farm in four has closed.", 0.25), ("One in four farms has closed.", 0.25)],
)
def test_what_is_counted_may_stand_within_a_share(text: str, value: float) -> None:
    assert figure(text).value == value


def test_one_thing_in_several_places_is_no_share() -> None:
    assert [q.value for q in figures("One farm in four villages has closed.")] == [1, 4]


@pytest.mark.parametrize("text", ["open 24/7 now", "the 9/11 attacks", "2024/25 season"])
def test_figures_with_a_stroke_are_no_fractions(text: str) -> None:
    assert all(q.kind != "fraction" for q in figures(text))
