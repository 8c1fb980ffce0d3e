"""What the fit of fidelity reads: losses, costs of findings and human judgements by set."""

from __future__ import annotations

import gzip
import json
import pickle
import sys
from collections import defaultdict
from collections.abc import Hashable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

import transdiff
from bench.shared import shared
from transdiff.pipeline import annotated_story
from transdiff.score.agreement import SECTIONS, losses
from transdiff.score.bulk import NAMES as BULK
from transdiff.score.bulk import bulk
from transdiff.score.words import Text

Array = npt.NDArray[np.float64]
Indices = npt.NDArray[np.int64]
Row = dict[str, Any]

LANG = "en"
MQM = ("mqm_wmt23_zhen", "mqm_wmt21_zhen", "mqm_ted21_zhen")
DAMAGE, SIMILARITY = "demetr", "sts_headlines"
LOSSES = [name for names in SECTIONS.values() for name in names]
POLICY = {"critical": 0.6, "major": 0.2, "minor": 0.05}
"""What a finding costs, by severity."""
FOLDS = 4


@dataclass(frozen=True)
class Table:
    """A set: its lines, their losses (columns of ``LOSSES``), bulk, findings' costs and folds."""

    rows: list[Row]
    losses: Array
    bulk: Array
    costs: Array
    folds: Indices

    def column(self, key: str) -> Array:
        """One number of every line."""
        return np.array([row[key] for row in self.rows], dtype=np.float64)

    def groups(self, *keys: str) -> list[Indices]:
        """The lines that are equal in *keys*."""
        found = defaultdict(list)
        for i, row in enumerate(self.rows):
            found[tuple(row[key] for key in keys)].append(i)
        return [np.array(group) for group in found.values()]

    @property
    def length(self) -> Array:
        """How many words the raters saw."""
        return np.array([max(1, len(row["mt"].split())) for row in self.rows], dtype=np.float64)


def rows(name: str) -> list[Row]:
    """Read the development half of a benchmark file."""
    with gzip.open(shared("bench", "metrics", f"{name}.jsonl.gz"), "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def tables(jobs: int, cache: Path | None) -> dict[str, Table]:
    """Return every set by name; *cache* keeps them between runs."""
    if cache and cache.exists():
        loaded: dict[str, Table] = pickle.loads(cache.read_bytes())
        return loaded
    done = {}
    with ProcessPoolExecutor(jobs) as pool:
        for name in (*MQM, SIMILARITY, DAMAGE):
            found = rows(name)
            known = np.array(list(pool.map(_known, found, chunksize=64)))
            costs, sizes, lost = np.split(known, (1, 1 + len(BULK)), axis=1)
            done[name] = Table(found, lost, sizes, costs[:, 0], _folds(found))
            sys.stderr.write(f"{name}: {len(found)} lines\n")
    if cache:
        cache.write_bytes(pickle.dumps(done))
    return done


def _known(row: Row) -> list[float]:
    """The cost of the findings of one line, its bulk, and its losses."""
    sides = [transdiff.Document.from_sentences([row[s]], LANG) for s in ("mt", "reference")]
    found = transdiff.compare(sides[0], {"reference": sides[1]}).findings
    texts = [
        Text.of((s.facts for s in story.segments), story.lang)
        for story in (annotated_story(None, side) for side in sides)
    ]
    lost = losses(*texts)
    cost = sum(POLICY[finding.severity] * finding.confidence for finding in found)
    return [cost, *bulk(*texts), *(lost[name] for name in LOSSES)]


def _folds(lines: Sequence[Row]) -> Indices:
    """Number the folds by document, so that they share no text."""
    keys: list[Hashable] = [row.get("item") or row.get("doc") or row["id"] for row in lines]
    number = {key: n % FOLDS for n, key in enumerate(dict.fromkeys(keys))}
    return np.array([number[key] for key in keys])
