"""Rule ``condition-dropped``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Facts
from transdiff.language.bare_claims import bare_claims, is_there
from transdiff.language.conditions import Claim, conditional_claims, strict_in
from transdiff.language.fulfilled import fulfilled, given_as_fact
from transdiff.language.kept_conditions import reworded, softened
from transdiff.language.pairing import Pairing
from transdiff.language.reading import read
from transdiff.language.untied import untied
from transdiff.model import BlockKind, Severity
from transdiff.rule import Mark, rule
from transdiff.rules.meaning.claims import disagreement, with_auxiliaries


@rule(group="meaning", category="condition", severity="major")
def condition_dropped(pair: Comparison) -> Iterator[Mark]:
    """Report a claim that holds only under a condition, made without it.

    "Would leave **if** the talks fail" is not "announced it would leave". The condition may stand
    in the sentence, beside it or in other words (*should the talks fail*, *pending approval*); a
    reference that makes the claim without a condition settles it. A condition told as a fact, *as
    the talks failed*, is none any more. Critical in the lead.

    Flagged:
        reference: The union would end the strike if the company restored the old contract.
        translation: Miners met on Sunday.\\n\\nThe [[union would end the strike]].

        reference: Lenders agreed to release the money provided that parliament passes the budget.
        translation: Miners met on Sunday.\\n\\n[[Lenders agreed to release the money]].

        reference[es]: Los convoyes entrarán en la ciudad una vez que se despeje la carretera.
        translation[es]: Los [[convoyes entrarán en la ciudad]].

        reference: The ferry would be late if the fog thickened, and nobody would wait.
        translation: The ferry would be late [[as the fog thickened]], and nobody would wait.

        reference: Should the jury acquit the baker, the mill will reopen.
        translation: The [[jury acquitted the baker]] and the mill will reopen.

        reference: The pier opens in May if the repairs hold, the mayor said, but not for cars.
        translation: The [[pier opens]] in May, the mayor said, and without fees, but not for cars.

        reference[de]: Die Fähre legt morgen ab, sollte der Sturm über Nacht abflauen.
        translation[de]: Die Fähre legt morgen ab, [[da der Sturm abflaut]].

        reference[de]: Vorbehaltlich der Zustimmung des Rats öffnet die Schule im Mai.
        translation[de]: Die [[Schule öffnet im Mai]].

        reference[zh]: 只有停火得到遵守,欧盟才会取消对该国的制裁。
        translation[zh]: 欧[[盟将取消对该国的制裁]]。

        reference: The gates would have to be opened if the river passed 9.6 metres on Monday.
        translation: The [[gates would have to be opened]], and people have to be ready to go.

        reference: Coaches will run again from Easter if engineers declare the bridge safe.
        translation: [[Bus traffic starts again at Easter]].

        reference[zh]: 如公司签署合同，工会将于周五结束罢工。
        translation[zh]: 工[[会将于周五结束罢工]]。

        reference[de]: Das Wehr wird im Mai geöffnet, sofern der Rat zustimmt.
        translation[de]: Das Wehr wird im Mai geöffnet, [[weil der Rat zustimmt]].

        reference[ru]: Паром пойдёт в среду, если порт выдаст разрешение на выход.
        translation[ru]: Паром пойдёт в среду, [[потому что порт выдаст разрешение на выход]].

        reference[fr]: Le moulin rouvrira en mai si la commune paie les travaux.
        translation[fr]: Le moulin rouvrira en mai [[parce que la commune paie les travaux]].

        reference[vi]: Nếu hội đồng đồng ý, cây cầu sẽ mở cửa vào tháng 5.
        translation[vi]: [[Vì hội đồng đồng ý]], cây cầu sẽ mở cửa vào tháng 5.

        reference: A third pier will depend on the price of steel, the mayor said.
        translation: The mayor promised a [[third pier]].

        reference: The lock will reopen once divers have cleared the gate.
        translation: The [[lock will reopen]] tonight.

        reference[ru]: Шлюз откроется, как только водолазы расчистят ворота.
        translation: The lock [[will open]] today.

        reference: Exports will resume once the port is cleared of mines.
        translation[ru]: [[Экспорт возобновится]].

    Allowed:
        reference: Exports will resume once the port is cleared of mines.
        translation[ru]: Экспорт возобновится после разминирования порта.

        reference[es]: La policía investiga si el maquinista se durmió.
        translation[es]: El maquinista pudo dormirse, una hipótesis que investiga la policía.

        reference: Passengers can claim a refund if their ferry is more than an hour late.
        translation: Delays exceeding 60 minutes will entitle ferry passengers to a refund.

        reference[de]: Die Schleuse öffnet wieder, sobald das Eis getaut ist.
        translation: With the ice gone the lock is to reopen.

        reference: The baker could be jailed for up to 12 years if convicted.
        translation: The baker faces up to 12 years behind bars.

        reference: The size of the toll will depend on the price of steel.
        translation: The price of steel will decide how high the toll is.

        reference[ru]: Если депутаты дважды отклонят бюджет, состоятся досрочные выборы.
        translation[de]: Scheitern zwei Anläufe, kommt es zu vorgezogenen Wahlen.

        reference[pt]: A ponte mantém-se fechada, disse o presidente da câmara.
        translation[pt]: A ponte está fechada, disse o presidente da câmara.

        reference[de]: Das Wehr wird geöffnet, sobald der Regen nachlässt.
        translation[de]: Das Wehr wird geöffnet, nachdem der Regen nachgelassen hat.

        reference[es]: La mina, acusada de haber ocultado la fuga, cerrará en mayo.
        translation[es]: La mina, a la que acusan de ocultar la fuga, cerrará en mayo.

        reference[en]: The firm halted production and said it would restart only if it is safe.
        translation[de]: Das Werk in Lom hat die Produktion am Montag eingestellt.

        reference[zh]: 一些欧洲国家，如法国和德国，将派团参加会议。
        translation[zh]: 法国、德国等多国将派团参加会议。

        reference: The gates would have to be opened if the river passed 9.6 metres.
        translation: The gates must be opened at 9.6 metres.

        reference[es]: El Gobierno enviará 400 militares a la zona si la provincia lo solicita.
        translation[es]: El despliegue de 400 soldados depende de que la provincia lo pida.

        reference[zh]: 如果公司恢复旧合同,工会将结束罢工。
        translation[zh]: 公司若恢复旧合同,工会就结束罢工。

        reference[de]: Falls es schneit, fällt der Lauf am Sonntag aus.
        translation[de]: Bei Schnee fällt der Lauf am Sonntag aus.

        reference[es]: Si se confirma la fuga, el puerto cerrará el lunes.
        translation[es]: De confirmarse la fuga, el puerto cerrará el lunes.

        reference[fr]: Si la pluie venait à cesser, la digue tiendrait jusqu'au matin.
        translation[fr]: Viendrait-elle à cesser, la digue tiendrait jusqu'au matin.

        reference[es]: «¿Conocía al armador?», preguntó la jueza al testigo de Orla.
        translation[es]: La jueza preguntó al testigo de Orla si conocía al armador.

        reference: The harbour can only open if the pilots agree to the plan.
        translation: Without the agreement of the pilots to the plan, the harbour cannot open.

        reference: The pact takes effect only when both parliaments ratify it.
        translation: Before the pact takes effect both parliaments must ratify it.

        reference: The union would end the strike if the company restored the old contract.
        translation: Should the company restore the old contract, the union would end the strike.

        reference: The union would end the strike if the company restored the old contract.
        translation: The union would end the strike. That holds only if the firm gives in.

        reference: The owner would close the slipway if the yard lost the order.
        translation: Were the yard to lose the order, the owner would close the slipway.

        reference[zh]: 若俱乐部在6月前找不到赞助商,它将解散。
        translation[en]: The club must find a sponsor by June, failing which it will fold.

        reference[de]: Wenn es regnet, tagt der Rat im Saal.
        translation[de]: Regnet es, tagt der Rat im Saal.

        reference: The guild would lend the mill 200 crowns as long as it kept six bakers, the reeve said.
        translation: The guild would lend the mill 200 crowns, the reeve said. The loan depends on six bakers staying.

        reference: If hikers want to reach the hut before dark, they must leave at noon.
        translation: Hikers who mean to reach the hut before dark must leave at noon.

        reference: If there are leaks in the dam, they will be reported to the ministry.
        translation: Leaks in the dam will be reported to the ministry.

        reference: If the weather holds, crews will reach the village on Friday.
        translation: The weather is expected to hold.

        reference: The union would end the strike if the company restored the old contract.
        reference: The union said it would end the strike.
        translation: The union said it would end the strike.
    """  # noqa: E501
    lead = _is_lead(pair)
    for witness in pair.witnesses:
        for claim in fulfilled(pair.pairings[witness.key]):
            if not (_open_elsewhere(pair, witness) or _comes_true(pair, witness, claim)):
                yield _mark(pair, witness, claim, lead)
                return
    terse = pair.segment.block.kind is BlockKind.HEADLINE
    if strict_in(_beside(pair, lead)) or _is_tied_beside(pair):
        return
    for witness in pair.witnesses:
        for claim in conditional_claims(pair.pairings[witness.key]):
            pairing = pair.pairings[witness.key]
            if terse and ((pairing.foreign and _is_thin(pairing, claim)) or _leaves_open(pair)):
                continue
            if softened(pairing, claim) or reworded(pairing, claim):
                continue
            if is_there(pairing, claim.condition) and given_as_fact(pairing, claim) is None:
                continue
            others = [w for w in pair.witnesses if w.key != witness.key]
            if not any(_free(pair, w, claim) for w in others):
                yield _mark(pair, witness, claim, lead)
                return
    for witness in pair.witnesses if not terse else ():
        pairing = pair.pairings[witness.key]
        for claim in (*bare_claims(pairing), *untied(pairing)):
            others = [w for w in pair.witnesses if w.key != witness.key]
            if not any(_free(pair, w, claim) for w in others):
                yield _mark(pair, witness, claim, lead)
                return


def _leaves_open(pair: Comparison) -> bool:
    """Whether a headline says by a hedge that its matter is not settled: *may*, *could*."""
    return bool(pair.reading.of_kind("hedge", "possible", "likely"))


def _open_elsewhere(pair: Comparison, witness: Witness) -> bool:
    """Whether a neighbour of the sentence sets a condition, or another witness knows of none."""
    if strict_in([s.facts for s in pair.around if s != pair.segment]):
        return True
    others = (w for w in pair.witnesses if w.key != witness.key)
    return any(not strict_in([s.facts for s in w.around]) for w in others)


def _comes_true(pair: Comparison, witness: Witness, claim: Claim) -> bool:
    """Whether the reference tells in another sentence that what the condition supposes is so."""
    pairing = pair.pairings[witness.key]
    held = pairing.images(range(*claim.stated))
    stems = {pairing.theirs.words[j].stem for j in held if pairing.theirs.names_event(j)}
    others = (s.facts for s in witness.story.segments if s.compared and s not in witness.segments)
    readings = (read([facts], witness.lang) for facts in others if not strict_in([facts]))
    return any(r.words[i].stem in stems for r in readings for i in r.pasts)


def _is_thin(pairing: Pairing, claim: Claim) -> bool:
    """Whether one word is all that a headline in another language has of the claim."""
    return sum(pairing.forward[i] is not None for i in range(*claim.stated)) == 1


def _beside(pair: Comparison, lead: bool) -> list[Facts]:
    """Return the sentences that may hold the condition; a lead must hold it itself.

    A neighbour that renders a sentence with a condition of its own holds that one.
    """
    block = pair.segment.block
    own = [pair.whole.story.segments[i] for i in _with_their_own(pair)]
    return [s.facts for s in pair.around if (s.block == block or not lead) and s not in own]


def _is_tied_beside(pair: Comparison) -> bool:
    """Whether a sentence made from nothing else says what it hangs on: *The loan depends on it*."""
    shared = (pair.whole.story.segments[i] for i in pair.siblings)
    markers = (m for s in (*pair.unlinked, *shared) for m in s.facts.markers)
    return any(m.kind == "condition" and m.value == "tied" for m in markers)


def _with_their_own(pair: Comparison) -> Iterator[int]:
    """Yield the neighbours that have a condition from another sentence of a reference."""
    linked = {(w.key, i) for w in pair.witnesses for i in w.indices}
    for beside in (pair.index - 1, pair.index + 1):
        others = (place for place in pair.whole.support_for(beside) if place not in linked)
        facts = [pair.whole.references[key].segments[i].facts for key, i in others]
        if strict_in(facts):
            yield beside


def _free(pair: Comparison, witness: Witness, claim: Claim) -> bool:
    """Whether another witness makes the claim and knows no condition."""
    pairing = pair.pairings[witness.key]
    said = sum(pairing.forward[i] is not None for i in range(*claim.stated))
    return said >= 2 and not strict_in([s.facts for s in witness.around])


def _mark(pair: Comparison, witness: Witness, claim: Claim, lead: bool) -> Mark:
    pairing = pair.pairings[witness.key]
    clause = claim.condition.marker.scope or claim.condition.marker.span
    stated = given_as_fact(pairing, claim) or claim.stated
    return disagreement(
        pair,
        witness,
        pairing.mine.span(*with_auxiliaries(pairing.mine, *stated)),
        clause,
        value=claim.condition.marker.value,
        severity=Severity.CRITICAL if lead else Severity.MAJOR,
    )


def _is_lead(pair: Comparison) -> bool:
    """Whether the sentence is the headline or opens the story; bare sentences have no lead."""
    if pair.whole.story.document.sentences:
        return False
    if pair.segment.block.kind is BlockKind.HEADLINE:
        return True
    body = (s for s in pair.whole.story.segments if s.block.kind is BlockKind.BODY)
    return next(body, None) == pair.segment
