"""What surrounds a story on a page, as data: ``furniture.toml``, all languages at once.

:mod:`residue` and :mod:`credits` judge one line or paragraph by its words alone; where it stands
in the text is the reader's business. A sentence of a story must never pass for furniture, so a
line has to match as a whole and certain words only count beside an agency.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from importlib import resources
from typing import Any

import regex
import tomli

LONGEST_LINE = 240
_SENTENCE_END = regex.compile(
    r"[.!?…。！？։:][\"”»’)）\]]*\s+|[。！？][”」』）]*|[.!?…]?[”»)）]\s+|\s+[•|]\s+"
)


@lru_cache(maxsize=1)
def furniture() -> Mapping[str, Any]:
    """Return the tables of ``furniture.toml``."""
    file = resources.files("transdiff.language") / "furniture.toml"
    return tomli.loads(file.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def agency_names() -> tuple[str, ...]:
    """Return the agencies as they sign, each also in capitals: ``ИНТЕРФАКС``."""
    names = furniture()["agencies"]
    return tuple(dict.fromkeys((*names, *(name.upper() for name in names))))


def tail(text: str, accepts: Callable[[str], bool]) -> int | None:
    """Return where the first sentence begins from which on all of *text* is accepted, or None."""
    window = max(0, len(text) - LONGEST_LINE)
    for match in _SENTENCE_END.finditer(text, window):
        if 0 < match.end() < len(text) and accepts(text[match.end() :]):
            return match.end()
    return None
