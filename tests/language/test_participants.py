"""One deed of two readings whose parties have changed places, or that another party does."""

from __future__ import annotations

import pytest

from tests.language.paired import pairing
from transdiff.language.lone_doers import lone_doers
from transdiff.language.other_doers import other_doer
from transdiff.language.participants import changed_places


@pytest.mark.parametrize(
    ("langs", "mine", "theirs"),
    [
        (
            ("en", "en"),
            "The bank received a complaint from the regulator.",
            "The bank had complained to the regulator.",
        ),
        (
            ("en", "en"),
            "Kenya got two helicopters from Uganda for the search.",
            "Kenya lent Uganda two helicopters for the search.",
        ),
        (
            ("en", "en"),
            "Senator Ortega is backing Lund's bid for the chair.",
            "Lund said she supports Ortega's bid for the chair.",
        ),
        (
            ("en", "en"),
            "The museum said it had refused the heirs a copy of the file.",
            "The museum said the heirs had denied it a copy of the file.",
        ),
        (
            ("de", "de"),
            "Die Klinik erhielt von der Stiftung zwei Millionen Euro.",
            "Die Klinik überwies der Stiftung zwei Millionen Euro.",
        ),
        (
            ("ru", "ru"),
            "Узбекистан передал Казахстану десять пожарных машин.",
            "Узбекистан получил от Казахстана десять пожарных машин.",
        ),
        (
            ("es", "es"),
            "El sindicato recibió una advertencia de la empresa.",
            "El sindicato había advertido a la empresa.",
        ),
        (
            ("uk", "uk"),
            "Польща надала Литві 80 мегаватів уночі.",
            "Уночі Литва передала Польщі 80 мегаватів.",
        ),
        (
            ("pt", "pt"),
            "A prefeitura devolveu o terreno à igreja.",
            "A igreja devolveu o terreno à prefeitura.",
        ),
        (("zh", "zh"), "工会上周警告公司不要关闭食堂。", "上周，公司警告工会不要关闭食堂。"),
    ],
)
def test_doer_and_sufferer_of_one_deed_change_places(
    langs: tuple[str, str], mine: str, theirs: str
) -> None:
    assert changed_places(pairing(mine, theirs, langs)) is not None


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (
            "The regulator received a complaint from the bank.",
            "The bank complained to the regulator.",
        ),
        ("Uganda got two boats from Kenya.", "Kenya lent Uganda two boats."),
        ("Lumivo bought the rights from the studio.", "Lumivo acquired the rights."),
        (
            "Norland freed five prisoners, Sudria nine.",
            "Sudria freed nine, Norland five prisoners.",
        ),
        ("The dam burst on Monday.", "Engineers burst the dam on Monday."),
    ],
)
def test_what_is_told_from_the_other_side_is_the_same(mine: str, theirs: str) -> None:
    assert changed_places(pairing(mine, theirs)) is None


def test_who_is_named_beside_another_doer_is_no_other_name_of_him() -> None:
    mine = "The airline cancelled the contracts with Helmer Leasing."
    theirs = "Helmer Leasing hat die Verträge mit der Fluggesellschaft gekündigt."
    assert other_doer(pairing(mine, theirs, ("en", "de"))) is not None


def test_a_coordinated_verb_has_the_subject_of_the_first() -> None:
    mine = "The hikers had been led down by the shepherds, with whom the team refused to wait."
    theirs = "The team refused to wait for the shepherds and led the hikers down."
    assert other_doer(pairing(mine, theirs)) is not None


@pytest.mark.parametrize(
    ("mine", "theirs", "found"),
    [
        (
            "The drivers were pulled out by paramedics.",
            "Passers-by pulled the drivers out; the paramedics came later.",
            True,
        ),
        (
            "The drivers were pulled out by paramedics.",
            "Crews pulled the drivers out, paramedics said.",
            False,
        ),
    ],
)
def test_who_does_something_else_there_did_not_do_it(mine: str, theirs: str, found: bool) -> None:
    assert any(lone_doers(pairing(mine, theirs))) is found
