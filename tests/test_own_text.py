"""What the text below a headline says against it, too."""

from __future__ import annotations

import transdiff


def _severities(text: str, reference: str) -> set[str]:
    article = transdiff.Document.from_text(text, "en", id="article")
    wire = transdiff.Document.from_text(reference, "en", id="wire")
    found = transdiff.compare(article, {"wire": wire}).findings
    end = text.index("\n")
    return {str(f.severity) for f in found if f.span.start < end}


def test_a_headline_that_its_own_text_contradicts_needs_no_sure_link() -> None:
    wire = "The council said it had no plans to sell the old mill to the dairy."
    assert "critical" in _severities(
        "Council to sell mill\n\nThe council is not planning to sell the mill.", wire
    )


def test_a_headline_that_its_own_text_bears_out_is_left_alone() -> None:
    wire = "The council said it had no plans to sell the old mill to the dairy."
    assert not _severities(
        "Council to keep mill\n\nThe council is not planning to sell the mill.", wire
    )
