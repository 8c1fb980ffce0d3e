"""A denial in other words: what the other reading may say instead of denying the same."""

from __future__ import annotations

from collections.abc import Callable

from transdiff.language.contraries import gives_no_comment
from transdiff.language.cues import Cue
from transdiff.language.denials import (
    REACH,
    governed,
    is_doubled,
    is_elliptic,
    is_nominal,
    listed_ranges,
    too_early,
)
from transdiff.language.denied_conditions import conditioned_otherwise
from transdiff.language.ended_denials import ends_otherwise
from transdiff.language.equal_denials import (
    denies_peer,
    few_do,
    few_of_both,
    is_feared,
    is_told_as_event,
)
from transdiff.language.events import oppositions
from transdiff.language.inner_denials import contrary_word, denied_in_word, is_within_word
from transdiff.language.leave import needs_leave
from transdiff.language.limits import begins_then, limits_otherwise
from transdiff.language.listed import listed_phrases
from transdiff.language.never_before import is_unmatched_before
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.quantifiers import denies_all, quantifies
from transdiff.language.reading import Reading
from transdiff.language.refusals import refused_there
from transdiff.language.unsettled import unsettled

_CANCELLED = 8
"""Words about a denial among which a second one may stand."""
_END = 3
"""Words from a denial to what it says does not suffice."""
_EXCEPTED = 10
"""Words between an exception and what is said of all the others."""
_CALLED_OFF = ("end", "withdraw", "prevent")
"""Events by which what was to come does not."""
_SETTLING = ("agree", "decide", "settle")
"""Events by which a matter is no longer open."""


def said_otherwise(pairing: Pairing, cue: Cue) -> bool:
    """Whether the other reading says in other words what *cue* denies, in any of the ways."""
    return any(way(pairing, cue) for way in _WAYS)


def _is_contrary(pairing: Pairing, cue: Cue) -> bool:
    """Whether the other reading tells the contrary of the event: *did not win*, *lost*."""
    words = governed(pairing.mine, cue)
    events = {k for i in words[:2] for k in pairing.mine.keys[i] if k[0] == "="}
    contrary = {f"={o}" for e in events for o in oppositions().opposites.get(e[1:], ())}
    return bool(contrary) and _told_instead(pairing, words, contrary)


def _is_unequal(pairing: Pairing, cue: Cue) -> bool:
    """Whether the other reading compares what is no equal here: *not as large*, *smaller*."""
    return _denies_equal(pairing.mine, cue) and _compares_alone(pairing)


def _is_too_early(pairing: Pairing, cue: Cue) -> bool:
    """Whether it is *too early* there for what is denied here."""
    return any(too_early(pairing.theirs))


def _is_left_out(pairing: Pairing, cue: Cue) -> bool:
    """Whether a denial, here or there, leaves out what it denies: *but not all*."""
    theirs = pairing.theirs
    return is_elliptic(pairing.mine, cue) or any(
        is_elliptic(theirs, other) for other in theirs.of_kind("negation", "not")
    )


def _gives_none(pairing: Pairing, cue: Cue) -> bool:
    """Whether both sides give no comment."""
    return gives_no_comment(pairing.theirs) and _denies_comment(pairing.mine, cue)


def _is_examined(pairing: Pairing, cue: Cue) -> bool:
    """Whether the other reading examines what is not decided here."""
    return _undecided(pairing.mine, cue) and bool(pairing.theirs.of_kind("status", "act:1"))


def _is_of_some(pairing: Pairing, cue: Cue) -> bool:
    """Whether the other reading tells of some what is denied of all."""
    return denies_all(pairing.mine, cue) and quantifies(pairing.theirs, "some", "most")


def _is_refused(pairing: Pairing, cue: Cue) -> bool:
    """Whether the other reading refuses what is denied here."""
    return refused_there(pairing, governed(pairing.mine, cue))


def _is_of_few(pairing: Pairing, cue: Cue) -> bool:
    """Whether both sides tell that few do it."""
    return few_do(pairing, cue) or few_of_both(pairing, cue, governed(pairing.mine, cue))


def _has_contrary_word(pairing: Pairing, cue: Cue) -> bool:
    """Whether a word there is the contrary of a denied one: *not legal*, *illegal*."""
    stems = [pairing.mine.words[i].stem for i in governed(pairing.mine, cue)]
    theirs = pairing.theirs
    return any(contrary_word(w.stem, stems, theirs.lang) for w in theirs.words)


