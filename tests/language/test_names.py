from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transdiff import Document
from transdiff.facts import Name
from transdiff.language.mentions import initials, letters, same_spelling
from transdiff.pipeline import annotated_story


def names(text: str, lang: str = "en") -> list[Name]:
    story = annotated_story(None, Document.from_sentences([text], lang))
    return [n for s in story.segments for n in s.facts.names]


def test_a_title_is_no_part_of_a_name() -> None:
    assert [n.text for n in names("Yesterday Deputy Mayor Ana Lopes left.")][-1] == "Ana Lopes"


def test_particles_and_initials_belong_to_a_name() -> None:
    assert "Ludwig van Aken" in [n.text for n in names("They met Ludwig van Aken there.")]
    assert "John F. Marsh" in [n.text for n in names("They met John F. Marsh there.")]


def test_an_organisation_keeps_its_links() -> None:
    (name,) = names("They visited the University of Marstrand again.")
    assert (name.text, name.kind) == ("University of Marstrand", "org")


def test_a_single_capital_that_opens_a_sentence_is_not_sure() -> None:
    assert [n.sure for n in names("Officials left.")] == [False]
    assert [n.sure for n in names("Yesterday they met Lopes.")][-1:] == [True]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Thirty were rescued.", "en"),
        ("Twenty-one were rescued.", "en"),
        ("Nobody was rescued.", "en"),
        ("Everyone was rescued.", "en"),
        ("Dozens were rescued.", "en"),
        ("Niemand wurde gerettet.", "de"),
        ("Quelqu'un a crié.", "fr"),
        ("Никто не пострадал.", "ru"),
        ("Nadie resultó herido.", "es"),
    ],
)
def test_a_numeral_or_pronoun_that_opens_a_sentence_is_no_name(text: str, lang: str) -> None:
    assert names(text, lang) == []


def test_a_numeral_may_be_part_of_a_name() -> None:
    assert "Three Gorges" in [n.text for n in names("They visited the Three Gorges again.")]


def test_the_capitals_of_a_headline_are_not_sure() -> None:
    found = names("Minister Rejects Broad Plan For Northern River Port")
    assert all(not n.sure for n in found if not n.concept)


def test_months_and_weekdays_are_no_names() -> None:
    assert names("They met on Monday, and again in March.") == []


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("zh", "市长沈嘉禾说，桥梁将开放。", "沈嘉禾"),
        ("zh", "他会见了安东·贝洛夫。", "安东·贝洛夫"),
        ("ru", "Мэр Олег Дроздов уехал.", "Олег Дроздов"),
        ("vi", "Bộ trưởng Trần Văn Hậu phát biểu.", "Trần Văn Hậu"),
    ],
)
def test_names_in_other_scripts(lang: str, text: str, wanted: str) -> None:
    assert any(wanted in n.text for n in names(text, lang))


def test_transliteration_swaps_vowels_but_not_any() -> None:
    assert same_spelling("zelensky", "zelenskyy")
    assert same_spelling("mohammed", "muhammad")
    assert not same_spelling("berglund", "bergland")
    assert same_spelling("berglund", "*bergland")


def test_initials_are_of_names_of_several_words() -> None:
    assert initials("Provisional Election Council") == "PEC"
    assert initials("Lopes") == ""


def test_letters_ignore_how_a_name_is_cut() -> None:
    assert letters("Yu'e Bao", "en") == letters("Yu Ebao", "en")


@given(st.text(max_size=80), st.sampled_from(["en", "ru", "zh", "ar", "vi", "de", "hy"]))
def test_a_name_is_what_its_span_quotes(text: str, lang: str) -> None:
    if not any(c.isalnum() for c in text):
        return
    document = Document.from_sentences([text], lang)
    for segment in annotated_story(None, document).segments:
        for name in segment.facts.names:
            assert segment.span.contains(name.span)
            assert name.span.of(document.text).startswith(name.text[:1])
