"""Glossaries: their files are in order, and words of any two languages meet in English."""

from __future__ import annotations

from importlib import resources

import pytest

from transdiff.language.glossary import can_meet, meanings
from transdiff.language.words import stem_word, tokenize

FOLDER = resources.files("transdiff.language") / "glossaries"
LANGS = sorted(file.name.removesuffix(".txt") for file in FOLDER.iterdir())


def _meant(text: str, lang: str) -> list[frozenset[str]]:
    return list(meanings(tokenize(text, lang=lang), lang))


def _meet(one: str, lang: str, other: str, there: str) -> bool:
    first, second = (frozenset().union(*_meant(*side)) for side in ((one, lang), (other, there)))
    return bool(first & second)


@pytest.mark.parametrize("lang", [lang for lang in LANGS if lang != "en"])
def test_every_line_renders_a_headword(lang: str) -> None:
    heads = (FOLDER / "en.txt").read_text("utf-8").splitlines()
    lines = (FOLDER / f"{lang}.txt").read_text("utf-8").splitlines()
    parts = [line.split("\t") for line in lines]
    assert sorted(part[0] for part in parts) == heads
    for head, *renderings in parts:
        listed = renderings[0].split(", ")
        assert len(renderings) == 1, head
        assert len(set(listed)) == len(listed), head
        assert all(r and r == r.strip() and r[0].isalpha() for r in listed), head


@pytest.mark.parametrize(
    ("lang", "text", "english"),
    [
        ("ru", "получили", "receive"),
        ("ru", "музеях", "museum"),
        ("ru", "разрушено", "destroy"),
        ("uk", "загинули", "die"),
        ("de", "bestritten", "deny"),
        ("de", "Notenbank", "bank"),
        ("de", "lehnte den Plan ab", "reject"),
        ("es", "negaron", "deny"),
        ("fr", "fermées", "close"),
        ("pt", "fecharam", "close"),
        ("ar", "وبالوزارة", "ministry"),
        ("zh", "调查", "investigate"),
        ("ja", "逮捕", "arrest"),
        ("vi", "bác bỏ", "reject"),
        ("hy", "դպրոցների", "school"),
    ],
)
def test_a_form_leads_to_its_headword(lang: str, text: str, english: str) -> None:
    assert stem_word(english, "en") in frozenset().union(*_meant(text, lang))


def test_all_words_of_a_phrase_mean_what_the_phrase_means() -> None:
    words = _meant("bác bỏ", "vi")
    assert words[0] == words[1]


def test_a_listed_word_is_no_form_of_another_one() -> None:
    assert not _meet("статья", "ru", "become", "en")
    assert _meet("статьи", "ru", "article", "en")


@pytest.mark.parametrize(
    ("one", "lang", "other", "there"),
    [("закрыли", "ru", "fermé", "fr"), ("警察", "zh", "Polizisten", "de")],
)
def test_two_languages_meet_without_either_being_english(
    one: str, lang: str, other: str, there: str
) -> None:
    assert _meet(one, lang, other, there)


def test_a_language_without_a_glossary_knows_no_words() -> None:
    assert not can_meet("en", "cs")
    assert not can_meet("en", "en")
    assert can_meet("uk", "ja")
    assert not any(_meant("Vláda zamítla návrh", "cs"))
    assert not any(_meant("anything", "../en"))
