"""Rule ``comparison-extreme``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.language.extremes import Turned, opposite_extremes
from transdiff.language.pairing import Pairing
from transdiff.language.words import Range
from transdiff.rule import Mark, rule
from transdiff.rules.facts.changes import shown


@rule(group="facts", category="comparison", severity="critical")
def comparison_extreme(pair: Comparison) -> Iterator[Mark]:
    """Report the highest where every aligned reference has the lowest, or any other such pair.

    Largest and smallest, best and worst, youngest and oldest, a record high and a record low: told
    of the same thing they turn it round. The same extreme in any reference settles it.

    Flagged:
    reference: Ridership on the ferries was the lowest in nine years.
    translation: Ridership on the ferries was the [[highest]] in nine years.

    reference: She is the youngest captain in the history of the club.
    translation: She is the [[oldest]] captain in the history of the club.

    reference: The reservoir stood at its lowest level since 2003.
    translation[ru]: Уровень водохранилища был [[самым высоким]] с 2003 года.

    reference[uk]: Рівень інфляції в березні був найнижчим за шість років.
    translation[uk]: Рівень інфляції в березні був [[найвищим]] за шість років.

    reference[zh]: 该国失业率为12年来最低。
    translation[vi]: Tỷ lệ thất nghiệp của nước này ở mức [[cao nhất]] trong 12 năm.

        reference[de]: Die Beteiligung lag bei 58,7 Prozent, dem niedrigsten Wert seit 1994.
        translation[de]: Das ist die [[höchste]] Wahlbeteiligung seit 1994.

    Allowed:
    reference: Ridership on the ferries was the lowest in nine years.
    translation: Not for nine years had ridership on the ferries been as low.

    reference: The smallest village of the valley has the largest church.
    translation: The largest church of the valley stands in its smallest village.

    reference: Prices range from the lowest in the region to the highest.
    translation: Prices range from the highest to the lowest in the region.
    """
    turned = {w.key: tuple(opposite_extremes(pair.pairings[w.key])) for w in pair.witnesses}
    for witness in pair.witnesses:
        pairing = pair.pairings[witness.key]
        for here, there in turned[witness.key]:
            if not any(_told(pair.pairings[key], found, here) for key, found in turned.items()):
                yield shown(pair, pairing.mine.span(*here), witness, pairing.theirs.span(*there))
                return


def _told(pairing: Pairing, turned: tuple[Turned, ...], here: Range) -> bool:
    """Whether a reference has the extreme as well: its words pair and nothing is opposed to it."""
    opposed = any(mine == here for mine, _ in turned)
    return not opposed and any(pairing.forward[i] is not None for i in range(*here))
