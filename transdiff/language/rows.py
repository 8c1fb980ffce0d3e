"""Rows: the words of a sentence, or their pieces, with what is told of them again and again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, Protocol, TypeVar

from transdiff.facts import Word
from transdiff.lazy import lazy

T = TypeVar("T")
HEAD = 3
"""Letters of a word by which it is told that no phrase begins with it."""


class Folded(Protocol):
    """Anything with a folded form: a word, or a part of one."""

    @property
    def fold(self) -> str:
        """The form that is looked up."""
        ...


F_co = TypeVar("F_co", bound=Folded, covariant=True)


class Row(tuple[F_co, ...]):
    """Words in a row, in which many lists of phrases are looked for.

    Most lists have no phrase that any of the words begins: what they are passed over by is
    computed once for all of them.
    """

    @lazy
    def folds(self) -> frozenset[str]:
        """The folded forms."""
        return frozenset([each.fold for each in self])

    @lazy
    def heads(self) -> frozenset[str]:
        """The first letters of each form."""
        return frozenset([fold[:HEAD] for fold in self.folds])

    @lazy
    def standing(self) -> dict[str, list[int]]:
        """Where each folded form stands."""
        found: dict[str, list[int]] = {}
        for at, each in enumerate(self):
            found.setdefault(each.fold, []).append(at)
        return found

    @lazy
    def headed(self) -> dict[str, list[str]]:
        """The folded forms by their first letters."""
        found: dict[str, list[str]] = {}
        for fold in self.folds:
            found.setdefault(fold[:HEAD], []).append(fold)
        return found

    @lazy
    def told(self) -> dict[Any, Any]:
        """What functions that are :func:`kept` have told of these words."""
        return {}


def kept(tell: Callable[[Sequence[Word], str], T]) -> Callable[[Sequence[Word], str], T]:
    """Keep what *tell* says of words and their language with the words, if they are a Row."""

    @wraps(tell)
    def keeping(words: Sequence[Word], lang: str) -> T:
        if not isinstance(words, Row):
            return tell(words, lang)
        told = words.told
        if (tell, lang) not in told:
            told[tell, lang] = tell(words, lang)
        known: T = told[tell, lang]
        return known

    return keeping
