"""Faults: ``python -m bench faults``: 2,000 records of which four fail, and a killed driver.

One raises, one never ends, one calls ``os._exit``, one takes all memory. The batch runs once as a
whole and once in pieces: its driver is ended by ``kill -9`` twice on the way and started again.
Both must write the same bytes, on processes and on Dask.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bench.table import Row
from transdiff.batch.engines import engine
from transdiff.batch.limits import Limits
from transdiff.batch.records import Item
from transdiff.batch.run import run
from transdiff.batch.sources import Lines
from transdiff.batch.work import CompareRecord

RECORDS = 2000
_FAULTS = {311: "raise", 702: "loop", 1303: "exit", 1804: "memory"}
_STAGES = {"raise": "compare", "loop": "time", "exit": "crash", "memory": "memory"}
_LIMITS = Limits(seconds=8.0, megabytes=512)
_KILLED_AT = (400, 1100)  # results


@dataclass(frozen=True)
class Poisoned(CompareRecord):
    """Compares, but fails as the id of a record says."""

    def __call__(self, item: Item) -> bytes:
        """Return the line of *item*, or do not."""
        match item.id.partition("-")[0]:
            case "raise":
                raise ValueError("poison")
            case "loop":
                while True:
                    pass
            case "exit":
                os._exit(7)
            case "memory":
                hoard = []
                while True:
                    hoard.append(bytearray(1 << 24))
        return super().__call__(item)


def drive(source: str, out: str, name: str) -> None:
    """Be the driver of a batch."""
    run(Lines(Path(source)), Path(out), Poisoned(), engine(name, _LIMITS, 1))


def _records(path: Path) -> None:
    with path.open("w", encoding="utf-8") as stream:
        for number in range(RECORDS):
            text = f"A ferry with {number} people on board sank on Monday, the coast guard said."
            other = f"A ferry carrying {number - number % 2} people went down on Monday."
            record = {
                "id": f"{_FAULTS.get(number, 'good')}-{number}",
                "article": {"text": text, "lang": "en"},
                "references": {"wire": {"text": other, "lang": "en"}},
            }
            stream.write(json.dumps(record) + "\n")


def _started(source: Path, out: Path, name: str) -> subprocess.Popen[bytes]:
    code = f"from bench.faults import drive; drive({str(source)!r}, {str(out)!r}, {name!r})"
    return subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.DEVNULL)


def _in_pieces(source: Path, out: Path, name: str) -> int:
    """Run, kill, go on; return how often the driver was killed in the middle."""
    partial = out.with_name(f"{out.name}.partial")
    killed = 0
    for at in _KILLED_AT:
        driver = _started(source, out, name)
        while driver.poll() is None and (not partial.exists() or _lines(partial) < at):
            time.sleep(0.05)
        killed += driver.poll() is None
        os.kill(driver.pid, signal.SIGKILL)
        driver.wait()
    if _started(source, out, name).wait():
        raise RuntimeError(f"{name}: the driver that went on failed")
    return killed


def _lines(path: Path) -> int:
    return path.read_bytes().count(b"\n")


def _told(out: Path) -> tuple[int, int]:
    """How many records were compared, and how many failed for the reason that they have."""
    results = [json.loads(line) for line in out.read_bytes().splitlines()]
    failed = {r["id"].partition("-")[0]: r["failure"]["stage"] for r in results if "failure" in r}
    return len(results) - len(failed), sum(_STAGES[f] == stage for f, stage in failed.items())


def rows() -> list[Row]:
    """Run both batches on both engines."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "in.jsonl"
        _records(source)
        for name in ("processes", "dask"):
            whole, pieces = Path(folder) / f"{name}.jsonl", Path(folder) / f"{name}-2.jsonl"
            if _started(source, whole, name).wait():
                raise RuntimeError(f"{name}: the driver failed")
            killed = _in_pieces(source, pieces, name)
            good, named = _told(whole)
            what = f"faults on {name}: {RECORDS:,} records"
            found.append(Row(what, f"{good:,} results, {named} named failures", "1,996 and 4"))
            same = whole.read_bytes() == pieces.read_bytes()
            figure = "the same bytes" if same else "other bytes"
            found.append(Row(f"faults on {name}: killed {killed} x", figure, "the same bytes"))
    return found
