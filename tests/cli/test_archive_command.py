"""``transdiff archive add`` and ``archive find`` as they are called."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from tests.archive.server import Indices, serving
from tests.cli.conftest import Run

FERRY = (
    "The ferry Aurelia sank off Karvala on 14 March with 1,200 passengers on board, Captain "
    "Igor Shcherbakov told reporters. Divers searched the hull through the night while relatives "
    "waited on the pier. The operator Nordlink said the vessel had passed its last inspection."
)
BUDGET = (
    "Parliament adopted a budget of 48.7 billion crowns late on Tuesday after a week of talks. "
    "Finance Minister Ludmila Hromada called it the tightest in two decades. Teachers announced a "
    "strike because wages stay frozen until summer."
)
FERRY_RU = (
    "Паром «Аурелия» затонул 14 марта у Карвалы, на борту было 1 200 пассажиров, сообщил "
    "капитан Игорь Щербаков. Водолазы всю ночь осматривали корпус."
)


def test_add_and_find_as_commands(run: Run) -> None:
    line = {"id": "ferry", "text": FERRY, "lang": "en", "published": "2024-03-15"}
    Path("wires.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    Path("budget.txt").write_text(BUDGET, encoding="utf-8")
    added = run("archive", "add", "wires.db", "wires.jsonl", "budget.txt", "--publisher", "tass")
    assert (added.code, added.err) == (0, "")
    assert added.out == "wires.db: 2 stories, 0 takes, 0 known; 2 stories in all\n"
    Path("mine.txt").write_text(FERRY_RU, encoding="utf-8")
    shown = run("archive", "find", "wires.db", "mine.txt", "--lang", "ru")
    assert shown.code == 0
    assert "tass" in shown.out
    assert "ferry" in shown.out.splitlines()[0]
    listed = json.loads(run("archive", "find", "wires.db", "mine.txt", "-f", "json").out)
    assert (listed[0]["uri"], listed[0]["publisher"]) == ("ferry", "tass")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not a story"),
        ('{"text": " "}', "no text"),
        ('{"text": "a", "published": "x"}', "ISO"),
    ],
)
def test_a_bad_line_says_where_it_is(run: Run, line: str, reason: str) -> None:
    Path("in.jsonl").write_text('{"text": "Good story."}\n' + line, encoding="utf-8")
    done = run("archive", "add", "wires.db", "in.jsonl")
    assert (done.code, reason in done.err) == (2, True), done.err
    assert "in.jsonl:2: " in done.err


def test_a_story_that_cannot_be_read_costs_itself_alone(run: Run, folder: Path) -> None:
    (folder / "wires").mkdir()
    for name, text in (("a.txt", FERRY), ("b.json", "{"), ("c.txt", BUDGET)):
        (folder / "wires" / name).write_text(text, "utf-8")
    lines = [json.dumps({"text": FERRY_RU}), "{", json.dumps({"text": "Nobody was hurt."})]
    (folder / "in.jsonl").write_text("\n".join(lines), "utf-8")
    done = run("archive", "add", "wires.db", "wires", "in.jsonl", "none.txt")
    assert done.code == 2
    assert done.out == "wires.db: 4 stories, 0 takes, 0 known; 4 stories in all\n"
    assert [line.split(": ")[2] for line in done.err.splitlines()] == [
        "wires/b.json",
        "in.jsonl:2",
        "none.txt",
    ]


def test_of_many_broken_files_the_first_are_named(run: Run, folder: Path) -> None:
    (folder / "in.jsonl").write_text("{\n" * 30, "utf-8")
    done = run("archive", "add", "wires.db", "in.jsonl")
    assert (done.code, len(done.err.splitlines())) == (2, 21)
    assert "10 more could not be read" in done.err
    assert not (folder / "wires.db").exists()


def test_find_without_an_archive_is_exit_2(run: Run) -> None:
    done = run("archive", "find", "none.db", "article.txt")
    assert (done.code, "no such archive" in done.err) == (2, True)


def test_compare_takes_its_references_from_an_archive(run: Run) -> None:
    lines = [
        {"id": "ferry", "text": FERRY, "lang": "en", "published": "2024-03-15"},
        {"id": "budget", "text": BUDGET, "lang": "en", "published": "2024-03-15"},
    ]
    Path("wires.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    run("archive", "add", "wires.db", "wires.jsonl", "--publisher", "TASS English")
    Path("mine.txt").write_text(FERRY.replace("Divers", "Frogmen"), encoding="utf-8")
    done = run("compare", "mine.txt", "--archive", "wires.db", "-f", "json")
    assert done.code == 0
    assert done.err.startswith("tass-english: ferry, score ")
    assert "aurelia" in done.err
    report = json.loads(done.out)
    assert [source["key"] for source in report["documents"]] == [None, "tass-english"]
    kept = Path("wires.db").read_bytes()
    over = run("compare", "mine.txt", "--archive", "wires.db", "-o", "json=wires.db")
    assert (over.code, "wires.db: is an input" in over.err) == (2, True)
    assert Path("wires.db").read_bytes() == kept
    both = run("compare", "mine.txt", "mine.txt", "--archive", "wires.db")
    assert (both.code, "--archive finds the references" in both.err) == (2, True)
    Path("mine.txt").write_text("Zzyzx qwfpg vlurb.", encoding="utf-8")
    none = run("compare", "mine.txt", "--archive", "wires.db")
    assert (none.code, "no story that" in none.err) == (2, True)


def test_an_archive_on_a_server(run: Run) -> None:
    with serving() as server:
        on_a_server(run, server)


def on_a_server(run: Run, server: Indices) -> None:
    name = server.address("wires", "reader:word@")
    line = {"id": "ferry", "text": FERRY, "lang": "en", "published": "2024-03-15"}
    Path("wires.jsonl").write_text(json.dumps(line), encoding="utf-8")
    added = run("archive", "add", name, "wires.jsonl", "--publisher", "Wire")
    shown = server.address("wires")
    assert added.out == f"{shown}: 1 story, 0 takes, 0 known; 1 story in all\n"
    Path("mine.txt").write_text(
        "Divers searched the hull of the ferry Aurelia off Karvala.", encoding="utf-8"
    )
    found = json.loads(run("archive", "find", name, "mine.txt", "-f", "json").out)
    assert [hit["uri"] for hit in found] == ["ferry"]
    compared = run("compare", "mine.txt", "--archive", name, "-f", "json")
    assert compared.err.startswith("wire: ferry, score ")
    missing = run("archive", "find", server.address("none"), "mine.txt")
    assert (missing.code, "no such archive" in missing.err) == (2, True)


def test_an_archive_of_tantivy(run: Run) -> None:
    pytest.importorskip("tantivy")
    Path("ferry.txt").write_text(FERRY, encoding="utf-8")
    added = run("archive", "add", "tantivy:wires", "ferry.txt", "--publisher", "Wire")
    assert added.out == "tantivy:wires: 1 story, 0 takes, 0 known; 1 story in all\n"
    found = run("archive", "find", "tantivy:wires", "ferry.txt", "-f", "json")
    assert [hit["publisher"] for hit in json.loads(found.out)] == ["Wire"]
    missing = run("archive", "find", "tantivy:none", "ferry.txt")
    assert (missing.code, "no such archive" in missing.err) == (2, True)
    other = run("archive", "add", "tantivy:ferry.txt", "ferry.txt")
    assert (other.code, "not an archive" in other.err) == (2, True)


def test_stories_of_a_gzipped_file(run: Run) -> None:
    line = json.dumps({"id": "ferry", "text": FERRY, "lang": "en"}).encode()
    Path("wires.jsonl.gz").write_bytes(gzip.compress(line))
    assert run("archive", "add", "wires.db", "wires.jsonl.gz").out.startswith("wires.db: 1 story")
    Path("cut.jsonl.gz").write_bytes(gzip.compress(line)[:-12])
    done = run("archive", "add", "wires.db", "cut.jsonl.gz")
    assert (done.code, done.err.count("\n"), "cut off or damaged" in done.err) == (2, 1, True)


def test_a_story_that_cannot_be_read_is_not_quoted(run: Run) -> None:
    Path("in.jsonl").write_text(f'{{"text": "{FERRY}", "lang": 7}}', encoding="utf-8")
    done = run("archive", "add", "wires.db", "in.jsonl")
    assert (done.code, "Aurelia" in done.err) == (2, False)


def test_nothing_to_add_is_exit_2_and_makes_no_archive(run: Run, folder: Path) -> None:
    (folder / "wires").mkdir()
    outcome = run("archive", "add", "wires.db", "wires")
    assert (outcome.code, "wires: no story to add" in outcome.err) == (2, True)
    assert not (folder / "wires.db").exists()


def test_a_search_from_a_day_on_says_that_it_leaves_undated_stories_out(run: Run) -> None:
    Path("ferry.txt").write_text(FERRY, encoding="utf-8")
    run("archive", "add", "wires.db", "ferry.txt")
    found = run("archive", "find", "wires.db", "ferry.txt", "--since", "2024-03-01")
    assert found.out == (
        "no story of the days from 2024-03-01 on shares anything rare with the article;"
        " undated stories are found with --since ''\n"
    )
    assert "aurelia" in run("archive", "find", "wires.db", "ferry.txt", "--since", "").out
    wrong = run("archive", "find", "wires.db", "ferry.txt", "--until", "May")
    assert (wrong.code, "--until: not an ISO 8601 date" in wrong.err) == (2, True)
