"""Two counts and two parties by turns, in whatever order either reading has them."""

from __future__ import annotations

import pytest

from tests.language.paired import pairing
from transdiff.language.alternating import turns

NAVY = "The navy rescued 31 people while a cargo ship saved 12 others."


@pytest.mark.parametrize(
    ("lang", "theirs", "mine"),
    [
        ("en", NAVY, "In all 43 were saved, {} by the navy and {} by a cargo ship."),
        ("fr", NAVY, "Au total, 43 ont été secourus : {} par la marine et {} par un cargo."),
        (
            "de",
            "Die Marine rettete 31 Menschen, ein Frachter weitere 12.",
            "Gerettet wurden {} Menschen von der Marine und {} von einem Frachter.",
        ),
        (
            "es",
            "La marina rescató a 31 personas y un pesquero a otras 12.",
            "En total hubo {} rescatados por la marina y {} por un pesquero.",
        ),
        (
            "ru",
            "Флот спас 31 человека, а рыболовное судно — 12.",
            "Спаслись многие: {} поднял флот, {} — рыболовное судно.",
        ),
        ("en", "Spain took in 31 and Portugal 12.", "Of all, {} went to Spain and {} to Portugal."),
        ("en", "Sales fell 31% in Italy, 12% in Spain.", "In Italy they fell {}%, in Spain {}%."),
    ],
)
def test_who_has_which_count_is_told_by_the_order_of_both(
    lang: str, theirs: str, mine: str
) -> None:
    langs = lang, "en" if theirs == NAVY else lang
    for counts, exchanged in (((31, 12), False), ((12, 31), True)):
        found = [*turns(pairing(mine.format(*counts), theirs, langs))]
        assert found
        assert all(t.exchanged == exchanged for t in found)


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (
            "On Monday 14 bodies were found by villagers; six were found on Tuesday by divers.",
            "Villagers found 14 bodies on Monday and divers six on Tuesday.",
        ),
        (
            "Of the refugees, 40 went to Spain and 25 to Portugal.",
            "Spain took in 40 of the refugees and Portugal 25.",
        ),
        (
            "With 31 seats the Greens are second, behind the Reform Party with 54.",
            "The Reform Party won 54 seats and the Greens 31.",
        ),
        (
            "Brixen received 60 tonnes and Malden 15.",
            "Malden gave 60 tonnes and Brixen 15.",
        ),
    ],
)
def test_what_only_stands_first_is_no_party(mine: str, theirs: str) -> None:
    assert not any(t.exchanged for t in turns(pairing(mine, theirs)))
