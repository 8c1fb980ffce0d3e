"""The CI gate at scale: ``python -m bench.check [--pairs 200]`` times ``transdiff check``.

Pairs of about 25 sentences with two references each, put together from ``corpora/``. Rows: first
run, second run with a warm cache (floor: at most 10 % of the first), two jobs (floor: 1.7 times the
speed of one), and peak memory at a half and at all of the pairs.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_SENTENCES = 25
_MEASURE = (
    "import resource, subprocess, sys\n"
    "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)\n"
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n"
)


def project(folder: Path, pairs: int) -> None:
    """Write *pairs* articles with two references each, and the configuration that names them."""
    texts = list(_texts())
    chance = random.Random(pairs)
    for number in range(pairs):
        parts: list[list[str]] = [[], [], []]
        while len(parts[0]) < _SENTENCES // 2:  # a paragraph holds two sentences or so
            for part, text in zip(parts, chance.choice(texts), strict=True):
                part += text
        for part, name in zip(
            parts, ("articles/{}.txt", "refs/{}.tass.txt", "refs/{}.reuters.txt"), strict=True
        ):
            path = folder / name.format(number)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("\n\n".join([*part, f"This is item {number}."]), encoding="utf-8")
    (folder / "transdiff.toml").write_text(
        '[[pair]]\narticles = "articles/*.txt"\n'
        'references = { tass = "refs/{stem}.tass.txt", reuters = "refs/{stem}.reuters.txt" }\n',
        encoding="utf-8",
    )


def _texts() -> list[tuple[list[str], ...]]:
    """The paragraphs of every set of ``corpora/`` that has two references."""
    found = []
    for path in sorted((ROOT / "corpora").glob("*/set.toml")):
        values = tomllib.loads(path.read_text("utf-8"))
        names = [v["path"] if isinstance(v, dict) else v for v in values["references"].values()]
        files = [path.parent / name for name in (values["article"], *names)]
        if len(files) == 3:
            found.append(tuple(file.read_text("utf-8").split("\n\n") for file in files))
    return found


def run(folder: Path, *arguments: str) -> tuple[float, int]:
    """Run ``transdiff check`` in *folder*; return seconds and the peak memory in MB."""
    command = [sys.executable, "-m", "transdiff", "check", "-q", *arguments]
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", _MEASURE, *command],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
    )
    return time.perf_counter() - start, int(done.stdout) // 1024


def rows(pairs: int) -> list[tuple[str, str]]:
    """Measure everything and return label and figure of each row."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        project(folder, pairs)
        half = [str(path) for path in sorted((folder / "articles").iterdir())[: pairs // 2]]
        _, half_memory = run(folder, "--no-cache", *half)
        first, memory = run(folder)
        warm, _ = run(folder)
        two, _ = run(folder, "--no-cache", "--jobs", "2")
    return [
        (f"check, {pairs} pairs", f"{first:.1f} s = {1000 * first / pairs:.0f} ms a pair"),
        ("warm cache", f"{warm:.2f} s = {100 * warm / first:.1f} % of the first run (<= 10)"),
        ("--jobs 2", f"{two:.1f} s = {first / two:.2f} x the speed of one (>= 1.7)"),
        ("peak memory", f"{memory} MB; {half_memory} MB for half the pairs"),
    ]


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=200)
    for label, figure in rows(parser.parse_args().pairs):
        print(f"{label:<20} {figure}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
