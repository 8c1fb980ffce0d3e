"""What the article tells as so in the past and the witness as to come: *was voluntary*.

*Will be voluntary* has no verb of its own that could pair; its predicate does.
"""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.language.cues import HEDGES, STRICT, Cue
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.past import past_form
from transdiff.language.reading import Reading
from transdiff.rules.meaning.leap import Leap, held_back_by

_BETWEEN = 2
"""Words between a copula and its predicate: *will be a bit better*."""
_COMPANY = 2
"""Words, with the predicate, that must pair."""
_HELD = (
    ("hedge", *HEDGES),
    ("negation", "not", "lexical"),
    ("condition",),
    ("tense", "asked"),
    ("tense", "future"),
)
"""What keeps a state from being told as a fact; that somebody thinks so is in both."""


def becoming(pairing: Pairing) -> Iterator[Leap]:
    """Yield the predicate of a past copula that the witness has behind a future one."""
    mine, theirs = pairing.mine, pairing.theirs
    if pairing.foreign or sum(j is not None for j in pairing.forward) < _COMPANY:
        return
    ahead = dict(_ahead(theirs))
    was = dict(_was(mine)) if ahead else {}
    told = {key for j, _ in _was(theirs) for key in theirs.keys[j]} if was else set()
    for i in was:
        j = pairing.forward[i]
        if j is None or j not in ahead or told & set(theirs.keys[j]):
            continue
        if not held_back_by(mine, i, _HELD) and not mine.looks_ahead(i):
            yield Leap(i, j, ahead[j], True, False)


def _was(reading: Reading) -> Iterator[tuple[int, Cue]]:
    """Yield the predicates of *was*, *were* and *had*, that are no participles."""
    words = load_pack(reading.lang).words("tense", "past_copulas")
    for cue in reading.of_kind("tense", "past"):
        if reading.words[cue.first].fold in words and cue.end == cue.first + 1:
            yield from _predicate(reading, cue)


def _ahead(reading: Reading) -> Iterator[tuple[int, Cue]]:
    """Yield the predicates of *will be*; *would* depends on a condition where there is one."""
    pack = load_pack(reading.lang)
    copulas, moods = pack.words("tense", "copulas"), pack.words("hedges.moods", "conditional")
    depends = bool(reading.of_kind("condition", *STRICT))
    for cue in (*reading.of_kind("certainty", "will"), *reading.of_kind("tense", "future")):
        following = reading.words[cue.end : cue.end + 1]
        if not following or following[0].fold not in copulas:
            continue
        if reading.words[cue.first].fold not in moods or not depends:
            yield from _predicate(reading, Cue(cue.marker, cue.first, cue.end + 1))


def _predicate(reading: Reading, cue: Cue) -> Iterator[tuple[int, Cue]]:
    for i in reading.after(cue.end, 1):
        near = i - cue.end <= _BETWEEN and reading.clauses[i] == reading.clauses[cue.first]
        if near and not past_form(reading.words[i].fold, reading.lang):
            yield i, cue
