"""Whether two titles are words for one office, and how far apart they are where they are not."""

from __future__ import annotations

from transdiff.facts import Title
from transdiff.language.departments import may_be_of_a_part
from transdiff.language.offices import HEADS_OF_STATE, PRECEDENCE, precedence
from transdiff.model import Severity
from transdiff.rules.names.over_parts import CHIEFS

_ALIKE = (
    CHIEFS,
    frozenset({"envoy", "representative", "ambassador"}),
    frozenset({"representative", "spokesperson"}),
    frozenset({"minister", "chief-financial"}),
    frozenset({"prosecutor", "chief-prosecutor", "prosecutor-general"}),
    frozenset({"coach", "manager", "head"}),
    frozenset({"general", "admiral", "commander", "head", "minister"}),
    frozenset({"general", "admiral", "chief-of-staff", "head", "adviser"}),
    frozenset({"mayor", "head"}),
    frozenset({"governor", "head"}),
    frozenset({"professor", "head", "rector", "adviser"}),
    frozenset({"rector", "president", "chancellor", "principal"}),
    frozenset({"headteacher", "head", "rector", "chief-executive"}),
    frozenset({"founder", "head", "chair", "chief-executive", "president", "leader"}),
)
"""Offices that may be words for one, or that one person may hold at once."""
_RANKS = frozenset({"deputy", "acting", "co", "delegate", "assistant"})
"""What makes somebody less than, or one of several who are, what the office says."""
TIMES = frozenset({"former", "designate"})
"""What makes the holder somebody of another time."""
_SERVICE = frozenset({"general", "admiral"})
_ASSISTING = frozenset({"adviser", "spokesperson", "assistant", "envoy", "representative"})
_VAGUE = frozenset({"government", "region", "city", "un", "president", "minister", "presidency"})
"""What an office may be over without telling it from another one."""
OFFICES = frozenset(
    {
        "president", "prime-minister", "chancellor", "minister", "state-secretary", "governor",
        "mayor", "ambassador", "representative", "spokesperson", "adviser", "secretary-general",
        "prosecutor-general", "judge", "lawyer", "speaker", "party-secretary", "envoy",
        "prosecutor", "chief-prosecutor", "consul", "coach", "captain", "professor", "general",
        "admiral", "chair",
        "chief-executive", "chief-operating", "chief-financial", "chief-economist",
        "chief-scientist", "chief-engineer", "treasurer", "commander", "chief-of-staff",
        "prince", "heir", "section-head",
    }
)  # fmt: skip
"""Offices for which none of the others is another word."""
_BANK = "central-bank"
_CABINET = "government"
_HEADS_OF_CABINETS = frozenset({"president", "prime-minister"})


def comparable(mine: Title, theirs: Title) -> bool:
    """Whether one may stand for the other: functions that may be one, and no two fields."""
    return same_function(mine, theirs) and not _other_field(mine, theirs)


def same_function(mine: Title, theirs: Title) -> bool:
    """Whether the functions may be one; who heads a central bank is its governor or president.

    The *presidente del Gobierno* is a prime minister.
    """
    both, domains = {mine.function, theirs.function}, (*mine.domain, *theirs.domain)
    juniors = _is_junior(mine) and _is_junior(theirs)
    return (
        _alike(mine.function, theirs.function)
        or juniors
        or (_BANK in domains and both <= CHIEFS | {"governor"})
        or (_CABINET in domains and both <= _HEADS_OF_CABINETS)
    )


def _alike(mine: str, theirs: str) -> bool:
    return mine == theirs or any(mine in kin and theirs in kin for kin in _ALIKE)


def _other_field(mine: Title, theirs: Title) -> bool:
    left, right = frozenset(mine.domain) - _VAGUE, frozenset(theirs.domain) - _VAGUE
    return bool(left and right and not left & right)


def _rank(title: Title) -> frozenset[str]:
    """What of a title sets its holder apart; a minister delegate is a junior minister."""
    ranks = title.modifiers & (_RANKS | TIMES)
    return ranks - {"delegate"} | {"deputy"} if "delegate" in ranks else ranks


def same_office(mine: Title, theirs: Title) -> bool:
    """Whether nothing says that these are two offices, or two ranks of one."""
    if not same_function(mine, theirs):
        if may_be_of_a_part(mine.function, theirs.function):
            return True
        titled = (mine.function, theirs.function) == ("prince", "heir")  # an heir is a prince too
        return titled or not (_is_definite(mine) and _is_definite(theirs))
    if _aides(mine) != _aides(theirs):
        return False
    if _is_junior(mine) and _is_junior(theirs):
        return True
    if mine.function in _SERVICE:
        return True  # what a lieutenant general is, title-military-rank tells; he may be a deputy
    return (
        _rank(mine) == _rank(theirs)
        and ("first" in mine.modifiers) <= ("first" in theirs.modifiers)
        and not _other_field(mine, theirs)
    )


def _is_definite(title: Title) -> bool:
    """Whether no other office is another word for this one; who heads the police, heads that."""
    chief = title.function == "head" and "police" in title.domain
    return chief or title.function in OFFICES


def _is_junior(title: Title) -> bool:
    """Whether somebody ranks right below a minister: *junior minister*, *minister of state*."""
    return title.function == "state-secretary" or (
        title.function == "minister" and not title.modifiers.isdisjoint({"deputy", "delegate"})
    )


def _aides(title: Title) -> frozenset[str]:
    """What makes the holder somebody beside the office: *an adviser to the minister*."""
    return _ASSISTING & frozenset(title.domain)


def difference(mine: Title, theirs: Title, same_holder: bool) -> str:
    """Name the difference; empty where it is not told by rank, time or field."""
    alike = same_function(mine, theirs)
    if alike and _aides(mine) != _aides(theirs):
        return "promoted" if _aides(theirs) else "demoted"
    if alike and mine.modifiers & _RANKS != theirs.modifiers & _RANKS:
        function = mine.function if mine.function in PRECEDENCE else "head"
        higher = precedence(function, mine.modifiers) > precedence(function, theirs.modifiers)
        return "promoted" if higher else "demoted"
    if alike and mine.modifiers & TIMES != theirs.modifiers & TIMES:
        return "stale"
    if not same_holder:
        return ""
    if alike:
        return "wrong" if _other_field(mine, theirs) else "promoted"
    gap = gap_between(mine, theirs)
    if gap and {mine.function, theirs.function} <= PRECEDENCE.keys():
        return "promoted" if gap > 0 else "demoted"
    return "wrong"


def gap_between(mine: Title, theirs: Title) -> float:
    """Return how far *mine* is above *theirs*, negative where it is below."""
    return precedence(mine.function, mine.modifiers) - precedence(theirs.function, theirs.modifiers)


def severity_of(mine: Title, theirs: Title, kind: str) -> Severity:
    """Critical where someone becomes a head of state or, from afar, a minister."""
    changed = (mine.modifiers ^ theirs.modifiers) & (_RANKS | TIMES)
    if _alike(mine.function, theirs.function) and changed in ({"co"}, frozenset()):
        return Severity.MINOR if changed else Severity.MAJOR
    if kind != "promoted":
        return Severity.MAJOR
    state = mine.function in HEADS_OF_STATE and theirs.function in HEADS_OF_STATE
    if (state and not mine.modifiers) or mine.function in HEADS_OF_STATE - {"president"}:
        return Severity.CRITICAL
    reached = precedence(mine.function, mine.modifiers) >= PRECEDENCE["minister"]
    return Severity.CRITICAL if reached and gap_between(mine, theirs) >= 2 else Severity.MAJOR
