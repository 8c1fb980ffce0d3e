"""A finding shows every reference that contradicts it, whichever the rule has chosen."""

from __future__ import annotations

import transdiff
from transdiff.model import Finding

ARTICLE = "At least 300 people died when a ferry sank off the coast of Borland on Tuesday."
ALIKE = {
    "wire": "A ferry sank off the coast of Borland on Tuesday and at least 30 people died.",
    "agency": "At least 30 people were killed when a ferry sank off Borland's coast on Tuesday.",
}


def findings(article: str, references: dict[str, str]) -> tuple[Finding, ...]:
    read = {k: transdiff.Document.from_text(text, "en", id=k) for k, text in references.items()}
    return transdiff.compare(transdiff.Document.from_text(article, "en", id="a"), read).findings


def test_all_references_that_say_the_same_are_evidence() -> None:
    (found,) = findings(ARTICLE, ALIKE)
    assert found.rule == "number-value"
    assert {(e.reference, e.quote) for e in found.evidence} == {("wire", "30"), ("agency", "30")}


def test_a_reference_without_the_figure_is_no_evidence() -> None:
    silent = "A ferry sank off the coast of Borland on Tuesday, and people died."
    (found,) = findings(ARTICLE, {**ALIKE, "silent": silent})
    assert {e.reference for e in found.evidence} == {"wire", "agency"}


def test_a_reference_that_supports_the_claim_clears_it() -> None:
    assert findings(ARTICLE, {**ALIKE, "third": ARTICLE}) == ()


def test_a_rule_on_the_whole_article_hears_each_reference_too() -> None:
    article = "Ferry sinking kills 300 off Borland\n\nA ferry sank off Borland on Tuesday."
    (found,) = findings(article, ALIKE)
    assert found.rule == "headline-mismatch"
    assert {e.reference for e in found.evidence} == {"wire", "agency"}


def test_what_two_references_deny_in_other_words_is_one_finding() -> None:
    article = "The chairman, Peter Alm, admitted that loans had been hidden from auditors."
    denials = {
        "wire": "Chairman Peter Alm denied that the bank had hidden loans from its auditors.",
        "agency": "Alm, the chairman, rejected claims that loans had been hidden from auditors.",
    }
    flipped = [f for f in findings(article, denials) if f.rule == "negation-flipped"]
    assert [{e.reference for e in f.evidence} for f in flipped] == [{"wire", "agency"}]
