"""Dates and times: one day is one value, in every language and notation."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transdiff.facts import Moment
from transdiff.language.calendar import compatible, resolve
from transdiff.language.dates import find_dates
from transdiff.language.pack import load_pack
from transdiff.language.passage import Passage
from transdiff.language.words import tokenize

WRITTEN = datetime.date(2024, 3, 14)


def moments(text: str, lang: str = "en") -> tuple[Moment, ...]:
    return find_dates(Passage(text, 0, load_pack(lang), tokenize(text, 0, lang), WRITTEN))


def moment(text: str, lang: str = "en") -> Moment:
    found = moments(text, lang)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "on March 12, 2024", (2024, 3, 12)),
        ("en", "on 12 March 2024", (2024, 3, 12)),
        ("en", "on Sept. 9", (None, 9, 9)),
        ("en", "on the 25th", (None, None, 25)),
        ("en", "in January of this year", (2024, 1, None)),
        ("en", "last March", (2023, 3, None)),
        ("en", "next April", (2024, 4, None)),
        ("en", "in May", (None, 5, None)),
        ("en", "since 2013", (2013, None, None)),
        ("en", "yesterday", (2024, 3, 13)),
        ("en", "last month", (2024, 2, None)),
        ("en", "last year", (2023, None, None)),
        ("en", "in the second quarter of 2025", (2025, 4, None)),
        ("fr", "le 13 mars 2024", (2024, 3, 13)),
        ("fr", "l'an dernier", (2023, None, None)),
        ("de", "am 3. Dezember 2025", (2025, 12, 3)),
        ("de", "im vergangenen Jahr", (2023, None, None)),
        ("es", "el 13 de marzo de 2024", (2024, 3, 13)),
        ("pt", "em 13 de março de 2024", (2024, 3, 13)),
        ("ru", "9 января 2024 года", (2024, 1, 9)),
        ("ru", "в марте прошлого года", (2023, 3, None)),
        ("ru", "13.03.2024", (2024, 3, 13)),
        ("uk", "5 травня 2024 року", (2024, 5, 5)),
        ("vi", "hôm 9/1", (None, 1, 9)),
        ("vi", "ngày 5 tháng 3 năm 2024", (2024, 3, 5)),
        ("vi", "quý IV/2028", (2028, 10, None)),
        ("vi", "năm ngoái", (2023, None, None)),
        ("zh", "2024年3月13日", (2024, 3, 13)),
        ("zh", "十二日", (None, None, 12)),
        ("zh", "去年", (2023, None, None)),
        ("ja", "2024年3月13日", (2024, 3, 13)),
        ("ar", "13 مارس 2024", (2024, 3, 13)),
        ("hy", "մարտի 13-ին", (None, 3, 13)),
    ],
)
def test_date(lang: str, text: str, expected: tuple[int | None, ...]) -> None:
    found = moment(text, lang)
    assert (found.year, found.month, found.day) == expected


@pytest.mark.parametrize(
    ("lang", "text", "weekday"),
    [
        ("en", "on Wednesday", 2),
        ("fr", "mercredi", 2),
        ("ru", "в среду", 2),
        ("vi", "hôm thứ Tư", 2),
        ("zh", "星期三", 2),
        ("ar", "يوم السبت", 5),
        ("ja", "水曜日", 2),
    ],
)
def test_weekday(lang: str, text: str, weekday: int) -> None:
    assert moment(text, lang).weekday == weekday


@pytest.mark.parametrize(
    ("lang", "text", "hour", "minute", "zone"),
    [
        ("es", "a las ocho menos cuarto de la noche", 19, 45, None),
        ("es", "a las doce de la noche", 0, 0, None),
        ("es", "a la una y veinte de la madrugada", 1, 20, None),
        ("pt", "às nove e meia da noite", 21, 30, None),
        ("fr", "à sept heures moins vingt du soir", 18, 40, None),
        ("vi", "lúc 8 giờ kém 10 tối", 19, 50, None),
        ("vi", "lúc 3h15 chiều", 15, 15, None),
        ("vi", "từ mười một giờ trưa", 11, 0, None),
        ("vi", "từ 9h GMT", 9, 0, 0),
        ("en", "at 9:14 p.m.", 21, 14, None),
        ("en", "at 1614 GMT", 16, 14, 0),
        ("en", "at 10:20 Moscow time", 10, 20, 180),
        ("en", "at noon", 12, 0, None),
        ("ru", "в 10:20 мск", 10, 20, 180),
        ("fr", "à 17h30", 17, 30, None),
        ("de", "um 17.40 Uhr", 17, 40, None),
        ("zh", "下午5时40分", 17, 40, None),
        ("ja", "午後5時40分", 17, 40, None),
        ("vi", "lúc 17 giờ 40", 17, 40, None),
    ],
)
def test_time(lang: str, text: str, hour: int, minute: int, zone: int | None) -> None:
    found = moment(text, lang)
    assert (found.hour, found.minute, found.zone) == (hour, minute, zone)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "They may march on the capital."),
        ("en", "The Sun sat on the story."),
        ("en", "2000 people and 1,500 horses"),
        ("fr", "sept ministres"),
        ("vi", "nước thứ ba"),
        ("ja", "1万2000人"),
    ],
)
def test_no_date(lang: str, text: str) -> None:
    assert moments(text, lang) == ()


def test_american_or_british_is_left_open() -> None:
    found = moment("9/1/2024")
    assert (found.year, found.month, found.day) == (2024, None, None)
    assert moment("25/1/2024").day == 25


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        ("before May 3", "before"),
        ("since 2013", "since"),
        ("until June", "until"),
        ("no later than October 12", "by"),
    ],
)
def test_edge(text: str, edge: str) -> None:
    assert moment(text).edge == edge


def test_a_range_of_days() -> None:
    found = moment("September 11 to 14, 2024")
    assert (found.day, found.high) == (11, (2024, 9, 14))


@pytest.mark.parametrize(
    ("one", "two", "agree"),
    [
        ("on March 12, 2024", "on Tuesday", True),
        ("on March 12, 2024", "on Wednesday", False),
        ("in 2023", "last year", True),
        ("January 2024", "on January 25", True),
        ("January 2024", "on February 25", False),
        ("in the 1990s", "in 1996", True),
        ("in the second quarter of 2024", "in May 2024", True),
        ("in the second quarter of 2024", "in July 2024", False),
        ("September 11 to 14", "on September 12", True),
        ("September 11 to 14", "on September 17", False),
        ("at 10:20 Moscow time", "at 0720 GMT", True),
        ("at 10:20 Moscow time", "at 10:20 GMT", False),
    ],
)
def test_agreement(one: str, two: str, agree: bool) -> None:
    a, b = moment(one), moment(two)
    assert compatible(a, b) is agree
    assert compatible(b, a) is agree


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2090, 1, 1)), st.integers(-40, 40))
def test_days_and_months_are_counted_from_the_day_of_writing(
    written: datetime.date, n: int
) -> None:
    when = written + datetime.timedelta(days=n)
    day = resolve(f"day{n:+d}", written)
    assert (day.year, day.month, day.day) == (when.year, when.month, when.day)
    month = resolve(f"month{n:+d}", written)
    assert month.year is not None and month.month is not None
    assert (month.year - written.year) * 12 + month.month - written.month == n


@given(st.text(max_size=120), st.sampled_from(["en", "de", "fr", "ru", "vi", "zh", "ar", "hy"]))
def test_any_text_is_read(text: str, lang: str) -> None:
    for found in moments(text, lang):
        assert 0 <= found.span.start < found.span.end <= len(text)
        assert found.month is None or 1 <= found.month <= 12


@pytest.mark.parametrize(
    ("lang", "text", "part"),
    [
        ("en", "in early July", "early"),
        ("en", "late in 2027", "late"),
        ("en", "in mid-October", "mid"),
        ("en", "in the second half of July", "half2"),
        ("en", "at the end of next month", "late"),
        ("en", "in the early 1990s", "early"),
        ("de", "Anfang Juli", "early"),
        ("de", "gegen Ende des Jahres 2027", "late"),
        ("fr", "à la mi-juillet", "mid"),
        ("fr", "d'ici la fin d'octobre", "late"),
        ("es", "a mediados de mayo", "mid"),
        ("pt", "na segunda quinzena de maio", "half2"),
        ("ru", "в первой декаде мая", "third1"),
        ("ru", "к концу 2027 года", "late"),
        ("uk", "наприкінці травня", "late"),
        ("vi", "vào cuối tháng 7", "late"),
        ("vi", "đầu năm 2027", "early"),
        ("zh", "7月下旬", "third3"),
        ("zh", "2026年底", "late"),
        ("ja", "7月上旬", "third1"),
        ("ar", "في أوائل يوليو", "early"),
        ("hy", "հուլիսի սկզբին", "early"),
    ],
)
def test_a_part_of_a_month_or_a_year(lang: str, text: str, part: str) -> None:
    assert moment(text, lang).part == part


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("early July", "late July", False),
        ("early July", "mid-July", False),
        ("early July", "the first half of July", True),
        ("the second half of July", "the second ten days of July", False),
        ("the first half of July", "the first ten days of July", True),
        ("mid-July", "the second ten days of July", True),
        ("late July", "28 July", True),
        ("late July", "8 July", False),
        ("early 2027", "May 2027", True),
        ("early 2027", "October 2027", False),
        ("early 2027", "the fourth quarter of 2027", False),
        ("early 2027", "2027", True),
        ("the late 1990s", "1991", False),
        ("the late 1990s", "1998", True),
        ("the last day of July", "31 July", True),
        ("the last day of July", "30 July", False),
    ],
)
def test_parts_are_compared_by_where_they_lie(one: str, other: str, agree: bool) -> None:
    a, b = moment(f"in {one}"), moment(f"in {other}")
    assert compatible(a, b) is agree
    assert compatible(b, a) is agree


@pytest.mark.parametrize(
    ("lang", "text", "part"),
    [
        ("en", "late on 3 July", "eve"),
        ("en", "in the night from Sunday to Monday", "night"),
        ("en", "on Sunday night", "eve"),
        ("en", "early on Monday", "dawn"),
        ("de", "in der Nacht zum Montag", "night"),
        ("de", "in der Nacht vom 3. auf den 4. Mai", "night"),
        ("fr", "dans la nuit de dimanche à lundi", "night"),
        ("es", "la madrugada del lunes", "dawn"),
        ("es", "en la noche del domingo", "eve"),
        ("pt", "na madrugada de segunda-feira", "dawn"),
        ("ru", "в ночь на понедельник", "night"),
        ("uk", "у ніч на понеділок", "night"),
        ("vi", "rạng sáng 20/6", "dawn"),
        ("zh", "周日深夜", "eve"),
        ("ja", "月曜日未明", "dawn"),
        ("ar", "فجر الاثنين", "dawn"),
    ],
)
def test_the_night_of_a_day(lang: str, text: str, part: str) -> None:
    assert moment(text, lang).part == part


def test_a_night_is_named_by_the_day_on_which_it_ends() -> None:
    night = moment("in the night from Sunday to Monday")
    assert night.weekday == 0
    for text in ("Sunday", "Monday", "Sunday night", "early Monday"):
        assert compatible(night, moment(f"on {text}")), text
    for text in ("Monday night", "early Sunday", "Saturday", "Tuesday"):
        assert not compatible(night, moment(f"on {text}")), text
    assert not compatible(moment("early Monday"), moment("late Monday"))
    assert moments("at 3 am on Sunday")[1].part == "dawn"


def test_the_next_day_is_counted_from_the_day_named_before() -> None:
    later = moments("He was told on 31 July and banned from the following day.")[1]
    assert (later.month, later.day) == (8, 1)
    assert moments("Sie sank am Montag und wurde am Tag darauf gehoben.", "de")[1].weekday == 1
    assert moments("It sank on 3 May and was raised the day after.")[1].day == 4


def test_a_clause_behind_the_day_before_is_what_it_is_counted_from() -> None:
    assert moments("The court ruled on 9 January, the day before she retired.")[1].day is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "in 2021-2023 she received"),
        ("de", "in den Jahren 2021-2023 erhielt sie"),
        ("es", "entre 2021 y 2023 recibió"),
        ("ru", "в 2021-2023 годах она получила"),
        ("ru", "в 2021–2023 гг. она получила"),
        ("vi", "trong giai đoạn 2021-2023 bà nhận"),
    ],
)
def test_both_ends_of_a_range_of_years_are_years(lang: str, text: str) -> None:
    assert [m.year for m in moments(text, lang)] == [2021, 2023]


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Mr Kolber met April Stone and June Weir on a bridge.", []),
        ("Between March and April Ukrainian rail fares rose.", [3, 4]),
        ("The April attack killed ten people.", [4]),
        ("Since June Russian rail fares have risen.", [6]),
    ],
)
def test_a_month_before_a_surname_is_a_first_name(text: str, months: list[int]) -> None:
    assert [m.month for m in moments(text)] == months


def test_midnight_is_either_end_of_its_day() -> None:
    (_, day) = moments("half an hour before midnight on Saturday")
    assert (day.weekday, day.part) == (5, "")


def test_hours_minutes_and_seconds_are_how_long_it_took() -> None:
    assert moments("với thành tích 2 giờ 5 phút 22 giây", "vi") == ()
