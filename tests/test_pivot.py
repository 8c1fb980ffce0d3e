"""A pivot lets words be compared with a foreign reference; evidence still quotes the original."""

from __future__ import annotations

import pytest

from transdiff import Document, Report, compare
from transdiff.errors import InputError
from transdiff.pivot import sentences_of, with_pivot
from transdiff.redact import redacted

ARTICLE = [
    "The regime closed the northern harbour on Tuesday.",
    "The fishermen sold 40 boats.",
]
WIRE = [
    "Во вторник северную гавань закрыло правительство.",
    "Рыбаки продали 40 лодок.",
]
PIVOT = [
    "The government closed the northern harbour on Tuesday.",
    "The fishermen sold 40 boats.",
]


def report(*, pivoted: bool) -> Report:
    wire = Document.from_sentences(WIRE, "ru", id="wire.txt")
    if pivoted:
        wire = with_pivot(wire, PIVOT, "wire.en.txt")
    return compare(Document.from_sentences(ARTICLE, "en", id="article.txt"), {"wire": wire})


def test_without_a_pivot_the_report_says_that_words_were_not_compared() -> None:
    plain = report(pivoted=False)
    (said,) = [s.reason for s in plain.skipped if s.name == "wording:wire"]
    assert said.startswith("ru against en: facts are compared, wording is not")
    assert plain.score("bleu") is None


def test_with_a_pivot_text_metrics_are_measured_on_it() -> None:
    pivoted = report(pivoted=True)
    assert (pivoted.score("bleu") or 0) > 80
    assert not [s for s in pivoted.skipped if s.name == "wording:wire"]


def test_evidence_quotes_the_original_and_says_that_a_pivot_was_used() -> None:
    pivoted = report(pivoted=True)
    (finding,) = [f for f in pivoted.findings if f.rule == "loaded-term"]
    (evidence,) = finding.evidence
    assert evidence.quote == WIRE[0] == evidence.span.of(pivoted.references["wire"].document.text)
    assert finding.message.endswith("(pivot of wire)")
    assert "pivot: wire.en.txt" in pivoted.references["wire"].document.notes[0]


def test_facts_are_read_from_the_original() -> None:
    wrong = [PIVOT[0], "The fishermen sold 400 boats."]
    wire = with_pivot(Document.from_sentences(WIRE, "ru", id="wire.txt"), wrong, "wire.en.txt")
    found = compare(Document.from_sentences(ARTICLE, "en"), {"wire": wire})
    assert not [f for f in found.findings if f.category == "number"]


def test_a_redacted_report_keeps_no_pivot() -> None:
    assert redacted(report(pivoted=True)).references["wire"].document.pivot == ()


def test_a_pivot_has_one_sentence_for_each_of_the_reference() -> None:
    wire = Document.from_sentences(WIRE, "ru", id="wire.txt")
    with pytest.raises(InputError, match=r"wire\.en\.txt: 1 sentence, but wire\.txt has 2"):
        with_pivot(wire, PIVOT[:1], "wire.en.txt")


def test_a_ready_translation_is_read_by_line_or_else_by_sentence() -> None:
    wire = Document.from_sentences(WIRE, "ru")
    by_line = Document.from_text("Hon. P. Vale closed it. Twice.\n\nThe end came.\n", "en")
    assert sentences_of(by_line, wire) == ("Hon. P. Vale closed it. Twice.", "The end came.")
    running = Document.from_text("The harbour was closed. The fishermen sold 40 boats.", "en")
    assert len(sentences_of(running, wire)) == 2
