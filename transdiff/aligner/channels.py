"""What sentences of two languages have in common, by three kinds of evidence.

Three channels, kept apart because they deserve different trust: ``letters`` (romanised words, their
pieces and skeletons: names and cognates), ``facts`` (numbers, dates and concepts, which are the
same in every language) and ``words`` (what the glossaries or a lexicon say a word means).
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import regex

from transdiff.aligner.encoder import Encoder, vectors
from transdiff.aligner.features import Bags, Spelling, bags
from transdiff.aligner.grid import Grid, Matrix
from transdiff.aligner.lexicon import Lexicon, tokens_of
from transdiff.facts import Facts
from transdiff.language.dates import find_dates
from transdiff.language.glossary import can_meet, meanings
from transdiff.language.pack import load_pack
from transdiff.language.passage import Passage
from transdiff.language.quantities import find_quantities
from transdiff.language.romanise import romanise, skeleton
from transdiff.language.terms import find_terms
from transdiff.language.words import tokenize
from transdiff.model import Document, Segment

_LETTERS = regex.compile(r"\p{Han}+|[\p{Katakana}ー]+|\p{Hiragana}+|[\p{L}\p{M}]+")
_DIGITS = regex.compile(r"\d+(?:[.,\u00a0\u202f]\d+)*")
_NOT_DIGIT = regex.compile(r"\D+")
_HAN = regex.compile(r"\p{Han}")
_BEGUN = 5
_WORD, _SKELETON, _BEGINNING = 2.0, 2.0, 6.0
_COARSE = str.maketrans({"l": "r", "v": "b", "f": "h", "ž": "š", "č": "š"})
"""Japanese spelling merges these consonants."""


def letters(text: str, lang: str, coarse: bool) -> list[str]:
    """Return the romanised words of *text*; *coarse* also merges what Japanese merges.

    Han characters are read as Mandarin, in pairs and threes as Chinese names are, or left out in
    Japanese, where they are not spelled as they sound to anyone else. Hiragana is grammar.
    """
    found = []
    for run in _LETTERS.findall(text):
        first = run[0]
        if "぀" <= first <= "ゟ":
            continue
        if _HAN.match(first):
            if lang != "ja":
                found += [
                    "=" + romanise(run[k : k + size], lang)
                    for size in (2, 3)
                    for k in range(len(run) - size + 1)
                ]
            continue
        found.append(_spelled(run, lang, coarse))
    return found


@lru_cache(maxsize=65536)
def _spelled(word: str, lang: str, coarse: bool) -> str:
    bones = skeleton(word, lang)
    return f"{romanise(word, lang)}|{bones.translate(_COARSE) if coarse else bones}"


def letter_spelling(word: str) -> Spelling:
    """Return what one word of :func:`letters` is made of."""
    if word.startswith("="):
        return "", ((word, _WORD),)
    plain, _, bones = word.partition("|")
    named = [("=" + plain, _WORD)]
    if len(bones) > 1:
        named.append(("~" + bones, _SKELETON))
    return plain, named


def with_identifiers(segment: Segment, document: Document) -> Segment:
    """Find those facts of a bare *segment* that :func:`facts` reads, as annotation would."""
    pack = load_pack(document.lang)
    written = datetime.date.fromisoformat(document.published) if document.published else None
    start = segment.span.start
    words = tokenize(segment.text, start, pack.lang)
    passage = Passage(segment.text, start, pack, words, written)
    moments = find_dates(passage)
    found = Facts(
        words=words,
        quantities=find_quantities(passage, moments),
        moments=moments,
        terms=find_terms(passage),
    )
    return replace(segment, facts=found)


def digits(text: str) -> list[str]:
    """Return the numbers of *text* in digits, separators left out."""
    return sorted({"#" + _NOT_DIGIT.sub("", found) for found in _DIGITS.findall(text)})


def facts(segment: Segment) -> list[str]:
    """Return numbers, parts of dates and concepts of *segment* as identifiers."""
    found = set(digits(segment.text))
    found |= {f"#{q.value:.12g}" for q in segment.facts.quantities}
    for moment in segment.facts.moments:
        parts = (("m", moment.month), ("w", moment.weekday), ("#", moment.year), ("#", moment.day))
        found |= {f"{part}{value}" for part, value in parts if value is not None}
    found |= {term.concept for term in segment.facts.terms}
    return sorted(found)


def light_spelling(word: str) -> Spelling:
    """Return the word, its beginning and its skeleton alone."""
    plain, _, bones = word.partition("|")
    if not bones:
        return "", ((word, _WORD),)
    named = (("=" + plain, _WORD), ("^" + plain[:_BEGUN], _BEGINNING), ("~" + bones, _SKELETON))
    return "", named


@dataclass(frozen=True)
class Side:
    """The compared segments of one story and their language."""

    segments: Sequence[Segment]
    lang: str

    def __len__(self) -> int:
        return len(self.segments)

    def part(self, start: int, end: int) -> Side:
        """Return the segments from *start* to before *end*."""
        return Side(self.segments[start:end], self.lang)


@dataclass(frozen=True)
class Overlap:
    """What runs of sentences have in common: products across, squared lengths of either side."""

    across: Matrix
    mine: Matrix
    theirs: Matrix

    @classmethod
    def of(cls, grid: Grid, down: int, right: int) -> Overlap:
        """Take every run of *down* article and of *right* reference sentences as one."""
        across = _runs(_runs(grid.across, down).T, right).T
        return cls(across, _lengths(grid.mine, down), _lengths(grid.theirs, right))

    @property
    def cosine(self) -> Matrix:
        """The cosine of every pair of runs."""
        lengths = np.sqrt(np.maximum(np.outer(self.mine, self.theirs), 1e-18))
        return np.asarray(self.across / np.maximum(lengths, 1e-9))


@dataclass(frozen=True)
class Channels:
    """The grids of ``letters``, ``facts`` and ``words``, and the lengths in characters.

    ``vectors`` is the grid of an encoder's vectors, where there is one.
    """

    grids: tuple[Grid, Grid, Grid]
    mine_length: Matrix
    their_length: Matrix
    vectors: Grid | None = None

    def joined(self, down: int, right: int) -> Joined:
        """Take every run of *down* article and of *right* reference sentences as one."""
        letters, facts, words = (Overlap.of(grid, down, right) for grid in self.grids)
        mine, theirs = _runs(self.mine_length, down), _runs(self.their_length, right)
        return Joined(letters, facts, words, mine, theirs)

    @property
    def shape(self) -> tuple[int, int]:
        """Number of article and of reference sentences."""
        return self.grids[0].shape


@dataclass(frozen=True)
class Joined:
    """What runs of sentences have in common in every channel, and their lengths."""

    letters: Overlap
    facts: Overlap
    words: Overlap
    mine_length: Matrix
    their_length: Matrix


class Readings:
    """Both sides read in every channel; any window of them is cut out as :class:`Channels`.

    Long documents are read lightly: whole words without their pieces, digits without units.
    """

    def __init__(
        self,
        mine: Side,
        theirs: Side,
        lexicon: Lexicon | None,
        light: bool,
        encoder: Encoder | None = None,
    ) -> None:
        both = [(s, mine.lang) for s in mine.segments] + [(s, theirs.lang) for s in theirs.segments]
        coarse = "ja" in (mine.lang, theirs.lang)
        self.n = len(mine)
        self.letters = bags(
            [letters(s.text, lang, coarse) for s, lang in both],
            light_spelling if light else letter_spelling,
        )
        self.facts = bags([digits(s.text) if light else facts(s) for s, _ in both], _itself)
        self.words = _words(both, lexicon, (mine.lang, theirs.lang))
        self.vectors = vectors(encoder, [s.text for s, _ in both]) if encoder else None
        self.lengths = np.array([float(len(s.text)) for s, _ in both])

    def window(self, mine: tuple[int, int], theirs: tuple[int, int]) -> Channels:
        """Return the channels of a range of article and a range of reference sentences."""
        there = theirs[0] + self.n, theirs[1] + self.n
        grids = []
        for bag in (self.letters, self.facts, self.words):
            rows = bag.rows(mine, there)
            grids.append(Grid.of(rows[: mine[1] - mine[0]], rows[mine[1] - mine[0] :]))
        near, far = slice(*mine), slice(*there)
        coded = self.vectors
        return Channels(
            (grids[0], grids[1], grids[2]),
            self.lengths[near],
            self.lengths[far],
            None if coded is None else Grid.of(coded[near], coded[far]),
        )


def _words(
    segments: Sequence[tuple[Segment, str]], lexicon: Lexicon | None, langs: tuple[str, str]
) -> Bags:
    """Read the words of *segments* through *lexicon*, through the glossaries without one."""
    if lexicon:
        return bags([_tokens(s.text, lang) for s, lang in segments], _meanings(lexicon))
    glossed = can_meet(*langs)
    return bags([_glossed(s, lang) if glossed else () for s, lang in segments], _shared_out)


def _tokens(text: str, lang: str) -> list[str]:
    return [f"{lang}:{token}" for token in tokens_of(text, lang)]


def _glossed(segment: Segment, lang: str) -> list[str]:
    """Return what each word of *segment* that a glossary knows may be in English, in one string."""
    words = segment.facts.words or tokenize(segment.text, lang=lang)
    return ["|".join(sorted(meant)) for meant in meanings(words, lang) if meant]


def _runs(rows: Matrix, size: int) -> Matrix:
    """Sum every *size* successive rows."""
    count = max(0, len(rows) - size + 1)
    return np.asarray(sum(rows[k : k + count] for k in range(size)))


def _lengths(within: Matrix, size: int) -> Matrix:
    """Return the squared lengths of every sum of *size* successive rows."""
    count = max(0, len(within) - size + 1)
    places = np.arange(count)
    return np.asarray(sum(within[places + k, places + q] for k in range(size) for q in range(size)))


def _itself(name: str) -> Spelling:
    return "", ((name, 1.0),)


def _shared_out(token: str) -> Spelling:
    """Return the meanings of a word of :func:`_glossed`: which of them it has is not known."""
    meant = token.split("|")
    return "", [(meaning, len(meant) ** -0.5) for meaning in meant]


def _meanings(lexicon: Lexicon) -> Callable[[str], Spelling]:
    return lambda token: ("", lexicon.meanings(token))
