"""The documentation is current and complete."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from transdiff.batch.run import manifest_path
from transdiff.cli.app import COMMANDS, loaded
from transdiff.config import known_keys
from transdiff.manual import page, rules_page
from transdiff.model import Document
from transdiff.pipeline import compare
from transdiff.plugins import readers, reporter_names, rules
from transdiff.rule import Rule
from transdiff.settings import kebab

DOCS = Path(__file__).parent.parent / "docs"


def test_the_rules_page_is_current() -> None:
    assert (DOCS / "rules.md").read_text(encoding="utf-8") == rules_page(rules()), "make docs"


@pytest.mark.parametrize("key", [kebab(name) for name in known_keys()])
def test_every_key_of_the_configuration_is_documented(key: str) -> None:
    assert f"`{key}`" in (DOCS / "configuration.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented(name: str) -> None:
    assert f"`{name}" in (DOCS / "command-line.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", reporter_names())
def test_every_format_is_documented(name: str) -> None:
    assert f"`{name}`" in (DOCS / "command-line.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", readers())
def test_every_input_format_is_documented(name: str) -> None:
    text = (DOCS / "formats.md").read_text(encoding="utf-8")
    assert all(f"`{suffix}`" in text for suffix in readers()[name].suffixes[:1])


def test_scaling_says_what_merge_needs_beside_a_part() -> None:
    name = manifest_path(Path("part-7.jsonl")).name
    assert f"`{name}`" in (DOCS / "scaling.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("in_readme", "in_fidelity"),
    [
        ("WMT23 zh-en: segments", "WMT23 zh-en: penalty per word"),
        ("WMT23 zh-en: articles", "article as the mean"),
        ("DEMETR (a sixth", "DEMETR (sample), critical"),
    ],
)
def test_the_readme_and_fidelity_quote_one_measurement(in_readme: str, in_fidelity: str) -> None:
    def row(path: Path, head: str) -> list[str]:
        lines = path.read_text(encoding="utf-8").splitlines()
        (found,) = [line for line in lines if line.startswith(f"| {head}")]
        return [cell.split()[0] for cell in found.strip("| ").split(" | ")]

    quoted = row(DOCS.parent / "README.md", in_readme)[1]
    assert quoted == row(DOCS / "fidelity.md", in_fidelity)[5]


def test_the_examples_of_fidelity_have_the_values_that_they_say() -> None:
    text = (DOCS / "fidelity.md").read_text(encoding="utf-8")
    (given,) = re.findall(r"^The sentence \*(.+)\* as$", text, re.MULTILINE)
    words = {
        "the same": given,
        "the same words in reverse order": " ".join(reversed(given.split())),
    }
    reference = Document.from_sentences([given], "en")
    rows = re.findall(r"^\| ([^|]+) \| ([\d.]+) \|$", text, re.MULTILINE)
    assert len(rows) == 7
    for row, value in rows:
        article = Document.from_sentences([words.get(row, row.replace("**", ""))], "en")
        assert compare(article, {"wire": reference}).fidelity == pytest.approx(
            float(value), abs=0.3
        )


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_loads_and_has_a_line_of_help(name: str) -> None:
    assert loaded(name).help
    assert len(COMMANDS[name]) < 60


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_every_rule_has_a_manual_page_with_both_kinds_of_example(rule: Rule) -> None:
    text = page(rule)
    assert "Flagged:\n" in text and "Allowed:\n" in text
    assert rule.summary.endswith(".")


def test_a_manual_page_in_a_report_is_short_and_names_the_command_for_the_rest() -> None:
    rule = next(r for r in rules() if r.name == "number-value")
    text = page(rule, most=2)
    assert text.count("translation") < page(rule).count("translation")
    assert "more: transdiff explain number-value" in text
    assert "more: transdiff" not in page(rule)
