"""Caches of words are emptied where they have become large, those of tables are not."""

from __future__ import annotations

from functools import lru_cache

from transdiff.batch.forgetting import Forgetting, remembered


@lru_cache(maxsize=1 << 16)
def word(number: int) -> int:
    return number


@lru_cache(maxsize=16)
def table(number: int) -> int:
    return number


def test_words_are_forgotten_when_they_are_many_and_tables_never() -> None:
    table(1)
    for number in range(2000):
        word(number)
    assert remembered() >= 2000
    note = Forgetting(most=1999)
    for _ in range(499):
        note()
    assert word.cache_info().currsize == 2000
    note()
    assert (word.cache_info().currsize, table.cache_info().currsize) == (0, 1)


def test_few_words_are_kept() -> None:
    word(1)
    note = Forgetting(most=10**9)
    for _ in range(1000):
        note()
    assert word.cache_info().currsize >= 1
