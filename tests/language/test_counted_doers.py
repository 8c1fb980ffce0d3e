"""A count that stands with those who act, and not with those whom it is done to."""

from __future__ import annotations

import pytest

from tests.language.paired import pairing
from transdiff.language.counted_doers import counted_doer

HIKERS = "The rangers freed 14 hikers from the snow on Friday."
BEATEN = "Guards beat 20 inmates during the riot, lawyers said."
FRENCH = "Les surveillants ont frappé 20 détenus pendant l'émeute."
SPANISH = "Los guardias golpearon a 20 presos durante el motín."
OFFICERS = "Police detained 14 officers over the leak."


@pytest.mark.parametrize(
    ("lang", "mine", "theirs"),
    [
        ("en", "Fourteen rangers were pulled out of the snow on Friday.", HIKERS),
        ("en", "During the riot 20 guards were hurt, lawyers said.", BEATEN),
        ("fr", "Pendant l'émeute, 20 surveillants ont été frappés.", FRENCH),
        ("es", "Durante el motín, 20 guardias fueron heridos.", SPANISH),
    ],
)
def test_those_who_act_have_become_as_many_acted_upon(lang: str, mine: str, theirs: str) -> None:
    assert counted_doer(pairing(mine, theirs, (lang, lang))) is not None


@pytest.mark.parametrize(
    ("lang", "mine", "theirs"),
    [
        ("en", "Fourteen walkers were pulled out of the snow by rangers.", HIKERS),
        ("en", "During the riot 20 prisoners were hurt by guards.", BEATEN),
        ("fr", "Pendant l'émeute, 20 détenus ont été frappés par les surveillants.", FRENCH),
        ("es", "Durante el motín, 20 presos fueron golpeados por los guardias.", SPANISH),
        ("en", "Over the leak 14 police officers were detained.", OFFICERS),
        ("en", "In all 14 Norlanders were sent home.", "Norland sent 14 Norlanders home."),
    ],
)
def test_the_same_are_counted(lang: str, mine: str, theirs: str) -> None:
    assert counted_doer(pairing(mine, theirs, (lang, lang))) is None
