"""Contraries: claims turned round without any *not*, by the opposite event or answer.

What is refused is told in :mod:`transdiff.language.refusals`, what one does without in
:mod:`transdiff.language.done_without`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from transdiff.language.date_bounds import ends_as_other_begins
from transdiff.language.denials import both_sides, is_within, listed_ranges, may_be_denied
from transdiff.language.equal_denials import asserts_denial
from transdiff.language.events import oppositions
from transdiff.language.flips import Flip, sure_flip
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.past import past_grammar
from transdiff.language.reading import Reading

_SHORT = 16
"""Words of a sentence that tells of one event only."""
_ASSESSMENTS = frozenset({"optimism", "pessimism"})
"""Contraries of opinion rather than of fact."""
_BESIDE = 9
"""Words about contrary events among which they have others in common."""
_AROUND = 8
"""Words on either side of a deed in which a denial may bear on it."""


def contrary_events(pairing: Pairing) -> Iterator[Flip]:
    """Yield the events that answer a question with yes in one reading and with no in the other."""
    mine, theirs = (r.once(_with_denied) for r in (pairing.mine, pairing.theirs))
    for event, places in mine.items():
        stages = oppositions().stages.get(event, frozenset())
        for other in (*oppositions().polar.get(event, ()), *sorted(stages)):
            if event in theirs or other in mine or other not in theirs:
                continue
            if pairing.once(ends_as_other_begins):
                return  # allowed until May, forbidden from May
            i, j = places[0], theirs[other][0]
            if _allowed_only(pairing, (event, i), (other, j)):
                continue
            if asserts_denial(pairing.mine, event, i) or asserts_denial(pairing.theirs, other, j):
                continue
            if other in stages and not (_is_done(pairing.mine, i) and _is_done(pairing.theirs, j)):
                continue
            whole = event in _denied_events()  # a denial is part of it
            if not whole and (may_be_denied(pairing.mine, i) or may_be_denied(pairing.theirs, j)):
                continue
            least = _least_company(pairing)
            if _company(pairing, i, j) >= least or _same_object(pairing, i, j):
                yield Flip((i, i + 1), (j, j + 1), added=True, sure=event not in _ASSESSMENTS)


def _allowed_only(pairing: Pairing, mine: tuple[str, int], theirs: tuple[str, int]) -> bool:
    """Whether *forbidden without a guide* stands beside *allowed only with one*."""
    events = {mine[0], theirs[0]}
    if events != {"allow", "forbid"}:
        return False
    both = (pairing.mine, mine), (pairing.theirs, theirs)
    freed = next(reading for reading, told in both if told[0] == "allow")
    barred = next(reading for reading, told in both if told[0] == "forbid")
    only = bool(freed.of_kind("condition", "only-if") or listed_ranges(freed, "only"))
    cancelling = load_pack(barred.lang).words("negation", "cancelling")
    return only and any(w.fold in cancelling for w in barred.words)


def _is_done(reading: Reading, index: int) -> bool:
    """Whether the word tells what was done, for all one can see where verbs show no tense."""
    return index in reading.pasts or past_grammar(reading.lang).syllables


def _with_denied(reading: Reading) -> dict[str, list[int]]:
    """The events of a reading, with those that one of them says because it is denied."""
    found = {event: [*places] for event, places in reading.once(_events).items()}
    for event, said in oppositions().denied.items():
        places = [i for i in found.get(event, ()) if may_be_denied(reading, i)]
        for other in said if places else ():
            found.setdefault(other, []).extend(places)
    return found


@lru_cache(maxsize=1)
def _denied_events() -> frozenset[str]:
    return frozenset().union(*oppositions().denied.values())


def _same_object(pairing: Pairing, i: int, j: int) -> bool:
    """Whether the words right after *i* and *j* pair."""
    mine, theirs = pairing.mine.after(i + 1, 1), pairing.theirs.after(j + 1, 1)
    return bool(mine and theirs) and pairing.forward[mine[0]] == theirs[0]


def _least_company(pairing: Pairing) -> int:
    """Return how many words must pair around contrary events; across languages few can."""
    if not pairing.foreign:
        return 2
    return int(max(len(pairing.mine.words), len(pairing.theirs.words)) > _SHORT)


def unanswered(pairing: Pairing) -> Iterator[Flip]:
    """Yield an answer of the one reading where the other says that none was given."""
    mine, theirs = (r.once(_events) for r in (pairing.mine, pairing.theirs))
    silent = [(j, j + 1) for j in theirs.get("answer", ()) if may_be_denied(pairing.theirs, j)]
    if silent and "answer" not in mine:
        answers = oppositions().unanswered & mine.keys() - theirs.keys()
    else:
        silent = listed_ranges(pairing.theirs, "no-comment")
        kept = gives_no_comment(pairing.mine)
        answers = oppositions().uncommented & mine.keys() if silent and not kept else frozenset()
        answers -= {e for e, at in theirs.items() if any(not is_within(silent, j) for j in at)}
        if "comment" in mine:  # it is the comment that is refused, in whatever order of words
            answers -= {"reject"}
    for event in sorted(answers):
        if not may_be_denied(pairing.mine, mine[event][0]):
            i = mine[event][0]
            yield Flip((i, i + 1), silent[0], added=True, sure=True)


def gives_no_comment(reading: Reading) -> bool:
    """Whether somebody says nothing, in one phrase or with words in between."""
    if listed_ranges(reading, "no-comment"):
        return True
    spoken = (c.first for c in reading.of_kind("event", "comment", "answer"))
    return any(may_be_denied(reading, at) for at in spoken)


def ruled_out(pairing: Pairing) -> Iterator[Flip]:
    """Yield what the one reading rules out and the other expressly does not."""
    for one, added in ((pairing, True), (pairing.reversed, False)):
        plain, open_ = one.mine.once(exclusions), one.theirs.once(exclusions)
        if plain[0] and open_[1] and not plain[1] and not open_[0]:
            here, there = plain[0][0], open_[1][0]
            yield sure_flip(here, there, added=added)


def exclusions(reading: Reading) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The words that rule something out, and the phrases that do not rule it out."""
    hedges = [c for c in reading.of_kind("hedge", "possible") if c.end - c.first > 1]
    plain: list[tuple[int, int]] = []
    open_: list[tuple[int, int]] = []
    for cue in reading.of_kind("event"):
        if cue.marker.value == "exclude":
            own = next((c for c in hedges if c.first <= cue.first < c.end), cue)
            denied = own is not cue or _is_negated(reading, cue.first)
            (open_ if denied else plain).append((own.first, max(own.end, cue.end)))
    return plain, open_


