"""A text as the losses read it: its words, letters and facts, whatever segments they stand in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from transdiff.facts import Facts, Word, WordKind
from transdiff.language.content import content_places
from transdiff.language.gender import gendered_words
from transdiff.language.holes import Hole, holes
from transdiff.language.nearness import Rows, load_vectors, parts_of
from transdiff.language.rows import Row
from transdiff.language.shapes import shape, tense_words
from transdiff.lazy import lazy
from transdiff.score.bags import letter_runs
from transdiff.score.slips import slips

_QUOTES = frozenset("“”„«»‟")


@dataclass(frozen=True)
class Senses:
    """Parts of words by their vectors: ``rows`` (n, d), ``levels`` (n,), what each of them says."""

    folds: tuple[str, ...]
    rows: Rows
    levels: Rows

    @lazy
    def known(self) -> frozenset[str]:
        """The words, each once."""
        return frozenset(self.folds)

    @lazy
    def whole(self) -> Rows:
        """The sum of the vectors, each by the square of what its word says."""
        return np.asarray(np.square(self.levels.astype(np.int64)) @ self.rows)


@dataclass(frozen=True)
class Text:
    """The words and facts of one or several segments as the losses read them."""

    facts: tuple[Facts, ...]
    lang: str

    @classmethod
    def of(cls, facts: Iterable[Facts], lang: str) -> Text:
        """Lay the facts of several segments in a row."""
        return cls(tuple(facts), lang)

    @lazy
    def words(self) -> tuple[Word, ...]:
        """All words with punctuation."""
        if len(self.facts) == 1:
            return self.facts[0].words
        return Row([w for f in self.facts for w in f.words])

    @lazy
    def spoken(self) -> tuple[Word, ...]:
        """The words less punctuation."""
        return tuple([w for w in self.words if w.kind is not WordKind.PUNCT])

    @lazy
    def folds(self) -> tuple[str, ...]:
        """Folded words less punctuation."""
        return tuple([w.fold for w in self.spoken])

    @lazy
    def stems(self) -> tuple[str, ...]:
        """Stems less punctuation."""
        return tuple([w.stem for w in self.spoken])

    @lazy
    def shape(self) -> tuple[str, ...]:
        """The class of every word; empty for a language without classes."""
        return shape(self.words, self.lang)

    @lazy
    def places(self) -> tuple[int, ...]:
        """Indices of the content words among all words."""
        return content_places(self.words, self.lang)

    @lazy
    def content(self) -> tuple[str, ...]:
        """Stems of content words."""
        return tuple([self.words[i].stem for i in self.places])

    @lazy
    def is_spoken(self) -> tuple[bool, ...]:
        """Whether each word is a word and no punctuation."""
        return tuple([w.kind is not WordKind.PUNCT for w in self.words])

    @lazy
    def marks(self) -> tuple[str, ...]:
        """Punctuation, quotation marks all alike."""
        found = (w.text for w in self.words if w.kind is WordKind.PUNCT)
        return tuple('"' if mark in _QUOTES else mark for mark in found)

    @lazy
    def letters(self) -> str:
        """Folded words and marks run together."""
        return "".join([w.fold for w in self.words])

    @lazy
    def spaced(self) -> str:
        """Folded words and marks with a space between them."""
        return " ".join([w.fold for w in self.words])

    @lazy
    def content_bag(self) -> Counter[str]:
        """Stems of content words, counted."""
        return Counter(self.content)

    @lazy
    def trigrams(self) -> Counter[Hashable]:
        """Runs of three characters."""
        return letter_runs(self.letters, 3)

    @lazy
    def capitals(self) -> Counter[str]:
        """The words with a capital that no start of a sentence explains, folded."""
        return Counter([w.fold for w in self.spoken[1:] if w.text[:1].isupper()])

    @lazy
    def classes(self) -> Counter[str]:
        """The classes of the words."""
        return Counter(self.shape)

    @lazy
    def tenses(self) -> Counter[str]:
        """The tenses that its auxiliaries tell."""
        told = tense_words(self.lang)
        return Counter([told[fold] for fold in self.folds if fold in told])

    @lazy
    def neighbours(self) -> Counter[tuple[str, str]]:
        """The classes of neighbours."""
        return Counter(pairwise(self.shape))

    @lazy
    def holes(self) -> list[Hole]:
        """The places where a word is missing."""
        return holes(self.words, self.lang)

    @lazy
    def slips(self) -> int:
        """How many slips of grammar there are."""
        return slips(self.words, self.lang)

    @lazy
    def figures(self) -> tuple[Hashable, ...]:
        """Value and unit of every figure."""
        return tuple((q.value, q.high, q.unit) for f in self.facts for q in f.quantities)

    @lazy
    def names(self) -> tuple[str, ...]:
        """The parts of all names."""
        return tuple(part for f in self.facts for n in f.names for part in n.parts)

    @lazy
    def concepts(self) -> tuple[str, ...]:
        """Places, organisations, offices and terms of the concept table."""
        return tuple(t.concept for f in self.facts for t in f.terms)

    @lazy
    def senses(self) -> Senses | None:
        """The words by their vectors; none for a language without."""
        vectors = load_vectors(self.lang)
        parts = tuple([part for fold in self.folds for part in parts_of(fold)])
        return Senses(parts, *vectors.of(parts)) if vectors else None

    @lazy
    def genders(self) -> tuple[int, int]:
        """How many words say that a woman is meant, how many a man."""
        known = gendered_words(self.lang)
        found = [known[fold][1] for fold in self.folds if fold in known]
        return found.count("f"), found.count("m")
