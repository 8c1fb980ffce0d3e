"""Rule ``hedge-dropped``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.rule import Mark, rule
from transdiff.rules.meaning.claims import lost_hedges, mark_shift


@rule(group="meaning", category="hedge", severity="major")
def hedge_dropped(pair: Comparison) -> Iterator[Mark]:
    """Report a claim that every aligned reference hedges and the article states flatly.

    *May*, *apparently*, *allegedly*, *preliminary* say how sure the source is; without them a
    suspicion becomes a fact, and so does a danger that was only feared. In an accusation that is
    critical, and so it is of a disease. A hedge in other words counts, a source in place of
    *reportedly* too, and so does one reference that makes the claim flatly.

    Flagged:
        reference[fr]: Les cuves d'une laiterie industrielle seraient à l'origine de l'épidémie.
        translation: The epidemic came from the tanks of an industrial [[dairy]].

        reference: A loose cable is thought by the inspectors to have set off the blaze at the mill.
        translation: A loose cable [[set]] off the blaze at the mill.

        reference[ru]: Клуб рассматривает возможность переноса стадиона на север города.
        translation[ru]: Клуб [[перенесет]] стадион на север города.

        reference: The vets hope that tests will show what killed the swans on the pond.
        translation: The swans on the pond [[were killed by a virus]].

        reference[fr]: Une enquête doit établir les causes du naufrage, selon le préfet.
        translation[fr]: Le naufrage [[est dû à une vanne]] restée ouverte, selon le préfet.

        reference: Rust is one of several explanations for the fall of the crane, the yard said.
        translation: Rust [[brought]] down the crane, the yard said.

        reference: Allegations of bribery would be looked into, the port captain said.
        translation: Members of the council had been [[bribed]], the port captain said.

        reference: The storm may have damaged the harbour wall, officials said.
        translation: The storm [[damaged]] the harbour wall, officials said.

        reference: The contracts allegedly went to firms owned by the mayor's cousin.
        translation: The contracts [[went]] to firms owned by the mayor's cousin.

        reference: The new timetable may cut delays on the line, according to the operator.
        translation: The new timetable [[has halved]] delays on the line, according to the operator.

        reference: The charity warned of a possible famine in the hills, with 300 people sick.
        translation: The charity reported a [[famine]] in the hills, with 300 people sick.

        reference: Radek Sova, who is wanted over the raid, was presumably in Lisbon.
        translation: Radek Sova, who is wanted over the raid, has been hiding in [[Lisbon]].

        reference: The two leaders are likely to meet in Geneva.
        translation: The two leaders [[meet]] in Geneva.

        reference: The blast may have been triggered by leaking gas, the fire chief said.
        translation: Leaking gas [[set]] off the blast, the fire chief said.

        reference: The collapse of the mill roof was probably caused by escaping gas, he said.
        translation: A gas leak [[brought]] down the roof of the mill, he said.

        reference: The letter sold at the fair is supposedly a forgery.
        translation: The letter sold at the fair is a [[forgery]].

        reference: Hundreds of geese died on the lake, apparently from botulism.
        translation: Hundreds of geese died on the lake from [[botulism]].

        reference: It is too early to say that the outbreak is under control, the doctor said.
        translation: The [[outbreak is under control]], the doctor said.

        reference: The dairy is accused of having sold spoilt milk to 14 schools.
        translation: The dairy [[sold]] spoilt milk to 14 schools.

        reference[de]: Die Bank soll Kunden jahrelang getäuscht haben.
        translation[de]: Die Bank hat Kunden jahrelang [[getäuscht]].

        reference[de]: Ob die Alarmanlage im Museum eingeschaltet war, ist noch unklar.
        translation[de]: Die [[Alarmanlage im Museum]] war ausgeschaltet.

        reference[de]: Der Kies stammt vermutlich aus der Grube, die nicht bewacht wird.
        translation[de]: Der Kies [[stammt]] aus der Grube, die nicht bewacht wird.

        reference[es]: Es probable que el puente haya sido dañado por la riada.
        translation[en]: The [[bridge]] was damaged by the flood.

    Flagged:
        reference: Whether a squirrel set off the outage is being looked into, the utility said.
        translation: The outage [[was caused]] by a squirrel, the utility said.

        reference: Frost is one of several explanations for the death of the seedlings.
        translation: Frost [[killed]] the seedlings.

        reference: The auditors see grounds to believe that both firms had rigged the tender.
        translation: Both firms [[had rigged]] the tender, the auditors say.

    Flagged:
        reference: The agency warned of famine in the north.
        translation: The agency reported [[famine]] in the north before the rains.

    Flagged:
        reference: Police suspect that the two brothers stole the boat.
        translation: Two brothers [[stole]] the boat, police said.

    Flagged:
        reference: A tremor of magnitude 3.1 may have weakened the harbour wall.
        translation: A tremor of magnitude 3.1 [[weakened]] the harbour wall.

        reference: The mill, which employs 90 people, may have to shut its older furnace.
        translation: The mill, which employs 90 people, [[shut]] its older furnace.

    Allowed:
    reference[fr]: Le tribunal a provisoirement suspendu la construction du moulin de Lanvel.
    translation[fr]: La construction du moulin de Lanvel est suspendue pour l'instant.

        reference[pt]: Ainda não se sabe quantas pessoas estavam na balsa.
        translation[pt]: O número de pessoas na balsa ainda é desconhecido.

        reference: Three of the five climbers are back; the fate of the other two is unknown.
        translation: Three climbers are safe; nothing is known of what has become of the rest.

        reference: The drug reduced the risk of death by 30% compared with a placebo.
        translation: Patients given the drug were 30% less likely to die than those on a placebo.

        reference[ja]: 警察は、倉庫から米200袋を盗んだ疑いで40歳の男を逮捕した。
        translation[ja]: 倉庫から米200袋を盗み出したとして、40歳の男が逮捕された。

        reference: Tests will show what killed the swans; those on the lake died of a virus.
        translation: The swans on the lake died of a virus.

        reference: Allegations of bribery would be looked into, the port captain said.
        translation: The port captain said claims of bribery would be examined.

        reference: An inquiry is to find out why the crane fell; the ferry left late due to fog.
        translation: Due to fog the ferry left late.

        reference[ru]: Прокуратура возбудила дело о нарушении правил охраны озера.
        translation: Prosecutors have opened a case over breaches of the lake rules.

        reference[es]: Seis pasajeros sufrían deshidratación.
        translation[es]: Seis pasajeros tenían síntomas de deshidratación.

        reference: The horns of the ferry could be heard from the mill all night.
        translation: The horns of the ferry were heard from the mill all night.

        reference: The man accused of killing the warden kept silent as his trial began.
        translation: The trial over the murder of the warden began; the man kept silent.

        reference[ru]: Клуб рассматривает возможность переноса стадиона на север города.
        translation[ru]: Клуб, возможно, перенесет стадион на север города.

        reference: Whether a squirrel set off the outage is being looked into, the utility said.
        translation: It is not yet clear what set off the outage; a squirrel is suspected.

        reference: The bank cut its rate to 6.25% on Monday and said it may pause in June.
        translation: The bank lowered its rate to 6.25 percent on Monday.

        reference: Frost is one of several explanations for the death of the seedlings.
        translation: Frost may have done for the seedlings.

        reference[de]: Die Arbeiter leben in dem sogenannten Containerdorf.
        translation: The workers live in what is known as the container village.

        reference: The dam could still be saved, the warden said.
        translation: There is still time to save the dam, the warden said.

        reference: The charity warned of famine in the hills.
        reference: The famine in the hills, which began in May, has killed 200.
        translation: The charity said the famine in the hills was growing worse.

        reference: The vet found no evidence that the feed had made the horses ill.
        translation: The vet did not rule out that the feed had made the horses ill.

        reference: The storm may have damaged the harbour wall, officials said.
        translation: It is possible that the storm damaged the harbour wall, officials said.

        reference: The contracts reportedly went to firms owned by the mayor's cousin.
        translation: According to local papers, contracts went to firms owned by the mayor's cousin.

        reference: The road was widened so that fire engines could reach the village.
        translation: The road was widened so that fire engines reach the village.

        reference: Smokers are more likely to fall ill in winter than others, the study shows.
        translation: Smokers fall ill in winter more readily than others, the study shows.

        reference: Inspectors accuse the dairy of having sold spoilt milk to 14 schools.
        translation: The dairy sold spoilt milk to 14 schools, inspectors say.

        reference[fr]: Le sentier peut être emprunté sans risque, selon la mairie.
        translation[fr]: Le sentier reste praticable, selon la mairie.

        reference: Police suspect that the two brothers stole the boat.
        translation: The two brothers are suspected by police of stealing the boat.

        reference: The vote could not be held in two districts.
        translation: The vote was not held in two districts.

        reference: The storm may have damaged the harbour wall.
        reference: The storm damaged the harbour wall.
        translation: The storm damaged the harbour wall.

    Allowed:
        reference: The agency warned of famine in the north.
        translation: The agency said famine would come in the north.

        reference: Police arrested a woman suspected of stealing two bells.
        translation: A woman was arrested over the theft of two bells.

        reference[ru]: Защита может обжаловать приговор в течение 15 суток.
        translation: The defence has 15 days to appeal the verdict.
    """
    for witness, shift in lost_hedges(pair):
        if shift.certain is None:
            yield mark_shift(pair, witness, shift)
