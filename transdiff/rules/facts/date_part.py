"""Rule ``date-part``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.rule import Mark, rule
from transdiff.rules.siblings import TIME, siblings


@rule(group="facts", category="date", severity="major")
def date_part(pair: Comparison) -> Iterator[Mark]:
    """Report one part of the day, the week or the year put for another, or another frequency.

    *Morning* and *evening*, *weekdays* and *weekends*, *winter* and *summer*, *weekly* and
    *monthly* exclude each other. Reported is one that no reference has there, where a reference
    has another one that the article lacks.

    Flagged:
        reference: The lorry overturned near the quarry late in the evening.
        translation: Near the quarry the lorry overturned early in the [[morning]].

        reference: The ferry company publishes its figures every month.
        translation: Figures are published [[weekly]] by the ferry company.

        reference: The last such frost was in the winter of the flood.
        translation: The last such frost was in the [[summer]] of the flood.

        reference[ru]: Паром отошёл от причала вечером во вторник.
        translation[ru]: [[Утром]] во вторник паром отошёл от причала.

        reference[vi]: Phà rời bến sáng thứ Ba.
        translation[vi]: Phà rời bến [[tối thứ]] Ba.

    Allowed:
        reference: The lorry overturned near the quarry at dawn.
        translation: Near the quarry the lorry overturned in the morning.

        reference: The ferry company publishes its figures every month.
        translation: Figures are published monthly by the ferry company.

        reference: The shop is open in the morning and in the evening.
        translation: In the evening the shop is open.
    """
    yield from siblings(pair, TIME)
