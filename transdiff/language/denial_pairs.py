"""Denials of two readings that deny the same, and those that may do so in other words."""

from __future__ import annotations

from transdiff.facts import WordKind
from transdiff.language.cues import Cue
from transdiff.language.denial_limits import sets_limit
from transdiff.language.denials import (
    NEAR,
    ONE_CLAIM,
    denials,
    governed,
    is_correlative,
    is_nominal,
    raises,
)
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading


def partners_of(pairing: Pairing, mine: tuple[Cue, ...], theirs: tuple[Cue, ...]) -> dict[Cue, Cue]:
    """Pair the denials of both sides that govern the same words, best pairs first."""
    scored = []
    for n, a in enumerate(mine):
        for m, r in enumerate(theirs):
            score = _common(pairing, a, r)
            if score > 0:
                scored.append((-score, abs(n - m), n, m))
    partners: dict[Cue, Cue] = {}
    taken: set[int] = set()
    for _, _, n, m in sorted(scored):
        if mine[n] not in partners and m not in taken:
            partners[mine[n]] = theirs[m]
            taken.add(m)
    return partners


def _common(pairing: Pairing, a: Cue, r: Cue) -> float:
    """Score how much two denials govern words that say the same; 0 for different denials."""
    values = {a.marker.value, r.marker.value}
    if values & {"weak", "peak"}:
        return 0.0
    if values == {"lexical"}:
        if _is_spare(pairing.reversed, r):
            return 0.0
        inside = (pairing.forward[i] for i in range(a.first, a.end))
        return 9.0 if any(j is not None and r.first <= j < r.end for j in inside) else 0.0
    if len(values) > 1 and (_told_apart(pairing, a, r) or _told_apart(pairing.reversed, r, a)):
        return 0.0
    if len(values) > 1 and (_kept(pairing, a, r) or _kept(pairing.reversed, r, a)):
        return 0.0
    left, right = governed(pairing.mine, a), governed(pairing.theirs, r)
    if _crossed(pairing, left[:1], right[:1]) and not _either_raises(pairing, a, r):
        return 0.0
    score = 0.0
    for i in left:
        j = pairing.forward[i]
        if j is not None and j in right:
            score += 3.0 if (i == left[0] or j == right[0]) else 1.0
    if len(values) > 1:
        return score if score >= 2 else 0.0
    return score + 1 if score else 0.0


def _crossed(pairing: Pairing, left: tuple[int, ...], right: tuple[int, ...]) -> bool:
    """Whether both denied words have counterparts, and far from each other."""
    if not left or not right:
        return False
    there, here = pairing.forward[left[0]], pairing.backward[right[0]]
    if there is None or here is None:
        return False
    return abs(there - right[0]) > NEAR and abs(here - left[0]) > NEAR


def _either_raises(pairing: Pairing, a: Cue, r: Cue) -> bool:
    return raises(pairing.mine, a) or raises(pairing.theirs, r)


def _kept(pairing: Pairing, cue: Cue, other: Cue) -> bool:
    """Whether the denying word itself, or another that denies so, stands in the other reading.

    *Known* is no *unclear*, though both are about knowing. Of two denials that pair with one word
    of the other reading only its own counterpart is there. In another language it is there where
    it has a counterpart that is not what *other* denies.
    """
    if cue.marker.value == "not" or is_correlative(pairing.mine, cue):
        return False
    ours, theirs = _times(pairing, cue)
    there = pairing.forward[cue.first]
    if pairing.foreign and there is not None:
        return there not in governed(pairing.theirs, other)[:1]
    if theirs >= ours or there is None or pairing.backward[there] != cue.first:
        return theirs >= ours
    others = (c for c in pairing.theirs.once(denials) if c != other)
    return theirs == 0 and any(c.first <= there < c.end for c in others)


def _is_spare(pairing: Pairing, cue: Cue) -> bool:
    """Whether a reading has the denying words of *cue* oftener than the other has them at all."""
    ours, theirs = _times(pairing, cue)
    return ours > theirs > 0


