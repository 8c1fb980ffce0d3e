"""How sure a claim is, event by event: the hedges of one reading that the other lacks.

A hedge belongs to the content words it governs. Where the other reading has those words with no
hedge in reach, whatever its wording, the claim has become surer; ``will`` or ``confirmed`` beside
them makes it plain.
"""

from __future__ import annotations

from dataclasses import dataclass

from transdiff.language.denials import nouns_have_capitals, verbs_first
from transdiff.language.pack import load_pack
from transdiff.language.past import past_form
from transdiff.language.reading import Cue, Pairing, Reading
from transdiff.language.reporting import ACCORDING
from transdiff.language.tense import is_past
from transdiff.language.verbs import is_verb

HEDGES = ("possible", "apparent", "likely", "reported", "alleged", "preliminary", "expected")
"""Degrees that a faithful text keeps; ``soft`` words only answer for them."""
_VOUCHED = frozenset({"reported", "alleged", "preliminary", "apparent"})
_SURMISES = frozenset({"expect", "hope", "concern"})
"""Verbs that name a source and soften what it says."""
_LIGHT = frozenset({"=happen", "=hold"})
"""Verbs that only say of an event that there is one."""
_REACH = 3
_NEAR = 7
_AROUND = 3
"""Words before what both readings share among which the bare verb may stand."""
_EXCLUDED = frozenset({"it", "him", "her", "them", "us", "from"})
"""Words that show ``not exclude`` to be about a member, not about a possibility."""
_COMMAS = frozenset(",，、،")
_LONG = 60
"""Words of a sentence, a Chinese one by its characters, that says too much to be judged whole."""
_AHEAD = 12
"""Words that a hedge may stand before the claim it softens."""


@dataclass(frozen=True)
class Shift:
    """A claim that is hedged in one reading only.

    ``hedge`` is the hedge, ``bare`` the words ``[first, end)`` of the other reading that state the
    claim without one, ``certain`` the word there that makes it certain, if any.
    """

    hedge: Cue
    bare: tuple[int, int]
    certain: Cue | None = None


def unhedged(pairing: Pairing, *, reworded: bool = False) -> tuple[Shift, ...]:
    """Return the hedges of ``pairing.theirs`` whose claim ``pairing.mine`` makes without one.

    With *reworded* the hedged verb may be another one, between the same subject and object.
    """
    found = []
    theirs, mine = pairing.theirs, pairing.mine
    if not pairing.comparable:
        return ()
    for cue in theirs.of_kind("hedge", *HEDGES):
        if not _is_hedge(theirs, cue):
            continue
        place = _counterpart(pairing, cue)
        if place is None and reworded:
            place = _event_held(pairing, cue)
            place = _between(pairing, cue) if place is None else place
        if place is None and reworded:
            place = _reworded(pairing, cue)
            place = _complement(pairing, cue) if place is None else place
        if place is None and reworded:
            place = _anywhere(pairing, cue)
        if place is None or _softened(pairing, place, cue, own=reworded):
            continue
        certain = _certain(mine, place)
        if certain is None and _ability(theirs, cue) and _is_soft(mine):
            continue
        if certain is not None or cue.marker.value != "expected":
            found.append(Shift(cue, (place, place + 1), certain))
    return tuple(found)


def _is_soft(reading: Reading) -> bool:
    """Whether any word softens what is said, other than by naming a source."""
    return any(not _only_source(reading, c) for c in reading.of_kind("hedge", "soft"))


def _is_hedge(reading: Reading, cue: Cue) -> bool:
    """Whether the word is used as a hedge.

    Not the month of May or a Mrs May, not *could not* for inability, not *does not exclude them*
    from a contest, not *may not be sold*, which forbids.
    """
    word = reading.words[cue.first]
    following = reading.words[cue.end].fold if cue.end < len(reading.words) else ""
    named = cue.first > 0 or following[:1].isdigit() or past_form(following, reading.lang)
    if word.text.endswith("May") and named:
        return False
    if cue.end - cue.first == 2 and word.fold == "not" and following in _EXCLUDED:
        return False
    if cue.marker.value == "possible" and _is_denied(reading, cue):
        return False
    if cue.marker.value == "reported" and _is_backshift(reading, cue):
        return False
    if word.fold == "may" and following == "not":
        after = [w.fold for w in reading.words[cue.end + 1 : cue.end + 3]]
        return not (after[:1] == ["be"] and bool(past_form(after[-1], reading.lang)))
    return not (word.fold == "could" and following in ("not", "no", "only", "hardly", "barely"))


