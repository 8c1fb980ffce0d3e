"""What the article tells as so, or as done, and the witness holds back, in whatever words."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.facts import Marker
from transdiff.language.cues import VOUCHED, Cue
from transdiff.language.hedges import sources_in
from transdiff.language.modality import Shift
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.renderings import rendering
from transdiff.language.retold import Retold, retold
from transdiff.language.rungs import (
    AHEAD,
    ASKED,
    DOUBTED,
    OPEN,
    Weak,
    listed_at,
    telling_words,
    weak_words,
)
from transdiff.language.tense import DONE, comes_before, progress
from transdiff.rules.meaning.foretold import tells_of_plans
from transdiff.rules.meaning.leap import Leap, held_back, says_alike, under_future

_BEGIN = frozenset({"begin"})
"""Who begins a thing does it, though who begins to do one may not have done it yet."""
_LONG = 45
"""Words of a sentence that tells too much for one deed of it to be the one that is to come."""
_BEHIND = 7
"""Words from a weak word to the verb that it holds."""


def surer(pairing: Pairing) -> Iterator[Shift]:
    """Yield what ``theirs`` doubts or leaves open and ``mine`` states, or says will be."""
    if not _comparable(pairing):
        return
    for told in retold(pairing, OPEN, DOUBTED):
        if told.weak.rung == DOUBTED and _is_otherwise(pairing, told):
            continue
        deed = next(iter(_deeds(pairing, told)), None)
        if deed is None and any(_is_known(pairing, told, i) for i in told.clause):
            continue  # "has cut its rate and may pause"
        hedge = _cue(pairing.theirs, told.weak, "hedge", told.weak.rung)
        place = deed if deed is not None else _place(pairing, told)
        if deed is None and told.will is not None:
            yield Shift(hedge, (told.will.first, told.will.end), told.will)
        else:
            yield Shift(hedge, (place, place + 1))
        return


def outrun(pairing: Pairing) -> Iterator[Leap]:
    """Yield the deed of ``mine`` that ``theirs`` has only as to come, or as asked for."""
    if not _comparable(pairing) or len(pairing.mine.words) > _LONG:
        return
    for told in retold(pairing, AHEAD, ASKED):
        if _is_done_there(pairing.theirs, told.weak) or _is_kept(pairing, told.weak):
            continue
        future = any(c.first == told.weak.first for c in pairing.theirs.futures)
        cue = _cue(pairing.theirs, told.weak, "status", "act:3")
        deeds = (i for i in _deeds(pairing, told) if not (future and _is_paired(pairing, i)))
        deed = next(deeds, None)
        if deed is None and told.weak.rung == ASKED and _is_plain(pairing.mine, told.will):
            deed = told.will.first if told.will else None
        if deed is not None:
            yield Leap(deed, told.weak.end - 1, cue, future, False)
            return


def _is_kept(pairing: Pairing, weak: Weak) -> bool:
    """Whether ``mine`` has the very verb by which something is asked for, or its noun: *要求*."""
    cues = (c for c in pairing.theirs.of_kind("status") if c.first == weak.first)
    return any(says_alike(pairing, cue) for cue in cues)


def _place(pairing: Pairing, told: Retold) -> int:
    """Return the word of the clause that says what is held first, behind the weak word."""
    behind = [j for j in told.matter.words if j >= told.weak.end] or told.matter.words
    said = (i for j in behind for i in rendering(pairing, (j,)).places if i in told.clause)
    return next(said, told.clause[0])


def _is_paired(pairing: Pairing, i: int) -> bool:
    """Whether the very verb at *i* stands in the witness, where its tense is looked at."""
    return pairing.forward[i] is not None and i not in pairing.loose


def _is_otherwise(pairing: Pairing, told: Retold) -> bool:
    """Whether a source of its own vouches for what the article tells, or *may* is a permission."""
    mine, theirs = pairing.mine, pairing.theirs
    vouched = any(c.first == told.weak.first for c in theirs.of_kind("hedge", *VOUCHED))
    if vouched and sources_in(mine) > sources_in(theirs):
        return True
    return _permits(mine, told)


def _permits(mine: Reading, told: Retold) -> bool:
    """Whether the clause here tells that somebody is free to, which *may* says as well."""
    clause = mine.clauses[told.clause[0]]
    ruled = (*mine.of_kind("event", "allow", "require"), *mine.of_kind("status", "duty:3"))
    own = (k for k in range(len(mine.words)) if mine.clauses[k] == clause)
    return any(mine.clauses[c.first] == clause for c in ruled) or listed_at(mine, "rights", own)


def _is_plain(mine: Reading, will: Cue | None) -> bool:
    """Whether a future is more than a wish: *will be*, *is to be*, no *would*."""
    moods = load_pack(mine.lang).words("hedges.moods", "conditional")
    return will is not None and mine.words[will.first].fold not in moods


def _comparable(pairing: Pairing) -> bool:
    """Whether the words of both sides can be held against each other."""
    return not pairing.foreign and bool(load_pack(pairing.mine.lang).section("rungs"))


def _cue(theirs: Reading, weak: Weak, kind: str, value: str) -> Cue:
    return Cue(Marker(theirs.span(weak.first, weak.end), kind, value), weak.first, weak.end)


def _is_done_there(theirs: Reading, weak: Weak) -> bool:
    """Whether the clause of a weak word tells of something done beside what it holds.

    *A woman about to give birth was taken out*.
    """
    own = theirs.clauses[weak.first]
    auxiliaries = _auxiliaries(theirs)
    for j in theirs.pasts:
        if theirs.clauses[j] != own or weak.first <= j < weak.end:
            continue
        behind = j >= weak.end and theirs.words[j - 1].fold in auxiliaries
        plain = j < weak.first and progress(theirs, j) == (DONE, None)
        if (behind and j - weak.end > 1) or (plain and not _plans(theirs, j)):
            return True
    return False


def _deeds(pairing: Pairing, told: Retold) -> Iterator[int]:
    """Yield the verbs of a clause that tell something as done, by what the witness has not done."""
    mine = pairing.mine
    for i in told.clause:
        if i not in mine.pasts or progress(mine, i) != (DONE, None) or _plans(mine, i):
            continue
        if held_back(pairing, i) or under_future(mine, i) or not _is_finite(mine, i):
            continue
        if not _is_known(pairing, told, i):
            yield i


def _is_finite(mine: Reading, i: int) -> bool:
    """Whether no other verb of the clause has what the participle at *i* is of: *3 left*."""
    auxiliaries = {*_auxiliaries(mine), *load_pack(mine.lang).words("roles", "passive")}
    own = (k for k in range(i - 1, -1, -1) if mine.clauses[k] == mine.clauses[i])
    before = next((k for k in own if mine.words[k].fold in auxiliaries), None)
    if before is None:
        return True
    between = (k for k in range(before + 1, i) if mine.is_content[k])
    return all(mine.words[k].fold.endswith("ly") for k in between)


def _is_known(pairing: Pairing, told: Retold, i: int) -> bool:
    """Whether the witness tells the deed at *i* as done too, by whatever verb but the weak one."""
    theirs = pairing.theirs
    for j in rendering(pairing.reversed, [i]).places:
        if told.weak.rung == AHEAD and told.weak.first <= j < told.weak.end:
            continue  # "promised" is no "paid", though "urged" may be "called on"
        if comes_before(theirs, j):
            return True  # "will rest after tearing it"
        held = any(w.first <= j < w.end + _BEHIND for w in weak_words(theirs))
        inside = j in told.matter.words
        done = j in theirs.pasts and i in pairing.mine.pasts
        if done and not (inside and (held or progress(theirs, j) != (DONE, None))):
            return True
    return False


def _auxiliaries(reading: Reading) -> tuple[str, ...]:
    pack = load_pack(reading.lang)
    return (*pack.words("tense", "perfect"), *pack.words("tense", "past_copulas"))


def _plans(reading: Reading, i: int) -> bool:
    """Whether a verb tells of plans; that something was opened does not."""
    only = reading.events(i) == _BEGIN and i not in telling_words(reading)
    return tells_of_plans(reading, i) and not only
