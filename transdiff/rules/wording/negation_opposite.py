"""Rule ``negation-opposite``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.rule import Mark, rule
from transdiff.rules.wording.opposites import opposites


@rule(group="wording", category="negation", severity="critical", residual=True)
def negation_opposite(pair: Comparison) -> Iterator[Mark]:
    """Report the opposite of what a closely matching reference says is done, or is the case.

    *Departed* for *arrived*, *is closed* for *is open*: nothing is denied, and yet the sentence
    says the contrary. Contraries are those of ``term-antonym``: verbs, and adjectives behind a
    copula.

    Flagged:
        reference: The minister arrived in Lisbon for talks with union leaders on Monday.
        translation: The minister [[departed]] in Lisbon for talks with union leaders on Monday.

        reference: The mountain road is closed to lorries until the thaw.
        translation: The mountain road is [[open]] to lorries until the thaw.

        reference[ru]: Мэр поддерживает строительство нового моста.
        translation[en]: The mayor [[opposes]] the construction of the new bridge.

    Allowed:
        reference[fr]: Le poste-frontière reste fermé aux camions.
        translation[en]: The border post is still closed to lorries.

        reference: The road over the pass is dangerous in winter, the police said.
        translation: The road over the pass is not safe in winter, the police said.

        reference: The minister arrived in Lisbon for talks with union leaders on Monday.
        translation: The minister came to Lisbon for talks with union leaders on Monday.

        reference: The guard was responsible for closing down the chapel in the evening.
        translation: The guard was responsible for locking up the chapel in the evening.

        reference[de]: Der Kassier hat die Rücklage nie angetastet, sagte er.
        translation[de]: Der Kassier hat die Rücklage stets unangetastet gelassen, sagte er.

        reference: The police did not consider it necessary to intervene in the square.
        translation: The police considered it unnecessary to intervene in the square.

        reference: Schools in the valley remain open.
        translation: Schools in the valley have not closed.

        reference: Prices rose in spring and fell in autumn, the office said.
        translation: Prices fell in autumn after they had risen in spring, the office said.

        reference: The tower stands 3 miles from the border.
        translation[vi]: Tòa tháp nằm cách biên giới khoảng 5 km.
    """
    return opposites(pair, "claim")