def _stays_open(pairing: Pairing, cue: Cue) -> bool:
    """Whether it is open there what is not agreed here: *agreed, but not on the date*, *open*."""
    mine, theirs = pairing.mine, pairing.theirs
    if not (is_elliptic(mine, cue) and mine.of_kind("event", *_SETTLING)):
        return False
    told = {theirs.clauses[j] for j in pairing.images(governed(mine, cue))}
    return any(theirs.clauses[at] in told for at in theirs.once(unsettled))


def _is_called_off(pairing: Pairing, cue: Cue) -> bool:
    """Whether there will be none of what the other reading ends: *no strike*, *called it off*."""
    mine, theirs = pairing.mine, pairing.theirs
    coming = any(mine.clauses[c.first] == mine.clauses[cue.first] for c in mine.futures)
    if not coming or not is_nominal(mine, cue):
        return False
    told = {theirs.clauses[j] for j in pairing.images(governed(mine, cue)[:1])}
    return any(theirs.clauses[c.first] in told for c in theirs.of_kind("event", *_CALLED_OFF))


def _told_instead(pairing: Pairing, words: tuple[int, ...], contrary: set[str]) -> bool:
    """Whether the other reading alone has a *contrary* of what is denied, and not the denied."""
    left = contrary - {key for keys in pairing.mine.keys for key in keys}
    places = [j for j, keys in enumerate(pairing.theirs.keys) if left & set(keys)]
    return bool(places) and not _told_there(pairing, words, places)


def _is_few(pairing: Pairing, cue: Cue) -> bool:
    """Whether *cue* denies that there are many where the other reading says that there are few."""
    many = listed_phrases(pairing.mine.lang, "negation", "many")
    return many.match(pairing.mine.words, cue.end) is not None and bool(
        listed_ranges(pairing.theirs, "few")
    )


def _is_kept(pairing: Pairing, cue: Cue) -> bool:
    """Whether *cue* denies a deed where the other reading has what is left: *not change*, *keep*.

    Or the same denying word in another form.
    """
    mine, theirs = pairing.mine, pairing.theirs
    own = [(i, j) for i in range(cue.first, cue.end) if (j := pairing.forward[i]) is not None]
    if any(mine.is_content[i] and mine.words[i].stem == theirs.words[j].stem for i, j in own):
        return cue.marker.value == "not"
    undone = oppositions().undone
    events = {k[1:] for i in governed(mine, cue)[:2] for k in mine.keys[i] if k[0] == "="}
    left = {f"={other}" for event in events for other in undone.get(event, ())}
    alone = (keys for keys, i in zip(theirs.keys, pairing.backward, strict=True) if i is None)
    return bool(left) and any(not left.isdisjoint(keys) for keys in alone)


def _falls_short(pairing: Pairing, cue: Cue) -> bool:
    """Whether *cue* denies that something suffices where the other reading compares: *exceeds*."""
    mine, theirs = pairing.mine, pairing.theirs
    enough = listed_phrases(mine.lang, "negation", "sufficing")
    ahead = range(cue.first, min(len(mine.words), cue.end + _END))
    if not any(enough.match(mine.words, at) for at in ahead):
        return False
    told = {theirs.clauses[j] for j in _counterparts(pairing, cue)}
    short = (*theirs.of_kind("comparison"), *theirs.of_kind("negation", "lexical"))
    return any(theirs.clauses[c.first] in told for c in short)


def _is_excepted(pairing: Pairing, cue: Cue) -> bool:
    """Whether the other reading alone excepts somebody: *only A did not*, *all but A did*."""
    if listed_ranges(pairing.mine, "exceptions"):
        return False
    places = _counterparts(pairing, cue)
    excepted = listed_ranges(pairing.theirs, "exceptions")
    return any(abs(first - j) <= _EXCEPTED for first, _ in excepted for j in places)


def _counterparts(pairing: Pairing, cue: Cue) -> frozenset[int]:
    """Where the other reading has what *cue* denies."""
    return pairing.images(governed(pairing.mine, cue))


def _only_they(pairing: Pairing, cue: Cue) -> bool:
    """Whether *cue* denies of all but some what the others do alone: *nobody but*, *only*."""
    others = [r for r in pairing.mine.of_kind("negation", "not") if is_nominal(pairing.mine, r)]
    own = pairing.mine.sentence(cue.first)
    excepted = (first for first, _ in listed_ranges(pairing.mine, "exceptions"))
    left_out = any(first in own for first in excepted) and any(r.first in own for r in others)
    return left_out and bool(listed_ranges(pairing.theirs, "only"))


