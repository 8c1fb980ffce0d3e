"""Rows: the words of a sentence, or their pieces, with what is told of them again and again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from transdiff.facts import Word
from transdiff.lazy import lazy

T = TypeVar("T")
P = ParamSpec("P")
HEAD = 3
"""Letters of a word by which it is told that no phrase begins with it."""


class Folded(Protocol):
    """Anything with a folded form: a word, or a part of one."""

    @property
    def fold(self) -> str:
        """The form that is looked up."""
        ...


F_co = TypeVar("F_co", bound=Folded, covariant=True)


class Forms:
    """The folded forms of a row, and where each of them stands.

    Most lists of phrases have none that any of the words begins: what they are passed over by is
    computed once for all of them.
    """

    def __init__(self, row: Sequence[Folded]) -> None:
        self._row = tuple([each.fold for each in row])

    @lazy
    def folds(self) -> frozenset[str]:
        """The folded forms."""
        return frozenset(self._row)

    @lazy
    def heads(self) -> frozenset[str]:
        """The first letters of each form."""
        return frozenset([fold[:HEAD] for fold in self.folds])

    @lazy
    def standing(self) -> dict[str, list[int]]:
        """Where each folded form stands."""
        found: dict[str, list[int]] = {}
        for at, fold in enumerate(self._row):
            found.setdefault(fold, []).append(at)
        return found

    @lazy
    def headed(self) -> dict[str, list[str]]:
        """The folded forms by their first letters."""
        found: dict[str, list[str]] = {}
        for fold in self.folds:
            found.setdefault(fold[:HEAD], []).append(fold)
        return found


class Row(tuple[F_co, ...]):
    """Words in a row, in which many lists of phrases are looked for."""

    @lazy
    def forms(self) -> Forms:
        """The folded forms, by which lists are passed over."""
        return Forms(self)

    def with_forms_of(self, other: Sequence[Folded]) -> Row[F_co]:
        """Share the forms of *other*, a row of which each word has the same form."""
        if isinstance(other, Row):
            self.__dict__["forms"] = other.forms
        return self

    @lazy
    def told(self) -> dict[Any, Any]:
        """What functions that are :func:`kept` have told of these words."""
        return {}


def kept(
    tell: Callable[Concatenate[Sequence[Word], P], T],
) -> Callable[Concatenate[Sequence[Word], P], T]:
    """Keep what *tell* says of words, and of what else it is given, with the words in a Row.

    It must not say the words themselves: a row that holds itself is left to the garbage collector.
    """

    @wraps(tell)
    def keeping(words: Sequence[Word], /, *args: P.args, **options: P.kwargs) -> T:
        if not isinstance(words, Row) or options:
            return tell(words, *args, **options)
        told = words.told
        key = (tell, *args)
        if key not in told:
            told[key] = tell(words, *args, **options)
        known: T = told[key]
        return known

    return keeping
