"""``transdiff check``: the gate of a project, its cache, baseline, suppressions, and exit codes."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLE, REUTERS, TASS, Run
from transdiff.facts import Span
from transdiff.model import Evidence, Role
from transdiff.rule import Mark, Rule, rule

FLAGGED = "300 people"


@rule(group="facts", category="number", severity="critical", scope="article")
def test_toll(article):  # type: ignore[no-untyped-def]
    """Flag the planted error, so that no other rule decides what these tests see."""
    text = article.story.document.text
    at = text.find(FLAGGED)
    if at >= 0:
        key = sorted(article.references)[0]
        theirs = re.search(r"\d+ people", article.references[key].document.text)
        assert theirs is not None
        yield Mark(
            Span(at, at + len(FLAGGED)),
            f'article "300 people" · reference "{theirs[0]}"',
            (Evidence(key, Span(*theirs.span()), theirs[0], Role.CONTRADICTS),),
        )


TOLL: Rule = test_toll
del test_toll


@pytest.fixture(autouse=True)
def one_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the planted rule runs."""
    monkeypatch.setattr("transdiff.plugins.rules", lambda: (TOLL,))


@pytest.fixture
def project(folder: Path) -> Path:
    """Two articles with their references; the first has the planted error."""
    for name in ("article.txt", "reference.tass.txt", "reuters.txt"):
        (folder / name).unlink()
    for stem, text in (("ferry", ARTICLE), ("good", ARTICLE.replace("300", "30"))):
        for path, content in (
            (f"articles/{stem}.txt", text),
            (f"refs/{stem}.tass.txt", TASS),
            (f"refs/{stem}.reuters.txt", REUTERS),
        ):
            (folder / path).parent.mkdir(exist_ok=True)
            (folder / path).write_text(content, encoding="utf-8")
    (folder / ".transdiff.toml").write_text(
        '[[pair]]\narticles = "articles/*.txt"\n'
        'references = { tass = "refs/{stem}.tass.txt", reuters = "refs/{stem}.reuters.txt" }\n'
    )
    return folder


def test_the_planted_error_fails_the_check_on_its_line(run: Run, project: Path) -> None:
    outcome = run("check")
    assert outcome.code == 1
    assert outcome.out == (
        'articles/ferry.txt:3:14: critical test-toll article "300 people" · reference "30 people"\n'
    )
    assert "1 passed · 1 failed" in outcome.err


def test_the_gate_can_be_lowered_and_forgiven(run: Run, project: Path) -> None:
    assert run("check", "--fail-on", "never").code == 0
    assert run("check", "--exit-zero").code == 0


def test_one_article_its_reference_or_a_folder_can_be_named(run: Run, project: Path) -> None:
    assert run("check", "articles/good.txt").code == 0
    assert run("check", "refs/ferry.tass.txt").code == 1
    assert run("check", "articles").code == 1


def test_set_folders_are_found(run: Run, project: Path) -> None:
    shutil.move(project / "articles" / "good.txt", project / "good.txt")
    (project / "sets" / "a").mkdir(parents=True)
    (project / "sets" / "a" / "set.toml").write_text(
        'article = "../../good.txt"\n[references]\ntass = "../../refs/good.tass.txt"\n'
    )
    assert run("check", "sets").code == 0
    assert run("check", "sets/a/set.toml").code == 0


@pytest.mark.parametrize("flags", [(), ("--exit-zero",), ("--fail-on", "never")])
def test_a_missing_reference_is_exit_2_and_the_rest_is_reported(
    run: Run, project: Path, flags: tuple[str, ...]
) -> None:
    (project / "refs" / "good.tass.txt").unlink()
    outcome = run("check", *flags)
    assert outcome.code == 2
    assert "articles/ferry.txt:3:14" in outcome.out
    assert "refs/good.tass.txt: no such file" in outcome.err


