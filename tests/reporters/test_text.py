"""The terminal report: a summary, then every finding with the text on both sides."""

from __future__ import annotations

from dataclasses import replace

from tests.reporters.reports import ARTICLE, addition, number_value, report
from transdiff.display import width
from transdiff.model import RELIABILITY, Gate, Severity, Skipped, Span, Status
from transdiff.reporters.text import render


def test_a_finding_shows_the_article_and_every_reference_with_carets_under_the_mark() -> None:
    assert render(report(number_value()), quiet=True) == (
        "article.txt:2:1: critical number-value   2 of 2 references disagree\n"
        "  │ About 300 people were on board, officials said.\n"
        "  │ ^^^^^^^^^^^^^^^^\n"
        "  = reuters:2   There were 30 people on board, according to officials.\n"
        "  = tass:2      Thirty people were on board, officials said.\n"
        '  = note: article "About 300 people" · reuters "30 people"\n'
        "  = help: transdiff explain number-value\n"
    )


def test_the_summary_stands_in_front() -> None:
    text = render(report(number_value(), addition()))
    assert text.startswith(
        "article.txt compared with reuters, tass\n"
        "1 critical and 1 major divergences to check; 2 of 3 sentences supported, "
        "1 said by no reference.\n"
        "\n"
        "  sentences  2 supported · 1 only here\n"
        "  findings   1 critical · 1 major\n"
        "  reuters    supports 2 of 3 sentences (67 %) · 0 of its sentences not used · en\n"
        "  tass       supports 2 of 3 sentences (67 %) · 1 of its sentences not used · en\n"
        "  scores     bleu 41.3 · coverage 0.67\n"
        "  fidelity   61.2 of 100 · −25.0 number-value\n"
    )


def test_the_verdict_counts_sentences_as_the_line_below_it_does() -> None:
    whole = report()
    statuses = (Status.PARTLY, Status.CONTRADICTED, Status.ONLY_HERE)
    sentences = tuple(
        replace(sentence, status=status)
        for sentence, status in zip(whole.sentences, statuses, strict=True)
    )
    text = render(replace(whole, sentences=sentences))
    assert "0 of 3 sentences supported, 1 in part, 1 contradicted, 1 said by no reference." in text
    assert "1 partly supported · 1 contradicted · 1 only here" in text


def test_an_article_without_findings_is_called_faithful() -> None:
    assert "No divergence found" in render(report())
    assert "Only minor divergences" in render(report(number_value(Severity.MINOR)))


def test_an_article_that_the_references_do_not_cover_is_not_called_faithful() -> None:
    apart = Skipped(RELIABILITY, "the references support 0 of 3 sentences")
    text = render(report(number_value(Severity.MINOR), skipped=[apart]))
    assert "Too little in common to judge; " in text
    assert "Only minor divergences" not in text


def test_an_unsupported_sentence_says_that_nobody_supports_it() -> None:
    head = render(report(addition()), quiet=True).splitlines()[0]
    assert head == "article.txt:3:1: major addition-unsupported   no reference supports this"


def test_a_place_where_something_is_missing_has_one_caret() -> None:
    empty = replace(number_value(), span=Span(12, 12), quote="")
    assert "  │ ^\n" in render(report(empty), quiet=True)


def test_a_gate_that_failed_says_why() -> None:
    failed = replace(report(number_value()), gate=Gate(False, ("1 finding critical",)))
    assert "· gate failed: 1 finding critical" in render(failed)


def test_what_did_not_run_is_said_in_one_row() -> None:
    skipped = [Skipped("ter", "too long"), Skipped("a", "not selected")]
    assert "  not run    ter: too long · 1 rule not selected\n" in render(report(skipped=skipped))


def test_no_line_is_wider_than_the_terminal() -> None:
    text = render(report(number_value(), addition()), cells=60)
    excerpts = [line for line in text.splitlines() if line.startswith("  │")]
    assert excerpts and all(width(line) <= 60 for line in excerpts)


def test_a_narrow_terminal_breaks_the_verdict_between_words() -> None:
    text = render(report(number_value(), addition()), cells=60)
    assert text.splitlines()[1:3] == [
        "1 critical and 1 major divergences to check; 2 of 3",
        "sentences supported, 1 said by no reference.",
    ]


def test_a_long_name_of_a_reference_leaves_room_for_what_it_says() -> None:
    name = "a-very-long-name-of-an-agency"
    finding = number_value()
    evidence = (replace(finding.evidence[0], reference=name), *finding.evidence[1:])
    whole = report(replace(finding, evidence=evidence))
    mine, reuters, tass = whole.documents
    renamed = replace(whole, documents=(mine, replace(reuters, key=name), tass))
    lines = render(renamed, cells=60, quiet=True).splitlines()
    assert any("a-very-long-na…:2   There were 30 people on board" in line for line in lines)
    assert all(width(line) <= 60 for line in lines if line.startswith("  = a-very"))


def test_hostile_text_cannot_drive_the_terminal() -> None:
    hostile = ARTICLE.replace("officials", "\x1b[2J\u202eofficials")
    text = render(report(number_value(), article=hostile))
    assert "\x1b" not in text and "\u202e" not in text
    assert "⟨U+001B⟩[2J⟨U+202E⟩officials" in text


def test_colour_adds_nothing_but_colour() -> None:
    import re

    colored = render(report(number_value()), color=True)
    assert re.sub(r"\x1b\[[\d;]*m", "", colored) == render(report(number_value()))
