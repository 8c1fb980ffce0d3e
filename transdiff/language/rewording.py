"""A denial in other words: what the other reading may say instead of denying the same."""

from __future__ import annotations

from transdiff.language.conditions import held_under
from transdiff.language.contraries import gives_no_comment
from transdiff.language.cues import Cue
from transdiff.language.denials import (
    REACH,
    governed,
    is_doubled,
    is_elliptic,
    is_nominal,
    listed_ranges,
    restricts,
    sets_limit,
    too_early,
)
from transdiff.language.equal_denials import (
    barred_without,
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
from transdiff.language.tense import governing
from transdiff.language.unsettled import unsettled

_UNTIL = 10
"""Words from a denial to the limit that it sets."""
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
_MOMENT = 3
"""Content words of that limit by which it is known."""


def said_otherwise(pairing: Pairing, cue: Cue) -> bool:
    """Whether the other reading holds the denial inside a word."""
    words = governed(pairing.mine, cue)
    events = {k for i in words[:2] for k in pairing.mine.keys[i] if k[0] == "="}
    contrary = {f"={o}" for e in events for o in oppositions().opposites.get(e[1:], ())}
    if contrary and _told_instead(pairing, words, contrary):
        return True
    if limits_otherwise(pairing, cue) or begins_then(pairing, cue):
        return True
    if _denies_equal(pairing.mine, cue) and _compares_alone(pairing):
        return True
    if _falls_below(pairing, cue):
        return True
    if needs_leave(pairing, cue) or denies_peer(pairing, cue) or is_feared(pairing, cue):
        return True
    if any(too_early(pairing.theirs)) or _well(pairing, cue):
        return True
    if _came_later(pairing, cue) or _is_to_come(pairing, cue):
        return True
    if is_unmatched_before(pairing, cue):
        return True
    if sets_limit(pairing.mine, cue) and pairing.theirs.of_kind("limit"):
        return True
    if _only_from_then(pairing, cue):
        return True
    if _begins_then(pairing, cue) or _is_few(pairing, cue) or _is_cancelled(pairing, cue):
        return True
    if _goes_on(pairing, cue) or _is_kept(pairing, cue) or _falls_short(pairing, cue):
        return True
    if _is_excepted(pairing, cue) or _only_then(pairing, cue) or _only_they(pairing, cue):
        return True
    if _neither(pairing) or _neither(pairing.reversed):
        return True
    if _unless(pairing.mine) and _only_if(pairing.theirs):
        return True
    if _unless(pairing.theirs) and _only_if(pairing.mine):
        return True
    if few_do(pairing, cue) or few_of_both(pairing, cue, words) or _is_barred(pairing, cue):
        return True
    if _stays_open(pairing, cue):
        return True
    if is_elliptic(pairing.mine, cue) or any(
        is_elliptic(pairing.theirs, r) for r in pairing.theirs.of_kind("negation", "not")
    ):
        return True
    if gives_no_comment(pairing.theirs) and _denies_comment(pairing.mine, cue):
        return True
    if _undecided(pairing.mine, cue) and pairing.theirs.of_kind("status", "act:1"):
        return True
    if denies_all(pairing.mine, cue) and quantifies(pairing.theirs, "some", "most"):
        return True
    if refused_there(pairing, words):
        return True
    if is_within_word(pairing, cue) or denied_in_word(pairing, cue):
        return True
    if is_told_as_event(pairing, cue) or _is_called_off(pairing, cue):
        return True
    stems = [pairing.mine.words[i].stem for i in words]
    return any(contrary_word(w.stem, stems, pairing.theirs.lang) for w in pairing.theirs.words)


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


def _came_later(pairing: Pairing, cue: Cue) -> bool:
    """Whether the other reading says before what it was: *not yet known*, *before it was known*.

    What will not be before something is to follow it: *not before the scan*, *before they let her*.
    """
    mine, theirs = pairing.mine, pairing.theirs
    openers = load_pack(theirs.lang).words("negation", "fronted-limits")
    not_yet = listed_phrases(mine.lang, "negation", "not-yet")
    if not_yet.match(mine.words, cue.first) is None and not sets_limit(mine, cue):
        return False
    places = [j for i in governed(mine, cue)[:1] if (j := pairing.forward[i]) is not None]
    return any(
        w.fold in openers and any(theirs.clauses[k] == theirs.clauses[j] and k < j for j in places)
        for k, w in enumerate(theirs.words)
    )


def _is_to_come(pairing: Pairing, cue: Cue) -> bool:
    """Whether the other reading tells as future what is *yet to be* done: *will be counted*."""
    mine, theirs = pairing.mine, pairing.theirs
    if listed_phrases(mine.lang, "negation", "not-yet").match(mine.words, cue.first) is None:
        return False
    places = [j for i in governed(mine, cue)[:2] if (j := pairing.forward[i]) is not None]
    return any(governing(theirs, j, "tense", "future") for j in places)


def _is_few(pairing: Pairing, cue: Cue) -> bool:
    """Whether *cue* denies that there are many where the other reading says that there are few."""
    many = listed_phrases(pairing.mine.lang, "negation", "many")
    return many.match(pairing.mine.words, cue.end) is not None and bool(
        listed_ranges(pairing.theirs, "few")
    )


def _goes_on(pairing: Pairing, cue: Cue) -> bool:
    """Whether *cue* denies an end where the other reading goes on: *not over*, *still*.

    What is yet to be done may still be worked on.
    """
    not_yet = listed_phrases(pairing.mine.lang, "negation", "not-yet")
    ends = listed_phrases(pairing.mine.lang, "negation", "ends")
    ended = any(ends.match(pairing.mine.words, at) for at in (cue.end, cue.end + 1))
    ended = ended or not_yet.match(pairing.mine.words, cue.first) is not None
    return ended and bool(listed_ranges(pairing.theirs, "goes-on"))


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


def _only_then(pairing: Pairing, cue: Cue) -> bool:
    """Whether *cue* is one of two denials that make *only after*: *cannot until it has not*."""
    only = pairing.theirs.of_kind("condition", "only-if") or listed_ranges(pairing.theirs, "only")
    if not only or pairing.mine.of_kind("condition", "only-if"):
        return False
    own = pairing.mine.sentence(cue.first)
    openers = load_pack(pairing.mine.lang).words("negation", "fronted-limits")
    until = any(pairing.mine.words[i].fold in openers for i in own)
    while_ = listed_phrases(pairing.mine.lang, "negation", "while")
    until = until or any(while_.match(pairing.mine.words, i) for i in own)
    return sets_limit(pairing.mine, cue) or until


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


def _begins_then(pairing: Pairing, cue: Cue) -> bool:
    """Whether the denial ends when the other reading begins: *not until May 19*, *on May 19*."""
    mine, theirs = pairing.mine, pairing.theirs
    openers = load_pack(mine.lang).words("negation", "fronted-limits")
    ahead = range(cue.end, min(len(mine.words), cue.end + _UNTIL))
    at = next((i for i in ahead if mine.words[i].fold in openers), None)
    if at is None or any(w.fold in openers for w in theirs.words):
        return False
    return any(pairing.forward[i] is not None for i in mine.after(at + 1, _MOMENT))


def _only_from_then(pairing: Pairing, cue: Cue) -> bool:
    """Whether *only* says in the other reading what a limit does: *n'a rouvert que le soir*."""
    mine, theirs = pairing.mine, pairing.theirs
    if not sets_limit(mine, cue):
        return False
    only = (c for c in theirs.of_kind("negation", "not") if restricts(theirs, c))
    told = {pairing.forward[i] for i in mine.after(cue.end, REACH)}
    return any(not told.isdisjoint(theirs.beyond(c.end, REACH)) for c in only)


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


def _unless(reading: Reading) -> bool:
    return bool(reading.of_kind("condition", "unless"))


def _neither(pairing: Pairing) -> bool:
    """Whether ``mine`` denies both a deed and its condition: *not if they do not*, *only if*."""
    mine, theirs = pairing.mine, pairing.theirs
    denied = {mine.clauses[c.first] for c in mine.of_kind("negation", "not")}
    held = {mine.clauses[c.first] for c in mine.of_kind("condition", "if", "unless")}
    if not (denied & held and denied - held) or theirs.of_kind("negation", "not", "lexical"):
        return False
    return bool(theirs.of_kind("condition", "only-if") or listed_ranges(theirs, "only"))


def _only_if(reading: Reading) -> bool:
    """Whether a claim depends on something, without *unless*: it is the contrary of one with it."""
    return bool(reading.of_kind("condition", "if", "only-if")) and not _unless(reading)


def _is_barred(pairing: Pairing, cue: Cue) -> bool:
    """Whether *cue* is of a claim without something that the other reading has only with it."""
    if not _only_if(pairing.theirs):
        return False
    conditions = pairing.theirs.of_kind("condition", "if", "only-if")
    held = {j for c in conditions for j in held_under(pairing.theirs, c)}
    return cue.first in barred_without(pairing, held)


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
