"""Speed: ``python -m bench.speed``: each row is a ratio against a named peer in the same run.

Cold start of ``--help`` and of ``compare``, a pair of sentences, throughput over many pairs,
growth from 20 to 2,000 sentences, peak memory. Peers: ``import typer``, sacrebleu's command and
difflib on the same text.
"""

from __future__ import annotations

import difflib
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import transdiff
from bench import pairs
from bench.table import Row, markdown
from transdiff.reporters import html

ROOT = Path(__file__).resolve().parent.parent
SET = ROOT / "corpora" / "diplomacy-pact"
_ENV = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


def best_of(times: int, call: Callable[[], object]) -> float:
    """Return the least wall time of *call* in seconds: the rest is the machine's other work."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        call()
        found.append(time.perf_counter() - start)
    return min(found)


def run(*command: str) -> Callable[[], object]:
    """Return a call that runs *command* in a process of its own."""
    return lambda: subprocess.run(command, check=True, capture_output=True, env=_ENV)


def cold() -> list[Row]:
    """Process start to last byte, against ``import typer`` and sacrebleu's command."""
    typer = best_of(7, run(sys.executable, "-c", "import typer"))
    help_ = best_of(7, run(sys.executable, "-m", "transdiff", "--help"))
    with tempfile.TemporaryDirectory() as scratch:
        html = f"html={scratch}/report.html"
        ours = best_of(3, run(sys.executable, "-m", "transdiff", "compare", str(SET), "-o", html))
        a, b = Path(scratch, "a.txt"), Path(scratch, "b.txt")
        a.write_text((SET / "translation.txt").read_text("utf-8").replace("\n", " "), "utf-8")
        b.write_text(_reference().replace("\n", " "), "utf-8")
        command = (sys.executable, "-m", "sacrebleu", str(b), "-i", str(a), "-m", "bleu", "chrf")
        peer = best_of(3, run(*command))
    return [
        Row("--help", f"{help_ * 1000:.0f} ms", "<= 1.5 x", f"{help_ / typer:.2f} x import typer"),
        Row(
            "compare, cold, HTML written",
            f"{ours:.2f} s",
            "<= 1.5 s",
            f"{ours / peer:.2f} x sacrebleu",
        ),
    ]


def growth() -> list[Row]:
    """Time a sentence at 20, 200 and 2,000 sentences, against difflib on the same words."""
    rows = []
    for n in (20, 200, 2000):
        article, reference = _long(n, "Monday"), _long(n, "Friday")
        documents = {"wire": transdiff.Document.from_text(reference, "en", id="wire")}
        text = transdiff.Document.from_text(article, "en", id="article")
        ours = best_of(3 if n < 2000 else 1, partial(transdiff.compare, text, documents))
        words = difflib.SequenceMatcher(None, article.split(), reference.split())
        peer = best_of(1, words.ratio)
        cost = f"{ours * 1000:.0f} ms, {ours / n * 1000:.2f} ms a sentence"
        ratio = f"{ours / peer:.1f} x difflib, its defaults, on the words"
        rows.append(Row(f"{n} sentences a side", cost, "<= n log n", ratio))
    return rows


def throughput() -> list[Row]:
    """Pairs of 20 sentences a second on one core, and the peak memory of this process."""
    text = transdiff.Document.from_text(_long(20, "Monday"), "en", id="article")
    wire = {"wire": transdiff.Document.from_text(_long(20, "Friday"), "en", id="wire")}
    transdiff.compare(text, wire)
    start = time.perf_counter()
    for _ in range(50):
        transdiff.compare(text, wire)
    rate = 50 / (time.perf_counter() - start)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return [
        Row("20 x 20 sentences, one core", f"{rate:.0f} pairs a second"),
        Row("peak memory", f"{peak:.0f} MB"),
    ]


def page() -> list[Row]:
    """The HTML report of 40 sentences and three references: time to render, and size."""
    text = transdiff.Document.from_text(_long(40, "Monday"), "en", id="article")
    days = {"one": "Friday", "two": "Sunday", "three": "Monday"}
    wires = {k: transdiff.Document.from_text(_long(40, d), "en", id=k) for k, d in days.items()}
    report = transdiff.compare(text, wires)
    size = len(html.render(report).encode()) / 1000
    took = best_of(5, partial(html.render, report))
    return [Row("HTML, 40 sentences x 3", f"{took * 1000:.0f} ms, {size:.0f} kB", "150 ms, 250 kB")]


def _reference() -> str:
    return "\n".join(p.read_text("utf-8") for p in sorted(SET.glob("reference.*.txt")))


def _long(sentences: int, day: str) -> str:
    """A text of distinct sentences, so that no repeat makes the search easy or hard."""
    topics = ("The port", "A court", "The ministry", "One union", "The bank", "A village")
    verbs = ("opened", "rejected", "announced", "delayed", "approved", "repaired", "counted")
    return "\n\n".join(
        f"{topics[k % 6]} number {k} {verbs[k % 7]} {k * 37 % 991} plans for district "
        f"{k * 13 % 887} on {day}, officials of region {k * 7 % 463} said."
        for k in range(sentences)
    )


def rows() -> list[Row]:
    """Every figure of speed."""
    return [*cold(), *page(), *pairs.rows(), *throughput(), *growth()]


def main() -> int:
    """Print one line for each figure."""
    sys.stdout.write(markdown(rows()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
