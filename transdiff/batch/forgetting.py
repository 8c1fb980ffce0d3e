"""What a process forgets that compares records for days.

Words are read once and remembered, which makes a comparison fast. Each of these caches is bounded,
yet there are fifty of them, and a year of news has a million names: together they would outgrow
everything else. So now and then all start anew, which costs as much as reading the common words
again.
"""

from __future__ import annotations

import gc
from functools import _lru_cache_wrapper
from typing import Any

from transdiff.collector import settle

MOST_ENTRIES = 400_000
"""What all caches of words may hold together, some 60 MB."""

_EVERY = 500  # comparisons; counting costs some 30 ms
_OF_WORDS = 1024  # entries: a smaller cache is for tables, and dear to fill


class Forgetting:
    """Counts comparisons, and empties the caches of words where they have become large."""

    def __init__(self, most: int = MOST_ENTRIES) -> None:
        self._most = most
        self._done = 0

    def __call__(self) -> None:
        """Note one more comparison."""
        self._done += 1
        if self._done % _EVERY == 0 and remembered() > self._most:
            forget()


def remembered() -> int:
    """Return how many entries the caches of words have."""
    return sum(cache.cache_info().currsize for cache in _caches())


def forget() -> None:
    """Empty the caches of words, those of libraries among them."""
    for cache in _caches():
        cache.cache_clear()


def _caches() -> list[_lru_cache_wrapper[Any]]:
    settled = gc.get_freeze_count() > 0
    gc.unfreeze()  # else the collector would not show what it passes over
    found = [each for each in gc.get_objects() if type(each) is _lru_cache_wrapper]
    if settled:
        settle()
    return [cache for cache in found if (cache.cache_info().maxsize or 0) >= _OF_WORDS]
