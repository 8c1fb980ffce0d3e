"""Rule ``title-wrong-office``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.rule import Mark, rule
from transdiff.rules.names.ranks import marks


@rule(group="names", category="title", severity="major")
def title_wrong_office(pair: Comparison) -> Iterator[Mark]:
    """Report a person who holds another office than every reference gives.

    The field of an office counts: a minister of finance is not one of defence.

    Flagged:
        reference: Finance Minister Pavel Arnaut presented the budget.
        translation: [[Defence Minister]] Pavel Arnaut presented the budget.

        reference: The judge, Rosa Vidal, left through a side door.
        translation: The [[lawyer]], Rosa Vidal, left through a side door.

        reference: The prime minister of Chile cancelled the visit because of a cold.
        translation: Chile's [[president]] cancelled the visit because of a cold.

        reference[es]: La ministra de Justicia viajó el lunes a Orla.
        translation[es]: La [[ministra de Defensa]] viajó el lunes a Orla.

        reference[fr]: La ministre de l'Économie, Ana Ruiz, a visité le port.
        translation[fr]: La [[ministre de l'Énergie]], Ana Ruiz, a visité le port.

        reference: Sudria is ready, said Ivo Gromov, its permanent representative to the OSCE.
        translation: Sudria is ready, said Ivo Gromov, the [[ambassador]] to Austria.

        reference: The ferry is safe, its director Lena Holm said.
        translation: The ferry is safe, said the [[treasurer]], Lena Holm.

        reference[vi]: Bộ trưởng Văn hóa Lê Thị Hà khai mạc hội chợ.
        translation[vi]: [[Bộ trưởng Giáo dục]] Lê Thị Hà khai mạc hội chợ.

    Allowed:
        reference[es]: El presidente del Gobierno, Luis Arce Vega, visitó el martes la fábrica.
        translation: Prime Minister Luis Arce Vega visited the factory on Tuesday.

        reference[zh]: 该大学副校长陈丽表示，新图书馆将于五月开放。
        translation: The new library will open in May, the university's vice president Chen Li said.

        reference: Finance Minister Ida Holm presented her budget.
        translation: The finance chief, Ida Holm, presented her budget.

        reference: Tom Berg's lawyer, Nils Aas, said that his client would appeal.
        translation: Nils Aas, counsel for the former minister, said that his client would appeal.

        reference: Finance Minister Pavel Arnaut presented the budget.
        translation: Treasury Secretary Pavel Arnaut presented the budget.

        reference[es]: El presidente del Tribunal, Julio Parra, dijo que el recuento sigue.
        translation: The count goes on, said the tribunal's president, Julio Parra.

        reference: Sudria is ready, said Ivo Gromov, its permanent representative to the OSCE.
        translation: Sudria is ready, said Ivo Gromov, its ambassador to the OSCE.

        reference: Chairman Ivo Tanev opened the meeting.
        translation: The head of the company, Ivo Tanev, opened the meeting.

        reference: Finance Minister Pavel Arnaut met Defence Minister Rosa Vidal.
        translation: Defence Minister Rosa Vidal met her colleague.
    """
    yield from marks(pair, "wrong")
