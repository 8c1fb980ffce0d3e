"""Two parties that have changed places, whatever the verbs."""

from __future__ import annotations

import pytest

from tests.language.paired import pairing
from transdiff.language.crossing import crossed_parties, keep_places


@pytest.mark.parametrize(
    ("lang", "mine", "theirs"),
    [
        ("en", "A cyclist ran over a pedestrian.", "A pedestrian knocked down a cyclist."),
        (
            "en",
            "The race ended with a marshal hitting a rider.",
            "A marshal was struck by a rider.",
        ),
        ("de", "Der Rentner verklagte die Kasse.", "Die Kasse zog gegen den Rentner vor Gericht."),
        ("fr", "Un pompier a été sauvé par un baigneur.", "Un pompier a secouru un baigneur."),
        ("es", "El portero agredió a un aficionado.", "Un aficionado golpeó al portero."),
        (
            "ru",
            "Водитель автобуса избил пассажира.",
            "Пассажир набросился на водителя автобуса.",
        ),
        (
            "ru",
            "В марте портовое управление подало в суд на союз рыбаков.",
            "Союз рыбаков в марте подал в суд на портовое управление.",
        ),
    ],
)
def test_who_does_here_what_is_done_to_him_there_has_changed_places(
    lang: str, mine: str, theirs: str
) -> None:
    assert crossed_parties(pairing(mine, theirs, (lang, lang))) is not None


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("The army pursued the rebels.", "The rebels fled from the army."),
        ("The union welcomed the railway.", "The railway pleased the union."),
        ("The judges refused a request by the defence.", "The judges denied the defence its wish."),
        ("The brewer sold the club to the town.", "The town bought the club from the brewer."),
        ("Steel brought into Ostravia will cost more.", "Ostravia will put a duty on steel."),
    ],
)
def test_two_sides_of_one_deed_are_no_exchange(mine: str, theirs: str) -> None:
    assert crossed_parties(pairing(mine, theirs)) is None


def test_parties_that_keep_their_places_are_seen() -> None:
    both = pairing("A guard hit a fan.", "A fan was struck by a guard.")
    assert keep_places(both)
