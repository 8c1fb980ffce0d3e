"""Hedged claims in other words: where a reading tells what the other one hedges, its verb changed.

Each way of finding it is tried in turn: the event itself, what stands between the same subject and
object, the words around the hedge, a complement, the clauses that say as much of it as can be told.
"""

from __future__ import annotations

from transdiff.language.cues import HEDGES, Cue
from transdiff.language.denials import nouns_have_capitals, verbs_first
from transdiff.language.hedges import (
    hedged_words,
    is_ability,
    is_hedge,
    is_vague,
    may_be_able,
    names_source,
    only_names_source,
)
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.renderings import rendering

_DEGREES = ("possible", "apparent", "likely")
_PLAIN = (*_DEGREES, "alleged", "preliminary")
"""Degrees that no source answers for."""
_LIGHT = frozenset({"=happen", "=hold"})
"""Verbs that only say of an event that there is one."""
_REACH = 3
_NEAR = 7
_AROUND = 3
"""Words before what both readings share among which the bare verb may stand."""
_LONG = 60
"""Words of a sentence, a Chinese one by its characters, that says too much to be judged whole."""
_HALF = 0.5
_SAID, _LEAST = 0.4, 2
"""Share of what is hedged that must be there, and the words of a clause that tell what it is."""


def told_in_other_words(pairing: Pairing, cue: Cue) -> int | None:
    """Return the word of ``mine`` that tells what ``theirs`` hedges with *cue*, if there is one."""
    ways = (_event_held, _between, _reworded, _complement, _anywhere, _told_bare)
    return next((place for way in ways if (place := way(pairing, cue)) is not None), None)


def _event_held(pairing: Pairing, cue: Cue) -> int | None:
    """Return the word for the event that *may take place*: *will meet*, for a meeting."""
    theirs = pairing.theirs
    head = theirs.after(cue.end, 1)
    if not head or not _LIGHT & set(theirs.keys[head[0]]):
        return None
    for j in reversed(theirs.up_to(cue.first, _REACH + 1)):
        i = pairing.backward[j]
        events = {k for k in theirs.keys[j] if k[0] == "="}
        if i is not None and events & set(pairing.mine.keys[i]):
            return i
    return None


def _between(pairing: Pairing, cue: Cue) -> int | None:
    """Return the word that stands for the hedged verb, which has no counterpart of its own.

    *May cut costs* and *has halved costs*: it stands between what both verbs are said of.
    """
    theirs, mine = pairing.theirs, pairing.mine
    after = theirs.after(cue.end, _REACH + 1)
    degree = cue.marker.value in _DEGREES
    if pairing.foreign or not degree or not after or pairing.backward[after[0]] is not None:
        return None
    subject = [i for j in theirs.before(cue.first, 2) if (i := pairing.backward[j]) is not None]
    objects = [i for j in after[1:] if (i := pairing.backward[j]) is not None]
    if not subject or not objects or subject[0] > min(objects):
        return None  # who says so may stand behind: *the state will, the minister said*
    first, end = max(i for i in subject if i <= min(objects)), min(objects)
    if mine.clauses[first] != mine.clauses[end] or end - first > _NEAR:
        return None
    inside = (i for i in range(first + 1, end) if mine.is_content[i])
    return next((i for i in inside if pairing.forward[i] is None), None)


