"""Whether one figure is another one after a slip of the pen or the finger."""

from __future__ import annotations

_SEVERAL = 2
"""Digits from which the same ones, with the point elsewhere, are the same figure."""
_LONG = 3
"""Digits of a figure that is known again though one of them is another."""


def slipped(one: float, two: float) -> bool:
    """Whether two figures differ as a slip of the pen would have it: 38 and 83, 1,450 and 1,540."""
    a, b = (f"{value:.10g}".replace(".", "") for value in (one, two))
    return a != b and len(a) == len(b) > 1 and sorted(a) == sorted(b)


def shifted(one: float, two: float) -> bool:
    """Whether two figures of several digits have the same ones: 1,500 and 15,000, 4.2 and 42."""
    a, b = (f"{value:.10g}".replace(".", "").strip("0") for value in (one, two))
    return one != two and a == b and len(a) >= _SEVERAL


def mistyped(one: float, two: float) -> bool:
    """Whether two figures differ as one slip of the finger would have it: 179 and 109."""
    a, b = (f"{value:.10g}" for value in (one, two))
    if slipped(one, two):
        return True
    return len(a) == len(b) >= _LONG and sum(x != y for x, y in zip(a, b, strict=True)) == 1
