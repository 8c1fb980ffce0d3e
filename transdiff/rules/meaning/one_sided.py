"""What the witnesses say of both sides and the article of one: *both sides broke the truce*."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.facts import Span
from transdiff.language.callings import roles_of
from transdiff.language.listed import listed_phrases
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.roles import deed_roles
from transdiff.rule import Mark
from transdiff.rules.meaning.claims import disagreement

_JOINED = 2
"""Words beside a party among which *and* joins another one to it."""
_BESIDE = 4
"""Words between a deed and the words for both sides."""


def one_sided(pair: Comparison) -> Iterator[Mark]:
    """Mark a deed that every witness gives to both sides, and the article to one of them."""
    if any(_both(pair.reading)):
        return
    told = [(w, _deed(pair.pairings[w.key])) for w in pair.witnesses]
    found = [(w, deed) for w, deed in told if deed is not None]
    if found and len(found) == len(told):
        witness, spans = found[0]
        yield disagreement(pair, witness, *spans)


def _deed(pairing: Pairing) -> tuple[Span, Span] | None:
    """The deed with its one party in the article, and the words for both in the witness."""
    theirs = pairing.theirs
    for first, end in _both(theirs):
        near = (*theirs.before(first, _BESIDE), *theirs.after(end, _BESIDE))
        for j in near:
            i = pairing.backward[j]
            roles = deed_roles(pairing.mine, i) if i is not None else None
            if i is None or roles is None or not _is_party(pairing, roles.agent):
                continue
            own = (i, *roles.agent)
            return pairing.mine.span(min(own), max(own) + 1), theirs.span(first, end)
    return None


def _is_party(pairing: Pairing, agent: tuple[int, ...]) -> bool:
    """Whether a party acts of which the witness has no word here."""
    if not agent or any(pairing.forward[k] is not None for k in agent):
        return False
    mine = pairing.mine
    beside = mine.words[max(0, min(agent) - _JOINED) : max(agent) + _JOINED + 1]
    joints = load_pack(mine.lang).words("names", "coordinates")
    if any(w.fold in joints for w in beside):
        return False  # the army and the rebels are both
    names = (n.span for facts in mine.facts for n in facts.names)
    named = any(n.overlaps(mine.words[k].span) for n in names for k in agent)
    return named or bool(roles_of(mine, agent))


def _both(reading: Reading) -> Iterator[tuple[int, int]]:
    for _, first, end in listed_phrases(reading.lang, "coverage", "both_sides").all(reading.words):
        yield first, end
