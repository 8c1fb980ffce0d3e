"""``transdiff check``: the gate of a project, its cache, outputs and exit codes."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.conftest import ARTICLE, REUTERS, TASS, Run


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
    assert "1 passed · 1 failed" in run("check").err  # beside what the configuration pairs


def test_what_a_pair_or_a_set_says_of_its_language_wins_but_not_over_a_flag(
    run: Run, project: Path
) -> None:
    config = project / ".transdiff.toml"
    config.write_text(f'lang = "de"\n{config.read_text()}\nlang = "en-GB"\n')
    (project / "sets" / "a").mkdir(parents=True)
    (project / "sets" / "a" / "set.toml").write_text(
        'article = "text.txt"\nlang = "en-US"\n[references]\ntass = "../../refs/good.tass.txt"\n'
    )
    shutil.copy(project / "articles" / "good.txt", project / "sets" / "a" / "text.txt")

    def language(*args: str) -> str:
        run(*args, "--output", "json=report.json")
        told = json.loads((project / "report.json").read_text())
        report = told[0] if isinstance(told, list) else told
        lang: str = report["documents"][0]["document"]["lang"]
        return lang

    assert language("check", "articles/good.txt") == "en-GB"
    for command in ("check", "compare"):
        assert language(command, "sets/a") == "en-US"
        assert language(command, "sets/a", "--lang", "en-AU") == "en-AU"


@pytest.mark.parametrize("flags", [(), ("--exit-zero",), ("--fail-on", "never")])
def test_a_missing_reference_is_exit_2_and_the_rest_is_reported(
    run: Run, project: Path, flags: tuple[str, ...]
) -> None:
    (project / "refs" / "good.tass.txt").unlink()
    outcome = run("check", *flags)
    assert outcome.code == 2
    assert "articles/ferry.txt:3:14" in outcome.out
    assert "refs/good.tass.txt: no such file" in outcome.err


def test_not_even_a_text_of_what_failed_is_written_over(run: Run, project: Path) -> None:
    (project / "refs" / "good.tass.txt").unlink()
    before = (project / "refs" / "good.reuters.txt").read_bytes()
    outcome = run("check", "--output", "json=refs/good.reuters.txt")
    assert (outcome.code, "refs/good.reuters.txt: is an input" in outcome.err) == (2, True)
    assert (project / "refs" / "good.reuters.txt").read_bytes() == before


def test_an_article_without_the_figure_of_a_gate_costs_only_itself(run: Run, project: Path) -> None:
    for name in ("good.tass.txt", "good.reuters.txt"):
        (project / "refs" / name).write_text("Паром затонул у берега в понедельник.\n", "utf-8")
    outcome = run("check", "--min-score", "bleu=1", "--output", "json=all.json")
    assert outcome.code == 2
    assert "articles/ferry.txt:3:14" in outcome.out
    assert "articles/good.txt has no score bleu: no linked reference text" in outcome.err
    assert "1 not compared" in outcome.err
    (report,) = json.loads((project / "all.json").read_text())
    assert report["documents"][0]["document"]["id"] == "articles/ferry.txt"


def test_a_new_article_is_judged_by_the_gates_that_need_no_stored_report(
    run: Run, project: Path
) -> None:
    run("check", "articles/good.txt", "--output", "json=old/")
    outcome = run("check", "--against", "old", "--max-drop", "fidelity=5")
    assert outcome.code == 1
    assert "articles/ferry.txt: max-drop: no stored report, the other gates decide" in outcome.err
    assert "articles/good.txt: max-drop" not in outcome.err
    alone = run("check", "--max-drop", "fidelity=5")
    assert (alone.code, "max-drop: since which reports? (--against PATH)" in alone.err) == (2, True)


def test_a_wrong_sidecar_costs_only_its_article(run: Run, project: Path) -> None:
    (project / "articles" / "good.txt.transdiff.toml").write_text("[[suppres]]\n")
    outcome = run("check")
    assert (outcome.code, 'did you mean "suppress"?' in outcome.err) == (2, True)
    assert "articles/ferry.txt:3:14" in outcome.out


def test_what_could_not_be_compared_stands_in_the_reports(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "refs" / "good.tass.txt").unlink()
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(project / "summary.md"))
    outcome = run("check", "--format", "github", "--output", "junit=j.xml", "--output", "sarif=s")
    assert outcome.code == 2
    assert outcome.out.startswith("::error file=articles/good.txt,title=not compared::refs/good")
    root = ElementTree.parse(project / "j.xml").getroot()
    assert root.attrib["errors"] == "1"
    (error,) = root.iter("error")
    assert "refs/good.tass.txt: no such file" in error.attrib["message"]
    (invocation,) = json.loads((project / "s").read_text())["runs"][0]["invocations"]
    assert not invocation["executionSuccessful"]
    (said,) = invocation["toolExecutionNotifications"]
    assert said["message"]["text"] == error.attrib["message"]
    assert (project / "summary.md").read_text().startswith("### articles/good.txt\n\n**Not comp")


def test_articles_of_two_configurations_are_two_runs(run: Run, project: Path) -> None:
    for name in ("a", "b"):
        (project / name).mkdir()
        (project / name / "article.txt").write_text(ARTICLE, "utf-8")
        (project / name / "tass.txt").write_text(TASS, "utf-8")
        (project / name / "set.toml").write_text(
            'article = "article.txt"\n[references]\ntass = "tass.txt"\n'
        )
    assert run("check", "a", "b", "--fail-on", "never").code == 0  # both have that of the project
    (project / "a" / "transdiff.toml").write_text('fail-on = "never"\n')
    assert run("check", "a").code == 0
    both = run("check", "b", "a")
    assert both.code == 2
    assert "a: its configuration is a/transdiff.toml, that of b is .transdiff.toml" in both.err
    above = run("check", ".")
    assert above.code == 2
    assert "a/article.txt: its configuration is a/transdiff.toml" in above.err
    assert "take a by itself" in above.err
    assert run("check", ".", "--config", "a/transdiff.toml").code == 0
    assert run("baseline", "create", "b", "a").code == 2


def test_a_path_that_does_not_exist_or_belongs_to_nothing_is_exit_2(
    run: Run, project: Path
) -> None:
    (project / "notes.txt").write_text("Notes of the desk.")
    assert run("check", "nowhere").code == 2
    assert run("check", "notes.txt").code == 2
    (project / "memory.tsv").write_text("source\ttarget\n")
    assert "transdiff compare takes a file with both sides" in run("check", "memory.tsv").err


def test_nothing_to_check_is_exit_2_unless_allowed(run: Run, project: Path) -> None:
    shutil.rmtree(project / "articles")
    assert run("check").code == 2
    assert run("check", "--allow-empty").code == 0


def test_a_check_without_any_rule_is_exit_2(run: Run, project: Path) -> None:
    outcome = run("check", "--ignore", "test-toll")
    assert (outcome.code, "no rule is left to run" in outcome.err) == (2, True)


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


def test_changes_tells_fixed_new_and_unchanged(run: Run, project: Path) -> None:
    run("check", "-o", "json=old/")
    (project / "articles" / "ferry.txt").write_text(ARTICLE.replace("300", "30"))
    run("check", "-o", "json=new/")
    text = run("changes", "old", "new").out
    assert "fixed: articles/ferry.txt: critical test-toll" in text
    assert text.endswith("1 fixed · 0 new · 0 unchanged\n")
    assert "2 articles are too few to rule out luck" in text
    values = json.loads(run("changes", "old", "new", "--format", "json").out)
    assert len(values["fixed"]) == 1
    assert run("changes", "old", "nowhere").code == 2


def test_reports_of_no_article_in_common_are_not_compared(run: Run, project: Path) -> None:
    run("check", "-o", "json=reports/")
    outcome = run("changes", "reports/articles__ferry.txt.json", "reports/articles__good.txt.json")
    assert outcome.code == 2
    assert "no article is in both: OLD has articles/ferry.txt, NEW has" in outcome.err


def test_changes_say_whether_a_shift_of_many_articles_is_luck(run: Run, project: Path) -> None:
    for number in range(6):
        (project / "articles" / f"ferry{number}.txt").write_text(ARTICLE)
        (project / "refs" / f"ferry{number}.tass.txt").write_text(TASS)
        (project / "refs" / f"ferry{number}.reuters.txt").write_text(REUTERS)
    run("check", "-o", "json=old/")
    for number in range(6):
        fewer = ARTICLE.replace("300", "30")
        (project / "articles" / f"ferry{number}.txt").write_text(fewer)
    run("check", "-o", "json=new/")
    lines = run("changes", "old", "new").out.splitlines()
    (fidelity,) = (line for line in lines if line.startswith("fidelity"))
    assert fidelity.split()[-4:] == ["8", "0.0273", "not", "luck"]
    deltas = json.loads(run("changes", "old", "new", "--format", "json").out)["scores"]
    (delta,) = (d for d in deltas if d["name"] == "fidelity")
    assert delta["significant"]
    assert 0 < delta["low"] <= delta["high"]


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


def test_a_job_summary_is_no_longer_than_github_takes_and_begins_with_what_failed(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = project / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    shutil.copy(project / "articles" / "good.txt", project / "articles" / "a.txt")
    for label in ("tass", "reuters"):
        shutil.copy(project / "refs" / f"good.{label}.txt", project / "refs" / f"a.{label}.txt")
    run("check", "--format", "github")
    whole = summary.read_text()
    assert whole.index("articles/ferry.txt") < whole.index("articles/a.txt")
    first = whole.index("\n\n### ") + 1
    monkeypatch.setattr("transdiff.cli.job_summary.MOST_BYTES", len(whole[:first].encode()) + 9)
    summary.unlink()
    run("check", "--format", "github")
    left = "**2 more articles**, for which there is no room here."
    assert summary.read_text() == f"{whole[:first]}\n{left}\n"


def test_a_gate_that_no_finding_explains_says_why_it_failed(run: Run, project: Path) -> None:
    outcome = run("check", "articles/good.txt", "--min-score", "fidelity=101")
    assert outcome.code == 1
    assert "articles/good.txt: gate failed: fidelity " in outcome.err
    assert "is below 101" in outcome.err


def test_so_many_major_findings_allowed_are_allowed(run: Run, project: Path) -> None:
    severity = ("--severity", "test-toll=major")
    assert run("check", *severity).code == 1
    assert run("check", *severity, "--max-major", "1").code == 0
    assert run("check", *severity, "--max-major", "0").code == 1
    assert run("check", "--max-major", "1").code == 1, "critical findings are not major ones"


def test_a_folder_without_articles_is_exit_2_beside_others(run: Run, project: Path) -> None:
    (project / "other").mkdir()
    outcome = run("check", "articles", "other")
    assert outcome.code == 2
    assert "other: nothing to check" in outcome.err
    assert run("check", "articles/good.txt", "other", "--allow-empty").code == 0


def test_a_pair_without_an_article_is_named(run: Run, project: Path) -> None:
    with (project / ".transdiff.toml").open("a") as config:
        config.write('[[pair]]\narticles = "sprot/*.txt"\nreferences = { a = "a.txt" }\n')
    outcome = run("check", "--exit-zero")
    assert outcome.code == 0
    assert '.transdiff.toml: [[pair]] articles = "sprot/*.txt": no such article' in outcome.err


def test_the_check_names_what_the_baseline_no_longer_needs(run: Run, project: Path) -> None:
    assert run("baseline", "create").code == 0
    ferry = project / "articles" / "ferry.txt"
    ferry.write_text(ARTICLE.replace("300", "30"))
    outcome = run("check")
    assert outcome.code == 0
    assert "articles/ferry.txt: baseline entry test-toll" in outcome.err


def two_sets(folder: Path) -> None:
    """Two sets whose articles have one name."""
    for name, text in (("a", ARTICLE), ("b", ARTICLE.replace("300", "30"))):
        (folder / name).mkdir(parents=True)
        (folder / name / "translation.txt").write_text(text, encoding="utf-8")
        (folder / name / "tass.txt").write_text(TASS, encoding="utf-8")
        (folder / name / "set.toml").write_text(
            'article = "translation.txt"\n[references]\ntass = "tass.txt"\n'
        )


def test_articles_of_one_name_elsewhere_are_told_apart(
    run: Run, project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    two_sets(elsewhere)
    outcome = run("check", str(elsewhere), "--output", "json=reports/")
    assert "a/translation.txt:3:14: critical" in outcome.out
    assert sorted(p.name for p in (project / "reports").iterdir()) == [
        "a__translation.txt.json",
        "b__translation.txt.json",
    ]
    assert str(elsewhere) not in outcome.out + outcome.err


def test_two_articles_are_never_written_to_one_file(
    run: Run, project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    two_sets(elsewhere)
    two_sets(project / "sets")
    paths = [str(elsewhere / "a"), str(elsewhere / "b"), "sets", "--isolated"]
    outcome = run("check", *paths, "--output", "json=reports/")
    assert outcome.code == 2
    assert "2 articles would be written to translation.txt.json" in outcome.err


def test_an_isolated_check_takes_no_baseline_that_is_not_named(run: Run, project: Path) -> None:
    two_sets(project / "sets")
    (project / ".transdiff.toml").unlink()
    assert run("baseline", "create", "sets").code == 0
    assert run("check", "sets").code == 0
    assert run("check", "sets", "--isolated").code == 1
    assert run("check", "sets", "--isolated", "--baseline", ".transdiff-baseline.json").code == 0


def test_a_configuration_is_either_named_or_ignored(run: Run, project: Path) -> None:
    outcome = run("check", "--config", ".transdiff.toml", "--isolated")
    assert (outcome.code, "--isolated" in outcome.err) == (2, True)


def test_a_reader_that_leaves_early_changes_no_exit_code(
    folder: Path,
) -> None:
    two_sets(folder / "sets")
    command = f"'{sys.executable}' -m transdiff check sets 2>&1 | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, check=False)
    assert done.returncode == 1


def test_of_an_article_and_a_link_to_it_the_first_is_checked(run: Run, project: Path) -> None:
    (project / "articles" / "zlink.txt").symlink_to("ferry.txt")
    outcome = run("check", "--format", "concise")
    assert "articles/ferry.txt:3:14" in outcome.out
    assert "zlink" not in outcome.out + outcome.err
