"""Alignment: ``python -m bench.align [--kind mono-mix …]`` scores links through the public API.

Writes one prediction per item with ``transdiff.align`` alone and hands them to ``score_align.py``.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import transdiff
from bench.shared import shared

FILES = ("mono", "mt", "cross", "classic")


def items(names: Sequence[str], kinds: Sequence[str] = ()) -> Iterator[dict[str, Any]]:
    """Yield the benchmark items of the files *names*."""
    for name in names:
        with shared("bench", "align", f"{name}.jsonl").open(encoding="utf-8") as lines:
            for line in lines:
                item = json.loads(line)
                if not kinds or item["kind"] in kinds:
                    yield item


def predict(item: dict[str, Any], settings: transdiff.Settings | None = None) -> dict[str, Any]:
    """Align one item and return the scorer's prediction."""
    article = transdiff.Document.from_sentences(item["hyp"], item["lang_hyp"])
    references = {
        f"{number:03}": transdiff.Document.from_sentences(sentences, item["lang_ref"])
        for number, sentences in enumerate(item["refs"])
    }
    links = transdiff.align(article, references, settings).links
    return {
        "id": item["id"],
        "links": [
            [list(link.translation), int(link.reference), list(link.reference_segments)]
            for link in links
        ],
    }


def figures(
    names: Sequence[str], kinds: Sequence[str] = (), *flags: str, memory: bool = False
) -> dict[str, Any]:
    """Predict every item of the files *names* and return the scorer's figures."""
    found = [predict(item) for item in items(names, kinds)]
    folder = shared("bench", "align")
    with tempfile.TemporaryDirectory() as scratch:
        predictions = Path(scratch) / "predictions.jsonl"
        predictions.write_text("".join(json.dumps(p) + "\n" for p in found), encoding="utf-8")
        gold = [str(folder / f"{name}.jsonl") for name in names]
        command = [sys.executable, str(folder / "score_align.py"), "-g", *gold]
        if kinds:
            command += ["--kind", *kinds]
        command += ["-p", str(predictions), "--json", "-", *flags]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def main() -> int:
    """Print the figures of every kind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--file", nargs="+", default=["mono", "mt"], choices=FILES)
    parser.add_argument("--kind", nargs="+", default=[])
    options = parser.parse_args()
    start = time.perf_counter()
    found = figures(options.file, options.kind)
    for name, group in [*found["groups"].items(), ("macro", found["macro"])]:
        row = " ".join(
            f"{part} {group[part]['f1']:.3f}" if group[part]["f1"] is not None else f"{part}   -  "
            for part in ("strict", "lax", "add", "omit")
        )
        print(f"{name:14} {row}")
    print(f"{time.perf_counter() - start:.1f} s")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
