"""Rule ``term-antonym``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.rule import Mark, rule
from transdiff.rules.wording.opposites import opposites


@rule(group="wording", category="term", severity="major", residual=True)
def term_antonym(pair: Comparison) -> Iterator[Mark]:
    """Report a word where a closely matching reference has its opposite in the same place.

    *Safe* for *dangerous*, *supporters* for *opponents*: the sentence stays fluent and says the
    contrary. The list of contraries is data (``transdiff/language/contrasts``). A negation on one
    side, the word's own meaning elsewhere in the reference, or things that change places (*A
    outran B*, *B was slower than A*) explain the difference. What is done or is the case is
    ``negation-opposite``, what is more or less is ``comparison-opposite``.

    Flagged:
        reference: The children were taken to a safe place near the border.
        translation: The children were taken to a [[dangerous]] place near the border.

        reference: Opponents of the dam marched through the capital on Saturday.
        translation: [[Supporters]] of the dam marched through the capital on Saturday.

        reference: After a rival cast doubt on votes of the north a partial recount was ordered.
        translation: A [[full]] recount is ordered.

        reference[es]: Dos agentes resultaron heridos leves en el tumulto.
        translation[en]: Two officers were [[seriously]] hurt in the riot.

    Allowed:
        reference[es]: Dos agentes resultaron heridos leves en el tumulto.
        translation[en]: Two officers were slightly hurt in the riot.

        reference: King Osric, a descendant of the ruler who was exiled, will attend if he is well.
        translation: King Osric, whose ancestor was the ruler who was exiled, will attend if well.

        reference: The ninth grade of Northgate High School staged the play before the holidays.
        translation: The ninth grade of Northgate High staged the play shortly before the holidays.

        reference: Few of the villages have a doctor, the governor said.
        translation: Most of the villages lack a doctor, the governor said.

        reference: She is the first Czech to win the race since 1998.
        translation: The last Czech to win the race did so in 1998.
    """
    return opposites(pair, "kind")
