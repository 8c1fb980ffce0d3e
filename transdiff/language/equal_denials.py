"""Two denials that make an assertion, and claims that deny one thing with other words for it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from transdiff.language.cues import Cue
from transdiff.language.extremes import extremes
from transdiff.language.listed import listed_phrases
from transdiff.language.pairing import Pairing
from transdiff.language.quantifiers import quantifies, ranges_beside
from transdiff.language.reading import Reading

_DOUBLED = 8
"""Words from *it is not that* to the denial that it takes back."""
_ALMOST = 2
"""Words of a phrase that makes a denial almost one."""
_DENIED = 4
"""Words behind a verb of assertion among which the denial of what is asserted stands."""
_LACKING = 6
"""Content words beside *without* that may be what is missing."""
_PEER = 6
"""Words between *no* and what says that it is the like that is denied, on either side."""
_FEARED = 10
"""Words from a fear to the denial of what is feared."""
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


def is_told_as_event(pairing: Pairing, cue: Cue) -> bool:
    """Whether *cue* is part of how a deed is named that the other reading tells by a denial too.

    *Did not admit his guilt* is *denied the charges*; *not final* is not *final*.
    """
    named = (c for c in pairing.mine.of_kind("event") if c.first <= cue.first and cue.end < c.end)
    inside = (c for c in pairing.mine.of_kind("event") if c.first < cue.first and cue.end <= c.end)
    denials = pairing.theirs.of_kind("negation", "not", "lexical")
    return any(
        other.first <= d.first < other.end
        for c in (*named, *inside)
        for other in pairing.theirs.of_kind("event", c.marker.value)
        for d in denials
    )


def few_do(pairing: Pairing, cue: Cue) -> bool:
    """Whether *cue* denies of most what the other reading says of few: *few of them have*."""
    mine, theirs = pairing.mine, pairing.theirs
    most = quantifies(mine, "most") and not quantifies(mine, "few")
    few = quantifies(theirs, "few") and not quantifies(theirs, "most")
    return few and (most or _almost(mine, cue))


def few_of_both(pairing: Pairing, cue: Cue, denied: Iterable[int]) -> bool:
    """Whether *cue* denies of few what the other reading says of few: *hardly anyone*, *few do*.

    No other deed parts the few from the denial, and where what is *denied* has a counterpart, few
    stand in its clause.
    """
    mine, theirs = pairing.mine, pairing.theirs
    own = ranges_beside(mine, cue.first, "few")
    if not any(mine.pasts.isdisjoint(range(end, cue.first)) for _, end in own):
        return False
    places = pairing.images(denied)
    if places:
        return any(ranges_beside(theirs, j, "few") for j in places)
    return quantifies(theirs, "few")


def _almost(reading: Reading, cue: Cue) -> bool:
    """Whether *cue* is said to be almost so: *almost none*, *hầu như không*."""
    book = listed_phrases(reading.lang, "negation", "almost")
    return book.before(reading.words, cue.first, _ALMOST) is not None


def denies_peer(pairing: Pairing, cue: Cue) -> bool:
    """Whether *cue* denies that there was the like of it: *no fire of this size*, *the largest*."""
    mine = pairing.mine
    peers = listed_phrases(mine.lang, "negation", "peers").all(mine.words)
    near = any(cue.first - _PEER <= first <= cue.end + _PEER for _, first, _ in peers)
    return near and bool(extremes(pairing.theirs))


def is_feared(pairing: Pairing, cue: Cue) -> bool:
    """Whether the denial is what is feared, where the other reading fears for the thing itself.

    *For fear that the law is not obeyed*, *over concerns about the law*.
    """
    mine, theirs = _fears(pairing.mine), _fears(pairing.theirs)
    return bool(theirs) and any(0 < cue.first - at <= _FEARED for at in mine)


def _fears(reading: Reading) -> list[int]:
    found = listed_phrases(reading.lang, "negation", "fears").all(reading.words)
    return [first for _, first, _ in found]


def barred_without(pairing: Pairing, held: Collection[int]) -> frozenset[int]:
    """Return where denials stand of what is without *held*: *without a visa nobody may*, *if*.

    *held* are the words of a condition of the other reading. The denial stands in the clause of
    *without* or beside it; a *without* that is a denial itself is one of them.
    """
    mine = pairing.mine
    book = listed_phrases(mine.lang, "negation", "without")
    places = [(first, end) for _, first, end in book.all(mine.words)]
    inside = {i for place in places for i in range(*place)}
    cues = mine.of_kind("negation", "not")
    found: set[int] = set()
    for place in places:
        own = mine.clauses[place[0]]
        beside = [c for c in cues if abs(mine.clauses[c.first] - own) <= 1]
        denied = {c.first for c in beside} - inside
        if denied and lacks(pairing, place, held):
            found |= {*denied, *range(*place)}
    return frozenset(found)


def lacks(pairing: Pairing, without: tuple[int, int], held: Collection[int]) -> bool:
    """Whether a word that *without* governs is one of *held*; in other languages: or of no pair.

    Of several words there the nearest is what is missing: *nicht ohne Volksentscheid gebaut*.
    """
    mine = pairing.mine
    words = mine.after(without[1], _LACKING) or mine.before(without[0], _LACKING)
    places = [pairing.forward[i] for i in words]
    if any(j in held for j in places):
        return True
    return pairing.foreign and (not places or places[0] is None)


def asserts_denial(reading: Reading, event: str, index: int) -> bool:
    """Whether what is asserted is that something is not so: *insisted that it did not spy*.

    Or that it is untrue: *insisted that the story was a rumour*.
    """
    if event not in _ASSERTED:
        return False
    cues = reading.of_kind("negation", "not")
    if any(0 < c.first - index <= _DENIED for c in cues):
        return True
    untrue = listed_phrases(reading.lang, "coverage", "untrue").all(reading.words)
    return any(first > index and first in reading.sentence(index) for _, first, _ in untrue)