def _times(pairing: Pairing, cue: Cue) -> tuple[int, int]:
    """How often the denying words of *cue* stand in its own reading, and in the other."""
    phrase = pairing.mine.wording(cue)
    ours, theirs = (
        sum(r.wording(c) == phrase for c in r.once(denials)) for r in (pairing.mine, pairing.theirs)
    )
    return ours, theirs


def is_compatible(pairing: Pairing, cue: Cue, other: Cue) -> bool:
    """Whether *other*, which has no partner, may be the same denial put in other words."""
    words = governed(pairing.mine, cue)
    counterparts = pairing.images(words)
    near = any(_words_between(pairing.theirs, j, other.first) <= NEAR for j in counterparts)
    if other.marker.value != "not" and _kept(pairing.reversed, other, cue):
        return False
    if other.marker.value in ("lexical", "weak") and _denies_the_denial(pairing, words, other):
        return False
    if _told_apart(pairing, cue, other) or _both_have(pairing, other):
        return False
    if _is_rendered(pairing, cue, words, other):
        return False
    if other.marker.value == "peak":
        return sets_limit(pairing.mine, cue)
    if other.marker.value == "weak":
        if _told_elsewhere(pairing, words, other):
            return False
        ended = near and is_nominal(pairing.mine, cue)  # "no matches", "suspended all matches"
        return ended or sets_limit(pairing.mine, cue) or (near and _unmatched(pairing, words))
    if other.marker.value == "lexical":
        # "None of the firms replied" denies the verb, however far: "the firms left it unanswered".
        reported = _reports_denial(pairing.theirs, other)
        after = reported and any(j > other.first for j in counterparts)
        if not reported and not is_nominal(pairing.mine, cue) and _far(pairing, words, other):
            return False
        said = any(_is_said_of(pairing.theirs, other, j) for j in counterparts)
        return near or after or said or is_nominal(pairing.mine, cue)
    alone = _only_denial(pairing.mine) and _only_denial(pairing.theirs)
    if alone and (pairing.entire or (_covered(pairing) and _unpaired(pairing, cue, other))):
        return True
    clause = pairing.theirs.clauses[other.first]
    together = any(pairing.theirs.clauses[j] == clause for j in counterparts)
    if (near and together) or _either_raises(pairing, cue, other):
        return True
    if words and (head := pairing.forward[words[0]]) is not None:
        same = pairing.theirs.clauses[head] == pairing.theirs.clauses[other.first]
        return same and abs(head - other.first) <= 2 * NEAR
    theirs = [pairing.backward[j] for j in governed(pairing.theirs, other)]
    return not (counterparts and any(i is not None for i in theirs))


def _told_apart(pairing: Pairing, cue: Cue, other: Cue) -> bool:
    """Whether the other reading tells as done what *cue* denies, and *other* denies something else.

    *Confirmed it, without waiting for the results* does not say *did not confirm it*, nor does *was
    evacuated and the road was closed*.
    """
    theirs = pairing.theirs
    if cue.marker.value != "not" or other.marker.value not in ("lexical", "weak"):
        return False
    words = governed(pairing.mine, cue)[:1]
    head = pairing.forward[words[0]] if words else None
    if head is None or words[0] in pairing.loose or head not in theirs.pasts or other.first <= head:
        return False
    if theirs.clauses[head] != theirs.clauses[other.first]:
        return True
    joining = load_pack(theirs.lang).words("numbers.ranges", "and")
    between = theirs.words[head + 1 : other.first]
    return other.first in theirs.pasts and any(w.fold in joining for w in between)


def _both_have(pairing: Pairing, other: Cue) -> bool:
    """Whether the first reading has the weak word too, so that it answers nothing there."""
    if other.marker.value not in ("weak", "peak"):
        return False
    mine, theirs = pairing.mine, pairing.theirs
    own = mine.of_kind("negation", "weak", "peak")
    if not pairing.foreign:
        phrase = theirs.wording(other)
        return any(mine.wording(c) == phrase for c in own)
    return any(mine.meanings[c.first] & theirs.meanings[other.first] for c in own)


