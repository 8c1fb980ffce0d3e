"""Article sets in the format of ``shared/gold``: their segments, and which of them are linked."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import transdiff
from bench.shared import shared
from transdiff.model import Document, Segment
from transdiff.segment import segment


@dataclass(frozen=True)
class Text:
    """The compared segments of one file; *lang* has no region."""

    document: Document
    lang: str
    segments: Sequence[Segment]


@dataclass(frozen=True)
class ArticleSet:
    """An article, its references, and the linked (article, reference, reference segment)."""

    name: str
    article: Text
    references: Sequence[Text]
    pairs: frozenset[tuple[int, int, int]]

    def alike(self) -> ArticleSet:
        """Keep the references in the language of the article."""
        kept = [r for r, text in enumerate(self.references) if text.lang == self.article.lang]
        return replace(
            self,
            references=[self.references[r] for r in kept],
            pairs=frozenset((i, kept.index(r), j) for i, r, j in self.pairs if r in kept),
        )


def article_sets(others: Sequence[Path] = ()) -> Iterator[tuple[ArticleSet, bool]]:
    """Yield every set of the gold, and of the folders *others*, and whether it is of the gold."""
    for root in (shared("gold"), *others):
        for folder in sorted(p.parent for p in root.glob("*/gold.json")):
            yield _read(folder), root not in others


def _read(folder: Path) -> ArticleSet:
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))["alignment"]
    article = _text(folder / "translation.txt", meta["hyp_lang"])
    references = [_text(folder / r["file"], r["lang"]) for r in meta["refs"]]
    files = [r["file"] for r in meta["refs"]]
    pairs = frozenset(
        (i, files.index(target["ref"]), j)
        for entry in gold
        for target in entry["refs"]
        for i in _covered(article, entry["hyp_start"], entry["hyp_end"])
        for j in _covered(
            references[files.index(target["ref"])], target["ref_start"], target["ref_end"]
        )
    )
    return ArticleSet(folder.name, article, references, pairs)


def _text(path: Path, lang: str) -> Text:
    document = transdiff.Document.from_text(path.read_bytes().decode("utf-8"), lang)
    return Text(document, lang[:2], [s for s in segment(document) if s.compared])


def _covered(text: Text, start: int, end: int) -> list[int]:
    """Return the segments that lie by half within *start* to *end*, or it within them."""
    spans: list[Any] = [s.span for s in text.segments]
    return [
        k
        for k, span in enumerate(spans)
        if min(span.end, end) - max(span.start, start) > 0.5 * min(len(span), end - start)
    ]
