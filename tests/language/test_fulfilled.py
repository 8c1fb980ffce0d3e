"""Conditions that one text tells as facts."""

from __future__ import annotations

import pytest

from tests.language.paired import pairing
from transdiff.language.fulfilled import fulfilled


def _told(mine: str, theirs: str) -> list[str]:
    both = pairing(mine, theirs)
    return [both.mine.span(*claim.stated).of(mine) for claim in fulfilled(both)]


@pytest.mark.parametrize("opener", ["as", "since", "because", "now that"])
def test_a_cause_is_no_condition(opener: str) -> None:
    told = _told(
        f"The weir could break {opener} the river reaches the meadow.",
        "The weir could break if the river reaches the meadow.",
    )
    assert told == [f"{opener} the river reaches the meadow"]


def test_a_condition_in_other_words_is_kept() -> None:
    theirs = "The weir could break if the river reaches the meadow."
    assert not _told("Should the river reach the meadow, the weir could break.", theirs)
    assert not _told("The weir could break as long as the river reaches the meadow.", theirs)


def test_the_contrary_of_what_is_supposed_is_no_such_fact() -> None:
    theirs = "The pupils would have drowned if the guide had not warned them."
    assert not _told("The pupils would have drowned; the guide warned them.", theirs)