def _is_backshift(reading: Reading, cue: Cue) -> bool:
    """Whether a conditional is the future of what was said: *a assuré que le pont serait prêt*."""
    shifted = load_pack(reading.lang).section("hedges").get("endings", {}).get("reported", ())
    if not shifted or not reading.words[cue.first].fold.endswith(tuple(shifted)):
        return False
    if reading.words[cue.first].fold in _modal(reading.lang, "perfect"):
        return False
    return any(
        a.verb != ACCORDING and a.scope.contains(cue.marker.span)
        for facts in reading.facts
        for a in facts.attributions
        if a.scope and a.source_span and a.source_span.start < a.scope.start
    )


def _is_denied(reading: Reading, cue: Cue) -> bool:
    """Whether *not* stands right beside the hedge: *не может*, *kann nicht*, inability."""
    denials = reading.of_kind("negation", "not")
    return cue.end - cue.first == 1 and any(cue.first in (c.end, c.first - 1) for c in denials)


def hedged_words(reading: Reading, cue: Cue) -> tuple[int, ...]:
    """Return the content words that *cue* makes unsure, the likeliest first."""
    after = reading.after(cue.end, _REACH + 1)
    if not after and (cue.end - cue.first > 1 or _is_aside(reading, cue)):
        after = reading.beyond(cue.end, _REACH + 1)
    if after and reading.words[after[0]].fold.endswith("ly"):
        after = (*after[1:], after[0])
    if nouns_have_capitals(reading.lang):
        after = verbs_first(reading, after[::-1])  # the verb ends its clause
    accuses = cue.marker.value == "alleged" and cue.end - cue.first > 1  # "on suspicion of"
    if cue.marker.value in ("possible", "apparent", "likely") or (accuses and after):
        return after
    return after + reading.before(cue.first, 2)


def _is_aside(reading: Reading, cue: Cue) -> bool:
    """Whether a comma follows an adverb in its sentence: *the crew, apparently, left*."""
    following = reading.words[cue.end : cue.end + 1]
    return bool(following) and following[0].fold in _COMMAS


def _counterpart(pairing: Pairing, cue: Cue) -> int | None:
    """Return the word of the other side that states the hedged claim: head and company pair."""
    words = _deeds(pairing.theirs, hedged_words(pairing.theirs, cue))
    heads = (pairing.backward[j] for j in words[: _heads(words, pairing.theirs)])
    place = next((i for i in heads if i is not None), None)
    if _inflected(pairing, cue):
        place = pairing.backward[cue.first]
    if place is None or not _is_claim(pairing.mine, place):
        return None
    if pairing.foreign:
        others = {i for i in pairing.backward if i is not None and i != place}
        return place if others else None
    around = (*pairing.theirs.up_to(cue.first, _REACH), *pairing.theirs.beyond(cue.end, _REACH + 1))
    company = {pairing.backward[j] for j in around if j not in words[:1]} - {None, place}
    return place if any(i is not None and abs(i - place) <= _NEAR for i in company) else None


def _is_claim(reading: Reading, index: int) -> bool:
    """Whether a word is no name and no term, but for a verb in a past form."""
    named = any(key[0] == "!" for key in reading.keys[index])
    return not named or _is_past_form(reading, index)


def _deeds(reading: Reading, words: tuple[int, ...]) -> tuple[int, ...]:
    """Leave out names and terms: *unclear whether the ship was boarded* doubts the boarding."""
    return tuple(i for i in words if _is_claim(reading, i) or reading.names_event(i))


