"""Tokens: what a reader sees as one word is one word, and nothing but white space is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transdiff.facts import WordKind
from transdiff.language.words import fold_word, stem_word, tokenize


def texts(text: str, lang: str = "en") -> list[str]:
    return [w.text for w in tokenize(text, 0, lang)]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("$74.05", "en"),
        ("1.3%", "en"),
        ("U.S.", "en"),
        ("F-16", "en"),
        ("don't", "en"),
        ("1.234.567,50", "de"),
        ("12\u00a0400", "fr"),
        ("12 400,5", "ru"),
        ("Аль-Каида", "ru"),
        ("об’єкт", "uk"),
        ("Ի՞նչ", "hy"),
        ("tiến", "vi"),
        ("مُحَمَّد", "ar"),
        ("5G", "en"),
        ("3rd", "en"),
        ("1990s", "en"),
        ("9:14", "en"),
    ],
)
def test_stays_together(text: str, lang: str) -> None:
    assert texts(text, lang) == [text]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("l’accord d'hier", "fr", ["l’", "accord", "d'", "hier"]),
        ("10km", "en", ["10", "km"]),
        ("$5m", "en", ["$5", "m"]),
        ("27-year-old", "en", ["27", "-", "year-old"]),
        ("3.6亿元", "zh", ["3.6", "亿", "元"]),
        ("東京タワーで", "ja", ["東", "京", "タワー", "で"]),
        ("و40 مليون", "ar", ["و", "40", "مليون"]),
        ("In 2023 150 people", "en", ["In", "2023", "150", "people"]),
    ],
)
def test_is_cut(text: str, lang: str, expected: list[str]) -> None:
    assert texts(text, lang) == expected


@given(st.text(max_size=80), st.sampled_from(["en", "fr", "ru", "zh", "ar", "und"]))
def test_nothing_but_white_space_is_lost(text: str, lang: str) -> None:
    words = tokenize(text, 7, lang)
    kept = "".join(w.text for w in words)
    assert _solid(kept) == _solid(text)
    assert all(text[w.span.start - 7 : w.span.end - 7] == w.text for w in words)


def _solid(text: str) -> str:
    return "".join(c for c in text if not c.isspace())


def test_kinds() -> None:
    kinds = [w.kind for w in tokenize("About 1,200 boats.", 0, "en")]
    assert kinds == [WordKind.WORD, WordKind.NUMBER, WordKind.WORD, WordKind.PUNCT]


@pytest.mark.parametrize(
    ("lang", "forms"),
    [
        ("en", "country countries"),
        ("en", "increase increases increased increasing"),
        ("en", "stop stopped stopping stops"),
        ("en", "kill killed kills"),
        ("en", "box boxes"),
        ("ru", "министр министра министру министром"),
        ("ru", "новый новая новые новых"),
        ("uk", "міністр міністра міністру"),
        ("de", "Land Länder Lande"),
        ("fr", "cheval chevaux"),
        ("es", "elección elecciones"),
        ("ar", "الوزير وزير والوزير"),
        ("hy", "նախարար նախարարը նախարարի"),
    ],
)
def test_forms_of_one_word_share_a_stem(lang: str, forms: str) -> None:
    assert len({stem_word(f.casefold(), lang) for f in forms.split()}) == 1


@pytest.mark.parametrize(
    ("lang", "one", "two"),
    [
        ("en", "nation", "national"),
        ("en", "news", "new"),
        ("en", "status", "stat"),
        ("en", "process", "proceed"),
        ("vi", "năm", "nam"),
        ("ru", "война", "воин"),
        ("fr", "mort", "morale"),
    ],
)
def test_different_words_keep_different_stems(lang: str, one: str, two: str) -> None:
    assert stem_word(one, lang) != stem_word(two, lang)


@pytest.mark.parametrize(
    ("written", "also"),
    [("ещё", "еще"), ("отчёт", "отчет"), ("تقريباً", "تقريبا"), ("مُحَمَّد", "محمد"), ("قـــال", "قال")],
)
def test_what_writers_may_leave_out_makes_no_other_word(written: str, also: str) -> None:
    assert fold_word(written) == fold_word(also)
