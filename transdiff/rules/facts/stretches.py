"""Stretches of time that a text tells: *nine minutes later*."""

from __future__ import annotations

from collections.abc import Sequence

from transdiff.language.units import in_base
from transdiff.model import Segment

_MINUTE, _UNITS = "minute", frozenset({"minute", "hour"})


def lasts(segments: Sequence[Segment], minutes: tuple[int, ...]) -> bool:
    """Whether any of *segments* tells a stretch of time of so many *minutes*."""
    stretches = {
        in_base(q.value, q.unit) / in_base(1.0, _MINUTE)
        for s in segments
        for q in s.facts.quantities
        if q.unit in _UNITS and q.high is None and q.value
    }
    return not stretches.isdisjoint(minutes)