def _is_rendered(pairing: Pairing, cue: Cue, words: tuple[int, ...], other: Cue) -> bool:
    """Whether the first reading has the word *other* for itself, away from what *cue* denies."""
    if other.marker.value == "not":
        return False
    there = {i for j in range(other.first, other.end) if (i := pairing.backward[j]) is not None}
    return bool(there) and there.isdisjoint({*words, *range(cue.first, cue.end)})


def _only_denial(reading: Reading) -> bool:
    """Whether a short sentence denies one thing: one that renders it as a whole denies it too."""
    short = len(reading.facts) == 1 and len(reading.words) <= ONE_CLAIM
    return short and len(reading.of_kind("negation", "not")) == 1


def _far(pairing: Pairing, words: tuple[int, ...], other: Cue) -> bool:
    """Whether the other reading has the very event that is denied, away from *other*."""
    head = pairing.forward[words[0]] if words else None
    if head is None or words[0] in pairing.loose:
        return False
    theirs = pairing.theirs
    one = not pairing.mine.events(words[0]).isdisjoint(theirs.events(head))
    away = _words_between(theirs, head, other.first) > NEAR
    return one and away and theirs.clauses[head] != theirs.clauses[other.first]


def _covered(pairing: Pairing) -> bool:
    """Whether most content words of the first reading are in the other."""
    content = pairing.mine.content
    return 2 * sum(pairing.forward[i] is not None for i in content) > len(content)


def _unpaired(pairing: Pairing, cue: Cue, other: Cue) -> bool:
    """Whether what one of the denials denies first has no counterpart: it is put otherwise."""
    left, right = governed(pairing.mine, cue)[:1], governed(pairing.theirs, other)[:1]
    return any(pairing.forward[i] is None for i in left) or any(
        pairing.backward[j] is None for j in right
    )


def _is_said_of(reading: Reading, cue: Cue, index: int) -> bool:
    """Whether *cue* is a predicate of its clause: *a truce before the summit is out of reach*."""
    if not index < cue.first or reading.clauses[index] != reading.clauses[cue.first]:
        return False
    verb = reading.words[cue.first - 1].fold
    return verb in load_pack(reading.lang).words("roles", "passive")


def _words_between(reading: Reading, i: int, j: int) -> int:
    """How many words *i* and *j* are apart; marks are no words."""
    first, end = min(i, j), max(i, j)
    return sum(w.kind is not WordKind.PUNCT for w in reading.words[first:end])


def _denies_the_denial(pairing: Pairing, words: tuple[int, ...], other: Cue) -> bool:
    """Whether *other* is the very word that is denied: *did not rule out* and *ruled out*.

    Or another word for it, which holds a denial too: *did not oppose it*, *voted against it*.
    """
    mine, theirs = pairing.mine, pairing.theirs
    if not words or not any(
        c.first <= words[0] < c.end for c in mine.of_kind("negation", "lexical")
    ):
        return False
    head = pairing.forward[words[0]]
    if head is not None and other.first <= head < other.end:
        return True
    said = {e for i in range(other.first, other.end) for e in _named(theirs, i)}
    return not said.isdisjoint(_named(mine, words[0]))


def _named(reading: Reading, index: int) -> frozenset[str]:
    """The events of the word *index*, or of the phrase that it belongs to."""
    cues = reading.of_kind("event")
    return frozenset(c.marker.value for c in cues if c.first <= index < c.end)


def _told_elsewhere(pairing: Pairing, words: tuple[int, ...], other: Cue) -> bool:
    """Whether the other reading tells the very verb that is denied, in a clause without *other*."""
    head = pairing.forward[words[0]] if words else None
    theirs = pairing.theirs
    if head is None or words[0] in pairing.loose or head not in theirs.pasts:
        return False
    return theirs.clauses[head] != theirs.clauses[other.first]


def _reports_denial(reading: Reading, cue: Cue) -> bool:
    """Whether *cue* says that somebody denies all that follows: *denied that the rival had*."""
    return any(
        a.stance == "denial" and a.span.overlaps(cue.marker.span)
        for facts in reading.facts
        for a in facts.attributions
    )


def _unmatched(pairing: Pairing, words: tuple[int, ...]) -> bool:
    return not words or pairing.forward[words[0]] is None
