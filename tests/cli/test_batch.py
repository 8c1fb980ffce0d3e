"""``transdiff batch`` and ``merge`` as they are called."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from transdiff.batch import process_partition
from transdiff.batch.lines import result_lines
from transdiff.batch.run import Progress
from transdiff.cli.batch_outputs import figures

ARTICLE = "A ferry with {} people on board sank on Monday, the coast guard said.\n\nBoat {}."
REFERENCE = "A ferry that had 30 people on board sank on Monday, the coast guard said.\n\nBoat {}."


def record(number: int) -> dict[str, object]:
    """Every third article has a wrong number."""
    people = 300 if number % 3 == 0 else 30
    about = {"lang": "en", "published": f"2024-0{1 + number % 2}-05", "publisher": "Daily"}
    return {
        "id": f"r{number}",
        "article": {"text": ARTICLE.format(people, number), **about},
        "references": {"tass": {"text": REFERENCE.format(number), "lang": "en"}},
    }


@pytest.fixture
def source(folder: Path) -> str:
    lines = [json.dumps(record(n)) for n in range(7)]
    (folder / "in.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return "in.jsonl"


def results(path: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in Path(path).read_text("utf-8").splitlines()]


def test_a_line_for_every_record(run: Run, source: str) -> None:
    done = run("batch", source, "out.jsonl")
    assert (done.code, done.err) == (0, "")
    lines = results("out.jsonl")
    assert [line["id"] for line in lines] == [f"r{n}" for n in range(7)]
    assert next(iter(lines[0])) == "schema"
    assert lines[0]["findings"]
    assert lines[1]["findings"] == []
    assert "7 compared · 0 not compared" in done.out


def test_engines_and_jobs_write_the_same_bytes(run: Run, source: str) -> None:
    for out, flags in (("a", ["--engine", "serial"]), ("b", ["-j", "2"]), ("c", ["-j", "1"])):
        assert run("batch", source, f"{out}.jsonl", *flags).code == 0
    written = [Path(f"{out}.jsonl").read_bytes() for out in "abc"]
    assert written[0] == written[1] == written[2]


def test_shards_merge_to_the_same_bytes(run: Run, source: str) -> None:
    run("batch", source, "whole.jsonl", "--engine", "serial")
    parts = []
    for number in (3, 1, 2):
        parts.append(f"part{number}.jsonl")
        flags = ("--shard", f"{number}/3", "--engine", "serial")
        assert run("batch", source, parts[-1], *flags).code == 0
    assert run("merge", *parts, "--into", "merged.jsonl").code == 0
    assert Path("merged.jsonl").read_bytes() == Path("whole.jsonl").read_bytes()
    whole = Path("whole.jsonl.manifest.json").read_text()
    assert Path("merged.jsonl.manifest.json").read_text() == whole


def test_merge_refuses_what_is_not_all_of_one_batch(run: Run, source: str) -> None:
    for number in (1, 2, 3):
        run("batch", source, f"p{number}.jsonl", "--shard", f"{number}/3", "--engine", "serial")
    incomplete = run("merge", "p1.jsonl", "p3.jsonl", "--into", "m.jsonl")
    assert (incomplete.code, "shard 2/3 is missing" in incomplete.err) == (2, True)
    twice = run("merge", "p1.jsonl", "p1.jsonl", "p2.jsonl", "p3.jsonl", "--into", "m.jsonl")
    assert (twice.code, "a shard twice" in twice.err) == (2, True)
    run("batch", source, "p3.jsonl", "--shard", "3/3", "--engine", "serial", "--select", "facts")
    other = run("merge", "p1.jsonl", "p2.jsonl", "p3.jsonl", "--into", "m.jsonl")
    assert (other.code, "another batch" in other.err) == (2, True)
    missing = run("merge", "p1.jsonl", "none.jsonl", "--into", "m.jsonl")
    assert (missing.code, "none.jsonl: no such file" in missing.err) == (2, True)
    assert not Path("m.jsonl").exists()


def test_a_bad_record_is_named_and_exits_2_unless_allowed(run: Run, source: str) -> None:
    text = Path(source).read_text("utf-8").splitlines()
    Path(source).write_text("\n".join([*text[:2], '{"id": "bad"', *text[2:]]), encoding="utf-8")
    failed = run("batch", source, "out.jsonl", "--engine", "serial")
    assert failed.code == 2
    assert "in.jsonl:3: read: not a record" in failed.err
    assert failed.err.count("Traceback") == 0
    assert len(results("out.jsonl")) == 8
    assert results("out.jsonl")[2]["failure"]["stage"] == "read"  # type: ignore[index]
    assert (
        run("batch", source, "out.jsonl", "--engine", "serial", "--allow-failures", "1").code == 0
    )


def test_tables_for_a_spreadsheet(run: Run, source: str) -> None:
    flags = ("-o", "summary=tables/summary.csv", "-o", "csv=tables/findings.csv")
    assert run("batch", source, "out.jsonl", "--engine", "serial", *flags).code == 0
    with Path("tables/summary.csv").open(encoding="utf-8") as stream:
        summary = list(csv.DictReader(stream))
    totals = {row["month"]: row for row in summary if row["rule"] == "*"}
    assert [totals[m]["records"] for m in ("2024-01", "2024-02")] == ["4", "3"]
    levels = ("critical", "major", "minor")
    for month, total in totals.items():
        parts = [row for row in summary if row["month"] == month and row["rule"] != "*"]
        for level in levels:
            assert int(total[level]) == sum(int(row[level]) for row in parts)
    assert sum(int(row[level]) for row in totals.values() for level in levels) >= 3
    with Path("tables/findings.csv").open(encoding="utf-8") as stream:
        findings = list(csv.DictReader(stream))
    assert {row["id"] for row in findings} == {"r0", "r3", "r6"}
    assert {row["outlet"] for row in findings} == {"Daily"}


def test_pages_with_an_index(run: Run, source: str) -> None:
    assert run("batch", source, "o.jsonl", "--engine", "serial", "-o", "html=pages/").code == 0
    pages = sorted(path.name for path in Path("pages").iterdir())
    assert pages == [*(f"{n:06}.html" for n in range(7)), "index.html"]
    assert "000006.html" in Path("pages/index.html").read_text("utf-8")
    assert results("o.jsonl")[0]["report"]["schema"] == "1.0"  # type: ignore[index]


def test_parquet_holds_all_that_lines_hold(run: Run, source: str) -> None:
    pytest.importorskip("duckdb")
    text = Path(source).read_text("utf-8")
    Path(source).write_text(f'{text}\n{{"id": "bad", "article": 1}}', encoding="utf-8")
    written = []
    for out in ("out.jsonl", "out.parquet"):
        flags = ("-o", "csv=f.csv", "-o", "summary=s.csv", "-o", "html=pages/")
        outcome = run("batch", source, out, "--engine", "serial", *flags)
        files = ("f.csv", "s.csv", "pages/index.html", "pages/000000.html")
        found = [Path(file).read_bytes() for file in files]
        written.append((outcome.code, outcome.out, outcome.err, found))
    assert written[0] == written[1]
    assert list(result_lines(Path("out.jsonl"))) == list(result_lines(Path("out.parquet")))


def test_shards_in_parquet_merge_to_the_same_bytes(run: Run, source: str) -> None:
    pytest.importorskip("duckdb")
    parts = ("p1.parquet", "p2.parquet")
    for number, part in enumerate(parts, 1):
        run("batch", source, part, "--shard", f"{number}/2", "--engine", "serial")
    for out in ("out.jsonl", "out.parquet"):
        run("batch", source, out, "--engine", "serial")
        assert run("merge", *parts, "--into", f"m.{out}").code == 0
        assert Path(f"m.{out}").read_bytes() == Path(out).read_bytes()


def test_a_table_of_anything_else_is_not_written_over(run: Run, source: str) -> None:
    duckdb = pytest.importorskip("duckdb")
    duckdb.sql("SELECT 1 AS mine").write_parquet("mine.parquet")
    before = Path("mine.parquet").read_bytes()
    outcome = run("batch", source, "mine.parquet")
    assert (outcome.code, "holds no results of a batch" in outcome.err) == (2, True)
    assert Path("mine.parquet").read_bytes() == before


def test_without_duckdb_parquet_is_refused_before_any_work(
    run: Run, source: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    Path("in.parquet").write_bytes(b"")
    for arguments in ((source, "out.parquet"), ("in.parquet", "out.jsonl")):
        outcome = run("batch", *arguments)
        assert (outcome.code, 'pip install "transdiff[parquet]"' in outcome.err) == (2, True)
    assert not list(Path().glob("out*"))


def test_results_as_parquet(run: Run, source: str) -> None:
    duckdb = pytest.importorskip("duckdb")
    assert run("batch", source, "out.parquet", "--engine", "serial").code == 0
    rows = duckdb.sql(
        "SELECT id, fidelity, len(findings), findings[1].rule, findings[1].evidence[1].reference "
        "FROM 'out.parquet' ORDER BY index"
    ).fetchall()
    assert [row[0] for row in rows] == [f"r{n}" for n in range(7)]
    assert rows[0][4] == "tass"
    assert rows[1][2] == 0


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["in.jsonl", "out.txt"], "the results are"),
        (["in.jsonl", "out.jsonl", "--shard", "3/2"], "--shard"),
        (["in.jsonl", "out.jsonl", "--engine", "procesess"], 'did you mean "processes"'),
        (["in.jsonl", "out.jsonl", "-o", "htm=x/"], 'did you mean "html"'),
        (["in.jsonl", "out.jsonl", "-o", "html"], "expected FORMAT=PATH"),
        (["in.jsonl", "out.jsonl", "--select", "no-such-rule"], "no-such-rule"),
        (["none.jsonl", "out.jsonl"], "no such file"),
        (["in.jsonl", "out.jsonl", "-o", "csv=out.jsonl"], "something else is written there"),
        (["in.jsonl", "out.jsonl", "-o", "csv=out.jsonl.manifest.json"], "something else"),
        (["in.jsonl", "out.jsonl", "-o", "csv=a", "-o", "summary=./a"], "something else"),
        (["in.jsonl", "out.jsonl", "-o", "csv=."], "is a folder; give a file"),
        (["in.jsonl", "out.jsonl", "-o", "html=reuters.txt"], "is a file; give a folder"),
    ],
)
def test_a_mistake_is_exit_2_and_costs_nothing(
    run: Run, source: str, arguments: list[str], reason: str
) -> None:
    done = run("batch", *arguments)
    assert (done.code, reason in done.err) == (2, True), done.err
    assert not Path("out.jsonl").exists()


def test_progress_has_rate_and_time_left() -> None:
    start, now = Progress(100, 0, 100, 0.1), Progress(1300, 2, 100, 0.4)
    assert figures(start, now, 60.0) == "1,300 compared · 40 % · 20.0/s · 2:00 left · 2 failed"
    assert figures(start, Progress(5, 0, 0, 1.0), 2.5) == "5 compared · 100 % · 2.0/s"


def test_a_partition_is_compared_without_files() -> None:
    rows = [record(0), {"id": "bad"}, record(1)]
    found = list(process_partition(rows))
    assert [row["id"] for row in found] == ["r0", "row 1", "r1"]
    assert found[0]["findings"]
    assert found[1]["failure"]["stage"] == "read"


def test_an_input_without_a_record_is_exit_2_unless_allowed(run: Run, folder: Path) -> None:
    (folder / "empty.jsonl").write_text("\n")
    outcome = run("batch", "empty.jsonl", "out.jsonl")
    assert (outcome.code, "empty.jsonl: nothing to compare" in outcome.err) == (2, True)
    assert run("batch", "empty.jsonl", "out.jsonl", "--allow-empty").code == 0


def test_a_shard_without_a_record_is_no_error(run: Run, source: str) -> None:
    Path(source).write_text(json.dumps(record(0)))
    assert run("batch", source, "out.jsonl", "--shard", "2/2").code == 0


def test_an_input_is_never_written_over(run: Run, source: str) -> None:
    records = Path(source).read_bytes()
    assert "is an input" in run("batch", source, source).err
    assert "is an input" in run("batch", source, "out.jsonl", "--output", f"csv={source}").err
    assert Path(source).read_bytes() == records


def test_a_text_that_a_record_names_is_never_written_over(run: Run, folder: Path) -> None:
    record = {"article": {"path": "article.txt"}, "references": {"tass": {"path": "reuters.txt"}}}
    (folder / "paths.jsonl").write_text(json.dumps(record))
    before = (folder / "reuters.txt").read_bytes()
    outcome = run("batch", "paths.jsonl", "out.jsonl", "--output", "csv=reuters.txt")
    assert (outcome.code, "reuters.txt: is an input" in outcome.err) == (2, True)
    assert (folder / "reuters.txt").read_bytes() == before
    for _ in range(2):  # what an earlier run wrote is no input
        assert run("batch", "paths.jsonl", "out.jsonl", "--output", "csv=found.csv").code == 0


def test_results_do_not_replace_what_holds_none(run: Run, source: str) -> None:
    Path("other.jsonl").write_text('{"id": "mine"}\n')
    outcome = run("batch", source, "other.jsonl")
    assert outcome.code == 2
    assert "other.jsonl: exists and holds no results of a batch" in outcome.err
    assert Path("other.jsonl").read_text() == '{"id": "mine"}\n'


def test_an_unreadable_input_leaves_nothing_behind(run: Run, folder: Path) -> None:
    Path("in.jsonl.gz").write_text("not zipped")
    assert run("batch", "in.jsonl.gz", "out.jsonl").code == 2
    assert not list(folder.glob("out*"))


def test_a_date_that_is_none_is_no_month(run: Run, folder: Path) -> None:
    bad = record(0)
    bad["article"] = {"text": "The port reopened.", "published": "tomorrow"}
    Path("in.jsonl").write_text(json.dumps(bad))
    outcome = run("batch", "in.jsonl", "out.jsonl")
    assert "expected YYYY-MM-DD" in outcome.err
    assert "tomorro " not in outcome.out


def test_a_file_with_both_sides_is_told_where_it_belongs(run: Run, folder: Path) -> None:
    Path("memory.tmx").write_text("<tmx/>")
    assert (
        "transdiff compare takes a file with both sides"
        in run("batch", "memory.tmx", "out.jsonl").err
    )


def article_set(folder: Path, more: str = "") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "a.txt").write_text(ARTICLE.format(300, 1), "utf-8")
    (folder / "tass.txt").write_text(REFERENCE.format(1), "utf-8")
    references = f'[references]\ntass = {{ path = "tass.txt", lang = "en"{more} }}\n'
    (folder / "set.toml").write_text(f'article = "a.txt"\nlang = "en"\n{references}', "utf-8")


def facts(path: str) -> list[bool]:
    """For each record, whether one of its findings is about facts."""
    return ['"group": "facts"' in json.dumps(line) for line in results(path)]


def test_sets_with_a_nearer_configuration_are_not_judged_by_another(run: Run, folder: Path) -> None:
    for name in ("sets/a", "sets/b"):
        article_set(folder / name)
    (folder / "sets/b/transdiff.toml").write_text('ignore = ["facts"]', "utf-8")
    for given in ("sets", "sets/*", str(folder / "sets")):
        done = run("batch", given, "out.jsonl")
        assert done.code == 2
        assert "sets/b by itself, or give --config" in done.err
    assert not (folder / "out.jsonl").exists()
    assert run("batch", "sets", "out.jsonl", "--isolated").code == 0
    assert run("batch", "sets/b", "b.jsonl").code == 0
    assert facts("out.jsonl") == [True, True]
    assert facts("b.jsonl") == [False]


def test_what_a_path_ignores_is_ignored_in_a_batch_too(run: Run, folder: Path) -> None:
    for name in ("a", "b"):
        article_set(folder / "sets" / name)
    run("batch", "sets", "out.jsonl")
    (folder / ".transdiff.toml").write_text('[per-file-ignores]\n"sets/b/*" = ["facts"]\n', "utf-8")
    run("batch", "sets", "out.jsonl")
    assert facts("out.jsonl") == [True, False]


def test_the_pivot_of_a_set_is_used_in_a_batch(run: Run, folder: Path) -> None:
    article_set(folder / "sets/a", ', pivot = "tass.en.txt"')
    wire = "В понедельник затонул паром, на котором было 30 человек.\n"
    (folder / "sets/a/tass.txt").write_text(wire, "utf-8")
    (folder / "sets/a/tass.en.txt").write_text("One.\nTwo.\n", "utf-8")
    assert run("batch", "sets", "out.jsonl").code == 2
    assert "tass.en.txt: 2 sentences" in json.dumps(results("out.jsonl")[0]["failure"])
    (folder / "sets/a/tass.en.txt").write_text("A ferry with 30 people sank.\n", "utf-8")
    assert run("batch", "sets", "out.jsonl", "--full").code == 0
    assert "by way of a pivot" in json.dumps(results("out.jsonl")[0])


@pytest.mark.parametrize(
    ("about", "reason"),
    [({"lang": "zz-!!"}, "not a BCP 47"), ({"published": "soon"}, "not an ISO 8601 date")],
)
def test_which_text_of_a_record_cannot_be_read_is_said(
    run: Run, folder: Path, about: dict[str, str], reason: str
) -> None:
    record = {"article": "Words.", "references": {"tass": {"text": "Words.", **about}}}
    (folder / "in.jsonl").write_text(json.dumps(record), "utf-8")
    assert run("batch", "in.jsonl", "out.jsonl").code == 2
    failure = results("out.jsonl")[0]["failure"]
    assert isinstance(failure, dict)
    assert failure["stage"] == "read"
    assert failure["error"].startswith("tass: ")
    assert reason in failure["error"]


def test_a_story_of_a_feed_that_changed_is_compared_again(run: Run, folder: Path) -> None:
    def feed(toll: int) -> None:
        items = (
            f"<item><title>One</title><description>{n} died.</description></item>"
            for n in (1, toll)
        )
        (folder / "a.rss").write_text(f"<rss><channel>{''.join(items)}</channel></rss>", "utf-8")

    record = {"article": {"path": "a.rss#2", "lang": "en"}, "references": {"tass": "30 died."}}
    (folder / "in.jsonl").write_text(json.dumps(record), "utf-8")
    keys = []
    for toll in (30, 90):
        feed(toll)
        assert run("batch", "in.jsonl", "out.jsonl").code == 0
        keys.append(results("out.jsonl")[0]["key"])
    assert keys[0] != keys[1]
    assert "is an input" in run("batch", "in.jsonl", "out.jsonl", "-o", "csv=a.rss").err
