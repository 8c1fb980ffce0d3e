"""Numbers in words: whatever a language spells out is read back as it was meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transdiff.language.pack import load_pack
from transdiff.language.passage import Passage
from transdiff.language.quantities import find_quantities
from transdiff.language.words import tokenize


def _words(listed: str) -> list[str]:
    return listed.split()


_ENGLISH = _words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_ENGLISH_TENS = _words("- - twenty thirty forty fifty sixty seventy eighty ninety")
_GERMAN = _words(
    "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn "
    "sechzehn siebzehn achtzehn neunzehn"
)
_GERMAN_TENS = _words("- - zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")
_SPANISH = _words(
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
    "dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro "
    "veinticinco veintiséis veintisiete veintiocho veintinueve"
)
_SPANISH_TENS = _words("- - - treinta cuarenta cincuenta sesenta setenta ochenta noventa")
_SPANISH_HUNDREDS = _words(
    "- ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos "
    "novecientos"
)
_FRENCH = _words(
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix-sept dix-huit dix-neuf"
)
_FRENCH_TENS = _words("- - vingt trente quarante cinquante soixante")
_RUSSIAN = _words(
    "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать "
    "тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать"
)
_RUSSIAN_TENS = _words(
    "- - двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто"
)
_RUSSIAN_HUNDREDS = _words(
    "- сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот"
)
_VIETNAMESE = _words("không một hai ba bốn năm sáu bảy tám chín")
_CHINESE = "零一二三四五六七八九"
_UNITS = ((10_000, "万"), (1000, "千"), (100, "百"), (10, "十"))


def english(n: int) -> str:
    if n < 20:
        return _ENGLISH[n]
    if n < 100:
        return _ENGLISH_TENS[n // 10] + (f"-{_ENGLISH[n % 10]}" if n % 10 else "")
    if n < 1000:
        rest = f" and {english(n % 100)}" if n % 100 else ""
        return f"{_ENGLISH[n // 100]} hundred{rest}"
    rest = n % 1000
    link = " and " if 0 < rest < 100 else " "
    return f"{english(n // 1000)} thousand" + (link + english(rest) if rest else "")


def german(n: int) -> str:
    if n < 20:
        return _GERMAN[n]
    if n < 100:
        return (f"{_GERMAN[n % 10]}und" if n % 10 else "") + _GERMAN_TENS[n // 10]
    unit, word = (1000, "tausend") if n >= 1000 else (100, "hundert")
    return german(n // unit) + word + (german(n % unit) if n % unit else "")


def spanish(n: int) -> str:
    if n < 30:
        return _SPANISH[n]
    if n < 100:
        return _SPANISH_TENS[n // 10] + (f" y {_SPANISH[n % 10]}" if n % 10 else "")
    if n == 100:
        return "cien"
    if n < 1000:
        return _SPANISH_HUNDREDS[n // 100] + (f" {spanish(n % 100)}" if n % 100 else "")
    head = "mil" if n < 2000 else f"{_masculine(spanish(n // 1000))} mil"
    return head + (f" {spanish(n % 1000)}" if n % 1000 else "")


def _masculine(words: str) -> str:
    """*Treinta y uno*, *treinta y un mil*."""
    return (
        words.replace("veintiuno", "veintiún").removesuffix("o") if words.endswith("uno") else words
    )


def french(n: int) -> str:
    if n < 20:
        return _FRENCH[n]
    if n < 70:
        link = " et " if n % 10 == 1 else "-"
        return _FRENCH_TENS[n // 10] + (link + _FRENCH[n % 10] if n % 10 else "")
    if n < 80:
        return "soixante" + (" et " if n == 71 else "-") + _FRENCH[n - 60]
    if n < 100:
        return "quatre-vingts" if n == 80 else f"quatre-vingt-{_FRENCH[n - 80]}"
    unit, word = (1000, "mille") if n >= 1000 else (100, "cent")
    head = word if n < 2 * unit else f"{french(n // unit).replace('vingts', 'vingt')} {word}"
    return head + (f" {french(n % unit)}" if n % unit else "")


def russian(n: int) -> str:
    if n < 20:
        return _RUSSIAN[n]
    if n < 100:
        return _RUSSIAN_TENS[n // 10] + (f" {_RUSSIAN[n % 10]}" if n % 10 else "")
    if n < 1000:
        return _RUSSIAN_HUNDREDS[n // 100] + (f" {russian(n % 100)}" if n % 100 else "")
    head = f"{russian(n // 1000)} тысяч"
    head = head.replace("один тысяч", "одна тысяча").replace("два тысяч", "две тысячи")
    return head + (f" {russian(n % 1000)}" if n % 1000 else "")


def vietnamese(n: int) -> str:
    if n < 10:
        return _VIETNAMESE[n]
    if n < 100:
        tens = "mười" if n < 20 else f"{_VIETNAMESE[n // 10]} mươi"
        last = {5: "lăm", 1: "mốt" if n > 20 else "một"}.get(n % 10, _VIETNAMESE[n % 10])
        return f"{tens} {last}" if n % 10 else tens
    if n < 1000:
        rest = n % 100
        link = " lẻ " if 0 < rest < 10 else " "
        return f"{_VIETNAMESE[n // 100]} trăm" + (link + vietnamese(rest) if rest else "")
    head, rest = f"{vietnamese(n // 1000)} nghìn", n % 1000
    if not rest:
        return head
    gap = "không trăm " + ("lẻ " if rest < 10 else "") if rest < 100 else ""
    return f"{head} {gap}{vietnamese(rest)}"


def chinese(n: int) -> str:
    if n < 10:
        return _CHINESE[n]
    if n < 20:
        return "十" + (_CHINESE[n % 10] if n % 10 else "")
    unit, word = next(
        (u, w) for u, w in ((10000, "万"), (1000, "千"), (100, "百"), (10, "十")) if n >= u
    )
    rest = n % unit
    if not rest:
        return chinese(n // unit) + word
    gap = "零" if rest < unit // 10 else ""
    tens = "一" if 10 <= rest < 20 else ""
    return chinese(n // unit) + word + gap + tens + chinese(rest)


def japanese(n: int) -> str:
    if n < 10:
        return _CHINESE[n]
    unit, word = next(
        (u, w) for u, w in ((10000, "万"), (1000, "千"), (100, "百"), (10, "十")) if n >= u
    )
    head = "" if unit < 10000 and n < 2 * unit else japanese(n // unit)
    return head + word + (japanese(n % unit) if n % unit else "")


SPELLERS: dict[str, tuple[Callable[[int], str], str]] = {
    "en": (english, "{} ships"),
    "de": (german, "{} Schiffe"),
    "es": (spanish, "{} barcos"),
    "fr": (french, "{} navires"),
    "ru": (russian, "{} кораблей"),
    "vi": (vietnamese, "{} chiếc tàu"),
    "zh": (chinese, "{}艘船"),
    "ja": (japanese, "{}隻の船"),
}


@pytest.mark.parametrize("lang", SPELLERS)
@given(number=st.integers(2, 99_999))
def test_a_number_in_words_is_read_as_it_was_meant(lang: str, number: int) -> None:
    spell, frame = SPELLERS[lang]
    text = frame.format(spell(number))
    found = find_quantities(Passage(text, 0, load_pack(lang), tokenize(text, 0, lang)), ())
    assert [q.value for q in found] == [number], text
