"""Nearness: how near two words are in meaning, where lists of synonyms end.

``vectors/<lang>.npz`` has a vector for each of some twenty thousand words, the most frequent first,
distilled from a sentence encoder (``tools/make_vectors.py``). Vectors are integers, so that the
same words are as near on every machine. Near is not equal: a word and its opposite are near. A
language without a file has no vectors, and nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np
import numpy.typing as npt

_JOINT = re.compile(r"[-'’]")
Rows = npt.NDArray[np.int32]

LENGTH = 127
"""The length of every vector, so that two equal ones have its square as their product."""
_LEVELS = 31
"""What a word says that is rare or has no vector; the most frequent ones say next to nothing."""


@dataclass(frozen=True)
class Vectors:
    """The words of a language: their row in ``rows``, the last of which is zero and no word's."""

    numbers: Mapping[str, int]
    rows: Rows
    levels: Rows

    def of(self, folds: Sequence[str]) -> tuple[Rows, Rows]:
        """Return a vector for each folded word, zero for an unknown one, and what each says.

        Shapes (n, d) and (n,). What a word says grows with its rank by frequency, 1 to 31.
        """
        last = len(self.numbers)
        at = [self.numbers.get(fold, last) for fold in folds]
        return self.rows[at], self.levels[at]


def parts_of(fold: str) -> list[str]:
    """Return the parts of a compound, and a word without its possessive ending.

    >>> parts_of("china's"), parts_of("low-carbon")
    (['china'], ['low', 'carbon'])
    """
    if fold.isalnum():
        return [fold]
    return [part for part in _JOINT.split(fold.removesuffix("'s").removesuffix("’s")) if part]


@lru_cache(maxsize=8)
def load_vectors(lang: str) -> Vectors | None:
    """Return the vectors of *lang*; none where there is no file."""
    file = resources.files("transdiff.language") / "vectors" / f"{lang}.npz"
    if not file.is_file():
        return None
    with file.open("rb") as opened, np.load(opened, allow_pickle=False) as data:
        words = data["words"].tobytes().decode().split("\n")
        rows = np.vstack([data["vectors"], np.zeros_like(data["vectors"][:1])]).astype(np.int32)
    ranks = np.log(np.arange(1, len(rows) + 1))
    levels = np.maximum(1, np.rint(_LEVELS * ranks / ranks[-1])).astype(np.int32)
    return Vectors({word: i for i, word in enumerate(words)}, rows, levels)
