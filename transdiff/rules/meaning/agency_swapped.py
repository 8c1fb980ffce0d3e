"""Rule ``agency-swapped``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product

from transdiff.comparison import Comparison
from transdiff.facts import Span
from transdiff.language.addressed import keeps_address
from transdiff.language.alternating import turns
from transdiff.language.crossing import keep_places
from transdiff.language.owners import exchanged_counts, owned_by, owners, shareholders
from transdiff.language.pairing import Pairing
from transdiff.language.past import past_grammar
from transdiff.model import Severity
from transdiff.rule import Mark, rule
from transdiff.rules.meaning.claims import disagreement
from transdiff.rules.meaning.exchanged_roles import exchanged_roles
from transdiff.rules.meaning.swapped_parties import changed_parties
from transdiff.rules.meaning.turned_deeds import (
    another_doer,
    converse_deed,
    counted_doers,
    crossed_addresses,
    crossed_deeds,
    exchanged_doers,
    turned_abroad,
    turned_contest,
    turned_payment,
    turned_ties,
)

_WIDEST = 60
"""Code points between two parties of one deed: what stands further apart is misread."""


@rule(group="meaning", category="agency", severity="critical")
def agency_swapped(pair: Comparison) -> Iterator[Mark]:
    """Report two parties that have changed places: who did it, to whom, who got how many.

    Every word may survive, so only the order tells. A passive with the same agent is the same
    statement, and one reference with the article's order settles it.

    Flagged:
        reference: Exports to China dropped by nearly a fifth, while those to Peru rose 4%.
        translation: Exports to [[China]] were up 4%, but those to Peru declined by almost 20%.

        reference: The Greens won 34% of the vote, ahead of the Liberals on 29%.
        translation: The Liberals, with 34%, finished ahead of the [[Greens]], who took 29%.

        reference[ru]: «Маяк» обыграл «Зенит-2» со счётом 4:2.
        translation[ru]: «[[Маяк» уступил]] «Зениту-2» со счётом 2:4.

        reference[fr]: Le Chili s'est incliné 24 à 19 face au Pérou.
        translation: [[Chile beat]] Peru 24-19.

        reference: Boro have signed the goalkeeper Nils Aas from Lund.
        translation: The goalkeeper Nils [[Aas has joined Lund]] from Boro.

        reference: The army accused the rebels of breaking the truce.
        translation: The [[rebels accused the army]] of breaking the truce.

        reference: Norland freed nine prisoners and Sudria five.
        translation: Sudria freed nine prisoners and [[Norland]] five.

        reference: Sudria joined Norland in the fishing talks.
        translation: [[Norland joined Sudria]] in the fishing talks.

        reference: The theatre was sold by Voltar to a group of actors.
        translation: [[Voltar bought]] the theatre from a group of actors.

        reference: Two guards were slightly hurt when prisoners threw bottles.
        translation: Two [[prisoners were slightly injured by guards]].

        reference: The ferry Orsa was struck on its left side by the tug Lind.
        translation: The [[Orsa, a ferry, rammed the tug]] Lind on its left side.

        reference: Ilona Berg lost to Tamas Varga in the semi-final of the chess cup.
        translation: [[Ilona Berg beat]] Tamas Varga in the semi-final of the chess cup.

        reference[zh]: 警方逮捕了记者。
        translation[zh]: 警[[方被记者逮捕]]了。

        reference[zh]: 消费者协会把电信公司告上法庭。
        translation[zh]: [[电信公司起]]诉了消费者协会。

        reference: The police freed 14 hostages on Monday and the rebels 9.
        translation: The rebels freed 14 hostages on Monday and the [[police]] 9.

        reference: The navy rescued 31 people while a cargo ship saved 12 others.
        translation: In all 43 people were saved, 12 by the [[navy and 31 by a cargo]] ship.

        reference: The final went to the Dutch qualifier, who beat Ana Kos.
        translation: Ana [[Kos beat the Dutch]] qualifier in the final.

        reference: The scuffle in the museum ended with a guard pushing a visitor.
        translation: A [[guard was pushed by a visitor]] in the museum.

        reference: Under the contract Velkan must pay Brix a penalty of 40 million euros.
        translation: Under the contract [[Brix owes]] Velkan a penalty of 40 million euros.

        reference: The choir asked the council for a hall, but the council refused the request.
        translation: A request by the [[council for a hall was refused by the choir]].

        reference: A bus driver found the child before the first patrol car arrived.
        translation: The first [[patrol car found the child, before a bus driver]] came by.

        reference: Guards beat 20 inmates during the riot, lawyers said.
        translation: During the riot [[20 guards]] were beaten, lawyers said.

        reference: Ana Costa pleaded guilty to driving the car. Rita Costa refused to enter a plea.
        translation: [[Rita]] admitted to driving the car, while Ana would not enter a plea.

        reference: The tenants took their landlord to court over damp in the bathrooms.
        translation: Damp in the bathrooms has led the [[landlord to sue]] the tenants.

        reference[fr]: Un pompier a été sauvé par un baigneur au large de Morlan.
        translation[fr]: Au large de Morlan, un [[pompier a tiré]] d'affaire un baigneur.

        reference[ru]: Медсестру в клинике атаковал пациент.
        translation: The [[nurse attacked]] a patient at the clinic.

        reference[de]: Der Pilot hat einen Passagier angegriffen.
        translation[fr]: Le pilote a été [[attaqué par un passager]].

        reference[ja]: 医師は公聴会で学生に批判された。
        translation: The [[doctor criticised]] the student at the hearing.

        reference: The bank had complained to the regulator in March.
        translation: The bank [[received a complaint from the regulator]] in March.

        reference: The museum said the heirs had denied it a copy of the file.
        translation: The [[museum said it had refused]] the heirs a copy of the file.

        reference[ru]: Узбекистан получил от Казахстана десять пожарных машин.
        translation[ru]: [[Узбекистан передал]] Казахстану десять пожарных машин.

        reference[de]: Die Werkstatt beendete den Vertrag mit dem Hersteller im Mai.
        translation[de]: Der [[Hersteller hat den Vertrag mit der Werkstatt beendet]].

        reference: Students supported the strike and accused the rectors of dragging it out.
        translation: The [[rectors accused the students]] of dragging the strike out.

        reference: Beekeepers blame orchard owners for the losses.
        translation: [[Orchard owners blame beekeepers]] for the losses.

        reference: Auditors blamed the backlog on the ministry.
        translation: [[Auditors blamed the nurses]] for the backlog.

        reference: Germany is Norland's biggest export market.
        translation: Norland is Germany's biggest [[export market]].

        reference[ru]: Китай — крупнейший торговый партнер Норландии.
        translation[ru]: Норландия — крупнейший [[торговый партнер]] Китая.

        reference: China is the largest trading partner of Norland.
        translation[zh]: 诺兰是中国最大的[[贸易伙伴]]。

    Allowed:
        reference: Germany is Norland's biggest export market.
        translation: Norland's biggest export market is Germany.

        reference[zh]: 中国是诺兰最大的贸易伙伴。
        translation: Norland's largest trading partner, China, wants more.

        reference: The Greens won 34% of the vote, ahead of the Liberals on 29%.
        translation: The Liberals, with 29%, finished behind the Greens, who took 34%.

        reference[fr]: Le Pérou a battu le Chili 24 à 19.
        translation: Chile lost 24-19 to Peru.

        reference[ar]: فازت بيرو على تشيلي 2-1.
        translation: Chile lost 2-1 to Peru.

        reference: The senate passed the bill by 41 votes to 30.
        translation: The bill was adopted by the senate: 41 senators voted for it, 30 against.

        reference: The rebels captured the town of Balar on Monday after a siege of three days.
        translation: Balar fell to the rebels on Monday after a siege of three days.

        reference: Boro have signed the goalkeeper Nils Aas from Lund.
        translation: The goalkeeper Nils Aas has joined Boro from Lund.

        reference: Beekeepers blame orchard owners for the losses.
        translation: Orchard owners are blamed for the losses by beekeepers.

        reference: The bank had complained to the regulator in March.
        translation: The regulator received a complaint from the bank in March.

        reference: Kenya lent Uganda two helicopters for the search.
        translation: Uganda got two helicopters from Kenya for the search.

        reference: Four of the train's seven cars left the rails on a bend.
        translation: The train derailed on a bend, and four of its seven cars were damaged.
        reference[ru]: Двое рабочих погибли при взрыве на сахарном заводе в Луговске.
        translation: Sugar plant blast kills two workers in Lugovsk.

        reference[ru]: Медсестру в клинике атаковал пациент.
        translation: A patient attacked the nurse at the clinic.

        reference[ru]: Банк в воскресенье ограбили двое мужчин.
        translation: The bank was robbed by two men on Sunday.

        reference[uk]: Марафон виграв Павло Орленко з Полтави.
        translation: The marathon was won by Pavlo Orlenko of Poltava.

        reference[ru]: Матч выиграл «Спартак».
        translation: The match was won by Spartak.

        reference[es]: El sindicato acusó de fraude a la dirección de la fábrica.
        translation[fr]: La direction de l'usine a été accusée de fraude par le syndicat.

        reference: Ana Costa pleaded guilty to driving the car. Rita Costa refused to enter a plea.
        translation: Rita would not enter a plea; Ana admitted to driving the car.

        reference: Under the contract Velkan must pay Brix a penalty of 40 million euros.
        translation: Brix is to receive a penalty of 40 million euros from Velkan.

        reference: Ilona Berg lost to Tamas Varga in the semi-final of the chess cup.
        translation: Tamas Varga beat Ilona Berg in the semi-final of the chess cup.

        reference: The union welcomed the offer from the railway.
        translation: The offer of the railway pleased the union.

        reference: The choir asked the council for a hall, but the council refused the request.
        translation: A request by the choir for a hall was refused by the council.

        reference: Police detained 14 officers over the leak.
        translation: Over the leak 14 police officers were detained.

        reference: The army accused the rebels of breaking the truce.
        translation: The rebels were accused of breaking the truce by the army.

        reference[zh]: 渔民把海盗赶出了港口。
        translation[zh]: 海盗被渔民赶出了港口。

        reference[vi]: Thị trưởng gặp các chủ tàu.
        translation[vi]: Các chủ tàu gặp thị trưởng.

        reference[zh]: 警方逮捕了记者。
        translation[zh]: 记者被警方逮捕了。

        reference[zh]: 消费者协会把电信公司告上法庭。
        translation[zh]: 电信公司被消费者协会起诉。

        reference: The port authority seized the ferry Orsa on Monday.
        translation: Ferry Orsa seized in harbour\\n\\nThe ferry was seized on Monday.

        reference: Norland freed nine prisoners and Sudria five.
        translation: Sudria freed five prisoners and Norland nine.

        reference: Villagers found 14 bodies on Monday and divers six on Tuesday.
        translation: On Monday villagers found 14 bodies; six more were found on Tuesday by divers.

        reference: The doctor criticised the student at the hearing on Monday.
        reference[ja]: 月曜日の公聴会で学生が医師を批判した。
        translation: The doctor criticised the student at the hearing on Monday.
    """
    told = [*_known(pair)] or [*changed_parties(pair)] or [*_addressed(pair)]
    yield from told
    if not told and not any(keep_places(p) for p in pair.pairings.values()):
        others = (replace(m, severity=Severity.MAJOR) for m in _first(pair, another_doer))
        yield from [*_first(pair, crossed_deeds)] or others


def _known(pair: Comparison) -> Iterator[Mark]:
    """Yield what the verbs, counts and sides of deeds tell that both texts have a word for."""
    exchanged = [*exchanged_roles(pair)]
    yield from exchanged
    yield from [*_counts(pair)] or _by_turns(pair)
    # Who acts is surest in one language, if its verbs have forms.
    formless = past_grammar(pair.lang).formless
    if not exchanged and (formless or all(p.foreign for p in pair.pairings.values())):
        yield from _first(pair, turned_abroad)
    for turned in (
        converse_deed,
        turned_contest,
        turned_ties,
        turned_payment,
        exchanged_doers,
        counted_doers,
    ):
        yield from _first(pair, turned)


def _addressed(pair: Comparison) -> Iterator[Mark]:
    """Yield who turns to or against whom, unless a reference has it as the article does."""
    if not any(keeps_address(p) for p in pair.pairings.values()):
        yield from _first(pair, crossed_addresses)


def _first(
    pair: Comparison, turned: Callable[[Pairing], tuple[Span, Span] | None]
) -> Iterator[Mark]:
    """Yield the first witness's wording that *turned* finds the other way round, beside mine."""
    for witness in pair.witnesses:
        spans = turned(pair.pairings[witness.key])
        if spans is not None and len(spans[0]) <= _WIDEST:
            yield disagreement(pair, witness, *spans)
            return


