"""Rule ``agency-changed``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison, Witness
from transdiff.language.callings import of_other_callings, roles_of
from transdiff.language.converses import are_converse
from transdiff.language.crossing import keep_places
from transdiff.language.holders import is_holder
from transdiff.language.owners import exchanged_counts, same_counts
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading, read
from transdiff.language.roles import Roles, deed_roles
from transdiff.rule import Mark, rule
from transdiff.rules.meaning.claims import disagreement
from transdiff.rules.meaning.one_sided import one_sided
from transdiff.rules.meaning.swapped_parties import lone_doer

_JOINED = 6
"""Words before a party among which the one that acts with it stands."""


@rule(group="meaning", category="agency", severity="major")
def agency_changed(pair: Comparison) -> Iterator[Mark]:
    """Report a deed that the article gives to another party than the aligned references.

    Both sides must name who acted, the names must differ, and the article's party must stand
    beside it in the story: then two parties were confused, and no mere synonym is at work. Who is
    told by a calling alone may also be on another side: *rebels* for *the army*.

    Flagged:
        reference: The army closed the mountain road on Monday.
        translation: [[Rebels closed]] the mountain road on Monday.

        reference: The Danish side proposed a new route. The Polish side said it would reply.
        translation: The [[Polish side proposed]] a new route.

        reference: The Danish side proposed, and the Polish side is studying, a new route.
        translation: The [[Polish side proposed]], and the Danish side is studying, a new route.

        reference: Bottles were thrown from the Danish end. The Polish fans left early.
        translation: Bottles [[thrown by Polish fans]] held up the match; the Danish end was calm.

        reference: Passers-by pulled the drivers out; the paramedics came later.
        translation: The drivers were [[pulled out by paramedics]]. Passers-by were thanked.

        reference: Both sides broke the ceasefire within hours, the observers said.
        translation: The [[rebels broke]] the ceasefire within hours, the observers said.

    Allowed:
        reference: Both sides broke the ceasefire within hours.
        translation: The ceasefire was broken by the army and by the rebels within hours.

        reference: Twelve villagers lost their lives at the hands of the Balar rebels.
        translation: The Balar rebels killed twelve villagers.

        reference: The decree on the reserve was signed by Ana Costa.
        translation: The minister, Ana Costa, signed the decree on the reserve.

        reference: Costa signed the decree. Ana Costa, minister of Norland, said it pays.
        translation: The decree was signed by Norland's minister, Ana Costa. Norland pays.

        reference: The Danish delegation proposed a new route. The Polish side said it would reply.
        translation: A new route was proposed by the Danish delegation.

        reference: The Danish delegation proposed a new route.
        translation: Copenhagen proposed a new route.

        reference: Denmark sent blankets on Monday. Poland and Latvia sent help as well.
        translation: Denmark, Latvia and Poland have also sent help.

        reference: Norland's railway borrowed 90 million crowns from the Sudrian state bank.
        translation: The Sudrian state bank lent Norland's railway 90 million crowns.

        reference: Norland has agreed on a truce with the Sudrian side, the envoy said.
        translation: Norland and the Sudrian side have agreed on a truce, the envoy said.

        reference: "I knew somebody would come," the Norland woman told the agency by phone.
        translation: Oosten told the agency by phone that she had known somebody would come.

        reference[es]: El Gobierno español rechazó la oferta de la naviera.
        translation[es]: La Moncloa rechazó la oferta de la naviera.

        reference: A dam burst on the Velka river in Ordania.
        translation: A dam on the Velka river burst on Tuesday night.
    """
    verdicts: dict[int, list[tuple[Witness, int, bool]]] = {}
    for witness in pair.witnesses:
        pairing = pair.pairings[witness.key]
        if exchanged_counts(pairing) or same_counts(pairing) or _compares(pairing):
            return
        for i in pairing.mine.content:
            j = pairing.forward[i]
            if j is not None and (changed := _changed(pairing, i, j, witness)) is not None:
                verdicts.setdefault(i, []).append((witness, j, changed))
    found = [i for i, told in verdicts.items() if all(changed for _, _, changed in told)]
    for i in found:
        yield _mark(pair, verdicts[i][0][0], (i, verdicts[i][0][1]))
    if found:
        return
    if not any(keep_places(p) for p in pair.pairings.values()):
        yield from lone_doer(pair)
    yield from one_sided(pair)


def _compares(pairing: Pairing) -> bool:
    """Whether both compare two things, which may trade places: *A is older, B is younger*."""
    return bool(pairing.mine.of_kind("comparison") and pairing.theirs.of_kind("comparison"))


def _changed(pairing: Pairing, i: int, j: int, witness: Witness) -> bool | None:
    """Whether an event has another named agent; None where one side names none."""
    if are_converse(pairing.mine.words[i], pairing.theirs.words[j], pairing.mine.lang):
        return None
    mine = deed_roles(pairing.mine, i)
    theirs = deed_roles(pairing.theirs, j) if mine else None
    if mine is None or theirs is None:
        return None
    if not mine.patient and {pairing.forward[k] for k in mine.agent} & set(theirs.patient):
        return None  # a participle without its auxiliary: Fleet grounded
    if is_holder(pairing.mine, mine.agent, pairing.theirs, theirs.agent):
        return False
    here, there = _named(pairing.mine, mine.agent), _named(pairing.theirs, theirs.agent)
    one_named = bool(here) != bool(there)
    ours, other = _parties(pairing.mine, mine.agent), _parties(pairing.theirs, theirs.agent)
    if not here or not there:
        here, there = ours, other
    if not here or not there:
        return True if _of_other_sides(pairing, mine, theirs) else None
    if here & other or there & ours:  # the Moncloa, the Spanish government
        return False
    if there <= _together(pairing.mine, mine.agent):
        return False
    if here <= _all(pairing.theirs) and there <= _all(pairing.mine):
        return True
    if one_named:
        return None  # Oosten may be the Dutch woman
    if not _same_deed(pairing, mine, theirs):
        return False
    if _of_other_sides(pairing, mine, theirs):
        return True
    near = _all(read([s.facts for s in witness.around], witness.lang))
    named = (n for s in witness.story.segments for n in s.facts.names)
    return here <= near | {f"!{name.concept or name.skeleton}" for name in named}


def _of_other_sides(pairing: Pairing, mine: Roles, theirs: Roles) -> bool:
    """Whether one thing is done by two who are told by what they are: the army, rebels."""
    named = _named(pairing.mine, mine.agent) or _named(pairing.theirs, theirs.agent)
    if pairing.foreign or named or not _same_deed(pairing, mine, theirs):
        return False
    if any(pairing.forward[k] is not None for k in mine.agent):
        return False
    if any(pairing.backward[k] is not None for k in theirs.agent):
        return False
    here, there = roles_of(pairing.mine, mine.agent), roles_of(pairing.theirs, theirs.agent)
    return of_other_callings(here, there)


def _together(reading: Reading, agent: tuple[int, ...]) -> frozenset[str]:
    """The parties that act with *agent*: *the Danes and the Poles have agreed*."""
    joining = load_pack(reading.lang).words("roles", "joining")
    first = min(agent, default=0)
    before = range(max(0, first - _JOINED), first)
    joined = any(reading.words[i].fold in joining for i in before)
    return _parties(reading, before) if joined else frozenset()


def _same_deed(pairing: Pairing, mine: Roles, theirs: Roles) -> bool:
    return any(pairing.forward[k] in theirs.patient for k in mine.patient)


def _all(reading: Reading) -> frozenset[str]:
    return _parties(reading, range(len(reading.words)))


def _parties(reading: Reading, words: range | tuple[int, ...]) -> frozenset[str]:
    """Return the names and concepts among *words*."""
    named = ([k for k in reading.keys[i] if k[0] == "!"] for i in words)
    return frozenset(k for keys in named for k in ([k for k in keys if "." in k] or keys))


def _named(reading: Reading, words: range | tuple[int, ...]) -> frozenset[str]:
    """Return the proper names among *words*: whose supporters they are, not that they are some."""
    names = [n for facts in reading.facts for n in facts.names]
    inside = (
        i
        for i in words
        if any(
            n.span.overlaps(reading.words[i].span)
            and (n.sure or not any("." in key for key in reading.keys[i]))
            for n in names
        )
    )
    return _parties(reading, tuple(inside))


def _mark(pair: Comparison, witness: Witness, places: tuple[int, int]) -> Mark:
    pairing = pair.pairings[witness.key]
    mine, theirs = deed_roles(pairing.mine, places[0]), deed_roles(pairing.theirs, places[1])
    left = (places[0], *(mine.agent if mine else ()))
    right = (places[1], *(theirs.agent if theirs else ()))
    return disagreement(
        pair,
        witness,
        pairing.mine.span(min(left), max(left) + 1),
        pairing.theirs.span(min(right), max(right) + 1),
    )
