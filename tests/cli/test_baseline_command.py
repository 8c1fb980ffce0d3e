"""``transdiff baseline``: only what is new counts, and what is fixed is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLE, REUTERS, Run


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


def test_only_check_takes_the_baseline_without_being_told(run: Run, project: Path) -> None:
    run("baseline", "create")
    texts = ("articles/ferry.txt", "refs/ferry.tass.txt", "refs/ferry.reuters.txt")
    for flags in ((), ("--isolated",)):
        assert "300 people" in run("compare", *texts, *flags).out
    assert "300 people" not in run("compare", *texts, "--baseline", ".transdiff-baseline.json").out
    config = project / ".transdiff.toml"
    config.write_text('baseline = ".transdiff-baseline.json"\n' + config.read_text())
    assert "300 people" not in run("compare", *texts).out


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


def test_what_is_no_baseline_is_never_replaced(run: Run, project: Path) -> None:
    before = (project / "articles" / "good.txt").read_bytes()
    outcome = run("check", "--baseline", "articles/good.txt")
    assert outcome.code == 2
    assert "articles/good.txt: not a transdiff baseline" in outcome.err
    assert "--force" not in outcome.err
    assert run("baseline", "create", "--baseline", "articles/good.txt", "--force").code == 2
    assert (project / "articles" / "good.txt").read_bytes() == before


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
