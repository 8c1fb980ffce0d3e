"""The many-to-many search: links between an article and all of its references."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from transdiff.model import Alignment, Link, Story


def align_stories(article: Story, references: Mapping[str, Story]) -> Alignment:
    """Return what supports every compared segment of *article* in every reference."""
    links: list[Link] = []
    omitted: dict[str, tuple[int, ...]] = {}
    mine = [i for i, s in enumerate(article.segments) if s.compared]
    for key in sorted(references):
        other = references[key]
        theirs = [j for j, s in enumerate(other.segments) if s.compared]
        a = [article.segments[i].text for i in mine]
        b = [other.segments[j].text for j in theirs]
        used: set[int] = set()
        if a and b:
            matrix = _similarity(a, b)
            for x, row in enumerate(matrix):
                best = int(row.argmax())
                if row[best] > 0.2 or len(a) == len(b) == 1:
                    links.append(Link((mine[x],), key, (theirs[best],), float(row[best])))
                    used.add(theirs[best])
        omitted[key] = tuple(j for j in theirs if j not in used)
    linked = {i for link in links for i in link.translation}
    return Alignment(tuple(links), tuple(i for i in mine if i not in linked), omitted)


def _similarity(a: list[str], b: list[str]) -> np.ndarray:
    grams = [
        {t.lower()[k : k + n] for n in (3, 4, 5) for k in range(len(t) - n + 1)} for t in (*a, *b)
    ]
    index = {g: k for k, g in enumerate(sorted(set().union(*grams)))}
    m = np.zeros((len(grams), len(index)))
    for r, found in enumerate(grams):
        m[r, [index[g] for g in found]] = 1.0
    m *= np.log((1 + len(grams)) / (1 + m.sum(axis=0)))
    m /= np.maximum(np.linalg.norm(m, axis=1, keepdims=True), 1e-9)
    return m[: len(a)] @ m[len(a) :].T
