"""Intervals and the paired test: deterministic, ordered, and honest about chance."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reporters.reports import report
from transdiff.model import Report
from transdiff.significance import fidelity_interval, mean_interval, paired_p

VALUES = st.lists(st.floats(0, 100), min_size=6, max_size=30)


def valued(*values: float | None, outside: float = 0.0) -> Report:
    """A report whose sentences have *values*, and whose page cost *outside* points more."""
    sentence = report().sentences[0]
    compared = [v for v in values if v is not None]
    return replace(
        report(),
        sentences=tuple(replace(sentence, fidelity=v) for v in values),
        fidelity=sum(compared) / len(compared) - outside,
    )


@given(VALUES)
def test_an_interval_lies_among_its_values_and_is_the_same_each_time(values: list[float]) -> None:
    found = mean_interval(values)
    assert found is not None
    assert min(values) - 1e-3 <= found.low <= found.high <= max(values) + 1e-3
    assert found == mean_interval(values)


def test_more_sentences_make_a_closer_interval() -> None:
    few, many = fidelity_interval(valued(*[60, 90] * 3)), fidelity_interval(valued(*[60, 90] * 300))
    assert few is not None and many is not None
    assert few.low < many.low < 75 < many.high < few.high
    assert many.high - many.low == pytest.approx(2 * 1.96 * 15 / 600**0.5, rel=0.1)


def test_only_compared_sentences_count() -> None:
    bounds = fidelity_interval(valued(None, 60, 90, 60, 90, 60, 90, None))
    assert bounds == fidelity_interval(valued(60, 90, 60, 90, 60, 90))


def test_what_the_page_costs_moves_the_interval_and_leaves_its_width() -> None:
    inside = fidelity_interval(valued(*[60, 90] * 3))
    outside = fidelity_interval(valued(*[60, 90] * 3, outside=10))
    assert inside is not None and outside is not None
    assert outside.low == pytest.approx(inside.low - 10)
    assert outside.high == pytest.approx(inside.high - 10)


def test_no_interval_leaves_the_scale() -> None:
    bounds = fidelity_interval(valued(*[0, 0, 0, 0, 0, 100], outside=16))
    assert bounds is not None
    assert bounds.low == 0


def test_five_values_are_too_few() -> None:
    assert fidelity_interval(valued(10, 30, 50, 70, 90)) is None
    assert mean_interval([1.0] * 5) is None


@pytest.mark.parametrize("differences", [[0.0] * 8, [1.0, -1.0] * 4])
def test_no_difference_is_certainly_chance(differences: list[float]) -> None:
    assert paired_p(differences) == 1.0


def test_the_test_agrees_with_all_flips_counted() -> None:
    values = [0.3, -0.1, 0.5, 0.2, -0.4, 0.9, 0.1]
    flips = [
        abs(sum(s * v for s, v in zip(signs, values, strict=True)))
        for signs in product((1, -1), repeat=len(values))
    ]
    exact = sum(flip >= sum(values) - 1e-9 for flip in flips) / len(flips)
    assert paired_p(values) == pytest.approx(exact, abs=0.02)


def test_the_test_has_no_side() -> None:
    values = [0.3, -0.1, 0.5, 0.2, -0.4, 0.9, 0.1]
    assert paired_p(values) == paired_p([-v for v in values])


def test_large_sets_are_cut_into_parts() -> None:
    values = [1.0, -1.0, 0.1] * 400
    assert 0 < paired_p(values) < 0.2
