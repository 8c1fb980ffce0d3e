"""Deeds that one reading tells as refused or failed: *refused to sign* beside *was signed*."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.language.denials import (
    both_sides,
    is_within,
    listed_ranges,
    nouns_have_capitals,
    verbs_first,
)
from transdiff.language.flips import Flip
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.tense import governing

_DEEDS = 4
"""Content words after a refusal among which the refused deed is."""
_PARTING = frozenset(":;：；")
_AROUND = 8
"""Words on either side of a deed in which a denial may bear on it."""


def undone(pairing: Pairing) -> Iterator[Flip]:
    """Yield the deeds that the one reading tells plainly and the other as refused or failed.

    *Refused to sign the decree* and *the decree was signed*: the deed is in both, and the first
    reading denies nothing near it. Where the article alone has it refused, it is the very next
    word: who was unable to reach somebody for comment denies no comment.
    """
    yield from (Flip(told, failed, added=False, sure=True) for told, failed in _undone(pairing))
    if not (pairing.foreign or nouns_have_capitals(pairing.mine.lang)):
        turned = _undone(pairing.reversed, most=1)
        yield from (Flip(failed, told, added=True, sure=True) for told, failed in turned)


def _undone(
    pairing: Pairing, most: int | None = None
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield what ``mine`` tells plainly, and the words of ``theirs`` that have it refused."""
    mine, theirs = pairing.mine, pairing.theirs
    silent = listed_ranges(theirs, "no-comment")
    for first, end in (r for r in listed_ranges(theirs, "undone") if not is_within(silent, r[0])):
        for j in _refused(theirs, first, end)[:most]:
            i = pairing.backward[j]
            if i is not None and _is_told(mine, i) and not _told_elsewhere(theirs, j):
                yield (i, i + 1), (first, max(end, j + 1))
                break


def refused_there(pairing: Pairing, words: tuple[int, ...]) -> bool:
    """Whether the other reading has what *words* say as refused, failed or still to come."""
    theirs = pairing.theirs
    there = pairing.images(words)
    if any(there & set(_refused(theirs, *at)) for at in listed_ranges(theirs, "undone")):
        return True
    awaited = (
        governing(theirs, j, "status", "act:3") and not governing(theirs, j, "tense", "particle")
        for j in there
    )
    return bool(listed_ranges(pairing.mine, "not-yet")) and any(awaited)


def _refused(reading: Reading, first: int, end: int) -> tuple[int, ...]:
    """The words that may be the refused deed: the first one, or any that names an event."""
    after = tuple(i for i in reading.beyond(end, _DEEDS) if i < _stop(reading, end))
    if nouns_have_capitals(reading.lang):
        after = tuple(i for i in verbs_first(reading, after) if reading.words[i].text[:1].islower())
    elif both_sides(reading.lang):
        after = reading.before(first, 2)
    named = map(reading.names_event, after)
    things = (reading.names_thing(i) for i in after)
    return tuple(
        i for n, (i, e, t) in enumerate(zip(after, named, things, strict=True)) if e or not (n or t)
    )


def _stop(reading: Reading, end: int) -> int:
    """Where a colon or the like parts what is refused from what is told next."""
    ahead = range(end, min(len(reading.words), end + 2 * _DEEDS))
    return next((i for i in ahead if reading.words[i].fold in _PARTING), len(reading.words))


def _is_told(reading: Reading, index: int) -> bool:
    """Whether the word *index* tells something plainly: not denied, planned or unsure."""
    denials = reading.of_kind("negation", "not", "lexical", "weak")
    if any(index - _AROUND <= c.first <= index + _AROUND for c in denials):
        return False
    if is_required(reading, index):
        return False
    kinds = (("hedge",), ("tense", "future"), ("condition",), ("status",))
    return not any(governing(reading, index, *kind) for kind in kinds)


def is_required(reading: Reading, index: int) -> bool:
    """Whether the word *index* is what must be done, not what is: *all states have to agree*."""
    needs = (c for c in reading.of_kind("event") if c.marker.value == "require")
    return any(0 <= index - c.end <= 1 for c in needs)


def _told_elsewhere(reading: Reading, index: int) -> bool:
    """Whether the event of the word *index* stands in the reading a second time."""
    own = {key for key in reading.keys[index] if key[0] not in "~"}
    return any(abs(i - index) > 1 and own & set(reading.keys[i]) for i in reading.content)
