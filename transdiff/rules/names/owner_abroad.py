"""A body of one state told as that of another, in two languages: *the Danish ministry*.

What a country is called in another language says nothing where the references name an owner that no
table knows; that the article's country is in no reference at all does.
"""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.facts import Name, Term
from transdiff.model import Segment
from transdiff.rules.names.realms import is_owner, realm_of
from transdiff.rules.siblings import BODY
from transdiff.rules.siblings import realm_of as realm_of_family

_COUNTRY = "country."
_MINISTRY = "general.ministry"


def owned_abroad(pair: Comparison) -> Iterator[tuple[Term, Name, str]]:
    """Yield a body of a country that no reference names, its owner there, and in which one."""
    known = pair.whole.said_by_references.concepts
    terms = pair.segment.facts.terms
    strange = {t.concept for t in terms if t.concept.startswith(_COUNTRY)} - known
    if not strange:
        return
    for body in terms:
        if not _is_body(body) or realm_of(body, pair.segment) not in strange:
            continue
        for witness in pair.witnesses:
            owners = [n for s in witness.segments for n in _owners(s, body)]
            if witness.lang != pair.lang and owners:
                yield body, owners[0], witness.key
                break


def _is_body(term: Term) -> bool:
    return term.concept == _MINISTRY or realm_of_family(term.concept) == BODY


def _owners(segment: Segment, body: Term) -> Iterator[Name]:
    """Yield the names right beside the same body: a country, or one of which no table knows."""
    for term in segment.facts.terms:
        same = term.concept == body.concept or _MINISTRY in (term.concept, body.concept)
        if not same or not _is_body(term):
            continue
        for name in segment.facts.names:
            of_a_state = not name.concept or name.concept.startswith(_COUNTRY)
            fits = name.sure and name.kind in ("place", "unknown") and of_a_state
            if fits and is_owner(name.span, term.span, segment):
                yield name
