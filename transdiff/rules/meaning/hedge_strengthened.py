"""Rule ``hedge-strengthened``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison, Witness
from transdiff.language.cues import Cue
from transdiff.language.pairing import Pairing
from transdiff.language.permissions import exchanged_duties
from transdiff.language.promised import promised
from transdiff.rule import Mark, rule
from transdiff.rules.meaning.claims import disagreement, lost_hedges, mark_shift


@rule(group="meaning", category="hedge", severity="major")
def hedge_strengthened(pair: Comparison, *, steps: int = 2) -> Iterator[Mark]:
    """Report a claim or a duty that the article makes stronger than every aligned reference.

    *May* that becomes *will*, *does not rule out* that becomes *confirmed*, advice that becomes a
    ban: the reader acts on a certainty the source never gave. *steps* is how far on the ladder
    advised, urged, ordered, banned a duty may not move.

    Flagged:
        reference[ru]: В деле может появиться третий фигурант, сообщил источник.
        translation: A third suspect [[will appear]] in the case, a source said.

        reference: The central bank may pause its rate cuts in June.
        translation: The central bank [[will pause]] its rate cuts in June.

        reference: Mayor Ada Lund said the town might order a closure of the quay in May.
        translation: The city [[will impose]] a closure of the quay in May, Ada Lund said.

        reference: A meeting of the shareholders may take place in March.
        translation: The shareholders [[will meet]] in March.

        reference: The envoy did not rule out that his country would take part in the patrols.
        translation: The envoy [[confirmed that]] his country would take part in the patrols.

        reference: The operator hoped that the line would reopen by autumn.
        translation: The line [[will reopen]] by autumn, the operator said.

        reference: Residents were advised not to leave their homes after dark.
        translation: Residents were [[banned]] from leaving their homes after dark.

        reference: Auditors suspect that the club's treasurer diverted fees to his own account.
        translation: Fees at the club went to its treasurer's own account, auditors [[have proved]].

        reference: Some biologists believe that the otters came from the north.
        translation: Biologists [[have proved]] that the otters came from the north.

        reference[de]: Fachleute glauben, dass die Otter aus dem Norden kamen.
        translation[de]: Fachleute [[haben bewiesen]], dass die Otter aus dem Norden kamen.

        reference: The runner is doubtful for the race on Saturday.
        translation: The runner [[will]] start in the race on Saturday.

        reference: The club can still reach the final.
        translation: The club [[will]] still reach the final.

        reference: The committee said the treasurer should resign.
        translation: The committee said the treasurer [[would]] resign.

        reference[es]: Los bares del puerto podrán cerrar a las dos.
        translation[es]: Los bares del puerto [[deberán]] cerrar a las dos.

        reference[uk]: Зоологи припускають, що рись, можливо, повернулася до Карстового лісу.
        translation: Zoologists [[are convinced]] that the lynx has returned to the Karst forest.

        reference[en]: Investigators suspect that the watchman may have started the fire.
        translation[ru]: Следователи [[уверены]], что пожар устроил сторож.

    Allowed:
        reference: The runner is doubtful for the race on Saturday.
        translation: It is not certain that the runner will start in the race on Saturday.

        reference[ru]: Тренер уверен, что нападающий сыграет в воскресенье.
        translation: The coach is sure that the striker will play on Sunday.

        reference: The central bank may pause its rate cuts in June.
        translation: The central bank could pause its rate cuts in June.

        reference: The tunnel might open by the spring.
        translation: If the tests succeed, the tunnel will open by the spring.

        reference: Residents were urged not to leave their homes after dark.
        translation: Residents were asked not to leave their homes after dark.
    """
    for witness, shift in lost_hedges(pair):
        if shift.certain is not None:
            yield mark_shift(pair, witness, shift)
    yield from _duties(pair, steps)
    yield from _permissions(pair)


def _permissions(pair: Comparison) -> Iterator[Mark]:
    """Yield what must or will be done here and may or can be in every witness, or the reverse."""
    for exchanged in (exchanged_duties, promised):
        found = [list(exchanged(pair.pairings[w.key])) for w in pair.witnesses]
        if found and all(found):
            mine, theirs = found[0][0]
            yield disagreement(pair, pair.witnesses[0], mine.marker.span, theirs.marker.span)


def _duties(pair: Comparison, steps: int) -> Iterator[Mark]:
    """Yield the duties that are at least *steps* stronger than in every witness."""
    weaker: dict[Cue, list[tuple[Witness, Cue]]] = {}
    for witness in pair.witnesses:
        pairing = pair.pairings[witness.key]
        for mine in _duty_cues(pairing, mine=True):
            for theirs in _duty_cues(pairing, mine=False):
                if _same(pairing, mine, theirs):
                    weaker.setdefault(mine, []).append((witness, theirs))
    for mine, counterparts in weaker.items():
        if all(_step(mine) - _step(c) >= steps for _, c in counterparts):
            witness, theirs = counterparts[0]
            yield disagreement(pair, witness, mine.marker.span, theirs.marker.span)


def _duty_cues(pairing: Pairing, *, mine: bool) -> tuple[Cue, ...]:
    cues = (pairing.mine if mine else pairing.theirs).of_kind("status")
    return tuple(c for c in cues if c.marker.value.startswith("duty:"))


def _step(cue: Cue) -> int:
    return int(cue.marker.value.rpartition(":")[2])


def _same(pairing: Pairing, mine: Cue, theirs: Cue) -> bool:
    """Whether two duties are about the same deed: two words after them pair."""
    left = pairing.mine.beyond(mine.end, 5)
    right = pairing.theirs.beyond(theirs.end, 5)
    return sum(pairing.forward[i] in right for i in left) >= 2
