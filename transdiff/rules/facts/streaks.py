"""Streaks: how many times in a row something has happened, wherever a reference tells of it.

*The third cut in a row* and *three straight cuts* are one figure; which one it is hangs on no word
beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transdiff.comparison import Comparison
from transdiff.language.content import content_stems, place_of
from transdiff.language.listed import listed_phrases
from transdiff.model import Segment
from transdiff.rules.facts.counterparts import Figure

_KINDS = frozenset({"ordinal", "cardinal", "measure"})
_AFTER = 4
"""Words behind a figure among which something says that it counts a streak."""
_BEFORE = 2
_MOST = 100


def is_streak(figure: Figure) -> bool:
    """Whether a figure says how many times in a row: *third straight week*."""
    quantity = figure.quantity
    if quantity.kind not in _KINDS or not 1 < quantity.value < _MOST:
        return False
    words, running = figure.segment.facts.words, listed_phrases(figure.lang, "numbers", "running")
    first, after = place_of(words, quantity.span)
    places = (*range(max(0, first - _BEFORE), first), *range(after, after + _AFTER))
    return any(running.match(words, at) for at in places)


def same_streak(figure: Figure, others: Sequence[Figure]) -> bool:
    """Whether a reference tells of a streak as long, be it as an ordinal or as a count."""
    same = [f for f in others if f.quantity.value == figure.quantity.value]
    return bool(same) and is_streak(figure) and any(map(is_streak, same))


def other_streak(pair: Comparison, figure: Figure) -> Figure | None:
    """Return the one streak that the linked references tell of, if it is another one.

    It need not stand in a linked sentence: *it was the third cut in a row* may come much later. The
    sentence or the one before has a word of the article's then.
    """
    if not is_streak(figure):
        return None
    found = list(_streaks(pair))
    lengths = {f.quantity.value for f in found}
    return found[0] if len(lengths) == 1 and figure.quantity.value not in lengths else None


def _streaks(pair: Comparison) -> Iterator[Figure]:
    own = content_stems(pair.segment.facts.words, pair.lang)
    for witness in pair.witnesses:
        segments = witness.story.segments
        for n, segment in enumerate(segments):
            for quantity in segment.facts.quantities:
                other = Figure(quantity, segment, witness.lang, witness)
                if is_streak(other) and (
                    n in witness.indices
                    or not own.isdisjoint(_stems(segments[max(0, n - 1) : n + 1], witness.lang))
                ):
                    yield other


def _stems(segments: Sequence[Segment], lang: str) -> frozenset[str]:
    return frozenset().union(*(content_stems(s.facts.words, lang) for s in segments))
