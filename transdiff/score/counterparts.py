"""Counterparts: which content word of an article stands for which of its reference.

A word is paired with the same word in whatever form, else with one that may mean the same, else
with the one that looks most like it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extractOne

from transdiff.language.senses import base, senses
from transdiff.score.words import Text

_ALIKE = 0.5
"""Two words this similar in their letters are partly the same word."""
_SEARCHED = 300
"""So many words that the other text lacks are looked up by sense and letters; the rest are lost."""


@dataclass(frozen=True)
class Counterparts:
    """For words of the reference by their place: the place in the article, and what they lack.

    ``lacks`` has only words that are alike in their letters and in nothing else.
    """

    of: Mapping[int, int]
    lacks: Mapping[int, float]

    def lack(self, place: int) -> float:
        """How much of the word at *place* the article lacks, in 0..1."""
        return self.lacks.get(place, 0.0) if place in self.of else 1.0


def counterparts(article: Text, reference: Text) -> Counterparts:
    """Pair the content words of the two texts."""
    of: dict[int, int] = {}
    lacks: dict[int, float] = {}
    free: dict[str, list[int]] = {}
    for i in reversed(article.places):
        free.setdefault(_base(article, i), []).append(i)
    left = []
    for j in reference.places:
        same = free.get(_base(reference, j))
        if same:
            of[j] = same.pop()
        else:
            left.append(j)
    if left:
        taken = set(of.values())
        rest = [i for i in article.places if i not in taken][:_SEARCHED]
        left = _by_sense(article, reference, left[:_SEARCHED], rest, of)
        taken = set(of.values())
        rest = [i for i in rest if i not in taken]
        for j, i, alike in _by_letters(article, reference, left, rest):
            of[j], lacks[j] = i, 1.0 - alike
    return Counterparts(of, lacks)


def _base(text: Text, place: int) -> str:
    word = text.words[place]
    return base(word.fold, word.stem, text.lang)


def _by_sense(
    article: Text, reference: Text, left: Sequence[int], rest: Sequence[int], of: dict[int, int]
) -> list[int]:
    """Pair words that may mean the same, the nearest in place; return what is left."""
    free: dict[object, list[int]] = {}
    for i in rest:
        word = article.words[i]
        for sense in senses(word.fold, word.stem, article.lang):
            free.setdefault(sense, []).append(i)
    taken: set[int] = set()
    still = []
    for j in left:
        word = reference.words[j]
        near = {i for s in senses(word.fold, word.stem, reference.lang) for i in free.get(s, ())}
        near -= taken
        if near:
            of[j] = min(near, key=lambda i: (abs(i - j), i))
            taken.add(of[j])
        else:
            still.append(j)
    return still


def _by_letters(
    article: Text, reference: Text, left: Sequence[int], rest: Sequence[int]
) -> Iterator[tuple[int, int, float]]:
    """Yield places of words that look alike, with how much."""
    places = list(rest)
    stems = [article.words[i].stem for i in places]
    for j in left:
        found = extractOne(
            reference.words[j].stem,
            stems,
            scorer=Levenshtein.normalized_similarity,
            score_cutoff=_ALIKE,
            processor=None,
        )
        if found:
            at = found[2]
            stems.pop(at)
            yield j, places.pop(at), found[1]
