"""Look up the phrases of a language pack in a sentence.

A phrase is written in a pack as a reader would write it (``no fewer than``, ``кв. м``, ``至少``);
``*`` at the end of a word stands for up to five more letters, which spares inflected languages
their paradigms (``миллион*``). A phrase is found behind what is written together with its first
word (:mod:`transdiff.language.clitics`), a Japanese one of hiragana at the end of what is before
it in the same run of letters (``まるかもしれない``). Words joined by a hyphen are looked up in
parts, so that ``twenty-seven`` and ``twenty seven`` are the same two pieces.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

import msgspec
import regex

from transdiff.facts import Word, WordKind
from transdiff.language.clitics import less_clitic
from transdiff.language.rows import HEAD, Folded, Row, kept
from transdiff.language.words import fold_word, stem_word, tokenize

T = TypeVar("T")
_ENDING = 5
"""Letters that ``*`` may stand for."""
_HIRAGANA = regex.compile(r"\p{Hiragana}{3,30}")
_PARTS = regex.compile(r"[^-]+")
_LABEL = regex.compile(r"\p{L}+-?\d|\d+\p{L}")


class Piece(msgspec.Struct, frozen=True, gc=False):
    """A word or a part of a hyphenated one; offsets count from the start of the sentence."""

    fold: str
    stem: str
    start: int
    end: int
    kind: WordKind


@kept
def pieces_of(words: Sequence[Word], start: int, lang: str) -> Row[Piece]:
    """Cut hyphenated words into parts, less *start*; ``F-16`` and ``COVID-19`` stay whole."""
    found: list[Piece] = []
    cut = False
    for word in words:
        at = word.span.start - start
        if "-" not in word.fold or word.kind is not WordKind.WORD or _LABEL.match(word.fold):
            found.append(Piece(word.fold, word.stem, at, word.span.end - start, word.kind))
        else:
            found += _parts(word, at, lang)
            cut = True
    pieces = Row(found)
    return pieces if cut else pieces.with_forms_of(words)


def _parts(word: Word, at: int, lang: str) -> Iterator[Piece]:
    """Yield the parts of a hyphenated word that stands at *at*."""
    fold = word.fold if len(word.fold) == len(word.text) else word.text.casefold()
    for part in _PARTS.finditer(fold):
        text = part[0]
        yield Piece(text, stem_word(text, lang), at + part.start(), at + part.end(), word.kind)


def _elided(entries: Iterable[tuple[str, T]], lang: str) -> Iterator[tuple[str, T]]:
    """Yield *entries*, and those whose last word French cuts: *pourvu que*, *pourvu qu'*."""
    for phrase, value in entries:
        yield phrase, value
        if lang == "fr" and phrase.endswith((" que", " de")):
            yield f"{phrase[:-1]}'", value


class _Node(Generic[T]):
    __slots__ = ("exact", "prefixes", "values")

    def __init__(self) -> None:
        self.exact: dict[str, _Node[T]] = {}
        self.prefixes: dict[str, _Node[T]] = {}
        self.values: list[T] = []

    def after(self, fold: str) -> Sequence[_Node[T]]:
        """Return the nodes to which the word *fold* leads."""
        exact = self.exact.get(fold)
        found = [] if exact is None else [exact]
        if self.prefixes:
            for k in range(len(fold), max(0, len(fold) - _ENDING - 1), -1):
                child = self.prefixes.get(fold[:k])
                if child is not None:
                    found.append(child)
        return found


