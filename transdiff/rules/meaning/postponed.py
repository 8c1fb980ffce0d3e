"""What a witness tells as done and the article only as planned or to come."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.facts import WordKind
from transdiff.language.cues import Cue
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.past import past_form, past_grammar
from transdiff.language.reading import Reading
from transdiff.language.tense import DONE, is_under_way, progress
from transdiff.rules.meaning.awaited import awaited
from transdiff.rules.meaning.becoming import becoming
from transdiff.rules.meaning.foretold import AHEAD, tells_of_plans
from transdiff.rules.meaning.leap import Leap, held_back
from transdiff.rules.meaning.progress import deeds_told, leap_of

_STEPS = 3
"""From done to planned."""
_LASTING = ("continue", "keep")
_SETTLED = "act:4"


def postponed(pairing: Pairing) -> Iterator[Leap]:
    """Yield, seen from the witness, the deed that ``pairing.mine`` has not come to.

    ``mine`` of each leap is the deed in ``theirs``, ``theirs`` its word in ``mine``.
    """
    back = pairing.reversed
    ahead = _ahead(pairing.mine)
    if not ahead:
        return
    plans = [c for c in _plans(pairing.theirs) if not _is_kept(pairing, c)]
    for j in sorted(deeds_told(back)) if not plans else ():
        if not _is_deed(pairing.theirs, j) or _is_under_way(pairing.theirs, j):
            continue
        leap = leap_of(back, j, _STEPS) or _of_object(pairing, j, ahead)
        if leap is not None and _governs(pairing.mine, leap) and not _reworded(pairing, leap):
            yield leap
    yield from (leap for leap in _weighed(back) if _governs(pairing.mine, leap))
    yield from awaited(back)
    yield from becoming(back)


def _reworded(pairing: Pairing, leap: Leap) -> bool:
    """Whether *would* stands by another verb than the witness has: *would require* for *needed*."""
    cue, mine, theirs = leap.cue, pairing.mine, pairing.theirs
    moods = load_pack(mine.lang).words("hedges.moods", "conditional")
    if cue is None or mine.words[cue.first].fold not in moods:
        return False
    words = (k for k in mine.keys[leap.theirs] if k[0].isalpha())
    return not set(words) & set(theirs.keys[leap.mine])


def _is_deed(theirs: Reading, j: int) -> bool:
    """Whether a deed is told by a verb: in a past form, or behind one, *began evacuating*.

    A state that somebody tells of is no deed: *said that it depended on the board*.
    """
    told = any(f.attributions for f in theirs.facts)
    if told and theirs.words[j].fold in load_pack(theirs.lang).words("tense", "states"):
        return False
    if any(c.first <= j < c.end for c in theirs.of_kind("condition")):
        return False  # "provided that"
    if j and theirs.words[j - 1].kind is WordKind.PUNCT and past_grammar(theirs.lang).describing:
        return False  # "at a cost of 3 million, shared by both"
    endings = load_pack(theirs.lang).words("roles", "participles")
    return j in theirs.pasts or (bool(endings) and theirs.words[j].fold.endswith(endings))


def _weighed(back: Pairing) -> Iterator[Leap]:
    """Yield what the witness tells as being done and the article only weighs or talks about.

    *Is laying off 400 people* and *is considering laying off*; *are meeting on Friday* is a future
    as well, and no more than planned.
    """
    theirs = back.mine
    planned = {i for c in theirs.of_kind("status") for i in range(c.first, c.end)}
    for j in sorted({*theirs.content} - planned):
        if not is_under_way(theirs, j) or held_back(back, j) or progress(theirs, j) is not None:
            continue
        leap = leap_of(back, j, _STEPS)
        if leap is not None and leap.cue is not None and leap.cue.marker.value in AHEAD[:2]:
            yield leap


def _is_kept(pairing: Pairing, plan: Cue) -> bool:
    """Whether the article has a plan of the witness too, of the same thing.

    *Has called off the strike planned for Friday* and *may call off the strike planned for Friday*.
    """
    said = pairing.theirs.wording(plan)
    images = pairing.reversed.images(pairing.theirs.before(plan.first, 1))
    return any(
        pairing.mine.wording(c) == said and images & set(pairing.mine.before(c.first, 1))
        for c in _plans(pairing.mine)
    )


def _governs(reading: Reading, leap: Leap) -> bool:
    """Whether the plan is one to do the deed, not to go on: *will stay shut* is shut already.

    Nor is it a noun with what was planned behind it: *three of the holes planned were drilled*.
    """
    cue = leap.cue
    if cue is None or cue.marker.value not in (*AHEAD, "future", "will"):
        return False
    between = range(min(cue.end, leap.theirs), max(cue.first, leap.theirs))
    lasting = any(c.first in between for c in reading.of_kind("event", *_LASTING))
    apart = leap.theirs - cue.end > 1  # more than *to*
    described = apart and past_form(reading.words[cue.end - 1].fold, reading.lang)
    articles = load_pack(reading.lang).words("roles", "articles")
    named = reading.words[leap.theirs - 1].fold in articles  # "committed to the ceasefire"
    return not lasting and not described and not named


def _is_under_way(reading: Reading, j: int) -> bool:
    """Whether the deed is being done: *was being examined*."""
    endings = load_pack(reading.lang).words("roles", "participles")
    return bool(endings) and j > 0 and reading.words[j - 1].fold.endswith(endings)


def _ahead(reading: Reading) -> tuple[Cue, ...]:
    """Return what says that something is planned or to come; *would* in speech is a past too."""
    moods = load_pack(reading.lang).words("hedges.moods", "conditional")
    cues = (*reading.futures, *reading.of_kind("status", *AHEAD))
    return tuple(c for c in cues if reading.words[c.first].fold not in moods or _told(reading, c))


def _told(reading: Reading, cue: Cue) -> bool:
    """Whether *would* is the future of what was said: *would publish it, its governor said*."""
    ahead = reading.after(cue.end, 1)
    if any(
        w.fold in load_pack(reading.lang).words("tense", "past")
        for w in reading.words[cue.end : cue.end + 1]
    ):
        return False  # "would have meant"
    reached = progress(reading, ahead[0]) if ahead else None
    return reached is not None and reached[1] is not None and reached[1].first == cue.first


def _plans(reading: Reading) -> tuple[Cue, ...]:
    """Return what is planned, agreed or to come."""
    return (*_ahead(reading), *reading.of_kind("status", _SETTLED))


def _of_object(pairing: Pairing, j: int, ahead: tuple[Cue, ...]) -> Leap | None:
    """Return the deed that no word of ``mine`` renders, to an object that a planned one has there.

    *Has lifted its ban* and *sẽ bỏ lệnh cấm*, "will drop the ban".
    """
    mine, theirs = pairing.mine, pairing.theirs
    if not pairing.foreign or pairing.backward[j] is not None or tells_of_plans(theirs, j):
        return None
    if held_back(pairing.reversed, j):
        return None
    if any(progress(mine, i) == (DONE, None) for i in mine.pasts):
        return None
    objects = pairing.reversed.images(theirs.after(j + 1, 1))
    for cue in ahead:
        after = mine.after(cue.end, 3)
        if after and pairing.forward[after[0]] is None and objects & set(after[1:]):
            return Leap(j, after[0], cue, True, False)
    return None
