"""Open questions: what one reading leaves open (*it is unclear whether*) and the other answers."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.facts import Marker
from transdiff.language.cues import HEDGES, Cue
from transdiff.language.denials import denies_in_clause, listed_ranges, too_early
from transdiff.language.modality import Shift
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading

_NEAR = 10
"""Words between what is said of a question and what opens it."""
_LEAST = 2
"""Words of the question that the answer must have."""
_JUDGED = 4
"""Content words after *too early to* that may be what is judged."""
_TERSE = 3
"""Content words of an answer that need have but one of a question's two."""


def answered(pairing: Pairing) -> Iterator[Shift]:
    """Yield the questions that ``theirs`` leaves open and ``mine`` answers, with yes or no."""
    mine, theirs = pairing.mine, pairing.theirs
    if mine.of_kind("tense", "asked") or mine.of_kind("hedge", *HEDGES) or _said_open(mine):
        return
    for asked in theirs.of_kind("tense", "asked"):
        said = next(
            (c for c in _said_open(theirs, pairing.foreign) if _distance(c, asked) <= _NEAR), None
        )
        if said is None:
            continue
        clause = theirs.clauses[asked.first]
        own = [
            j
            for j in theirs.content
            if theirs.clauses[j] == clause and not said.first <= j < said.end
        ]
        told = sorted({i for j in own if (i := pairing.backward[j]) is not None})
        terse = len(own) <= _LEAST and len(mine.content) <= _TERSE
        if told and denies_in_clause(mine, told[0], "not"):
            continue  # a no, of which the denials tell, or an answer still to be given
        if len(told) >= _LEAST - terse and told[-1] - told[0] <= 2 * _NEAR:
            yield Shift(said, (told[0], told[-1] + 1))
            return
    yield from _judged(pairing)


def _judged(pairing: Pairing) -> Iterator[Shift]:
    """Yield what ``theirs`` calls too early to say and ``mine`` says.

    In another language an event of it must be there.
    """
    mine, theirs = pairing.mine, pairing.theirs
    if any(too_early(mine)):
        return
    for first, end in too_early(theirs):
        said, *own = theirs.after(end, _JUDGED) or (end,)
        if not own:  # "to say that …"
            clause = theirs.clauses[said] + 1
            own = [j for j in theirs.content if theirs.clauses[j] == clause][:_JUDGED]
        told = sorted({i for j in own if (i := pairing.backward[j]) is not None})
        known = not pairing.foreign or any(mine.names_event(i) for i in told)
        if told and known and not any(_lowers(pairing, i, first) for i in told):
            open_ = Cue(Marker(theirs.span(first, end), "hedge", "open"), first, end)
            yield Shift(open_, (told[0], told[-1] + 1))
            return


def unproven(reading: Reading) -> bool:
    """Whether *reading* says that there is no proof of something."""
    return bool(listed_ranges(reading, "unproven"))


def _listed(reading: Reading, name: str) -> Iterator[Cue]:
    """Yield where a phrase of the list *name* of ``[negation]`` stands."""
    for first, end in listed_ranges(reading, name):
        yield Cue(Marker(reading.span(first, end), "hedge", "open"), first, end)


def _lowers(pairing: Pairing, index: int, judged: int) -> bool:
    """Whether the clause of a word denies something or softens it.

    What answers a word before the judgement (*signs of recovery, but it is too early*) does not.
    """
    mine = pairing.mine
    own = mine.clauses[index]
    said = [pairing.forward[c.first] for c in mine.of_kind("hedge") if mine.clauses[c.first] == own]
    return any(j is None or j >= judged for j in said) or denies_in_clause(mine, index)


def _distance(one: Cue, other: Cue) -> int:
    return max(one.first - other.end, other.first - one.end)


def _said_open(reading: Reading, foreign: bool = False) -> list[Cue]:
    """The words that call a question open, or leave it unanswered."""
    names = ("open-question",) if foreign else ("open-question", "no-comment")
    return [cue for name in names for cue in _listed(reading, name)]
