"""Walks of life: which of two callings nobody has at once, by the families of the concept table.

A scientist may run a firm and a senator may be a physician; a detective is no courier. Callings of
one walk differ by their concepts, with the wider ones (``within``) for all that they cover.
"""

from __future__ import annotations

from collections.abc import Mapping

from transdiff.language.concepts import concept, family, is_part

_CALLING = "calling:"
_CRAFT = "craft"
_SPORT = "sport"
_OF_FAMILY = {
    "profession": _CRAFT,
    "status-person": "force",
    "crew-post": "crew",
    "crew-rank": "crew",
    "position": _SPORT,
}
_MEDICINE = "society.doctor"
_OF_OFFICE: Mapping[str, str] = {
    office: walk
    for walk, offices in {
        "trade": "chief-executive chief-operating chief-financial chair founder treasurer",
        "force": "general admiral chief-of-staff sheriff",
        "state": "judge prosecutor chief-prosecutor prosecutor-general ambassador consul envoy "
        "inspector ombudsman coroner",
        _SPORT: "coach referee",
        "press": "editor",
        "science": "professor rector dean",
        "medicine": "surgeon",
    }.items()
    for office in offices.split()
}
_BESIDE_THE_PITCH = frozenset(
    {"coach", "referee", "calling.coach-calling", "calling.referee-calling"}
)
_APART = frozenset(
    frozenset({one, other})
    for one, others in {
        "craft": "crew force labour sport",
        "crew": "medicine press science state trade",
        "force": "art labour press science sport trade",
        "labour": "art medicine press science sport state trade",
        "medicine": "art press sport state",
        "press": "medicine sport state trade",
        "science": "sport",
        "state": "art sport trade",
    }.items()
    for other in others.split()
)
"""Walks of life that nobody is in at once, as far as the news tells what somebody is."""


def walk(identifier: str) -> str:
    """Return the walk of life of a calling, a concept or an office; empty where it has none."""
    kin = family(identifier)
    if kin.startswith(_CALLING):
        return kin.removeprefix(_CALLING)
    if identifier == _MEDICINE or is_part(identifier, _MEDICINE):
        return "medicine"
    entry = concept(identifier)
    if entry is not None and family(entry.within).startswith(_CALLING):
        return family(entry.within).removeprefix(_CALLING)
    return _OF_FAMILY.get(kin, "") or _OF_OFFICE.get(identifier, "")


def are_apart(one: str, other: str) -> bool:
    """Whether nobody is both: two crafts, callings of walks of life that are apart.

    Who plays does not train the team, nor is he its referee.
    """
    if one == other or is_part(one, other) or is_part(other, one):
        return False
    mine, theirs = walk(one), walk(other)
    aside = mine == theirs == _SPORT and (one in _BESIDE_THE_PITCH) != (other in _BESIDE_THE_PITCH)
    return frozenset({mine, theirs}) in _APART or mine == theirs == _CRAFT or aside
