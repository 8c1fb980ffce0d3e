"""Who does one deed, and to whom, in two readings: a party that does it here suffers it there.

The deeds are one by :mod:`transdiff.language.same_deeds`; a party is one by its words or, where
both are named, by the names: the Danish side is not the Polish one.
"""

from __future__ import annotations

from transdiff.language.callings import roles_of
from transdiff.language.crossing import other_sides
from transdiff.language.deeds import hands_over
from transdiff.language.other_doers import done_to_one
from transdiff.language.owned import owners_of
from transdiff.language.owners import same_counts
from transdiff.language.pairing import Pairing
from transdiff.language.same_deeds import SameDeed, is_named, same_deeds
from transdiff.language.understood import is_got

Words = frozenset[int]


def changed_places(pairing: Pairing) -> SameDeed | None:
    """Return one deed whose doer and sufferer have changed places."""
    if same_counts(pairing):
        return None
    straight, turned = set[int](), list[SameDeed]()
    for deed in pairing.once(same_deeds):
        if _two_sided(pairing, deed):
            continue
        if _given_to_another(pairing, deed):
            return deed
        if _same(pairing, deed.mine.voice.agent, deed.theirs.voice.agent):
            straight.add(deed.mine.index)
        elif _turned(pairing, deed):
            turned.append(deed)
    return next((d for d in turned if d.mine.index not in straight), None)


def keeps_doer(pairing: Pairing, index: int) -> bool:
    """Whether the same party does what the word *index* tells."""
    return any(
        deed.mine.index == index and _same(pairing, deed.mine.voice.agent, deed.theirs.voice.agent)
        for deed in pairing.once(same_deeds)
    )


def _given_to_another(pairing: Pairing, deed: SameDeed) -> bool:
    """Whether what one party gives to somebody goes here to another one, whom both name."""
    one, two = deed.mine.voice, deed.theirs.voice
    here, there = pairing.images(one.given), pairing.reversed.images(two.given)
    apart = here.isdisjoint(two.given) and there.isdisjoint(one.given)
    told = deed.sure and not deed.mine.got and not deed.theirs.got
    return told and bool(here and there) and apart and done_to_one(pairing, deed.mine, deed.theirs)


def _two_sided(pairing: Pairing, deed: SameDeed) -> bool:
    """Whether what is told may be told from either side: of what is got the other one tells."""
    one, two = deed.mine, deed.theirs
    if one.got != two.got:
        gets = is_got(pairing.mine, one.index) and is_got(pairing.theirs, two.index)
        hands = hands_over(pairing.mine, one.index) and hands_over(pairing.theirs, two.index)
        return gets or not (hands or deed.carried)
    return not deed.carried and not one.got and other_sides(pairing, one, two)


def _turned(pairing: Pairing, deed: SameDeed) -> bool:
    """Whether each does here what is done to it there; of one alone where the other is not told."""
    one, two = deed.mine.voice, deed.theirs.voice
    suffers, suffered = one.struck | one.given, two.struck | two.given
    owned = owners_of(pairing.mine, suffers), owners_of(pairing.theirs, suffered)
    if _crossed(pairing, deed, suffers | owned[0], suffered | owned[1]):
        return True  # *backed Lund's bid*
    does = _same(pairing, one.agent, suffered)
    done = _same(pairing, suffers, two.agent)
    kept = _same(pairing, suffers - one.given, suffered - two.given)
    if kept or not deed.sure:
        return False
    if deed.mine.got and deed.theirs.got:
        return does or done  # from whom it comes here, he gets it there
    if not (suffers or one.passive) or not (suffered or two.passive):
        return False
    if _suffers_what_it_did(pairing, deed) or _suffers_what_it_did(pairing, deed, back=True):
        return True
    told = (two.passive and two.agent) if done else (one.passive and one.agent)
    if not told and not (one.agent and two.agent):
        return False
    if done:
        there = pairing.theirs.names_among(two.agent) & pairing.mine.names_among(suffers)
        return bool(there) and not pairing.images(one.agent) and is_named(pairing.mine, suffers)
    there = pairing.mine.names_among(one.agent) & pairing.theirs.names_among(suffered)
    named = does and bool(there) and is_named(pairing.theirs, suffered)
    return named and not pairing.reversed.images(two.agent)


def _suffers_what_it_did(pairing: Pairing, deed: SameDeed, *, back: bool = False) -> bool:
    """Whether one party to whom it is done, by whomever, did it to somebody else there.

    *The tenants are being sued*, *the tenants sued the landlord*. A third word that both clauses
    have tells that it is one deed.
    """
    pairing = pairing.reversed if back else pairing
    passive, active = (deed.theirs, deed.mine) if back else (deed.mine, deed.theirs)
    one, two = passive.voice, active.voice
    if not one.passive or two.passive or passive.got or active.got:
        return False
    if pairing.images(one.agent) & two.agent:
        return False
    others = (two.patient - pairing.images(one.struck)) & two.struck
    somebody = is_named(pairing.theirs, others) or roles_of(pairing.theirs, others)
    if not others or not somebody or not _same(pairing, one.struck, two.agent):
        return False
    parties = one.struck | {passive.index}
    about = {*pairing.mine.of_clause(passive.index)} & {*pairing.mine.content} - parties
    near = {*pairing.theirs.of_clause(active.index)} - {active.index}
    return bool(pairing.images(about) & near)


def _crossed(pairing: Pairing, deed: SameDeed, suffers: Words, suffered: Words) -> bool:
    return _same(pairing, deed.mine.voice.agent, suffered) and _same(
        pairing, suffers, deed.theirs.voice.agent
    )


def _same(pairing: Pairing, mine: Words, theirs: Words) -> bool:
    """Whether two parties are one, by their names where both have some, else by any word."""
    if not mine or not theirs:
        return False
    here, there = pairing.mine.names_among(mine), pairing.theirs.names_among(theirs)
    if here and there:
        return not here.isdisjoint(there)
    return not pairing.images(mine).isdisjoint(theirs) or not pairing.reversed.images(
        theirs
    ).isdisjoint(mine)
