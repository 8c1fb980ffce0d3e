"""Comments in a Markdown or HTML article accept a finding, with a reason."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

ARTICLE = "# Offensive ends\n\nThe army said on Monday its blitzkrieg near Karst had ended.\n"
WIRE = "The army said on Monday its lightning offensive near Karst had ended.\n"


def _findings(run: Run, folder: Path, comment: str, name: str) -> list[tuple[str, str, str]]:
    body = ARTICLE if name.endswith(".md") else f"<p>{ARTICLE.splitlines()[2]}</p>"
    (folder / name).write_text(f"{comment}\n{body}", "utf-8")
    (folder / "wire.txt").write_text(WIRE, "utf-8")
    result = run("compare", name, "wire.txt", "--select", "loaded-term", "--format", "json")
    assert result.code == 0, result.err
    findings = json.loads(result.out)["findings"]
    return [(f["rule"], f["standing"], f["reason"]) for f in findings]


@pytest.mark.parametrize("name", ["story.md", "story.html"])
def test_a_comment_accepts_the_words_it_names(run: Run, tmp_path: Path, name: str) -> None:
    comment = '<!-- transdiff: allow loaded-term "blitzkrieg": the headline of a film -->'
    found = _findings(run, tmp_path, comment, name)
    assert found == [("loaded-term", "suppressed", "the headline of a film")]


def test_an_expired_comment_accepts_nothing(run: Run, tmp_path: Path) -> None:
    comment = '<!-- transdiff: allow loaded-term "blitzkrieg" until 2020-01-01: once -->'
    assert _findings(run, tmp_path, comment, "story.md") == [("loaded-term", "open", "")]


def test_a_comment_that_cannot_be_read_is_an_error(run: Run, tmp_path: Path) -> None:
    (tmp_path / "story.md").write_text("<!-- transdiff: ignore all -->\n" + ARTICLE, "utf-8")
    (tmp_path / "wire.txt").write_text(WIRE, "utf-8")
    result = run("compare", "story.md", "wire.txt")
    assert result.code == 2
    assert result.err.count("\n") == 1 and 'allow RULE "words": reason' in result.err
