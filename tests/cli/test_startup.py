"""Help, version and a mistyped flag answer without the engine; a closed pipe is no error."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

HEAVY = ("numpy", "lxml", "sacrebleu", "langdetect", "jinja2", "transdiff.pipeline", "rich")

Spawn = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], ["compare", "--help"], ["compare", "--no-such-flag"]]
)
def test_the_engine_is_not_imported_to_answer(arguments: list[str]) -> None:
    code = (
        "import sys\n"
        "from transdiff.cli import main\n"
        f"sys.argv = ['transdiff', *{arguments!r}]\n"
        "try:\n    main()\n"
        "except SystemExit:\n"
        f"    sys.exit(','.join(n for n in {HEAVY!r} if n in sys.modules) or 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_head_sees_the_beginning_and_no_traceback(spawn: Spawn) -> None:
    command = f"{sys.executable} -m transdiff rules --format markdown | head -1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    assert (done.stdout, done.stderr) == (b"# Rules\n", b"")


@pytest.mark.parametrize("argument", ["rules", "--help", "--version"])
def test_a_full_disk_is_exit_2(folder: object, argument: str) -> None:
    command = [sys.executable, "-m", "transdiff", argument]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    said = "transdiff: error: standard output: cannot be written: no space left on device"
    assert done.stderr.decode().splitlines() == [said]


def test_a_closed_output_is_one_that_nobody_reads(folder: object) -> None:
    command = f"{sys.executable} -m transdiff compare article.txt reuters.txt --fail-on major >&-"
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    said = b"article.txt: gate failed: 2 findings major or worse\n"
    assert (done.returncode, done.stderr) == (1, said)
