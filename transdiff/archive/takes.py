"""Takes of one story: texts of nearly the same terms, found by min-wise hashing.

Broder, "On the resemblance and containment of documents" (1997): the chance that two sets have the
same minimum under a random order is their Jaccard similarity.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from transdiff.archive.terms import Numbers

_SAME = 0.85  # Jaccard similarity: an update adds a paragraph to ten
_BANDS = 4
_ROWS = 2
_AT_ONCE = 500  # texts: some tens of thousands of pairs of words
_LOW = np.uint64(0xFFFFFFFF)
_FACTORS = np.random.default_rng(20240314).integers(1, 1 << 32, _BANDS * _ROWS, np.uint64) | 1


def bands(texts: Sequence[Numbers]) -> list[list[int]]:
    """Return for each text the numbers of which two takes of one story very probably share one.

    The terms of a text are in its order: what is hashed are pairs of neighbours, which stories of
    one language share far less than words. A text of a single term has no bands.
    """
    found: list[list[int]] = []
    for start in range(0, len(texts), _AT_ONCE):
        found += _bands(texts[start : start + _AT_ONCE])
    return found


def _bands(texts: Sequence[Numbers]) -> list[list[int]]:
    long = [text for text in texts if len(text) > 1]
    if not long:
        return [[] for _ in texts]
    ends = np.cumsum([len(text) for text in long])
    wide = np.concatenate(long).astype(np.uint64)
    pairs = (wide[:-1] * np.uint64(0x9E3779B1) ^ wide[1:]) & _LOW
    # Not the last word of a text and the first of the next.
    pairs = np.delete(pairs, ends[:-1] - 1)
    mixed = (pairs[:, None] * _FACTORS) & _LOW
    starts = np.concatenate([[0], ends[:-1]]) - np.arange(len(long))
    least = np.minimum.reduceat(mixed ^ (mixed >> np.uint64(15)), starts, axis=0)
    rows: NDArray[np.uint64] = least.reshape(-1, _BANDS, _ROWS)
    keys = rows[:, :, 0] * np.uint64(0x9E3779B1) + rows[:, :, 1] * np.uint64(31)
    keys = (keys & np.uint64((1 << 58) - 1)) + (np.arange(_BANDS, dtype=np.uint64) << np.uint64(58))
    each = iter(keys.tolist())
    return [next(each) if len(text) > 1 else [] for text in texts]


def same_story(one: Numbers, other: Numbers) -> bool:
    """Whether two texts have nearly the same terms, given sorted."""
    shared = len(np.intersect1d(one, other, assume_unique=True))
    return shared >= _SAME * (len(one) + len(other) - shared)