class Phrases(Generic[T]):
    """A set of phrases, each with a value; the longest one that fits wins."""

    def __init__(self, entries: Iterable[tuple[str, T]], lang: str) -> None:
        self._root: _Node[T] = _Node()
        self._clitics = less_clitic(lang)
        self._runs = lang == "ja"
        self._begun = lru_cache(maxsize=16384)(self._begin)
        for phrase, value in _elided(entries, lang):
            node = self._root
            for part in phrase.split():
                if part[-1] in "'’" and len(part) > 1:  # an elision before any word: ``d'``
                    node = node.exact.setdefault(fold_word(part), _Node())
                    continue
                stems = part.endswith("*")
                pieces = pieces_of(tokenize(part.removesuffix("*"), 0, lang), 0, lang)
                for n, piece in enumerate(pieces):
                    open_end = stems and n == len(pieces) - 1
                    branch = node.prefixes if open_end else node.exact
                    node = branch.setdefault(piece.fold, _Node())
            node.values = [value]
        openings = self._root.prefixes
        self._first = frozenset(self._root.exact)
        self._heads = frozenset(stem[:HEAD] for stem in openings)
        self._hidden = bool(
            self._clitics or self._runs or any(len(stem) < HEAD for stem in openings)
        )

    @classmethod
    def inverted(cls, table: Mapping[str, Iterable[str]], lang: str) -> Phrases[str]:
        """Build from ``value = [phrase, …]``, the way packs are written."""
        entries = ((phrase, value) for value, phrases in table.items() for phrase in phrases)
        return Phrases(entries, lang)

    def match(self, pieces: Sequence[Folded], at: int) -> tuple[T, int] | None:
        """Return the value of the longest phrase that begins at piece *at*, and where it ends."""
        size = len(pieces)
        if at >= size:
            return None
        front: Sequence[_Node[T]] = self._begun(pieces[at].fold)
        best: tuple[T, int] | None = None
        while front:
            at += 1
            for node in front:
                if node.values:
                    best = (node.values[0], at)
                    break
            if at == size:
                break
            if len(front) == 1 and not (front[0].exact or front[0].prefixes):
                break  # most phrases have one word
            fold = pieces[at].fold
            if len(front) == 1:
                front = front[0].after(fold)
            else:
                front = [child for node in front for child in node.after(fold)]
        return best

    def before(self, pieces: Sequence[Folded], at: int, reach: int) -> tuple[T, int] | None:
        """Return the longest phrase that ends right before piece *at*, and where it begins.

        It begins at most *reach* pieces before.
        """
        for first in range(max(0, at - reach), at):
            found = self.match(pieces[first:at], 0)  # of what is there no longer one: "après le"
            if found is not None and found[1] == at - first:
                return found[0], first
        return None

    def continues(self, fold: str) -> bool:
        """Whether a phrase of several words begins with the word *fold*."""
        return any(node.exact or node.prefixes for node in self._begun(fold))

    def all(self, pieces: Sequence[Folded]) -> Iterator[tuple[T, int, int]]:
        """Yield (value, first, end) of every phrase, from left to right, none overlapping."""
        places = self._places(pieces)
        return self._among(pieces, places) if places else iter(())

    def _among(
        self, pieces: Sequence[Folded], places: Iterable[int]
    ) -> Iterator[tuple[T, int, int]]:
        reached = 0
        for at in places:
            if at >= reached:
                found = self.match(pieces, at)
                if found is not None:
                    reached = found[1]
                    yield found[0], at, reached

    def _places(self, pieces: Sequence[Folded]) -> list[int]:
        """Return where a phrase may begin; most of a text is passed over here."""
        begun = self._begun
        if self._hidden or not isinstance(pieces, Row):
            return [at for at, piece in enumerate(pieces) if begun(piece.fold)]
        forms = pieces.forms
        opening = self._first & forms.folds
        for head in self._heads & forms.heads:
            opening |= {fold for fold in forms.headed[head] if begun(fold)}
        if not opening:
            return []  # most lists have no phrase that any of the words begins
        standing = forms.standing
        return sorted([at for fold in opening for at in standing[fold]])

    def may_stand_in(self, pieces: Sequence[Folded]) -> bool:
        """Whether a phrase may begin with any of *pieces*."""
        return bool(self._places(pieces))

    def opens(self, fold: str) -> bool:
        """Whether a phrase may begin with the word *fold*."""
        return bool(self._begun(fold))

    def _begin(self, fold: str) -> tuple[_Node[T], ...]:
        """Return the nodes after the word *fold*; asked for every word of a text, so kept."""
        found = tuple(self._root.after(fold))
        rest = self._clitics(fold) if self._clitics and not found else ""
        if rest:
            return self._begin(rest)
        if self._runs and _HIRAGANA.fullmatch(fold):
            ends = (fold[k:] for k in range(1, len(fold) - 1))
            return (*found, *(node for end in ends for node in self._root.after(end)))
        return found
