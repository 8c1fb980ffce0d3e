"""Support: which stated figure lets an article say what it says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transdiff.facts import Quantity
from transdiff.language.amounts import states
from transdiff.language.derived import derivable
from transdiff.language.pack import load_pack
from transdiff.language.passage import Passage
from transdiff.language.quantities import find_quantities
from transdiff.language.words import tokenize


def figure(text: str) -> Quantity:
    return figures(text)[0]


def figures(text: str) -> tuple[Quantity, ...]:
    return find_quantities(Passage(text, 0, load_pack("en"), tokenize(text, 0, "en")))


@pytest.mark.parametrize(
    ("stated", "claim"),
    [
        ("92 km", "57 miles"),
        ("12 nautical miles", "about 22 km"),
        ("30 months", "two and a half years"),
        ("2.2 million people", "more than two million people"),
        ("2,204,000 people", "2.2 million people"),
        ("6.3 percent", "more than 6 percent"),
        ("a fifth", "20 percent"),
        ("50 basis points", "half a percentage point"),
        ("doubled", "100 percent"),
        ("61 million euros", "61 million"),
        ("243 seconds", "just over four minutes"),
        ("about 1,020 boats", "some 1,000 boats"),
        ("hundreds of boats", "300 boats"),
    ],
)
def test_supported(stated: str, claim: str) -> None:
    assert states(figure(stated), figure(claim))


@pytest.mark.parametrize(
    ("stated", "claim"),
    [
        ("17 people", "71 people"),
        ("2,300 people", "more than 2,500 people"),
        ("140,000 cases", "more than 135,000 cases"),
        ("30 nautical miles", "30 km"),
        ("0.3 percentage points", "0.3 percent"),
        ("40 million euros", "40 million dollars"),
        ("three or four boats", "34 boats"),
        ("30 to 60 cases", "30 to 70 cases"),
        ("the third month", "the second month"),
        ("three boats", "the third boat"),
        ("five to 36 months", "five to 36 years"),
        ("four important tests", "four weeks"),
        ("hundreds of boats", "thousands of boats"),
    ],
)
def test_not_supported(stated: str, claim: str) -> None:
    assert not states(figure(stated), figure(claim))


@pytest.mark.parametrize(
    ("stated", "claim"),
    [
        ("320 of 410 buoys", "90 buoys"),
        ("19 percent, down from 21 percent", "two percentage points"),
        ("15 raids, down to 9 raids", "40 percent"),
        ("1,200 of 4,800 jobs", "a quarter of the jobs"),
        ("from 140 to 118 kilometres", "22 kilometres"),
    ],
)
def test_derived(stated: str, claim: str) -> None:
    assert derivable(figure(claim), figures(stated))


def test_small_counts_are_not_derived() -> None:
    assert not derivable(figure("14 states"), figures("12 states and 2 others"))


@given(st.integers(1, 10**7))
def test_a_figure_supports_itself(number: int) -> None:
    one = figure(f"about {number:,} boats")
    assert states(one, one)
