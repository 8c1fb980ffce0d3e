"""The JSON report: ordered, valid against its schema, and a way back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
from referencing import Registry, Resource

import transdiff
from tests.reporters.reports import addition, number_value, report, source
from transdiff.reporters.json import render, render_many
from transdiff.schema import report_schema


def test_the_schema_comes_first_and_all_other_keys_are_sorted() -> None:
    def check(value: Any) -> None:
        if isinstance(value, dict):
            assert list(value) == sorted(value)
        for inner in value.values() if isinstance(value, dict) else value:
            if isinstance(inner, dict | list):
                check(inner)

    values = json.loads(render(report(number_value())))
    assert next(iter(values)) == "schema"
    del values["schema"]
    check(values)


def test_a_report_is_valid_against_the_schema() -> None:
    jsonschema.validate(json.loads(render(report(number_value(), addition()))), report_schema())


def test_several_reports_are_valid_against_the_schema_of_an_array() -> None:
    resource = Resource.from_contents(report_schema())
    registry = Registry().with_resource("report.schema.json", resource)
    validator = jsonschema.Draft202012Validator(
        {"$ref": "report.schema.json#/$defs/Reports"}, registry=registry
    )
    several = json.loads(render_many([report(number_value()), report()]))
    validator.validate(several)
    assert not validator.is_valid([*several, {}])


def test_a_field_that_the_schema_does_not_know_would_be_noticed() -> None:
    known = set(report_schema()["properties"])
    assert known == set(json.loads(render(report())))


def test_loading_gives_the_same_report_back(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text(render(report(number_value())), encoding="utf-8")
    assert transdiff.load_report(path) == report(number_value())


def test_several_reports_are_one_array() -> None:
    assert [r["schema"] for r in json.loads(render_many([report(), report()]))] == ["1.0", "1.0"]


def test_a_lone_surrogate_does_not_break_the_output() -> None:
    from dataclasses import replace

    broken = replace(report(), documents=(source(None, "a\ud800b"),))
    text = render(broken)
    text.encode("utf-8")
    assert json.loads(text)["documents"][0]["document"]["text"] == "a\ud800b"
