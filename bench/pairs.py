"""What a pair of sentences costs, in CPU time, beside sacrebleu's BLEU and chrF++ in the same run.

News sentences of WMT23 with their reference; both languages are given, so that none is detected.
Rules are what a comparison costs more than one that runs none.
"""

from __future__ import annotations

import gzip
import json
import time
from collections.abc import Callable

from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF

import transdiff
from bench.shared import shared
from bench.table import Row
from transdiff.language.annotate import annotate
from transdiff.rule import GROUPS
from transdiff.score.ter import FastTER
from transdiff.segment import segment

_SET = "mqm_wmt23_zhen.jsonl.gz"
_EVERY = 17
Pair = tuple[str, str]


def _pairs() -> list[Pair]:
    with gzip.open(shared("bench", "metrics", _SET), "rt", encoding="utf-8") as lines:
        found = [json.loads(line) for line in lines]
    return [(row["mt"], row["reference"]) for row in found[::_EVERY]]


def _cost(call: Callable[[Pair], object], pairs: list[Pair]) -> float:
    """CPU milliseconds of *call* for a pair."""
    start = time.process_time()
    for pair in pairs:
        call(pair)
    return 1000 * (time.process_time() - start) / len(pairs)


def _document(text: str) -> transdiff.Document:
    return transdiff.Document.from_sentences([text], "en")


def _compare(pair: Pair, settings: transdiff.Settings | None = None) -> None:
    transdiff.compare(_document(pair[0]), {"wire": _document(pair[1])}, settings)


def _facts(pair: Pair) -> None:
    for document in map(_document, pair):
        annotate(document, segment(document))


def rows() -> list[Row]:
    """Facts and rules, everything but TER, TER."""
    pairs = _pairs()
    bleu, chrf, ter = BLEU(effective_order=True), CHRF(word_order=2), FastTER()
    unruled = transdiff.Settings(ignore=GROUPS)
    for pair in pairs[:20]:
        _compare(pair)
    peer = _cost(
        lambda p: (bleu.sentence_score(p[0], [p[1]]), chrf.sentence_score(p[0], [p[1]])), pairs
    )
    whole = _cost(_compare, pairs)
    rules = whole - _cost(lambda p: _compare(p, unruled), pairs)
    facts = _cost(_facts, pairs)
    edits = _cost(lambda p: ter.sentence_score(p[0], [p[1]]), pairs)
    rest = whole - edits
    return [
        Row("a pair of sentences: facts and rules", f"{facts + rules:.2f} ms", "<= 0.7 ms"),
        Row(
            "a pair of sentences: all but TER",
            f"{rest:.2f} ms",
            "<= 8 x",
            f"{rest / peer:.1f} x sacrebleu's BLEU + chrF++, {peer:.2f} ms",
        ),
        Row("a pair of sentences: TER", f"{edits:.2f} ms"),
    ]
