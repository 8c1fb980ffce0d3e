"""What a currency costs in another: the one is dearer where the other is cheaper.

*The krona weakened to 11.20 per euro* and *the euro rose to 11.20 krona* say the same.
"""

from __future__ import annotations

from transdiff.facts import Span
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.units import dimension_of, unit_phrases

_PRICED = 3
"""Words behind a figure among which a currency is what it is the price of: *per euro*."""


def priced(reading: Reading, figure: Span) -> int | None:
    """Return the word for the currency of which *figure* is the price: *41.6 per dollar*."""
    money = unit_phrases(load_pack(reading.lang))
    end = reading.inside(figure).stop
    others = [q.span for facts in reading.facts for q in facts.quantities]
    for at in range(end, min(len(reading.words), end + _PRICED)):
        if any(span.overlaps(reading.words[at].span) for span in others):
            return None  # "by 10 cents to 1.90 euros"
        unit = money.match(reading.words, at)
        if unit is not None and dimension_of(unit[0]) == "money":
            return at
    return None


def is_turned_price(pairing: Pairing) -> bool:
    """Whether what is priced on one side is the buyer on the other: *a dollar bought 41.6*."""
    return _names_buyer(pairing) or _names_buyer(pairing.reversed)


def _names_buyer(pairing: Pairing) -> bool:
    """Whether a currency that prices a figure of mine stands before all other figures of theirs."""
    mine, theirs = (
        [q.span for facts in side.facts for q in facts.quantities]
        for side in (pairing.mine, pairing.theirs)
    )
    for figure in mine:
        at = priced(pairing.mine, figure)
        other = None if at is None else pairing.forward[at]
        if other is not None:
            places = [pairing.theirs.inside(span) for span in theirs]
            others = [place.start for place in places if other not in place]
            if others and other < min(others):
                return True
    return False
