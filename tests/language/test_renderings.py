"""Renderings: what a clause says, found in another sentence in whatever words."""

from __future__ import annotations

import pytest

from tests.language.paired import pairing
from transdiff.language.renderings import rendering

CAPTIVES = "The rebels will release the captives on Friday."


def share(mine: str, theirs: str, lang: str = "en") -> float:
    both = pairing(mine, theirs, (lang, "en"))
    return rendering(both, both.theirs.content).share


def test_words_that_pair_say_all() -> None:
    assert share(CAPTIVES, CAPTIVES) == 1.0


def test_near_words_say_more_than_far_ones() -> None:
    near = share("The insurgents will free the hostages on Friday.", CAPTIVES)
    far = share("The bakers will paint the kitchens on Friday.", CAPTIVES)
    assert far < near <= 1.0


def test_other_languages_meet_in_english() -> None:
    near = share("Die Rebellen lassen die Geiseln am Freitag frei.", CAPTIVES, "de")
    far = share("Die Bäcker streichen die Küchen am Freitag.", CAPTIVES, "de")
    assert far < near


@pytest.mark.parametrize("said", ["Nine were freed.", "The army freed Varga."])
def test_figures_and_names_are_near_to_nothing_else(said: str) -> None:
    both = pairing(said, "Seven were freed by Petrov.")
    things = [j for j in both.theirs.content if both.theirs.names_thing(j)]
    assert things
    assert rendering(both, things).places == ()


def test_no_words_say_nothing() -> None:
    assert rendering(pairing(CAPTIVES, CAPTIVES), ()).share == 0.0
