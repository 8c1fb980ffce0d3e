"""What the witness tells as agreed, approved or settled for the time being, and no more."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.facts import Marker
from transdiff.language.cues import Cue
from transdiff.language.listed import listed_phrases
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.tense import DONE, is_for_now, progress, took_place
from transdiff.rules.meaning.leap import Leap, held_back

_COMPANY = 2
"""Words of the article, besides the deed, that must pair."""
_OPEN = ("preliminary", "possible", "likely", "expected")


def provisional(pairing: Pairing) -> Iterator[Leap]:
    """Yield what the article has as settled where the witness has it *in principle*.

    The word for it stands beside the deed, or is part of the name of what was done: *preliminary
    approval*. Nothing in the article may call anything provisional.
    """
    mine, theirs = pairing.mine, pairing.theirs
    if any(_pending(mine)) or is_for_now(mine) or mine.of_kind("hedge", *_OPEN):
        return
    for first, end in _pending(theirs):
        near = (*theirs.before(first, 1), *range(first, end), *theirs.after(end, 1))
        for j in near:
            i = pairing.backward[j]
            if i is None or not _is_done(mine, i) or held_back(pairing, i):
                continue
            if sum(k is not None for k in pairing.forward) > _COMPANY:
                marker = Marker(theirs.span(first, end), "status", "act:2")
                yield Leap(i, j, Cue(marker, first, end), False, False)
                return


def _pending(reading: Reading) -> Iterator[tuple[int, int]]:
    for _, first, end in listed_phrases(reading.lang, "tense", "pending").all(reading.words):
        yield first, end


def _is_done(mine: Reading, i: int) -> bool:
    """Whether a word tells as done, or names as having taken place, what was settled."""
    told = mine.names_event(i) and (i in mine.pasts or took_place(mine, i))
    return told and progress(mine, i) == (DONE, None)
