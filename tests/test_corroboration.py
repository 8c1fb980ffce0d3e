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


def test_a_reference_without_the_sentence_does_not_disagree() -> None:
    article = (
        "The regime has promised to pay by June.\n\n"
        "Harbour traffic rose last year, the port authority said."
    )
    references = {
        "wire": "The government has promised to pay by June.",
        "agency": "Harbour traffic rose last year, the port authority said.",
    }
    (found,) = findings(article, references)
    assert found.rule == "loaded-term"
    assert {e.reference for e in found.evidence} == {"wire"}


def test_each_reference_is_shown_once_and_with_its_own_words() -> None:
    article = "Deputy Transport Minister Oskar Brandt said the bridge would open in May."
    references = {
        "wire": "Transport Minister Oskar Brandt said the bridge would open in May.",
        "agency": "Brandt, the transport minister, said on Monday the bridge would open in May.",
    }
    (found,) = (f for f in findings(article, references) if f.rule == "title-demoted")
    assert sorted(str(e.reference) for e in found.evidence) == ["agency", "wire"]
