"""What the report says of a comparison beside its findings."""

from __future__ import annotations

import pytest

from transdiff.model import Document
from transdiff.pipeline import compare

TEXT = "The port of Alta shut on Saturday after a week of storms, officials said."


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
