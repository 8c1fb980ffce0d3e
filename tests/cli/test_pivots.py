"""Pivots on the command line: from a set, a flag, or a program that translates."""

from __future__ import annotations

import json
import shlex
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

ARTICLE = "The regime closed the northern harbour on Tuesday. The fishermen sold 40 boats.\n"
WIRE = "Во вторник северную гавань закрыло правительство. Рыбаки продали 40 лодок.\n"
PIVOT = [
    "The government closed the northern harbour on Tuesday.",
    "The fishermen sold 40 boats.",
]


@pytest.fixture
def set_folder(folder: Path) -> Path:
    (folder / "a.txt").write_text(ARTICLE, "utf-8")
    (folder / "wire.txt").write_text(WIRE, "utf-8")
    (folder / "wire.en.txt").write_text("\n".join(PIVOT) + "\n", "utf-8")
    (folder / "set.toml").write_text(
        'article = "a.txt"\nlang = "en"\n[references]\n'
        'wire = { path = "wire.txt", lang = "ru", pivot = "wire.en.txt" }\n',
        "utf-8",
    )
    return folder


def rules_of(out: str) -> set[str]:
    return {finding["rule"] for finding in json.loads(out)["findings"]}


def test_a_set_names_the_pivot_of_a_reference(run: Run, set_folder: Path) -> None:
    assert "loaded-term" in rules_of(run("compare", str(set_folder), "-f", "json").out)


def test_a_pivot_is_named_on_the_command_line(run: Run, set_folder: Path) -> None:
    given = ("compare", "a.txt", "-r", "wire=wire.txt", "--pivot", "wire=wire.en.txt")
    outcome = run(*given, "-f", "text")
    assert "ru, by a pivot" in outcome.out
    assert "(pivot of wire)" in outcome.out


def test_a_pivot_of_no_reference_is_refused(run: Run, set_folder: Path) -> None:
    outcome = run("compare", "a.txt", "wire.txt", "--pivot", "tass=wire.en.txt")
    assert outcome.code == 2
    assert "--pivot tass=wire.en.txt: expected NAME=PATH, NAME one of wire" in outcome.err


ENGINE = """\
import json, sys
known = {
    "Во вторник": "The government closed the northern harbour on Tuesday.",
    "Рыбаки": "The fishermen sold 40 boats.",
}
for row in reversed([json.loads(line) for line in sys.stdin]):
    assert (row["source_lang"], row["target_lang"]) == ("ru", "en")
    text = next(said for start, said in known.items() if row["text"].startswith(start))
    print(json.dumps({"id": row["id"], "text": text}))
"""


def engine(folder: Path, program: str) -> str:
    (folder / "engine.py").write_text(program, "utf-8")
    return shlex.join([sys.executable, str(folder / "engine.py")])


def test_a_program_translates_foreign_references(run: Run, set_folder: Path) -> None:
    command = engine(set_folder, ENGINE)
    given = ("compare", "a.txt", "wire.txt", "--pivot-command", command, "-f", "json")
    outcome = run(*given)
    assert outcome.code == 0
    assert "loaded-term" in rules_of(outcome.out)


def test_a_reference_in_the_language_of_the_article_needs_no_program(
    run: Run, set_folder: Path
) -> None:
    (set_folder / "home.txt").write_text(" ".join(PIVOT), "utf-8")
    assert run("compare", "a.txt", "home.txt", "--pivot-command", "no-such-program").code == 0


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("import sys; sys.exit(3)", "exit code 3"),
        ("print('hello')", "line 1 of its output is not"),
        ("import sys; sys.stdin.read()", 'no translation of "wire:0"'),
    ],
)
def test_a_program_that_fails_is_an_error(
    run: Run, set_folder: Path, program: str, said: str
) -> None:
    command = engine(set_folder, program)
    outcome = run("compare", "a.txt", "wire.txt", "--pivot-command", command)
    assert outcome.code == 2
    assert said in outcome.err


def test_a_program_that_is_not_there_is_an_error(run: Run, set_folder: Path) -> None:
    outcome = run("compare", "a.txt", "wire.txt", "--pivot-command", "no-such-program")
    assert outcome.code == 2
    assert "no-such-program: No such file or directory; check the command" in outcome.err
