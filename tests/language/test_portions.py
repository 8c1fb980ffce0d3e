"""Portions of one whole that exclude each other."""

from __future__ import annotations

import pytest

from tests.language.paired import pairing
from transdiff.language.portions import other_portion, turned_portions


@pytest.mark.parametrize(
    ("lang", "mine", "theirs"),
    [
        ("en", "Half of the bakers closed.", "Nearly all of the bakers closed."),
        ("en", "Only one of the pilots slept.", "Both pilots slept."),
        ("de", "Kein einziger Bewohner war geimpft.", "Nicht alle Bewohner waren geimpft."),
        ("fr", "La moitié des passagers ont dormi.", "Tous les passagers ont dormi."),
        ("es", "La mitad de los vuelos salió tarde.", "Casi todos los vuelos salieron tarde."),
        ("ru", "Все дома остались без света.", "Большинство домов осталось без света."),
    ],
)
def test_portions_that_have_nothing_in_common_are_told_apart(
    lang: str, mine: str, theirs: str
) -> None:
    assert other_portion(pairing(mine, theirs, (lang, lang))) is not None


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("More than half of the bakers closed.", "Most bakers closed."),
        ("Both the mayor and the bishop came.", "Neither mayor nor bishop stayed, all came."),
        ("Most of the villages lack a doctor.", "Few of the villages have a doctor."),
        ("The damage was half a billion euros.", "Fewer than one in three euros was paid."),
        ("It was 61 percent of all the boats.", "It was 61 percent of the boats."),
    ],
)
def test_what_both_may_mean_is_no_other_portion(mine: str, theirs: str) -> None:
    assert other_portion(pairing(mine, theirs)) is None


def test_few_for_most_turns_a_claim_round() -> None:
    two = "Most of the villages lack a doctor.", "Few of the villages have a doctor."
    assert turned_portions(pairing(*two))
