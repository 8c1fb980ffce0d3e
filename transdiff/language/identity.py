"""Whether two speakers are one, as far as their names and offices tell."""

from __future__ import annotations

from collections.abc import Sequence, Set

import regex
from rapidfuzz.distance import JaroWinkler, Levenshtein

from transdiff.facts import Speaker
from transdiff.language.concepts import concept
from transdiff.language.romanise import skeleton

_BY_SOUND = frozenset({"zh", "ja"})
"""Languages that write foreign names in characters of their own."""
_ARABIC = "ar"
_GLIDES = regex.compile(r"[^a-zčšž]|[aeiouvwy]")
_ANY_OFFICE = frozenset({"official", "spokesperson", "document", "company", "agency", "media"})
_PUBLIC = frozenset(
    {
        "government", "ministry", "minister", "prime-minister", "police", "prosecutor", "military",
        "parliament", "lawmaker", "court", "embassy", "diplomat", "central-bank", "rebels",
    }
)  # fmt: skip
"""Whoever holds or is one of these does not speak for a company."""
_STATE = frozenset(
    {
        "government", "ministry", "minister", "prime-minister", "police", "prosecutor", "military",
        "parliament", "lawmaker", "rebels", "mayor", "governor", "company", "union", "party",
        "council",
    }
)  # fmt: skip
_SPEAKING_FOR = frozenset({"spokesperson", "adviser", "executive"})
"""Offices that say nothing of who speaks but for whom."""
_SPOKEN_FOR = _STATE | {
    "president", "embassy", "court", "central-bank", "rescuer", "doctor", "activist", "federation",
    "employers",
}  # fmt: skip
"""Bodies, and holders of offices, that have somebody to speak for them."""
_ABOVE_STATES = frozenset(
    f"org.{name}"
    for name in (
        "un", "ohchr", "who", "unhcr", "unicef", "unesco", "iom", "wfp", "fao", "ilo", "imo",
        "icao", "wmo", "iaea", "opcw", "imf", "world-bank", "wto", "oecd", "osce", "icc", "icj",
        "red-cross", "red-crescent", "icrc", "msf", "amnesty", "hrw",
    )
)  # fmt: skip
"""Bodies that no government, party or company of a country speaks for."""
_ADVERSE = tuple(
    (frozenset(one.split()), frozenset(other.split()))
    for one, other in (
        ("union", "company executive employers"),
        ("worker", "company employers"),
        ("activist", "company military police prosecutor"),
        ("rebels", "military government ministry police"),
        ("suspect lawyer", "prosecutor police court"),
        ("victim relative", "suspect company court"),
        ("coach athlete", "media"),
        ("official", "company union worker activist lawyer relative victim rebels clergy media"),
    )
)
"""Who speaks on the one side and on the other: neither says what the other does."""
_SPELT_ALIKE = 0.75
"""Jaro-Winkler similarity of two spellings of one name within one language."""
_SLIPPED = 0.85
"""The same where not even the consonants are equal: *Oran* is no slip for *Ilena Morav*."""
_FOR_OTHERS = frozenset({"official", "spokesperson", "adviser", "executive"})
"""Offices that say nothing of one's side where it is told for whom one speaks."""
_MEMBERS = frozenset({"worker", "pilot", "doctor", "engineer", "athlete", "scientist", "police"})
"""Callings whose people have unions."""
_OPPOSITION = "common.opposition"
_RULING = frozenset({"minister", "ministry", "government", "president", "prime-minister"})
_COUNTRY = "country."
_TOGETHER = (
    frozenset({"president", "government", "executive", "federation", "union", "party"}),
    frozenset({"prime-minister", "government", "party"}),
    frozenset({"minister", "ministry", "government", "diplomat", "lawmaker", "party"}),
    frozenset({"embassy", "diplomat", "ministry"}),
    frozenset({"military", "ministry", "government"}),
    frozenset({"governor", "government", "central-bank"}),
    frozenset({"executive", "central-bank"}),
    frozenset({"executive", "federation", "employers", "company", "party"}),
    frozenset({"executive", "police"}),
    frozenset({"executive", "rescuer"}),
    frozenset({"executive", "doctor", "scientist"}),
    frozenset({"mayor", "council", "governor", "government", "official", "lawmaker", "agency"}),
    frozenset({"lawmaker", "parliament", "party"}),
    frozenset({"source", "trader", "analyst"}),
    frozenset({"witness", "victim", "relative", "worker", "pilot", "athlete", "activist"}),
    frozenset({"athlete", "coach", "federation"}),
    frozenset({"organiser", "federation", "union", "party", "activist", "executive"}),
    frozenset({"engineer", "worker", "executive"}),
    frozenset({"doctor", "scientist", "analyst", "agency"}),
    frozenset({"police", "prosecutor", "government", "ministry"}),
    frozenset({"rescuer", "government", "ministry"}),
)
"""Offices that one speaker may well hold at once, or speak for."""


def same_speaker(
    mine: Speaker | None, theirs: Speaker | None, people: Set[str] = frozenset()
) -> bool | None:
    """Whether both are one speaker; None where the texts do not say enough to tell.

    *people* are words of the names that any text of the same story gives to persons.
    """
    if mine is None or theirs is None or not mine.known or not theirs.known:
        return None
    if mine.names and theirs.names:
        spelt = len(mine.spelt & theirs.spelt) >= min(len(mine.spelt), len(theirs.spelt), 2) > 0
        if spelt or (
            _may_be_spelt(mine, theirs, _SPELT_ALIKE)
            and (
                _same_name(mine.names, theirs.names, _may_be_spelt(mine, theirs, _SLIPPED))
                or _same_bones(mine, theirs)
            )
        ):
            return True
    if mine.roles & theirs.roles and not (mine.names and theirs.names):
        return not _for_others(mine.roles, theirs.roles)
    if mine.names and theirs.names:
        comparable = (mine.lang in _BY_SOUND) == (theirs.lang in _BY_SOUND)
        persons = all(s.person or _surname(s) in people for s in (mine, theirs))
        return False if comparable and persons else None
    if mine.roles and theirs.roles and not _may_coincide(mine.roles, theirs.roles):
        return False
    if not mine.roles & theirs.roles and _adverse(mine.roles, theirs.roles):
        return False
    either = (mine, theirs), (theirs, mine)
    if any(rule(a, b) for rule in (_opposes, _above, _abroad) for a, b in either):
        return False
    return True if mine.concepts & theirs.concepts else None


