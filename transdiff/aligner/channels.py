"""What sentences of two languages have in common without a dictionary, and with one.

Three channels, kept apart because they deserve different trust: ``letters`` (romanised words, their
pieces and skeletons: names and cognates), ``facts`` (numbers, dates and concepts, which are the
same in every language) and ``words`` (what a bilingual lexicon says a word means).
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import regex

from transdiff.aligner.features import Rows, weighted_rows
from transdiff.aligner.grid import Matrix
from transdiff.aligner.lexicon import Lexicon, tokens_of
from transdiff.facts import Facts
from transdiff.language.dates import find_dates
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
_SHORTEST, _LONGEST = 3, 5
_WORD, _SKELETON = 2.0, 2.0
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
        bones = skeleton(run, lang)
        found.append(f"{romanise(run, lang)}|{bones.translate(_COARSE) if coarse else bones}")
    return found


@lru_cache(maxsize=65536)
def letter_pieces(word: str) -> tuple[tuple[str, float], ...]:
    """Return the features of one word of :func:`letters`."""
    if word.startswith("="):
        return ((word, _WORD),)
    plain, _, bones = word.partition("|")
    padded = f"_{plain}_"
    found = [("=" + plain, _WORD)]
    for size in range(_SHORTEST, _LONGEST + 1):
        found += [(padded[k : k + size], 1.0) for k in range(len(padded) - size + 1)]
    if len(bones) > 1:
        found.append(("~" + bones, _SKELETON))
    return tuple(found)


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


def facts(segment: Segment, lang: str, full: bool) -> list[str]:
    """Return numbers, parts of dates and concepts of *segment* as identifiers.

    *full* takes quantities and dates from its facts; otherwise digits and concepts are read.
    """
    found = {"#" + _NOT_DIGIT.sub("", digits) for digits in _DIGITS.findall(segment.text)}
    if not full:
        pack = load_pack(lang)
        words = tokenize(segment.text, 0, pack.lang)
        terms = find_terms(Passage(segment.text, 0, pack, words))
        return sorted(found | {term.concept for term in terms})
    found |= {f"#{q.value:.12g}" for q in segment.facts.quantities}
    for moment in segment.facts.moments:
        parts = (("m", moment.month), ("w", moment.weekday), ("#", moment.year), ("#", moment.day))
        found |= {f"{part}{value}" for part, value in parts if value is not None}
    found |= {term.concept for term in segment.facts.terms}
    return sorted(found)


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
class Channels:
    """The rows of both sides in every channel, with the lengths of the sentences in letters."""

    mine: tuple[Rows, ...]
    theirs: tuple[Rows, ...]
    mine_length: Matrix
    their_length: Matrix

    @classmethod
    def of(cls, mine: Side, theirs: Side, lexicon: Lexicon | None, full: bool) -> Channels:
        """Read the three channels of both sides; *full* as in :func:`facts`."""
        both = [(s, mine.lang) for s in mine.segments] + [(s, theirs.lang) for s in theirs.segments]
        coarse = "ja" in (mine.lang, theirs.lang)
        rows = (
            weighted_rows([letters(s.text, lang, coarse) for s, lang in both], letter_pieces),
            weighted_rows([facts(s, lang, full) for s, lang in both], _itself),
            _word_rows(both, lexicon),
        )
        n = len(mine)
        lengths = np.array([float(len(s.text)) for s, _ in both])
        return cls(tuple(r[:n] for r in rows), tuple(r[n:] for r in rows), lengths[:n], lengths[n:])

    def joined(self, down: int, right: int) -> Channels:
        """Every run of *down* article and of *right* reference sentences taken as one."""
        return Channels(
            tuple(_runs(rows, down) for rows in self.mine),
            tuple(_runs(rows, right) for rows in self.theirs),
            _runs(self.mine_length[:, None], down)[:, 0].astype(np.float64),
            _runs(self.their_length[:, None], right)[:, 0].astype(np.float64),
        )

    @property
    def shape(self) -> tuple[int, int]:
        """Number of article and of reference sentences."""
        return len(self.mine_length), len(self.their_length)


def _word_rows(both: Sequence[tuple[Segment, str]], lexicon: Lexicon | None) -> Rows:
    if lexicon is None:
        return np.zeros((len(both), 1), np.float32)
    known = [[f"{lang}:{token}" for token in tokens_of(s.text, lang)] for s, lang in both]
    return weighted_rows(known, lexicon.meanings)


def _runs(rows: npt.NDArray[np.floating[Any]], size: int) -> Rows:
    count = max(0, len(rows) - size + 1)
    return np.asarray(sum(rows[k : k + count] for k in range(size)))


def _itself(name: str) -> list[tuple[str, float]]:
    return [(name, 1.0)]
