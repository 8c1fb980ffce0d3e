"""A row of the benchmark table: what was measured, the figure, the target, and what peers reach."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Row(NamedTuple):
    """One line of the table; texts, so that each benchmark rounds as its data deserve."""

    what: str
    figure: str
    target: str = ""
    peers: str = ""


def markdown(rows: Iterable[Row]) -> str:
    """Return *rows* as a Markdown table with aligned columns."""
    table = [Row("what", "transdiff", "target", "peers"), *rows]
    widths = [max(len(row[i]) for row in table) for i in range(4)]
    lines = [
        "| " + " | ".join(c.ljust(w) for c, w in zip(r, widths, strict=True)) + " |" for r in table
    ]
    rule = "|" + "|".join("-" * (w + 2) for w in widths) + "|"
    return "\n".join([lines[0], rule, *lines[1:]]) + "\n"
