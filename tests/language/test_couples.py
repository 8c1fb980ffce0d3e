"""What an editor of each language expects of a sentence beside its reference, and across languages.

The couples were written before the program read them; each language has those that differ in one
fact, and those that only put it otherwise.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from transdiff import Document, Finding, compare
from transdiff.language.pack import languages
from transdiff.model import Severity

FOLDER = Path(__file__).parent
HOME = tomllib.loads((FOLDER / "couples.toml").read_text("utf-8"))
ACROSS = tomllib.loads((FOLDER / "couples_across.toml").read_text("utf-8"))

MISSED: dict[str, str] = {}
"""References whose divergence is not found yet; one that is found must leave the list."""

COUPLES = [
    pytest.param(key, couple, id=f"{key}-{couple['finds'] or 'allowed'}-{n}")
    for table in (HOME, ACROSS)
    for key, couples in table.items()
    for n, couple in enumerate(couples)
]


@pytest.mark.parametrize(("key", "couple"), COUPLES)
def test_a_couple_is_judged_as_an_editor_would(key: str, couple: dict[str, str]) -> None:
    found = findings(key, couple)
    if couple["finds"]:
        hit = couple["finds"] in {f.category for f in found}
        assert hit != (MISSED.get(couple["reference"]) == key), [f.message for f in found]
    else:
        assert [f.message for f in found if f.severity.rank >= Severity.MAJOR.rank] == []


def findings(key: str, couple: dict[str, str]) -> tuple[Finding, ...]:
    lang, _, reference = key.partition("<")
    article = Document.from_sentences([couple["article"]], lang, published="2025-05-20")
    wire = Document.from_sentences([couple["reference"]], reference or lang, published="2025-05-20")
    return compare(article, {"wire": wire}).findings


def test_every_language_has_its_couples_and_meets_english_both_ways() -> None:
    others = set(languages()) - {"en"}
    assert set(HOME) == others
    assert {key.partition("<")[0] for key in ACROSS} - {"en"} == others
    assert {key.partition("<")[2] for key in ACROSS} - {"en"} == others
    for couples in HOME.values():
        assert sum(bool(c["finds"]) for c in couples) >= 12
        assert sum(not c["finds"] for c in couples) >= 3


@pytest.mark.parametrize("lang", sorted(HOME))
def test_couples_of_every_kind_can_be_compared(lang: str) -> None:
    """Whatever stands in a sentence of one, no rule fails on a sentence of another."""
    first = HOME[lang][0]["reference"]
    for other in sorted(set(HOME) - {lang}):
        for couple in HOME[other][::4]:
            findings(f"{lang}<{other}", {"article": first, "reference": couple["reference"]})


def test_a_press_conditional_may_end_its_sentence() -> None:
    couple = {"article": "Le port, il le fermerait.", "reference": "Le port, il le fermerait."}
    assert findings("fr", couple) == ()
