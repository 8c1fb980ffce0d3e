"""Words of a reference that are lost in a sentence that follows it: how sure that is.

A word that the article does not say may have been lost, or be said in other words. What tells the
two apart is where it would stand: between words that the article has side by side, where nothing
new stands for it, and where words of two classes now meet that seldom do. ``lost.toml`` says how
much every such signal counts; ``python -m bench.fit_lost`` writes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

import tomli

from transdiff.facts import Span
from transdiff.language.contrasts import is_adjective
from transdiff.language.holes import holes
from transdiff.language.past import past_grammar
from transdiff.language.reading import Reading
from transdiff.language.shapes import strange_places
from transdiff.language.slots import Layout
from transdiff.language.synonyms import has_synonym
from transdiff.lazy import lazy

SIGNALS = (
    "close",  # share of the content words of both sides that the other side has
    "new_near",  # content words beside the place that only the article has
    "strange",  # how seldom words of the two classes meet that meet here and not in the reference
    "hole",  # whether they cannot be neighbours
    "inner",  # words of the article between the neighbours of the lost word
    "fewer",  # how many words fewer than in the reference these are
    "synonym",  # whether the article has a synonym of the word
    "lost_before",  # further lost words between the neighbours, before the word
    "lost_after",
    "between",  # whether both neighbours stand in the article, in this order
    "run_before",  # words in a row as in the reference, up to the place
    "run_after",
    "content_before",  # whether the neighbour before carries content
    "content_after",
    "name",  # whether the word has a capital that it does not owe to its place
    "quality",  # whether it is an adjective
)
_ROOM = 5
"""Words between two neighbours beyond which they are none."""
_RUN = 3
"""Words in a row beyond which a longer run says no more."""
_BESIDE = 2
"""Words of the reference within which a neighbour on one side alone tells the place."""
_NEAR = 3


class Lost(NamedTuple):
    """The word ``word`` of the reference is missing before the word ``place`` of the article."""

    place: int
    word: int
    signals: tuple[float, ...]

    @property
    def odds(self) -> float:
        """The log odds that it is lost, and not said in other words."""
        weights, bias = _weights()
        return bias + sum(w * s for w, s in zip(weights, self.signals, strict=True))


def lost_words(layout: Layout) -> list[Lost]:
    """Return the words of the reference that may be lost, in its order."""
    return list(_Search(layout).found())


class _Place(NamedTuple):
    """Where a lost word would stand: after the word ``first``, before ``last``, of either side."""

    mine: tuple[int, int]
    theirs: tuple[int, int]
    between: bool


@dataclass(frozen=True, eq=False)
class _Search:
    layout: Layout

    def found(self) -> Iterator[Lost]:
        """Yield the words that the article lacks and has no other word for."""
        for word in self.layout.theirs.content:
            if self.layout.pairing.backward[word] is None:
                place = self._place(word)
                if place is not None and not self._new_between(*place.mine):
                    yield self._lost(word, place)

    @lazy
    def new(self) -> tuple[int, ...]:
        """The content words that only the article has."""
        forward = self.layout.pairing.forward
        return tuple(i for i in self.layout.mine.content if forward[i] is None)

    @lazy
    def partners(self) -> dict[int, int]:
        """For words of the reference, the word of the article that stands for each."""
        pairing, content = self.layout.pairing, self.layout.theirs.is_content
        said = {
            j: i
            for j, i in enumerate(pairing.backward)
            if i is not None and content[j] and pairing.forward[i] == j
        }
        return said | {j: i for i, j in self.layout.partners.items()}

    @lazy
    def strange(self) -> tuple[float, ...]:
        """Before each word and at the end, how seldom such neighbours meet; 0 if they did."""
        mine, theirs = self.layout.mine, self.layout.theirs
        found = strange_places(mine.words, theirs.words, mine.lang)
        return found or (0.0,) * (len(mine.words) + 1)

    @lazy
    def openings(self) -> frozenset[Span]:
        """The first words of the reference's sentences that are no names: all have a capital.

        Where words are written syllable by syllable, one that opens a sentence is half a word.
        """
        theirs = self.layout.theirs
        guess = not past_grammar(theirs.lang).syllables
        first = ((f.words[0].span, f.names) for f in theirs.facts if f.words)
        return frozenset(
            span
            for span, names in first
            if not any((guess or name.sure) and name.span.overlaps(span) for name in names)
        )

    @lazy
    def holes(self) -> frozenset[int]:
        """The places whose neighbours cannot be neighbours."""
        mine = self.layout.mine
        return frozenset(hole.place for hole in holes(mine.words, mine.lang))

    def _place(self, word: int) -> _Place | None:
        """Where *word* would stand, by its neighbours; None where they do not tell."""
        theirs, partners = self.layout.theirs, self.partners
        sizes = len(self.layout.mine.words), len(theirs.words)
        left = next((j for j in range(word - 1, -1, -1) if j in partners), -1)
        right = next((j for j in range(word + 1, sizes[1]) if j in partners), sizes[1])
        first, last = partners.get(left, -1), partners.get(right, sizes[0])
        if 0 < last - first <= _ROOM:
            return _Place((first, last), (left, right), between=True)
        if first >= 0 and word - left <= _BESIDE and not _content(theirs, left, word):
            return _Place((first, min(first + word - left, sizes[0])), (left, right), between=False)
        if last < sizes[0] and right - word <= _BESIDE and not _content(theirs, word, right):
            return _Place((max(-1, last - right + word), last), (left, right), between=False)
        return None

    def _new_between(self, first: int, last: int) -> int:
        return sum(first <= i <= last for i in self.new)

    def _lost(self, word: int, place: _Place) -> Lost:
        layout, (first, last), (left, right) = self.layout, place.mine, place.theirs
        mine, theirs = layout.mine, layout.theirs
        gap = max(range(first + 1, last + 1), key=lambda i: (self.strange[i], i))
        lost = theirs.words[word]
        inner = last - first - 1
        signals = (
            layout.closeness,
            self._new_between(first - _NEAR, last + _NEAR),
            self.strange[gap],
            any(i in self.holes for i in range(first + 1, last + 1)),
            inner,
            right - left - 1 - inner,
            has_synonym(lost, mine.words, mine.lang),
            _content(theirs, left, word),
            _content(theirs, word, right),
            place.between,
            self._run(first, left, -1),
            self._run(last, right, +1),
            first >= 0 and mine.is_content[first],
            last < len(mine.words) and mine.is_content[last],
            lost.text != lost.fold and lost.span not in self.openings,
            is_adjective(lost, theirs.lang),
        )
        return Lost(gap, word, tuple(map(float, signals)))

    def _run(self, i: int, j: int, step: int) -> int:
        """How many words from *i* on go on as the reference goes on from *j*."""
        partners = self.layout.partners
        run = 0
        while run < _RUN and i in partners and partners[i] == j:
            run, i, j = run + 1, i + step, j + step
        ends = (i, j) == ((-1, -1) if step < 0 else self._sizes)
        return _RUN if ends else run

    @lazy
    def _sizes(self) -> tuple[int, int]:
        return len(self.layout.mine.words), len(self.layout.theirs.words)


def _content(reading: Reading, left: int, right: int) -> int:
    """How many content words stand between two words."""
    return sum(reading.is_content[left + 1 : right])


@lru_cache(maxsize=1)
def _weights() -> tuple[tuple[float, ...], float]:
    file = resources.files("transdiff.rules.coverage") / "lost.toml"
    found = tomli.loads(file.read_text(encoding="utf-8"))["lost"]
    return tuple(found[name] for name in SIGNALS), found["bias"]
