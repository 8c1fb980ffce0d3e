"""Losses of wording: which words, letters and phrases an article shares with what supports it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice, repeat

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extractOne

from transdiff.score.bags import beyond, lacking, runs, uncovered
from transdiff.score.words import Text

NAMES = (
    "content-missing",
    "content-changed",
    "letters-changed",
    "pairs-missing",
    "letters-missing",
    "strings-missing",
    "phrases-missing",
    "phrases-added",
    "run-added",
    "shorter",
)
_ALIKE = 0.5
"""Two words this similar in their letters are partly the same word."""
_SEARCHED = 300
"""So many words that the other text lacks are looked up by their letters; the rest are unlike."""
_SHORT_ENOUGH = 2000
"""Texts of more characters are not compared letter by letter, which takes the square of them."""
_PHRASE = 3


def losses(article: Text, reference: Text) -> Iterator[tuple[str, float]]:
    """Yield each loss with its name."""
    mine, theirs = article.content_bag, reference.content_bag
    changed = _changed(reference.content, article.content)
    unlike = _unlike(beyond(theirs, mine), beyond(mine, theirs))
    yield "content-missing", unlike / max(1, len(reference.content))
    yield "content-changed", changed
    short = max(len(article.spaced), len(reference.spaced)) <= _SHORT_ENOUGH
    yield "letters-changed", _changed(reference.spaced, article.spaced) if short else changed
    yield "pairs-missing", uncovered(reference.pairs, article.pairs)
    yield "letters-missing", uncovered(reference.trigrams, article.trigrams)
    yield "strings-missing", lacking(reference.strings, article.strings)
    yield "phrases-missing", lacking(runs(reference.bases, _PHRASE), runs(article.bases, _PHRASE))
    yield "phrases-added", lacking(runs(article.folds, _PHRASE), runs(reference.folds, _PHRASE))
    yield "run-added", _longest_run(article.stems, reference.stems)
    shorter = len(reference.letters) - len(article.letters)
    yield "shorter", max(0, shorter) / max(1, len(reference.letters))


def _unlike(wanted: Mapping[str, int], found: Mapping[str, int]) -> float:
    """How much of the words *wanted* no word of *found* comes near to in its letters."""
    left = list(islice(_elements(found), _SEARCHED))
    rest = float(max(0, sum(wanted.values()) - _SEARCHED))
    for word in islice(_elements(wanted), _SEARCHED):
        near, at = _nearest(word, left)
        if near >= _ALIKE:
            left.pop(at)
            rest += 1.0 - near
        else:
            rest += 1.0
    return rest


def _elements(bag: Mapping[str, int]) -> Iterator[str]:
    return chain.from_iterable(repeat(word, n) for word, n in bag.items())


def _nearest(word: str, others: Sequence[str]) -> tuple[float, int]:
    """The similarity and the index of the word of *others* that looks most like *word*."""
    found = extractOne(
        word, others, scorer=Levenshtein.normalized_similarity, score_cutoff=_ALIKE, processor=None
    )
    return (found[1], found[2]) if found else (0.0, -1)


def _changed(items: Sequence[str], others: Sequence[str]) -> float:
    """Edits per word or letter; another one in the same place is half of an edit."""
    edits = Levenshtein.distance(items, others, weights=(2, 2, 1))
    return edits / 2 / max(1, len(items), len(others))


def _longest_run(words: Sequence[str], others: Sequence[str]) -> float:
    """The longest run of *words* none of which *others* has, as a share of them."""
    known, run, longest = set(others), 0, 0
    for word in words:
        run = 0 if word in known else run + 1
        longest = max(longest, run)
    return longest / max(1, len(words))
