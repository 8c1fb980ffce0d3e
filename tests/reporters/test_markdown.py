"""The Markdown report: what an editor reads in a comment, and nothing the quoted text can do."""

from __future__ import annotations

from dataclasses import replace

from sample import sample_report

from transdiff.model import Standing
from transdiff.reporters.markdown import escape, render, render_many


def test_begins_with_title_and_verdict() -> None:
    lines = render(sample_report()).splitlines()
    assert lines[0] == "### Tarsk port workers storm out, minister admits “serious losses”"
    assert lines[2].startswith("**3 critical and 9 major divergences to check;")
    assert "**Gate failed**: 3 critical findings; 8 major findings." in lines[2]


def test_findings_quote_both_sides_the_worst_first() -> None:
    rows = [line for line in render(sample_report()).splitlines() if line.startswith("| critical")]
    assert len(rows) == 3
    assert "| `scale` | 2 | “About 4,500” | northwire: “About 450”<br>" in rows[0]


def test_minor_findings_are_folded_away() -> None:
    text = render(sample_report())
    assert text.index("<summary>5 minor</summary>") < text.index("| minor | `attribution-verb`")


def test_lists_what_the_article_leaves_out() -> None:
    text = render(sample_report())
    assert "1 sentence of northwire that the article leaves out" in text
    assert "- **12** A court in Tarsk" in text


def test_a_reference_of_which_nothing_is_left_out_is_not_mentioned() -> None:
    report = sample_report()
    complete = replace(report.alignment, omitted=dict.fromkeys(report.references, ()))
    assert "leaves out" not in render(replace(report, alignment=complete))


def test_accepted_findings_are_left_out() -> None:
    report = sample_report()
    quiet = replace(
        report,
        findings=tuple(replace(f, standing=Standing.SUPPRESSED) for f in report.findings),
    )
    assert "No divergence found" in render(quiet)
    assert "| critical" not in render(quiet)


def test_quoted_text_is_inert() -> None:
    assert escape("a|b\nc") == "a\\|b c"
    assert escape("<img onerror=x>") == "&lt;img onerror=x&gt;"
    assert escape("[x](javascript:1)") == "\\[x\\](javascript:1)"
    assert "@bob" not in escape("@bob")
    assert "https://" not in escape("https://example.org")
    assert escape("a\u202eb") == "a⟨U+202E⟩b"


def test_several_reports_follow_each_other() -> None:
    assert render_many([sample_report()] * 2).count("### ") == 2
