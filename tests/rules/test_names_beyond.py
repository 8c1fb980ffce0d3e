"""A name put for one that stands in a sentence with which the article's is not linked."""

from __future__ import annotations

import pytest

from transdiff import Document, compare

COURSE = "The freighter was on its way from Gdynia to Klaipeda with timber when it ran aground."
CARGO = "The ship carries 2,400 tons of timber and some 80 tons of fuel. No leak has been found."


def _found(lang: str, article: str, *references: str) -> list[tuple[str, str]]:
    documents = {f"r{n}": Document.from_text(r, lang) for n, r in enumerate(references)}
    report = compare(Document.from_text(article, lang), documents)
    return [(f.category, f.quote) for f in report.findings if f.category in ("place", "org")]


@pytest.mark.parametrize(
    ("port", "found"),
    [("Liepaja", [("place", "Liepaja")]), ("Klaipeda", []), ("the east", [])],
)
def test_a_port_of_another_report(port: str, found: list[tuple[str, str]]) -> None:
    article = (
        f"No fuel has leaked. In its holds are 2,400 tons of timber that were loaded in Gdynia and"
        f" bound for {port}, besides 80 tons of fuel."
    )
    assert _found("en", article, COURSE, CARGO) == found


def test_a_port_in_russian() -> None:
    course = "Сухогруз с зерном, шедший из Ейска в турецкий Мерсин, сел на мель. Экипаж цел."
    cargo = "На борту сухогруза 3,1 тыс. тонн зерна и около 90 тонн мазута. Утечки топлива нет."
    article = (
        "Утечки топлива не обнаружено. В трюмах судна 3,1 тыс. тонн зерна, погруженного в Ейске"
        " для отправки в Самсун, и порядка 90 тонн мазута."
    )
    assert _found("ru", article, course, cargo) == [("place", "Самсун")]


def test_what_stands_among_other_words_is_an_addition() -> None:
    article = "The ship carries 2,400 tons of timber. The pilots' school in Bergen is closed."
    assert ("place", "Bergen") not in _found("en", article, COURSE, CARGO)
