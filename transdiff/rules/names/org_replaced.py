"""Rule ``org-replaced``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.rule import Mark, rule
from transdiff.rules.names.other_body import other_bodies
from transdiff.rules.names.replaced import replaced
from transdiff.rules.names.stranger import Stranger, is_org, is_place


@rule(group="names", category="org", severity="major")
def org_replaced(pair: Comparison) -> Iterator[Mark]:
    """Report an organisation that no reference has, standing where they all have another.

    An acronym and its expansion, in any language of the table, are one organisation.

    Flagged:
        reference: The World Health Organization confirmed the outbreak on Friday.
        translation: The [[World Bank]] confirmed the outbreak on Friday.

        reference: The report by the Lindqvist Institute was published on Friday.
        translation: The report by the [[Arvidson Foundation]] was published on Friday.

        reference: The club may play in the Coastal League if it gets a licence from the federation.
        translation: Once it has a licence the club may play in the [[Mountain League]].

        reference: The UN refugee agency counted 4,000 tents in the valley on Friday.
        translation: The [[UN human rights office]] counted 4,000 tents in the valley on Friday.

        reference: The Dams Commission said it would check the wall. The Dams Commission is new.
        translation: The [[World Bank]] said it would check the wall. The Dams Commission is new.

        reference: The Aster Foundation is paying for the new wing of the school.
        translation: The new wing of the school is paid for by the [[Aster Bank]].

    Allowed:
        reference: The Aster Bank set up the Aster Foundation, which is paying for the new wing.
        translation: The new wing is paid for by the Aster Foundation.

        reference: The Holm Group is paying for the new wing of the school.
        translation: The new wing of the school is paid for by the Holm Company.

        reference: The film won two prizes at the Oscars.
        translation: The film won two prizes at the Academy Awards.

        reference: The UN refugee agency counted 4,000 tents in the valley on Friday.
        translation: The United Nations counted 4,000 tents in the valley on Friday.

        reference: The World Health Organization confirmed the outbreak on Friday.
        translation: The WHO confirmed the outbreak on Friday.

        reference[ru]: Всемирная организация здравоохранения подтвердила вспышку.
        translation: The WHO confirmed the outbreak.

        reference: The National Election Board published the list on Friday.
        translation: The State Election Board published the list on Friday.

        reference[ru]: Операцию провели хирурги Первого медицинского института.
        translation[ru]: Операцию провели хирурги ПМИ.

        reference[ru]: Операцию провели хирурги ПМИ.
        translation[ru]: Операцию провели хирурги Первого медицинского института.

        reference: The Provisional Election Council published the list.
        translation: The PEC published the list.
    """
    found = list(replaced(pair, _is_org))
    yield from found
    for mark in other_bodies(pair):
        if not any(mark.span.overlaps(known.span) for known in found):
            yield mark


def _is_org(stranger: Stranger) -> bool:
    return is_org(stranger) and not is_place(stranger)
