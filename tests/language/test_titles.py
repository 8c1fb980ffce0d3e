from __future__ import annotations

import pytest

from transdiff import Document
from transdiff.facts import Title
from transdiff.language.offices import precedence
from transdiff.pipeline import annotated_story


def offices(text: str, lang: str = "en") -> list[Title]:
    story = annotated_story(None, Document.from_sentences([text], lang))
    return [t for s in story.segments for t in s.facts.titles if t.function]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The deputy foreign minister spoke."),
        ("en", "The vice-minister of foreign affairs spoke."),
        ("ru", "Заместитель министра иностранных дел выступил."),
        ("vi", "Thứ trưởng Ngoại giao phát biểu."),
        ("zh", "外交部副部长发表讲话。"),
        ("hy", "Արտաքին գործերի փոխնախարարը խոսեց։"),
    ],
)
def test_a_deputy_foreign_minister_in_every_language(lang: str, text: str) -> None:
    (office,) = offices(text, lang)
    assert (office.function, office.domain, office.modifiers) == (
        "minister",
        ("foreign",),
        frozenset({"deputy"}),
    )


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Kremlin spokesman Ivan Belov declined."),
        ("de", "Kremlsprecher Iwan Below lehnte ab."),
        ("zh", "克里姆林宫发言人拒绝置评。"),
    ],
)
def test_the_spokesman_of_the_presidency(lang: str, text: str) -> None:
    (office,) = offices(text, lang)
    assert (office.function, office.domain) == ("spokesperson", ("presidency",))


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("Former mayor Ana Lopes left.", "former"),
        ("Acting mayor Ana Lopes left.", "acting"),
        ("The mayor-elect left, and the president-elect stayed.", "designate"),
        ("The co-chair left.", "co"),
    ],
)
def test_ranks_and_times(text: str, modifier: str) -> None:
    assert any(modifier in o.modifiers for o in offices(text))


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ana Lopes left.",
        "The mayor, Ana Lopes, left.",
        "Ana Lopes, the mayor, left.",
        "Ana Lopes, the city's mayor, left.",
    ],
)
def test_who_holds_an_office(text: str) -> None:
    (office,) = offices(text)
    assert office.holder == "lps"


def test_the_name_after_an_adviser_to_a_minister_is_the_ministers() -> None:
    (office,) = offices("An adviser to minister Ana Lopes left.")
    assert (office.function, office.holder) == ("adviser", "")


def test_a_rank_before_a_person_is_not_joined_to_the_next_ones_office() -> None:
    assert all("assistant" not in o.modifiers for o in offices("An assistant and the mayor left."))


def test_a_deputy_stands_below_the_principal_and_a_first_deputy_above_a_deputy() -> None:
    principal = precedence("minister", frozenset())
    first = precedence("minister", frozenset({"first", "deputy"}))
    deputy = precedence("minister", frozenset({"deputy"}))
    assert principal > first > deputy > 0
    assert precedence("coach", frozenset()) == 0
