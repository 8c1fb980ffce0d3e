"""An agreement of the article over which the witness, in another language, has talks only."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.language.cues import Cue
from transdiff.language.pairing import Pairing
from transdiff.language.tense import is_past
from transdiff.rules.meaning.leap import Leap, held_back

_AGREED = ("agree",)
_SETTLES = ("agree", "decide", "accept", "sign", "promise", "allow", "confirm")
_TALKS = ("negotiate", "discuss")
_OPEN = ("act:1", "act:2")


def agreed(pairing: Pairing) -> Iterator[Leap]:
    """Yield what the article has as agreed where the witness talks and settles nothing.

    What is agreed stands before *talks on* in one language and behind *进行磋商* in another one, so
    that no place is asked for.
    """
    mine, theirs = pairing.mine, pairing.theirs
    single = len(mine.facts) == len(theirs.facts) == 1
    settled = theirs.of_kind("event", *_SETTLES) or theirs.of_kind("status", "act:4")
    if not pairing.foreign or not single or settled:
        return
    talks = {c.first for c in theirs.of_kind("event", *_TALKS)}
    cue = next((c for c in theirs.of_kind("status", *_OPEN) if c.first in talks), None)
    done = next((c for c in mine.of_kind("event", *_AGREED) if _is_done(pairing, c)), None)
    if cue is not None and done is not None:
        yield Leap(done.first, cue.first, cue, False, False)


def _is_done(pairing: Pairing, cue: Cue) -> bool:
    """Whether a word tells as done what no word of the witness tells."""
    at = cue.first
    return is_past(pairing.mine, at) and pairing.forward[at] is None and not held_back(pairing, at)
