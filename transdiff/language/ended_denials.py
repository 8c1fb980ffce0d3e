"""A denial that comes to an end, *not yet*, *not until May*, and what is said elsewhere of then."""

from __future__ import annotations

from transdiff.language.cues import Cue
from transdiff.language.denial_limits import sets_limit
from transdiff.language.denials import REACH, governed, listed_ranges, restricts
from transdiff.language.listed import listed_phrases
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.tense import governing

_UNTIL = 10
"""Words from a denial to the limit that it sets."""
_MOMENT = 3
"""Content words of that limit by which it is known."""


def ends_otherwise(pairing: Pairing, cue: Cue) -> bool:
    """Whether the other reading says in other words until when it is not so."""
    limited = sets_limit(pairing.mine, cue) and pairing.theirs.of_kind("limit")
    return (
        bool(limited)
        or _came_later(pairing, cue)
        or _is_to_come(pairing, cue)
        or _only_from_then(pairing, cue)
        or _begins_then(pairing, cue)
        or _goes_on(pairing, cue)
        or _only_then(pairing, cue)
    )


def _came_later(pairing: Pairing, cue: Cue) -> bool:
    """Whether the other reading says before what it was: *not yet known*, *before it was known*.

    What will not be before something is to follow it: *not before the scan*, *before they let her*.
    """
    mine, theirs = pairing.mine, pairing.theirs
    openers = load_pack(theirs.lang).words("negation", "fronted-limits")
    if not _is_not_yet(mine, cue) and not sets_limit(mine, cue):
        return False
    places = pairing.images(governed(mine, cue)[:1])
    return any(
        w.fold in openers and any(theirs.clauses[k] == theirs.clauses[j] and k < j for j in places)
        for k, w in enumerate(theirs.words)
    )


def _is_to_come(pairing: Pairing, cue: Cue) -> bool:
    """Whether the other reading tells as future what is *yet to be* done: *will be counted*."""
    mine, theirs = pairing.mine, pairing.theirs
    if not _is_not_yet(mine, cue):
        return False
    places = pairing.images(governed(mine, cue)[:2])
    return any(governing(theirs, j, "tense", "future") for j in places)


def _is_not_yet(reading: Reading, cue: Cue) -> bool:
    """Whether *cue* opens a denial of what is still to come: *not yet*, *has yet to*."""
    book = listed_phrases(reading.lang, "negation", "not-yet")
    return book.match(reading.words, cue.first) is not None


def _goes_on(pairing: Pairing, cue: Cue) -> bool:
    """Whether *cue* denies an end where the other reading goes on: *not over*, *still*.

    What is yet to be done may still be worked on.
    """
    ends = listed_phrases(pairing.mine.lang, "negation", "ends")
    ended = any(ends.match(pairing.mine.words, at) for at in (cue.end, cue.end + 1))
    ended = ended or _is_not_yet(pairing.mine, cue)
    return ended and bool(listed_ranges(pairing.theirs, "goes-on"))


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
