"""A ruling that the article reports and the witness says is still to come."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.facts import WordKind
from transdiff.language.cues import Cue
from transdiff.language.listed import listed_phrases
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.tense import is_past
from transdiff.rules.meaning.leap import Leap, held_back, under_future

_NEAR = 5
"""Words between a decision and what says that it is to come."""


def awaited(pairing: Pairing) -> Iterator[Leap]:
    """Yield the outcome of ``mine`` of which ``theirs`` says that somebody will decide on it.

    *Rejected the protest* and *filed a protest; a ruling is due on Monday*: what is decided on, or
    who decides, must be in both.
    """
    mine, theirs = pairing.mine, pairing.theirs
    if any(_outcomes(theirs)) or not any(i is not None for i in pairing.backward):
        return
    waiting = next(_waiting(theirs), None)
    if waiting is None or any(_waiting(mine)):
        return
    at, cue = waiting
    for i in _outcomes(mine):
        beside = (pairing.forward[k] for k in mine.content if abs(k - i) <= _NEAR and k != i)
        shared = any(j is not None for j in beside)
        if shared and not held_back(pairing, i) and not under_future(mine, i):
            yield Leap(i, at, cue, True, False)
            return


def _outcomes(reading: Reading) -> Iterator[int]:
    """Yield the verbs that tell how something was decided, not that something is so.

    *Confirmed that the sale is on the agenda* decides nothing.
    """
    pack = load_pack(reading.lang)
    openers = pack.words("attribution", "that")
    determiners = {*pack.words("roles", "articles"), *pack.words("numbers.portions", "both")}
    for _, first, end in listed_phrases(reading.lang, "tense", "outcomes").all(reading.words):
        if first and reading.words[first - 1].fold in determiners:
            continue  # "both convicted men"
        following = (w.fold for w in reading.words[end : end + 2] if w.kind is not WordKind.PUNCT)
        if any(is_past(reading, i) for i in range(first, end)) and (
            next(following, "") not in openers
        ):
            yield first


def _waiting(reading: Reading) -> Iterator[tuple[int, Cue]]:
    """Yield the decisions that are still to come, with the words that say so."""
    ahead = (
        *reading.of_kind("tense", "future", "set"),
        *reading.of_kind("certainty", "will"),
        *reading.of_kind("hedge", "expected"),
    )
    for _, first, end in listed_phrases(reading.lang, "tense", "decisions").all(reading.words):
        for cue in ahead:
            near = 0 <= first - cue.end <= _NEAR or 0 <= cue.first - end <= _NEAR
            if near and reading.clauses[cue.first] == reading.clauses[first]:
                yield first, cue
