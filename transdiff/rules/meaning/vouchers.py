"""On whose word a claim stands: that of somebody unnamed, of one side, or of those who know."""

from __future__ import annotations

from transdiff.comparison import Witness
from transdiff.facts import Attribution, Speaker
from transdiff.language.clauses import contrast_clauses
from transdiff.language.reporting import JUNIOR

_PARTIES = JUNIOR | {
    "activist", "lawyer", "media", "organiser", "party", "rebels", "relative", "suspect", "union",
    "victim", "worker", "military",
}  # fmt: skip
"""Roles that speak for a side, or of what they have seen."""
_ACCUSED = frozenset({"government", "ministry", "company", "police"})
"""Institutions whose denial is their side of a story."""
_PRIVATE = frozenset(
    {"diplomat", "executive", "lawmaker", "analyst", "engineer", "pilot", "official", "coach"}
)
"""Offices of people who speak for nobody where they are not named."""
_BELIEFS = frozenset({"believe", "speculate"})
"""Verbs by which somebody holds something to be so and does not know it."""
_AT_WAR = frozenset({"politics.defence-ministry", "org.pentagon"})
"""Ministries that speak for an army."""
_FIGHTING = frozenset({"attack", "control", "damage", "destroy", "invade", "kill", "shoot"})
"""Events of which an army tells as one of two sides."""
_REPORTED = frozenset({"doubt", "accusation"})
"""Classes of verbs that tell what is said as a claim."""


def is_partial(witness: Witness, one: Attribution) -> bool:
    """Whether only an unnamed or an interested source vouches for what *one* tells.

    What an authority, a report that is out or a company announces is told as a fact every day.
    """
    return is_nameless(one) or one.verb in _BELIEFS or _is_interested(witness, one)


def is_nameless(one: Attribution) -> bool:
    """Whether nobody stands by a claim with a name, or an office that speaks for others.

    A paper is meant that only an agency has seen, and people whom one agency spoke to.
    """
    speaker = one.speaker
    if one.source_kind == "anonymous" or speaker is None:
        return one.source_kind == "anonymous"
    if "document" in speaker.roles:
        return bool(one.told) or any(c.startswith("agency.") for c in speaker.concepts)
    if speaker.names or not speaker.unnamed:
        return bool(speaker.roles & JUNIOR)
    return bool(speaker.roles & (JUNIOR | _PRIVATE)) or (not speaker.roles and bool(one.told))


def _is_interested(witness: Witness, one: Attribution) -> bool:
    """Whether the claim is one side's: a party makes it, or an authority takes a side by it."""
    roles = one.speaker.roles if one.speaker else frozenset[str]()
    if roles & _PARTIES or (one.stance in _REPORTED and (roles or one.speaker is None)):
        return True
    if "prosecutor" in roles and _is_of_somebody(witness, one):
        return True
    if bool(roles & _ACCUSED) and _denies(witness, one):
        return True
    return _fights(witness, one) or _disputed(witness, one)


def _fights(witness: Witness, one: Attribution) -> bool:
    """Whether a ministry tells what its army has done in war, or has been done to it."""
    scope = one.scope
    if scope is None or one.speaker is None or not one.speaker.concepts & _AT_WAR:
        return False
    inside = [m for s in witness.segments for m in s.facts.markers if scope.contains(m.span)]
    fought = any(m.kind == "event" and m.value in _FIGHTING for m in inside)
    return fought and not any(m.kind == "certainty" for m in inside)


def _is_of_somebody(witness: Witness, one: Attribution) -> bool:
    """Whether what prosecutors tell is of a person, and so what they hold against him."""
    scope = one.scope
    if scope is None:
        return False
    facts = [s.facts for s in witness.segments]
    spans = [n.span for f in facts for n in f.names if n.kind == "person" and n.sure]
    spans += [t.span for f in facts for t in f.titles]
    return any(scope.contains(span) for span in spans)


def _disputed(witness: Witness, one: Attribution) -> bool:
    """Whether a clause of the sentence sets the word of another office against this one."""
    here = _roles(one.speaker)
    for segment in witness.segments if here else ():
        against = contrast_clauses(segment, witness.lang)
        for other in segment.facts.attributions if against else ():
            there = _roles(other.speaker)
            if there and not here & there and any(c.contains(other.span) for c in against):
                return True
    return False


def _roles(speaker: Speaker | None) -> frozenset[str]:
    return speaker.roles if speaker else frozenset()


def _denies(witness: Witness, one: Attribution) -> bool:
    """Whether what is attributed denies something: *said it had paid no ransom*.

    What will not be is a promise.
    """
    scope = one.scope
    if scope is None:
        return False
    inside = [m for s in witness.segments for m in s.facts.markers if scope.contains(m.span)]
    denied = any(m.kind == "negation" and m.value == "not" for m in inside)
    return denied and not any(m.kind == "tense" and m.value == "future" for m in inside)
