"""Sentences of another language that are rendered whole: what no word pairs is judged all the same.

Each story is followed sentence by sentence, so that it shows how long a faithful sentence is.
"""

from __future__ import annotations

import pytest

from transdiff import Document, Finding, compare
from transdiff.model import Severity

UKRAINIAN = """У порту Лимани відкрили новий причал для зерновозів.
Будівництво тривало два роки і коштувало 40 млн гривень.
Причал, імовірно, запрацює на повну потужність навесні.
Директор порту Остап Гай подякував робітникам за терпіння.
«Ми не підвищуватимемо тарифів», – сказав Гай журналістам.
Місцеві жителі розповіли, що вночі чули сильний гуркіт.
За словами двох трейдерів, торік через порт пройшло 3,2 млн тонн вантажів.
«Причал має працювати цілий рік, але не за будь-яку ціну», – сказав голова профспілки моряків.
"""
FAITHFUL = """A new berth for grain carriers has been opened in the port of Lymany.
Construction took two years and cost 40 million hryvnias.
The berth will probably work at full capacity in the spring.
The port's director, Ostap Hai, thanked the workers for their patience.
"We will not raise tariffs," Hai told reporters.
Local residents said they had heard a loud rumble at night.
Last year 3.2 million tonnes of cargo passed through the port, two traders said.
"The berth must work all year, but not at any price," the head of the seamen's union said.
"""


@pytest.mark.parametrize(
    ("said", "instead", "category"),
    [
        ("will probably work", "works", "hedge"),
        ("We will not raise tariffs", "We will raise tariffs", "quote_altered"),
        (", two traders said.", ".", "attribution_source"),
        (", but not at any price,", ",", "quote_truncated"),
        ("Hai told reporters", "harbour master Petro Lunin told reporters", "speaker"),
    ],
)
def test_what_a_whole_sentence_lacks_is_found(said: str, instead: str, category: str) -> None:
    assert said in FAITHFUL
    told = {f.category for f in findings(FAITHFUL)}
    assert category in {f.category for f in findings(FAITHFUL.replace(said, instead))} - told


def test_a_faithful_story_is_left_alone() -> None:
    assert [f.message for f in grave(FAITHFUL)] == []


def test_a_sentence_that_leaves_much_out_is_not_judged_whole() -> None:
    short = FAITHFUL.replace(
        "The berth will probably work at full capacity in the spring.", "Good."
    )
    assert "hedge" not in {f.category for f in grave(short)}


def grave(article: str) -> list[Finding]:
    """Return the findings that are major at least."""
    return [f for f in findings(article) if f.severity.rank >= Severity.MAJOR.rank]


def findings(article: str) -> tuple[Finding, ...]:
    """Return what is found: of a claim that stands alone in a faithful story trust is low."""
    story = Document.from_text(article.replace("\n", "\n\n"), "en", published="2025-05-20")
    wire = Document.from_text(UKRAINIAN.replace("\n", "\n\n"), "uk", published="2025-05-20")
    return compare(story, {"wire": wire}).findings


def test_a_condition_of_the_next_sentence_is_its_own() -> None:
    reference = (
        "The crews will end their strike on Friday if Orla Line signs the contract, they said. "
        "No ferry will sail from the northern quay unless the pilots are paid, the harbour said."
    )
    article = reference.replace(" if Orla Line signs the contract", "")
    report = compare(
        Document.from_text(article, "en"), {"wire": Document.from_text(reference, "en")}
    )
    assert "condition-dropped" in {f.rule for f in report.findings}
