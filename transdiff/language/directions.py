"""Find how things are compared: rise and fall, more and less, by how much, against what.

The words are those of ``[comparison]`` in the pack. Markers of kind ``direction`` have the value
``up`` or ``down``, ``comparison`` has ``more`` or ``less``, ``degree`` has ``much`` or ``slight``,
``baseline`` names the period that a change is measured against (``year``, ``month`` …).
"""

from __future__ import annotations

from functools import lru_cache

from transdiff.facts import Marker
from transdiff.language.number_words import number_words
from transdiff.language.numerals import read_numeral
from transdiff.language.pack import Pack
from transdiff.language.passage import Passage
from transdiff.language.phrases import Phrases

_KINDS = {
    "directions": "direction",
    "figured": "figured",
    "comparatives": "comparison",
    "degrees": "degree",
    "baselines": "baseline",
}


@lru_cache(maxsize=32)
def _phrases(pack: Pack) -> Phrases[tuple[str, str]]:
    data = pack.section("comparison")
    entries = [
        (phrase, (kind, value))
        for table, kind in _KINDS.items()
        for value, phrases in data.get(table, {}).items()
        for phrase in phrases
    ]
    return Phrases(entries, pack.lang)


def find_directions(passage: Passage) -> tuple[Marker, ...]:
    """Return the markers of direction, comparison, degree and baseline, in order of position."""
    pieces = passage.pieces
    found = []
    numbers = number_words(passage.pack)
    for (kind, value), first, end in _phrases(passage.pack).all(pieces):
        span = passage.span(pieces[first].start, pieces[end - 1].end)
        if kind == "figured":  # ``up`` alone says nothing, ``up 12 percent`` does
            if end >= len(pieces) or read_numeral(numbers, pieces, end) is None:
                continue
            kind = "direction"
        after = pieces[end].stem if end < len(pieces) else ""
        found.append(Marker(span, kind, value, event=after))
    moves = [m for m in found if m.kind == "direction" and not is_measure(m, passage)]
    return tuple(m for m in found if not (moves and is_measure(m, passage)))


def is_measure(marker: Marker, passage: Passage) -> bool:
    """Whether a direction only names what is measured: *growth* in *cut its growth forecast*."""
    start = passage.start
    word = passage.text[marker.span.start - start : marker.span.end - start].casefold()
    return marker.kind == "direction" and word in passage.pack.words("comparison", "measures")
