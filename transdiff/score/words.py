"""A text as the losses read it: its words, letters and facts, whatever segments they stand in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from transdiff.facts import Facts, Word, WordKind
from transdiff.language.content import is_content
from transdiff.lazy import lazy

_QUOTES = frozenset("“”„«»‟")


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
        return tuple([w for f in self.facts for w in f.words])

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
    def content(self) -> tuple[str, ...]:
        """Stems of content words."""
        return tuple([w.stem for w in self.spoken if is_content(w, self.lang)])

    @lazy
    def marks(self) -> tuple[str, ...]:
        """Punctuation, quotation marks all alike."""
        found = (w.text for w in self.words if w.kind is WordKind.PUNCT)
        return tuple('"' if mark in _QUOTES else mark for mark in found)

    @lazy
    def letters(self) -> str:
        """Folded words and marks run together."""
        return "".join(w.fold for w in self.words)

    @lazy
    def trigrams(self) -> Counter[str]:
        """Runs of three characters."""
        return _grams(self.letters, 3)

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
    def negations(self) -> int:
        """How many markers negate."""
        return sum(m.kind == "negation" for f in self.facts for m in f.markers)


def _grams(text: str, n: int) -> Counter[str]:
    return Counter([text[i : i + n] for i in range(len(text) - n + 1)])
