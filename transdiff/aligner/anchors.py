"""Names and figures of sentences: what two of them must share, or one of them tells something else.

Only left-over pairs are asked for them (:mod:`transdiff.aligner.late`), so they are read late.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log, log1p

import regex

from transdiff.language.content import function_words
from transdiff.language.senses import figure_words
from transdiff.language.words import fold_word, stem_word
from transdiff.lazy import lazy

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+(?:[-.,][\p{L}\p{M}\p{N}]+)*")


@dataclass(frozen=True)
class Anchored:
    """The stems of a sentence, and which of them are names or figures."""

    stems: frozenset[str]
    anchors: frozenset[str]


@dataclass(frozen=True)
class Anchors:
    """The names and figures of all texts of an article and its references."""

    texts: Sequence[str]
    lang: str

    @lazy
    def read(self) -> list[Anchored]:
        """Every text's, in order."""
        return [_read(text, self.lang) for text in self.texts]

    @lazy
    def _rarity(self) -> dict[str, float]:
        found = Counter(anchor for one in self.read for anchor in one.anchors)
        return {anchor: log(len(self.texts) / count + 0.5) for anchor, count in found.items()}

    def between(self, one: int, other: int) -> tuple[float, float]:
        """Return the log weight of what two texts share, and of what either has alone."""
        mine, theirs = self.read[one], self.read[other]
        both = (mine.anchors & theirs.stems) | (theirs.anchors & mine.stems)
        lone = (mine.anchors | theirs.anchors) - both
        return log1p(self._weight(both)), log1p(self._weight(lone))

    def _weight(self, anchors: frozenset[str]) -> float:
        return sum(self._rarity[anchor] for anchor in sorted(anchors))


def _read(text: str, lang: str) -> Anchored:
    """A name is what is written with a capital inside the sentence, a figure also in words."""
    stems, anchors = set(), set()
    for place, match in enumerate(_WORD.finditer(text)):
        word = match.group()
        fold = fold_word(word)
        figure = fold.replace(",", "") if word[0].isdigit() else figure_words(lang).get(fold)
        stem = stem_word(fold, lang) if figure is None else f"#{figure}"
        stems.add(stem)
        named = place and word[0].isupper() and fold not in function_words(lang)
        if figure is not None or named:
            anchors.add(stem)
    return Anchored(frozenset(stems), frozenset(anchors))
