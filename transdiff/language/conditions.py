"""Conditions: which claims hold only *if*.

Whether the other reading keeps the condition is asked of ``kept_conditions``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transdiff.facts import Facts
from transdiff.language.cues import STRICT, Cue
from transdiff.language.denials import nouns_have_capitals
from transdiff.language.listed import listed_phrases
from transdiff.language.pairing import Pairing
from transdiff.language.past import future_form
from transdiff.language.reading import Reading

CONCESSION = "even-if"
ONCE = "once"
"""What holds of the future only when something else has come about."""
WAIVED = "waived"
"""What is to be done whatever comes: *without waiting for*."""
SUPPOSED = "supposed"
"""What opens a condition, or what is done to be on the safe side: *in case it rains*."""
_REACH = 14
_NARROW, _WIDE = 4, 10
"""Content words of a claim that are looked for; in another language few of them are known."""
_IDEOGRAPHS = frozenset({"zh", "ja"})
"""Languages in which each character is a word, so that a claim has as many again."""
_LEAST = 2
_TERSE = 3
_SUBJECT = 5
"""Words of a condition among which its verb begins."""
_LONG = 60
"""Words of a sentence that says too much to be judged whole."""


@dataclass(frozen=True)
class Claim:
    """A conditional claim of one reading: the condition, and the claim's words in the other."""

    condition: Cue
    stated: tuple[int, int]


