"""Suppressions: with a reason, for an article or a project, until they expire."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from transdiff.sidecar import suppressions


def test_a_sidecar_suppresses_with_a_reason(run: Run, project: Path) -> None:
    sidecar = project / "articles" / "ferry.txt.transdiff.toml"
    sidecar.write_text(
        '[[suppress]]\nrule = "test-toll"\nmatch = "300 PEOPLE"\nreason = "confirmed by phone"\n'
    )
    outcome = run("check")
    assert (outcome.code, "1 finding suppressed" in outcome.err) == (0, True)
    run("check", "-o", "json=all.json", "articles/ferry.txt")
    (report,) = json.loads((project / "all.json").read_text())
    (finding,) = report["findings"]
    assert (finding["standing"], finding["reason"]) == ("suppressed", "confirmed by phone")


def test_a_suppression_that_expired_or_is_not_needed_is_reported(run: Run, project: Path) -> None:
    sidecar = project / "articles" / "ferry.txt.transdiff.toml"
    sidecar.write_text(
        '[[suppress]]\nrule = "test-toll"\nmatch = "300 people"\nreason = "r"\n'
        "expires = 2020-01-01\n"
        '[[suppress]]\nrule = "test-toll"\nmatch = "400 people"\nreason = "r"\n'
    )
    for form in ("text", "concise", "github", "markdown"):
        outcome = run("check", "--format", form)
        assert outcome.code == 1
        assert "articles/ferry.txt: suppression of test-toll" in outcome.err
        assert "expired on 2020-01-01" in outcome.err
        assert 'suppression of test-toll "400 people" is not needed any more' in outcome.err
    assert "expired on 2020-01-01" in run("check", "--format", "text").out


@pytest.mark.parametrize("form", ["20200101", "2020-01-01T09:00:00+01:00", "2020-W01-3"])
def test_every_way_to_write_a_date_expires(form: str) -> None:
    tables = [{"rule": "number-value", "match": "300", "reason": "r", "expires": form}]
    (found,) = suppressions(tables, "sidecar")
    assert (found.expires, found.expired(date(2020, 1, 1))) == ("2020-01-01", True)


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


def test_decisions_of_an_editor_become_suppressions(run: Run, project: Path) -> None:
    run("check", "articles/ferry.txt", "-o", "json=report.json")
    (report,) = json.loads((project / "report.json").read_text())
    (finding,) = report["findings"]
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


def test_decisions_that_cannot_be_understood_are_refused(run: Run, project: Path) -> None:
    decisions = [{"rule": "test-toll", "match": "300 people", "decision": "acceptabel"}]
    values = {"schema": "transdiff-decisions/1", "article": "articles/ferry.txt"}
    (project / "d.json").write_text(json.dumps({**values, "decisions": decisions}))
    outcome = run("review", "apply", "d.json")
    assert (outcome.code, 'd.json: unknown decision "acceptabel"' in outcome.err) == (2, True)


def test_decisions_about_another_text_are_told(run: Run, project: Path) -> None:
    run("check", "articles/ferry.txt", "-o", "json=report.json")
    (report,) = json.loads((project / "report.json").read_text())
    article = report["documents"][0]["document"]
    values = {"schema": "transdiff-decisions/1", "article": article["id"], "decisions": []}
    for sha256, told in ((article["sha256"], False), ("0" * 64, True)):
        (project / "d.json").write_text(json.dumps({**values, "sha256": sha256}))
        outcome = run("review", "apply", "d.json")
        assert outcome.code == 0
        assert ("d.json: decided about another text of articles/ferry.txt" in outcome.err) is told


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


def test_a_part_of_the_flagged_words_is_answered_by_all_of_them(run: Run, project: Path) -> None:
    sidecar = project / "articles" / "ferry.txt.transdiff.toml"
    sidecar.write_text('[[suppress]]\nrule = "test-toll"\nmatch = "300"\nreason = "r"\n')
    outcome = run("check")
    assert 'test-toll "300" covers nothing; match has to be "300 people"' in outcome.err


def test_a_sidecar_holds_wherever_its_article_is_named_from(
    run: Run,
    project: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sidecar = project / "articles" / "ferry.txt.transdiff.toml"
    sidecar.write_text('[[suppress]]\nrule = "test-toll"\nmatch = "300 people"\nreason = "r"\n')
    (project / ".transdiff.toml").unlink()
    texts = [str(project / name) for name in ("articles/ferry.txt", "refs/ferry.tass.txt")]
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert run("compare", *texts).out == ""


def test_a_date_of_expiry_that_is_none_is_told_by_its_flag(run: Run, project: Path) -> None:
    (project / "d.json").write_text('{"schema": "transdiff-decisions/1", "decisions": []}')
    outcome = run("review", "apply", "d.json", "--expires", "soon")
    assert (outcome.code, "--expires: not an ISO 8601 date" in outcome.err) == (2, True)
