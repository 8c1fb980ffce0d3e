"""Alignment: ``python -m bench.align [--file mono mt] [--kind mono-mix …]``, the public API alone.

Without options it prints the whole table; ``--large`` adds the pair of 100,000 sentences. Writes
one prediction per item with ``transdiff.align`` alone and hands them to ``score_align.py``.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import transdiff
from bench.shared import shared
from bench.table import Row, markdown
from transdiff.aligner.lexicon import learn
from transdiff.aligner.memory import read_memory

FILES = ("mono", "mt", "cross", "classic")
DROPPED = 0.05
_WORD = re.compile(r"\w+|[^\w\s]")
Pair = tuple[tuple[int, ...], tuple[int, ...]]


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
    names: Sequence[str],
    kinds: Sequence[str] = (),
    *flags: str,
    lexicons: Mapping[str, Path] | None = None,
) -> dict[str, Any]:
    """Predict every item of the files *names* and return the scorer's figures.

    *lexicons* are files by foreign language; *flags* go to the scorer.
    """
    found = [predict(item, _settings(item, lexicons or {})) for item in items(names, kinds)]
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
    return dict(json.loads(done.stdout))


def _settings(item: dict[str, Any], lexicons: Mapping[str, Path]) -> transdiff.Settings:
    for lang in (item["lang_hyp"], item["lang_ref"]):
        if lang in lexicons:
            return transdiff.Settings(lexicon=str(lexicons[lang]))
    return transdiff.Settings()


def learnt(folder: Path) -> dict[str, Path]:
    """Learn a lexicon from every memory of the benchmark into *folder*; files by language."""
    found = {}
    for file in sorted(shared("bench", "align", "memory").glob("*.tsv.gz")):
        lang = file.name.partition("-")[0]
        found[lang] = folder / f"{lang}.lexicon"
        lexicon = learn(read_memory(file, (lang, "en")), (lang, "en"))
        found[lang].write_text(lexicon.dumps(), encoding="utf-8")
    return found


def long_pair(lang: str, size: int, seed: int = 1) -> tuple[list[str], list[str], set[Pair]]:
    """Make an English text, its *lang* counterpart of *size* sentences, and the right pairs.

    The memory of *lang* is shuffled and repeated until it is long enough; a twentieth of the
    sentences is dropped on either side.
    """
    memory = list(
        read_memory(shared("bench", "align", "memory", f"{lang}-en.tsv.gz"), (lang, "en"))
    )
    rng = random.Random(seed)
    text: list[tuple[str, str]] = []
    while len(text) < size:
        text += rng.sample(memory, len(memory))
    mine: list[str] = []
    theirs: list[str] = []
    right: set[Pair] = set()
    for foreign, english in text[:size]:
        kept = rng.random()
        if kept > DROPPED:
            mine.append(english)
        if kept < 1 - DROPPED:
            theirs.append(foreign)
        if DROPPED < kept < 1 - DROPPED:
            right.add(((len(mine) - 1,), (len(theirs) - 1,)))
    return mine, theirs, right


def measure_long(lang: str, size: int) -> None:
    """Align a long pair and print CPU seconds, peak megabytes and strict F1 on one line."""
    mine, theirs, right = long_pair(lang, size)
    start = time.process_time()
    alignment = transdiff.align(
        transdiff.Document.from_sentences(mine, "en"),
        {"r": transdiff.Document.from_sentences(theirs, lang)},
    )
    seconds = time.process_time() - start
    found = {(link.translation, link.reference_segments) for link in alignment.links}
    f1 = 2 * len(found & right) / (len(found) + len(right))
    peak = _peak()
    print(f"{seconds:.1f} {peak:.0f} {f1:.3f}")


def _peak() -> float:
    """Return the peak megabytes of this process; getrusage also counts the one it came from."""
    status = Path("/proc/self/status")
    if status.is_file():
        return int(status.read_text("ascii").partition("VmHWM:")[2].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


_LONG = (
    (20_000, 12, 600, 0.93, "22 s, 615 MB, .908"),
    (100_000, 120, 2048, 0.92, "none in 21 min"),
)


def _long_rows(large: bool) -> Iterator[Row]:
    for size, seconds, megabytes, least, peer in _LONG if large else _LONG[:1]:
        command = [sys.executable, "-m", "bench.align", "--long", "de", str(size)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        time_taken, peak, f1 = map(float, done.stdout.split())
        name = f"{size:,} sentences a side"
        yield Row(f"{name}, CPU seconds", f"{time_taken:.1f}", f"≤ {seconds}", f"hunalign {peer}")
        yield Row(f"{name}, peak MB", f"{peak:.0f}", f"≤ {megabytes}")
        yield Row(f"{name}, strict F1", f"{f1:.3f}", f"≥ {least}")


def _small_time() -> float:
    """Return the median CPU milliseconds of aligning 20 sentences with 20, everything included."""
    sizes = range(18, 23)
    chosen = [
        item
        for item in items(("mono",))
        if len(item["hyp"]) in sizes and [len(r) in sizes for r in item["refs"]] == [True]
    ]
    times = []
    for item in chosen:
        start = time.process_time()
        predict(item)
        times.append(1000 * (time.process_time() - start))
    return statistics.median(times)


def rows(large: bool = False) -> list[Row]:
    """Return the table of the alignment benchmark; *large* takes minutes and two gigabytes."""
    found = (*_accuracy(), *_hunalign(), *_long_rows(large))
    return [row._replace(what=f"align: {row.what}") for row in found]


def _hunalign() -> Iterator[Row]:
    """hunalign itself on its own sample, where the user has it on PATH."""
    program = shutil.which("hunalign")
    if program is None:
        return
    item = next(items(("classic",), ("hunalign-dtm",)))
    with tempfile.TemporaryDirectory() as scratch:
        files = [Path(scratch, name) for name in ("dictionary", "article", "reference")]
        for file, lines in zip(files, ([], item["hyp"], item["refs"][0]), strict=True):
            tokenised = (" ".join(_WORD.findall(line.lower())) for line in lines)
            file.write_text("".join(f"{line}\n" for line in tokenised), encoding="utf-8")
        command = [program, *map(str, files)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    rungs = [tuple(map(int, line.split("\t")[:2])) for line in done.stdout.splitlines()]
    found = {
        (tuple(range(i, k)), tuple(range(j, m))) for (i, j), (k, m) in pairwise(rungs) if i < k
    }
    right = {(tuple(mine), tuple(theirs)) for mine, _, theirs in item["gold"]}
    found = {(mine, theirs) for mine, theirs in found if theirs}
    f1 = 2 * len(found & right) / (len(found) + len(right))
    yield Row("hunalign-dtm, strict F1 of the hunalign on PATH", f"{f1:.3f}")


def _accuracy() -> Iterator[Row]:
    one = figures(("mono", "mt"))
    macro = one["macro"]
    peers = "hunalign .819 · MiniLM + DP .901 · TF-IDF greedy + attach .940"
    yield Row("mono + mt, strict F1", _f(macro, "strict"), "≥ .970", peers)
    for kind in ("mono-split", "mono-mix", "mono-2ref-mix", "mt-mix"):
        yield Row(f"{kind}, strict F1", _f(one["groups"][kind], "strict"), "≥ .94")
    yield Row("additions F1", _f(macro, "add"), "≥ .955", ".698 · .840 · .933")
    yield Row("omissions F1", _f(macro, "omit"), "≥ .960", ".708 · .861 · .941")
    hint = "hunalign .555 · romanised + numbers + length .771"
    yield Row("x, strict F1", _f(figures(("cross",))["macro"], "strict"), "≥ .84", hint)
    with tempfile.TemporaryDirectory() as scratch:
        taught = figures(("cross",), lexicons=learnt(Path(scratch)))["macro"]
    yield Row("x with a lexicon, strict F1", _f(taught, "strict"), "≥ .91", "IBM-1 lexicon .854")
    nulls = figures(("classic",), ("textberg",), "--nulls")["groups"]["textberg"]
    value = f"{_f(nulls, 'strict')} / {_f(nulls, 'lax')}"
    yield Row("Text+Berg, strict / lax", value, "≥ .82 / .97", "hunalign .709 / .930")
    dtm = figures(("classic",), ("hunalign-dtm",))["groups"]["hunalign-dtm"]
    yield Row("hunalign-dtm, strict F1", _f(dtm, "strict"), "≥ .965", "hunalign .960")
    yield Row("20 × 20 sentences, CPU ms", f"{_small_time():.1f}", "≤ 12", "TF-IDF greedy 3")


def _f(group: dict[str, Any], part: str) -> str:
    return f"{group[part]['f1']:.3f}"


def main() -> int:
    """Print the figures of every kind, or the whole table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--file", nargs="+", default=[], choices=FILES)
    parser.add_argument("--kind", nargs="+", default=[])
    parser.add_argument("--lexicons", action="store_true", help="learn them from memory/ first")
    parser.add_argument("--long", nargs=2, metavar=("LANG", "SIZE"), help="one long pair alone")
    parser.add_argument("--large", action="store_true", help="100,000 sentences a side too")
    options = parser.parse_args()
    if options.long:
        measure_long(options.long[0], int(options.long[1]))
        return 0
    if not options.file:
        print(markdown(rows(options.large)))
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        lexicons = learnt(Path(scratch)) if options.lexicons else {}
        found = figures(options.file, options.kind, lexicons=lexicons)
    for name, group in [*found["groups"].items(), ("macro", found["macro"])]:
        row = " ".join(
            f"{part} {group[part]['f1']:.3f}" if group[part]["f1"] is not None else f"{part}   -  "
            for part in ("strict", "lax", "add", "omit")
        )
        print(f"{name:14} {row}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
