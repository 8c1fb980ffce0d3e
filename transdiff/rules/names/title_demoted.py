"""Rule ``title-demoted``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.rule import Mark, rule
from transdiff.rules.names.ranks import marks


@rule(group="names", category="title", severity="major")
def title_demoted(pair: Comparison) -> Iterator[Mark]:
    """Report an office that stands lower than the one every reference gives.

    "Deputy", "acting" or "vice" that no reference has makes a principal a subordinate.

    Flagged:
        reference: Energy Minister Pavel Arnaut opened the terminal.
        translation: [[Deputy Energy Minister]] Pavel Arnaut opened the terminal.

        reference: Mayor Lena Brandt signed the decree.
        translation: [[Acting mayor]] Lena Brandt signed the decree.

        reference[zh]: 部长孙立民表示，协议已经签署。
        translation[zh]: [[副部长]]孙立民表示，协议已经签署。

    Allowed:
        reference[ar]: افتتح وزير الري بالإنابة سالم الحداد السد الجديد.
        translation: Acting irrigation minister Salem al-Haddad opened the new dam.

        reference: Energy Minister Pavel Arnaut opened the terminal.
        translation: The minister opened the terminal.

        reference: Opposition lawmakers asked Energy Minister Pavel Arnaut to resign.
        translation: Opposition deputies want Energy Minister Pavel Arnaut to resign.

        reference: Vice President Ida Holm spoke.
        translation: Deputy president Ida Holm spoke.

        reference: Minister of State for Health Ana Costa told parliament that it was safe.
        translation: Junior health minister Ana Costa told parliament that it was safe.

        reference: Mayor Lena Brandt, who is acting governor, signed the decree.
        translation: The acting governor, Lena Brandt, signed the decree.
    """
    yield from marks(pair, "demoted")
