"""The other commands: what each prints, and that each can be read by a machine."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest

from tests.cli.conftest import Run

BOTH = ("article.txt", "reference.tass.txt", "reuters.txt")


def test_align_prints_links_without_comparing(run: Run) -> None:
    alignment = json.loads(run("align", *BOTH, "--format", "json").out)
    assert {link["reference"] for link in alignment["links"]} == {"tass", "reuters"}


def test_score_prints_every_score_with_its_signature(run: Run) -> None:
    rows = {line.split()[0]: line for line in run("score", *BOTH).out.splitlines()}
    assert {"fidelity", "bleu", "chrf", "ter", "coverage", "number-ratio"} <= rows.keys()
    assert "tok:13a" in rows["bleu"]


def test_score_as_json_has_numbers(run: Run) -> None:
    values = json.loads(run("score", *BOTH, "--format", "json").out)
    assert 0 <= values["fidelity"] <= 100
    assert {"name", "value", "signature"} == values["scores"][0].keys()


def test_fidelity_has_one_signature_wherever_it_is_printed(run: Run) -> None:
    report = json.loads(run("compare", *BOTH, "--format", "json").out)
    signature = f"{report['tool']}|{report['settings_hash']}"
    assert (
        json.loads(run("score", *BOTH, "--format", "json").out)["fidelity_signature"] == signature
    )
    assert run("score", *BOTH).out.splitlines()[0].endswith(signature)


def test_score_gives_fidelity_an_interval_where_there_are_sentences_enough(
    run: Run, folder: Path
) -> None:
    assert json.loads(run("score", *BOTH, "--format", "json").out)["fidelity_interval"] is None
    lines = [f"Ship number {n} left the harbour on Monday." for n in range(11, 20)]
    (folder / "nine.txt").write_text("\n\n".join(lines))
    (folder / "other.txt").write_text("\n\n".join(lines).replace("left the", "sailed from the"))
    values = json.loads(run("score", "nine.txt", "other.txt", "--format", "json").out)
    bounds = values["fidelity_interval"]
    assert 0 <= bounds["low"] <= values["fidelity"] <= bounds["high"] <= 100
    assert "in 95 of 100 resamples" in run("score", "nine.txt", "other.txt").out


def test_extract_marks_what_is_compared(run: Run) -> None:
    lines = run("extract", "article.txt").out.splitlines()
    assert any(line.startswith("+") and "ferry with 300" in line for line in lines)
    assert any(line.startswith("-") and "Source link" in line for line in lines)


def test_rules_lists_every_rule_in_three_forms(run: Run) -> None:
    listed = json.loads(run("rules", "--format", "json").out)
    names = [rule["name"] for rule in listed]
    assert "loaded-term" in names
    text = run("rules").out
    assert len(text.splitlines()) == len(names)
    page = run("rules", "--format", "markdown").out
    assert all(f"\n### {name}\n" in page for name in names)


def test_explain_prints_the_manual_of_a_rule_or_of_a_group(run: Run) -> None:
    page = run("explain", "loaded-term").out
    assert page.startswith("loaded-term  (wording, major)")
    assert page in run("explain", "wording").out


def test_explain_suggests_the_rule_that_was_meant(run: Run) -> None:
    outcome = run("explain", "loaded-trem")
    assert (outcome.code, 'did you mean "loaded-term"?' in outcome.err) == (2, True)


def test_schema_validates_a_report(run: Run) -> None:
    schema = json.loads(run("schema").out)
    report = json.loads(run("compare", *BOTH, "--format", "json").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(report, schema)


def test_the_shipped_schema_is_current(run: Run) -> None:
    from transdiff.schema import report_schema

    assert json.loads(run("schema").out) == report_schema(), "run python -m transdiff.schema"


def test_the_configuration_schema_knows_rules_and_their_options(run: Run) -> None:
    schema = json.loads(run("config", "schema").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate({"fail-on": "major", "ignore": ["loaded-term"]}, schema)
    for wrong in ({"fail_on": "major"}, {"ignore": ["loaded-trem"]}, {"rules": {"nonsense": {}}}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, schema)


def test_config_show_says_where_each_value_comes_from(run: Run, folder: Path) -> None:
    (folder / "base.toml").write_text('style = "reuters"\nmax-minor = 3\n')
    (folder / ".transdiff.toml").write_text('extend = "base.toml"\nmax-minor = 5\n')
    lines = run("config", "show", "--fail-on", "major").out.splitlines()
    assert 'style = "reuters"  # base.toml' in lines
    assert "max-minor = 5  # .transdiff.toml" in lines
    assert 'fail-on = "major"  # --fail-on' in lines
    assert "# max-major is not set" in lines


def test_config_show_can_be_read_back(run: Run, folder: Path) -> None:
    (folder / ".transdiff.toml").write_text(
        '[severity]\nloaded-term = "minor"\n'
        '[[pair]]\narticles = "a/*.txt"\nreferences = { tass = "r/{stem}.txt" }\n'
    )
    values = tomllib.loads(run("config", "show").out)
    assert values["severity"] == {"loaded-term": "minor"}
    assert values["pair"][0]["references"] == {"tass": "r/{stem}.txt"}


def test_config_path_prints_the_nearest_file(run: Run, folder: Path) -> None:
    assert run("config", "path").out == ".transdiff.toml\n"


def test_an_unknown_command_is_exit_2(run: Run) -> None:
    assert run("compair").code == 2


def test_a_lexicon_is_never_written_over_its_memory(run: Run, folder: Path) -> None:
    rows = "".join(f"Das Haus {n} ist alt.\tThe house {n} is old.\n" for n in range(20))
    (folder / "memory.tsv").write_text(rows, encoding="utf-8")
    flags = ("lexicon", "learn", "memory.tsv", "--langs", "de,en", "-o")
    outcome = run(*flags, "./memory.tsv")
    assert (outcome.code, "memory.tsv: is an input" in outcome.err) == (2, True)
    assert (folder / "memory.tsv").read_text(encoding="utf-8") == rows
    assert run(*flags, "lexicon.tsv").code == 0


@pytest.mark.parametrize("command", [("compare", *BOTH), ("batch", "in.jsonl", "out.jsonl")])
def test_a_run_without_any_rule_is_exit_2(run: Run, folder: Path, command: tuple[str, ...]) -> None:
    (folder / "in.jsonl").write_text("")
    outcome = run(*command, "--select", "facts", "--ignore", "facts")
    assert (outcome.code, "no rule is left to run" in outcome.err) == (2, True)


@pytest.mark.parametrize(
    ("command", "usage"),
    [
        (("compare",), "compare [OPTIONS] {ARTICLE} [REF]..."),
        (("check",), "check [OPTIONS] [PATH]..."),
        (("archive", "add"), "archive add [OPTIONS] {STORE} {FILE}..."),
        (("lexicon", "learn"), "lexicon learn [OPTIONS] {MEMORY}"),
    ],
)
def test_the_help_names_arguments_as_the_documentation_does(
    run: Run, command: tuple[str, ...], usage: str
) -> None:
    shown = run(*command, "--help").out
    assert usage in shown
    assert "<str>" not in shown and "list[" not in shown


@pytest.mark.parametrize("group", ["archive", "baseline", "config", "lexicon", "review"])
def test_no_line_of_a_help_is_cut_off(run: Run, group: str) -> None:
    assert "..." not in run(group, "--help").out.partition("Commands:")[2]


def test_init_writes_no_configuration_beside_another_one(run: Run, folder: Path) -> None:
    for flags in ((), ("--force",)):
        outcome = run("init", *flags)  # the fixture has a .transdiff.toml, which is read first
        assert (outcome.code, ".transdiff.toml exists; edit it" in outcome.err) == (2, True)
    assert not (folder / "transdiff.toml").exists()


def test_a_batch_writes_no_file_called_dash(run: Run, folder: Path) -> None:
    (folder / "in.jsonl").write_text("{}\n")
    outcome = run("batch", "in.jsonl", "out.jsonl", "--output", "csv=-")
    assert (outcome.code, "a batch writes files" in outcome.err) == (2, True)


def test_an_unknown_scorer_or_score_is_answered_by_those_there_are(run: Run) -> None:
    texts = ("article.txt", "reuters.txt")
    assert "or command:PROGRAM" in run("score", *texts, "--scorer", "comet").err
    assert "(one of bleu, chrf, coverage" in run("compare", *texts, "--min-score", "x=1").err
