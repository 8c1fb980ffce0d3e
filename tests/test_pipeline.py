"""What the report says of a comparison beside its findings."""

from __future__ import annotations

import gc
import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

import transdiff
from transdiff.errors import ConfigError
from transdiff.model import Document
from transdiff.pipeline import compare
from transdiff.reporters.json import render
from transdiff.schema import report_schema

TEXT = "The port of Alta shut on Saturday after a week of storms, officials said."
DOCUMENT = Document.from_text(TEXT, "en")


def newer(mine: str, theirs: str, text: str = TEXT) -> list[str]:
    """Reasons why the reference is newer than the article."""
    article = Document.from_text(TEXT, "en", published=mine)
    reference = Document.from_text(text, "en", published=theirs)
    report = compare(article, {"wire": reference})
    return [s.reason for s in report.skipped if s.name == "reference-newer:wire"]


def test_a_reference_newer_than_the_article_is_said() -> None:
    (reason,) = newer("2025-05-03", "2025-05-04")
    assert "2025-05-04" in reason and "2025-05-03" in reason


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [("2025-05-03", "2025-05-03"), ("2025-05-04", "2025-05-03"), ("", "2025-05-03"), ("", "")],
)
def test_an_older_one_or_one_without_a_date_is_not(mine: str, theirs: str) -> None:
    assert newer(mine, theirs) == []


def test_the_dateline_tells_where_no_date_of_publication_does() -> None:
    assert newer("2025-05-03", "", f"ALTA, May 5, 2025 (Reuters) - {TEXT}")


@pytest.mark.parametrize(
    ("above", "reason"),
    [
        ("KILL-Storm shuts port", "the publisher says: withdrawn"),
        ("EMBARGOED UNTIL MAY 4\n\nStorm shuts port", "under embargo, as a line above"),
    ],
)
def test_what_a_publisher_says_of_a_reference_is_in_the_report(above: str, reason: str) -> None:
    reference = Document.from_text(f"{above}\n\n{TEXT}\n\nNobody was hurt.", "en")
    skipped = {s.name: s.reason for s in compare(DOCUMENT, {"wire": reference}).skipped}
    assert skipped["publisher:wire"].startswith(reason)
    assert "publisher:wire" not in {s.name for s in compare(DOCUMENT, {"wire": DOCUMENT}).skipped}


@pytest.mark.parametrize("call", [transdiff.compare, transdiff.align])
@pytest.mark.parametrize(
    ("translation", "references", "said"),
    [
        ("text", {"a": DOCUMENT}, "translation: a Document is expected, not str"),
        (DOCUMENT, {"a": "text"}, "references: a Document is expected, not str"),
        (DOCUMENT, ["text"], "references: a Document is expected, not str"),
        (DOCUMENT, DOCUMENT, "references: a mapping of labels to documents"),
        (DOCUMENT, {1: DOCUMENT}, "references: a label is a str, not int"),
    ],
)
def test_what_is_no_document_is_named(
    call: Any, translation: Any, references: Any, said: str
) -> None:
    with pytest.raises(TypeError, match=said):
        call(translation, references)


def test_one_name_for_a_list_of_names_is_an_error() -> None:
    with pytest.raises(ConfigError, match=r'ignore: expected a list of names, got "page"'):
        transdiff.compare(DOCUMENT, {"a": DOCUMENT}, transdiff.Settings(ignore="page"))  # type: ignore[arg-type]


@pytest.mark.parametrize("call", [transdiff.compare, transdiff.align])
@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"lang": "english"}, 'lang: "english" is not a BCP 47 language tag'),
        ({"lang": 5}, "lang: expected text, got a whole number"),
        ({"fail_on": "bad"}, 'fail-on: unknown level "bad"'),
        ({"max_major": -1}, "max-major: expected a whole number >= 0"),
        ({"min_score": {"bleu": "high"}}, "min-score: expected a number, got text"),
        ({"ignore": 5}, "ignore: expected a list, got a whole number"),
    ],
)
def test_a_wrong_setting_is_named(call: Any, given: dict[str, Any], said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        call(DOCUMENT, {"a": DOCUMENT}, transdiff.Settings(**given))


@pytest.mark.parametrize("call", [transdiff.compare, transdiff.align])
def test_settings_that_are_a_table_are_named(call: Any) -> None:
    with pytest.raises(TypeError, match="settings: Settings are expected, not dict"):
        call(DOCUMENT, {"a": DOCUMENT}, {"ignore": []})


def test_text_that_is_no_text_is_named() -> None:
    with pytest.raises(TypeError, match="text: a str is expected, not bytes"):
        transdiff.Document.from_text(b"text")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="a list of str is expected"):
        transdiff.Document.from_sentences("text")


def test_completion_sees_the_public_names() -> None:
    assert set(dir(transdiff)) == set(transdiff.__all__)


def test_a_comparison_leaves_nothing_to_the_garbage_collector() -> None:
    wires = {key: Document.from_text(f"{TEXT} {key.title()} reported it.", "en") for key in "ab"}
    compare(DOCUMENT, wires)  # reads the packs
    gc.collect()
    gc.disable()
    try:
        compare(DOCUMENT, wires)
        assert gc.collect() < 20  # Python leaves a few itself
    finally:
        gc.enable()


