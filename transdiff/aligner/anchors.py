"""Names and figures of sentences: what two of them must share, or one of them tells something else.

Only left-over pairs are asked for them (:mod:`transdiff.aligner.late`), so they are read late.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log, log1p

from transdiff.facts import Word, WordKind
from transdiff.language.content import function_words
from transdiff.language.denials import nouns_have_capitals
from transdiff.language.digits import parse_digits
from transdiff.language.pack import load_pack
from transdiff.language.senses import figure_words
from transdiff.language.words import tokenize
from transdiff.lazy import lazy


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
    """Cut a sentence into words; a name has a capital inside it, a figure may be a word.

    Where every noun has a capital (German) or nothing has (Chinese), figures alone count.
    A figure in several words counts by each of them, but by no single ideograph.
    """
    stems, anchors = set(), set()
    telling = not nouns_have_capitals(lang)
    words = (w for w in tokenize(text, lang=lang) if w.kind is not WordKind.PUNCT)
    for place, word in enumerate(words):
        figure = _figure(word, lang)
        stem = figure or word.stem
        stems.add(stem)
        named = place and telling and word.text[0].isupper()
        if figure or (named and word.fold not in function_words(lang)):
            anchors.add(stem)
    return Anchored(frozenset(stems), frozenset(anchors))


def _figure(word: Word, lang: str) -> str:
    """The value of a figure, in digits with the separators of *lang* or in one word, else empty."""
    if word.kind is WordKind.NUMBER:
        decimal = load_pack(lang).section("numbers").get("decimal", ".")
        read = parse_digits(word.text, str(decimal))
        return f"#{read[0]}" if read else f"#{word.fold}"
    known = figure_words(lang).get(word.fold) if len(word.fold) > 1 else None
    return f"#{float(known)}" if known else ""
