"""Whose office it is: the country that stands beside it, *Ethiopia's foreign minister*.

Two countries may each have a minister in one sentence. An office that names nobody is compared with
the office of the same country, whichever it is: *the president* for *the prime minister*.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Span, Term, Title
from transdiff.language.name_kinds import leads_to_realm
from transdiff.language.offices import HEADS_OF_STATE
from transdiff.language.owned import GENITIVE
from transdiff.model import Segment
from transdiff.rules.surroundings import shared_part

_SHARED = 0.4
"""Share of common content words from which two offices of a country do the same thing."""
_CLOSELY = 0.55
"""The same, where no country stands beside either office."""
_SINGLE = HEADS_OF_STATE | {"minister", "ambassador", "speaker", "prosecutor-general"}
"""Offices of which a country has one, or one for each field."""
_BEFORE = ("", *GENITIVE)
"""What may stand between a country and the office behind it."""


def realm_of(owned: Title | Term, segment: Segment) -> str:
    """Return the country whose office or body *owned* is, empty where none is beside it."""
    for term in (t for t in segment.facts.terms if t.concept.startswith("country.")):
        glued = term.span.end == owned.span.start and term.form != "name"
        if not glued and is_owner(term.span, owned.span, segment):
            return term.concept
    return ""


def is_owner(owner: Span, owned: Span, segment: Segment) -> bool:
    """Whether what *owned* says belongs to whom *owner* names: *X's minister*, *minister of X*."""
    start = segment.span.start
    if owner.end <= owned.start:
        return segment.text[owner.end - start : owned.start - start].strip() in _BEFORE
    between = segment.text[owned.end - start : owner.start - start]
    return owned.end <= owner.start and (between.isspace() or leads_to_realm(between))


def other_office(pair: Comparison, mine: Title) -> Iterator[tuple[str, Title]]:
    """Yield what the linked texts have for an office of the same country that names nobody.

    Only where each text has one office of that country.
    """
    if mine.holder or mine.function not in _SINGLE:
        return
    realm = realm_of(mine, pair.segment)
    if not realm:
        yield from _other_field(pair, mine)
        return
    here = [o for segment in pair.together for o in _offices(segment, realm)]
    for witness in pair.witnesses if len(here) == 1 else ():
        theirs = _only(witness, realm)
        if theirs is not None and shared_part(pair, witness) >= _SHARED:
            yield witness.key, theirs


def _other_field(pair: Comparison, mine: Title) -> Iterator[tuple[str, Title]]:
    """Yield the minister of another field that a close text has, each being its one office."""
    if not mine.domain or len(_fields([*pair.together])) != 1:
        return
    for witness in pair.witnesses:
        theirs = _fields(witness.segments)
        if len(theirs) != 1 or witness.lang != pair.lang:
            continue
        other = theirs[0]
        same = other.function == mine.function and not other.holder
        apart = bool(other.domain) and set(mine.domain).isdisjoint(other.domain)
        if same and apart and shared_part(pair, witness) >= _CLOSELY:
            yield witness.key, other


def _fields(segments: Sequence[Segment]) -> list[Title]:
    return [t for segment in segments for t in segment.facts.titles if t.function]


def _only(witness: Witness, realm: str) -> Title | None:
    """The one high office of a country in the linked text, if it names nobody."""
    found = [t for segment in witness.segments for t in _offices(segment, realm)]
    high = len(found) == 1 and found[0].function in _SINGLE and not found[0].holder
    return found[0] if high else None


def _offices(segment: Segment, realm: str) -> list[Title]:
    titles = (t for t in segment.facts.titles if t.function)
    return [t for t in titles if realm_of(t, segment) == realm]
