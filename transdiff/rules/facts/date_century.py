"""Rule ``date-century``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.facts import Span
from transdiff.language.units import time_stems
from transdiff.model import Segment
from transdiff.rule import Mark, rule
from transdiff.rules.facts.changes import shown

_CENTURY = 100


@rule(group="facts", category="date", severity="major")
def date_century(pair: Comparison) -> Iterator[Mark]:
    """Report a century that is counted in one way here and in another there, and is not the same.

    The 17th century is the 1600s. A text that names several centuries is left alone.

    Flagged:
    reference: The 17th-century altar is still missing.
    translation: The altar, which was made in [[the 1700s]], is still missing.

    Allowed:
    reference: The 17th-century altar is still missing.
    translation: The altar, which was made in the 1600s, is still missing.

    reference: The altar was made in the 1680s.
    translation: The 17th-century altar is still missing.
    """
    theirs = [(w, c) for w in pair.witnesses for s in w.around for c in _centuries(s, w.lang)]
    for number, counted, span in _centuries(pair.segment, pair.lang):
        others = [(w, c) for w, c in theirs if c[1] != counted]
        if others and all(c[0] != number for _, c in theirs):
            yield shown(pair, span, others[0][0], others[0][1][2])
            return


def _centuries(segment: Segment, lang: str) -> Iterator[tuple[int, bool, Span]]:
    """Yield the number of each century, whether it is counted, and where it stands."""
    names = time_stems(lang)
    for quantity in segment.facts.quantities:
        if quantity.kind == "ordinal" and names.get(quantity.noun) == "century":
            yield int(quantity.value), True, quantity.span
    for moment in segment.facts.moments:
        if moment.grain == "decade" and moment.year and not moment.relative:
            yield moment.year // _CENTURY + 1, False, moment.span
