"""Rule ``title-stale``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.rule import Mark, rule
from transdiff.rules.names.ranks import marks


@rule(group="names", category="title", severity="major")
def title_stale(pair: Comparison) -> Iterator[Mark]:
    """Report an office held in the past or yet to be taken up that reads as held now, or reversed.

    "Former", "ex-", "-elect" and "-designate" date an office; without them somebody else's office
    is given away.

    Flagged:
        reference: Former Finance Minister Pavel Arnaut was questioned for six hours.
        translation: [[Finance Minister]] Pavel Arnaut was questioned for six hours.

        reference[ru]: Бывший мэр Олег Дроздов приговорён к штрафу.
        translation: [[Mayor]] Oleg Drozdov was fined.

        reference: Prime Minister-designate Ida Holm named her cabinet.
        translation: [[Prime Minister]] Ida Holm named her cabinet.

    Allowed:
        reference: Former Finance Minister Pavel Arnaut was questioned for six hours.
        translation: Ex-minister Pavel Arnaut was questioned for six hours.

        reference: Former Finance Minister Pavel Arnaut was questioned for six hours.
        translation: Pavel Arnaut, who used to be finance minister, was questioned for six hours.

        reference: The former chairman of Lindt Bank, Pavel Arnaut, was questioned for six hours.
        translation: Ex-bank chief Arnaut was questioned for six hours.

        reference: Former Finance Minister Pavel Arnaut was questioned for six hours.
        translation: Arnaut was questioned for six hours.

        reference: Parliament has thirty days to elect a president.
        translation: The assembly has thirty days to choose a head of state.

        reference: A retired Danish general led the search.
        translation: A former general led the search.

        reference: Rebels said President Ida Oru had been overthrown.
        translation: Rebels said they had deposed President Ida Oru.

        reference[fr]: L'ancien maire Paul Rivet a été condamné.
        translation: Former mayor Paul Rivet was convicted.
    """
    yield from marks(pair, "stale")
