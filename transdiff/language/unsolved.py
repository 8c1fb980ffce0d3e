"""Matters that one reading has still to be cleared up and the other tells as settled.

A cause that is looked for (*tests are to show what killed them*), an explanation that is one of
several, and allegations that are to be examined. The words are the pack's ``[hedges.unsolved]``.
"""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.facts import Marker
from transdiff.language.cues import HEDGES, STRICT, Cue
from transdiff.language.denials import listed_ranges
from transdiff.language.listed import listed_phrases
from transdiff.language.modality import Shift
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.words import Range

_SECTION = "hedges.unsolved"
_NEAR = 4
"""Words between what looks for a cause and the word for it."""
_SUBJECT = 3
"""Content words before *one possibility* that may be what it is."""
_ALLEGED = 2
"""Content words behind *allegations of* that may be what is alleged."""
_NAMED = 2
"""Content words that name a cause."""
_LOOSE = frozenset({"zh", "de", "ru", "uk"})
"""Languages in which what is sought may stand before the verb, or far behind it."""


def unsolved(pairing: Pairing) -> Iterator[Shift]:
    """Yield what ``mine`` tells flatly and ``theirs`` has still to be cleared up."""
    if _is_open(pairing.mine):
        return
    yield from _named_causes(pairing)
    yield from _sole_explanations(pairing)
    yield from _proven(pairing)


def tells_cause(reading: Reading) -> bool:
    """Whether *reading* tells what caused something, and does not only look for it."""
    return bool(_found(reading, "told")) and reading.once(_sought) is None


def _named_causes(pairing: Pairing) -> Iterator[Shift]:
    """Yield the cause that ``mine`` names, where ``theirs`` only looks for one."""
    mine, theirs = pairing.mine, pairing.theirs
    told = _found(mine, "told")
    sought = theirs.once(_sought) if told and not tells_cause(theirs) else None
    if sought is None or not any(pairing.forward[i] is not None for i in mine.content):
        return
    first, end = told[0]
    named = mine.after(end, _NAMED) or mine.up_to(first, _NAMED)
    if named and all(pairing.forward[i] is None for i in named):
        yield Shift(_cue(theirs, sought, "possible"), (min(first, *named), max(end, named[-1] + 1)))


def _sole_explanations(pairing: Pairing) -> Iterator[Shift]:
    """Yield what ``mine`` tells of what ``theirs`` has as one explanation of several."""
    theirs = pairing.theirs
    for first, end in _found(theirs, "candidates"):
        subject = [
            j
            for j in theirs.up_to(first, _SUBJECT)
            if theirs.clauses[j] == theirs.clauses[first]
            and j not in theirs.source_words | theirs.times
        ]
        places = [i for j in subject if (i := pairing.backward[j]) is not None]
        if places and not _is_mentioned(pairing.mine, places[0]):
            at = _deed_of(pairing.mine, places[0])
            yield Shift(_cue(theirs, (first, end), "possible"), (at, at + 1))


def _deed_of(reading: Reading, index: int) -> int:
    """Return the verb behind the word *index* in its clause, or the word itself."""
    clause = reading.clauses[index]
    return min(
        (i for i in reading.pasts if i > index and reading.clauses[i] == clause), default=index
    )


def _is_mentioned(reading: Reading, index: int) -> bool:
    """Whether somebody speaks of the word *index*, or any word softens what is said."""
    told = reading.covered(a.span for f in reading.facts for a in f.attributions)
    clause = reading.clauses[index]
    return bool(reading.of_kind("hedge")) or any(reading.clauses[i] == clause for i in told)


def _proven(pairing: Pairing) -> Iterator[Shift]:
    """Yield the deed that ``mine`` tells and ``theirs`` has as an allegation to be examined."""
    mine, theirs = pairing.mine, pairing.theirs
    if not _found(theirs, "examined"):
        return
    for first, end in _found(theirs, "allegations"):
        deeds = theirs.beyond(end, _ALLEGED)
        for i in (i for j in deeds if (i := pairing.backward[j]) is not None):
            if i in mine.pasts or any(c.end <= i for c in mine.of_kind("tense", "past")):
                yield Shift(_cue(theirs, (first, end), "alleged"), (i, i + 1))
                return


def _is_open(reading: Reading) -> bool:
    """Whether *reading* leaves its own matter open, or has it from somebody else's allegation."""
    if reading.of_kind("hedge", *HEDGES) or reading.of_kind("tense", "asked"):
        return True
    if reading.of_kind("condition", *STRICT) or reading.of_kind("negation", "not"):
        return True
    names = ("candidates", "allegations")
    return any(_found(reading, n) for n in names) or reading.once(_sought) is not None


def _sought(reading: Reading) -> Range | None:
    """Return where *reading* says that a cause is looked for, or not known."""
    asked = _found(reading, "asked")
    seeking = _found(reading, "seeking") if asked else []
    unknown = [*seeking, *listed_ranges(reading, "open-question")] if asked else []
    for first, end in asked:
        for start, stop in unknown:
            ahead = 0 <= first - stop <= _NEAR
            passive = stop - start > 1  # "the cause is being investigated"; *cause* ... *find*
            sought = passive or (start, stop) not in seeking
            behind = sought and 0 <= start - end <= _NEAR
            if ahead or behind or (reading.lang in _LOOSE and abs(first - start) <= 2 * _NEAR):
                return min(first, start), max(end, stop)
    return None


def _found(reading: Reading, name: str) -> list[Range]:
    book = listed_phrases(reading.lang, _SECTION, name)
    return [(first, end) for _, first, end in book.all(reading.words)]


def _cue(reading: Reading, place: Range, value: str) -> Cue:
    return Cue(Marker(reading.span(*place), "hedge", value), *place)
