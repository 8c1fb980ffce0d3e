"""Rule ``tense-stage``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.language.reading import read
from transdiff.language.stages import Stage, stages, turned_stages
from transdiff.rule import Mark, rule
from transdiff.rules.meaning.claims import disagreement, with_auxiliaries


@rule(group="meaning", category="tense", severity="major")
def tense_stage(pair: Comparison) -> Iterator[Mark]:
    """Report a thing that stands elsewhere on its way than in every aligned reference.

    Put off is not called off, suspended not dismissed, signed not ratified, still burning not put
    out. The stages are the pack's ``[stages]``. A reference that tells the article's stage, be it
    in a neighbour of the linked sentences, settles it.

    Flagged:
        reference: The regatta was postponed because of the fog.
        translation: The regatta [[was cancelled]] because of the fog.

        reference: The search for the two divers is continuing.
        translation: The search for the two divers [[has ended]].

        reference: Sudria signed the treaty on the seabed in May.
        translation: Sudria [[ratified]] the treaty on the seabed in May.

        reference: The goalkeeper was suspended after the brawl.
        translation: The goalkeeper [[was sacked]] after the brawl.

        reference: The new vaccine has been submitted for approval.
        translation: The new vaccine has been [[approved]].

        reference: The divers' union is still investigating the fees of the port.
        translation: The divers' union [[has completed]] its investigation of the fees of the port.

        reference[vi]: Giải đua thuyền bị hoãn sang thứ Bảy vì sương mù.
        translation[vi]: Giải đua thuyền [[bị hủy]] vì sương mù.

        reference[ar]: وقعت الحكومة على الاتفاقية في مايو.
        translation[ar]: [[صادقت]] الحكومة على الاتفاقية في مايو.

        reference[zh]: 划船赛因大雾推迟到周六举行。
        translation[zh]: 划船赛因大雾[[取消]]。

        reference[es]: La regata fue aplazada por la niebla.
        translation[es]: La regata [[fue cancelada]] por la niebla.

        reference[pt]: Os dois portos chegaram a um acordo de princípio sobre um pacto de pesca.
        translation[pt]: Os dois portos [[assinaram]] um pacto de pesca.

    Allowed:
        reference: The bomb, dropped during the war, was defused on Monday.
        translation: On Monday experts made the bomb of the war safe.

        reference[pt]: A regata foi adiada por causa do nevoeiro.
        translation[pt]: O nevoeiro levou a que a regata fosse adiada.

        reference: The regatta was postponed because of the fog.
        translation: The regatta was put off because of the fog.

        reference: The regatta was postponed in May and then cancelled.
        translation: The regatta was cancelled.

        reference: The crew suspended its search, and the regatta was cancelled.
        translation: The search was suspended by the crew.

        reference: The crew agreed to restart the ferries suspended in May.
        translation: The crew agreed to resume the ferry service.

        reference: The mill was closed until 2019 for repairs.
        translation: The mill reopened in 2019 after repairs.

        reference: The ferry was not cancelled, only delayed.
        translation: The ferry was delayed.

        reference: The guild criticized the abbot for naming the cooks before the inquiry was over.
        translation: The guild criticized him for naming the cooks while the inquiry was going on.

        reference: The dairy has offered a rise of 3%.
        translation: The dairy is offering a rise of 3%.
    """
    found: dict[Stage, int] = {}
    for witness in pair.witnesses:
        pairing = pair.pairings[witness.key]
        beside = [s.facts for s in witness.around if s not in witness.segments]
        for mine, theirs in turned_stages(pairing):
            known = (read([facts], witness.lang) for facts in beside)
            if any(s.name == mine.name for r in known for s in stages(r, mine.ladder)):
                continue
            found[mine] = found.get(mine, 0) + 1
            if found[mine] == len(pair.witnesses):
                yield disagreement(
                    pair,
                    witness,
                    pairing.mine.span(*with_auxiliaries(pairing.mine, mine.first, mine.end)),
                    pairing.theirs.span(theirs.first, theirs.end),
                    value=theirs.name,
                )
