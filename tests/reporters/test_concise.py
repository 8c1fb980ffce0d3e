"""One line for each finding."""

from __future__ import annotations

from dataclasses import replace

from tests.reporters.reports import addition, number_value, report
from transdiff.reporters.concise import render


def test_a_finding_is_one_line_that_an_editor_can_jump_to() -> None:
    assert render(report(number_value(), addition())) == (
        'article.txt:2:1: critical number-value article "About 300 people" · reuters "30 people"\n'
        "article.txt:3:1: major addition-unsupported no reference says this\n"
    )


def test_no_finding_is_no_output() -> None:
    assert render(report()) == ""


def test_a_message_of_several_lines_stays_on_one() -> None:
    assert render(report(replace(addition(), message="a\nb\x07"))).count("\n") == 1
