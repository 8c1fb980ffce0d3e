"""Roots: a form of a text and the dictionary form of its word have one in common."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transdiff.language.pack import languages
from transdiff.language.paradigms import altered, roots


@pytest.mark.parametrize(
    ("lang", "form", "dictionary"),
    [
        ("ru", "получили", "получить"),
        ("ru", "арестованных", "арестовать"),
        ("ru", "строящегося", "строить"),
        ("uk", "виключаємо", "виключати"),
        ("es", "descartaron", "descartar"),
        ("es", "negó", "negar"),
        ("fr", "finissaient", "finir"),
        ("pt", "negaram", "negar"),
        ("de", "lehnten", "lehnen"),
        ("ar", "وبالمدرسة", "مدرسة"),
        ("hy", "հաստատեց", "հաստատել"),
    ],
)
def test_a_form_shares_a_root_with_its_dictionary_form(
    lang: str, form: str, dictionary: str
) -> None:
    assert set(roots(form, lang)) & set(roots(dictionary, lang))


@given(st.text("абвгдежий", min_size=1, max_size=14), st.sampled_from(sorted(languages())))
def test_roots_are_parts_of_the_form_the_longest_first(form: str, lang: str) -> None:
    found = roots(form, lang)
    assert form in found
    assert [len(root) for root in found] == sorted(map(len, found), reverse=True)


def test_a_language_without_inflection_keeps_its_words() -> None:
    assert roots("phủ", "vi") == ("phủ",)


@pytest.mark.parametrize(
    ("lang", "form", "dictionary"),
    [
        ("ru", "закроют", "закрыть"),
        ("ru", "возглавляет", "возглавить"),
        ("uk", "скажуть", "сказати"),
        ("es", "niegan", "negar"),
        ("es", "llegue", "llegar"),
        ("fr", "cède", "céder"),
        ("pt", "busque", "buscar"),
    ],
)
def test_sounds_of_a_root_change(lang: str, form: str, dictionary: str) -> None:
    like = {other for root in roots(form, lang) for other in altered(root, lang)}
    assert like & set(roots(dictionary, lang))
