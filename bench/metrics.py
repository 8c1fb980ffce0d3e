"""Human judgements: ``python -m bench.metrics [--set demetr mqm_wmt] [--every 5] [--jobs 2]``.

Compares every pair of DEMETR, WMT/TED MQM, two human translations of one text, and headline
similarity with the public API alone, and hands score and findings to ``score_metrics.py``.
``python -m bench metrics`` is the table: the sets of ``THINNED`` alone, each *n*-th item of them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import transdiff
from bench.human import table
from bench.shared import shared
from bench.table import Row

THINNED = {
    "demetr": 6,
    "mqm_wmt23_zhen.": 1,
    "mqm_wmt21_zhen.": 2,
    "mqm_ted21_zhen.": 1,
    "refref.": 1,
    "ists_headlines.": 1,
    "sts_headlines.": 1,
}
"""File prefixes of the table's sets, and every which item is compared: three CPU minutes in all."""


def lines(folder: Path, only: tuple[str, ...], every: int) -> Iterator[dict[str, Any]]:
    """Yield the lines of the sets whose name starts with one of *only*, each *every*-th item.

    An item keeps all of its lines, so that what the scorer compares stays together.
    """
    for file in sorted(folder.glob("*.jsonl.gz")):
        if not file.name.startswith(only):
            continue
        with gzip.open(file, "rt", encoding="utf-8") as rows:
            items: dict[Any, int] = {}
            for row in map(json.loads, rows):
                item = row.get("item") or row.get("doc") or row["id"]
                if items.setdefault(item, len(items)) % every == 0:
                    yield row


def predict(row: dict[str, Any]) -> dict[str, Any]:
    """Compare one benchmark line and return the scorer's prediction."""
    lang = "de" if row["set"].endswith("ende") else "en"
    report = transdiff.compare(
        _document(row["mt"], lang, row["kind"]),
        {"reference": _document(row["reference"], lang, row["kind"])},
    )
    return {
        "id": row["id"],
        "score": report.fidelity,
        "spans": [_span(finding) for finding in report.findings],
    }


def _document(text: str, lang: str, kind: str) -> transdiff.Document:
    return transdiff.Document.from_sentences(text.split("\n") if kind == "doc" else [text], lang)


def _span(finding: transdiff.Finding) -> dict[str, Any]:
    found: dict[str, Any] = {
        "start": finding.span.start,
        "end": finding.span.end,
        "severity": str(finding.severity),
        "category": finding.category,
    }
    evidence = next((e for e in finding.evidence if e.reference is not None), None)
    if evidence:
        found |= {"ref_start": evidence.span.start, "ref_end": evidence.span.end}
    return found


def main() -> int:
    """Predict every line and print the scorer's report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", nargs="+", default=[""], help="only files whose name starts so")
    parser.add_argument("--every", type=int, default=1, help="only every N-th item of a set")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--out", type=Path, help="keep the predictions in this file")
    options, rest = parser.parse_known_args()
    folder = shared("bench", "metrics")
    pairs = list(lines(folder, tuple(options.set), options.every))
    return score(pairs, options.jobs, options.out, *rest)


def rows() -> list[Row]:
    """The figures of the table, from the items that ``THINNED`` leaves."""
    folder = shared("bench", "metrics")
    pairs = [row for name, every in THINNED.items() for row in lines(folder, (name,), every)]
    with tempfile.TemporaryDirectory() as scratch:
        report = Path(scratch, "report.json")
        if score(pairs, 1, None, "--json", str(report)):
            raise SystemExit(2)
        return table(json.loads(report.read_text(encoding="utf-8")), THINNED)


def score(pairs: list[dict[str, Any]], jobs: int, out: Path | None, *flags: str) -> int:
    """Predict *pairs* and run the scorer with *flags*; with ``--json`` it prints nothing."""
    with tempfile.TemporaryDirectory() as scratch:
        bench, predictions = Path(scratch, "bench.jsonl"), out or Path(scratch, "p.jsonl")
        bench.write_text("".join(json.dumps(r) + "\n" for r in pairs), encoding="utf-8")
        with predictions.open("w", encoding="utf-8") as file:
            for found in _predicted(pairs, jobs):
                file.write(json.dumps(found) + "\n")
        scorer = [sys.executable, str(shared("bench", "metrics") / "score_metrics.py")]
        command = [*scorer, "--bench", str(bench), "--pred", str(predictions), *flags]
        quiet = subprocess.DEVNULL if "--json" in flags else None
        return subprocess.run(command, check=False, stdout=quiet).returncode


def _predicted(pairs: list[dict[str, Any]], jobs: int) -> Iterator[dict[str, Any]]:
    if jobs < 2:
        yield from map(predict, pairs)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(predict, pairs, chunksize=64)


if __name__ == "__main__":
    raise SystemExit(main())