def test_a_path_that_does_not_exist_or_belongs_to_nothing_is_exit_2(
    run: Run, project: Path
) -> None:
    (project / "notes.txt").write_text("Notes of the desk.")
    assert run("check", "nowhere").code == 2
    assert run("check", "notes.txt").code == 2


def test_nothing_to_check_is_exit_2_unless_allowed(run: Run, project: Path) -> None:
    shutil.rmtree(project / "articles")
    assert run("check").code == 2
    assert run("check", "--allow-empty").code == 0


def test_a_second_run_compares_nothing(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run("check")

    def never(*_: object) -> None:
        raise AssertionError("compared again")

    monkeypatch.setattr("transdiff.pipeline.compare", never)
    assert run("check") == first
    (project / "articles" / "good.txt").write_text(ARTICLE.replace("300", "31"))
    assert run("check").code == 2  # the changed article, and it alone, is compared again


def test_changed_settings_are_not_served_from_the_cache(run: Run, project: Path) -> None:
    assert run("check").code == 1
    assert run("check", "--severity", "test-toll=minor").code == 0


def test_another_gate_needs_no_new_comparison(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("check")
    monkeypatch.setattr("transdiff.pipeline.compare", None)
    assert run("check", "--fail-on", "never", "--max-minor", "3").code == 0


def test_a_damaged_cache_is_made_anew(run: Run, project: Path) -> None:
    first = run("check")
    for entry in (project / ".transdiff_cache").rglob("*.msgpack"):
        entry.write_bytes(entry.read_bytes()[:50])
    assert run("check") == first


def test_the_cache_keeps_itself_out_of_git(run: Run, project: Path) -> None:
    run("check")
    assert (project / ".transdiff_cache" / ".gitignore").read_text() == "*\n"
    run("check", "--no-cache")


def test_two_jobs_report_what_one_reports(run: Run, project: Path) -> None:
    assert run("check", "--no-cache", "--jobs", "2") == run("check", "--no-cache")


def test_per_file_ignores_hold_for_their_files(run: Run, project: Path) -> None:
    with (project / ".transdiff.toml").open("a") as config:
        config.write('[per-file-ignores]\n"articles/fer*" = ["test-toll"]\n')
    assert run("check").code == 0


def test_a_sidecar_suppresses_with_a_reason(run: Run, project: Path) -> None:
    sidecar = project / "articles" / "ferry.txt.transdiff.toml"
    sidecar.write_text(
        '[[suppress]]\nrule = "test-toll"\nmatch = "300 PEOPLE"\nreason = "confirmed by phone"\n'
    )
    assert run("check").code == 0
    run("check", "-o", "json=all.json", "articles/ferry.txt")
    (finding,) = json.loads((project / "all.json").read_text())["findings"]
    assert (finding["standing"], finding["reason"]) == ("suppressed", "confirmed by phone")


def test_a_suppression_that_expired_or_is_not_needed_is_reported(run: Run, project: Path) -> None:
    sidecar = project / "articles" / "ferry.txt.transdiff.toml"
    sidecar.write_text(
        '[[suppress]]\nrule = "test-toll"\nmatch = "300 people"\nreason = "r"\n'
        "expires = 2020-01-01\n"
        '[[suppress]]\nrule = "test-toll"\nmatch = "400 people"\nreason = "r"\n'
    )
    outcome = run("check", "--format", "text")
    assert outcome.code == 1
    assert "expired on 2020-01-01" in outcome.out
    assert 'suppression of test-toll "400 people" is not needed any more' in outcome.out


def test_one_line_of_configuration_suppresses_a_term_everywhere(run: Run, project: Path) -> None:
    with (project / ".transdiff.toml").open("a") as config:
        config.write('[[suppress]]\nrule="test-toll"\nmatch="300 people"\nreason="known"\n')
    assert run("check").code == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[suppress]]\nrule = "test-toll"\nmatch = "x"\nreason = ""\n', "needs a reason"),
        ('[[suppress]]\nrule = "test-tol"\nmatch = "x"\nreason = "r"\n', "did you mean"),
        ('[[suppress]]\nrule = "test-toll"\nreason = "r"\n', "either match or fingerprint"),
        ('[[supress]]\nrule = "test-toll"\n', 'did you mean "suppress"?'),
        ('[[suppress]]\nrule = "test-toll"\nmatch = "x"\nreason = "r"\nexpires = "soon"\n', "soon"),
    ],
)
def test_a_mistake_in_a_sidecar_is_exit_2(run: Run, project: Path, text: str, said: str) -> None:
    (project / "articles" / "ferry.txt.transdiff.toml").write_text(text)
    outcome = run("check")
    assert (outcome.code, said in outcome.err) == (2, True)


