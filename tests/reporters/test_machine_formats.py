"""Machine formats, each read back by a reader of that format or checked against its definition."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from junitparser import JUnitXml
from sarif_pydantic import Sarif

from tests.reporters.reports import ARTICLE, addition, number_value, report
from transdiff.facts import Span
from transdiff.manual import markdown, page
from transdiff.model import RELIABILITY, Gate, Report, Severity, Skipped, Standing
from transdiff.plugins import reporter, rule_named
from transdiff.reporters import csv as csv_format
from transdiff.reporters import github, gitlab, grouped, jsonl, junit, rdjson, sarif

BOTH = report(number_value(), addition())
HOSTILE = 'a\x00\x1b]0;x\x07<b>&"\u202e]]>\n::error::x%0A,:\ud800'


def hostile() -> object:
    """A report whose texts try to break out of every format."""
    return report(replace(number_value(), message=HOSTILE, quote=HOSTILE))


def test_sarif_is_read_by_a_sarif_reader() -> None:
    log = Sarif.model_validate(json.loads(sarif.render(BOTH)))
    (run,) = log.runs
    assert [result.rule_id for result in run.results or []] == [
        "number-value",
        "addition-unsupported",
    ]


def test_sarif_points_at_the_article_and_at_the_evidence_in_code_points() -> None:
    (run,) = json.loads(sarif.render(BOTH))["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    result = run["results"][0]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "article.txt"
    assert place["region"] == {
        "startLine": 2,
        "startColumn": 1,
        "endLine": 2,
        "endColumn": 17,
        "charOffset": 12,
        "charLength": 16,
        "snippet": {"text": "About 300 people"},
    }
    related = [r["physicalLocation"]["artifactLocation"]["uri"] for r in result["relatedLocations"]]
    assert related == ["reuters.txt", "tass.txt"]
    assert result["partialFingerprints"] == {"transdiff/v1": "0123456789abcdef"}


def test_sarif_keeps_what_is_accepted_with_the_reason_and_what_is_known() -> None:
    accepted = replace(number_value(), standing=Standing.SUPPRESSED, reason="confirmed")
    known = replace(addition(), standing=Standing.KNOWN)
    (run,) = json.loads(sarif.render(report(accepted, known)))["runs"]
    first, second = run["results"]
    assert first["suppressions"] == [{"kind": "external", "justification": "confirmed"}]
    assert (second["suppressions"], second["baselineState"]) == ([], "unchanged")


def test_sarif_says_that_findings_are_unreliable() -> None:
    doubtful = report(number_value(), skipped=[Skipped(RELIABILITY, "the references support 0")])
    (invocation,) = json.loads(sarif.render(doubtful))["runs"][0]["invocations"]
    (said,) = invocation["toolExecutionNotifications"]
    assert (said["level"], said["message"]["text"]) == ("warning", "the references support 0")


def test_sarif_has_the_manual_of_the_rules_that_fired() -> None:
    fired = replace(addition(), rule="loaded-term", group="wording", category="loaded_term")
    (run,) = json.loads(reporter("sarif")(report(fired)))["runs"]
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["id"] == "loaded-term"
    assert rule["help"]["markdown"] and rule["properties"]["mqm"].startswith("terminology/")


@pytest.mark.parametrize(
    ("severity", "level", "gitlab_level", "rdjson_level"),
    [
        (Severity.CRITICAL, "error", "critical", "ERROR"),
        (Severity.MAJOR, "error", "major", "ERROR"),
        (Severity.MINOR, "warning", "minor", "WARNING"),
        (Severity.NEUTRAL, "note", "info", "INFO"),
    ],
)
def test_severities_become_the_levels_of_ci(
    severity: Severity, level: str, gitlab_level: str, rdjson_level: str
) -> None:
    found = report(number_value(severity))
    assert json.loads(sarif.render(found))["runs"][0]["results"][0]["level"] == level
    assert json.loads(gitlab.render(found))[0]["severity"] == gitlab_level
    assert json.loads(rdjson.render(found))["diagnostics"][0]["severity"] == rdjson_level


def test_junit_has_a_suite_for_each_article_and_a_case_for_each_group() -> None:
    suites = list(JUnitXml.fromstring(junit.render_many([BOTH, report()]).encode()))
    assert [(s.name, s.tests, s.failures) for s in suites] == [
        ("article.txt", 7, 2),
        ("article.txt", 7, 0),
    ]
    failed = {case.name: case.result[0].text for case in suites[0] if case.result}
    assert set(failed) == {"facts", "coverage"}
    assert failed["facts"].startswith("article.txt:2:1: critical number-value")


def test_minor_findings_do_not_fail_a_junit_case() -> None:
    root = ElementTree.fromstring(junit.render(report(number_value(Severity.MINOR))))
    assert root.attrib["failures"] == "0"
    assert "number-value" in "".join(e.text or "" for e in root.iter("system-out"))


def test_github_shows_nine_of_a_level_the_worst_first_and_counts_the_rest() -> None:
    many = [replace(addition(), fingerprint=str(n)) for n in range(12)]
    lines = github.render(report(*many, number_value())).splitlines()
    assert len(lines) == 10
    assert lines[0].startswith(
        "::error file=article.txt,line=2,endLine=2,col=1,endColumn=17,title=critical number-value::"
    )
    assert lines[-1] == "::error title=transdiff::and 4 more, see the job summary"


def test_a_github_annotation_cannot_be_broken_out_of() -> None:
    (line,) = github.render(hostile()).splitlines()  # type: ignore[arg-type]
    assert line.startswith("::error file=article.txt,") and "]]> ::error::x%250A" in line


def test_gitlab_has_what_code_quality_requires() -> None:
    for row in json.loads(gitlab.render(BOTH)):
        assert {"description", "check_name", "fingerprint", "severity", "location"} <= row.keys()
        assert row["location"]["lines"]["begin"] >= 1 and row["location"]["path"] == "article.txt"


def test_rdjson_columns_count_bytes_of_utf_8() -> None:
    wide = ARTICLE.replace("About 300 people", "会議 About 300 people")
    moved = replace(number_value(), span=Span(15, 31))
    values = json.loads(rdjson.render(report(moved, article=wide)))
    start = values["diagnostics"][0]["location"]["range"]["start"]
    assert start == {"line": 2, "column": 8}


def test_csv_has_a_row_for_each_piece_of_evidence() -> None:
    rows = list(csv.DictReader(io.StringIO(csv_format.render(BOTH))))
    assert [(row["rule"], row["reference"], row["evidence"]) for row in rows] == [
        ("number-value", "reuters", "30 people"),
        ("number-value", "tass", "Thirty people"),
        ("addition-unsupported", "tass", "Ferry sinks"),
    ]


def test_the_manual_of_a_rule_shows_the_invisible_characters_that_it_is_about() -> None:
    rule = rule_named("unicode-invisible")
    for text in (page(rule), markdown(rule)):
        assert "re[[⟨U+200B⟩]]opened" in text and "[[⟨U+202E⟩]]reopened" in text
        assert not re.search("[\u200b-\u200f\u202a-\u202e]", text)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_csv_does_not_hand_a_formula_to_a_spreadsheet(start: str) -> None:
    text = csv_format.render(report(replace(addition(), quote=f"{start}cmd|'/c calc'!A1")))
    (row,) = csv.DictReader(io.StringIO(text))
    assert row["quote"].startswith("'")


def test_jsonl_is_an_object_for_each_finding() -> None:
    rows = [json.loads(line) for line in jsonl.render_many([BOTH, BOTH]).splitlines()]
    assert len(rows) == 4
    assert (rows[0]["article"], rows[0]["line"], rows[0]["rule"]) == (
        "article.txt",
        2,
        "number-value",
    )


def test_jsonl_sorts_the_keys_of_inner_objects_too() -> None:
    for line in jsonl.render(BOTH).splitlines():
        values = json.loads(line)
        assert list(values) == sorted(values)
        for evidence in values["evidence"]:
            assert list(evidence) == sorted(evidence)


def test_grouped_puts_findings_under_their_article() -> None:
    assert grouped.render(BOTH).splitlines() == [
        "article.txt:",
        '  2:1  critical  number-value          article "About 300 people" · reuters "30 people"',
        "  3:1  major     addition-unsupported  no reference says this",
    ]
    assert grouped.render(report()) == ""


@pytest.mark.parametrize(
    "name", ["text", "concise", "grouped", "github", "gitlab", "rdjson", "csv", "jsonl", "sarif"]
)
def test_hostile_text_stays_inert_and_can_be_written(name: str) -> None:
    text = reporter(name)(hostile())  # type: ignore[arg-type]
    if name in ("text", "concise", "grouped", "github", "csv"):
        assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", text)
    if name in ("gitlab", "rdjson", "sarif"):
        json.loads(text)


def test_hostile_text_leaves_junit_well_formed() -> None:
    ElementTree.fromstring(junit.render(hostile()))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["sarif", "gitlab", "junit", "github", "grouped", "concise"])
def test_accepted_and_known_findings_do_not_count(name: str) -> None:
    known = replace(number_value(), standing=Standing.KNOWN)
    text = reporter(name)(report(known))
    if name == "sarif":
        assert json.loads(text)["runs"][0]["results"][0]["baselineState"] == "unchanged"
    else:
        assert "number-value" not in text


def test_junit_has_a_case_for_the_gate() -> None:
    passed = replace(report(), gate=Gate(True))
    failed = replace(report(), gate=Gate(False, ("fidelity 61.2 is below 70",)))
    text = junit.render_many([report(), passed, failed])
    assert text.count('<testcase name="gate"') == 2
    assert '<failure type="gate" message="1 reason">fidelity 61.2 is below 70</failure>' in text


def extracted() -> Report:
    """The report of an article whose text was extracted from Markdown: its lines are others."""
    article, *rest = BOTH.documents
    document = replace(article.document, format="markdown")
    return replace(BOTH, documents=(replace(article, document=document), *rest))


def test_no_line_of_an_extracted_text_is_told_as_a_line_of_its_file() -> None:
    result = json.loads(sarif.render(extracted()))["runs"][0]["results"][1]
    (place,) = result["locations"]
    assert place["physicalLocation"]["region"] == {"startLine": 1}
    assert result["message"]["text"].endswith(': "Nobody else said this."')
    command = github.render(extracted()).splitlines()[0]
    assert command.startswith("::error file=article.txt,title=critical number-value::")
    assert json.loads(gitlab.render(extracted()))[0]["location"]["lines"] == {"begin": 1, "end": 1}
    diagnostic = json.loads(rdjson.render(extracted()))["diagnostics"][0]
    assert diagnostic["location"] == {"path": "article.txt"}


def test_sarif_claims_no_place_in_the_checkout_for_what_is_outside_of_it() -> None:
    article, *rest = BOTH.documents
    outside = replace(article.document, id="article.txt", uri="")
    log = sarif.render(replace(BOTH, documents=(replace(article, document=outside), *rest)))
    (place,) = json.loads(log)["runs"][0]["results"][0]["locations"]
    assert place["physicalLocation"]["artifactLocation"] == {"uri": "article.txt"}


def test_sarif_descriptions_are_as_short_as_code_scanning_takes_them() -> None:
    long = rule_named("addition-unsupported")
    (run,) = json.loads(sarif.render(BOTH, rules=[long]))["runs"]
    described = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}[long.name]
    assert len(described["fullDescription"]["text"]) <= 1024 < len(described["help"]["text"])
