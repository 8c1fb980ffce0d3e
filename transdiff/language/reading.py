"""Readings: the words of linked segments with what each word means, ready to be paired.

A :class:`Reading` lays the words of one or several segments in a row and gives each content word
its keys: stem, event, figure, name, concept. :func:`pair_words` says which word of one reading is
said by which word of the other; keys are the same in every language, so that it also works across
languages, with fewer words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from transdiff.facts import Facts, Marker, Span, Word
from transdiff.language.content import is_content
from transdiff.language.events import irregular_forms
from transdiff.language.markers import clause_numbers
from transdiff.language.phrases import Piece

_LONG = 6
_ROOT = 5
"""Words of _LONG letters or more that share their first _ROOT letters are probably related."""


@dataclass(frozen=True)
class Cue:
    """A marker with the words ``[first, end)`` of a reading that it stands on."""

    marker: Marker
    first: int
    end: int


@dataclass(frozen=True)
class Reading:
    """The words of some segments in a row; all indices count these words."""

    lang: str
    words: tuple[Word, ...]
    facts: tuple[Facts, ...]

    @cached_property
    def clauses(self) -> tuple[int, ...]:
        """The number of the clause of each word."""
        found: list[int] = []
        for facts in self.facts:
            offset = found[-1] + 1 if found else 0
            found += [offset + n for n in clause_numbers(facts.words, self.lang)]
        return tuple(found)

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The words as phrases are looked up in them, one for each word."""
        return tuple(Piece(w.fold, w.stem, w.span.start, w.span.end, w.kind) for w in self.words)

    @cached_property
    def content(self) -> tuple[int, ...]:
        """The indices of the content words."""
        return tuple(i for i, w in enumerate(self.words) if is_content(w, self.lang))

    @cached_property
    def keys(self) -> tuple[tuple[str, ...], ...]:
        """For each word what it may be recognised by, the surest first; none for grammar."""
        keys: list[list[str]] = [[] for _ in self.words]
        for span, key in _fact_keys(self.facts):
            for i in self.inside(span):
                keys[i].append(key)
        for i in self.content:
            keys[i] += _word_keys(self.words[i].fold, self.words[i].stem, self.lang)
        return tuple(tuple(k) for k in keys)

    @cached_property
    def cues(self) -> dict[str, tuple[Cue, ...]]:
        """The markers by kind, in order of position."""
        found: dict[str, list[Cue]] = {}
        for facts in self.facts:
            for marker in facts.markers:
                inside = self.inside(marker.span)
                found.setdefault(marker.kind, []).append(Cue(marker, inside.start, inside.stop))
        return {kind: tuple(cues) for kind, cues in found.items()}

    def of_kind(self, kind: str, *values: str) -> tuple[Cue, ...]:
        """Return the cues of *kind*, of certain values where given."""
        cues = self.cues.get(kind, ())
        return tuple(c for c in cues if c.marker.value in values) if values else cues

    def inside(self, span: Span) -> range:
        """Return the indices of the words that overlap *span*."""
        first = bisect_left(self.words, span.start + 1, key=lambda w: w.span.end)
        end = bisect_left(self.words, span.end, key=lambda w: w.span.start)
        return range(first, max(first, end))

    def span(self, first: int, end: int) -> Span:
        """Return the span of the words ``[first, end)``."""
        return Span(self.words[first].span.start, self.words[end - 1].span.end)

    def after(self, index: int, limit: int) -> tuple[int, ...]:
        """Return at most *limit* content words from *index* on, within its clause."""
        found: list[int] = []
        if index >= len(self.words):
            return ()
        clause = self.clauses[index - 1] if index else self.clauses[0]
        for i in range(index, len(self.words)):
            if self.clauses[i] != clause or len(found) == limit:
                break
            if self.is_content[i]:
                found.append(i)
        return tuple(found)

    def beyond(self, index: int, limit: int) -> tuple[int, ...]:
        """Return at most *limit* content words from *index* on, whatever the clause."""
        return tuple(i for i in self.content if i >= index)[:limit]

    def up_to(self, index: int, limit: int) -> tuple[int, ...]:
        """Return at most *limit* content words before *index*, whatever the clause."""
        return tuple(i for i in self.content if i < index)[-limit:]

    def before(self, index: int, limit: int) -> tuple[int, ...]:
        """Return at most *limit* content words before *index*, nearest first, in its clause."""
        found: list[int] = []
        for i in range(index - 1, -1, -1):
            if self.clauses[i] != self.clauses[index] or len(found) == limit:
                break
            if self.is_content[i]:
                found.append(i)
        return tuple(found)

    @cached_property
    def is_content(self) -> tuple[bool, ...]:
        """Whether each word carries content."""
        return tuple(bool(k) for k in self.keys)


def read(facts: Sequence[Facts], lang: str) -> Reading:
    """Lay the segments with these *facts* in a row."""
    return Reading(lang, tuple(w for f in facts for w in f.words), tuple(facts))


def _fact_keys(facts: Sequence[Facts]) -> Iterator[tuple[Span, str]]:
    for fact in facts:
        yield from ((q.span, f"#{q.value:g}") for q in fact.quantities)
        yield from ((m.span, f"@{m.month}-{m.day}") for m in fact.moments if m.day)
        for name in fact.names:
            yield name.span, f"!{name.concept or name.skeleton}"
        yield from ((t.span, f"!{t.concept}") for t in fact.terms)
        yield from ((m.span, f"={m.value}") for m in fact.markers if m.kind == "event")


@lru_cache(maxsize=65536)
def _word_keys(fold: str, stem: str, lang: str) -> tuple[str, ...]:
    base = irregular_forms(lang).get(fold, stem)
    root = (f"~{fold[:_ROOT]}",) if len(fold) >= _LONG else ()
    return (base, *root)


@dataclass(frozen=True)
class Pairing:
    """Which word of ``theirs`` says what a word of ``mine`` says, and the other way round."""

    mine: Reading
    theirs: Reading
    forward: tuple[int | None, ...]
    backward: tuple[int | None, ...]

    @property
    def reversed(self) -> Pairing:
        """The same pairing seen from the other side."""
        return Pairing(self.theirs, self.mine, self.backward, self.forward)


def pair_words(mine: Reading, theirs: Reading) -> Pairing:
    """Pair the content words of two readings by their keys, neighbours and position."""
    return Pairing(mine, theirs, _paired(mine, theirs), _paired(theirs, mine))


def _paired(left: Reading, right: Reading) -> tuple[int | None, ...]:
    index: dict[str, list[int]] = {}
    for j in right.content:
        for key in right.keys[j]:
            index.setdefault(key, []).append(j)
    candidates: list[list[int]] = []
    for i in range(len(left.words)):
        found: list[int] = []
        for key in left.keys[i]:
            if found and key[0] == "~":
                break
            found += [j for j in index.get(key, ()) if j not in found]
        candidates.append(found)
    ratio = len(right.words) / max(1, len(left.words))
    near = [set(c) for c in candidates]
    return tuple(
        _best(i, options, near, ratio) if options else None for i, options in enumerate(candidates)
    )


def _best(i: int, options: list[int], near: list[set[int]], ratio: float) -> int:
    """Choose the option whose neighbours pair with the neighbours of word *i*, then the nearest."""
    if len(options) == 1:
        return options[0]
    around = [near[k] for k in range(max(0, i - 3), min(len(near), i + 4)) if k != i]

    def worth(j: int) -> tuple[int, float]:
        company = sum(any(abs(j - k) <= 3 for k in other if k != j) for other in around)
        return company, -abs(j - i * ratio)

    return max(options, key=worth)
