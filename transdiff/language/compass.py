"""Find the points of the compass: *north*, *western*, *на юге*, *miền bắc*, *南部*.

The words are those of ``[compass]`` in the pack. A word inside a name (*North Korea*, *the
West*) is the name's.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from transdiff.facts import Marker, Name
from transdiff.language.pack import Pack
from transdiff.language.passage import Passage
from transdiff.language.phrases import Phrases

OPPOSITE = {"north": "south", "south": "north", "east": "west", "west": "east"}


def find_compass(passage: Passage, names: Sequence[Name]) -> tuple[Marker, ...]:
    """Return the points of the compass in *passage*, in order of position."""
    found = []
    pieces = passage.pieces
    for value, first, end in _phrases(passage.pack).all(pieces):
        start = pieces[first].start
        if start and passage.text[start].isupper() and passage.lang != "de":
            continue  # the West, Northern Rhodesia
        span = passage.span(start, pieces[end - 1].end)
        if not any(n.span.overlaps(span) and n.sure for n in names):
            found.append(Marker(span, "compass", value))
    return tuple(found)


@lru_cache(maxsize=32)
def _phrases(pack: Pack) -> Phrases[str]:
    return Phrases.inverted(pack.section("compass"), pack.lang)
