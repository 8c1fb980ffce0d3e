"""The MQM-style penalty of the findings."""

from __future__ import annotations

import transdiff

STORY = (
    "Thirty people were killed when a ferry sank off the northern coast on Tuesday.",
    "The harbour master said the vessel had not been inspected since March.",
)


def penalty(*sentences: str) -> transdiff.Score:
    reference = transdiff.Document.from_sentences(STORY, "en")
    report = transdiff.compare(transdiff.Document.from_sentences(sentences, "en"), {"a": reference})
    return next(s for s in report.scores if s.name == "mqm-penalty")


def test_an_article_without_findings_has_none() -> None:
    assert penalty(*STORY).value == 0


def test_findings_weigh_by_severity_per_100_words() -> None:
    found = penalty(STORY[0].replace("Thirty", "Three hundred"), STORY[1])
    assert found.value == round(100 * 25 / 27, 4)
    assert found.signature.endswith("|critical:25|major:5|minor:1|neutral:0|per:100-words")


def test_an_article_without_words_has_no_penalty() -> None:
    assert penalty("…").value is None


def test_penalties_of_other_rules_are_not_comparable() -> None:
    document = transdiff.Document.from_sentences(STORY, "en")
    settings = (None, transdiff.Settings(ignore=("facts",)))
    reports = [transdiff.compare(document, {"wire": document}, s) for s in settings]
    signatures = [s.signature for r in reports for s in r.scores if s.name == "mqm-penalty"]
    assert signatures[0] != signatures[1]
    assert signatures[0].startswith(reports[0].signature)
