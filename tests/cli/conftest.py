"""Run the command line in a folder of its own, in this process."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from transdiff.facts import Span
from transdiff.model import Evidence, Role
from transdiff.rule import Mark, Rule, rule

ARTICLE = """\
Ferry sinks off the northern coast

A ferry with 300 people on board sank off the northern coast on Monday, the coast guard said.

Rescuers pulled most of the passengers from the water within an hour.

The company claimed that the vessel had been inspected in May.

Source link
"""
TASS = """\
Ferry sinks off northern coast

A ferry with 30 people on board sank off the northern coast on Monday, the coast guard said.

Most of the passengers were pulled from the water by rescuers within an hour.

The company said that the vessel had been inspected in May.
"""
REUTERS = """\
Ferry goes down off northern coast

A ferry carrying 30 people sank off the northern coast on Monday, according to the coast guard.

The vessel had been inspected in May, the company said.
"""


@dataclass(frozen=True)
class Outcome:
    """What a run left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with an article and its two references."""
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "reference.tass.txt").write_text(TASS, encoding="utf-8")
    (tmp_path / "reuters.txt").write_text(REUTERS, encoding="utf-8")
    (tmp_path / ".transdiff.toml").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    return tmp_path


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Call ``transdiff`` with the given arguments, in this process."""
    from transdiff.cli.app import app

    def call(*arguments: str) -> Outcome:
        capsys.readouterr()
        code: object = 0
        try:
            app(list(arguments), prog_name="transdiff")
        except SystemExit as stop:
            code = stop.code
        captured = capsys.readouterr()
        return Outcome(int(code or 0), captured.out, captured.err)  # type: ignore[call-overload]

    return call


@pytest.fixture
def spawn(folder: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Call ``transdiff`` as a process of its own."""

    def call(*arguments: str, **options: object) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "transdiff", *arguments]
        return subprocess.run(command, capture_output=True, check=False, cwd=folder, **options)  # type: ignore[call-overload,no-any-return]

    return call


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


@pytest.fixture
def project(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two articles with their references; the first has the planted error, the one rule sees it."""
    monkeypatch.setattr("transdiff.plugins.rules", lambda: (TOLL,))
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