def _is_cancelled(pairing: Pairing, cue: Cue) -> bool:
    """Whether another denial takes *cue* back: *never without*, *did not fail to*.

    Where the other reading denies nothing at all, it says the same.
    """
    mine = pairing.mine
    if pairing.theirs.of_kind("negation", "not", "lexical"):
        return False
    around = mine.words[max(0, cue.first - _CANCELLED) : cue.end + _CANCELLED]
    cancelling = load_pack(mine.lang).words("negation", "cancelling")
    doubled = is_doubled(mine, cue) and not _has_denied(pairing, cue)
    return doubled or any(w.fold in cancelling for w in around)


def _has_denied(pairing: Pairing, cue: Cue) -> bool:
    """Whether the other reading has what *cue* denies: *did not oppose it*, *voted against it*."""
    head = governed(pairing.mine, cue)[:1]
    there = pairing.images(head)
    return any(pairing.mine.events(i) & pairing.theirs.events(j) for i in head for j in there)


def _well(pairing: Pairing, cue: Cue) -> bool:
    """Whether *cue* denies a harm where the other reading says that they are well."""
    if not listed_ranges(pairing.theirs, "well"):
        return False
    mine = pairing.mine
    clause = mine.clauses[cue.first]
    return any(mine.clauses[first] == clause for first, _ in listed_ranges(mine, "ills"))


def _denies_comment(reading: Reading, cue: Cue) -> bool:
    """Whether *cue* denies a comment: *would not speak on monetary policy*."""
    words = governed(reading, cue)[:2]
    return any({"=comment", "=answer"} & set(reading.keys[i]) for i in words)


def _undecided(reading: Reading, cue: Cue) -> bool:
    """Whether *cue* denies a decision: *has not decided whether* is *examines whether*."""
    decided = any("=decide" in reading.keys[i] for i in governed(reading, cue)[:2])
    return decided and bool(reading.of_kind("tense", "asked"))


def _denies_equal(reading: Reading, cue: Cue) -> bool:
    """Whether *cue* denies that two things are equal: *not as large as* is *smaller than*."""
    equal = load_pack(reading.lang).words("comparison", "equative")
    ahead = range(cue.end, min(len(reading.words) - 1, cue.end + 2 * REACH))
    return any(reading.words[i].fold in equal and reading.is_content[i + 1] for i in ahead)


def _compares_alone(pairing: Pairing) -> bool:
    """Whether theirs compares where mine does not: *more visas* in both answers no *as*."""
    mine, theirs = (r.of_kind("comparison") for r in (pairing.mine, pairing.theirs))
    return not {c.marker.value for c in theirs} <= {c.marker.value for c in mine}


def _falls_below(pairing: Pairing, cue: Cue) -> bool:
    """Whether *cue* compares as the other reading does: *stopped short of the bid*, *below it*."""
    compared = (c for c in pairing.mine.of_kind("comparison") if cue.first <= c.first < cue.end)
    return any(pairing.theirs.of_kind("comparison", c.marker.value) for c in compared)


def _told_there(pairing: Pairing, words: tuple[int, ...], contrary: list[int]) -> bool:
    """Whether the other reading tells the very deed as done, and only a noun says the contrary.

    *Some have not left*, *some attendees left*.
    """
    j = pairing.forward[words[0]] if words else None
    told = pairing.theirs.pasts
    return j is not None and j in told and told.isdisjoint(contrary)


_WAYS: tuple[Callable[[Pairing, Cue], bool], ...] = (
    _is_contrary, limits_otherwise, begins_then, _is_unequal, _falls_below,
    needs_leave, denies_peer, is_feared, _is_too_early, _well,
    ends_otherwise, is_unmatched_before, _is_few, _is_cancelled, _is_kept, _falls_short,
    _is_excepted, _only_they, conditioned_otherwise, _is_of_few, _stays_open, _is_left_out,
    _gives_none, _is_examined, _is_of_some, _is_refused, is_within_word, denied_in_word,
    is_told_as_event, _is_called_off, _has_contrary_word,
)  # fmt: skip
"""What the other reading may say instead; each asks it whether it does."""
