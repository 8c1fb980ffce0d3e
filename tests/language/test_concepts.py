from __future__ import annotations

import pytest

from transdiff import Document
from transdiff.language.concepts import acronyms, concepts, family
from transdiff.language.pack import languages
from transdiff.pipeline import annotated_story


def terms(text: str, lang: str) -> set[tuple[str, str]]:
    story = annotated_story(None, Document.from_sentences([text], lang))
    return {(t.concept, t.form) for t in story.segments[0].facts.terms}


def test_every_phrase_is_in_a_language_with_a_pack() -> None:
    known = {*languages(), "az"}
    for entry in concepts().values():
        for by_lang in entry.forms.values():
            assert set(by_lang) <= known, entry.id


def test_no_phrase_is_two_stances_of_one_concept() -> None:
    for entry in concepts().values():
        if entry.domain != "loaded":
            continue
        for lang in languages():
            phrases = [phrase for _, phrase in entry.phrases(lang)]
            assert len(phrases) == len(set(phrases)), (entry.id, lang)


def test_every_loaded_concept_says_why_and_takes_the_severity_of_a_finding() -> None:
    for entry in concepts().values():
        if entry.domain == "loaded":
            assert entry.why, entry.id
            assert entry.severity in ("minor", "major"), entry.id


def test_a_family_has_at_least_two_members() -> None:
    families = [entry.family for entry in concepts().values() if entry.family]
    assert all(families.count(name) > 1 for name in families)
    assert family("news.crew") == family("news.passengers") == "aboard"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The WHO's report is out."),
        ("ru", "Доклад Всемирной организации здравоохранения вышел."),
        ("vi", "Báo cáo của Tổ chức Y tế Thế giới đã công bố."),
        ("zh", "世卫组织发布了报告。"),
        ("de", "Die Weltgesundheitsorganisation legte einen Bericht vor."),
        ("fr", "Le rapport de l'OMS est publié."),
        ("es", "La OMS publicó un informe."),
        ("ar", "أصدرت منظمة الصحة العالمية تقريرا."),
        ("ja", "世界保健機関が報告書を発表した。"),
    ],
)
def test_one_organisation_in_every_language(lang: str, text: str) -> None:
    assert ("org.who", "name") in terms(text, lang)


def test_capitals_tell_an_acronym_from_a_word() -> None:
    assert terms("Those who left came back.", "en") == set()
    assert ("country.US", "name") in terms("The US answered.", "en")
    assert ("country.US", "name") not in terms("He told us.", "en")
    assert ("country.TR", "name") not in terms("They ate turkey.", "en")


def test_british_and_american_spelling_are_one_phrase() -> None:
    british = terms("The International Labour Organisation met.", "en")
    assert british == terms("The International Labor Organization met.", "en") != set()


def test_a_silent_e_tells_english_words_of_one_stem_apart() -> None:
    assert terms("The planes land.", "en") == {("news.aeroplane", "name")}
    assert terms("The plan for the planned rates.", "en") == set()
    assert ("kind.car", "name") not in terms("They care.", "en")
    assert ("society.church", "name") in terms("Churches closed.", "en")


def test_what_a_concept_lies_within_is_in_the_table() -> None:
    known = concepts()
    assert all(entry.within in known for entry in known.values() if entry.within)


def test_the_longest_phrase_wins() -> None:
    assert terms("The UN Security Council met.", "en") == {("org.un-security-council", "name")}


def test_a_syllable_of_a_vietnamese_name_is_no_country() -> None:
    assert ("country.DE", "name") not in terms("Ông Trần Đức Thảo phát biểu.", "vi")
    assert ("country.DE", "name") in terms("Thủ tướng Đức phát biểu.", "vi")


def test_an_acronym_is_known_whatever_its_language() -> None:
    assert "org.who" in acronyms()["OMS"]


def test_frames_make_the_phrases_of_all_that_fill_them() -> None:
    assert ("kind.hurt-calf", "name") in terms("She had a calf injury.", "en")
    assert ("kind.hurt-back-of-body", "name") in terms("He needs surgery on his back.", "en")
    assert ("kind.hurt-hand", "name") not in terms("They did it by hand.", "en")
    assert "kind.frames" not in concepts()
