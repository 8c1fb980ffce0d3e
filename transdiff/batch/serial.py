"""The map of this very process: no start-up cost, and no protection from a crash."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from transdiff.batch.limits import (
    ItemT,
    Limits,
    ResultT,
    TimeLimit,
    Work,
    attempted,
    prepare,
    time_limit,
    too_slow,
)
from transdiff.model import Failure


class Serial:
    """One record after the other; the limit of memory does not hold here."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits

    def map(
        self, work: Work[ItemT, ResultT], items: Iterable[ItemT]
    ) -> Iterator[ResultT | Failure]:
        """Yield the result of every item in order."""
        ready = False
        for item in items:
            if not ready:
                prepare(work)
                ready = True
            try:
                with time_limit(self._limits.seconds):
                    result = attempted(work, item)
            except TimeLimit:
                result = too_slow(item, self._limits.seconds)
            yield result
