"""Claims that one reading ties to something else and the other promises: *depends on*.

The verb that ties stands behind what it ties, in one clause, so that no condition opens there.
"""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.language.conditions import Claim
from transdiff.language.cues import HEDGES, Cue
from transdiff.language.pairing import Pairing
from transdiff.language.past import future_form
from transdiff.language.reading import Reading
from transdiff.language.renderings import rendering

_SUBJECT, _OBJECT = 4, 3
"""Content words before what ties, and behind it."""
_SAID = 0.4
"""Share of what is tied that must be there."""


def untied(pairing: Pairing) -> Iterator[Claim]:
    """Yield what ``theirs`` makes depend on something and ``mine`` says will be."""
    if not pairing.comparable or not _is_promised(pairing.mine):
        return
    theirs = pairing.theirs
    for cue in theirs.of_kind("condition", "tied"):
        if _is_denied(theirs, cue):
            continue
        sentence = theirs.sentence(cue.first)
        subject = [j for j in theirs.up_to(cue.first, _SUBJECT) if j in sentence]
        held = [j for j in theirs.beyond(cue.end, _OBJECT) if j in sentence]
        told = [j for j in held if j not in theirs.source_words]
        said = rendering(pairing, [j for j in subject if j not in theirs.source_words])
        if not told or rendering(pairing, told).places or said.share < _SAID or not said.places:
            continue
        yield Claim(cue, (said.places[0], said.places[-1] + 1))


def _is_promised(reading: Reading) -> bool:
    """Whether a text says that something will be, and leaves nothing of it open."""
    if reading.of_kind("condition") or reading.of_kind("hedge", *HEDGES):
        return False
    if reading.of_kind("tense", "asked") or reading.of_kind("negation", "not", "lexical"):
        return False
    return bool(
        reading.futures
        or reading.of_kind("status", "act:3", "act:4")
        or reading.of_kind("event", "promise")
        or any(future_form(reading.words[i].fold, reading.lang) for i in reading.content)
    )


def _is_denied(reading: Reading, cue: Cue) -> bool:
    """Whether nothing hangs on anything: *does not depend on*."""
    clause = reading.clauses[cue.first]
    return any(reading.clauses[c.first] == clause for c in reading.of_kind("negation", "not"))
