"""Rule ``negation-flipped``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison, Witness
from transdiff.language.contraposed import contraposed
from transdiff.language.flips import Flip
from transdiff.language.pairing import Pairing
from transdiff.language.polarity import compare_polarity
from transdiff.language.reading import Reading
from transdiff.language.shares import complementary
from transdiff.model import BlockKind, Severity
from transdiff.rule import Mark, rule
from transdiff.rules.meaning.claims import disagreement, with_auxiliaries
from transdiff.rules.meaning.no_comment import answers_never_given
from transdiff.rules.meaning.no_reply import refused_unanswered
from transdiff.rules.meaning.told_denials import agree_after_all, is_told_elsewhere
from transdiff.rules.meaning.unanswered import SEEN, shown, unanswered
from transdiff.steps import PARALLEL


@rule(group="meaning", category="negation", severity="critical")
def negation_flipped(pair: Comparison) -> Iterator[Mark]:
    """Report a claim that is denied on one side and affirmed on the other.

    A lost or added "not" reverses the news. Denials are compared event by event, whatever words
    carry them: *failed to sign* and *did not sign* agree, so do *unbeaten* and *lost none*,
    *yet to be set* and *has not been set*. A claim stands if any aligned reference makes it. Where
    only the words around the denial agree, the finding is major in a translation that follows the
    reference sentence by sentence, minor in a rewritten text.

    Flagged:
        reference: Not all of the families accepted the invitation to the service.
        translation: [[None]] of the families accepted the invitation to the service.

        reference: None of the porters slept; some of the cooks sang.
        translation: [[Not]] all of the porters slept; some of the cooks sang.

        reference: The operator said it was cooperating with the inquiry.
        translation: The operator says it is [[not helping the investigators]].

        reference: The party has governed for twelve years.
        translation: The party [[has not governed]] for twelve years.

        reference[de]: Drei der Tafeln stammen von dem Maler Wiesing.
        translation: Three of the panels [[were not painted]] by Wiesing.

        reference: Few nurses applied, and the warden resigned.
        translation: Few nurses applied, and the warden did [[not resign]].

        reference[fr]: La mairie n'a pas confirmé la fuite, signalée samedi.
        translation[fr]: La mairie [[a confirmé]] la fuite, sans donner de date.

        reference[de]: Die Gleise waren blockiert, die Gäste mussten aber nicht umsteigen.
        translation[de]: Die Gleise waren blockiert, und die Gäste [[mussten]] umsteigen.

        reference[es]: La ministra agregó que la vacunación no será obligatoria.
        translation[es]: La ministra agregó que vacunarse [[será obligatorio]].

        reference: The builder pulled down the mill without a permit from the council.
        translation: The builder pulled down the mill with a [[permit]] from the council.

        reference: The herders crossed the pass with most of their sheep.
        translation: The herders crossed the pass [[without their sheep]].

        reference: The guards were unaware that the gate was open, the inquiry found.
        translation: The guards [[were aware]] that the gate was open, the inquiry found.

        reference: The prosecutors have not frozen the accounts of the company.
        translation: The prosecutors [[have frozen]] the accounts of the company.

        reference: The minister has signed the order on new tariffs, her office said.
        translation: The minister [[has not signed]] the order on new tariffs, her office said.

        reference: There is no evidence that the bridge was unsafe, the engineers said.
        translation: There is [[evidence]] that the bridge was unsafe, the engineers said.

        reference: He denied that the crews had switched off their tracking devices.
        translation: He [[admitted]] that the crews' tracking devices had been switched off.

        reference: The agency could not verify the report from the village.
        translation: The agency [[verified]] the report from the village.

        reference: The teachers' union criticised the reform of the timetable.
        translation: The teachers' union [[welcomed]] the reform of the timetable.

        reference: The banks are not required to pass the cut on to their customers.
        translation: The banks are [[required not]] to pass the cut on to their customers.

        reference: The governor refused to sign the decree on water rights.
        translation: The decree on water rights [[was signed]] by the governor.

        reference[de]: Ein Sprecher wollte sich dazu nicht äußern.
        translation[de]: Ein Sprecher [[dementierte]] das.

        reference[es]: La ministra no descartó elecciones anticipadas en mayo.
        translation[es]: La ministra [[descartó]] elecciones anticipadas en mayo.

        reference: The inspectors found that the lift was untested.
        translation: The inspectors found that the lift [[was examined]].

        reference: The blaze at the mill had nothing to do with the wiring, the inspectors said.
        translation: The blaze at the mill was caused by the [[wiring]], the inspectors said.

        reference: The jury convicted the trader of fraud but acquitted him of perjury.
        translation: The jury found the trader guilty of fraud and [[perjury]].

        reference[fr]: Le festival aura lieu à condition que la préfecture donne son accord.
        translation[fr]: Sans l'accord de la préfecture, le festival n'aura pas lieu.

        reference: Two fire engines were sent to the mill but were not required.
        translation: Two fire engines were sent to the mill and [[had to]] pump out the cellar.

        reference: A banker said the airline was in talks with a fund. The airline had no comment.
        translation: The airline [[denied]] a banker's claim that it was in talks with a fund.

        reference: The board did not confirm that there are plans to sell the ferry.
        translation: The board [[denied]] that there are plans to sell the ferry.

        reference[es]: La cooperativa ni pagó la multa ni cerró el molino.
        translation[es]: La cooperativa [[pagó]] la multa y [[cerró]] el molino.

        reference: The owners will sell the plant in Aldmoor rather than close it.
        translation: The owners will close the plant in Aldmoor [[rather than]] sell it.

        reference[de]: Die Gäste der Mühle müssen am Einlass keinen Ausweis zeigen.
        translation[de]: Die Gäste der Mühle [[dürfen]] am Einlass keinen Ausweis zeigen.

        reference: The jury chose the mill instead of the tannery.
        translation: The jury chose the tannery [[instead of]] the mill.

        reference: The ward has enough cots for the newborn, the midwife said.
        translation: The ward [[lacks]] cots for the newborn, the midwife said.

        reference: The guards obeyed the order of the warden.
        translation: The guards [[refused to obey]] the order of the warden.

        reference: The band played in the hall after the fire.
        translation: The band [[hardly played]] in the hall after the fire.

        reference: The warden said an early release was possible.
        translation: The warden [[ruled out]] an early release.

        reference: The vet said there was no proof that the feed had made the horses ill.
        translation: The vet [[ruled out]] that the feed had made the horses ill.

        reference: The owners have not decided whether to sell the mill by the lake.
        translation: The owners have decided [[not]] to sell the mill by the lake.

        reference: Witnesses need not give their names to the clerk.
        translation: Witnesses [[cannot]] give their names to the clerk.

        reference: The harbour master had issued no ban on sailing when the ferry left.
        translation: The ferry left [[in defiance of a ban]] on sailing by the harbour master.

        reference: Norway offered a rescue ship. The ministry has not replied to the offer yet.
        translation: Norway offered a rescue ship, but the ministry [[rejected]] it.

        reference: Members and pupils may also use the lift, the warden said.
        translation: [[Only members]] and pupils may use the lift, the warden said.

        reference: Every ward in the clinic, including Lom, has water.
        translation: Every ward in the clinic [[except Lom]] has water.

        reference: Tenants say they were not told to leave the house before the fire.
        translation: Tenants say they [[were told not]] to leave the house before the fire.

        reference[es]: Los mineros no volverán al trabajo hasta después del acuerdo.
        translation[es]: Los mineros no volverán al trabajo [[ni siquiera después]] del acuerdo.

        reference: Hardly any shop on the square was spared by the looters.
        translation: [[Hardly a shop on the square was looted]].

        reference: Inspectors did not examine the brakes of the tram.
        translation: Inspectors [[found]] the brakes of the tram in order.

        reference: Doctors said they could not establish poisoning.
        translation: Doctors said they [[could not rule out]] poisoning.

        reference[fr]: Les otages n'ont pas tous été libérés, selon l'armée.
        translation[fr]: Aucun des otages [[n']]a été libéré, selon l'armée.

        reference: Sweden did not oppose the trade deal.
        translation: Sweden [[voted]] against the trade deal.

        reference: The ferrymen were set free after the two mayors had talked by telephone.
        translation: The ferrymen [[were not let]] go after the two mayors had spoken by telephone.

        reference: The walkout hits the ferries, the trams and the bakeries.
        translation: The walkout hits the ferries and the trams, but [[not the bakeries]].

        reference: The canton had not asked for more guards as part of the deal.
        translation: The canton [[had asked]] for more guards under the deal.

    Allowed:
        reference: The boxer has withdrawn from the fight on Saturday because of a hand injury.
        translation: The boxer has injured a hand and will not fight on Saturday.

        reference: The tram drivers have called off their strike after a deal on pay was reached.
        translation: The tram drivers will not strike after all because there is a deal on pay.

        reference[vi]: Giám đốc bác bỏ thông tin nhà máy sẽ đóng cửa và nói đó chỉ là tin đồn.
        translation[vi]: Giám đốc khẳng định chuyện nhà máy đóng cửa chỉ là tin đồn.

        reference[ru]: Мельник вину в поджоге не признал.
        translation[en]: The miller denied the arson charges.

        reference[es]: El barco llevaba a menores no acompañados al puerto.
        translation[en]: The boat took unaccompanied children to the port.

        reference[fr]: Les bateliers ont levé leur préavis de grève pour lundi.
        translation[en]: There will be no strike by the boatmen on Monday.

        reference: The winds at the mill were the strongest ever recorded in the valley.
        translation[ru]: В долине никогда не регистрировали такого сильного ветра, как у мельницы.

        reference: The miller will make the choice of a site in May.
        translation: The choice of a site has not been made yet, the miller said.

        reference[zh]: 医院说，三名矿工生命体征稳定。
        translation[zh]: 医院说，三名矿工没有生命危险。

        reference[fr]: Toute visite du phare est soumise à autorisation.
        translation[fr]: Le phare ne peut plus être visité sans autorisation.

        reference[ru]: Движение паромов у причала было приостановлено на два часа.
        translation[en]: Ferries did not run at the pier for two hours.

        reference: The hall was packed for the debate of the two mayors.
        translation: No seats were left in the hall for the debate of the two mayors.

        reference: The ferrymen were kept on board while the two mayors talked by telephone.
        translation: The ferrymen were not let go while the two mayors spoke by telephone.

        reference: The herders boycotted the swearing-in of the warden.
        translation: The herders did not attend the swearing-in of the warden.

        reference: The owners have not decided whether to sell the mill by the lake.
        translation: The owners are still weighing a sale of the mill by the lake.

        reference[zh]: 未经许可，任何人不得在湖中捕鱼。
        translation[zh]: 在湖中捕鱼必须获得许可。

        reference: The owners have not decided whether to open the mill by the lake.
        translation: Whether a second mill will be built is still open, the owners said.

        reference[fr]: Le comité des pêches a regretté de ne pas avoir été consulté.
        translation[fr]: Le comité des pêches aurait voulu être consulté.

        reference[ru]: Поезда пойдут по мосту не раньше марта, сообщила дорога.
        translation[ru]: До марта поезда по мосту не пойдут, сообщила дорога.

        reference: The vet said the herb is no medicine and must not be used as one.
        translation: The vet said the herb must not be used as a medicine.

        reference: Witnesses need not give their names to the clerk.
        translation: Witnesses may withhold their names from the clerk.

        reference: It is the largest fire in the valley since the dam was built in 1961.
        translation: No fire of this size was seen in the valley since the dam was built in 1961.

        reference: The bank froze the grants over concerns about the independence of the mint.
        translation: The bank froze the grants for fear that the mint is not being kept independent.

        reference: The peso firmed as much as 2% against the dollar before it trimmed its gains.
        translation: The peso gained up to 2% on the dollar, but later gave back a part of that.

        reference: The mill has not worked since March, the owner said.
        translation: The mill has stood idle since March, the owner said.

        reference: Every ward in the clinic except Lom has water.
        translation: Lom is the only ward in the clinic without water.

        reference[es]: La aldea no tiene luz ni agua desde el lunes.
        translation[es]: La aldea está sin luz ni agua desde el lunes.

        reference[ru]: Погибших, как сообщили в министерстве, нет.
        translation[en]: Nobody was killed, the ministry said.

        reference[en]: If the tenants do not pay by May, they will be evicted.
        translation[de]: Die Mieter müssen bis Mai zahlen, andernfalls wird ihnen gekündigt.

        reference: Two fire engines were sent to the mill but were not required.
        translation: Two fire engines were sent to the mill but did not have to be used.

        reference: The owners will sell the plant in Aldmoor rather than close it.
        translation: Rather than close the plant in Aldmoor, the owners will sell it.

        reference: The mayor will sell the plant rather than close the plant.
        translation: The plant will be sold by the mayor rather than closed.

        reference: The cooks had no more than an hour to feed the crew.
        translation: The cooks had an hour at most to feed the crew.

        reference: Fewer than ten of the boats came back to the harbour.
        translation: Not even ten of the boats came back to the harbour.

        reference: Each of the boats has ten seats at most.
        translation: None of the boats has more than ten seats.

        reference: Coach Nils Aas would not comment on the leak. He rejected the claim that he lied.
        translation: Coach Nils Aas denied that he had lied.

        reference: The divers are still searching the lake, the mayor said on Sunday.
        translation: The search of the lake is not over, the mayor said on Sunday.

        reference: The date of the next round has not been set.
        translation: A date for the next round has yet to be set.

        reference: It was not immediately known who fired first.
        translation: It was unclear who fired first.

        reference: Envoys failed to reach agreement on the final text.
        translation: Envoys did not reach agreement on the final text.

        reference: The union did not reject the offer.
        translation: The union accepted the offer.

        reference: The court ruled that the vote was not legitimate.
        translation: The court ruled that the vote was illegitimate.

        reference: The airport will not reopen before Friday.
        translation: The airport will reopen no earlier than Friday.

        reference: The shop was looted and closed. Officers made no arrests.
        translation: The shop was looted and nobody was arrested.

        reference: The minister said he does not think the strike will last.
        translation: The minister said he thinks the strike will not last.

        reference: About 60 percent of the loans have been repaid, the receiver said.
        translation: Two fifths of the loans have not been repaid, the receiver said.

        reference: The repairs will take at least five weeks.
        translation: The repairs will not take less than five weeks.

        reference: Only some of the villages have been reached.
        translation: Not all of the villages have been reached.

        reference: All 31 people aboard the ferry were in good health.
        translation: None of the 31 people aboard the ferry has come to any harm.

        reference: Value-added tax will not rise, but drivers will pay 6 cents more for petrol.
        translation: Taxes on petrol will rise by 6 cents.

        reference: She is the first woman to lead the choir.
        translation: No woman had led the choir before her.

        reference: The gate and the wall of the fort were not damaged in the quake.
        translation: Neither the gate nor the wall of the fort was damaged in the quake.

        reference: Landslides are not rare on the slope, the mayor said.
        translation: Landslides are common on the slope, the mayor said.

        reference: The board cannot go back to the old tariff, its chair said.
        translation: A return to the old tariff is out of the question, its chair said.

        reference: The jury acquitted the banker of forgery.
        translation: The jury found the banker not guilty of forgery.

        reference: The selectors meet on May 19 to confirm the team.
        translation: The selectors will not meet until May 19 to confirm the team.

        reference: The firm said it was still investigating the cause of the fault.
        translation: The firm's investigation of the cause of the fault is not over, it said.

        reference: Most of the villagers have not come back to the valley.
        translation: Few of the villagers have come back to the valley.

        reference[vi]: Rất ít thuyền viên nhận ra con tàu.
        translation[vi]: Hầu như không thuyền viên nào nhận ra con tàu.

        reference[fr]: La traversée du col comporte un risque pour les skieurs.
        translation[fr]: La traversée du col n'est pas sans risque pour les skieurs.

        reference: The visit to the dam was useful, the envoy said.
        translation: It is not that the visit to the dam was not useful, the envoy said.

        reference[es]: El puerto no paga la tasa desde mayo.
        translation[es]: El puerto dejó de pagar la tasa en mayo.

        reference[vi]: Hãng tàu phủ nhận việc theo dõi thủy thủ trên bến.
        translation[vi]: Hãng tàu khẳng định không theo dõi thủy thủ trên bến.

        reference: The barn at the mill is still burning.
        translation: The barn at the mill has not yet been put out.

        reference: Few of the looted manuscripts have been recovered.
        translation: Not many of the looted manuscripts have been recovered.

        reference: The prince never travels without a doctor.
        translation: Whenever the prince travels, a doctor goes with him.

        reference: The votes of citizens abroad will be counted by Wednesday.
        translation: The votes of citizens abroad remain to be counted by Wednesday.

        reference[de]: Die Gutachter schließen einen Defekt am Seil nicht aus.
        translation[de]: Ein Defekt am Seil ist nach Angaben der Gutachter möglich.

        reference[de]: Der Turm darf nur mit Erlaubnis des Rates bestiegen werden.
        translation[de]: Der Turm darf ohne Erlaubnis des Rates nicht bestiegen werden.

        reference[de]: Manche Dörfer haben kein Wasser, die meisten Brunnen sind verseucht.
        translation[de]: Nicht alle Dörfer haben Wasser, wenige Brunnen sind unverseucht.

        reference[uk]: У відкриття млина мало хто вірить.
        translation[uk]: Майже ніхто не вірить у відкриття млина.

        reference[de]: Die Werft schließt weitere Kündigungen nicht aus.
        translation[de]: Nach Angaben der Werft kann es zu weiteren Kündigungen kommen.

        reference[de]: Das Urteil steht noch aus, ein Freispruch ist unwahrscheinlich.
        translation[de]: Das Urteil ist noch nicht gefallen, mit einem Freispruch rechnet niemand.

        reference[zh]: 中国首次派出无人艇参加演习。
        translation[en]: China sent uncrewed boats to the drill for the first time.

        reference: "This is not an end, it is a beginning," the envoy said.
        translation: It should be read as a beginning and not as an end, the envoy said.

        reference[de]: Züge werden ab Anfang 2027 fahren, hieß es.
        translation[de]: Vor Anfang 2027 werden keine Züge fahren.

        reference[fr]: Les experts n'ont pas inspecté le barrage.
        translation[fr]: Le barrage n'a fait l'objet d'aucune inspection par les experts.

        reference[es]: Los turistas no tienen que mostrar el pasaporte en la aduana.
        translation[es]: Los turistas pueden pasar la aduana sin mostrar el pasaporte.

        reference: The opening of the lock, planned for 3 May, was put off to 9 June.
        translation: The lock will not open on 3 May but on 9 June.

        reference: Doctors will not let her run before the scan.
        translation: Doctors want to see the scan before they let her run.

        reference: The strike stopped all trains for six hours.
        translation: For six hours no trains ran.

        reference: The convoy ran out of diesel on Thursday before it reached the town.
        translation: On Thursday, before it reached the town, the convoy had no diesel left.

        reference: The owners agreed on the rent but not on the date of the move.
        translation: The owners settled the rent, while the date of the move remained open.

        reference: The volcano had been quiet for thirteen years.
        translation: The volcano had not erupted for thirteen years.

        reference: The guards set up an exclusion zone around the crater.
        translation: No one is allowed near the crater.

        reference[fr]: L'accord entrera en vigueur après la signature des deux conseils.
        translation[fr]: Les deux conseils doivent signer avant que l'accord n'entre en vigueur.

        reference[de]: Die Halle wird nicht einmal zu einem Fünftel gefüllt.
        translation: The hall won't even be filled to a fifth.

        reference: The barge sailed without lights for an hour.
        translation: For an hour the barge sailed with its lights switched off.

        reference[ru]: На борту находились 87 пассажиров и шесть моряков, никто не пострадал.
        translation: None of the 93 people on board, six of them sailors, was hurt.

        reference: The miller has been under house arrest since May.
        translation: The miller is not in prison: he has been under house arrest since May.

        reference: The canton will lift its ban on the export of timber.
        translation: The canton will once again allow timber to be exported.

        reference[ru]: Кантон снимет запрет на вывоз леса.
        translation: The canton will allow the export of timber.

        reference[zh]: 该州将解除木材出口禁令。
        translation: The canton will allow timber exports again.

        reference[ru]: На мельнице не ответили на запрос о комментарии.
        translation[ru]: Сама мельница на просьбу о комментарии не откликнулась.

    Allowed:
        reference: The suspects are two brothers. She did not give their names.
        translation: The suspects are two brothers. She did not name them.
    """
    for mine, witness, other in answers_never_given(pair):
        yield disagreement(pair, witness, mine.span, other.span)
    for refusal, witness, silence in refused_unanswered(pair):
        yield disagreement(pair, witness, refusal, silence)
    terse = pair.segment.block.kind is BlockKind.HEADLINE
    verdicts = {w.key: pair.pairings[w.key].once(compare_polarity) for w in pair.witnesses}
    surplus = {} if terse else unanswered(pair)
    told = {i for verdict in verdicts.values() for i in verdict.agreed}
    for witness in pair.witnesses:
        pairing, flips = pair.pairings[witness.key], verdicts[witness.key].flips
        unsure = flips or surplus
        if unsure and (complementary(pairing.mine, pairing.theirs) or contraposed(pairing)):
            surplus = {}
            continue
        for flip in flips:
            told |= {*range(*flip.mine)}
            if (terse and not flip.sure) or agree_after_all(pairing, flip):
                continue
            if not is_told_elsewhere(pair, witness, flip, verdicts):
                unheard = flip.added and not surplus.keys().isdisjoint(range(*flip.mine))
                yield _mark(pair, witness, pairing, flip, unheard=unheard)
    yield from (shown(pair, denial) for first, denial in surplus.items() if first not in told)


def _mark(
    pair: Comparison, witness: Witness, pairing: Pairing, flip: Flip, *, unheard: bool
) -> Mark:
    open_ = any(c.first == flip.theirs[0] for c in pairing.theirs.of_kind("event", "exclude"))
    whole = open_ or not flip.added
    theirs = _with_denial(pairing.theirs, flip.theirs) if whole else flip.theirs
    return disagreement(
        pair,
        witness,
        pairing.mine.span(*with_auxiliaries(pairing.mine, *flip.mine)),
        pairing.theirs.span(*with_auxiliaries(pairing.theirs, *theirs)),
        severity=_severity(pair, witness, flip, unheard=unheard),
        sure=unheard,
    )


def _with_denial(reading: Reading, denied: tuple[int, int]) -> tuple[int, int]:
    """Return the denied words with what denies them, so that a reader sees it: 不能 in 不能排除."""
    first, end = denied
    gaps = [
        (max(first - c.end, c.first - end), c)
        for c in reading.of_kind("negation", "not", "lexical")
        if reading.clauses[c.first] == reading.clauses[first]
    ]
    gap, cue = min(gaps, key=lambda g: g[0], default=(SEEN + 1, None))
    if cue is None or gap > SEEN:
        return denied
    return min(first, cue.first), max(end, cue.end)


def _severity(pair: Comparison, witness: Witness, flip: Flip, *, unheard: bool) -> Severity:
    """Critical where one event is denied and affirmed; else it depends on how the text follows.

    In a text that is put in other words a denial of other words may well be the same claim, but
    not where nothing at all denies anything in any reference.
    """
    if flip.sure:
        return Severity.CRITICAL
    if unheard:
        return Severity.MAJOR
    return Severity.MAJOR if pair.whole.in_step[witness.key] >= PARALLEL else Severity.MINOR
