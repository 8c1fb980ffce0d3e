"""Matters that one reading leaves open, and those that it closes with a no.

Who has not decided, not answered, not ruled something out or found no evidence of it has not said
no: *has not decided whether to sell* and *has decided not to sell* both deny, and deny something
else. Which events leave their matter open where they are denied is told in ``events.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transdiff.language.contraries import exclusions
from transdiff.language.cues import STRICT, Cue
from transdiff.language.denial_pairs import partners_of
from transdiff.language.denials import (
    REACH,
    both_sides,
    denials,
    governed,
    is_nominal,
    listed_ranges,
    may_be_denied,
    raises,
)
from transdiff.language.events import oppositions
from transdiff.language.flips import Flip, sure_flip
from transdiff.language.listed import listed_phrases
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading

_HEADS = 2
"""Content words behind a denial among which the event is that it denies."""
_LEAST = 2
"""Words of a closed matter that must be in the open one, where its first word is not."""
_UNKNOWN = ("open-question", "unproven", "too-early")
"""The lists of ``[negation]`` with phrases that leave open what they are said of."""
_UNSAID = "no-comment"
"""Phrases by which nobody says anything: *declined to comment*."""
_ASKED = (_UNSAID, "open-whether")
"""Lists whose phrases do so only of what is asked: *declined to say whether*."""
_DOUBTS = ("possible", "apparent", "likely", "alleged", "preliminary", "expected")
_NO = frozenset({"reject", "refuse", "deny", "exclude", "decide"})
"""Events by which somebody says no where the word for it holds a denial: *decided against*."""
_AGAINST, _DECIDE = "oppose", "decide"
_PLANS = frozenset({"plan"})
_EVIDENCE, _FIND = "evidence", frozenset({"find"})
_UNSEEN = frozenset({"inspect", "investigate", "measure", "study", "test"})
"""Events without which nothing is found, neither a fault nor that there is none."""
_VERDICTS = ("acquit", "find", "good", "legal", "safe")
_FOUND = 20
"""Content words behind a denial among which the evidence is that was not found."""


@dataclass(frozen=True)
class Open:
    """Words ``[first, end)`` that leave something open; ``words`` are those that say so.

    ``unseen``: nobody has looked.
    """

    first: int
    end: int
    words: frozenset[int]
    unseen: bool = False


def closed(pairing: Pairing) -> tuple[Flip, ...]:
    """Return what the one reading closes with a no and the other leaves open.

    Whoever leaves anything open in the reading that closes may have told that as well.
    """
    return tuple(_closed(pairing, added=True)) or tuple(_closed(pairing.reversed, added=False))


def _closed(pairing: Pairing, *, added: bool) -> Iterator[Flip]:
    """Yield the first no of ``mine`` to what ``theirs`` leaves open."""
    open_ = pairing.theirs.once(left_open)
    unseen = tuple(m for m in open_ if m.unseen)
    if not open_ or _doubts(pairing, open_) or listed_ranges(pairing.mine, "no-comment"):
        return
    if _is_open(pairing.mine, found=bool(unseen) and len(unseen) == len(open_)):
        return
    for verdict in _verdicts(pairing.mine) if unseen else ():
        matter = next((m for m in unseen if _is_of_clause(pairing, verdict, m)), None)
        if matter is not None:
            yield sure_flip((verdict.first, verdict.end), (matter.first, matter.end), added=added)
            return
    for no in _refusals(pairing):
        matter = next((m for m in open_ if _is_about(pairing, no, m)), None)
        if matter is not None and not _denies_too(pairing, no, matter):
            yield sure_flip((no.first, no.end), (matter.first, matter.end), added=added)
            return


def left_open(reading: Reading) -> tuple[Open, ...]:
    """Return the words of *reading* that leave a matter open."""
    names = (*_UNKNOWN, *_ASKED) if reading.of_kind("tense", "asked") else _UNKNOWN
    phrases = [
        *reading.once(exclusions)[1],
        *(r for name in names for r in listed_ranges(reading, name)),
    ]
    return (*_denied_events(reading), *(_phrase(*r) for r in phrases))


def unanswered(reading: Reading) -> tuple[Open, ...]:
    """Return where *reading* leaves something open, or where nobody says anything of it."""
    silent = (_phrase(*r) for r in listed_ranges(reading, _UNSAID))
    return (*reading.once(left_open), *silent)


def _phrase(first: int, end: int) -> Open:
    return Open(first, end, frozenset(range(first, end)))


def _denied_events(reading: Reading) -> Iterator[Open]:
    """Yield the denials that leave their matter open, each with the event that it denies."""
    for cue in reading.of_kind("negation", "not"):
        at = next(_opening(reading, cue), None)
        if at is not None:
            words = frozenset((*range(cue.first, cue.end), at))
            unseen = not _UNSEEN.isdisjoint(reading.events(at))
            yield Open(min(cue.first, at), max(cue.end, at + 1), words, unseen)


def denied_events(reading: Reading, cue: Cue, events: frozenset[str]) -> Iterator[int]:
    """Yield the words for any of *events* among the first that *cue* denies."""
    return (i for i in governed(reading, cue)[:_HEADS] if events & reading.events(i))


def _opening(reading: Reading, cue: Cue) -> Iterator[int]:
    """Yield the event that leaves a matter open where *cue* denies it, or the missing evidence."""
    yield from denied_events(reading, cue, oppositions().open - _UNSEEN)
    if not is_nominal(reading, cue):  # "had no part in the study"
        words = governed(reading, cue)
        verbs = (i for i in words if i in reading.pasts)
        heads = verbs if both_sides(reading.lang) else words[:1]
        yield from (i for i in heads if _UNSEEN & reading.events(i))
    if next(denied_events(reading, cue, _FIND), None) is not None:
        behind = reading.after(cue.end, _FOUND)
        yield from (i for i in behind if _EVIDENCE in reading.events(i))


def _doubts(pairing: Pairing, open_: Sequence[Open]) -> bool:
    """Whether ``mine`` doubts more than ``theirs`` does beside what it leaves open.

    What both could not confirm is another matter.
    """
    own, there = (r.of_kind("hedge", *_DOUBTS) for r in (pairing.mine, pairing.theirs))
    beside = [c for c in there if not any(_overlap(c, m) for m in open_)]
    return len(own) > len(beside)


def _is_open(reading: Reading, *, found: bool) -> bool:
    """Whether *reading* leaves anything open: it asks, weighs, waits or does not know.

    Who has *found* nothing leaves it open too, unless nobody looked.
    """
    if unanswered(reading):
        return True
    if reading.of_kind("condition", *STRICT):
        return True
    cues = reading.of_kind("negation", "not")
    unplanned = {i for c in cues for i in governed(reading, c)[:1]}
    planned = (c for c in reading.of_kind("status", "act:1") if c.first not in unplanned)
    if not found and any(planned):
        return True
    withheld = oppositions().withheld - (_FIND if found else frozenset())
    denied = (i for c in cues for i in _behind(reading, c))
    return bool(reading.of_kind("tense", "asked") or reading.of_kind("event", "wait")) or any(
        withheld & reading.events(i) for i in denied
    )


def _behind(reading: Reading, cue: Cue) -> tuple[int, ...]:
    """The words that *cue* may deny, behind it where denials stand before what they deny."""
    words = governed(reading, cue)
    return words if both_sides(reading.lang) else tuple(i for i in words if i > cue.first)


def _refusals(pairing: Pairing) -> Iterator[Cue]:
    """Yield the denials of ``mine`` that say no to something and that ``theirs`` does not have.

    What was not done so far may still be done.
    """
    mine, theirs = pairing.mine, pairing.theirs
    open_ = theirs.once(left_open)
    there = theirs.once(denials)
    inside = tuple(c for c in there if any(_overlap(c, m) for m in open_))
    known = partners_of(pairing, mine.once(denials), tuple(c for c in there if c not in inside))
    not_yet = listed_phrases(mine.lang, "negation", "not-yet")
    for cue in mine.once(denials):
        if cue in known or not _says_no(mine, cue) or _hands_on(mine, cue):
            continue
        if not_yet.match(mine.words, cue.first) is not None:
            continue
        others = tuple(c for c in mine.once(denials) if c != cue and c not in known)
        if not partners_of(pairing, others, inside):
            yield cue


def _hands_on(reading: Reading, cue: Cue) -> bool:
    """Whether *cue* denies a belief; who has no plans has said no."""
    return raises(reading, cue) and next(denied_events(reading, cue, _PLANS), None) is None


def _verdicts(reading: Reading) -> Iterator[Cue]:
    """Yield what says that somebody has looked and knows: *found*, *cleared*, *in order*."""
    for cue in reading.of_kind("event", *_VERDICTS):
        if cue.marker.value == "find" or not may_be_denied(reading, cue.first):
            yield cue


def _denies_too(pairing: Pairing, no: Cue, matter: Open) -> bool:
    """Whether *no* denies the very word that leaves it open: *no inspection was made*.

    Who has decided against something has decided.
    """
    return no.marker.value == "not" and not pairing.images(_behind(pairing.mine, no)).isdisjoint(
        matter.words
    )


def _is_of_clause(pairing: Pairing, verdict: Cue, matter: Open) -> bool:
    """Whether *verdict* of ``mine`` is told of most of what the clause of *matter* has."""
    mine, theirs = pairing.mine, pairing.theirs
    told = [j for j in theirs.of_clause(matter.first) if j not in matter.words]
    own = mine.clauses[verdict.first]
    there = [j for j in told if (i := pairing.backward[j]) is not None and mine.clauses[i] == own]
    return bool(there) and 2 * len(there) >= len(told)


def _says_no(reading: Reading, cue: Cue) -> bool:
    """Whether a denial is a no: a plain one, or a word of refusal."""
    if cue.marker.value != "lexical":
        return cue.marker.value == "not"
    events = {e for i in range(cue.first, cue.end) for e in reading.events(i)}
    decided = (i for i in governed(reading, cue) if _DECIDE in reading.events(i))
    return not _NO.isdisjoint(events) or (_AGAINST in events and next(decided, None) is not None)


def _overlap(one: Cue, other: Open) -> bool:
    return one.first < other.end and other.first < one.end


def _is_about(pairing: Pairing, no: Cue, matter: Open) -> bool:
    """Whether *no* of ``mine`` is said of what *matter* of ``theirs`` is about."""
    mine, theirs = pairing.mine, pairing.theirs
    own = theirs.sentence(matter.first)
    behind = mine.beyond(no.end, REACH) if no.marker.value == "lexical" else ()  # "ruled out that"
    words = [i for i in (*governed(mine, no), *behind) if not no.first <= i < no.end]
    said = [i for i in words if (j := pairing.forward[i]) in own and j not in matter.words]
    first = said[:1] == words[:1] and any(mine.names_event(i) for i in said[:1])
    return first or len(said) >= _LEAST