@pytest.mark.parametrize(
    ("make", "error", "said"),
    [
        (lambda: transdiff.Settings(lang=5), ConfigError, "lang: expected text"),  # type: ignore[arg-type]
        (lambda: transdiff.Settings(select="facts"), ConfigError, r'write \["facts"\]'),  # type: ignore[arg-type]
        (
            lambda: transdiff.Settings(max_major=-1),
            ConfigError,
            "max-major: expected a whole number",
        ),
        (
            lambda: Document.from_text("Words.", lang=5),
            TypeError,
            "lang: a str is expected, not int",
        ),  # type: ignore[arg-type]
        (lambda: Document.from_text("Words.", id=5), TypeError, "id: a str is expected, not int"),  # type: ignore[arg-type]
        (
            lambda: Document.from_text("Words.", published=5),
            TypeError,
            "published: a str or a date",
        ),  # type: ignore[arg-type]
        (lambda: Document.from_sentences(["Words.", 5]), TypeError, r"sentences\[1\]: a str"),  # type: ignore[list-item]
        (lambda: transdiff.compare(DOCUMENT, None), TypeError, "references: a mapping"),  # type: ignore[arg-type]
    ],
)
def test_a_value_of_another_type_is_named_where_it_is_given(
    make: Any, error: type[Exception], said: str
) -> None:
    with pytest.raises(error, match=said):
        make()


def test_settings_are_values_of_their_own() -> None:
    floors = {"fidelity": 70}
    given = transdiff.Settings(select=["facts"], min_score=floors)  # type: ignore[arg-type]
    same = transdiff.Settings(select=("facts",), min_score={"fidelity": 70.0})
    assert (given, hash(given), given.digest()) == (same, hash(same), same.digest())
    floors["fidelity"] = 90
    assert given == same


def test_a_set_of_names_makes_the_same_settings_in_every_run() -> None:
    names = ("quotes", "facts", "names", "page", "wording")
    for order in (names, names[::-1]):
        given = transdiff.Settings(select=dict.fromkeys(order).keys())  # type: ignore[arg-type]
        assert given == transdiff.Settings(select=tuple(sorted(names)))


def test_a_declared_language_holds_for_alignment_alone_too() -> None:
    article = Document.from_text("Премьер-министр прибыл в Киев.\n\nШёл дождь.", "ru")
    wire = Document.from_text("Премьер-министр приехал в столицу.\n\nДождь шёл.", "ru")
    declared = transdiff.Settings(lang="en")
    found = transdiff.align(article, {"wire": wire}, declared)
    assert found == transdiff.compare(article, {"wire": wire}, declared).alignment
    assert found != transdiff.align(article, {"wire": wire})


def test_a_language_that_nobody_knows_is_detected() -> None:
    article = Document.from_text(f"{TEXT} It took 30 hours.", "und")
    wire = Document.from_sentences([f"{TEXT} It took 31 hours."], "und")
    assert (article.lang, wire.lang) == ("en", "en")
    unknown = transdiff.compare(article, {"wire": wire}, transdiff.Settings(lang="und"))
    assert unknown.article.document.lang == "en"
    assert unknown.findings


def test_references_may_come_from_any_iterable() -> None:
    listed = transdiff.compare(DOCUMENT, [DOCUMENT])
    assert transdiff.compare(DOCUMENT, iter([DOCUMENT])) == listed


def test_the_gate_that_the_settings_ask_for_is_judged_and_changes_nothing_else() -> None:
    article = Document.from_text("The ferry carried 300 people on Monday, the coast guard said.")
    wire = Document.from_text("The ferry carried 30 people on Monday, the coast guard said.")
    plain = transdiff.compare(article, {"tass": wire})
    gated = transdiff.compare(article, {"tass": wire}, transdiff.Settings(fail_on="major"))
    assert (plain.gate, gated.gate and gated.gate.passed) == (None, False)
    assert replace(gated, gate=None) == plain


def test_a_report_as_values_is_what_its_json_holds() -> None:
    report = compare(DOCUMENT, {"wire": DOCUMENT})
    assert report.to_dict() == json.loads(render(report))
    jsonschema.validate(report.to_dict(), report_schema())


def test_the_version_is_where_python_programs_look_for_it() -> None:
    assert f"transdiff {transdiff.__version__}" == compare(DOCUMENT, {"a": DOCUMENT}).tool


def test_two_rules_of_one_category_that_show_the_same_words_tell_one_finding() -> None:
    wire = "Norway, which owns the ferry, welcomed the plan of the harbour board."
    article = Document.from_text(wire.replace("welcomed", "rejected"), "en")
    report = compare(article, {"wire": Document.from_text(wire, "en")})
    shown = [(f.category, f.span, f.message) for f in report.findings]
    assert ("negation", "rejected") in [(f.category, f.quote) for f in report.findings]
    assert len(shown) == len(set(shown))


def test_the_words_of_a_sentence_that_is_left_in_another_language_are_told_with_it() -> None:
    open_, shut = "A strike closed the port on Monday.", "It opens again after the storm."
    foreign = "Четыре человека погибли и 17 пострадали при пожаре на нефтебазе."
    article = Document.from_sentences([open_, foreign, shut], "en")
    wires = {
        "reuters": Document.from_sentences([open_, "Four died in a fire at an oil depot.", shut]),
        "tass": Document.from_sentences([foreign], "ru"),
    }
    told = [f.quote for f in compare(article, wires).findings if f.category == "untranslated"]
    assert told == [foreign]


def test_an_addition_is_shown_beside_what_stands_in_its_place() -> None:
    said = ["Fire at a depot in Alta", "Trains run again.", "The air was found to be clean."]
    article = Document.from_text(
        "Blaze in Alta\n\nTrains run again. The air was found to be clean. Ecologists disagree.",
        "en",
    )
    report = compare(article, {"wire": Document.from_sentences(said, "en")})
    added = [f for f in report.findings if f.rule == "addition-unsupported"]
    assert [f.evidence[0].quote for f in added] == [said[2]]
