"""Killed and run again, a batch loses nothing, doubles nothing, and writes the same bytes."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from transdiff.batch.lines import read_lines
from transdiff.batch.records import Item
from transdiff.batch.run import Progress, Shard, run
from transdiff.batch.sources import Lines
from transdiff.batch.work import CompareRecord
from transdiff.errors import ConfigError, OutputError
from transdiff.model import Failure

ARTICLE = "A ferry with 30 people on board sank on Monday, the coast guard said."
REFERENCE = "A ferry carrying 30 people went down on Monday, according to the coast guard."


def record(number: int, **more: object) -> dict[str, object]:
    return {
        "id": f"r{number}",
        "article": {"text": f"{ARTICLE} Boat {number}.", "lang": "en"},
        "references": {"tass": {"text": REFERENCE, "lang": "en"}},
        **more,
    }


def write(path: Path, numbers: Iterable[int]) -> Path:
    path.write_text("".join(json.dumps(record(n)) + "\n" for n in numbers), encoding="utf-8")
    return path


@dataclass
class Scripted:
    """A map that answers by rote and notes what it was asked; it may stop or fail on the way."""

    failing: frozenset[str] = frozenset()
    stop_before: str = ""
    ahead: int = 3
    asked: list[str] = field(default_factory=list)

    def map(self, work: object, items: Iterable[Item]) -> Iterator[bytes | Failure]:
        window: list[Item] = []
        for item in items:
            if item.id == self.stop_before:
                raise KeyboardInterrupt
            self.asked.append(item.id)
            window.append(item)
            if len(window) > self.ahead:
                yield self._answer(window.pop(0))
        yield from map(self._answer, window)

    def _answer(self, item: Item) -> bytes | Failure:
        if item.id in self.failing:
            return Failure(item.id, "poison", "compare")
        return json.dumps({"index": item.index, "id": item.id, "key": item.key}).encode()


class NoScheduler(Scripted):
    """A map whose cluster is not there."""

    def map(self, work: object, items: Iterable[Item]) -> Iterator[bytes | Failure]:
        raise ConfigError("no scheduler")


def batch(source: Path, out: Path, engine: Scripted, **options: object) -> Scripted:
    run(Lines(source), out, CompareRecord(), engine, **options)  # type: ignore[arg-type]
    return engine


def ids(out: Path) -> list[str]:
    return [head.id for head, _ in read_lines(out)]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write(tmp_path / "in.jsonl", range(20))


def test_results_come_in_the_order_of_the_input(source: Path, tmp_path: Path) -> None:
    batch(source, tmp_path / "out.jsonl", Scripted())
    assert ids(tmp_path / "out.jsonl") == [f"r{n}" for n in range(20)]
    assert not (tmp_path / "out.jsonl.partial").exists()


def test_a_stopped_run_goes_on_and_ends_with_the_same_bytes(source: Path, tmp_path: Path) -> None:
    batch(source, tmp_path / "whole.jsonl", Scripted())
    with pytest.raises(KeyboardInterrupt):
        batch(source, tmp_path / "out.jsonl", Scripted(stop_before="r12"))
    again = batch(source, tmp_path / "out.jsonl", Scripted())
    assert again.asked == [f"r{n}" for n in range(9, 20)]  # three were on their way
    assert (tmp_path / "out.jsonl").read_bytes() == (tmp_path / "whole.jsonl").read_bytes()


def test_what_fails_before_it_begins_costs_no_earlier_result(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    with pytest.raises(KeyboardInterrupt):
        batch(source, out, Scripted(stop_before="r12"))
    kept = (tmp_path / "out.jsonl.partial").read_bytes()
    with pytest.raises(ConfigError, match="no scheduler"):
        batch(source, out, NoScheduler())
    assert (tmp_path / "out.jsonl.partial").read_bytes() == kept
    with pytest.raises(ConfigError):
        batch(source, tmp_path / "new.jsonl", NoScheduler())
    assert not list(tmp_path.glob("new*"))


@pytest.mark.parametrize("cut", [1, 40, 200])
def test_a_line_that_was_half_written_is_written_again(
    source: Path, tmp_path: Path, cut: int
) -> None:
    batch(source, tmp_path / "whole.jsonl", Scripted())
    whole = (tmp_path / "whole.jsonl").read_bytes()
    (tmp_path / "out.jsonl.partial").write_bytes(whole[: len(whole) - cut])
    batch(source, tmp_path / "out.jsonl", Scripted())
    assert (tmp_path / "out.jsonl").read_bytes() == whole


def test_garbage_after_a_power_cut_is_dropped(source: Path, tmp_path: Path) -> None:
    batch(source, tmp_path / "whole.jsonl", Scripted())
    lines = (tmp_path / "whole.jsonl").read_bytes().splitlines(keepends=True)
    damaged = b"".join(lines[:5]) + b"\0" * 100 + b"\n" + b"".join(lines[6:9])
    (tmp_path / "out.jsonl.partial").write_bytes(damaged)
    again = batch(source, tmp_path / "out.jsonl", Scripted())
    assert again.asked[0] == "r5"
    assert (tmp_path / "out.jsonl").read_bytes() == b"".join(lines)


def test_finished_results_are_used_again_and_only_failures_tried_again(
    source: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.jsonl"
    batch(source, out, Scripted(failing=frozenset({"r4", "r5", "r17"})))
    again = batch(source, out, Scripted())
    assert again.asked == ["r4", "r5", "r17"]
    assert ids(out) == [f"r{n}" for n in range(20)]
    assert all(head.failure is None for head, _ in read_lines(out))


def test_a_killed_run_keeps_the_failures_that_it_had(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    with pytest.raises(KeyboardInterrupt):
        batch(source, out, Scripted(failing=frozenset({"r2"}), stop_before="r12"))
    assert "r2" not in batch(source, out, Scripted()).asked


def test_a_killed_second_run_still_knows_the_first(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    batch(source, out, Scripted(failing=frozenset({"r4", "r17"})))
    with pytest.raises(KeyboardInterrupt):
        batch(source, out, Scripted(stop_before="r17", ahead=0))
    assert batch(source, out, Scripted()).asked == ["r17"]
    assert ids(out) == [f"r{n}" for n in range(20)]


def test_a_longer_input_costs_only_what_is_new(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    batch(source, out, Scripted())
    write(source, range(23))
    assert batch(source, out, Scripted()).asked == ["r20", "r21", "r22"]


def test_a_changed_record_is_compared_again(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    batch(source, out, Scripted())
    lines = source.read_text("utf-8").splitlines(keepends=True)
    lines[7] = lines[7].replace("Monday", "Tuesday")
    source.write_text("".join(lines), encoding="utf-8")
    assert batch(source, out, Scripted()).asked == ["r7"]


def test_other_settings_are_another_question(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    batch(source, out, Scripted())
    engine = Scripted()
    run(Lines(source), out, CompareRecord(full=True), engine)  # type: ignore[arg-type]
    assert len(engine.asked) == 20


def test_a_shorter_input_gives_shorter_results(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    batch(source, out, Scripted())
    write(source, range(6))
    assert batch(source, out, Scripted()).asked == []
    assert ids(out) == [f"r{n}" for n in range(6)]


def test_fresh_uses_nothing_earlier(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    batch(source, out, Scripted())
    assert len(batch(source, out, Scripted(), fresh=True).asked) == 20


def test_zipped_results_are_used_again_and_are_the_same_bytes(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl.gz"
    batch(source, out, Scripted())
    first = out.read_bytes()
    assert gzip.decompress(first).count(b"\n") == 20
    assert batch(source, out, Scripted()).asked == []
    assert out.read_bytes() == first


def test_results_in_parquet_are_used_again(source: Path, tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    out = tmp_path / "out.parquet"
    batch(source, out, Scripted(failing=frozenset({"r4"})))
    first = out.read_bytes()
    again = batch(source, out, Scripted(failing=frozenset({"r4"})))
    assert (again.asked, out.read_bytes()) == (["r4"], first)
    assert batch(source, out, Scripted()).asked == ["r4"]
    assert ids(out) == [f"r{n}" for n in range(20)]


def test_two_runs_cannot_write_one_file(source: Path, tmp_path: Path) -> None:
    class Second(Scripted):
        def map(self, work: object, items: Iterable[Item]) -> Iterator[bytes | Failure]:
            with pytest.raises(OutputError, match="another run"):
                batch(source, tmp_path / "out.jsonl", Scripted())
            return super().map(work, items)

    batch(source, tmp_path / "out.jsonl", Second())


def test_a_shard_has_every_nth_record(source: Path, tmp_path: Path) -> None:
    batch(source, tmp_path / "out.jsonl", Scripted(), shard=Shard(2, 6))
    assert ids(tmp_path / "out.jsonl") == ["r1", "r7", "r13", "r19"]


@pytest.mark.slow
def test_kill_9_in_the_middle_of_a_real_batch(tmp_path: Path) -> None:
    source = write(tmp_path / "in.jsonl", range(120))
    command = [sys.executable, "-m", "transdiff", "batch", "--isolated", "-q", str(source)]
    subprocess.run([*command, str(tmp_path / "whole.jsonl")], check=True, cwd=tmp_path)
    partial = tmp_path / "out.jsonl.partial"
    for enough in (10, 60):
        driver = subprocess.Popen([*command, str(tmp_path / "out.jsonl"), "-j", "2"], cwd=tmp_path)
        while driver.poll() is None and (
            not partial.exists() or partial.read_bytes().count(b"\n") < enough
        ):
            time.sleep(0.01)
        os.kill(driver.pid, signal.SIGKILL)
        assert driver.wait() == -signal.SIGKILL
    subprocess.run([*command, str(tmp_path / "out.jsonl")], check=True, cwd=tmp_path)
    assert (tmp_path / "out.jsonl").read_bytes() == (tmp_path / "whole.jsonl").read_bytes()


@pytest.mark.parametrize("ahead", [0, 3])
def test_progress_counts_what_was_compared_however_far_the_engine_read(
    source: Path, tmp_path: Path, ahead: int
) -> None:
    write(source, range(4))
    said: list[Progress] = []
    batch(source, tmp_path / "out.jsonl", Scripted(ahead=ahead), progress=said.append)
    assert [round(progress.part, 1) for progress in said] == [0.2, 0.5, 0.8, 1.0, 1.0]