def conditional_claims(pairing: Pairing) -> tuple[Claim, ...]:
    """Return the claims that ``theirs`` makes under a condition and ``mine`` makes at all.

    The claim's own words must be in ``mine``, a verb among them; what stands in the condition
    itself may be missing there.
    """
    found: list[Claim] = []
    if not pairing.comparable:
        return ()
    strict = pairing.theirs.of_kind("condition", *STRICT)
    awaited = [c for c in pairing.theirs.of_kind("condition", ONCE) if _tells_when(pairing, c)]
    by_sign = pairing.mine.lang in _IDEOGRAPHS
    most = _WIDE if pairing.foreign or by_sign else _NARROW
    for cue in (*strict, *awaited):
        if _is_purpose(pairing, cue):
            continue
        for main in main_clauses(pairing.theirs, cue, most):
            if cue.marker.value == ONCE and not _to_come(pairing.theirs, cue, main):
                continue
            paired = sorted({i for j in main if (i := pairing.backward[j]) is not None})
            close = [i for i in paired if abs(i - paired[len(paired) // 2]) <= _REACH]
            told = sum(pairing.backward[j] in close for j in main) if by_sign else len(close)
            said = max(told, sum(_is_counted(pairing, j) for j in main))
            if tells_another(pairing, main):
                continue
            if _covers(pairing, main, close, said):
                one = len(close) == 1 and not pairing.foreign
                stated = _clause(pairing.mine, close) if one else (close[0], close[-1] + 1)
                found.append(Claim(cue, stated))
                break
            if _uncovered(pairing, cue, paired):
                found.append(Claim(cue, _clause(pairing.mine, paired)))
                break
        else:
            if _left_bare(pairing, cue) and pairing.mine.content:
                own = pairing.mine.content
                found.append(Claim(cue, (own[0], own[-1] + 1)))
    return tuple(found)


def _tells_when(pairing: Pairing, cue: Cue) -> bool:
    """Whether what comes as soon as something else has can be held against another language.

    There *as soon as it has ended* may be *after its end*; a time of its own says something else,
    and so does a sentence that has the claim and not a word more.
    """
    if not pairing.foreign or (pairing.mine.times and not pairing.theirs.times):
        return True
    clauses = pairing.theirs.clauses
    pairs = [pairing.forward[i] for i in pairing.mine.content]
    return bool(pairs) and all(
        j is not None and (j < cue.first or clauses[j] != clauses[cue.first]) for j in pairs
    )


def tells_another(pairing: Pairing, main: tuple[int, ...]) -> bool:
    """Whether ``mine`` has of the claim only what was done before: *has closed and will reopen if*.

    The last event of the claim, which the condition governs, is not there, nor anything to come.
    """
    mine, theirs = pairing.mine, pairing.theirs
    events = [j for j in main if theirs.names_event(j)]
    future = {c.end for c in theirs.futures}
    if len(events) < _LEAST or mine.futures or events[-1] in theirs.pasts:
        return False
    to_come = next((j for j in events if any(0 <= j - end <= 1 for end in future)), None)
    if to_come is None or any(pairing.backward[j] is not None for j in events if j >= to_come):
        return False
    before = (pairing.backward[j] for j in events if j < to_come and j in theirs.pasts)
    return any(i is not None and i in mine.pasts for i in before)


def _is_purpose(pairing: Pairing, cue: Cue) -> bool:
    """Whether the condition is what the other reading names as a goal: *if they are to win*."""
    theirs = pairing.theirs
    book = listed_phrases(theirs.lang, "events", "purposes")
    ahead = range(cue.end, min(len(theirs.words), cue.end + _SUBJECT))
    found = next((m for at in ahead if (m := book.match(theirs.words, at))), None)
    goal = theirs.after(found[1], 1) if found else ()
    return bool(goal) and pairing.backward[goal[0]] is not None


def _left_bare(pairing: Pairing, cue: Cue) -> bool:
    """Whether a sentence of another language renders all of the other one but the condition."""
    mine = pairing.mine
    long = max(len(mine.words), len(pairing.theirs.words)) > _LONG
    bare = not mine.of_kind("condition") and not mine.of_kind("hedge", "possible", "likely")
    modal = any(w.fold == "should" for w in pairing.theirs.words[cue.first : cue.end])
    alone = len(pairing.theirs.facts) == 1
    return pairing.foreign and pairing.entire and bare and alone and not long and not modal


def _to_come(reading: Reading, cue: Cue, main: tuple[int, ...]) -> bool:
    """Whether the claim of the words *main* is about the future: planned, or told so by form."""
    clauses = {reading.clauses[i] for i in main} - {reading.clauses[cue.end - 1]}
    future = (
        *reading.of_kind("tense", "future"),
        *reading.of_kind("status", "act:3"),
        *reading.of_kind("hedge", "possible"),
    )
    if any(reading.clauses[c.first] in clauses for c in future):
        return True
    if not clauses and any(c.end <= cue.first and c.first in _own(reading, cue) for c in future):
        return True  # *will resume once the ash has cleared* is one clause by its marks
    return any(
        reading.clauses[i] in clauses and future_form(reading.words[i].fold, reading.lang)
        for i in main
    )


def _own(reading: Reading, cue: Cue) -> range:
    """The words of the clause of a condition, up to it."""
    clause = reading.clauses[cue.first]
    first = next(i for i, own in enumerate(reading.clauses) if own == clause)
    return range(first, cue.first)


def _is_counted(pairing: Pairing, j: int) -> bool:
    """Whether a word of the claim is part of a figure that the other reading has."""
    figure = pairing.theirs.is_figure(j)
    return figure and pairing.backward[j] is not None


def _covers(pairing: Pairing, main: tuple[int, ...], found: list[int], said: int) -> bool:
    """Whether the claim is there: half of its words, *said* of them, or elsewhere an event of it.

    A figure and its unit pair with one word.
    """
    if said >= _LEAST and 2 * said >= len(main):
        return True
    if len(main) == 1 and found and not pairing.foreign:
        return _terse(pairing, found[0])
    return pairing.foreign and any(pairing.mine.names_event(i) for i in found)


def _terse(pairing: Pairing, place: int) -> bool:
    """Whether the claim is one verb of a pronoun, and the other sentence little more.

    Its subject may stand in the condition: *unless the tenants pay, they must go*.
    """
    mine = pairing.mine
    named = mine.names_thing(place)
    return not named and len(mine.of_clause(place)) <= _TERSE and len(mine.facts) == 1


def _uncovered(pairing: Pairing, cue: Cue, found: list[int]) -> bool:
    """Whether across languages a word of the claim is there and none of its condition.

    Few words of two languages pair; that no word of condition stands there either is for the
    caller to see.
    """
    if not pairing.foreign or not found or pairing.mine.of_kind("condition"):
        return False
    return all(pairing.backward[j] is None for j in held_under(pairing.theirs, cue))


def _clause(reading: Reading, words: list[int]) -> tuple[int, int]:
    """Return the clause of *words*, from its first content word to its last."""
    own = reading.of_clause(words[0])
    return min(own), max(own) + 1


def held_under(reading: Reading, cue: Cue) -> tuple[int, ...]:
    """Return the content words of the condition itself: those of its clause."""
    return tuple(i for i in reading.of_clause(cue.end - 1) if i >= cue.end)


def main_clauses(reading: Reading, cue: Cue, most: int) -> tuple[tuple[int, ...], ...]:
    """Return the content words that a condition may govern: *most* before it, *most* after it.

    They are of its own sentence.
    """
    own = reading.sentence(cue.first)
    before = tuple(
        i for i in reading.up_to(cue.first, most) if i in own and cue.first - i <= _REACH
    )
    inside = reading.clauses[cue.end - 1]
    after = tuple(i for i in reading.content if i in own and reading.clauses[i] > inside)[:most]
    if not before and not after:
        after = _behind_phrase(reading, cue)[:most]
    return tuple(main for main in (before, after) if main)


def _behind_phrase(reading: Reading, cue: Cue) -> tuple[int, ...]:
    """Return what a phrase that sets a condition opens: *vorbehaltlich der Wahl bleibt er*.

    No mark parts the two; the verb shows, where nouns have capitals.
    """
    if not nouns_have_capitals(reading.lang):
        return ()
    held = held_under(reading, cue)
    verb = next((i for i in held if reading.words[i].text[:1].islower()), None)
    return tuple(i for i in held if verb is not None and i >= verb)


def condition_in(segments: Sequence[Facts]) -> bool:
    """Whether any of the segments holds a condition, in strict or in other words."""
    return any(
        m.kind == "condition" and m.value != WAIVED for facts in segments for m in facts.markers
    )


def strict_in(segments: Sequence[Facts]) -> bool:
    """Whether any of the segments holds a condition in so many words."""
    return any(
        m.kind == "condition" and m.value in STRICT for facts in segments for m in facts.markers
    )
