"""Rungs: what keeps a thing from being so, and which words are kept so."""

from __future__ import annotations

import pytest

from tests.language.paired import pairing
from transdiff.language.retold import retold
from transdiff.language.rungs import AHEAD, ASKED, DOUBTED, OPEN, matter, weak_words

ALL = (OPEN, DOUBTED, AHEAD, ASKED)


@pytest.mark.parametrize(
    ("said", "rung"),
    [
        ("The bank has not decided whether to lend.", OPEN),
        ("The valve may have failed.", DOUBTED),
        ("A ship is en route to the port.", AHEAD),
        ("The tenants have demanded a refund.", ASKED),
    ],
)
def test_words_hold_a_thing_on_a_rung(said: str, rung: str) -> None:
    assert rung in {w.rung for w in weak_words(pairing(said, said).theirs)}


@pytest.mark.parametrize(
    "said", ["Rates fell by half a point to 4.25 percent.", "Demand for steel fell."]
)
def test_measures_and_nouns_hold_nothing(said: str) -> None:
    assert weak_words(pairing(said, said).theirs) == ()


def test_a_question_that_is_open_is_the_matter() -> None:
    there = pairing("", "Whether the valve failed is being examined, the firm said.").theirs
    weak = next(w for w in weak_words(there) if w.rung == OPEN)
    assert [there.words[i].fold for i in matter(there, weak).words] == ["valve", "failed"]
    assert weak.asks


@pytest.mark.parametrize(
    ("mine", "told"),
    [
        ("The valve failed, the firm said.", True),
        ("The valve is thought to have failed.", False),
        ("The firm examined the failed valve.", False),
        ("The mayor opened a school.", False),
    ],
)
def test_what_is_open_is_retold_where_nothing_weakens_it(mine: str, told: bool) -> None:
    both = pairing(mine, "Whether the valve failed is being examined, the firm said.")
    assert bool(list(retold(both, *ALL))) is told
