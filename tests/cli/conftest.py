"""Run the command line in a folder of its own, in this process."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

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
