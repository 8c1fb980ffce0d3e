"""Rule ``agency-swapped``."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Span
from transdiff.language.contests import turned_outcome
from transdiff.language.converses import are_converse
from transdiff.language.crossing import crossed_parties, keep_places
from transdiff.language.events import oppositions
from transdiff.language.ongoing import tells_now
from transdiff.language.owners import exchanged_counts, owned_by, owners
from transdiff.language.pairing import Pairing
from transdiff.language.parties import exchanged_parties
from transdiff.language.payments import reversed_payment
from transdiff.language.reading import Reading
from transdiff.language.roles import Roles, deed_roles, is_passive, roles_of, tells_by_order
from transdiff.language.turned import turned_voices
from transdiff.language.voices import voice_of
from transdiff.rule import Mark, rule
from transdiff.rules.meaning.claims import disagreement


@rule(group="meaning", category="agency", severity="critical")
def agency_swapped(pair: Comparison) -> Iterator[Mark]:
    """Report two parties that have changed places: who did it, to whom, who got how many.

    Every word may survive, so only the order tells. A passive with the same agent is the same
    statement, and one reference with the article's order settles it.

    Flagged:
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

        reference: The police freed 14 hostages on Monday and the rebels 9.
        translation: The rebels freed 14 hostages on Monday and the [[police]] 9.

        reference: The final went to the Dutch qualifier, who beat Ana Kos.
        translation: Ana [[Kos beat the Dutch]] qualifier in the final.

        reference: The scuffle in the museum ended with a guard pushing a visitor.
        translation: A [[guard was pushed by a visitor]] in the museum.

        reference: Under the contract Velkan must pay Brix a penalty of 40 million euros.
        translation: Under the contract [[Brix owes]] Velkan a penalty of 40 million euros.

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

    Allowed:
        reference[ru]: Медсестру в клинике атаковал пациент.
        translation: A patient attacked the nurse at the clinic.

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

        reference: The army accused the rebels of breaking the truce.
        translation: The rebels were accused of breaking the truce by the army.

        reference[zh]: 警方逮捕了记者。
        translation[zh]: 记者被警方逮捕了。

        reference: The port authority seized the ferry Orsa on Monday.
        translation: Ferry Orsa seized in harbour\\n\\nThe ferry was seized on Monday.

        reference: Norland freed nine prisoners and Sudria five.
        translation: Sudria freed five prisoners and Norland nine.

        reference: The doctor criticised the student at the hearing on Monday.
        reference[ja]: 月曜日の公聴会で学生が医師を批判した。
        translation: The doctor criticised the student at the hearing on Monday.
    """
    told = [*_known(pair)]
    yield from told
    if not told and not any(keep_places(p) for p in pair.pairings.values()):
        yield from _first(pair, _crossing)


def _known(pair: Comparison) -> Iterator[Mark]:
    """Yield what the verbs, counts and sides of deeds tell that both texts have a word for."""
    yield from _verbs(pair)
    yield from _counts(pair)
    if all(p.foreign for p in pair.pairings.values()):  # who acts is surest in one language
        yield from _first(pair, _abroad)
    for turned in (_converse, _contest, _payment, _party):
        yield from _first(pair, turned)


def _verbs(pair: Comparison) -> Iterator[Mark]:
    """Yield the events whose agent and patient have changed places."""
    verdicts: dict[int, list[tuple[Witness, int, bool]]] = {}
    for witness in pair.witnesses:
        pairing = pair.pairings[witness.key]
        for i in pairing.mine.content:
            if i not in pairing.mine.pasts and not tells_now(pairing.mine, i):
                continue
            j = pairing.forward[i]
            if j is not None and (swapped := _swapped(pairing, i, j)) is not None:
                verdicts.setdefault(i, []).append((witness, j, swapped))
    for i, told in verdicts.items():
        if all(swapped for _, _, swapped in told):
            witness, j, _ = told[0]
            yield _mark(pair, witness, (i, j))
            return


def _swapped(pairing: Pairing, i: int, j: int) -> bool | None:
    """Whether agent and patient of an event are exchanged; None where either is not told."""
    if are_converse(pairing.mine.words[i], pairing.theirs.words[j], pairing.mine.lang):
        return None
    mine, theirs = roles_of(pairing.mine, i), roles_of(pairing.theirs, j)
    if mine is None or theirs is None:
        return None
    agents = {pairing.forward[k] for k in mine.agent} - {None}
    patients = {pairing.forward[k] for k in mine.patient} - {None}
    if not theirs.agent or not theirs.patient or not mine.agent or not mine.patient:
        once = pairing.forward.count(j) == pairing.backward.count(i) == 1
        done = mine.agent or is_passive(pairing.mine, i)
        suffered = theirs.agent or is_passive(pairing.theirs, j)
        same = set(_deeds(pairing.mine, i)) & set(_deeds(pairing.theirs, j))
        told = once and done and suffered and same
        return _other_sufferer(pairing, mine, theirs) if told else None
    if not agents or not patients:
        return None
    crossed = agents & set(theirs.patient) and patients & set(theirs.agent)
    straight = agents & set(theirs.agent) or patients & set(theirs.patient)
    return bool(crossed) and not straight


def _deeds(reading: Reading, index: int) -> tuple[str, ...]:
    """What a verb may be recognised by, less a mere common beginning."""
    return tuple(key for key in reading.keys[index] if key[0] != "~")


def _other_sufferer(pairing: Pairing, mine: Roles, theirs: Roles) -> bool | None:
    """Whether who does it in one text is whom it is done to in the other, which names no doer.

    *Two fans were hurt by guards* says another thing than *two guards were hurt as fans ran*.
    """
    if mine.agent and theirs.agent:
        return None
    agents = {pairing.forward[i] for i in mine.agent} - {None}
    patients = {pairing.forward[i] for i in mine.patient} - {None}
    others = {pairing.backward[j] for j in theirs.patient} - {None}
    if not patients or not others or patients & set(theirs.patient) or others & set(mine.patient):
        return None
    if mine.agent:
        return True if agents & set(theirs.patient) else None
    if theirs.agent:
        return True if patients & set(theirs.agent) else None
    return True


def _first(
    pair: Comparison, turned: Callable[[Pairing], tuple[Span, Span] | None]
) -> Iterator[Mark]:
    """Yield the first witness's wording that *turned* finds the other way round, beside mine."""
    for witness in pair.witnesses:
        spans = turned(pair.pairings[witness.key])
        if spans is not None:
            yield disagreement(pair, witness, *spans)
            return


