"""A concept put for one of a related family: what is hit, what is carried, what somebody is.

A bakery and a lorry are of two families, yet only one of them can be what a rocket hit. Of such
concepts nothing but the sentence tells that they exclude each other, so more is asked than of the
members of one family: no reference has the article's at all, the article has nowhere what stands
in the reference, and the two stand in one place or the sentences say the same besides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Term
from transdiff.language.concepts import family
from transdiff.language.concepts import is_part as is_kind
from transdiff.language.pairing import Pairing
from transdiff.model import Segment
from transdiff.rules.siblings import (
    heard,
    in_its_place,
    is_part,
    realm_of,
    related,
    said,
    said_in_words,
)
from transdiff.rules.surroundings import shared_part

_ORDERS: Mapping[str, frozenset[str]] = {
    name: frozenset(families.split())
    for name, families in {
        "ailment": "cancer-kind disease injury-kind",
        "art": "artwork musical-instrument paper valuables work-kind gemstone device clothing",
        "goods": "chemical clothing coal-kind commodity crop device drink foodstuff fuel gemstone "
        "hand-weapon livestock material meat-kind metal narcotic remedy vehicle-part wine-kind",
        "means": "air-weapon gun-kind hand-weapon missile-kind warplane weapon vehicle",
        "medicine": "dosage remedy scan treatment",
        "money": "aid-form insurance-type loan-type payment-kind price-cut tax-kind",
        "paper": "paper trade-paper warrant channel",
        "person": "aboard audience calling:age calling:art calling:chance "
        "calling:crew calling:force calling:labour calling:press calling:science calling:sport "
        "calling:state calling:trade court-party crew-post crew-rank holder-side in-the-case kin "
        "lease-side position profession status-person suit-side work-relation",
        "place": "building custody-place fuel-site hospital-kind land-use landform plane-kind "
        "road-place school ship-kind theft-site vehicle water-work works-part",
        "spot": "plant-part room ship-place vehicle-part works-part",
        "sport": "discipline sport",
        "trouble": "accident-cause disaster disruption weather",
    }.items()
}
"""Families whose members may stand in one place of a sentence, by what they are in it."""
_PRESS = "society.journalist"
_ALIKE = 0.5
"""Share of the words of a sentence that the linked text says, where nothing else is left."""


def cousins(pair: Comparison) -> Iterator[tuple[Term, Witness, Term]]:
    """Yield a term that only the article has, with the one of a related family in its place."""
    terms = _terms(pair.segment, pair.lang)
    if not terms:
        return
    whole = pair.whole
    known, told = whole.once(heard), whole.once(said)
    new = [t for t in terms if t.concept not in known]
    for term in new:
        if not _is_alone(term, new):
            continue
        for witness in pair.witnesses:
            theirs = _instead(pair, witness, term, told)
            if theirs is not None:
                yield term, witness, theirs
                break


def _terms(segment: Segment, lang: str) -> list[Term]:
    """The concepts of a sentence that have an order.

    What is part of an office is none (*the top diplomat*), nor are those to whom somebody speaks,
    nor what a term is a kind of: a *guard* and a *cleaner* are both employed.
    """
    facts = segment.facts
    return [
        t
        for t in related(segment, lang)
        if _orders(t)
        and t in facts.terms
        and not any(o.span.contains(t.span) and o.span != t.span for o in facts.titles)
        and not (facts.attributions and _is_of_the_press(t.concept))
    ]


def _is_of_the_press(identifier: str) -> bool:
    return identifier == _PRESS or is_kind(identifier, _PRESS)


def _orders(term: Term) -> frozenset[str]:
    return _orders_of(family(term.concept))


@lru_cache(maxsize=1024)
def _orders_of(kin: str) -> frozenset[str]:
    return frozenset(name for name, families in _ORDERS.items() if kin in families)


def _is_alone(term: Term, terms: list[Term]) -> bool:
    """Whether no other concept of the sentence may stand in the same places."""
    return not any(_orders(t) & _orders(term) and not _one_thing(t, term) for t in terms)


def _one_thing(one: Term, other: Term) -> bool:
    """Whether two concepts are read in one phrase, or are one for the other: a *reporter*."""
    return one.span.overlaps(other.span) or one.concept == other.concept or is_part(one, other)


def _instead(pair: Comparison, witness: Witness, mine: Term, told: frozenset[str]) -> Term | None:
    """The one concept of a related family in the linked text that the article does not mention."""
    terms = (t for s in witness.segments for t in _terms(s, witness.lang))
    found = [t for t in terms if _orders(t) & _orders(mine)]
    if any(is_part(mine, t) for t in found):
        return None
    left = [t for t in found if t.concept not in told]
    if not left or not all(_one_thing(left[0], t) for t in left):
        return None
    if any(_are_siblings(mine, t) for t in left):
        return None
    theirs, pairing = left[0], pair.pairings[witness.key]
    if _is_told(pairing, mine, theirs) or said_in_words(pair, mine, witness, theirs):
        return None
    if _qualifies(pairing, mine, theirs) or _qualifies(pairing.reversed, theirs, mine):
        return None
    alone = len(found) == len(left)
    alike = alone and shared_part(pair, witness) >= _ALIKE
    return theirs if alike or in_its_place(pair, mine, witness, theirs) else None


def _are_siblings(one: Term, other: Term) -> bool:
    """Whether the two are of one family that is looked at by itself."""
    return family(one.concept) == family(other.concept) and not realm_of(one.concept)


def _qualifies(pairing: Pairing, mine: Term, theirs: Term) -> bool:
    """Whether *theirs* stands right before a word that *mine* does not: a *school student*."""
    here, there = pairing.mine.inside(mine.span), pairing.theirs.inside(theirs.span)
    behind = there.stop if there else len(pairing.theirs.words)
    if behind >= len(pairing.theirs.words) or not pairing.theirs.is_content[behind]:
        return False
    partner = pairing.backward[behind]
    return partner is not None and bool(here) and partner != here.stop


def _is_told(pairing: Pairing, mine: Term, theirs: Term) -> bool:
    """Whether a word of either stands in the other text, as a word or a synonym."""
    own, there = pairing.mine.inside(mine.span), pairing.theirs.inside(theirs.span)
    return any(pairing.forward[i] is not None for i in own) or any(
        pairing.backward[j] is not None for j in there
    )