def _is_negated(reading: Reading, index: int) -> bool:
    """Whether a denial stands before a word; who rejects an exclusion does not rule out.

    Nor does who refuses to: *refused to rule out a strike*.
    """
    if any(0 <= index - end <= 1 for _, end in listed_ranges(reading, "undone")):
        return True
    rejecting = {c.first for c in reading.of_kind("event", "reject", "refuse")}
    denials = reading.of_kind("negation", "not", "lexical")
    own = reading.clauses[index]
    near = 0 if both_sides(reading.lang) else _AROUND  # elsewhere *not* closes the clause
    return any(
        0 <= index - c.end <= (near if c.marker.value == "lexical" else _AROUND)
        and c.first not in rejecting
        and (c.end == index or reading.clauses[c.end - 1] == own)
        for c in denials
    )


def _events(reading: Reading) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for cue in reading.of_kind("event"):
        found.setdefault(cue.marker.value, []).append(cue.first)
    return found


def _company(pairing: Pairing, i: int, j: int) -> int:
    """Count the words near *i* whose counterparts are near *j*."""
    around = range(max(0, i - _BESIDE), min(len(pairing.forward), i + _BESIDE + 1))
    near = (pairing.forward[k] for k in around)
    return sum(k is not None and k != j and abs(k - j) <= _BESIDE for k in near)
