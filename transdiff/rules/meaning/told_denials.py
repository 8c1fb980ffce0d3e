"""Whether the article may deny, or not deny, what a reference does not, or does.

Both may be true at once: one tells of a stage that the other has not come to, of another time or
place, or of what one outcome makes of it. Or somebody else tells it as the article does.
"""

from __future__ import annotations

from collections.abc import Mapping

from transdiff.comparison import Comparison, Witness
from transdiff.language.corrected import denies_only_so
from transdiff.language.denials import denies_in_clause
from transdiff.language.flips import Flip
from transdiff.language.listed import listed_phrases
from transdiff.language.pairing import Pairing
from transdiff.language.polarity import Polarity
from transdiff.language.reversals import one_outcome
from transdiff.language.stages import not_that_far
from transdiff.language.tense import governing
from transdiff.rules.meaning.no_comment import answered_somewhere
from transdiff.rules.meaning.unanswered import denied_beside
from transdiff.rules.statements import ANSWERS

_DECIDE = "decide"


def agree_after_all(pairing: Pairing, flip: Flip) -> bool:
    """Whether what one side denies, and the other tells, may both be so."""
    return (
        _not_yet(pairing, flip)
        or _may_come(pairing, flip)
        or _only_when(pairing, flip)
        or one_outcome(pairing, range(*flip.mine), range(*flip.theirs))
    )


def is_told_elsewhere(
    pair: Comparison, witness: Witness, flip: Flip, verdicts: Mapping[str, Polarity]
) -> bool:
    """Whether another witness, or another sentence, has it as the article has."""
    others = [key for key in verdicts if key != witness.key]
    if not flip.added:
        return any(_affirmed(pair.pairings[key], verdicts[key].flips, flip) for key in others)
    if any(flip.mine[0] in verdicts[key].agreed for key in others) or _answers(pair, flip):
        return True
    keys = pair.pairings[witness.key].mine.keys
    return denied_beside(witness, {key for i in range(*flip.mine) for key in keys[i]})


def _not_yet(pairing: Pairing, flip: Flip) -> bool:
    """Whether one side denies a stage that the other has not come to: it is still *burning*."""
    if flip.added:
        return not_that_far(pairing.mine, *flip.mine, pairing.theirs)
    return not_that_far(pairing.theirs, *flip.theirs, pairing.mine)


def _may_come(pairing: Pairing, flip: Flip) -> bool:
    """Whether one side says that it is not so yet, or not decided, and the other that it will be.

    *A decision has not been taken yet*, *will decide in May*.
    """
    sides = (pairing.mine, flip.mine), (pairing.theirs, flip.theirs)
    (denying, denied), (other, told) = sides if flip.added else sides[::-1]
    lists = [listed_phrases(denying.lang, "negation", name) for name in ("not-yet", "so-far")]
    own = [
        k for k in denying.sentence(denied[0]) if denying.clauses[k] == denying.clauses[denied[0]]
    ]
    open_ = any(book.match(denying.words, k) for book in lists for k in own) or any(
        _DECIDE in denying.events(k) for k in range(*denied)
    )
    ahead = (
        *governing(other, told[0], "tense", "future"),
        *governing(other, told[0], "certainty", "will"),
        *governing(other, told[0], "hedge", "expected"),
        *(c for c in other.futures if c.first in range(*told)),
    )
    return open_ and bool(ahead)


def _only_when(pairing: Pairing, flip: Flip) -> bool:
    """Whether one side denies but the time of it: *will not open on Monday but on Friday*."""
    one, at = (pairing, flip.mine[0]) if flip.added else (pairing.reversed, flip.theirs[0])
    return denies_only_so(one, at)


def _affirmed(pairing: Pairing, flips: tuple[Flip, ...], flip: Flip) -> bool:
    """Whether another witness says what the article says, undenied.

    *Ruled out a resignation* does not say it, nor does a claim turned round that is told with the
    denial of another word: *no independent confirmation*.
    """
    places = pairing.images(range(*flip.mine))
    excluded = pairing.theirs.of_kind("event", "exclude")
    clauses = pairing.theirs.clauses
    return (
        bool(places)
        and not any(f.mine == flip.mine for f in flips)
        and not any(clauses[c.first] == clauses[j] for c in excluded for j in places)
        and not (flips and all(denies_in_clause(pairing.theirs, j) for j in places))
    )


def _answers(pair: Comparison, flip: Flip) -> bool:
    """Whether the denial is how somebody answers, and another sentence has that answer."""
    span = pair.reading.span(*flip.mine)
    own = (a for a in pair.segment.facts.attributions if a.stance in ANSWERS)
    return any(a.span.overlaps(span) and answered_somewhere(pair, a) for a in own)
