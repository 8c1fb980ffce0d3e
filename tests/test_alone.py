"""An article without any reference: held against itself, and nothing else is claimed."""

from __future__ import annotations

import pytest

import transdiff
from transdiff import Document
from transdiff.errors import InputError
from transdiff.model import RELIABILITY
from transdiff.plugins import reporter

ARTICLE = Document.from_text(
    "Ferry aground\n\nThe ferry ran aground on Monday. The harbour master , a woman, said so.\n\n"
    "Source link",
    "en",
)


def test_what_an_article_tells_by_itself_needs_no_reference() -> None:
    report = transdiff.compare(ARTICLE, {})
    assert {f.rule for f in report.findings} == {"residue-page-furniture", "unicode-spacing"}


def test_it_is_faithful_to_nothing_and_the_report_says_why() -> None:
    report = transdiff.compare(ARTICLE, [])
    reasons = {skipped.name: skipped.reason for skipped in report.skipped}
    assert report.fidelity == 0.0
    assert reasons[RELIABILITY] == "no reference: the article is held against itself only"


@pytest.mark.parametrize("name", ["text", "concise", "html", "json", "markdown", "sarif", "junit"])
def test_every_report_of_it_can_be_written(name: str) -> None:
    assert "Source link" in reporter(name)(transdiff.compare(ARTICLE, {}))


def test_there_is_nothing_to_align_with() -> None:
    with pytest.raises(InputError, match="no reference to align with"):
        transdiff.align(ARTICLE, {})
