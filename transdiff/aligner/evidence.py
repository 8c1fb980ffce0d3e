"""What speaks for every pair of an article and one reference in the same language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
import numpy.typing as npt

from transdiff.aligner.anchors import Anchors
from transdiff.aligner.content import content_rows
from transdiff.aligner.encoder import Encoder, vectors
from transdiff.aligner.features import Rows, weighted_rows, words_of
from transdiff.aligner.grid import Grid, Matrix

_LEAST, _LEAST_VECTOR = 0.03, 0.4


@dataclass(frozen=True)
class Evidence:
    """Grids of words with their pieces, of content, and of an encoder's vectors where there is one.

    Two more give, for every article sentence, the best cosine with another reference. ``first`` is
    the place of the reference's first sentence in ``anchors``, where the article comes first.
    """

    words: Grid
    content: Grid
    vectors: Grid | None
    words_elsewhere: Matrix
    content_elsewhere: Matrix
    anchors: Anchors
    first: int

    @property
    def possible(self) -> npt.NDArray[np.bool_]:
        """Mark the pairs that have anything in common."""
        found = self.words.cosine > _LEAST
        return found if self.vectors is None else found | (self.vectors.cosine > _LEAST_VECTOR)


def gather(
    article: Sequence[str],
    references: Sequence[Sequence[str]],
    lang: str,
    encoder: Encoder | None = None,
) -> list[Evidence]:
    """Return the evidence for every one of *references*; rarity is counted over all texts."""
    texts = [*article, *(text for reference in references for text in reference)]
    sizes = np.array([float(len(text)) for text in texts])
    parts = [len(article), *map(len, references)]
    sentences = [words_of(text) for text in texts]
    words = _grids(weighted_rows(sentences), sizes, parts)
    content = _grids(content_rows(sentences, lang), sizes, parts)
    coded = _grids(vectors(encoder, texts), sizes, parts) if encoder else [None] * len(words)
    elsewhere = zip(_elsewhere(words), _elsewhere(content), strict=True)
    anchors = Anchors(texts, lang)
    starts = accumulate(parts[:-1])
    return [
        Evidence(*grids, *others, anchors, start)
        for grids, others, start in zip(
            zip(words, content, coded, strict=True), elsewhere, starts, strict=True
        )
    ]


def _grids(rows: Rows, sizes: Matrix, parts: Sequence[int]) -> list[Grid]:
    """Cut *rows* into the article's and each reference's, and multiply them."""
    n, start, found = parts[0], parts[0], []
    for count in parts[1:]:
        end = start + count
        found.append(Grid.of(rows[:n], rows[start:end], (sizes[:n], sizes[start:end])))
        start = end
    return found


def _elsewhere(grids: Sequence[Grid]) -> list[Matrix]:
    best = [grid.best for grid in grids]
    return [
        np.max([other for q, other in enumerate(best) if q != k], axis=0, initial=0.0)
        if len(best) > 1
        else np.zeros_like(best[k])
        for k in range(len(best))
    ]
