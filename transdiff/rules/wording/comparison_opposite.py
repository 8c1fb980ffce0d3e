"""Rule ``comparison-opposite``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.rule import Mark, rule
from transdiff.rules.wording.opposites import opposites


@rule(group="wording", category="comparison", severity="major", residual=True)
def comparison_opposite(pair: Comparison) -> Iterator[Mark]:
    """Report *more* where a closely matching reference has *less* in the same place.

    *Larger* for *smaller*, *later* for *earlier*: contraries are those of ``term-antonym``. Where
    the two things compared have changed places as well, nothing is wrong.

    Flagged:
        reference: The new hall is smaller than the one that burned down in 1998.
        translation: The new hall is [[larger]] than the one that burned down in 1998.

        reference[de]: Die Steuer war im Norden niedriger als im Süden.
        translation[en]: The tax was [[higher]] in the north than in the south.

    Allowed:
        reference[de]: Die Steuer war im Norden niedriger als im Süden.
        translation[en]: The tax was higher in the south than in the north.

        reference: The northern tunnel is longer than the southern one.
        translation: The southern tunnel is shorter than the northern one.

        reference: Arrivals by sea fell by a fifth in the first four months of the year, to 9,840.
        translation: Sea arrivals came to 9,840, a fifth fewer than in the same months of last year.

        reference: Unemployment fell to 5.2 percent in October from 5.6 percent in May.
        translation: Unemployment stood at 5.2 percent in October, against 5.6 percent in May.
    """
    return opposites(pair, "comparison")
