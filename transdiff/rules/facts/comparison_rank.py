"""Rule ``comparison-rank``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from transdiff.company import weighed
from transdiff.comparison import Comparison
from transdiff.facts import Span
from transdiff.language.listed import listed_phrases
from transdiff.language.pairing import Pairing
from transdiff.language.phrases import pieces_of
from transdiff.language.reading import Reading
from transdiff.model import Segment
from transdiff.rule import Mark, rule
from transdiff.rules.facts.changes import shown

_BESIDE = 1
"""Code points between an ordinal and the superlative that it ranks: *second-largest*."""
_BEHIND = 3
"""Content words behind a superlative that say of what it is."""

_COMPANY = 0.2
"""The share of the words about a mark that must stand about its evidence."""


class Ranked(NamedTuple):
    """A superlative, with the ordinal before it, and its rank."""

    rank: int
    span: Span
    word: Span


@rule(group="facts", category="comparison", severity="major")
def comparison_rank(pair: Comparison) -> Iterator[Mark]:
    """Report *the largest* where every aligned reference has *the second-largest*, or the reverse.

    Held against one another are the only superlatives of both sides, of the same thing.

    Flagged:
    reference: It is the second-largest die-off in the bay since 2017.
    translation: It is the [[largest]] die-off in the bay since 2017.

    reference: The offer was the second lowest of the four that were handed in.
    translation: The offer was the [[lowest]] of the four that were handed in.

    reference: Its capital is the largest town on the lake.
    translation: Its capital is the [[third-largest]] town on the lake.

    Allowed:
    reference: It is the second-largest die-off in the bay since 2017.
    translation: Since 2017 only one die-off in the bay was larger.

    reference: The second-largest bank built the tallest tower of the town.
    translation: The tallest tower of the town is the bank's.

    reference: It is the second-largest die-off in the bay since 2017.
    translation: It is the second-biggest die-off in the bay since 2017.
    """
    mine = _ranked(pair.segment, pair.lang)
    theirs = [(w, r) for w in pair.witnesses for s in w.segments for r in _ranked(s, w.lang)]
    if len(mine) != 1 or any(other.rank == mine[0].rank for _, other in theirs):
        return
    for witness, other in theirs:
        alone = sum(w == witness for w, _ in theirs) == 1
        if alone and _of_one_thing(pair.pairings[witness.key], mine[0], other):
            yield weighed(shown(pair, mine[0].span, witness, other.span), pair, _COMPANY)
            return


def _ranked(segment: Segment, lang: str) -> list[Ranked]:
    """Return the superlatives of a sentence with their ranks."""
    superlatives = listed_phrases(lang, "comparison", "superlatives")
    start = segment.span.start
    pieces = pieces_of(segment.facts.words, start, lang)
    found = []
    for _, first, end in superlatives.all(pieces):
        word = Span(start + pieces[first].start, start + pieces[end - 1].end)
        before = [
            q
            for q in segment.facts.quantities
            if q.kind == "ordinal" and 0 <= word.start - q.span.end <= _BESIDE
        ]
        rank = int(before[0].value) if before else 1
        found.append(Ranked(rank, Span(before[0].span.start, word.end) if before else word, word))
    return found


def _of_one_thing(pairing: Pairing, mine: Ranked, theirs: Ranked) -> bool:
    """Whether a word behind one superlative pairs with one behind the other."""
    here, there = _behind(pairing.mine, mine.word), _behind(pairing.theirs, theirs.word)
    return any(pairing.forward[i] in there for i in here)


def _behind(reading: Reading, word: Span) -> tuple[int, ...]:
    return reading.beyond(max(reading.covered([word]), default=0) + 1, _BEHIND)
