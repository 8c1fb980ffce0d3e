"""One deed that another of the same parties does."""

from __future__ import annotations

import pytest

from tests.language.paired import pairing
from transdiff.language.other_doers import other_doer

ASKED = "The choir asked the council for a hall, but the council refused the request."
PLAN_FR = "Le conseil a rejeté le projet que le préfet avait présenté lundi."
PLAN_ES = "El consejo rechazó el proyecto que el prefecto había presentado el lunes."
PLAN_RU = "Совет отклонил проект, который в понедельник представил префект."
FOUND = "While the owner was away, the gardener found the painting in the attic."
YACHT = "Un voilier a recueilli 20 marins avant l'arrivée de la première vedette."


@pytest.mark.parametrize(
    ("lang", "mine", "theirs"),
    [
        ("en", "A request by the council for a hall was turned down by the choir.", ASKED),
        ("en", "In May the choir turned down a request of the council for a hall.", ASKED),
        ("en", "The owner found the painting while the gardener was away.", FOUND),
        ("fr", "Le projet présenté lundi par le conseil a été rejeté par le préfet.", PLAN_FR),
        ("fr", "La première vedette a recueilli 20 marins avant l'arrivée d'un voilier.", YACHT),
        ("es", "El proyecto presentado por el consejo fue rechazado por el prefecto.", PLAN_ES),
        ("ru", "Проект, представленный советом, был отклонён префектом.", PLAN_RU),
    ],
)
def test_a_deed_has_another_doer_who_does_something_else_there(
    lang: str, mine: str, theirs: str
) -> None:
    assert other_doer(pairing(mine, theirs, (lang, lang))) is not None


@pytest.mark.parametrize(
    ("lang", "mine", "theirs"),
    [
        ("en", "The council turned down a request by the choir for a hall.", ASKED),
        ("en", "The gardener found the painting while the owner was away.", FOUND),
        ("fr", "Le projet présenté lundi par le préfet a été rejeté par le conseil.", PLAN_FR),
        ("es", "El proyecto presentado por el prefecto fue rechazado por el consejo.", PLAN_ES),
        ("ru", "Проект, представленный префектом, был отклонён советом.", PLAN_RU),
        ("en", "Kovan tested as Malden play Brix.", "Kovan is tested by Malden against Brix."),
        ("en", "Both sides will cease fire.", "Firing will cease at the sides' line."),
        (
            "en",
            "The city representatives backed the cabs. The city wants them back in Brixen.",
            "Brixen backed the cabs. The mayor of Brixen says that the city wants them back.",
        ),
        (
            "en",
            "Ana Costa signed the contract; the club had sold the stadium.",
            "The president of the club, Ana Costa, signed the contract after the sale.",
        ),
        (
            "en",
            "The victims rejected the offer, a lawyer said.",
            "A lawyer for the victims said they rejected the offer.",
        ),
    ],
)
def test_the_same_doer_in_other_words_is_none(lang: str, mine: str, theirs: str) -> None:
    assert other_doer(pairing(mine, theirs, (lang, lang))) is None
