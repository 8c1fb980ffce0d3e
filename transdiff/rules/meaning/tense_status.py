"""Rule ``tense-status``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.model import Severity
from transdiff.rule import Mark, rule
from transdiff.rules.meaning.claims import disagreement, with_auxiliaries
from transdiff.rules.meaning.progress import leaps


@rule(group="meaning", category="tense", severity="major")
def tense_status(pair: Comparison, *, steps: int = 2) -> Iterator[Mark]:
    """Report an event that has come further in the article than in any aligned reference.

    Considered, asked for, planned, agreed, done: a jump of *steps* or more on this ladder turns an
    intention into a fact. What cannot be undone (a sale, a death, a signature) is critical.

    Flagged:
        reference: The judge proposed for the top court is awaiting confirmation by the senate.
        translation: The senate [[has confirmed]] the judge proposed for the top court.

        reference: Ministers of the nine states drafted a treaty on the river's water.
        translation: A treaty on the river's water [[was signed]] by ministers of the nine states.

        reference: The harbour master offered his resignation on Monday.
        translation: The harbour master [[resigned]] on Monday.

        reference: The airline plans to sell its cargo arm.
        translation: The airline [[has sold]] its cargo arm.

        reference: The governor has asked the capital for two hundred generators.
        translation: The governor [[received]] two hundred generators from the capital.

        reference: Talks on a new contract for the drivers are continuing, the union said.
        translation: The company [[has signed]] a new contract for the drivers, the union said.

        reference: The council said it was considering a grant of 3 million euros.
        translation: The council [[has promised]] 3 million euros, it said.

        reference: The bank was considering a loan of 50 million dollars to the province.
        translation: The bank is [[lending]] the province 50 million dollars.

        reference: The town is in talks with the Coast Savings Bank about a loan of 3 million.
        translation: The Coast Savings Bank is [[lending]] the town 3 million.

        reference: The two breweries are close to merging.
        translation: The two breweries [[have merged]].

        reference: The port agreed in principle to lease the quay to the navy.
        translation: The port [[agreed]] to lease the quay to the navy.

        reference: Repairs to the bridge are 80 percent complete.
        translation: The bridge has been [[repaired]].

        reference: The regulator was considering refunds for patients who had overpaid.
        translation: Refunds will be [[paid]] to patients who had overpaid.

        reference: A relief ship from Denmark is en route to the island.
        translation: A Danish relief ship [[has reached]] the island.

        reference: Sweden has pledged 12 snowploughs to the town.
        translation: Sweden [[delivered]] 12 snowploughs to the town.

        reference: Tenants of the estate have demanded compensation for the noise.
        translation: Tenants of the estate [[will]] be compensated for the noise.

        reference: The airline plans to sell its cargo arm.
        translation: The airline, which lost more than it had feared, [[has sold]] its cargo arm.

        reference[de]: Der Bischof sollte am Freitag die alte Mühle in Wendorf einweihen.
        translation[de]: Der Bischof [[weihte]] am Freitag die alte Mühle in Wendorf ein.

        reference[fr]: La ministre devait rendre le rapport lundi au Sénat.
        translation[fr]: La ministre [[a rendu]] le rapport lundi au Sénat.

        reference[es]: La empresa aún evalúa si mantiene su meta de producción.
        translation[es]: La empresa [[mantiene]] su meta de producción.

        reference[zh]: 协议尚需两国议会批准。
        translation[zh]: 两国议会已经[[批准]]协议。

        reference: The parties agreed to extend the pact, but the document has not been signed.
        translation: The parties [[signed]] an extension of the pact.

        reference[es]: El Gobierno estudia declarar la emergencia agropecuaria.
        translation[es]: Buenos Aires ya [[ha decretado]] la emergencia agropecuaria.

        reference[zh]: 政府正在考虑宣布农业紧急状态。
        translation[zh]: 政府已[[宣布]]农业紧急状态。

        reference[de]: Die Brauerei erwägt, in Halden 200 neue Arbeiter einzustellen.
        translation[en]: The brewery [[has taken]] on 200 new workers in Halden.

        reference: Nurses will vote on Monday on whether to walk out over night shifts.
        translation: Nurses [[will walk]] out on Monday over night shifts.

        reference[fr]: Le transporteur est en discussions avec Rome en vue de reprendre six lignes.
        translation[en]: The carrier [[has agreed]] with Rome to take over six lines.

        reference: The brewery has begun talks to lease the old customs house.
        translation: The brewery [[has leased]] the old customs house.

    Allowed:
        reference[de]: Sommer wollte weitere Streiks nicht ausschließen.
        translation[de]: Sommer schloss weitere Streiks nicht aus.

    Allowed:
        reference: The ferry's licence runs out in June, the harbour master said.
        translation: The harbour master said the ferry's licence would run out in June.

        reference: Gale tears roof off the town hall on Friday
        translation: A gale tore the roof off the town hall on Friday.

        reference: The skipper will miss the regatta after rupturing a tendon, the club said.
        translation: The skipper, who tore a tendon, will miss the regatta, the club said.

        reference[zh]: 教育局要求，各校最迟于5月为所有班级配备至少两台电扇。
        translation[zh]: 根据教育局的要求，5月前，每个班级都要有不少于两台电扇。

        reference[es]: El capitán pidió perdón a las víctimas del abuso cometido por un marinero.
        translation[es]: Las víctimas del marinero que abusó de ellas recibieron las disculpas.

        reference: The two cyclists sought help in the village and were taken to a clinic.
        translation: In the village the two cyclists turned to a clinic for help.

        reference[ru]: В ходе проверки будет дана оценка действиям должностных лиц.
        translation[ru]: Идет проверка: предстоит оценить, как действовали должностные лица.

        reference: Repairs to the bridge are 80 percent complete.
        translation: Four fifths of the bridge repairs are done.

        reference: The hearing will take three days in May.
        translation: The court reserved three days for the hearing in May.

        reference: The minister offered his condolences to the family.
        translation: The minister expressed his condolences to the family.

        reference: Demand had reached a record of 1,980 megawatts on Tuesday.
        translation: Consumption had peaked at 1,980 megawatts on Tuesday.

        reference: The ship was studying the seabed under a permit of the ministry.
        translation: The ship held a permit of the ministry for work on the seabed.

        reference: The two firms said they had reached an agreement in principle on a merger.
        translation: The two firms said they had reached outline agreement on a merger.

        reference: Transport Minister Odile Karr said they looked into whether the ferry leaked.
        translation: Transport Minister Odile Karr said a leak aboard was among the things examined.

        reference: The council is considering a grant, though it signed a lease for the hall.
        translation: The council has signed a lease for the hall and considers a grant.

        reference: The airline sold its cargo arm after months of planning.
        translation: The airline has sold its cargo arm.

        reference: Ten miners died due to a gas blast in the shaft.
        translation: Ten miners were killed by a gas blast in the shaft.

        reference: The airline plans to sell its cargo arm.
        translation: The airline will sell its cargo arm.

        reference: The airline plans to sell its cargo arm.
        translation: The airline announced the planned sale of its cargo arm.

        reference: Her deputy will lead the choir until a successor is found.
        translation: Her deputy leads the choir until a successor has been found.
    """
    for witness, leap in leaps(pair, steps):
        if leap.cue is None or leap.future:
            continue
        pairing = pair.pairings[witness.key]
        yield disagreement(
            pair,
            witness,
            pairing.mine.span(*with_auxiliaries(pairing.mine, leap.mine, leap.mine + 1)),
            pairing.theirs.span(leap.cue.first, max(leap.theirs + 1, leap.cue.end)),
            value=leap.cue.marker.value,
            severity=Severity.CRITICAL if leap.final else Severity.MAJOR,
        )
