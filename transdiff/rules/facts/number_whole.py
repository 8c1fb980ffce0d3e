"""Rule ``number-whole``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Quantity, Span
from transdiff.language.pairing import Pairing
from transdiff.model import Segment
from transdiff.rule import Mark, rule
from transdiff.rules.facts.counterparts import figures_given
from transdiff.rules.facts.ends import is_part

_LEAST = 2
"""One of five may be told as what the five are."""
_BESIDE = 4
"""Words on either side of a figure among which stands what is done."""


class _Part(NamedTuple):
    """A figure that is a part of another one: *two of its five plants*."""

    part: Quantity
    whole: Quantity

    @property
    def span(self) -> Span:
        """From the part to the whole."""
        return Span(self.part.span.start, self.whole.span.end)


@rule(group="facts", category="number", severity="major")
def number_whole(pair: Comparison) -> Iterator[Mark]:
    """Report a whole of which every aligned reference has only a part.

    *Two of its five plants will close* is not *five plants will close*. Flagged where the article
    has the figure of the whole beside the same deed, and that of the part nowhere.

    Flagged:
        reference: The firm will close two of its five plants in Orla, the union said.
        translation: The firm will close [[five]] plants in Orla, the union said.

        reference: Three of the twelve climbers were rescued on Monday.
        translation: [[Twelve]] climbers were rescued on Monday.

        reference[de]: Am Montag wurden drei der zwölf Bergsteiger gerettet.
        translation[de]: Am Montag wurden [[zwölf]] Bergsteiger gerettet.

    Allowed:
        reference: The firm, which has five plants, will close two of the five plants in Orla.
        translation: The firm has five plants in Orla. Two of them will close.

        reference: One of the five candidates, Ana Ruiz, stood down on Monday.
        translation: Ana Ruiz stood down on Monday; five candidates had stood.

        reference: The firm will close two of its five plants in Orla.
        translation: The firm has five plants in Orla.

        reference: The brewer sold its mill in Orla, and so has left five of its eight markets.
        translation: The brewer, which sold its mill in Orla, is left in three of its eight markets.
    """
    stated = pair.whole.once(figures_given)
    for mine in pair.segment.facts.quantities:
        told = [(w, _part_of(pair.pairings[w.key], w, mine, stated)) for w in pair.witnesses]
        found = [(w, part) for w, part in told if part is not None]
        if found and len(found) == len(told):
            witness, part = found[0]
            yield Mark.against(pair.evidence(mine.span), witness.evidence(part.span))


def _part_of(
    pairing: Pairing, witness: Witness, mine: Quantity, stated: frozenset[float]
) -> _Part | None:
    """The part of *mine* of which the witness tells what the article tells of the whole."""
    for segment in witness.segments:
        for found in _parts(segment, witness.lang):
            parts = {found.part.value, found.whole.value - found.part.value}
            parts |= {each / found.whole.value for each in parts}  # three in twelve
            whole = found.whole.value == mine.value and stated.isdisjoint(parts)
            if whole and _is_done(pairing, mine.span, found.span):
                return found
    return None


def _parts(segment: Segment, lang: str) -> Iterator[_Part]:
    for part, whole in pairwise(segment.facts.quantities):
        plain = not part.unit and part.high is None and whole.high is None
        counts = plain and _LEAST <= part.value < whole.value
        if counts and is_part(part, whole, segment.facts.words, lang):
            yield _Part(part, whole)


def _is_done(pairing: Pairing, mine: Span, theirs: Span) -> bool:
    """Whether the same deed stands beside the figure here and beside the part there."""
    here, there = pairing.mine.inside(mine), pairing.theirs.inside(theirs)
    beside = {
        *pairing.theirs.before(there.start, _BESIDE),
        *pairing.theirs.after(there.stop, _BESIDE),
    }
    deeds = (
        i
        for i in (
            *pairing.mine.before(here.start, _BESIDE),
            *pairing.mine.after(here.stop, _BESIDE),
        )
        if pairing.mine.names_event(i)
    )
    return any(pairing.forward[i] in beside for i in deeds)
