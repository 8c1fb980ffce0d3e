"""Losses of form: spelling, case, punctuation, script, as far as the reference has it otherwise."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

from transdiff.facts import Word
from transdiff.score.bags import beyond, lacking
from transdiff.score.spelling import is_listed, oddness
from transdiff.score.words import Text

NAMES = (
    "odd-words",
    "odd-names",
    "unknown-words",
    "capitals-missing",
    "capitals-added",
    "first-letter",
    "marks-fewer",
    "marks-added",
    "question",
    "spacing",
    "foreign-script",
)
_ODD, _UNLISTED = 7.0, 6.5
"""Words odder than this count by how much they are; those that no list has count sooner."""
_CLOSING, _OPENING, _SPACED = frozenset(",.;:!?"), frozenset("([{\"'“‘«/-"), frozenset(",;:!?.)")
"""Marks with no space before them, marks with none behind, and marks with one behind."""
_WORDS = 25
"""The length of a sentence that counts as it is; the loss of one four times as long halves."""


def losses(article: Text, reference: Text) -> Iterator[tuple[str, float]]:
    """Yield each loss with its name."""
    yield from _spelling(article, reference)
    mine, theirs = article.capitals, reference.capitals
    size = max(1, len(article.folds), len(reference.folds))
    yield "capitals-missing", sum(beyond(theirs, mine).values()) / size
    yield "capitals-added", sum(beyond(mine, theirs).values()) / size
    yield "first-letter", float(_first_is_lower(article) and not _first_is_lower(reference))
    fewer = max(0, len(reference.marks) - len(article.marks))
    yield "marks-fewer", fewer / max(1, len(reference.folds))
    yield "marks-added", lacking(article.marks, reference.marks)
    yield "question", float(("?" in article.marks) != ("?" in reference.marks))
    yield "spacing", float(_loose_marks(article) > _loose_marks(reference))
    yield "foreign-script", float(_foreign(article) > _foreign(reference))


def _spelling(article: Text, reference: Text) -> Iterator[tuple[str, float]]:
    """How odd the words look that the reference lacks."""
    known = set(reference.folds)
    new = {w.fold: w for w in article.spoken if w.fold not in known and w.fold.isalpha()}
    odd = {fold: oddness(fold, article.lang) for fold in new}
    excess = {fold: max(0.0, value - _ODD) for fold, value in odd.items()}
    root = math.sqrt(_WORDS * max(1, len(article.folds), len(reference.folds)))
    yield "odd-words", sum(excess.values()) / root
    named = sum(value for fold, value in excess.items() if fold in article.capitals)
    yield "odd-names", named / max(1, len(article.folds))
    unknown = (max(0.0, odd[f] - _UNLISTED) for f, w in new.items() if _is_unknown(w, article.lang))
    yield "unknown-words", sum(unknown) / root


def _is_unknown(word: Word, lang: str) -> bool:
    """Whether *word* is no name and no list has it."""
    return (
        word.text[:1].islower() and len(word.fold) > 1 and not is_listed(word.fold, word.stem, lang)
    )


def _first_is_lower(text: Text) -> bool:
    return bool(text.spoken) and text.spoken[0].text[:1].islower()


def _loose_marks(text: Text) -> int:
    """How many closing marks have a space before them, or none behind, or brackets no space."""
    return sum(
        b.text in _CLOSING if b.span.start > a.span.end else _is_tight(a, b)
        for a, b in pairwise(text.words)
    )


def _is_tight(before: Word, word: Word) -> bool:
    """Whether a space is missing: *said(AP)*, *flow,(2)*, *Rome.The*."""
    opens = word.text == "(" and before.text not in _OPENING
    return opens or (before.text in _SPACED and word.text[:1].isalpha())


def _foreign(text: Text) -> int:
    """How many words of a text in Latin letters are in another script."""
    letters = text.letters
    if letters.isascii() or 2 * sum(c.isascii() for c in letters) < len(letters):
        return 0
    return sum(any(c > "\u02ff" and c.isalpha() for c in fold) for fold in text.folds)
