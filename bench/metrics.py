"""Human judgements: ``python -m bench.metrics [--set demetr mqm_wmt] [--every 5] [--jobs 2]``.

Compares every pair of DEMETR, WMT/TED MQM, two human translations of one text, and headline
similarity with the public API alone, and hands score and findings to ``score_metrics.py``.
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
from bench.shared import shared


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
    rows = list(lines(folder, tuple(options.set), options.every))
    with tempfile.TemporaryDirectory() as scratch:
        bench, predictions = Path(scratch, "bench.jsonl"), options.out or Path(scratch, "p.jsonl")
        bench.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
        with predictions.open("w", encoding="utf-8") as out:
            for found in _predicted(rows, options.jobs):
                out.write(json.dumps(found) + "\n")
        scorer = [sys.executable, str(folder / "score_metrics.py")]
        command = [*scorer, "--bench", str(bench), "--pred", str(predictions), *rest]
        return subprocess.run(command, check=False).returncode


def _predicted(rows: list[dict[str, Any]], jobs: int) -> Iterator[dict[str, Any]]:
    if jobs < 2:
        yield from map(predict, rows)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(predict, rows, chunksize=64)


if __name__ == "__main__":
    raise SystemExit(main())