def _converse(pairing: Pairing) -> tuple[Span, Span] | None:
    """Return a deed that is told from the other side, with the same party doing it.

    Who *sold* the club did not *buy* it.
    """
    mine, theirs = _sides(pairing.mine), _sides(pairing.theirs)
    for event, i in mine.items():
        for other in oppositions().converse[event]:
            if event in theirs or other in mine or other not in theirs:
                continue
            j = theirs[other]
            here, there = _doers(pairing.mine, i), _doers(pairing.theirs, j)
            if {pairing.forward[k] for k in here} & there:
                whole = pairing.mine.span(min(i, *here), max(i, *here) + 1)
                return whole, pairing.theirs.words[j].span
    return None


def _doers(reading: Reading, index: int) -> frozenset[int]:
    """Return who does the deed at *index*, by the order of words or by what marks them."""
    if not tells_by_order(reading.lang):
        voice = voice_of(reading, index)
        return voice.agent if voice else frozenset()
    roles = deed_roles(reading, index)
    return frozenset(roles.agent if roles else ())


def _abroad(pairing: Pairing) -> tuple[Span, Span] | None:
    """Return the deed that another language tells with its parties the other way round."""
    turned = turned_voices(pairing) if pairing.foreign else None
    if turned is None:
        return None
    mine, theirs = turned
    return pairing.mine.span(*mine), pairing.theirs.span(*theirs)


def _crossing(pairing: Pairing) -> tuple[Span, Span] | None:
    """Return what two parties do to each other the other way round, in whichever words."""
    crossed = crossed_parties(pairing)
    if crossed is None:
        return None
    mine, theirs = crossed
    return pairing.mine.span(*mine), pairing.theirs.span(*theirs)


def _contest(pairing: Pairing) -> tuple[Span, Span] | None:
    """Return who won and lost the other way round."""
    turned = turned_outcome(pairing)
    if turned is None:
        return None
    mine, theirs = turned
    return pairing.mine.span(*mine), theirs.marker.span


def _payment(pairing: Pairing) -> tuple[Span, Span] | None:
    """Return who pays whom the other way round."""
    turned = reversed_payment(pairing)
    if turned is None:
        return None
    mine, theirs = (
        reading.span(min(p.first, *p.giver), max(p.end - 1, *p.giver) + 1)
        for reading, p in zip((pairing.mine, pairing.theirs), turned, strict=True)
    )
    return mine, theirs


def _party(pairing: Pairing) -> tuple[Span, Span] | None:
    """Return the party that is told to have done what another one did, and the other way round."""
    turned = exchanged_parties(pairing)
    if turned is None:
        return None
    mine, theirs = (
        reading.span(told.party[0], told.party[-1] + 1)
        for reading, told in zip((pairing.mine, pairing.theirs), turned, strict=True)
    )
    return mine, theirs


def _sides(reading: Reading) -> dict[str, int]:
    """The events of a reading that have another side, each where it is first."""
    found: dict[str, int] = {}
    for cue in reading.of_kind("event"):
        if cue.marker.value in oppositions().converse:
            found.setdefault(cue.marker.value, cue.first)
    return found


def _counts(pair: Comparison) -> Iterator[Mark]:
    """Yield the counts that two names have exchanged."""
    for witness in pair.witnesses:
        pairing = pair.pairings[witness.key]
        for count in exchanged_counts(pairing):
            mine, theirs = owners(pairing.mine)[count], owners(pairing.theirs)[count]
            if not _confirmed(pair, witness, count, mine):
                first = pairing.mine.span(mine[0], mine[-1] + 1)
                second = pairing.theirs.span(theirs[0], theirs[-1] + 1)
                yield disagreement(pair, witness, first, second)
                return


def _confirmed(pair: Comparison, but: Witness, count: float, owner: tuple[int, ...]) -> bool:
    """Whether another witness gives the count to the same name as the article."""
    others = (pair.pairings[w.key] for w in pair.witnesses if w.key != but.key)
    return any(owned_by(p, owner, owners(p.theirs).get(count, ())) for p in others)


def _mark(pair: Comparison, witness: Witness, places: tuple[int, int]) -> Mark:
    pairing = pair.pairings[witness.key]
    mine, theirs = roles_of(pairing.mine, places[0]), roles_of(pairing.theirs, places[1])
    assert mine is not None
    assert theirs is not None
    left = (places[0], *mine.agent[:1], *mine.patient[:1])
    right = (places[1], *theirs.agent[:1], *theirs.patient[:1])
    return disagreement(
        pair,
        witness,
        pairing.mine.span(min(left), max(left) + 1),
        pairing.theirs.span(min(right), max(right) + 1),
    )