def test_a_baseline_makes_it_pass_until_something_is_new(run: Run, project: Path) -> None:
    assert run("baseline", "create").code == 0
    assert run("check").code == 0
    text = (project / ".transdiff-baseline.json").read_text()
    assert '"rule": "test-toll"' in text and '"line"' not in text
    reference = project / "refs" / "ferry.reuters.txt"
    reference.write_text(REUTERS.replace("30 people", "30 people at least, 30 people"))
    assert run("check").code == 0
    reference.write_text(REUTERS.replace("30 people", "31 people"))
    assert run("check").code == 1


def test_a_baseline_survives_moved_paragraphs_and_line_endings(run: Run, project: Path) -> None:
    run("baseline", "create")
    article = project / "articles" / "ferry.txt"
    head, *rest = ARTICLE.split("\n\n")
    moved = "\r\n\r\n".join([head, rest[1], rest[0], *rest[2:]])
    article.write_bytes(moved.encode("utf-8"))
    assert run("check").code == 0


def test_a_fixed_finding_is_stale_and_update_removes_it(run: Run, project: Path) -> None:
    run("baseline", "create")
    (project / "articles" / "ferry.txt").write_text(ARTICLE.replace("300", "30"))
    outcome = run("check", "--format", "text")
    assert outcome.code == 0
    assert "is fixed" in outcome.out
    assert "1 removed" in run("baseline", "update").out
    assert "is fixed" not in run("check", "--format", "text").out


def test_update_takes_in_new_findings_only_when_asked(run: Run, project: Path) -> None:
    (project / "articles" / "ferry.txt").rename(project / "kept.txt")
    run("baseline", "create")
    (project / "kept.txt").rename(project / "articles" / "ferry.txt")
    assert "0 findings (0 added" in run("baseline", "update").out
    assert "1 finding (1 added" in run("baseline", "update", "--add").out
    assert "articles/ferry.txt: critical test-toll" in run("baseline", "show").out


def test_prune_forgets_articles_that_are_gone(run: Run, project: Path) -> None:
    run("baseline", "create")
    (project / "articles" / "ferry.txt").unlink()
    assert "1 finding (0 added, 0 removed)" in run("baseline", "update").out
    assert "0 findings (0 added, 1 removed)" in run("baseline", "prune").out


def test_a_baseline_is_not_replaced_by_accident(run: Run, project: Path) -> None:
    run("baseline", "create")
    assert run("baseline", "create").code == 2
    assert run("baseline", "create", "--force").code == 0


@pytest.mark.parametrize("text", ["", "[]", '{"version": "9", "findings": []}', "{"])
def test_a_broken_baseline_is_exit_2(run: Run, project: Path, text: str) -> None:
    (project / ".transdiff-baseline.json").write_text(text)
    assert run("check").code == 2
    assert run("check", "--baseline", "nowhere.json").code == 2


def test_an_article_that_cannot_be_read_leaves_the_baseline_alone(run: Run, project: Path) -> None:
    run("baseline", "create")
    before = (project / ".transdiff-baseline.json").read_bytes()
    (project / "refs" / "good.tass.txt").unlink()
    assert run("baseline", "update").code == 2
    assert (project / ".transdiff-baseline.json").read_bytes() == before


