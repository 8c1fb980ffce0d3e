"""What the one reading has no sign of, or no reason for, and the other has: *found a leak*."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.language.denials import denies_in_clause, listed_ranges
from transdiff.language.flips import Flip, sure_flip
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading

_OBJECTS = 2
"""Content words behind *no sign of* that may be what there is no sign of."""
_BETWEEN = 3
"""Words from a verb to its object: *found a small leak*."""
_OPEN = ("possible", "likely", "doubt", "expected")
_UNREAL = (
    *("fear", "suspect", "expect", "predict", "plan", "consider", "discuss", "ask", "demand"),
    *("search", "study", "investigate", "examine", "inspect"),
    *("deny", "reject", "refuse", "exclude", "prevent", "oppose"),
)
"""Deeds of which nothing comes yet: who fears a leak has none."""


def denied_traces(pairing: Pairing) -> Iterator[Flip]:
    """Yield what is there, or is done, of which the other reading has no sign or sees no need.

    *Divers found a leak*, *divers saw no sign of a leak*. Who looks for it has not found it, so
    that it has to be the object of a verb that tells what was done.
    """
    for one, added in ((pairing, True), (pairing.reversed, False)):
        for first, end in listed_ranges(one.mine, "traces"):
            for i in one.mine.after(end, _OBJECTS):
                j = one.forward[i]
                if j is not None and _is_done(one.theirs, j) and not _told_too(one.mine, i):
                    yield sure_flip((first, i + 1), (j, j + 1), added=added)
                    break


def _is_done(reading: Reading, index: int) -> bool:
    """Whether a word is the object of a deed that nothing denies or leaves open."""
    verb = _verb_before(reading, index)
    if verb is None or denies_in_clause(reading, index) or listed_ranges(reading, "traces"):
        return False
    unreal = reading.of_kind("event", *_UNREAL)
    open_ = (*reading.of_kind("hedge", *_OPEN), *reading.of_kind("tense", "asked"))
    clause = reading.clauses[index]
    return all(c.first != verb for c in unreal) and all(
        reading.clauses[c.first] != clause for c in open_
    )


def _verb_before(reading: Reading, index: int) -> int | None:
    """The verb of what was done before a word, with no more than its article and adjectives."""
    articles = load_pack(reading.lang).words("voice", "articles")
    for at in range(index - 1, max(-1, index - 2 - _BETWEEN), -1):
        if reading.clauses[at] != reading.clauses[index]:
            return None
        if at in reading.pasts:
            return at
        if not (reading.is_content[at] or reading.words[at].fold in articles):
            return None
    return None


def _told_too(reading: Reading, index: int) -> bool:
    """Whether the reading that denies it has the word elsewhere as well."""
    stem = reading.words[index].stem
    return any(i != index and reading.words[i].stem == stem for i in reading.content)
