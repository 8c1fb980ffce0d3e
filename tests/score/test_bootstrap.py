"""Intervals and the paired test: deterministic, ordered, and honest about chance."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

import transdiff
from transdiff.score.bootstrap import contest, interval

SAID = ("The bridge was closed on Monday.", "Nine ships waited.", "Nobody was hurt.")
SLIGHTLY = ("The bridge was shut on Monday.", "Nine ships waited.", "Nobody was injured.")
WRONG = ("The bridge was opened on Friday.", "Ninety ships waited.", "Nine people were hurt.")


def report(article: Sequence[str]) -> transdiff.Report:
    texts = [transdiff.Document.from_sentences(text, "en") for text in (article, SAID)]
    return transdiff.compare(texts[0], {"wire": texts[1]})


def test_the_interval_holds_the_mean_and_is_the_same_each_time() -> None:
    found = interval(report(SLIGHTLY))
    assert found is not None
    assert found.low <= found.mean <= found.high
    assert found.low < found.high
    assert found == interval(report(SLIGHTLY))


def test_a_perfect_article_has_no_spread() -> None:
    found = interval(report(SAID))
    assert found is not None
    assert (found.low, found.mean, found.high) == (100, 100, 100)


def test_a_system_that_is_better_everywhere_is_not_so_by_chance() -> None:
    names = ["a", "b", "c", "d"]
    good, bad = report(SLIGHTLY), report(WRONG)
    found = contest(dict.fromkeys(names, bad), dict.fromkeys(names, good))
    assert found is not None
    assert found.articles == 4
    assert found.gain.mean == pytest.approx(good.fidelity - bad.fidelity)
    assert found.p == 0


def test_equal_systems_and_turned_ones_cannot_be_told_apart() -> None:
    good, bad = report(SLIGHTLY), report(WRONG)
    same = contest({"a": good, "b": bad}, {"a": good, "b": bad})
    turned = contest({"a": good, "b": bad}, {"a": bad, "b": good})
    assert same is not None
    assert turned is not None
    assert (same.gain.mean, same.p) == (0, 1)
    assert turned.p > 0.2


def test_systems_without_a_common_article_have_no_contest() -> None:
    assert contest({"a": report(SAID)}, {"b": report(SAID)}) is None
