"""What a witness tells as done and the article only as planned or to come."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.language.pack import load_pack
from transdiff.language.past import past_form
from transdiff.language.reading import Cue, Pairing, Reading
from transdiff.language.tense import DONE, progress
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
    if not ahead or _looks_ahead(pairing.theirs):
        return
    for j in sorted(deeds_told(back)):
        if j not in pairing.theirs.pasts or _is_under_way(pairing.theirs, j):
            continue
        leap = leap_of(back, j, _STEPS) or _of_object(pairing, j, ahead)
        if leap is not None and leap.cue is not None and _governs(pairing.mine, leap):
            yield leap


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
    cues = (
        *reading.of_kind("tense", "future"),
        *reading.of_kind("certainty", "will"),
        *reading.of_kind("status", *AHEAD),
    )
    return tuple(c for c in cues if reading.words[c.first].fold not in moods)


def _looks_ahead(reading: Reading) -> bool:
    """Whether anything in the witness is planned, agreed or to come."""
    return bool(_ahead(reading) or reading.of_kind("status", _SETTLED))


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
    objects = {i for k in theirs.after(j + 1, 1) if (i := pairing.backward[k]) is not None}
    for cue in ahead:
        after = mine.after(cue.end, 3)
        if after and pairing.forward[after[0]] is None and objects & set(after[1:]):
            return Leap(j, after[0], cue, True, False)
    return None
