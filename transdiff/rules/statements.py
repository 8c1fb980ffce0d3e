"""Which attributed statement of the references an attributed statement of the article renders."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Attribution
from transdiff.model import Segment

SILENT = frozenset({"decline", "refusal"})
"""Classes of verbs that say nothing of the matter: *and the ministry would not comment*."""
ANSWERS = SILENT | {"denial", "guilt"}
"""Classes of verbs by which somebody answers what is said of him."""


@dataclass(frozen=True)
class Statement:
    """An attribution of the article and, for each witness that has one, its counterpart."""

    mine: Attribution
    theirs: tuple[tuple[Witness, Attribution], ...]


def statements(pair: Comparison) -> tuple[Statement, ...]:
    """Return the attributions of the segment with their counterparts in the linked segments."""
    mine = pair.segment.facts.attributions
    if not mine:
        return ()
    found = []
    for one in mine:
        theirs = []
        for witness in pair.witnesses:
            other = _counterpart(pair, witness, one, len(mine) == 1)
            if other is not None:
                theirs.append((witness, other))
        found.append(Statement(one, tuple(theirs)))
    return tuple(found)


def attributions(segments: Sequence[Segment]) -> Iterator[Attribution]:
    """Yield the attributions of *segments* in order."""
    for segment in segments:
        yield from segment.facts.attributions


def _counterpart(
    pair: Comparison, witness: Witness, one: Attribution, alone: bool
) -> Attribution | None:
    """Return the attribution that covers most of the same words; of several, one with a speaker.

    Where none does, it is the only one, if both are, or the only answer on either side: a denial,
    an admission, a refusal, no comment.
    """
    options = list(attributions(witness.segments))
    if not options:
        return None
    shared = [shared_words(pair, witness, one, other) for other in options]
    if max(shared) > 0:
        most = (a for a, n in zip(options, shared, strict=True) if n == max(shared))
        return max(most, key=lambda a: one.speaker is not None and a.speaker is not None)
    if alone and len(options) == 1:
        return options[0]
    answers = [a for a in options if a.stance in ANSWERS]
    own = [a for a in pair.segment.facts.attributions if a.stance in ANSWERS]
    return answers[0] if len(answers) == 1 and own == [one] else None


def closest(pair: Comparison, statement: Statement) -> list[tuple[Witness, Attribution]]:
    """Return the counterparts that share no fewer than half as many words as the closest one."""
    shared = [shared_words(pair, w, statement.mine, other) for w, other in statement.theirs]
    most = max(shared, default=0)
    return [one for one, n in zip(statement.theirs, shared, strict=True) if 2 * n >= most]


def shared_words(pair: Comparison, witness: Witness, one: Attribution, other: Attribution) -> int:
    """Count the words of one's clause that are paired into the other's."""
    if one.scope is None or other.scope is None:
        return 0
    pairing = pair.pairings[witness.key]
    inside = set(pairing.theirs.inside(other.scope))
    return sum(pairing.forward[i] in inside for i in pairing.mine.inside(one.scope))
