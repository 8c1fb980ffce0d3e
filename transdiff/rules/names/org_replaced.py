"""Rule ``org-replaced``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.rule import Mark, rule
from transdiff.rules.names.replaced import replaced
from transdiff.rules.names.slots import Stranger, is_org, is_place


@rule(group="names", category="org", severity="major")
def org_replaced(pair: Comparison) -> Iterator[Mark]:
    """Report an organisation that no reference has, standing where they all have another.

    An acronym and its expansion, in any language of the table, are one organisation.

    Flagged:
        reference: The World Health Organization confirmed the outbreak on Friday.
        translation: The [[World Bank]] confirmed the outbreak on Friday.

        reference: The report by the Lindqvist Institute was published on Friday.
        translation: The report by the [[Arvidson Foundation]] was published on Friday.

    Allowed:
        reference: The World Health Organization confirmed the outbreak on Friday.
        translation: The WHO confirmed the outbreak on Friday.

        reference[ru]: Всемирная организация здравоохранения подтвердила вспышку.
        translation: The WHO confirmed the outbreak.

        reference: The Provisional Election Council published the list.
        translation: The PEC published the list.
    """
    yield from replaced(pair, _is_org)


def _is_org(stranger: Stranger) -> bool:
    return is_org(stranger) and not is_place(stranger)