def _reworded(pairing: Pairing, cue: Cue) -> int | None:
    """Return a word of the sentence that says in other words what is hedged, with no hedge at all.

    *The blast may have been triggered by gas* and *gas set off the blast*: no verb pairs, but most
    of what stands around the hedge does, close together.
    """
    theirs, mine = pairing.theirs, pairing.mine
    after = theirs.beyond(cue.end, _REACH + 1)
    if not after or any(c.marker.value != "soft" for c in mine.of_kind("hedge")):
        return None
    held = pairing.backward[_hedged_verb(theirs, cue, after)] is not None
    able = pairing.foreign and may_be_able(theirs, cue)
    if able or is_vague(theirs, cue) or (held and not pairing.foreign):
        return None
    hedged = {j for c in theirs.of_kind("hedge") for j in range(c.first, c.end)}
    around = [j for j in (*theirs.up_to(cue.first, _REACH), *after) if j not in hedged]
    paired = sorted({i for j in around if (i := pairing.backward[j]) is not None})
    least = _SAID if pairing.foreign else _HALF  # many a word has no counterpart that is known
    if len(paired) < max(2, least * len(around)) or paired[-1] - paired[0] > 2 * _NEAR:
        return None
    first, end = max(0, paired[0] - _AROUND), min(len(mine.words), paired[-1] + 3)
    inside = (i for i in range(first, end) if mine.is_content[i] and pairing.forward[i] is None)
    middle = paired[len(paired) // 2]
    plain = (i for i in inside if not mine.words[i].text[:1].isupper())
    verb = min(plain, key=lambda i: abs(i - middle), default=None)
    return paired[0] if verb is None and pairing.foreign else verb


def _hedged_verb(reading: Reading, cue: Cue, after: tuple[int, ...]) -> int:
    """Return the verb among the words *after* a hedge: it ends the clause where nouns show."""
    if not nouns_have_capitals(reading.lang):
        return after[0]
    own = tuple(i for i in after[::-1] if reading.clauses[i] == reading.clauses[cue.first])
    return verbs_first(reading, own or after)[0]


def _complement(pairing: Pairing, cue: Cue) -> int | None:
    """Return the word that completes a hedged noun, in a sentence of another language.

    *Una posible rotura del ligamento*: the tear has no counterpart that is known, the ligament has.
    """
    theirs, mine = pairing.theirs, pairing.mine
    after = theirs.after(cue.end, 2)
    hedged = any(c.marker.value != "soft" for c in mine.of_kind("hedge"))
    if not pairing.foreign or cue.marker.value != "possible" or hedged or len(after) < 2:
        return None
    if after[0] != cue.end or pairing.backward[after[0]] is not None or is_vague(theirs, cue):
        return None
    if may_be_able(theirs, cue) or theirs.names_event(after[0]):
        return None
    return pairing.backward[after[1]]


def _anywhere(pairing: Pairing, cue: Cue) -> int | None:
    """Return the word that stands where the hedge would, in a sentence of another language.

    No word need pair: the sentence renders all of the other one, and nothing in it hedges. Only
    the first hedge of a sentence of moderate length is looked for.
    """
    theirs, mine = pairing.theirs, pairing.mine
    long = max(len(mine.words), len(theirs.words)) > _LONG
    if long or not pairing.foreign or not pairing.entire or names_source(theirs, cue):
        return None
    if cue != next(c for c in theirs.of_kind("hedge", *HEDGES) if is_hedge(theirs, c)):
        return None
    if may_be_able(theirs, cue) or is_ability(theirs, cue):
        return None
    if any(not only_names_source(mine, c) for c in mine.of_kind("hedge")):
        return None
    at = cue.first * len(mine.words) / max(1, len(theirs.words))
    free = [i for i in mine.content if pairing.forward[i] is None]
    plain = [i for i in free if not mine.words[i].text[:1].isupper()]
    return min(plain or free or mine.content, key=lambda i: abs(i - at), default=None)


def _told_bare(pairing: Pairing, cue: Cue) -> int | None:
    """Return a word of the clauses that say, in whatever words, what the hedge's clause says.

    No hedge stands in them.
    """
    theirs, mine = pairing.theirs, pairing.mine
    if cue.marker.value not in _PLAIN or names_source(theirs, cue) or may_be_able(theirs, cue):
        return None
    if cue.marker.value == "alleged" and mine.of_kind("event", "charge"):
        return None
    claim = [j for j in theirs.of_clause(cue.first) if not cue.first <= j < cue.end]
    if len(claim) < _LEAST:
        claim = [*theirs.before(cue.first, _REACH), *theirs.beyond(cue.end, _REACH + 1)]
    said = rendering(pairing, claim)
    clauses = {mine.clauses[i] for i in said.places}
    softening = (*mine.of_kind("hedge"), *mine.of_kind("condition"))
    held = rendering(pairing, hedged_words(theirs, cue)[:_LEAST]).places
    if said.share < _SAID or not held or any(mine.clauses[c.first] in clauses for c in softening):
        return None
    return held[0]
