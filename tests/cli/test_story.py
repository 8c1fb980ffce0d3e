"""The gate as a newcomer meets it: an empty repository, a planted error, a baseline, a fix."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ARTICLE = """\
Bridge closed after inspection

The city closed the old bridge on Monday after inspectors found 12 cracks in its main span.

Repairs will cost $3 million and take four months, the mayor said.
"""
WIRE = """\
Bridge closed after inspection

The city closed the old bridge on Monday after inspectors found 12 cracks in its main span.

Repairs will cost $3 million and take four months, the mayor said.
"""


def transdiff(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program as a user does."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    return subprocess.run(
        [sys.executable, "-m", "transdiff", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_from_an_empty_repository_to_a_gate_that_holds(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)

    assert transdiff(tmp_path, "init").returncode == 0
    assert (tmp_path / ".github" / "workflows" / "transdiff.yml").is_file()
    assert transdiff(tmp_path, "check").returncode == 2  # nothing to check is no pass

    for name in ("bridge", "second"):
        for path, text in (
            (f"articles/{name}.txt", ARTICLE),
            (f"references/{name}.tass.txt", WIRE),
            (f"references/{name}.reuters.txt", WIRE),
        ):
            (tmp_path / path).parent.mkdir(exist_ok=True)
            (tmp_path / path).write_text(text, encoding="utf-8")
    clean = transdiff(tmp_path, "check")
    assert clean.returncode == 0, clean.stdout + clean.stderr

    article = tmp_path / "articles" / "bridge.txt"
    article.write_text(ARTICLE.replace("$3 million", "$30 million"), encoding="utf-8")
    failed = transdiff(tmp_path, "check")
    assert failed.returncode == 1, failed.stdout + failed.stderr
    assert "articles/bridge.txt:5:" in failed.stdout

    assert transdiff(tmp_path, "baseline", "create").returncode == 0
    assert transdiff(tmp_path, "check").returncode == 0

    article.write_text(ARTICLE, encoding="utf-8")
    fixed = transdiff(tmp_path, "check", "--format", "text")
    assert fixed.returncode == 0
    assert "is fixed" in fixed.stdout
    status = subprocess.run(
        ["git", "status", "--short"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert "transdiff_cache" not in status.stdout


def test_init_keeps_what_is_there(tmp_path: Path) -> None:
    (tmp_path / ".pre-commit-config.yaml").write_text("repos: []\n")
    assert "kept" in transdiff(tmp_path, "init").stdout
    assert (tmp_path / ".pre-commit-config.yaml").read_text() == "repos: []\n"
    assert transdiff(tmp_path, "init").returncode == 2


def test_the_configuration_that_init_writes_is_valid_also_uncommented(tmp_path: Path) -> None:
    transdiff(tmp_path, "init")
    assert transdiff(tmp_path, "config", "show").returncode == 0
    path = tmp_path / "transdiff.toml"
    lines = []
    for line in path.read_text().splitlines():
        bare = line.removeprefix("# ")
        keep = line.startswith("# ") and ("=" in bare or bare.startswith("["))
        lines.append(bare if keep else line)
    path.write_text("\n".join(lines))
    shown = transdiff(tmp_path, "config", "show")
    assert shown.returncode == 0, shown.stderr


@pytest.mark.slow
def test_a_run_that_is_killed_leaves_nothing_half_written(tmp_path: Path) -> None:
    for number in range(30):
        for path, text in (
            (f"articles/{number}.txt", ARTICLE),
            (f"references/{number}.tass.txt", WIRE),
            (f"references/{number}.reuters.txt", WIRE),
        ):
            (tmp_path / path).parent.mkdir(exist_ok=True)
            (tmp_path / path).write_text(text + f"\nIt was inspection {number}.\n")
    transdiff(tmp_path, "init")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-m", "transdiff", "check", "-o", "json=all.json"]
    for seconds in (0.2, 0.5, 0.9):
        running = subprocess.Popen(
            command, cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL, stderr=-1
        )
        try:
            running.wait(seconds)
        except subprocess.TimeoutExpired:
            running.kill()
        running.communicate()
    done = transdiff(tmp_path, "check", "-o", "json=all.json")
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "all.json").read_text().rstrip().endswith("]")
