"""Rule ``negation-reversed``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Span
from transdiff.language.outcomes import outcomes
from transdiff.language.pairing import Pairing, pair_words
from transdiff.language.reading import read
from transdiff.language.reversals import Reversal, reversals, turned_axes
from transdiff.model import Segment
from transdiff.rule import Mark, rule
from transdiff.rules.meaning.claims import disagreement, with_auxiliaries


@rule(group="meaning", category="negation", severity="critical", residual=True)
def negation_reversed(pair: Comparison) -> Iterator[Mark]:
    """Report the opposite outcome of one and the same matter, told without any *not*.

    *Rejected* and *accepted*, *was caught* and *is on the run*, *behind closed doors* and *open to
    the public*: on each of some dozens of axes a matter comes out one way or the other, in many
    words. Reported where the clauses are about the same thing, and no sentence compared or beside
    tells the outcome of the other side too.

    Flagged:
        reference: The yard made a profit of 21 million, beating analysts' forecasts of 19 million.
        translation: The yard made a profit of 21 million, [[less than analysts had predicted]].

        reference: The judge rejected a bail application by the suspect.
        translation: The suspect [[was freed on bail]] by the judge.

        reference: The government survived a no-confidence vote on Wednesday.
        translation: The government [[fell in a no-confidence vote]] on Wednesday.

        reference: The talks between the ministers ended without an agreement.
        translation: The ministers [[reached a deal]] at their talks.

        reference: The bank left its rate at 4.5%, as analysts had expected.
        translation: [[To the surprise of]] analysts, the bank left its rate at 4.5%.

        reference: The governor rejected the resignation of the harbour master.
        translation: The harbour master's resignation [[was accepted]] by the governor.

        reference: The burglar got away over the roofs and is still being sought.
        translation: The burglar [[was caught]] on the roofs.

        reference: The tram driver tested negative for alcohol.
        translation: The tram driver [[tested positive for alcohol]], police said.

        reference: The hearing of the widow was held behind closed doors.
        translation: The hearing of the widow [[was open to the public]].

        reference: Observers found no evidence of bribery in the count.
        translation: The count [[was marred by]] bribery, observers said.

        reference: The farmers' league thanked the minister for the new tariff.
        translation: The farmers' league [[lambasted]] the minister for the new tariff.

        reference: Lodgers on short leases are not covered by the scheme.
        translation: Lodgers on short leases [[will benefit from]] the scheme.

        reference: The night curfew in the port was lifted on Sunday.
        translation: The night curfew in the port [[remains in place]].

        reference: The verdict is final.
        translation: The verdict [[can be appealed]] within a month.

        reference: The driver of the bus tested negative for alcohol, the police said.
        translation: The driver of the bus [[tested positive for alcohol]].

        reference: The abbot saw no need for an inquest.
        translation: The abbot [[will set up]] an inquest.

        reference: The bakers' guild will keep the flour levy.
        translation: The bakers' guild [[will scrap]] the flour levy.

        reference: The night ban on barges remains in force.
        translation: The night ban on barges [[has been lifted]].

        reference: Inspectors found no trace of solvent in the pond.
        translation: Solvent [[got into]] the pond, inspectors said.

        reference[de]: Der Einspruch der Winzer ging fristgerecht ein.
        translation[de]: Der Einspruch der Winzer ging [[nach Ablauf der Frist]] ein.

        reference[ru]: Запрет на лов остаётся в силе.
        translation: The fishing ban [[has been lifted]].

        reference: The fog alert was lifted in Brenn and stays in force in Solva.
        translation: The fog alert [[stays in force]] in Brenn but was lifted in Solva.

        reference: The canton will keep the free bus passes and cut the ferry fares.
        translation: The canton will cut the ferry fares and [[scrap]] the free bus passes.

        reference: The two boys were unaccompanied, and both were put ashore in Solva.
        translation: The two boys, [[with their parents]], were put ashore in Solva.

        reference: Lugin was released on bail in March.
        translation: Lugin [[must remain in custody]].

        reference[fr]: Le produit est déconseillé aux enfants.
        translation[fr]: Le produit [[est recommandé]] aux enfants.

        reference: The clerk kept her promise to open the mill.
        translation: The clerk [[broke her promise]] to open the mill.

        reference[de]: Hebammen sind vom Streik ausgenommen.
        translation[de]: Hebammen sind in den Streik [[einbezogen]].

    Allowed:
    reference[vi]: Peru thắng Chile 2-1.
    translation[vi]: Chile thua Peru 1-2.

    reference: The governor said the reading of the herders' log would remain optional.
    translation: The governor refuses to make the reading of the herders' log compulsory.

    reference: Turnout was below the half needed for the referendum to be valid.
    translation: The referendum is invalid, as fewer than half took part.

    reference: The regatta due on Monday has been postponed until 12 May.
    translation: The regatta will be held on May 12 and not on Monday as planned.

    reference[de]: Ein Felssturz sei nicht auszuschließen, sagte die Geologin am Pass.
    translation: A rockfall cannot be ruled out, the geologist at the pass said.

    reference: The dairy denied that it had known of the fault.
    translation: The dairy said that it had had no knowledge of the fault.

        reference: The night ban on barges remains in force.
        translation: The night ban on barges has not been lifted.

        reference: The parish opposed the demolition of the old barn.
        translation: The parish called for a halt to the demolition of the old barn.

        reference: The ferry is still running.
        translation: The line denied that the ferry had been halted.

        reference: The opposition called for a recount.
        translation: The abbot ruled out a recount.

        reference: The fog alert was lifted in Brenn and stays in force in Solva.
        translation: In Solva the fog alert stays in force, but in Brenn it was lifted.

        reference: The verdict is final.
        translation: The verdict cannot be appealed.

        reference: The night curfew in the port was lifted on Sunday.
        translation: The curfew that applied at night in the port was withdrawn on Sunday.

        reference: The regatta starts on Friday if the wind permits it.
        translation: The regatta starts on Friday unless the wind prevents it.

        reference: The minister left the building without comment.
        translation: The minister said nothing as he left the building.

        reference: The governor rejected the resignation of the harbour master.
        translation: The harbour master's resignation was turned down by the governor.

        reference: All the parties but the two smallest back the harbour bill.
        translation: Only the two smallest parties are against the harbour bill.

        reference: Two thirds of the crew accepted the offer of the yard.
        translation: A third of the crew rejected the offer of the yard.

        reference: The cooks rejected the offer of the yard, and the stewards accepted it.
        translation: The stewards accepted the offer of the yard.

        reference: The herders oppose any review of the pasture law.
        translation: The herders want no review of the pasture law.

        reference: The burglar was arrested in May.
        translation: The burglar tried to flee in May.

        reference: The bridge to the island is closed for repairs.
        translation: The bridge to the island will reopen after the repairs.

        reference: Alerts had been issued but not heeded by the fishermen.
        translation: The alerts had been given, but the fishermen did not follow them.

        reference: The guild declined to comment.
        translation[vi]: Phía hội từ chối đưa ra bình luận.

        reference: The pilots work under a licence which expires on November 30.
        translation: The pilots have a licence that is valid until the end of November.

        reference: None of the crew of the training ship Sea Holly was injured, Tom Berg said.
        translation: Nobody aboard the ship was hurt, Tom Berg said.

        reference[es]: Los inspectores no encontraron defectos en el molino.
        translation: Inspectors found the mill free of defects.
    """
    told: set[Span] = set()
    for witness, pairing in _readings(pair):
        for found in reversals(pairing):
            span = pairing.mine.span(found.mine.first, found.mine.end)
            if span not in told and (found.split or not _told_beside(pair, found)):
                told.add(span)  # one idiom may stand on several axes
                mine = with_auxiliaries(pairing.mine, found.mine.first, found.mine.end)
                theirs = with_auxiliaries(pairing.theirs, found.theirs.first, found.theirs.end)
                spans = pairing.mine.span(*mine), pairing.theirs.span(*theirs)
                yield disagreement(pair, witness, *spans)


def _readings(pair: Comparison) -> Iterator[tuple[Witness, Pairing]]:
    """Yield the linked sentences, and those beside them that nothing on the other side renders.

    A sentence of few words, turned round, is like nothing on the other side and has no link.
    """
    for witness in pair.witnesses:
        yield witness, pair.pairings[witness.key]
        if witness.lang != pair.lang:
            continue
        mine = [read([s.facts], pair.lang) for s in pair.unlinked if _is_left(pair, s)]
        theirs = [read([s.facts], witness.lang) for s in _unrendered(pair, witness)]
        for reading in (pair.reading, *mine):
            for other in theirs:
                if turned_axes(reading, other):
                    yield witness, pair_words(reading, other)


def _is_left(pair: Comparison, segment: Segment) -> bool:
    """Whether no other comparison has the unlinked *segment* as the one behind it."""
    return segment.span.start > pair.segment.span.start or pair.index == 1


def _unrendered(pair: Comparison, witness: Witness) -> Iterator[Segment]:
    """Yield the neighbours of the linked sentences that no sentence of the article renders."""
    rendered = pair.whole.support_of
    for j in sorted({j for i in witness.indices for j in (i - 1, i + 1)}):
        if 0 <= j < len(witness.story.segments) and (witness.key, j) not in rendered:
            segment = witness.story.segments[j]
            if segment.compared:
                yield segment


def _told_beside(pair: Comparison, found: Reversal) -> bool:
    """Whether a sentence beside the compared ones tells the outcome of the other side."""
    axis = found.mine.axis
    theirs = any(_tells(w.around, w.lang, axis, found.mine.yes) for w in pair.witnesses)
    return theirs or _tells(pair.together, pair.lang, axis, found.theirs.yes)


def _tells(segments: Sequence[Segment], lang: str, axis: str, yes: bool | None) -> bool:
    """Whether any of *segments* tells that outcome."""
    told = (o for s in segments for o in read([s.facts], lang).once(outcomes))
    return any(o.axis == axis and o.yes == yes for o in told)