def _is_past_form(reading: Reading, index: int) -> bool:
    word = reading.words[index]
    return word.text[:1].islower() and bool(past_form(word.fold, reading.lang))


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
    degree = cue.marker.value in ("possible", "apparent", "likely")
    if pairing.foreign or not degree or not after or pairing.backward[after[0]] is not None:
        return None
    subject = [i for j in theirs.before(cue.first, 2) if (i := pairing.backward[j]) is not None]
    objects = [i for j in after[1:] if (i := pairing.backward[j]) is not None]
    if not subject or not objects or max(subject) > min(objects):
        return None
    first, end = max(subject), min(objects)
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
    if nouns_have_capitals(theirs.lang):
        after = verbs_first(theirs, after)
    if not after or any(c.marker.value != "soft" for c in mine.of_kind("hedge")):
        return None
    held = pairing.backward[after[0]] is not None
    able = pairing.foreign and _may_be_able(theirs, cue)
    if able or _vague(theirs, cue) or (held and not pairing.foreign):
        return None
    around = (*theirs.up_to(cue.first, _REACH), *after)
    paired = sorted({i for j in around if (i := pairing.backward[j]) is not None})
    if len(paired) < 2 or 2 * len(paired) < len(around) or paired[-1] - paired[0] > 2 * _NEAR:
        return None
    first, end = max(0, paired[0] - _AROUND), min(len(mine.words), paired[-1] + 3)
    inside = (i for i in range(first, end) if mine.is_content[i] and pairing.forward[i] is None)
    verb = next((i for i in inside if not mine.words[i].text[:1].isupper()), None)
    return paired[0] if verb is None and pairing.foreign else verb


def _complement(pairing: Pairing, cue: Cue) -> int | None:
    """Return the word that completes a hedged noun, in a sentence of another language.

    *Una posible rotura del ligamento*: the tear has no counterpart that is known, the ligament has.
    """
    theirs, mine = pairing.theirs, pairing.mine
    after = theirs.after(cue.end, 2)
    hedged = any(c.marker.value != "soft" for c in mine.of_kind("hedge"))
    if not pairing.foreign or cue.marker.value != "possible" or hedged or len(after) < 2:
        return None
    if after[0] != cue.end or pairing.backward[after[0]] is not None or _vague(theirs, cue):
        return None
    if _may_be_able(theirs, cue) or theirs.names_event(after[0]):
        return None
    return pairing.backward[after[1]]


def _anywhere(pairing: Pairing, cue: Cue) -> int | None:
    """Return the word that stands where the hedge would, in a sentence of another language.

    No word need pair: the sentence renders all of the other one, and nothing in it hedges. Only
    the first hedge of a sentence of moderate length is looked for.
    """
    theirs, mine = pairing.theirs, pairing.mine
    long = max(len(mine.words), len(theirs.words)) > _LONG
    if long or not pairing.foreign or not pairing.entire or _names_source(theirs, cue):
        return None
    if cue != next(c for c in theirs.of_kind("hedge", *HEDGES) if _is_hedge(theirs, c)):
        return None
    if _may_be_able(theirs, cue) or _ability(theirs, cue):
        return None
    if any(not _only_source(mine, c) for c in mine.of_kind("hedge")):
        return None
    at = cue.first * len(mine.words) / max(1, len(theirs.words))
    free = [i for i in mine.content if pairing.forward[i] is None]
    plain = [i for i in free if not mine.words[i].text[:1].isupper()]
    return min(plain or free or mine.content, key=lambda i: abs(i - at), default=None)


def _vague(reading: Reading, cue: Cue) -> bool:
    """Whether the hedge is a verb of its own, names a source, or is *could*, an ability perhaps."""
    if _names_source(reading, cue):
        return True
    seems = cue.marker.value == "apparent" and is_verb(reading.words[cue.first], reading.lang)
    return seems or _ability(reading, cue)


def _may_be_able(reading: Reading, cue: Cue) -> bool:
    """Whether the word may as well say that somebody is able or allowed to."""
    return reading.words[cue.first].fold in _modal(reading.lang, "ability")


def _modal(lang: str, key: str) -> tuple[str, ...]:
    """Return a list of modal verbs from the pack."""
    return tuple(load_pack(lang).section("hedges").get("modal", {}).get(key, ()))


