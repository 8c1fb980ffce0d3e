"""A deed of the article for another of the witness, which falls short of it or is only weighed."""

from __future__ import annotations

from transdiff.language.events import oppositions
from transdiff.language.pairing import Pairing
from transdiff.language.tense import OPEN, is_past, progress
from transdiff.rules.meaning.leap import Leap, company

_COMMITS = frozenset({"sign", "agree", "promise", "accept", "buy", "sell", "pay", "give"})
"""Deeds by which an open matter is settled."""
_ORDER = "order"
"""The verb of who decrees something."""
_RULES = frozenset({"order", "ban", "introduce", "create", "launch", "establish", "announce"})
"""Deeds by which somebody who rules does what was weighed."""


def short_of(pairing: Pairing, i: int) -> Leap | None:
    """Return the leap from what falls short of the event (*asked for*) to the event itself."""
    own = pairing.mine.events(i)
    theirs = pairing.theirs
    for cue in theirs.of_kind("event"):
        goals = oppositions().short_of.get(cue.marker.value, frozenset()) & own
        if not goals or pairing.backward[cue.first] is not None:
            continue
        apart = pairing.forward[i] is None or i in pairing.loose
        if apart and company(pairing, i, cue.first) >= 2:
            return Leap(i, cue.first, cue, False, False)
    return None


def of_object(pairing: Pairing, i: int) -> Leap | None:
    """Return the leap of a deed to an object that the witness only considers or talks about.

    *Signed a treaty* for *talks on a treaty*: the object is in both, the deed is not.
    """
    mine, theirs = pairing.mine, pairing.theirs
    after = mine.after(i + 1, 2)
    j = next((j for k in after if (j := pairing.forward[k]) is not None), None)
    if pairing.foreign or pairing.forward[i] is not None or j is None:
        return None
    if mine.events(i).isdisjoint(_COMMITS) and not _is_other_deed(pairing, i, j):
        return None
    there = progress(theirs, j)
    if there is None or there[1] is None or there[0] > OPEN or company(pairing, i, j) < 1:
        return None
    return Leap(i, j, there[1], False, False)


def _is_other_deed(pairing: Pairing, i: int, j: int) -> bool:
    """Whether a deed of rule stands for one that is only weighed, with the same object.

    *Decreed an emergency* for *considers declaring an emergency*: both verbs pair with nothing, and
    the deed right behind the word that weighs is followed by the object.
    """
    mine, theirs = pairing.mine, pairing.theirs
    orders = (c.marker.span for c in mine.of_kind("status") if c.marker.value.startswith("duty:"))
    told = (a.span for f in mine.facts for a in f.attributions if a.verb == _ORDER)
    ruled = any(span.overlaps(mine.words[i].span) for span in (*orders, *told))
    if not is_past(mine, i) or not (ruled or mine.events(i) & _RULES):
        return False
    weighed = {k for c in theirs.of_kind("status", "act:1") for k in theirs.after(c.end, 1)}
    return any(k < j and pairing.backward[k] is None and theirs.names_event(k) for k in weighed)
