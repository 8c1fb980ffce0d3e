"""A single denial of a short sentence that another language renders without any."""

from __future__ import annotations

from transdiff.language.cues import Cue
from transdiff.language.denial_limits import sets_limit
from transdiff.language.denials import ONE_CLAIM, REACH, governed, hints_at_denial
from transdiff.language.events import oppositions
from transdiff.language.necessity import freed
from transdiff.language.pairing import Pairing


def lone_denial(pairing: Pairing, cue: Cue) -> tuple[int, int] | None:
    """Return the words that affirm what *cue* denies, in two short sentences of two languages.

    The verb has no counterpart that is known; but the one sentence holds a single denial, the other
    none in any words, and what stands around the denied verb is in both, or each sentence renders
    all of the other.
    """
    mine, theirs = pairing.mine, pairing.theirs
    short = len(mine.facts) == len(theirs.facts) == 1 and len(mine.words) <= ONE_CLAIM
    if not pairing.foreign or not short or mine.of_kind("negation"):
        return None
    if len(theirs.of_kind("negation", "not")) > 1 or theirs.of_kind("hedge", "possible"):
        return None
    if theirs.once(freed) and mine.of_kind("hedge", "possible"):
        return None  # "need not give it", "may withhold it"
    around = (*theirs.before(cue.first, REACH), *theirs.after(cue.end, REACH))
    paired = sorted({i for j in around if (i := pairing.backward[j]) is not None})
    if _contrary_in(pairing):
        return None
    if pairing.entire:
        evasive = hints_at_denial(mine.words, mine.lang) or sets_limit(theirs, cue)
        return None if evasive else _halfway(pairing, cue)
    if len(paired) < 2 or 3 * len(paired) < len(around):
        return None
    inside = range(paired[0], min(len(mine.words), paired[-1] + REACH))
    verbs = (i for i in inside if mine.is_content[i] and pairing.forward[i] is None)
    at = next((i for i in verbs if not mine.words[i].text[:1].isupper()), paired[0])
    return at, at + 1


def _halfway(pairing: Pairing, cue: Cue) -> tuple[int, int] | None:
    """Return the word that stands as far into ``mine`` as what *cue* denies into ``theirs``."""
    mine, theirs = pairing.mine, pairing.theirs
    if mine.of_kind("hedge", "possible", "apparent", "likely"):
        return None
    head = governed(theirs, cue)[:1]
    there = pairing.backward[head[0]] if head else None
    if there is not None:
        return there, there + 1
    at = cue.end * len(mine.words) / max(1, len(theirs.words))
    near = min(mine.content, key=lambda i: abs(i - at), default=None)
    return None if near is None else (near, near + 1)


def _contrary_in(pairing: Pairing) -> bool:
    """Whether an event of the one side is the contrary of one of the other."""
    mine, theirs = (
        {c.marker.value for c in r.of_kind("event")} for r in (pairing.mine, pairing.theirs)
    )
    return oppositions().exclude(mine, theirs)
