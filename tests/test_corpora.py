"""Our article sets: what an editor expects of each, written by hand before the program ran.

``expected.toml`` is never rewritten by a program; ``report.json`` is the golden report, accepted
with ``pytest --update``. ``misses.toml`` lists the expectations that transdiff does not meet yet:
one that it starts to meet must leave the list.
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from corpora import FOLDER, SETS, report
from transdiff import Finding, Report
from transdiff.model import Severity

EXPECTED = {
    name: tomllib.loads((FOLDER / name / "expected.toml").read_text("utf-8")) for name in SETS
}
PLANTED = [
    pytest.param(name, item, id=f"{name}-{item['category']}-{n}")
    for name in SETS
    for n, item in enumerate(EXPECTED[name].get("expect", ()))
]
LEGITIMATE = [
    pytest.param(name, item["article"], id=f"{name}-{n}")
    for name in SETS
    for n, item in enumerate(EXPECTED[name].get("allow", ()))
]


@pytest.mark.parametrize(("name", "item"), PLANTED)
def test_planted_divergence_is_found(name: str, item: dict[str, Any]) -> None:
    met = any(_meets(finding, item, report(name)) for finding in report(name).findings)
    assert met != (_key(name, item) in _misses()), "met" if met else "not met"


@pytest.mark.parametrize(("name", "quote"), LEGITIMATE)
def test_legitimate_rewriting_is_left_alone(name: str, quote: str) -> None:
    text = report(name).article.document.text
    start, end = text.index(quote), text.index(quote) + len(quote)
    planted = _planted(name)
    for finding in _grave(report(name)):
        if finding.span.start < end and start < finding.span.end and finding.quote not in planted:
            assert any(quote in p or p in quote for p in planted), finding.message


@pytest.mark.parametrize("name", [n for n in SETS if EXPECTED[n].get("faithful")])
def test_faithful_article_has_no_grave_finding(name: str) -> None:
    assert [f.message for f in _grave(report(name))] == []


@pytest.mark.parametrize("name", SETS)
def test_report_is_the_golden_one(name: str, update: bool) -> None:
    golden = FOLDER / name / "report.json"
    text = json.dumps(_portable(report(name)), ensure_ascii=False, indent=1) + "\n"
    if update:
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8"), "run pytest --update after looking at the change"


def test_misses_name_only_expectations_that_exist() -> None:
    known = {_key(name, item) for name in SETS for item in EXPECTED[name].get("expect", ())}
    assert _misses() <= known


def _grave(found: Report) -> list[Finding]:
    return [f for f in found.findings if f.severity.rank >= Severity.MAJOR.rank]


def _planted(name: str) -> list[str]:
    return [item["article"] for item in EXPECTED[name].get("expect", ()) if "article" in item]


def _meets(finding: Finding, item: dict[str, Any], found: Report) -> bool:
    """Category and severity are right, and the finding touches the planted words on a side."""
    if finding.category != item["category"]:
        return False
    if finding.severity.rank < min(Severity(item["severity"]).rank, Severity.MAJOR.rank):
        return False
    text = found.article.document.text
    if "article" in item:
        start = text.index(item["article"])
        end = start + len(item["article"])
        if finding.span.start < end and start < finding.span.end:
            return True
    quote = item.get("reference", "")
    return bool(quote) and any(e.quote in quote or quote in e.quote for e in finding.evidence)


def _key(name: str, item: dict[str, Any]) -> tuple[str, str, str]:
    return name, item["category"], item.get("article") or item["reference"]


@lru_cache(maxsize=1)
def _misses() -> frozenset[tuple[str, str, str]]:
    rows = tomllib.loads((FOLDER / "misses.toml").read_text("utf-8")).get("miss", [])
    return frozenset((r["set"], r["category"], r["quote"]) for r in rows)


def _portable(found: Report) -> dict[str, Any]:
    """The report less the version of the tool and the folder it was run from."""
    sources = tuple(
        replace(s, document=replace(s.document, uri=Path(s.document.uri).name))
        for s in found.documents
    )
    return replace(found, documents=sources, tool="transdiff").to_dict()
