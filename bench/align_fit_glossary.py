"""Fit how much a glossary counts: ``python -m bench.align_fit_glossary [--sets FOLDER …]``.

Prints the model ``[glossary.pair]`` of ``aligner/weights.toml``: logistic regression over the
signals of every two sentences in different languages, one against one, on the development half of
the alignment benchmark and on article sets, which are news and count twice. What the benchmark
says of joins is left out: a join is judged by what its sentences say together.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence, Set
from pathlib import Path
from typing import Any

import numpy as np

from bench.align import items
from bench.align_fit import Fit
from bench.sets import article_sets
from transdiff.aligner.channels import Readings, Side, with_identifiers
from transdiff.aligner.monotone import length_ratio, signals
from transdiff.aligner.weights import PATH_SIGNALS
from transdiff.language.glossary import can_meet
from transdiff.model import Document, Segment
from transdiff.segment import segment

NEWS = 2.0
TRUSTED = {"place": 0.4, "length": 3.0}
"""The benchmark keeps its order, news does not; and news adds to its sentences and takes from them,
translation does not. Chosen by strict F1 on both."""
Pairs = Set[tuple[int, int]]


def main() -> int:
    """Fit and print the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sets", nargs="*", type=Path, default=(), help="folders of article sets")
    fit = Fit()
    for item in items(("cross",)):
        if can_meet(item["lang_hyp"], item["lang_ref"]):
            _add_item(fit, item)
    for mine, theirs, pairs in _news(parser.parse_args().sets):
        _add(fit, mine, theirs, pairs, NEWS)
    model = fit.solve()
    for name, weight in zip((*PATH_SIGNALS, "bias"), (*model.weights, model.bias), strict=True):
        print(f"{name} = {weight * TRUSTED.get(name, 1.0):.4f}")
    return 0


def _add_item(fit: Fit, item: dict[str, Any]) -> None:
    mine = _lines(item["hyp"], item["lang_hyp"])
    for r, sentences in enumerate(item["refs"]):
        theirs = _lines(sentences, item["lang_ref"])
        linked = [(m, t) for m, of, t in item["gold"] if of == r]
        joined = {(i, j) for m, t in linked if len(m) + len(t) > 2 for i in m for j in t}
        single = {(m[0], t[0]) for m, t in linked if len(m) == len(t) == 1}
        _add(fit, mine, theirs, single, 1.0, joined)


def _lines(sentences: Sequence[str], lang: str) -> Side:
    document = Document.from_sentences(sentences, lang)
    return _side(document, [s for s in segment(document) if s.compared])


def _news(folders: Sequence[Path]) -> Iterator[tuple[Side, Side, Pairs]]:
    """Yield every article and reference whose languages meet in the glossaries."""
    for found, _ in article_sets(folders):
        mine = _side(found.article.document, found.article.segments)
        for r, text in enumerate(found.references):
            theirs = _side(text.document, text.segments)
            if mine and theirs and can_meet(mine.lang, theirs.lang):
                yield mine, theirs, {(i, j) for i, of, j in found.pairs if of == r}


def _side(document: Document, segments: Sequence[Segment]) -> Side:
    return Side([with_identifiers(s, document) for s in segments], document.lang.partition("-")[0])


def _add(
    fit: Fit,
    mine: Side,
    theirs: Side,
    pairs: Pairs,
    weight: float,
    unused: Pairs = frozenset(),
) -> None:
    channels = Readings(mine, theirs, None, light=False).window((0, len(mine)), (0, len(theirs)))
    found = signals(channels.joined(1, 1), length_ratio(channels))
    right, used = np.zeros(found.shape[:2], np.bool_), np.ones(found.shape[:2], np.bool_)
    for pair in pairs:
        right[pair] = True
    for pair in unused:
        used[pair] = False
    fit.add(found[used], right[used], weight)


if __name__ == "__main__":
    raise SystemExit(main())
