"""Takes of one story: texts of nearly the same terms, found by min-wise hashing.

Broder, "On the resemblance and containment of documents" (1997): the chance that two sets have the
same minimum under a random order is their Jaccard similarity.
"""

from __future__ import annotations

import numpy as np

from transdiff.archive.terms import Numbers

_SAME = 0.85  # Jaccard similarity: an update adds a paragraph to ten
_BANDS = 4
_ROWS = 2
_FACTORS = np.random.default_rng(20240314).integers(1, 1 << 32, _BANDS * _ROWS, np.uint64) | 1


def bands(terms: Numbers) -> list[int]:
    """Return numbers of which two takes of one story very probably share one.

    *terms* are in the order of the text: what is hashed are pairs of neighbours, which stories of
    one language share far less than words.
    """
    if len(terms) < 2:
        return []
    wide = terms.astype(np.uint64)
    pairs = (wide[:-1] * np.uint64(0x9E3779B1) ^ wide[1:]) & np.uint64(0xFFFFFFFF)
    mixed = (pairs[:, None] * _FACTORS) & np.uint64(0xFFFFFFFF)
    least = (mixed ^ (mixed >> np.uint64(15))).min(axis=0).reshape(_BANDS, _ROWS)
    keys = least[:, 0] * np.uint64(0x9E3779B1) + least[:, 1] * np.uint64(31)
    keys = (keys & np.uint64((1 << 58) - 1)) + (np.arange(_BANDS, dtype=np.uint64) << np.uint64(58))
    return [int(key) for key in keys]


def same_story(one: Numbers, other: Numbers) -> bool:
    """Whether two texts have nearly the same terms, given sorted."""
    shared = len(np.intersect1d(one, other, assume_unique=True))
    return shared >= _SAME * (len(one) + len(other) - shared)