def _counts(pair: Comparison) -> Iterator[Mark]:
    """Yield the counts, or the shares, that two names have exchanged."""
    for witness, held in product(pair.witnesses, (owners, shareholders)):
        pairing = pair.pairings[witness.key]
        for count in exchanged_counts(pairing, held):
            mine, theirs = held(pairing.mine)[count], held(pairing.theirs)[count]
            others = (pair.pairings[w.key] for w in pair.witnesses if w.key != witness.key)
            if not any(owned_by(p, mine, held(p.theirs).get(count, ())) for p in others):
                first = pairing.mine.span(mine[0], mine[-1] + 1)
                second = pairing.theirs.span(theirs[0], theirs[-1] + 1)
                yield disagreement(pair, witness, first, second)
                return


def _by_turns(pair: Comparison) -> Iterator[Mark]:
    """Yield the first two counts that no reference gives to the parties that have them here."""
    told = [(w, t) for w in pair.witnesses for t in turns(pair.pairings[w.key])]
    kept = {(t.counts, t.mine) for _, t in told if not t.exchanged}
    for witness, turned in told:
        if turned.exchanged and (turned.counts, turned.mine) not in kept:
            pairing = pair.pairings[witness.key]
            first = pairing.mine.span(min(turned.mine), max(turned.mine) + 1)
            second = pairing.theirs.span(min(turned.theirs), max(turned.theirs) + 1)
            yield disagreement(pair, witness, first, second)
            return
