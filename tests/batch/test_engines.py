"""The maps: the same results in the same order on each, and an item that fails costs itself."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.batch import faulty
from tests.batch.faulty import Numbered
from transdiff.batch.engines import engine
from transdiff.batch.forgetting import forget, remembered
from transdiff.batch.limits import Engine, Limits
from transdiff.batch.records import Row, item
from transdiff.batch.work import CompareRecord
from transdiff.errors import ConfigError
from transdiff.model import Failure

LIMITS = Limits(seconds=3.0, megabytes=256)
FAULTS = {3: "raise", 11: "loop", 17: "exit", 23: "memory"}
STAGES = {3: "compare", 11: "time", 17: "crash", 23: "memory"}


def items(count: int, faults: dict[int, str]) -> Iterator[Numbered]:
    return (Numbered(n, faults.get(n, "")) for n in range(count))


def check_faults(results: list[int | Failure], stages: dict[int, str]) -> None:
    """Every item that is sound has its square; every other a Failure of its name and stage."""
    for number, result in enumerate(results):
        if number in stages:
            assert isinstance(result, Failure), number
            assert (result.id, result.stage) == (f"record {number}", stages[number])
            assert "\n" not in result.error
        else:
            assert result == number**2


@pytest.mark.parametrize("jobs", [1, 3])
def test_processes_lose_only_the_items_that_raise_hang_exit_or_hoard(jobs: int) -> None:
    results = list(engine("processes", LIMITS, jobs).map(faulty.square, items(40, FAULTS)))
    assert len(results) == 40
    check_faults(results, STAGES)


def test_serial_survives_what_a_process_can_survive() -> None:
    faults = {3: "raise", 5: "loop"}
    limits = Limits(seconds=0.2)
    results = list(engine("serial", limits, 1).map(faulty.square, items(8, faults)))
    check_faults(results, {3: "compare", 5: "time"})


@pytest.mark.parametrize("name", ["serial", "processes"])
def test_the_time_of_an_item_begins_when_its_process_is_ready(name: str) -> None:
    work = faulty.SlowToStart()
    assert list(engine(name, Limits(seconds=1.0), 1).map(work, items(3, {}))) == [0, 1, 4]


def test_a_prepared_process_has_read_its_tables() -> None:
    forget()
    CompareRecord().prepare()
    assert remembered() > 100


@pytest.mark.slow
def test_four_faults_in_two_thousand_records_cost_four_results() -> None:
    faults = {101: "raise", 707: "loop", 1303: "exit", 1999: "memory"}
    results = list(engine("processes", LIMITS, 2).map(faulty.square, items(2000, faults)))
    check_faults(results, {101: "compare", 707: "time", 1303: "crash", 1999: "memory"})
    assert sum(not isinstance(result, Failure) for result in results) == 1996


def test_only_a_window_of_items_is_read_ahead() -> None:
    read = 0

    def counted() -> Iterator[Numbered]:
        nonlocal read
        for one in items(1000, {}):
            read += 1
            yield one

    results = engine("processes", LIMITS, 2).map(faulty.square, counted())
    next(results)
    assert read <= 100
    results.close()  # type: ignore[attr-defined]


def test_what_the_function_prints_is_not_taken_for_an_answer() -> None:
    results = engine("processes", LIMITS, 1).map(faulty.square, items(3, {1: "print"}))
    assert list(results) == [0, 1, 4]


def test_a_process_is_kept_and_computes_on_one_thread() -> None:
    runner = engine("processes", LIMITS, 1)
    assert len(set(runner.map(faulty.pid, items(5, {})))) == 1
    assert set(runner.map(faulty.threads, items(2, {}))) == {"1"}


def test_leaving_early_ends_the_processes() -> None:
    results = engine("processes", Limits(seconds=60), 1).map(faulty.pid, items(100, {}))
    child = next(results)
    assert isinstance(child, int)
    results.close()  # type: ignore[attr-defined]
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


@pytest.mark.parametrize("name", ["proceses", "serial=2", "spark"])
def test_an_unknown_engine_is_refused(name: str) -> None:
    with pytest.raises(ConfigError, match="unknown engine"):
        engine(name, LIMITS, 1)


@pytest.fixture(scope="module")
def cluster() -> Iterator[object]:
    """A local Dask cluster of two worker processes."""
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0", memory_limit=0
    ) as cluster:
        yield cluster


def on(cluster: object) -> Engine:
    return engine(f"dask={cluster.scheduler_address}", LIMITS, 2)  # type: ignore[attr-defined]


@pytest.mark.slow
def test_dask_loses_only_the_items_that_raise_hang_exit_or_hoard(cluster: object) -> None:
    results = list(on(cluster).map(faulty.square, items(2000, FAULTS)))
    assert len(results) == 2000
    check_faults(results, STAGES)


@pytest.mark.slow
def test_a_killed_dask_worker_costs_nothing(cluster: object) -> None:
    workers = cluster.scheduler.workers  # type: ignore[attr-defined]
    from distributed import Client

    with Client(cluster.scheduler_address, set_as_default=False) as client:  # type: ignore[attr-defined]
        pids = list(client.run(os.getpid).values())
    assert len(workers) == 2
    results = on(cluster).map(faulty.slow_square, items(600, {}))
    first = [next(results) for _ in range(20)]
    os.kill(pids[0], signal.SIGKILL)
    assert [*first, *results] == [n**2 for n in range(600)]


@pytest.mark.slow
def test_without_an_address_dask_is_a_cluster_of_its_own() -> None:
    pytest.importorskip("distributed")
    results = engine("dask", LIMITS, 1).map(faulty.square, items(20, {}))
    assert list(results) == [n**2 for n in range(20)]


@pytest.mark.slow
def test_a_dask_scheduler_that_is_not_there_is_one_clear_line() -> None:
    pytest.importorskip("distributed")
    with pytest.raises(ConfigError, match="no scheduler"):
        list(engine("dask=tcp://127.0.0.1:9", LIMITS, 1).map(faulty.square, items(1, {})))


def test_a_failure_and_a_record_quote_no_text() -> None:
    """What goes into a log must not hold a story that is under embargo."""
    (failure,) = engine("serial", LIMITS, 1).map(faulty.square, items(1, {0: "raise"}))
    assert isinstance(failure, Failure)
    assert failure.error.startswith("internal error: ValueError at faulty.py:")
    record = {"article": {"text": "Secret."}, "references": {"wire": {"text": "Secret."}}}
    row = Row(json.dumps(record).encode(), "in.jsonl:1")
    found = item(row, 0, salt="", folder=Path())
    assert "Secret" not in f"{found!r} {found.record()!r}"