def _surname(speaker: Speaker) -> str:
    """The skeleton of a name of a single word that no office stands by."""
    return speaker.names[0] if len(speaker.names) == 1 and not speaker.roles else ""


def _may_be_spelt(mine: Speaker, theirs: Speaker, least: float) -> bool:
    """Whether some word of the names is spelt alike, where one language writes both.

    Consonants alone make one name of *Vance* and *Ines*.
    """
    if mine.lang != theirs.lang or not mine.spelt or not theirs.spelt:
        return True
    return any(JaroWinkler.similarity(m, t) >= least for m in mine.spelt for t in theirs.spelt)


def _same_name(mine: Sequence[str], theirs: Sequence[str], slips: bool) -> bool:
    """Whether a word is shared that is not a mere given name in both; *slips* count as shared."""
    if "".join(mine) == "".join(theirs):
        return True
    shared = {m for m in mine if any(_alike(m, t, slips) for t in theirs)}
    if shared == {mine[0]} and len(mine) > 1 < len(theirs):
        return not _alike(mine[0], theirs[0], slips)
    return bool(shared)


def _same_bones(mine: Speaker, theirs: Speaker) -> bool:
    """Whether two languages write the same consonants, word by word: *Martin Shaw*, *Мартин Шоу*.

    The names of a speaker keep the vowels of words that have hardly any consonants.
    """
    if mine.lang == theirs.lang or len(mine.names) != len(theirs.names) or len(mine.names) < 2:
        return False
    if _ARABIC in (mine.lang, theirs.lang):
        pairs = [(_hard(m), _hard(t)) for m, t in zip(mine.names, theirs.names, strict=True)]
        return all(m == t for m, t in pairs) and any(len(m) > 1 for m, _ in pairs)
    return all(skeleton(m) == skeleton(t) for m, t in zip(mine.names, theirs.names, strict=True))


def _hard(name: str) -> str:
    """The consonants of a name that Arabic writes for nothing else: *w* and *y* are vowels too."""
    return _GLIDES.sub("", name)


def _alike(one: str, other: str, slips: bool) -> bool:
    """Whether two skeletons are equal or a slip apart: a misspelled name is no other person."""
    return one == other or (
        slips
        and len(one) + len(other) >= 5
        and Levenshtein.distance(one, other, score_cutoff=1) <= 1
    )


def _for_others(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two who speak for somebody do so for different bodies: *a police spokesman*."""
    if not mine & theirs <= _SPEAKING_FOR:
        return False
    ours, others = mine & _SPOKEN_FOR, theirs & _SPOKEN_FOR
    apart = not _may_coincide(ours, others) or _adverse(ours, others)
    return bool(ours and others) and apart


def _opposes(one: Speaker, other: Speaker) -> bool:
    """Whether one speaks for the opposition and the other for the government."""
    return _OPPOSITION in one.concepts and bool(other.roles & _RULING) and not one.names


def _above(one: Speaker, other: Speaker) -> bool:
    """Whether one is an international body itself and the other speaks for a country's own."""
    itself = bool(one.concepts) and one.concepts <= _ABOVE_STATES and not (one.names or one.roles)
    return itself and bool(other.roles & _STATE) and not other.concepts & _ABOVE_STATES


def _abroad(one: Speaker, other: Speaker) -> bool:
    """Whether one is a state that is called by its name or its capital, and the other another one.

    *Moscow said*, *Ukraine's foreign ministry said*; who speaks in a capital may be of elsewhere.
    """
    here, there = _countries(one), _countries(other)
    itself = bool(here) and len(here) == len(one.concepts) and not (one.names or one.roles)
    ruling = other.roles <= _RULING and not other.names
    return itself and bool(there) and ruling and here.isdisjoint(there)


def _countries(speaker: Speaker) -> frozenset[str]:
    """The states that a speaker is of, be they told by the towns where they are ruled."""
    entries = (concept(c) for c in speaker.concepts if not c.startswith(_COUNTRY))
    seats = (seat for entry in entries if entry for seat in entry.seats)
    return frozenset(c for c in (*speaker.concepts, *seats) if c.startswith(_COUNTRY))


def _adverse(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether all that is known of two speakers puts them on opposite sides of a matter.

    That one of them speaks for others tells nothing where it is told for whom: *union officials*.
    """
    here, there = (own_side(roles - _FOR_OTHERS or roles) for roles in (mine, theirs))
    return any(
        (here <= one and there <= other) or (here <= other and there <= one)
        for one, other in _ADVERSE
        if here and there
    )


def own_side(roles: frozenset[str]) -> frozenset[str]:
    """Return *roles* without the callings of a union's members: *the pilots' union*."""
    return roles - _MEMBERS if "union" in roles else roles


def _may_coincide(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    if "company" in mine | theirs and (mine <= _PUBLIC or theirs <= _PUBLIC):
        return False
    if mine & _ANY_OFFICE or theirs & _ANY_OFFICE:
        return True
    return any(group & mine and group & theirs for group in _TOGETHER)
