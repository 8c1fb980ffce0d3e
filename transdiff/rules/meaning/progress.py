"""Events that have come further in the article than in its witnesses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from transdiff.comparison import Comparison, Witness
from transdiff.language.events import oppositions
from transdiff.language.reading import Cue, Pairing
from transdiff.language.tense import DONE, governing, is_past, progress

_FINAL = frozenset({"sell", "buy", "sign", "win", "kill", "arrive", "destroy", "convict", "elect"})
"""Events that cannot be taken back."""
_COMMITS = frozenset({"sign", "agree", "promise", "accept", "buy", "sell", "pay", "give"})
"""Deeds by which an open matter is settled."""
_OPEN = 2
"""The step of what is considered or talked about."""
_NEAR = 8


@dataclass(frozen=True)
class Leap:
    """An event at word *mine* of the article that the witness tells at word *theirs* as unfinished.

    ``cue`` is the word that says how far it has come there; ``future`` says that it is a plain
    future (*will*, *scheduled*); ``final`` that the event cannot be undone.
    """

    mine: int
    theirs: int
    cue: Cue | None
    future: bool
    final: bool


def leaps(pair: Comparison, steps: int) -> Iterator[tuple[Witness, Leap]]:
    """Yield the events that are *steps* or more ahead of every witness that tells them."""
    told: dict[int, list[tuple[Witness, Leap | None]]] = {}
    for witness in pair.witnesses:
        pairing = pair.pairings[witness.key]
        for i in _events(pairing):
            for leap in (_leap(pairing, i, steps), _short(pairing, i), _object(pairing, i)):
                if leap is not None or pairing.forward[i] is not None:
                    told.setdefault(i, []).append((witness, leap))
    for verdicts in told.values():
        found = [(w, leap) for w, leap in verdicts if leap is not None]
        behind = {w.key for w, _ in found}
        if found and behind == {w.key for w, _ in verdicts}:
            yield found[0]


def _events(pairing: Pairing) -> Iterator[int]:
    """Yield the words of the article that tell something as done, with nothing holding it back."""
    mine = pairing.mine
    for i in sorted(mine.pasts):
        if not mine.words[i].text[:1].isupper():
            here = progress(mine, i)
            if here is not None and here[0] == DONE and not _held_back(pairing, i):
                yield i


def _held_back(pairing: Pairing, i: int) -> bool:
    mine = pairing.mine
    kinds = (("hedge",), ("tense", "future"), ("negation", "not", "lexical"), ("condition",))
    return any(governing(mine, i, *kind) for kind in kinds)


def _leap(pairing: Pairing, i: int, steps: int) -> Leap | None:
    """Return the leap of the event at *i*, None where the witness has it as done or is silent."""
    j = pairing.forward[i]
    if j is None or _company(pairing, i, j) < 1:
        return None
    theirs = pairing.theirs
    there = progress(theirs, j)
    if there is None or there[1] is None or DONE - there[0] < steps:
        return None
    if is_past(theirs, j) and there[1].end < j - 1:
        return None
    keys = set(pairing.mine.keys[i])
    twins = (k for k in theirs.content if k != j and keys & set(theirs.keys[k]))
    if any((p := progress(theirs, k)) and p[0] == DONE for k in twins):
        return None
    future = any(c.first == there[1].first for c in theirs.of_kind("tense", "future"))
    events = {key[1:] for key in keys if key[0] == "="}
    return Leap(i, j, there[1], future, bool(events & _FINAL))


def _short(pairing: Pairing, i: int) -> Leap | None:
    """Return the leap from what falls short of the event (*asked for*) to the event itself."""
    own = {key[1:] for key in pairing.mine.keys[i] if key[0] == "="}
    theirs = pairing.theirs
    for cue in theirs.of_kind("event"):
        goals = oppositions().short_of.get(cue.marker.value, frozenset()) & own
        if not goals or pairing.backward[cue.first] is not None:
            continue
        if pairing.forward[i] is None and _company(pairing, i, cue.first) >= 2:
            return Leap(i, cue.first, cue, False, False)
    return None


def _object(pairing: Pairing, i: int) -> Leap | None:
    """Return the leap of a deed to an object that the witness only considers or talks about.

    *Signed a treaty* for *talks on a treaty*: the object is in both, the deed is not.
    """
    mine, theirs = pairing.mine, pairing.theirs
    after = mine.after(i + 1, 2)
    j = next((j for k in after if (j := pairing.forward[k]) is not None), None)
    if pairing.foreign or pairing.forward[i] is not None or j is None:
        return None
    if not any(key[0] == "=" and key[1:] in _COMMITS for key in mine.keys[i]):
        return None
    there = progress(theirs, j)
    if there is None or there[1] is None or there[0] > _OPEN or _company(pairing, i, j) < 1:
        return None
    return Leap(i, j, there[1], False, False)


def _company(pairing: Pairing, i: int, j: int) -> int:
    """Count the content words near *i* whose counterparts are near *j*."""
    near = (
        pairing.forward[k]
        for k in range(max(0, i - _NEAR), min(len(pairing.forward), i + _NEAR + 1))
        if k != i
    )
    return len({k for k in near if k is not None and k != j and abs(k - j) <= _NEAR})
