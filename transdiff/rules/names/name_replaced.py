"""Rule ``name-replaced``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.rule import Mark, rule
from transdiff.rules.names.replaced import replaced
from transdiff.rules.names.slots import is_org, is_place


@rule(group="names", category="name", severity="major")
def name_replaced(pair: Comparison) -> Iterator[Mark]:
    """Report a name that no reference has, standing where they all have another.

    Flagged:
        reference: The prize was handed to Marta Keller in front of the town hall.
        translation: The prize was handed to [[Susan Okafor]] in front of the town hall.

        reference: Since the foundation of Melnik in 1537, Ordania has kept its many dialects.
        translation: Since the founding of [[Karstad]] in 1537, Ordania has kept its many dialects.

        reference: Both parties accused minister Olga Brandt of neglecting the harbour workers.
        translation: Both parties accused minister [[Robledo]] of neglecting the harbour workers.

        reference: The skipper, Henrik Dahlberg, was taken to hospital on Monday.
        translation: The skipper, [[Henrik Dahl]], was taken to hospital on Monday.

    Allowed:
        reference: At the harbour Sasha waited for the ferry with two friends.
        translation: At the harbour Alexander waited for the ferry with two friends.

        reference: The prize was handed to Marta Keller in front of the town hall.
        translation: The prize was handed to Keller in front of the town hall.

        reference: The prize was handed to Marta Keller in front of the town hall.
        translation: The prize was handed to the author in front of the town hall.

        reference: Marta Keller took the prize from Susan Okafor.
        translation: Susan Okafor gave the prize to Marta Keller.

        reference: Thirty guests were invited to the dinner in the town hall.
        translation: Three hundred guests were invited to the dinner in the town hall.

        reference: Thirty guests were invited to the dinner in the town hall.
        translation: Nobody was invited to the dinner in the town hall.
    """
    yield from replaced(pair, lambda s: not is_place(s) and not is_org(s))
