"""Rule ``condition-added``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from transdiff.comparison import Comparison, Witness
from transdiff.language.conditions import Claim, condition_in, conditional_claims
from transdiff.language.fulfilled import fulfilled
from transdiff.language.kept_conditions import (
    is_echoed,
    is_generic,
    is_hypothetical,
    reworded,
)
from transdiff.model import Severity
from transdiff.rule import Mark, rule
from transdiff.rules.meaning.claims import disagreement


@rule(group="meaning", category="condition", severity="minor")
def condition_added(pair: Comparison) -> Iterator[Mark]:
    """Report a condition in the article where every aligned reference makes the claim outright.

    A promise that suddenly depends on something is another promise. Words that merely come close
    to a condition in the reference (*when*, *once*, *pending*) are enough to keep silent. Major
    where the reference tells that the condition is fulfilled; else minor, as a condition is often
    but another way to tell a plan.

    Flagged:
        reference: The ministry will pay the farmers this week.
        translation: The ministry will pay the farmers this week [[if the harvest fails]].

    Allowed:
        reference[fr]: Selon le maire, la digue a tenu.
        translation[fr]: Si l'on en croit le maire, la digue a tenu.

        reference: If it is shown that the firm ignored the limit, its licence will be withdrawn.
        translation: The firm would lose its licence if it turned out to have ignored the limit.

        reference: The ministry will pay the farmers once the harvest is in.
        translation: The ministry will pay the farmers if the harvest is in.

        reference[de]: Sagt der Rat zu, beginnt der Umbau der Brücke im Mai.
        translation[de]: Der Umbau der Brücke beginnt im Mai, sofern der Rat zusagt.

        reference: An early vote could be held in March, an official said.
        translation: If an early vote is called, it could be held in March, an official said.

        reference: Another frost would kill the vines, a grower said.
        translation: The vines would be killed if there were another frost, a grower said.

        reference: The dyke would have held until noon, the engineers said.
        translation: Had the pumps worked, the dyke would have held until noon, the engineers said.

        reference: The siren wailed for up to four seconds, the mayor said.
        translation: The siren wailed for as long as four seconds, the mayor said.

        reference: The port could reopen as early as Thursday, its operator said.
        translation: The port might be back in service as soon as Thursday, its operator said.

        reference[zh]: 该港去年吞吐量比前年下降约三成。
        translation[zh]: 该港去年吞吐量只有前年的七成左右。

        reference: One of the three, flight engineer Joel Hatcher, is due to leave on Monday.
        translation: Joel Hatcher, a flight engineer, should leave on Monday.

        reference: Only members who joined before 2010 may vote.
        translation: Members may vote only if they joined before 2010.

        reference: Asked about the loan, the minister gave no answer.
        translation: The minister did not say if the loan was approved.
    """
    for witness in pair.witnesses:
        for claim in fulfilled(pair.pairings[witness.key].reversed):
            yield replace(_mark(pair, witness, claim), severity=Severity.MAJOR)
            return
    if not pair.witnesses or any(condition_in([s.facts for s in w.around]) for w in pair.witnesses):
        return
    for witness in pair.witnesses:
        pairing = pair.pairings[witness.key].reversed
        for claim in conditional_claims(pairing):
            if is_echoed(pairing, claim) or is_generic(pairing, claim) or reworded(pairing, claim):
                continue
            if is_hypothetical(pairing.mine, claim.stated):
                continue
            yield _mark(pair, witness, claim)
            return


def _mark(pair: Comparison, witness: Witness, claim: Claim) -> Mark:
    clause = claim.condition.marker.scope or claim.condition.marker.span
    return disagreement(pair, witness, clause, witness.reading.span(*claim.stated))
