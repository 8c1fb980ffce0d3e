"""Redaction: of the references only the evidence stays, at its place."""

from __future__ import annotations

from dataclasses import replace

from tests.reporters.reports import addition, number_value, report
from transdiff.model import Entry, Mention, Span
from transdiff.plugins import reporter
from transdiff.redact import redacted


def test_only_the_evidence_of_a_reference_stays_and_at_its_place() -> None:
    found = redacted(report(number_value(), addition()))
    for finding in found.findings:
        for piece in finding.evidence:
            if piece.reference:
                text = found.references[piece.reference].document.text
                assert piece.span.of(text) == piece.quote
    text = found.references["tass"].document.text
    assert "officials" not in text
    assert len(text) == len(report().references["tass"].document.text)


def test_the_article_and_the_findings_stay_whole() -> None:
    before = report(number_value())
    assert redacted(before).article == before.article
    assert redacted(before).findings == before.findings


def test_the_ledger_keeps_values_but_not_the_words_of_references() -> None:
    mentions = (Mention(None, Span(0, 1), "F"), Mention("tass", Span(0, 5), "Ferry", "ferry"))
    before = replace(report(), ledger=(Entry("name", "ferry", mentions),))
    own, theirs = redacted(before).ledger[0].mentions
    assert (own.quote, theirs.quote, theirs.value) == ("F", "", "ferry")


def test_no_format_shows_what_was_redacted() -> None:
    for name in ("text", "json", "sarif", "csv", "rdjson", "html", "markdown"):
        assert "according to officials" not in reporter(name)(redacted(report(number_value())))
