"""Batches: ``python -m bench batch``: throughput, overhead of the maps, memory.

Records of 20 sentences with one reference, put together from ``corpora/``. The overhead of a map is
what it adds to a function that does nothing, with real records, as a share of the 25 ms that a
record may take; memory is measured where it could grow: in the process that reads and writes, over
100,000 records that cost nothing, and in a worker, over real comparisons.
"""

from __future__ import annotations

import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.check import _texts
from bench.table import Row
from transdiff.batch.engines import engine
from transdiff.batch.limits import Limits
from transdiff.batch.records import Item, item
from transdiff.batch.records import Row as Found
from transdiff.batch.run import run
from transdiff.batch.sources import Lines
from transdiff.batch.work import CompareRecord
from transdiff.model import Failure

PAIRS = int(os.environ.get("TRANSDIFF_BENCH_PAIRS", "200"))
_MANY = int(os.environ.get("TRANSDIFF_BENCH_RECORDS", "100000"))
_SENTENCES = 20
_BUDGET_MS = 25.0
_LIMITS = Limits(seconds=120.0)


def records(count: int) -> Iterator[bytes]:
    """Yield records of about 20 sentences on either side as JSON."""
    texts = _texts()
    chance = random.Random(11)
    for number in range(count):
        article: list[str] = []
        reference: list[str] = []
        while sum(part.count(". ") + 1 for part in article) < _SENTENCES:
            one, other, *_ = chance.choice(texts)
            article += one
            reference += other
        yield json.dumps(
            {
                "id": f"r{number}",
                "article": {"text": "\n\n".join([*article, f"Item {number}."]), "lang": "en"},
                "references": {"tass": {"text": "\n\n".join(reference), "lang": "en"}},
            }
        ).encode()


def items(count: int) -> list[Item]:
    """Return records as the maps are given them."""
    found = (Found(raw, str(n)) for n, raw in enumerate(records(count)))
    return [item(row, n, salt="", folder=Path()) for n, row in enumerate(found)]


def echo(item: Item) -> bytes:
    """Return as much as a comparison would, at no cost."""
    return item.raw


@dataclass(frozen=True)
class Weighed(CompareRecord):
    """Compares, and tells the memory and the processor time that this process has used."""

    def __call__(self, item: Item) -> bytes:
        """Return peak memory in KB and CPU seconds so far."""
        super().__call__(item)
        used = resource.getrusage(resource.RUSAGE_SELF)
        return f"{used.ru_maxrss} {used.ru_utime + used.ru_stime}".encode()


def _overhead(name: str, sample: list[Item]) -> float:
    """Milliseconds of CPU, in all processes, that the map *name* adds to each record.

    The difference of many records and few is free of what it costs to start.
    """
    spent = []
    for times in (1, 5):
        before = _cpu()
        for _ in engine(name, _LIMITS, 1).map(echo, iter(sample * times)):
            pass
        spent.append(_cpu() - before)
    return 1000 * (spent[1] - spent[0]) / (4 * len(sample))


def _cpu() -> float:
    """CPU seconds of this process and of its children that have ended."""
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(used.ru_utime + used.ru_stime for used in both)


def _real(sample: list[Item], jobs: int) -> tuple[float, float, int]:
    """Wall seconds, CPU seconds of a record, and peak memory of a worker in MB."""
    runner = engine("processes", _LIMITS, jobs)
    results = runner.map(Weighed(), iter(sample))
    first = _figures(next(results))
    start = time.perf_counter()
    last = [_figures(result) for result in results]
    wall = time.perf_counter() - start
    cpu = (last[-1][1] - first[1]) / (len(last) / jobs)
    return wall, cpu, int(max(memory for memory, _ in last)) // 1024


def _figures(result: bytes | Failure) -> tuple[float, float]:
    if isinstance(result, Failure):
        raise RuntimeError(result.error)
    memory, cpu = result.split()
    return float(memory), float(cpu)


@dataclass(frozen=True)
class _Echo(CompareRecord):
    def __call__(self, item: Item) -> bytes:
        return json.dumps({"index": item.index, "id": item.id, "key": item.key}).encode()


def drive(count: int) -> None:
    """Be a driver over *count* records that cost nothing, and print its peak memory in MB."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "in.jsonl"
        with source.open("wb") as stream:
            stream.writelines(raw + b"\n" for raw in records(count))
        run(Lines(source), Path(folder) / "out.jsonl", _Echo(), engine("serial", _LIMITS, 1))
    sys.stdout.write(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024))


def _driver_memory(count: int) -> int:
    command = [sys.executable, "-c", f"from bench.batch import drive; drive({count})"]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def cost(cpu: float, size: int) -> list[Row]:
    """What many pairs take at *cpu* seconds and *size* bytes of results each: arithmetic."""
    found = []
    for pairs in (10_000, 1_000_000, 100_000_000):
        hours = pairs * cpu / 3600
        on = ", ".join(f"{_clock(hours / cores)} on {cores:,}" for cores in (2, 64, 1000))
        what = f"{hours:,.1f} core hours: {on}; {pairs * size / 1e9:,.2f} GB of results"
        found.append(Row(f"batch: {pairs:,} pairs, computed", what))
    return found


def _clock(hours: float) -> str:
    for unit, size in (("days", 24.0), ("h", 1.0), ("min", 1 / 60)):
        if hours >= 2 * size:
            return f"{hours / size:,.0f} {unit}"
    return f"{hours * 3600:,.0f} s"


def rows() -> list[Row]:
    """Measure throughput, overhead and memory."""
    sample = items(PAIRS)
    many = [*sample] * max(1, 2000 // PAIRS)
    one, cpu, memory = _real(sample, 1)
    two, _, _ = _real(sample, 2)
    maps = [
        Row(f"batch: CPU of {name}", f"{ms:.2f} ms = {100 * ms / _BUDGET_MS:.1f} %", "<= 15 %")
        for name in ("serial", "processes", "dask")
        for ms in (_overhead(name, many),)
    ]
    small, large = _driver_memory(_MANY // 10), _driver_memory(_MANY)
    return [
        Row("batch: pairs a second and core", f"{1 / cpu:.1f} (CPU {1000 * cpu:.0f} ms)", ">= 40"),
        Row("batch: --jobs 2", f"{one / two:.2f} x", ">= 1.7 x"),
        *maps,
        Row(f"batch: memory of a worker, {PAIRS} pairs", f"{memory} MB", "<= 300 MB"),
        Row(
            f"batch: memory of the driver, {_MANY:,} records",
            f"{large} MB ({small} MB at {_MANY // 10:,})",
            "flat",
        ),
        *cost(cpu, len(CompareRecord()(sample[0]))),
    ]