def _names_source(reading: Reading, cue: Cue) -> bool:
    """Whether the hedge is among the words that say who vouches for a claim."""
    sources = (a for facts in reading.facts for a in facts.attributions)
    return any(s.overlaps(cue.marker.span) for a in sources for s in (a.span, a.source_span) if s)


def _heads(words: tuple[int, ...], reading: Reading) -> int:
    """Return how many words may be the hedged verb: one, or the ideographs of two words."""
    ideograph = words and len(reading.words[words[0]].fold) == 1
    return _REACH + 1 if ideograph else 1


def _inflected(pairing: Pairing, cue: Cue) -> bool:
    """Whether the hedge is the verb itself, in a form of its own, and the other side has it."""
    single = cue.end - cue.first == 1 and pairing.backward[cue.first] is not None
    return single and cue.marker.value == "reported"


def _softened(pairing: Pairing, place: int, cue: Cue, *, own: bool) -> bool:
    """Whether a hedge, or for a reported claim a source, is in reach of the word *place*.

    With *own* a soft word must not answer another word of the other side.
    """
    mine = pairing.mine
    new_source = _sources(mine) > _sources(pairing.theirs)
    hedges = (
        c
        for c in mine.of_kind("hedge")
        if (new_source or not _only_source(mine, c)) and not (own and _of_another(pairing, c, cue))
    )
    if any(-_NEAR <= place - c.first <= _AHEAD for c in hedges):
        return True
    if _ability(pairing.theirs, cue) and is_past(mine, place):
        return True
    if _conditions(mine) > _conditions(pairing.theirs):
        return True
    if cue.marker.value not in _VOUCHED:
        return False
    return new_source or (_sources(mine) > 0 and _is_according(pairing.theirs, cue))


def _is_according(reading: Reading, cue: Cue) -> bool:
    """Whether the hedge is who vouches for the claim: *by the account of the inquiry*."""
    sources = (a for facts in reading.facts for a in facts.attributions)
    return any(a.verb == ACCORDING and a.span.overlaps(cue.marker.span) for a in sources)


def _of_another(pairing: Pairing, own: Cue, cue: Cue) -> bool:
    """Whether a soft word of this side only answers a word of the other side that is not *cue*.

    *The suspect left* for *the suspect is thought to have left*: both have the *suspect*.
    """
    mine, theirs = pairing.mine, pairing.theirs
    if own.marker.value != "soft":
        return False
    there = pairing.forward[own.first]
    if there is not None:
        same = theirs.words[there].stem == mine.words[own.first].stem
        return (same or own.first in pairing.loose) and not cue.first <= there < cue.end
    if _ability(theirs, cue):
        return False
    fold = mine.words[own.first].fold
    return any(
        theirs.words[c.first].fold == fold and not cue.first <= c.first < cue.end
        for c in theirs.of_kind("hedge", "soft")
    )


def _only_source(reading: Reading, cue: Cue) -> bool:
    """Whether a soft word only names the source: *according to* makes no *may* superfluous."""
    if cue.marker.value != "soft":
        return False
    return any(
        a.span.overlaps(cue.marker.span) and a.verb not in _SURMISES
        for f in reading.facts
        for a in f.attributions
    )


def _sources(reading: Reading) -> int:
    return sum(len(f.attributions) for f in reading.facts)


def _ability(reading: Reading, cue: Cue) -> bool:
    """Whether *could* may mean *was able to*: nothing is said of what *could have* been."""
    following = reading.words[cue.end].fold if cue.end < len(reading.words) else ""
    return reading.words[cue.first].fold == "could" and following != "have"


def _conditions(reading: Reading) -> int:
    return len({c.end for c in reading.of_kind("condition", "if", "unless", "only-if")})


def _certain(reading: Reading, place: int) -> Cue | None:
    """Return the word that makes the claim at *place* certain."""
    cues = reading.of_kind("certainty")
    return next((c for c in reversed(cues) if 0 <= place - c.end <= 3 or c.end == place), None)


def asserted(pairing: Pairing, place: int) -> bool:
    """Whether ``pairing.theirs`` too makes the claim at the word *place* of ``mine`` unhedged."""
    there = pairing.forward[place]
    if there is None:
        return False
    return all(abs(c.first - there) > _NEAR for c in pairing.theirs.of_kind("hedge"))
