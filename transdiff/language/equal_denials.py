"""Two denials that make an assertion, and claims that deny one thing with other words for it."""

from __future__ import annotations

from transdiff.language.listed import listed_phrases
from transdiff.language.quantifiers import quantifies
from transdiff.language.reading import Cue, Pairing, Reading

_DOUBLED = 8
"""Words from *it is not that* to the denial that it takes back."""
_DENIED = 4
"""Words behind a verb of assertion among which the denial of what is asserted stands."""
_ASSERTED = frozenset({"confirm", "claim", "insist", "stress", "say"})
"""Events that may open an assertion."""


def taken_back(reading: Reading) -> frozenset[int]:
    """Return where denials stand that cancel each other: *it is not that he did not know*."""
    cues = reading.of_kind("negation", "not")
    if len(cues) < 2:
        return frozenset()
    found: set[int] = set()
    for _, first, end in listed_phrases(reading.lang, "negation", "doubling").all(reading.words):
        own = [c for c in cues if first <= c.first < end]
        inner = [c for c in cues if end <= c.first <= end + _DOUBLED and _together(reading, c, end)]
        if own and inner and not _of_all(reading, end):
            found |= {own[0].first, inner[0].first}
    return frozenset(found)


def _together(reading: Reading, cue: Cue, at: int) -> bool:
    return cue.first in reading.sentence(at - 1)


def _of_all(reading: Reading, at: int) -> bool:
    """Whether *all* follows: *not all of them did not* is another matter."""
    found = listed_phrases(reading.lang, "numbers", "every")
    return quantifies(reading, "all") or found.match(reading.words, at) is not None


def few_do(pairing: Pairing, cue: Cue) -> bool:
    """Whether *cue* denies of most what the other reading says of few: *few of them have*."""
    mine, theirs = pairing.mine, pairing.theirs
    most = quantifies(mine, "most") and not quantifies(mine, "few")
    few = quantifies(theirs, "few") and not quantifies(theirs, "most")
    return few and (most or _almost(mine, cue))


def _almost(reading: Reading, cue: Cue) -> bool:
    """Whether *cue* is said to be almost so: *almost none*, *hầu như không*."""
    book = listed_phrases(reading.lang, "negation", "almost")
    before = (book.match(reading.words, at) for at in range(max(0, cue.first - 2), cue.first))
    return any(found is not None and found[1] == cue.first for found in before)


def barred_without(reading: Reading) -> bool:
    """Whether something is denied where something else is missing: *without a visa nobody may*."""
    book = listed_phrases(reading.lang, "negation", "without")
    places = [(first, end) for _, first, end in book.all(reading.words)]
    cues = reading.of_kind("negation", "not")
    denied = [c for c in cues if not any(first <= c.first < end for first, end in places)]
    clauses = reading.clauses
    return any(clauses[first] != clauses[c.first] for first, _ in places for c in denied)


def asserts_denial(reading: Reading, event: str, index: int) -> bool:
    """Whether what is asserted is that something is not so: *insisted that it did not spy*."""
    cues = reading.of_kind("negation", "not")
    return event in _ASSERTED and any(0 < c.first - index <= _DENIED for c in cues)