def test_decisions_of_an_editor_become_suppressions(run: Run, project: Path) -> None:
    run("check", "articles/ferry.txt", "-o", "json=report.json")
    (finding,) = json.loads((project / "report.json").read_text())["findings"]
    decisions = {
        "schema": "transdiff-decisions/1",
        "article": "articles/ferry.txt",
        "decisions": [
            {
                "fingerprint": finding["fingerprint"],
                "rule": "test-toll",
                "match": "300 people",
                "decision": "acceptable",
                "reason": 'confirmed "by phone"',
                "scope": "finding",
            },
            {"fingerprint": "0", "rule": "test-toll", "decision": "error", "reason": ""},
        ],
    }
    (project / "d.json").write_text(json.dumps(decisions))
    assert run("review", "apply", "d.json", "--by", "desk").code == 0
    assert run("check").code == 0
    assert "0 added" in run("review", "apply", "d.json").out


def test_changes_tells_fixed_new_and_unchanged(run: Run, project: Path) -> None:
    run("check", "-o", "json=old/")
    (project / "articles" / "ferry.txt").write_text(ARTICLE.replace("300", "30"))
    run("check", "-o", "json=new/")
    text = run("changes", "old", "new").out
    assert "fixed: articles/ferry.txt: critical test-toll" in text
    assert text.endswith("1 fixed · 0 new · 0 unchanged\n")
    values = json.loads(run("changes", "old", "new", "--format", "json").out)
    assert len(values["fixed"]) == 1
    assert run("changes", "old", "nowhere").code == 2


def test_a_file_for_all_articles_or_one_for_each(run: Run, project: Path) -> None:
    run("check", "-o", "json=all.json", "-o", "json=each/", "-o", "sarif=all.sarif")
    assert len(json.loads((project / "all.json").read_text())) == 2
    assert sorted(p.name for p in (project / "each").iterdir()) == [
        "articles__ferry.txt.json",
        "articles__good.txt.json",
    ]
    assert len(json.loads((project / "all.sarif").read_text())["runs"][0]["results"]) == 1


def test_a_check_from_a_subfolder_finds_the_project(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("baseline", "create")
    monkeypatch.chdir(project / "articles")
    assert run("check").code == 0  # the baseline's ids count from the configuration
    outcome = run("check", "--baseline", "../.transdiff-baseline.json", "ferry.txt", "-f", "csv")
    assert "ferry.txt,3,14," in outcome.out
    (project / ".transdiff-baseline.json").unlink()
    assert run("check").out.startswith("ferry.txt:3:14: critical")
    monkeypatch.chdir(project / "refs")
    assert run("check").out.startswith("../articles/ferry.txt:3:14: critical")


def test_no_absolute_path_in_any_output(run: Run, project: Path) -> None:
    outputs = [
        part for form in ("json", "sarif", "junit", "csv") for part in ("-o", f"{form}=x.{form}")
    ]
    run("check", str(project), "--exit-zero", *outputs)
    for path in project.glob("x.*"):
        assert str(project) not in path.read_text(), path.name


def test_what_the_whole_project_does_not_need_any_more_is_said(run: Run, project: Path) -> None:
    with (project / ".transdiff.toml").open("a") as config:
        for match, expires in (("300 people", ""), ("400 people", ""), ("x", "2020-01-01")):
            config.write(f'[[suppress]]\nrule="test-toll"\nmatch="{match}"\nreason="r"\n')
            config.write(f'expires="{expires}"\n')
    err = run("check").err
    assert 'suppression of test-toll "400 people" is not needed any more' in err
    assert 'suppression of test-toll "x" expired on 2020-01-01' in err
    assert '"300 people"' not in err
    assert "not needed" not in run("check", "articles/good.txt").err


def test_github_gets_annotations_and_the_table_in_the_job_summary(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = project / "summary.md"
    summary.write_text("earlier step\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    outcome = run("check", "--format", "github")
    assert outcome.out.startswith("::error file=articles/ferry.txt,line=3,")
    text = summary.read_text()
    assert text.startswith("earlier step\n") and "test-toll" in text
