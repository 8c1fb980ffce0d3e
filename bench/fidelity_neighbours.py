"""Which classes of words follow each other in human translations: ``neighbours.toml``."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from bench.fidelity_tables import rows
from transdiff.language.shapes import END, START, shape
from transdiff.language.words import tokenize

LANG = "en"
SOURCES = ("refref", "mqm_wmt21_zhen", "mqm_wmt23_zhen", "mqm_ted21_zhen", "demetr")
HEAD = """\
# How much less often than by chance a class of words (shapes.toml) follows another in human
# translations: 0 is as often or more, each point half a unit of log odds. A row is the first class,
# its digits the second in the order of "classes". Written by python -m bench.fit_fidelity from the
# reference sides of the development halves; do not edit.
"""


def neighbours() -> str:
    """Return ``neighbours.toml``."""
    singles, pairs = Counter[str](), Counter[tuple[str, str]]()
    for text in human():
        classes = shape(tokenize(text, 0, LANG), LANG)
        singles.update(classes)
        pairs.update(pairwise(classes))
    names = sorted(singles)
    lines = [HEAD, f"[{LANG}]", f"classes = '{' '.join(names)}'", "", f"[{LANG}.rows]"]
    for first in (name for name in names if name != END):
        digits = (points(first, second, singles, pairs) for second in names)
        lines.append(f"'{first}' = '{''.join(map(str, digits))}'")
    return "\n".join(lines) + "\n"


def human() -> Iterator[str]:
    """Yield the human translations, each once."""
    seen = set()
    for name in SOURCES:
        for row in rows(name):
            for side in ("reference", "mt") if name == "refref" else ("reference",):
                if row[side] not in seen:
                    seen.add(row[side])
                    yield row[side]


def points(first: str, second: str, singles: Counter[str], pairs: Counter[tuple[str, str]]) -> int:
    """How much rarer the pair is than chance would have it, from 0 to 9."""
    if second == START:
        return 0
    expected = singles[first] * singles[second] / singles.total()
    return min(9, max(0, round(2 * math.log((expected + 1) / (pairs[first, second] + 1)))))
