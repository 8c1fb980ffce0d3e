"""Which language a text is in, and which tags are tags."""

from __future__ import annotations

import unicodedata

import pytest

from transdiff.errors import ConfigError
from transdiff.language.detect import check_tag, detect, detect_each

SENTENCES = {
    "en": "The harbour reopened on Saturday after a week of storms.",
    "de": "Der Hafen wurde am Samstag nach einer Woche wieder geöffnet.",
    "fr": "Le port a rouvert samedi après une semaine de tempêtes.",
    "es": "El puerto volvió a abrir el sábado después de una semana.",
    "pt": "O porto não reabriu no sábado, mas os navios já estão lá.",
    "vi": "Cảng đã mở cửa trở lại hôm thứ Bảy sau một tuần bão.",
    "ru": "Порт снова открылся в субботу, объявили власти.",
    "uk": "Порт знову відкрився в суботу, повідомила влада.",
    "zh": "港口在星期六重新开放。",
    "ja": "港は土曜日に再開した。",
    "ar": "أعيد فتح الميناء يوم السبت.",
    "hy": "Նավահանգիստը վերաբացվեց շաբաթ օրը։",
    "ka": "პორტი შაბათს გაიხსნა.",
    "ko": "항구가 토요일에 다시 열렸다.",
}


@pytest.mark.parametrize(("lang", "text"), SENTENCES.items())
def test_a_sentence_is_told_and_always_the_same_way(lang: str, text: str) -> None:
    assert {detect(text) for _ in range(3)} == {lang}


def test_decomposed_vietnamese_is_vietnamese() -> None:
    assert detect(unicodedata.normalize("NFD", SENTENCES["vi"])) == "vi"


def test_sentences_are_told_among_the_declared_languages() -> None:
    found = detect_each([SENTENCES["en"], SENTENCES["fr"], SENTENCES["ru"]], ["en", "fr"])
    assert found == ("en", "fr", "ru")


@pytest.mark.parametrize("text", ["", " ", "123", "…", "https://example.org/a"])
def test_nothing_to_go_by_is_undetermined(text: str) -> None:
    assert detect(text) == "und"


@pytest.mark.parametrize(
    ("tag", "usual"),
    [("EN", "en"), ("pt-br", "pt-BR"), ("zh-hant-tw", "zh-Hant-TW"), ("und", "und")],
)
def test_a_tag_is_written_the_usual_way(tag: str, usual: str) -> None:
    assert check_tag(tag) == usual


@pytest.mark.parametrize(
    ("tag", "hint"),
    [
        ("english", '"en"'),
        ("en_US", '"en-US"'),
        ("vietnames", '"vi"'),
        ("rus", '"ru"'),
        ("gb", '"en-GB"'),
        ("kz", '"kk"'),
    ],
)
def test_what_is_no_tag_gets_a_suggestion(tag: str, hint: str) -> None:
    with pytest.raises(ConfigError, match=f"did you mean {hint}"):
        check_tag(tag)


@pytest.mark.parametrize("tag", ["xx", "xx-US", "qz_DE"])
def test_two_letters_are_a_language_that_exists(tag: str) -> None:
    with pytest.raises(ConfigError, match=f'"{tag}" is not a BCP 47 language tag'):
        check_tag(tag)
    assert check_tag("qaa") == "qaa"
